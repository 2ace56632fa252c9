"""A page of documents that were asked for, with the addresses of the pages beside it."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext

from agreements import search
from agreements.filters import DocumentFilters
from agreements.filters.base import COMPANIONS, Chip, from_first_page
from agreements.search.listing import PAGE_SIZE
from agreements.search.names import Names
from agreements.search.rows import Row

from .facets import agencies_in
from .offers import named_in_query

# By number; deeper ones are reached from page to page, or by a filter.
MOST_PAGES = 20
# Of an empty list, so many are counted without one of its filters.
MOST_COUNTED = 1000
# Parameters that say more about others.
SAYING_MORE = {name for names in COMPANIONS.values() for name in names}


@dataclass(frozen=True)
class FoundPage:
    """Documents in order. ``number`` counts pages from 1; None where it isn't known."""

    path: str
    query: QueryDict
    figures: search.Figures
    listing: search.Listing
    rows: list[Row]
    number: int | None
    names: Names
    # Set where no document has all of the words, and these have the most of them.
    is_relaxed: bool = False
    missing: tuple[str, ...] = ()
    # Documents that have nearly all of the words, after few that have all.
    nearly: list[Row] = field(default_factory=list)
    # The query with near words in the place of those that no title has.
    near: QueryDict | None = None
    # Where nothing was found: each filter, with how many there are without it.
    ways_out: list[WayOut] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many there are, about."""
        return max(1, -(-self.figures.number // PAGE_SIZE))

    @property
    def has_other_pages(self) -> bool:
        return self.listing.has_before or self.listing.has_after

    @cached_property
    def previous(self) -> str:
        """The address of the page before this one; empty where there is none."""
        if not self.listing.has_before:
            return ""
        if self.number == 2:
            return self.at()
        return self.at(before=self.listing.rows[0].place, number=-1)

    @cached_property
    def next(self) -> str:
        if not self.listing.has_after:
            return ""
        return self.at(after=self.listing.rows[-1].place, number=1)

    def at(self, number: int = 0, **places: search.Place) -> str:
        """An address and no query: that of the first page of everything would be empty."""
        query = from_first_page(self.query)
        for name, place in places.items():
            query[name] = str(place)
        if number and self.number:
            query["page"] = str(self.number + number)
        return f"{self.path}?{query.urlencode()}".rstrip("?")


def page_found(request: HttpRequest, filters: DocumentFilters, today: datetime.date) -> FoundPage:
    """The page that the address names. Raises Http404 where it is none of the list."""
    answer, number = answered(request, filters, today)
    figures = answer.figures
    told = search.told(
        [*answer.listing.documents, *answer.nearly],
        filters.status_day,
        answer.selection.match,
        {"agencies": agencies_in(filters, figures)},
        named_in_query(filters, figures),
    )
    is_found_wanting = answer.is_relaxed or not figures.number
    return FoundPage(
        path=request.path,
        query=request.GET,
        figures=figures,
        listing=answer.listing,
        rows=[row for row in told.rows if row.pk not in answer.nearly],
        number=number,
        names=told.names,
        is_relaxed=answer.is_relaxed,
        missing=answer.missing,
        nearly=[row for row in told.rows if row.pk in answer.nearly],
        near=with_near_words(filters) if is_found_wanting else None,
        ways_out=[] if figures.number else ways_out(filters),
    )


def answered(
    request: HttpRequest, filters: DocumentFilters, today: datetime.date
) -> tuple[search.Answer, int | None]:
    """With the number of the page, where it is known."""
    places = {name: place_in(request, name) for name in ("after", "before")}
    is_placed = any(places.values())
    number = page_number(request)
    skip = 0 if is_placed else (number - 1) * PAGE_SIZE
    if skip and number > MOST_PAGES:
        raise Http404
    answer = search.answer(filters.selection, filters.in_order_of, today, skip=skip, **places)
    rows = answer.listing.rows
    if not rows and (skip or is_placed):
        raise Http404
    if rows and rows[0].number:
        number = (rows[0].number - 1) // PAGE_SIZE + 1
    return answer, number


def with_near_words(filters: DocumentFilters) -> QueryDict | None:
    """The same with the likest words in the place of those that nothing has; None if all are known.

    The link is the answer to a slip.
    """
    if filters.search is None:
        return None
    sought = (word for element in filters.search.match.elements for word in element.near_to)
    near = search.near_words(sought)
    words = search.written(filters.search.query, instead=near)
    if not near or words == search.written(filters.search.query):
        return None
    query = from_first_page(filters.data)
    query["q"] = words
    return query


@dataclass(frozen=True)
class WayOut:
    """A filter to be taken away, and how many documents there then are; None if that isn't known.

    ``is_more``: they were not counted to the end.
    """

    chip: Chip
    number: int | None
    is_more: bool = False


def ways_out(filters: DocumentFilters) -> list[WayOut]:
    """Of an empty list: without which single filter there is something. By one statement."""
    chips = [chip for chip in filters.chips if chip.name not in SAYING_MORE]
    if len(chips) < 2:
        return []
    times = Counter(chip.name for chip in chips)
    alone = [chip for chip in chips if times[chip.name] == 1]
    selections = [filters.selection_without(chip.name) for chip in alone]
    numbers = dict(zip(map(id, alone), search.counted(selections, MOST_COUNTED + 1), strict=True))
    found = [
        WayOut(chip, min(number, MOST_COUNTED), number > MOST_COUNTED)
        if (number := numbers.get(id(chip))) is not None
        else WayOut(chip, None)
        for chip in chips
    ]
    return [way for way in found if way.number != 0]


@dataclass(frozen=True)
class OrderLink:
    label: str
    query: QueryDict
    is_chosen: bool


def orders(filters: DocumentFilters) -> list[OrderLink]:
    """Ways to the same list in another order."""
    asked = filters.search.match.elements if filters.search else ()
    usual = search.Order.RELEVANCE if asked else search.Order.NEWEST
    labels = {
        search.Order.RELEVANCE: gettext("best fit first"),
        search.Order.NEWEST: gettext("newest first"),
        search.Order.OLDEST: gettext("oldest first"),
    }
    if not asked:
        del labels[search.Order.RELEVANCE]
    links = []
    for order, label in labels.items():
        query = from_first_page(filters.data, "order")
        if order != usual:
            query["order"] = str(order)
        links.append(OrderLink(label, query, order == filters.in_order_of))
    return links


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
