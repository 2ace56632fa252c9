"""How many documents a selection has, and how many of them have each term.

A sample answers first: its rows are a fixed part of all, found by an index of their own. Where it
says that there are few, all are counted, by the same statement. Where there are many, the figures
are the sample's times its part, and are called "about", except those that are kept as counts. In a
small archive the sample is the whole.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db import connection

from .matching import lexeme
from .selection import STATUS_TODAY, Selection

# The most documents that are looked at one by one, to be counted or sorted, or to see how well each
# fits, which takes longest.
FEW = 4_000
FEW_RANKED = 1_500

# How many documents the whole archive has of each year.
YEARS_OF_ALL = """
UNION ALL SELECT '#' || term, sum(number) FROM (
    SELECT term, number FROM agreements_searchcount
    WHERE key = '*' AND term >= 'y' AND term < 'z'
    UNION ALL SELECT term, number FROM agreements_searchcountchange
    WHERE key = '*' AND term >= 'y' AND term < 'z'
) year GROUP BY term HAVING sum(number) > 0
"""
# The rows by which is counted: of the sample, or all, where the sample says that they are few. Of a
# sample that has more than enough a part will do.
ENOUGH = 9_000
COUNTED = """
sampled AS MATERIALIZED (
    SELECT document_id, terms, {status} AS status FROM agreements_searchrow WHERE {sampled}
), size AS MATERIALIZED (
    SELECT one_in, number, number * one_in <= {few} AS is_few,
        number * one_in <= {ranked} AS is_ranked,
        CASE WHEN one_in > 1 AND number > {enough}
            THEN (2 ^ ceil(log(2, number / {enough}.0)))::int ELSE 1 END AS thinned
    FROM (SELECT coalesce(max(one_in), 1) AS one_in FROM agreements_searchsample) sample
    CROSS JOIN (SELECT count(*) AS number FROM sampled) found
), counted AS MATERIALIZED (
    SELECT terms, status FROM sampled CROSS JOIN size
    WHERE NOT (is_few AND one_in > 1) AND hashint8(document_id) & (one_in * thinned - 1) = 0
    UNION ALL
    SELECT terms, {status} FROM agreements_searchrow
    WHERE (SELECT is_few AND one_in > 1 FROM size) AND {all}
)
"""
# Of how many rows each that was counted is one.
ONE_IN = "UNION ALL SELECT '1/', CASE WHEN is_few THEN 1 ELSE one_in * thinned END FROM size"
# Of agencies, which are tens of thousands, the busiest, and those that the query names; of pairs of
# states none, unless one state is asked for.
MOST_AGENCIES = 100
TALLY = f"""
WITH {{counted}}, tallied AS MATERIALIZED (
    SELECT term, count(*) AS number FROM (
        SELECT unnest(terms || ('z' || status)) COLLATE "C" AS term FROM counted
    ) each_one GROUP BY term
)
SELECT term, number FROM tallied
WHERE term < 'a' OR term >= 'g' AND term < 'h' OR term >= 'l' AND term < 'm' OR term >= 'q'
UNION ALL SELECT term, number FROM tallied WHERE term >= 'p' AND term < 'q' AND %s
UNION ALL (SELECT term, number FROM tallied WHERE term >= 'a' AND term < 'b'
    ORDER BY number DESC, term LIMIT {MOST_AGENCIES})
UNION ALL SELECT term, number FROM tallied
WHERE term = ANY (%s::text[]) AND term >= 'a' AND term < 'b'
UNION ALL SELECT '*', CASE WHEN is_few AND one_in > 1 THEN (SELECT count(*) FROM counted)
    ELSE number * one_in END FROM size
{ONE_IN}
{YEARS_OF_ALL}
"""
# The years of those with the words in the title, which a long list begins with. They are asked of
# the index by themselves: to look at the title of each that is found would be to read its whole
# vector.
TITLED = """
UNION ALL SELECT '^y' || coalesce(extract(year FROM signed_first)::text, ''),
    count(*) / (SELECT thinned FROM size)
FROM agreements_searchrow WHERE NOT (SELECT is_ranked FROM size) AND {condition}
GROUP BY extract(year FROM signed_first)
"""
# What is drained, what waits to be, and the statuses that have changed since their rows were
# written. Kinds of terms are ranges of the index.
KEPT = f"""
WITH {{counted}} drained AS MATERIALIZED (
    SELECT term, number FROM agreements_searchcount WHERE key = %(key)s AND term = '*'
    UNION ALL SELECT term, number FROM agreements_searchcount
        WHERE key = %(key)s AND term >= 'b' AND term < 'p'
    UNION ALL SELECT term, number FROM agreements_searchcount
        WHERE key = %(key)s AND term >= 'q'
    UNION ALL SELECT term, number FROM agreements_searchcount
        WHERE key = %(key)s AND term >= 'p' AND term < 'q' AND %(key)s <> '*'
    UNION ALL (SELECT term, number FROM agreements_searchcount
        WHERE key = %(key)s AND term LIKE 'a%%' ORDER BY number DESC LIMIT %(most)s)
)
SELECT term, number FROM drained
UNION ALL SELECT term, number FROM agreements_searchcountchange
WHERE key = %(key)s AND (%(key)s <> '*' OR term NOT LIKE 'p%%')
AND (term NOT LIKE 'a%%' OR term IN (SELECT term FROM drained))
UNION ALL SELECT unnest(ARRAY[
        'z' || status, 'z' || (search_status(document_id, %(today)s)).status]),
    unnest(ARRAY[-1, 1])
