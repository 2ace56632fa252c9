"""Spans of years in which the next documents of a long list lie.

A sample may know nothing of a year that has a few, so the spans leave no year out: they follow
each other without a gap, from beyond the latest year to before the earliest, and the undated.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .order import Place

# What lies beyond these years is so little that it is looked for by its date.
EARLIEST, LATEST = 1000, 2100
# A span is to hold so many times what is wanted, since a sample errs.
AMPLE = 4


@dataclass(frozen=True)
class Span:
    """From the first to the last year, None where it is open; ``expected`` documents are in it.

    ``years`` are those for which the vectors are asked.
    """

    first: int | None
    last: int | None
    years: tuple[int, ...] = ()
    expected: int = 0
    is_undated: bool = False

    @property
    def is_open(self) -> bool:
        return self.first is None or self.last is None

    def reaches(self, place: Place, is_rising: bool, undated_first: bool) -> bool:
        """Whether it holds the place or lies beyond it."""
        if place.signed_first is None or self.is_undated:
            return self.is_undated != undated_first or (self.is_undated and not place.signed_first)
        year = place.signed_first.year
        if is_rising:
            return self.last is None or self.last >= year
        return self.first is None or self.first <= year

    def holds(self, day: datetime.date | None) -> bool:
        if day is None or self.is_undated:
            return day is None and self.is_undated
        return (self.first is None or self.first <= day.year) and (
            self.last is None or day.year <= self.last
        )


UNDATED = Span(None, None, is_undated=True)


def spans(
    numbers: list[tuple[int | None, int]],
    wanted: int,
    busy: int,
    *,
    is_complete: bool,
    is_rising: bool,
    undated_first: bool,
    place: Place | None = None,
) -> Iterator[Span]:
    """From the place on. ``numbers`` are years with how many documents they have, about, unless
    they are complete; a year with more than ``busy`` is a span of its own."""
    known = {year: number for year, number in numbers if year}
    if not is_complete:
        known = dict.fromkeys(range(EARLIEST, LATEST + 1), 0) | known
    years = sorted(known, reverse=not is_rising)
    dated = joined([(year, known[year]) for year in years], wanted, busy)
    if not is_complete:
        dated = opened(dated)
    has_undated = not is_complete or any(year is None for year, _ in numbers)
    undated = [UNDATED] if has_undated else []
    every = [*undated, *dated] if undated_first else [*dated, *undated]
    if place is None:
        return iter(every)
    return (span for span in every if span.reaches(place, is_rising, undated_first))


def joined(years: list[tuple[int, int]], wanted: int, busy: int) -> list[Span]:
    """Years in the order of the list, joined until they are likely to hold what is wanted."""
    found: list[Span] = []
    together: list[int] = []
    expected = 0
    for year, number in years:
        if together and number > busy:
            found.append(span_of(together, expected))
            together, expected = [], 0
        together.append(year)
        expected += number
        if expected >= AMPLE * wanted:
            found.append(span_of(together, expected))
            together, expected = [], 0
    return [*found, span_of(together, expected)] if together else found


def span_of(years: list[int], expected: int) -> Span:
    return Span(min(years), max(years), tuple(years), expected)


def opened(found: list[Span]) -> list[Span]:
    """With what lies beyond the years that are asked for in the spans at the ends."""
    first = min(span.first for span in found)
    last = max(span.last for span in found)
    return [
        replace(
            span,
            first=None if span.first == first else span.first,
            last=None if span.last == last else span.last,
        )
        for span in found
    ]
