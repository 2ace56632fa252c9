"""The newest documents of a record on its own page; the rest is a list that can be filtered."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from agreements.search import Figures, Order, Selection, listing
from agreements.search.listing import PAGE_SIZE
from agreements.search.names import Names
from agreements.search.rows import Found, found_of

from .tallies import grouped


@dataclass(frozen=True)
class Entry:
    """A record in an index of names, with how many documents it has."""

    name: SafeString
    url: str
    number: int
    beside: SafeString | str = ""

    @property
    def written(self) -> str:
        return grouped(self.number)


def agency_entry(pk: int, number: int, names: Names) -> Entry:
    bearer = names.agencies[pk]
    url = f"{reverse('agencies')}{pk}/{bearer.slug or 'agency'}/"
    return Entry(bearer.called().marked, url, number)


def newest(
    figures: Figures, today: datetime.date, *terms: str, size: int = PAGE_SIZE
) -> list[Found]:
    """Of the documents that have one of the terms, of which these are the figures."""
    selection = Selection().having(terms) if terms else Selection()
    return found_of(listing(selection, figures, Order.NEWEST, size=size).documents, today)


def further(request: HttpRequest, list_url: str) -> HttpResponse | None:
    """For an address of a further page: to that page of the list of the same documents."""
    page = request.GET.get("page", "1")
    if page == "1":
        return None
    return HttpResponseRedirect(f"{list_url}&{urlencode({'page': page})}")
