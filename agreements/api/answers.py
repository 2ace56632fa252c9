"""What all answers have: addresses of the pages beside them, and of records."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.http import http_date
from rest_framework.response import Response

from agreements.models import MergedRecord

from . import asking

# HEAD is a GET without its body; what may be asked for from elsewhere is answered before.
METHODS = ["GET", "HEAD"]
PLACES = ("after", "before")


def base(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def version(request: HttpRequest) -> str | None:
    """Of the content that the answer is made of; None where nobody asked for it."""
    return getattr(request, "content_version", None)


def beside(request: HttpRequest, **places: object) -> str:
    """The address of the same list from another place."""
    query = request.GET.copy()
    for name in PLACES:
        query.pop(name, None)
    for name, place in places.items():
        query[name] = str(place)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def page(results: list[Any], **more: Any) -> Response:
    """``more`` has the addresses ``next`` and ``previous``, which stand in a header too."""
    links = {"next": more.get("next"), "prev": more.get("previous")}
    said = [f'<{address}>; rel="{name}"' for name, address in links.items() if address]
    headers = {"Link": ", ".join(said)} if said else {}
    return Response({**more, "results": results}, headers=headers)


def whole(results: list[Any]) -> Response:
    """A list that is short enough to be given at once."""
    return page(results, next=None)


def by_number(
    request: HttpRequest,
    rows: QuerySet,
    read: Callable[[Sequence[int]], list[Any]],
    **more: Any,
) -> Response:
    """A page of a list in the order of the numbers."""
    size, after = asking.limit(request), asking.number(request, "after")
    rows = rows.filter(pk__gt=after) if after else rows
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[: size + 1])
    following = beside(request, after=keys[size - 1]) if len(keys) > size else None
    return page(read(keys[:size]), **more, next=following)


def one(record: Any, changed_at: datetime.datetime | None = None) -> Response:
    headers = {"Last-Modified": http_date(changed_at.timestamp())} if changed_at else {}
    return Response(record, headers=headers)


def moved(name: str, key: Any) -> HttpResponsePermanentRedirect:
    """To the record that stands for a merged one. A merge can be undone: so nobody is to remember
    for good where it led."""
    response = HttpResponsePermanentRedirect(reverse(name, args=[key]))
    response["Cache-Control"] = "no-cache"
    return response


def moved_or_404(
    name: str, public: QuerySet, number: int | None, column: str = "pk"
) -> HttpResponsePermanentRedirect:
    """For records that are never withdrawn. Raises Http404 where nothing public took its place."""
    key = public.filter(pk=number).values_list(column, flat=True).first() if number else None
    if key is None:
        raise Http404
    return moved(name, key)


def kept_number(public: QuerySet, pk: int) -> int | None:
    return MergedRecord.objects.kept_number(public.model._meta.model_name, pk)
