"""Spans of years in which the next documents of a long list lie.

A sample may know nothing of a year that has a few, so the spans leave out no year of which the
archive has anything: they follow each other, and the undated.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .order import Place

# A span is to hold so many times what is wanted, since a sample errs.
AMPLE = 4


@dataclass(frozen=True)
class Span:
    """From the first to the last of its years; ``expected`` documents are in it.

    ``is_whole``: they are all years that there are.
    """

    years: tuple[int, ...] = ()
    expected: int = 0
    is_undated: bool = False
    is_whole: bool = False

    @property
    def first(self) -> int:
        return min(self.years)

    @property
    def last(self) -> int:
        return max(self.years)

    def reaches(self, place: Place, is_rising: bool, undated_first: bool) -> bool:
        """Whether it holds the place or lies beyond it."""
        if place.signed_first is None or self.is_undated:
            return self.is_undated != undated_first or (self.is_undated and not place.signed_first)
        year = place.signed_first.year
        return self.last >= year if is_rising else self.first <= year

    def holds(self, day: datetime.date | None) -> bool:
        if day is None or self.is_undated:
            return day is None and self.is_undated
        return self.first <= day.year <= self.last


def spans(
    numbers: Mapping[int | None, int],
    wanted: int,
    busy: int,
    *,
    is_rising: bool,
    undated_first: bool,
    is_whole: bool,
    place: Place | None = None,
) -> Iterator[Span]:
    """From the place on. ``numbers`` has every year that there may be, None for the undated, with
    how many documents it has, about; one with more than ``busy`` is a span of its own.
    ``is_whole``: no other year has any."""
    years = sorted((year for year in numbers if year is not None), reverse=not is_rising)
    dated = joined([(year, numbers[year]) for year in years], wanted, busy)
    if is_whole and len(dated) == 1:
        dated = [replace(dated[0], is_whole=True)]
    undated = [Span(expected=numbers[None], is_undated=True)] if None in numbers else []
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
            found.append(Span(tuple(together), expected))
            together, expected = [], 0
        together.append(year)
        expected += number
        if expected >= AMPLE * wanted:
            found.append(Span(tuple(together), expected))
            together, expected = [], 0
    return [*found, Span(tuple(together), expected)] if together else found
