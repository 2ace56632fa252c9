"""What is in force between two states on a day: one statement, over ranges of days."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection

from .selection import any_term, pair_term

# The documents of the two by the index of vectors, their statuses by the index of documents.
IN_FORCE = """
SELECT r.document_id, bool_or(s.is_certain) FROM agreements_searchrow r
JOIN agreements_statusperiod s ON s.document_id = r.document_id
WHERE r.vector @@ %s::tsquery AND s.status = 'in_force' AND s.during @> %s::date
GROUP BY r.document_id, r.signed_first
ORDER BY r.signed_first DESC NULLS LAST, r.document_id DESC
"""


@dataclass(frozen=True)
class InForce:
    """Identities of documents, the newest first; ``possibly`` are those whose partial dates leave
    it open."""

    certainly: list[int]
    possibly: list[int]


def in_force_between(one: int, two: int, on: datetime.date) -> InForce:
    """By the identities of the states. Papers that bind nobody are in effect, and among them."""
    pair = any_term((pair_term(one, two),))
    with connection.cursor() as cursor:
        cursor.execute(IN_FORCE, [pair, on])
        rows = cursor.fetchall()
    return InForce(
        [pk for pk, is_certain in rows if is_certain],
        [pk for pk, is_certain in rows if not is_certain],
    )
