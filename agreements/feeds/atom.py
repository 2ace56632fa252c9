"""Feeds as RFC 4287 has them, in pages as RFC 5005 has them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from agreements.filters.base import Filters
from agreements.search.latest import Moment

SIZE = 50
CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# Since when names in the form of RFC 4151 are given; never to be changed.
SINCE = 2026
# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Category:
    term: str
    label: str
    scheme: str


@dataclass(frozen=True)
class Entry:
    """``summary`` is mark-up."""

    id: str
    url: str
    title: str
    language: str
    published: datetime.datetime
    updated: datetime.datetime
    summary: SafeString
    categories: list[Category] = field(default_factory=list)


def tag(request: HttpRequest, what: str) -> str:
    """A name that stays, whatever the words in an address become (RFC 4151)."""
    domain, _port = split_domain_port(request.get_host())
    return f"tag:{domain},{SINCE}:{what}"


def feed(
    request: HttpRequest,
    filters: Filters,
    title: str,
    *,
    list_name: str,
    entries: Sequence[Entry],
    further: Moment | None,
) -> HttpResponse:
    """``further``: the last entry, where there are more."""
    query = filters.contents
    list_url = request.build_absolute_uri(with_query(reverse(list_name), query))
    words = " · ".join(filter(None, ["Pacta", title, filters.in_short]))
    content = render_to_string(
        "feeds/feed.atom.xml",
        {
            "language": get_language(),
            "title": words,
            "id": tag(request, with_query(list_name, query)),
            "updated": max((entry.updated for entry in entries), default=midnight()),
            "home": request.build_absolute_uri(reverse("home")),
            "list_url": list_url,
            "self_url": request.build_absolute_uri(),
            "next_url": next_url(request, query, further) if further else "",
            "entries": entries,
        },
    )
    return HttpResponse(UNWRITABLE.sub("", content), content_type=CONTENT_TYPE)


def next_url(request: HttpRequest, query: QueryDict, further: Moment) -> str:
    query = query.copy()
    query["after"] = str(further)
    return request.build_absolute_uri(with_query(request.path, query))


def with_query(path: str, query: QueryDict) -> str:
    return f"{path}?{query.urlencode()}" if query else path


def midnight() -> datetime.datetime:
    """Of a feed without entries: so that it says the same all day."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
