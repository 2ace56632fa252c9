"""One page of a selection: identities of documents in an order, from a place on.

A selection of few documents is looked up by its vectors and sorted. One of many is never sorted:
the figures say in which years its documents lie, so that as many years are looked at as fill a
page (windows.py); within them either the index of vectors is asked, where they hold few, or the
index of dates is walked, where it meets one of them soon.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from django.db import connection

from .condition import Condition
from .figures import FEW, FEW_RANKED, Figures
from .matching import Match
from .order import Order, Place
from .selection import Selection, any_term
from .windows import AMPLE, Span, spans

PAGE_SIZE = 50
# Where rows of other tables are asked for, so many are sorted: no index has their dates.
FEW_EXISTING = 50_000
# So many documents may be passed by, on the way along the dates to a page.
MOST_PASSED = 1_000

RANKED = """
WITH found AS MATERIALIZED (
    SELECT document_id, signed_first, {level} AS level, {rank} AS rank
    FROM (SELECT document_id, signed_first, {vector} AS held
        FROM agreements_searchrow WHERE {condition} OFFSET 0) found
), placed AS (
    SELECT document_id, signed_first, level, row_number() OVER (ORDER BY {order}) AS place
    FROM found
)
SELECT document_id, signed_first, level >= 2, place FROM placed
"""
# The vector as it is, read and unpacked once for all that is asked of it.
UNPACKED = "setweight(vector, 'D', '{}')"
WALKED = """
SELECT document_id, signed_first FROM agreements_searchrow
WHERE {condition} ORDER BY {order} LIMIT %s
"""
# Found first and sorted then: else the planner may walk along the dates for what is rare.
LOOKED_UP = """
WITH found AS MATERIALIZED (
    SELECT document_id, signed_first FROM agreements_searchrow WHERE {condition}
)
SELECT document_id, signed_first FROM found ORDER BY {order} LIMIT %s
"""
NEWEST = "signed_first DESC NULLS LAST, document_id DESC"
OLDEST = "signed_first, document_id"


@dataclass(frozen=True)
class Found:
    """A document of a page; ``place`` counts from 1, None where it isn't known."""

    document: int
    place: Place
    number: int | None = None


@dataclass(frozen=True)
class Listing:
    """A page: its documents in order, and whether there are more before and after them."""

    rows: list[Found]
    has_before: bool = False
    has_after: bool = False

    @property
    def documents(self) -> list[int]:
        return [row.document for row in self.rows]


def listing(
    selection: Selection,
    figures: Figures,
    order: Order,
    *,
    after: Place | None = None,
    before: Place | None = None,
    skip: int = 0,
    size: int = PAGE_SIZE,
) -> Listing:
    """The page after a place, or the one before it; the first where none is given.

    ``skip`` is for those who know a page by its number, and few: they are all read.
    """
    if not figures.number:
        return Listing([])
    order = order_of(selection, order)
    if is_few(selection, figures, order):
        return of_few(selection, order, after, before, skip, size)
    found = of_many(selection, figures, order, after, before, skip + size)
    return replace(found, rows=found.rows[skip:], has_before=found.has_before or skip > 0)


def order_of(selection: Selection, order: Order) -> Order:
    """Nothing is relevant where no words are asked for."""
    if order == Order.RELEVANCE and not selection.match.elements:
        return Order.NEWEST
    return order


def is_few(selection: Selection, figures: Figures, order: Order) -> bool:
    """Whether all are sorted; by relevance, with a look at how well each fits."""
    few = FEW_RANKED if order == Order.RELEVANCE else FEW
    return figures.number <= (FEW_EXISTING if selection.existing else few)


def of_few(
    selection: Selection,
    order: Order,
    after: Place | None,
    before: Place | None,
    skip: int,
    size: int,
) -> Listing:
    """All of them are sorted, so each knows its number."""
    found = selection.by_index()
    is_ranked = order == Order.RELEVANCE
    level, rank = ranking(selection.match) if is_ranked else (Condition("0"),) * 2
    orders = {Order.NEWEST: NEWEST, Order.OLDEST: OLDEST}
    sql = RANKED.format(
        level=level.sql,
        rank=rank.sql,
        vector=UNPACKED if is_ranked else "NULL",
        condition=found.sql,
        order=orders.get(order, f"level DESC, rank DESC, {NEWEST}"),
    )
    # One more, to know whether there are more: the number may be about.
    window = window_of_few(order, after, before, skip, size if before else size + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{sql} WHERE {window.sql} ORDER BY place",
            [*level.params, *rank.params, *found.params, *window.params],
        )
        rows = [
            Found(pk, Place(day, pk, in_title), number)
            for pk, day, in_title, number in cursor.fetchall()
        ]
    if not rows:
        return Listing([])
    return Listing(rows[:size], rows[0].number > 1, before is not None or len(rows) > size)


