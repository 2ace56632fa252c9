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
    words = selection.match.elements
    numbers = figures(selection, today)
    less = relaxed(selection) if numbers.number == 0 and len(words) > 1 else None
    if less:
        selection = selection.matching(less.match)
        numbers = figures(selection, today)
    found = listing(selection, numbers, order, after=after, before=before, skip=skip, size=size)
    beside = []
    if 0 < numbers.number < FEW_FOUND and len(words) > 1 and not less:
        beside = nearly(selection, found.documents, FEW_FOUND)
    missing = less.missing if less else ()
    return Answer(selection, numbers, found, less is not None, missing, beside)
