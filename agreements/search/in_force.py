"""What is in force between two states on a day: one statement, over ranges of days."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.db import connection

from agreements.models.vocabulary import Status

from .selection import any_term, pair_term

# Not a status: partial dates leave open whether it is in force.
POSSIBLY = "possibly"
# The documents of the two by the index of vectors, their statuses by the index of documents.
IN_FORCE = """
WITH pair AS MATERIALIZED (
    SELECT document_id, signed_first FROM agreements_searchrow WHERE vector @@ %s::tsquery
), held AS MATERIALIZED (
    SELECT document_id, signed_first, coalesce(
        min(s.status) FILTER (WHERE s.is_certain),
        CASE WHEN bool_or(s.status = 'in_force') THEN 'possibly' END) AS status
    FROM pair JOIN agreements_statusperiod s USING (document_id)
    WHERE s.during @> %s::date GROUP BY document_id, signed_first
)
SELECT status, count(*), (array_agg(document_id
    ORDER BY signed_first DESC NULLS LAST, document_id DESC))[:%s]
FROM held WHERE status IS NOT NULL GROUP BY status
UNION ALL SELECT '*', count(*), NULL FROM pair
"""


@dataclass(frozen=True)
class InForce:
    """Identities of documents, the newest first, as many as were asked for; ``possibly`` are those
    whose partial dates leave it open. ``numbers``: how many there are of each status that is
    certain on the day, of those that are possibly in force, and (``*``) of the two at all."""

    certainly: list[int] = field(default_factory=list)
    possibly: list[int] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)


def in_force_between(one: int, two: int, on: datetime.date, most: int) -> InForce:
    """By the identities of the states. Papers that bind nobody are in effect, and among them."""
    pair = any_term((pair_term(one, two),))
    with connection.cursor() as cursor:
        cursor.execute(IN_FORCE, [pair, on, most])
        rows = cursor.fetchall()
    found = {status: documents for status, _number, documents in rows}
    return InForce(
        found.get(Status.IN_FORCE, []),
        found.get(POSSIBLY, []),
        Counter({status: number for status, number, _documents in rows}),
    )