def window_of_few(
    order: Order, after: Place | None, before: Place | None, skip: int, size: int
) -> Condition:
    """Which of the numbered rows are on the page."""
    place = before or after
    if place is None:
        return Condition("place > %s AND place <= %s", (skip, skip + size))
    ahead = ahead_of(order, place)
    at = (
        "coalesce((SELECT place FROM placed WHERE document_id = %s), "
        f"(SELECT count(*) + 0.5 FROM placed WHERE {ahead.sql}))"
    )
    own = (place.document, *ahead.params)
    if before:
        return Condition(f"place >= {at} - %s AND place < {at}", (*own, size, *own))
    return Condition(f"place > {at} AND place <= {at} + %s", (*own, *own, size))


def ahead_of(order: Order, place: Place) -> Condition:
    """Rows that come before the place of a document that is there no more."""
    sign = "<" if order == Order.OLDEST else ">"
    dated = Condition(f"(signed_first IS NOT NULL OR document_id {sign} %s)", (place.document,))
    if place.signed_first:
        dated = Condition(
            f"((signed_first, document_id) {sign} (%s, %s))", (place.signed_first, place.document)
        )
    if order != Order.RELEVANCE:
        return dated
    if place.is_in_title:
        return Condition(f"level >= 2 AND {dated.sql}", dated.params)
    return Condition(f"level >= 2 OR {dated.sql}", dated.params)


def ranking(match: Match) -> tuple[Condition, Condition]:
    """How well a row fits: as spelt in the title, in the title, as spelt, at all; then by how much
    of the title the words are."""
    level = Condition(
        "CASE WHEN held @@ %s::tsquery THEN 3 WHEN held @@ %s::tsquery THEN 2 "
        "WHEN held @@ %s::tsquery THEN 1 ELSE 0 END",
        tuple(match.levels),
    )
    return level, Condition("ts_rank(ts_filter(held, '{a,b}'), %s::tsquery, 2)", (match.anywhere,))


def of_many(
    selection: Selection,
    figures: Figures,
    order: Order,
    after: Place | None,
    before: Place | None,
    size: int,
) -> Listing:
    """One row more than the page has is looked for, to know whether there are more."""
    place, backwards = (before, True) if before else (after, False)
    rows: list[Found] = []
    looks = (
        look
        for walk in walks(selection, figures, order, place, backwards)
        for look in walk.looks(place if walk.holds(place) else None, size + 1)
    )
    for likely in enough(looks, size + 1):
        rows += found_by(likely, size + 1)
        if len(rows) > size:
            break
    more = len(rows) > size
    rows = rows[:size]
    if backwards:
        return Listing(rows[::-1], more, bool(rows))
    return Listing(rows, place is not None, more)


@dataclass(frozen=True)
class Look:
    """For rows of one span, in the order of a walk."""

    sql: str
    params: tuple
    is_rising: bool
    in_title: bool
    expected: int


def enough(looks: Iterable[Look], wanted: int) -> Iterator[list[Look]]:
    """As many at a time as are likely to find what is wanted."""
    together: list[Look] = []
    for look in looks:
        together.append(look)
        if sum(one.expected for one in together) >= AMPLE * wanted:
            yield together
            together = []
    if together:
        yield together


def found_by(looks: list[Look], size: int) -> list[Found]:
    """The rows of one after the other, by one statement."""
    parts = (f"SELECT {n} AS part, q.* FROM ({look.sql}) q" for n, look in enumerate(looks))
    params = [value for look in looks for value in (*look.params, size)]
    rows: list[list[Found]] = [[] for _ in looks]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        for n, pk, day in cursor:
            rows[n].append(Found(pk, Place(day, pk, looks[n].in_title)))
    for mine, look in zip(rows, looks, strict=True):
        mine.sort(
            key=lambda row: (row.place.signed_first or datetime.date.min, row.document),
            reverse=not look.is_rising,
        )
    return list(chain.from_iterable(rows))


