"""The numbers that pages show: how many published documents have a thing, and another beside it.

They are kept, so that a number costs the same in an archive of any size. Keys and kinds are those
of sql/0016_search.sql: "s12" is the state no. 12, "y" the year of signing, "*" all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import connection

from agreements.models import State
from agreements.models.agency import ABOVE_PUBLISHED

from .figures import Figures

# What is kept and what waits to be added to it. A kind of terms is a range of the index.
NUMBERS = """
    SELECT key, term, sum(number) FROM (
        SELECT c.key, c.term, c.number
        FROM unnest(%(keys)s::text[], %(kinds)s::text[]) AS asked(key, kind)
        JOIN agreements_searchcount c
        ON c.key = asked.key AND c.term >= asked.kind AND c.term < asked.kind || U&'\\+10FFFF'
        UNION ALL
        SELECT c.key, c.term, c.number
        FROM unnest(%(keys)s::text[], %(kinds)s::text[]) AS asked(key, kind)
        JOIN agreements_searchcountchange c
        ON c.key = asked.key AND starts_with(c.term, asked.kind)
    ) n GROUP BY key, term HAVING sum(number) > 0
"""
COVERAGE = f"""
    SELECT substr(key, 2)::bigint,
        max(sum) FILTER (WHERE term = '*'),
        min(substr(term, 2)) FILTER (WHERE term > 'y' AND term < 'z'),
        max(substr(term, 2)) FILTER (WHERE term > 'y' AND term < 'z'),
        json_object_agg(substr(term, 2), sum) FILTER (WHERE term >= 'v' AND term < 'w')
    FROM ({NUMBERS}) n GROUP BY key
"""
# The agencies of a state by their numbers. Documents of that state alone have them.
AGENCIES = """
    WITH waiting AS MATERIALIZED (
        SELECT term, sum(number) AS number FROM agreements_searchcountchange
        WHERE key = '*' AND starts_with(term, 'a') GROUP BY term
    ), counted AS MATERIALIZED (
        SELECT a.id, coalesce((SELECT c.number FROM agreements_searchcount c
                WHERE c.key = '*' AND c.term = 'a' || a.id), 0)
            + coalesce((SELECT w.number FROM waiting w WHERE w.term = 'a' || a.id), 0) AS number
        FROM agreements_agency a WHERE {condition}
    ) SELECT id, number, count(*) OVER () FROM counted
    WHERE number > 0 ORDER BY number DESC, id LIMIT %s
"""
# Bodies that signed, those above them that did not, and events. What waits to be added is left out:
# it is seldom a body's first document, and waits until the next change only.
MOST_COUNTED = 10_000
BODIES_AND_EVENTS = f"""
    SELECT
        (SELECT count(*) FROM (
            SELECT FROM agreements_searchcount
            WHERE key = '*' AND term >= 'a' AND term < 'b' LIMIT {MOST_COUNTED + 1}) c),
        (SELECT count(*) FROM ({ABOVE_PUBLISHED}) above WHERE NOT EXISTS (
            SELECT FROM agreements_searchcount WHERE key = '*' AND term = 'a' || above.id)),
        (SELECT count(*) FROM (
            SELECT FROM agreements_event
            WHERE publication_state = 'published' LIMIT {MOST_COUNTED + 1}) e)
"""


@dataclass(frozen=True)
class Number:
    """A number that is counted up to a limit, so that counting costs the same in any archive."""

    number: int
    is_more: bool

    def __str__(self) -> str:
        return f"{intcomma(self.number)}{'+' if self.is_more else ''}"


def numbers_of(asked: dict[str, str]) -> dict[str, Figures]:
    """By key, the numbers of all of its documents and of the kinds whose letters are given."""
    pairs = [(key, kind) for key, kinds in asked.items() for kind in "*" + kinds]
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS, {"keys": [k for k, _ in pairs], "kinds": [k for _, k in pairs]})
        for key, term, number in cursor:
            found[key][term] = int(number)
    return {key: Figures(found[key]) for key in asked}


@dataclass(frozen=True)
class Coverage:
    """What there is of one state: how many, since when and until when, of which level."""

    number: int
    first: str | None
    last: str | None
    levels: dict[str, int]


def coverage() -> dict[int, Coverage]:
    """Of the states that have documents, by key."""
    states = [f"s{pk}" for pk in State.objects.published().values_list("pk", flat=True)]
    kinds = ["*", "v", "y"]
    asked = {"keys": [key for key in states for _kind in kinds], "kinds": kinds * len(states)}
    with connection.cursor() as cursor:
        cursor.execute(COVERAGE, asked)
        return {
            pk: Coverage(int(number), first, last, levels or {})
            for pk, number, first, last, levels in cursor
        }


def numbers_of_agencies(agencies: Iterable[int]) -> dict[int, int]:
    """How many documents name each."""
    keys = list(agencies)
    with connection.cursor() as cursor:
        condition = "a.id = ANY(%s::bigint[])"
        cursor.execute(AGENCIES.format(condition=condition), [keys, len(keys)])
        return {pk: int(number) for pk, number, _all in cursor}


def busiest_agencies(state: int, most: int) -> tuple[dict[int, int], int]:
    """Agencies of a state with the numbers of their documents, and how many there are in all."""
    with connection.cursor() as cursor:
        cursor.execute(AGENCIES.format(condition="a.state_id = %s"), [state, most])
        rows = cursor.fetchall()
    return {pk: int(number) for pk, number, _all in rows}, rows[0][2] if rows else 0


def bodies_and_events() -> tuple[Number, Number]:
    """How many bodies below the states, and how many events, the public sees."""
    with connection.cursor() as cursor:
        cursor.execute(BODIES_AND_EVENTS)
        bodies, above, events = cursor.fetchone()
    return capped(bodies + above), capped(events)


def capped(number: int, most: int = MOST_COUNTED) -> Number:
    return Number(min(number, most), number > most)
