"""A page of documents that were asked for, with the addresses of the pages beside it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from django.http import Http404, HttpRequest, QueryDict
from django.utils.functional import cached_property

from agreements import search
from agreements.filters import DocumentFilters
from agreements.filters.base import PLACES
from agreements.search.listing import PAGE_SIZE
from agreements.search.rows import Row, rows_of

# By number; deeper ones are reached from page to page, or by a filter.
MOST_PAGES = 20


@dataclass(frozen=True)
class FoundPage:
    """Documents in order. ``number`` counts pages from 1; None where it isn't known."""

    query: QueryDict
    figures: search.Figures
    listing: search.Listing
    rows: list[Row]
    number: int | None
    # Set where no document has all of the words, and these have the most of them.
    is_relaxed: bool = False
    # Documents that have nearly all of the words, after few that have all.
    nearly: list[Row] = field(default_factory=list)
    # For words that no title has, the one that is most like it.
    near_words: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many there are, about."""
        return max(1, -(-self.figures.number // PAGE_SIZE))

    @property
    def has_other_pages(self) -> bool:
        return self.listing.has_before or self.listing.has_after

    @cached_property
    def previous(self) -> QueryDict | None:
        """The query of the page before this one."""
        if not self.listing.has_before:
            return None
        if self.number == 2:
            return self.at()
        return self.at(before=self.listing.rows[0].place, number=-1)

    @cached_property
    def next(self) -> QueryDict | None:
        if not self.listing.has_after:
            return None
        return self.at(after=self.listing.rows[-1].place, number=1)

    @property
    def first(self) -> QueryDict | None:
        return self.at() if self.listing.has_before else None

    def at(self, number: int = 0, **places: search.Place) -> QueryDict:
        query = self.query.copy()
        for name in PLACES:
            query.pop(name, None)
        for name, place in places.items():
            query[name] = str(place)
        if number and self.number:
            query["page"] = str(self.number + number)
        return query


def page_found(request: HttpRequest, filters: DocumentFilters, today: datetime.date) -> FoundPage:
    """The page that the address names. Raises Http404 where it is none of the list."""
    places = {name: place_in(request, name) for name in ("after", "before")}
    is_placed = any(places.values())
    number = page_number(request)
    skip = 0 if is_placed else (number - 1) * PAGE_SIZE
    if skip and number > MOST_PAGES:
        raise Http404
    answer = search.answer(filters.selection, filters.in_order_of, today, skip=skip, **places)
    found = answer.listing
    if not found.rows and (skip or is_placed):
        raise Http404
    if found.rows and found.rows[0].number:
        number = (found.rows[0].number - 1) // PAGE_SIZE + 1
    rows = with_snippets(rows_of([*found.documents, *answer.nearly], today), answer.selection)
    is_found_wanting = answer.is_relaxed or not answer.figures.number
    return FoundPage(
        query=request.GET,
        figures=answer.figures,
        listing=found,
        rows=[row for row in rows if row.pk not in answer.nearly],
        number=number,
        is_relaxed=answer.is_relaxed,
        nearly=[row for row in rows if row.pk in answer.nearly],
        near_words=near_words(filters) if is_found_wanting else {},
    )


def with_snippets(rows: list[Row], selection: search.Selection) -> list[Row]:
    cut = search.snippets(selection.match, [row.pk for row in rows])
    return [replace(row, snippet=cut[row.pk]) if row.pk in cut else row for row in rows]


def near_words(filters: DocumentFilters) -> dict[str, str]:
    elements = filters.search.match.elements if filters.search else ()
    return search.near_words(word for element in elements for word in element.near_to)


def place_in(request: HttpRequest, name: str) -> search.Place | None:
    asked = request.GET.get(name)
    place = search.Place.read(asked) if asked else None
    if asked and place is None:
        raise Http404
    return place


def page_number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10 and int(asked)):
        raise Http404
    return int(asked)
