"""Search is a function over a selection."""

from __future__ import annotations

from dataclasses import dataclass

from .matching import Match, match
from .query import Query, parse
from .selection import Selection
from .understanding import Understanding, understand


@dataclass(frozen=True)
class Search:
    """A selection narrowed by words, with what was made of them."""

    selection: Selection
    query: Query
    understanding: Understanding
    match: Match


def search(selection: Selection, typed: str) -> Search:
    """Any text is answered; a query of nothing leaves the selection as it is."""
    query = parse(typed)
    found = understand(query)
    asked = match(found)
    return Search(selection.matching(asked) if asked else selection, query, found, asked)