FROM agreements_searchrow
WHERE status_until <= %(today)s AND (%(key)s = '*' OR terms @> ARRAY[%(key)s])
{YEARS_OF_ALL}
"""
# Agencies are kept for these; for others they are counted beside what is kept.
WITH_AGENCIES = ("*", "s")
AGENCIES = f"""
UNION ALL (
    SELECT term, count(*) FROM (SELECT unnest(terms) COLLATE "C" AS term FROM counted) each_one
    WHERE term LIKE 'a%%' GROUP BY term ORDER BY count(*) DESC LIMIT %(most)s)
{ONE_IN}
"""


@dataclass
class Figures:
    """``terms``: how many documents have each; ``*`` all of them. ``is_about``: by the sample, each
    row of which stands for ``one_in``; so may agencies be where the others are exact."""

    terms: Counter[str] = field(default_factory=Counter)
    is_about: bool = False
    one_in: int = 1

    @property
    def number(self) -> int:
        return self.terms["*"]

    def of_kind(self, kind: str) -> list[tuple[str, int]]:
        """Values of a kind of term with their numbers, the greatest first."""
        return sorted(self.by_kind[kind], key=lambda row: (-row[1], row[0]))

    def is_about_kind(self, kind: str) -> bool:
        return self.is_about or (kind == "a" and self.one_in > 1)

    @cached_property
    def of_archive(self) -> dict[int | None, int]:
        """How many documents the whole archive has of each year, and without one."""
        return {
            int(term[1:]) if term[1:] else None: int(number) for term, number in self.by_kind["#"]
        }

    @cached_property
    def by_kind(self) -> dict[str, list[tuple[str, int]]]:
        kinds: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for term, number in self.terms.items():
            kinds[term[0]].append((term[1:], number))
        return kinds

    def partners(self, state: int) -> list[tuple[int, int]]:
        """Keys of the states on the other side of this one, as ``of_kind()`` gives values."""
        pairs = (([int(side) for side in pair.split("_")], n) for pair, n in self.of_kind("p"))
        return [(sides[sides[0] == state], n) for sides, n in pairs if state in sides]

    def years(self, *, in_title: bool = False) -> list[tuple[int | None, int]]:
        """The latest year first, those without one last."""
        rows = [(term[1:], n) for term, n in self.by_kind["^"]] if in_title else self.by_kind["y"]
        dated = sorted(((int(year), n) for year, n in rows if year), reverse=True)
        return [*dated, *((None, n) for year, n in rows if not year)]

    def possible_years(self, *, in_title: bool = False) -> dict[int | None, int]:
        """As ``years()``, with those of which a sample may know nothing. Titles are never counted
        but by the sample."""
        known = dict(self.years(in_title=in_title))
        is_sure = not (self.is_about or in_title)
        return known if is_sure else dict.fromkeys(self.of_archive, 0) | known


def figures(selection: Selection, today: datetime.date) -> Figures:
    """By one statement."""
    if selection.key:
        return kept(selection, today)
    return tallied(selection, today)


def tallied(selection: Selection, today: datetime.date) -> Figures:
    """Those of the sample, or where that says that there are few, of all."""
    status = STATUS_TODAY.format(today="%s")
    sampled, every = selection.by_index(is_sampled=True), selection.by_index()
    rows = rows_counted(status, sampled.sql, every.sql)
    sql = TALLY.format(counted=rows)
    has_one_state = any(len(terms) == 1 and terms[0][0] == "s" for terms in selection.terms)
    params = [today] * 3 + [*sampled.params] + [today] * 3 + [*every.params]
    params += [has_one_state, list(selection.match.named)]
    if selection.match.elements:
        titled = selection.by_index(selection.match.in_title, is_sampled=True)
        sql += TITLED.format(condition=titled.sql)
        params += titled.params
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        numbers = Counter(dict(cursor.fetchall()))
    one_in = numbers.pop("1/")
    for term in numbers:
        if term[0] not in "#*":
            numbers[term] *= one_in
    return Figures(numbers, is_about=one_in > 1, one_in=one_in)


def rows_counted(status: str, sampled: str, every: str) -> str:
    """``COUNTED`` with these conditions."""
    return COUNTED.format(
        status=status, sampled=sampled, all=every, few=FEW, ranked=FEW_RANKED, enough=ENOUGH
    )


def counted(selections: Sequence[Selection], most: int) -> list[int]:
    """How many documents each has, counted no further than ``most``; by one statement."""
    conditions = [selection.by_index() for selection in selections]
    counts = ", ".join(
        f"(SELECT count(*) FROM (SELECT FROM agreements_searchrow WHERE {one.sql} LIMIT %s) c)"
        for one in conditions
    )
    if not counts:
        return []
    params = [value for one in conditions for value in (*one.params, most)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", params)
        return list(cursor.fetchone())


def kept(selection: Selection, today: datetime.date) -> Figures:
    """The counts of a key that stands by itself."""
    key = selection.key
    rows = more = ""
    if key[0] not in WITH_AGENCIES:
        condition = "vector @@ %(asked)s::tsquery"
        sampled = f"in_sample AND {condition}"
        rows = rows_counted("status", sampled, condition) + ","
        more = AGENCIES
    asked = {"key": key, "today": today, "most": MOST_AGENCIES, "asked": lexeme(f"~{key}")}
    numbers: Counter[str] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(KEPT.format(counted=rows) + more, asked)
        for term, number in cursor.fetchall():
            numbers[term] += number
    one_in = numbers.pop("1/", 1)
    for term in numbers:
        if term[0] == "a":
            numbers[term] *= one_in
    return Figures(+numbers, one_in=one_in)