@dataclass(frozen=True)
class Walk:
    """Rows of one kind in the order of their dates: all, or those with the words in the title, or
    the others. Undated ones stand last; first where the walk goes backwards.

    ``years`` are those in which there may be any, with how many documents they have, about;
    ``is_whole`` where they are all years of what is selected.
    """

    selection: Selection
    years: dict[int | None, int]
    order: Order
    is_backwards: bool = False
    of_archive: dict[int | None, int] = field(default_factory=dict)
    in_title: bool | None = None
    is_whole: bool = True

    @property
    def is_rising(self) -> bool:
        return (self.order == Order.OLDEST) != self.is_backwards

    def holds(self, place: Place | None) -> bool:
        return place is not None and (self.in_title is None or self.in_title == place.is_in_title)

    def looks(self, place: Place | None, size: int) -> Iterator[Look]:
        return (
            self.look(span, place if place and span.holds(place.signed_first) else None, size)
            for span in spans(
                self.years,
                size,
                FEW,
                is_rising=self.is_rising,
                undated_first=self.is_backwards,
                is_whole=self.is_whole,
                place=place,
            )
        )

    def look(self, span: Span, place: Place | None, size: int) -> Look:
        """By the index of vectors where the span holds few, else along the index of dates."""
        is_walked = span.is_undated or self.is_quick_to_walk(span, size)
        found = self.walked(span) if is_walked else self.found(span)
        found = found.and_(self.beyond(place))
        sql = (WALKED if is_walked else LOOKED_UP).format(
            condition=found.sql, order=OLDEST if self.is_rising else NEWEST
        )
        return Look(sql, found.params, self.is_rising, bool(self.in_title), span.expected)

    def is_quick_to_walk(self, span: Span, size: int) -> bool:
        """Whether enough of what the dates lead past is sought."""
        passed = sum(self.of_archive.get(year, 0) for year in span.years)
        return span.expected > FEW or size * passed <= MOST_PASSED * span.expected

    def walked(self, span: Span) -> Condition:
        return self.selection.row_by_row(self.words_row_by_row()).and_(between(span))

    def found(self, span: Span) -> Condition:
        if span.is_whole:
            dated = Condition("signed_first IS NOT NULL")
            return self.selection.by_index(*self.words_by_index()).and_(dated)
        years = any_term(tuple(f"y{year}" for year in span.years))
        return self.selection.by_index(*self.words_by_index(), years)

    def words_by_index(self) -> list[str]:
        title = self.selection.match.in_title
        return [] if self.in_title is None else [title if self.in_title else f"!({title})"]

    def words_row_by_row(self) -> str | None:
        if self.in_title is None:
            return None
        match = self.selection.match
        return match.in_title if self.in_title else f"({match.by_index}) & !({match.in_title})"

    def beyond(self, place: Place | None) -> Condition:
        """Of the span that holds the place, only what lies beyond it."""
        if place is None:
            return Condition("")
        sign = ">" if self.is_rising else "<"
        if place.signed_first is None:
            return Condition(f"document_id {sign} %s", (place.document,))
        return Condition(
            f"(signed_first, document_id) {sign} (%s, %s)",
            (place.signed_first, place.document),
        )


def walks(
    selection: Selection, figures: Figures, order: Order, place: Place | None, backwards: bool
) -> list[Walk]:
    """In the order of relevance those with the words in the title stand first."""
    if order != Order.RELEVANCE:
        return walks_of(selection, figures, order, backwards, in_title=None)
    both = [
        walks_of(selection, figures, Order.NEWEST, backwards, in_title=in_title)
        for in_title in (True, False)
    ]
    start = 0 if place is None or place.is_in_title else 1
    return list(chain.from_iterable(both[start::-1] if backwards else both[start:]))


def walks_of(
    selection: Selection,
    figures: Figures,
    order: Order,
    backwards: bool,
    *,
    in_title: bool | None,
) -> list[Walk]:
    """One; or where a status on a day is asked for, apart what was signed later: of that only those
    are looked at that had a status before."""
    possible = figures.possible_years(in_title=bool(in_title))
    years = {year: number for year, number in possible.items() if selection.may_have(year)}
    walk = Walk(selection, years, order, backwards, figures.of_archive, in_title)
    if selection.held_on is None:
        return [walk]
    last = selection.held_on.year
    later = {year: n for year, n in years.items() if year and year > last}
    before = {year: n for year, n in years.items() if year and year <= last}
    undated = {year: n for year, n in years.items() if year is None}
    parts = [
        replace(walk, years=before, is_whole=False),
        replace(walk, years=later, is_whole=False, selection=selection.having(["r"])),
    ]
    if order != Order.OLDEST:
        parts.reverse()
    parts.append(replace(walk, years=undated))
    return parts[::-1] if backwards else parts


def between(span: Span) -> Condition:
    if span.is_undated:
        return Condition("signed_first IS NULL")
    first, after = datetime.date(span.first, 1, 1), datetime.date(span.last + 1, 1, 1)
    return Condition("signed_first >= %s AND signed_first < %s", (first, after))
