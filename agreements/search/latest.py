"""A selection in the order in which its documents became public: what feeds are made of.

What was published last is looked through first, so many documents; where they hold too few of what
is sought, all of it is looked up and sorted.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from .condition import Condition
from .selection import Selection

MOST_PASSED = 5_000
LATEST = "published_at DESC NULLS LAST, id DESC"
WALKED = f"""
SELECT d.id, d.published_at FROM (
    SELECT id, published_at FROM agreements_document
    WHERE publication_state = 'published' AND {{beyond}} ORDER BY {LATEST} LIMIT {MOST_PASSED}
) d CROSS JOIN LATERAL (
    SELECT FROM agreements_searchrow WHERE document_id = d.id AND {{found}} OFFSET 0
) r ORDER BY {LATEST} LIMIT %s
"""
LOOKED_UP = f"""
WITH found AS MATERIALIZED (SELECT document_id FROM agreements_searchrow WHERE {{found}})
SELECT d.id, d.published_at FROM found JOIN agreements_document d ON d.id = document_id
WHERE d.publication_state = 'published' AND {{beyond}} ORDER BY {LATEST} LIMIT %s
"""
WRITTEN = "%Y%m%dT%H%M%S%f"
MOMENT = re.compile(r"([0-9]{8}T[0-9]{12})\.([0-9]{1,18})")


@dataclass(frozen=True)
class Moment:
    """A record by when it became public, so that the place outlives it."""

    at: datetime.datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.astimezone(datetime.UTC).strftime(WRITTEN)}.{self.pk}"

    @classmethod
    def read(cls, text: str) -> Moment | None:
        """None where the text is no moment."""
        found = MOMENT.fullmatch(text) if text.isascii() else None
        if found is None:
            return None
        try:
            at = datetime.datetime.strptime(found[1], WRITTEN)
        except ValueError:
            return None
        return cls(at.replace(tzinfo=datetime.UTC), int(found[2]))


def latest(selection: Selection, size: int, *, after: Moment | None = None) -> list[Moment]:
    """The so many documents that became public last, or those before a moment."""
    beyond = Condition("true")
    if after:
        beyond = Condition("(published_at, id) < (%s, %s)", (after.at, after.pk))
    found = selection.row_by_row()
    rows = moments(WALKED, found, beyond, (*beyond.params, *found.params, size))
    if len(rows) == size:
        return rows
    found = selection.by_index()
    return moments(LOOKED_UP, found, beyond, (*found.params, *beyond.params, size))


def moments(sql: str, found: Condition, beyond: Condition, params: Sequence) -> list[Moment]:
    with connection.cursor() as cursor:
        cursor.execute(sql.format(found=found.sql, beyond=beyond.sql), params)
        return [Moment(at, pk) for pk, at in cursor.fetchall()]
