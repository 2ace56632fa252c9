"""What a page of a list says of its documents, by one statement: rows, names, pieces of texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from agreements.models.gathering import day, days

from .matching import Match
from .names import NAMES, Names, joined, values_of
from .rows import ROWS, Found, Row, found, written
from .snippets import parts, snippets

TOGETHER = """
SELECT (SELECT json_agg(r) FROM ({rows}) r), (SELECT json_agg(n) FROM ({names}) n),
    (SELECT json_agg(p) FROM ({parts}) p)
"""
NO_PARTS = "SELECT WHERE false"
SIGNED_FIRST = Found._fields.index("signed_first")
VALID = 7  # of a row of NAMES


@dataclass(frozen=True)
class Told:
    """``names`` are those that the rows need, and what else was asked for."""

    rows: list[Row]
    names: Names


def told(
    documents: Sequence[int], today: datetime.date, match: Match, *named: Mapping[str, Iterable]
) -> Told:
    """Of these documents, in this order; what is not published is left out."""
    keys = joined(*named, {"documents": documents})
    if not any(keys.values()):
        return Told([], Names.read([]))
    pieces, params = parts(match) if match.elements else (NO_PARTS, {})
    rows = ROWS.format(today="%(today)s", keys="%(documents)s::bigint[]")
    asked = {**values_of(**keys), "documents": list(documents), "today": today, **params}
    with connection.cursor() as cursor:
        cursor.execute(TOGETHER.format(rows=rows, names=NAMES, parts=pieces), asked)
        rows, of_names, of_parts = (
            [list(row.values()) for row in rows or ()] for rows in cursor.fetchone()
        )
    names = Names.read(map(name_of, of_names))
    cut = snippets(match, of_parts)
    made = written(map(document_of, rows), names)
    return Told([replace(row, snippet=cut.get(row.pk)) for row in made], names)


# JSON has no dates.


def document_of(row: list[Any]) -> Found:
    row[SIGNED_FIRST] = day(row[SIGNED_FIRST])
    return found(*row)


def name_of(row: list[Any]) -> list[Any]:
    row[VALID] = days(row[VALID])
    return row
