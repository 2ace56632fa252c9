"""Spans of years in which the next documents of a long list lie.

A sample may know nothing of a year that has a few, so the spans leave no year out: they follow
each other without a gap, from beyond the latest year to before the earliest, and the undated.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .order import Place

# What lies beyond these years is so little that it is looked for by its date.
EARLIEST, LATEST = 1000, 2100
# A span is to hold so many times what is wanted, since a sample errs.
AMPLE = 4


@dataclass(frozen=True)
class Span:
    """From the first to the last year, None where it is open; ``expected`` documents are in it."""

    first: int | None
    last: int | None
    expected: int = 0
    is_undated: bool = False

    @property
    def is_open(self) -> bool:
        return self.first is None or self.last is None

    @property
    def years(self) -> range:
        """Those of its years for which the vectors are asked."""
        return range(self.first or EARLIEST, (self.last or LATEST) + 1)

    def holds(self, day: datetime.date | None) -> bool:
        if day is None or self.is_undated:
            return day is None and self.is_undated
        return (self.first is None or self.first <= day.year) and (
            self.last is None or day.year <= self.last
        )


UNDATED = Span(None, None, is_undated=True)


def spans(
    numbers: Iterable[tuple[int | None, int]],
    wanted: int,
    busy: int,
    *,
    is_rising: bool,
    undated_first: bool,
    place: Place | None = None,
) -> Iterator[Span]:
    """From the place on. ``numbers`` are years with how many documents they have, about; a year
    with more than ``busy`` is a span of its own."""
    known = {year: number for year, number in numbers if year and EARLIEST <= year <= LATEST}
    dated = joined(known, wanted, busy, is_rising=is_rising)
    every = [UNDATED, *dated] if undated_first else [*dated, UNDATED]
    if place is None:
        return iter(every)
    start = next(n for n, span in enumerate(every) if span.holds(place.signed_first))
    return iter(every[start:])


def joined(known: dict[int, int], wanted: int, busy: int, *, is_rising: bool) -> list[Span]:
    """Years in the order of the list, joined until they are likely to hold what is wanted."""
    years = range(EARLIEST, LATEST + 1) if is_rising else range(LATEST, EARLIEST - 1, -1)
    found: list[Span] = []
    begun, expected = years[0], 0
    for year in years:
        number = known.get(year, 0)
        if number > busy and year != begun:
            found.append(span_of(begun, year + (-1 if is_rising else 1), expected))
            begun, expected = year, 0
        expected += number
        if expected >= AMPLE * wanted or year == years[-1]:
            found.append(span_of(begun, year, expected))
            begun, expected = year + (1 if is_rising else -1), 0
    return found


def span_of(one: int, other: int, expected: int) -> Span:
    first, last = min(one, other), max(one, other)
    return Span(first if first > EARLIEST else None, last if last < LATEST else None, expected)
