"""How many documents a selection has, and how many of them have each term.

A sample answers first: its rows are a fixed part of all, found by an index of their own. Where it
says that there are few, all are counted. Where there are many, the figures are the sample's times
its part, and are called "about", except those that are kept as counts. In a small archive the
sample is the whole.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.db import connection

from agreements.models import SearchCount, SearchCountChange

from .selection import STATUS_TODAY, Selection

# The most documents that are looked at one by one, to be counted or sorted.
FEW = 4_000

TALLY = """
WITH found AS MATERIALIZED (
    SELECT document_id, terms, vector @@ %(title)s::tsquery AS in_title,
        {status} AS status
    FROM agreements_searchrow WHERE {condition}
)
SELECT term, count(*) FROM found CROSS JOIN LATERAL (
    SELECT unnest(terms) UNION ALL SELECT unnest(ARRAY['*', 'z' || status])
    UNION ALL SELECT '^' || t FROM unnest(terms) t WHERE in_title AND t LIKE 'y%%'
) AS counted(term)
GROUP BY term
UNION ALL SELECT '1/', max(one_in) FROM agreements_searchsample
"""


@dataclass
class Figures:
    """``terms``: how many documents have each; ``*`` all of them. ``is_about``: by the sample.

    ``kept`` holds those that are exact all the same.
    """

    terms: Counter[str] = field(default_factory=Counter)
    is_about: bool = False
    kept: Counter[str] = field(default_factory=Counter)

    @property
    def number(self) -> int:
        return self.kept["*"] or self.terms["*"]

    @property
    def is_number_about(self) -> bool:
        return self.is_about and "*" not in self.kept

    def of_kind(self, kind: str) -> list[tuple[str, int]]:
        """Values of a kind of term with their numbers, the greatest first."""
        found = self.kept if any(term.startswith(kind) for term in self.kept) else self.terms
        rows = [(term[1:], n) for term, n in found.items() if term.startswith(kind)]
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def is_kind_about(self, kind: str) -> bool:
        return self.is_about and not any(term.startswith(kind) for term in self.kept)

    def years(self, *, in_title: bool = False) -> list[tuple[int | None, int]]:
        """The latest year first, those without one last."""
        mark = "^y" if in_title else "y"
        found = self.terms if in_title else self.kept or self.terms
        rows = [(term[len(mark) :], n) for term, n in found.items() if term.startswith(mark)]
        dated = sorted(((int(year), n) for year, n in rows if year), reverse=True)
        return [*dated, *((None, n) for year, n in rows if not year)]


def figures(selection: Selection, today: datetime.date) -> Figures:
    sampled, one_in = tally(selection, today, sampled=True)
    if one_in == 1:
        return Figures(sampled)
    if sampled["*"] * one_in < FEW:
        return Figures(tally(selection, today, sampled=False)[0])
    about = Counter({term: number * one_in for term, number in sampled.items()})
    return Figures(about, is_about=True, kept=kept(selection.key) if selection.key else Counter())


def tally(selection: Selection, today: datetime.date, *, sampled: bool) -> tuple[Counter[str], int]:
    """The numbers of the terms, and of how many rows one is in the sample."""
    found = selection.by_index(is_sampled=sampled)
    sql = TALLY.format(
        condition=positional(found.sql), status=STATUS_TODAY.format(today="%(today)s")
    )
    params = {"today": today, "title": selection.match.in_title or "'~nothing'"}
    params |= {f"p{n}": value for n, value in enumerate(found.params)}
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        numbers = Counter(dict(cursor.fetchall()))
    return numbers, numbers.pop("1/") or 1


def positional(sql: str) -> str:
    """A condition's %s as the names p0, p1 …"""
    parts = sql.split("%s")
    return "".join(
        part + (f"%(p{n})s" if n < len(parts) - 1 else "") for n, part in enumerate(parts)
    )


def kept(*keys: str) -> Counter[str]:
    """The exact counts of a key: what was drained, and what waits to be."""
    numbers: Counter[str] = Counter()
    rows = SearchCount.objects.filter(key__in=keys).values_list("term", "number")
    waiting = SearchCountChange.objects.filter(key__in=keys).values_list("term", "number")
    for term, number in rows.union(waiting, all=True):
        numbers[term] += number
    return +numbers
