"""A page of what was asked for, or of what comes nearest."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from .figures import Figures, figures
from .listing import PAGE_SIZE, Listing, listing
from .order import Order, Place
from .relaxing import nearly, relaxed
from .selection import Selection

# Fewer than these are followed by what nearly fits.
FEW_FOUND = 10


@dataclass(frozen=True)
class Fitting:
    """A selection with its figures; ``is_relaxed`` and ``missing`` as in ``Answer``."""

    selection: Selection
    figures: Figures
    is_relaxed: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """``is_relaxed``: no document has all of the words, and these have the most of them, all but
    the ``missing`` ones, if these are always the same.

    ``nearly`` are documents that have nearly all, after few that have all.
    """

    selection: Selection
    figures: Figures
    listing: Listing
    is_relaxed: bool = False
    missing: tuple[str, ...] = ()
    nearly: list[int] = field(default_factory=list)


def answer(
    selection: Selection,
    order: Order,
    today: datetime.date,
    *,
    after: Place | None = None,
    before: Place | None = None,
    skip: int = 0,
    size: int = PAGE_SIZE,
) -> Answer:
    fitting = best(selection, today)
    selection, numbers = fitting.selection, fitting.figures
    found = listing(selection, numbers, order, after=after, before=before, skip=skip, size=size)
    beside = []
    has_words = len(selection.match.elements) > 1
    if 0 < numbers.number < FEW_FOUND and has_words and not fitting.is_relaxed:
        beside = nearly(selection, found.documents, FEW_FOUND)
    return Answer(selection, numbers, found, fitting.is_relaxed, fitting.missing, beside)


def best(selection: Selection, today: datetime.date) -> Fitting:
    """What was asked for, or where nothing has all of its words, what has the most of them."""
    numbers = figures(selection, today)
    if numbers.number or len(selection.match.elements) < 2:
        return Fitting(selection, numbers)
    less = relaxed(selection)
    if less is None:
        return Fitting(selection, numbers)
    selection = selection.matching(less.match)
    return Fitting(selection, figures(selection, today), True, less.missing)
