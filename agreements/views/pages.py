"""What the public pages share: pages of a list, moved and withdrawn records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render

from agreements.models import MergedRecord
from agreements.models.publication import Publishable

PAGE_SIZE = 50
MOST_PAGES = 100
# Of the words that are looked for; more would be carried on in every link of a page.
LONGEST = 1000


@dataclass(frozen=True)
class Leaf:
    """A page of a list that is not counted: nobody needs to know how many pages there are."""

    number: int
    rows: list[Any]
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def leaf_of(request: HttpRequest, rows: Any, written: Callable[[Any], list] = list) -> Leaf:
    """The page that the address names, its rows written from a slice of the list.

    Raises Http404 for one that there is not, or that lies too deep.
    """
    asked = request.GET.get("page") or "1"
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    if not 0 < number <= MOST_PAGES:
        raise Http404
    start = (number - 1) * PAGE_SIZE
    found = written(rows[start : start + PAGE_SIZE + 1])
    if number > 1 and not found:
        raise Http404
    has_next = len(found) > PAGE_SIZE and number < MOST_PAGES
    return Leaf(number, found[:PAGE_SIZE], has_next)


def moved(request: HttpRequest, path: str) -> HttpResponse:
    """To another address for good, with the query that was given."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def replaced(
    request: HttpRequest,
    public: QuerySet,
    pk: int,
    path_of: Callable[[Any], str] = lambda kept: kept.get_absolute_url(),
) -> HttpResponse | None:
    """To the record into which this one was merged; None unless that is public."""
    number = MergedRecord.objects.kept_number(public.model._meta.model_name, pk)
    kept = public.filter(pk=number).first() if number else None
    return asked_again(moved(request, path_of(kept))) if kept else None


def asked_again(response: HttpResponse) -> HttpResponse:
    """A merge can be undone: browsers are not to remember for good where it led."""
    response["Cache-Control"] = "no-cache"
    return response


def replaced_or_404(request: HttpRequest, public: QuerySet, pk: int) -> HttpResponse:
    """For records that are never withdrawn. Raises Http404 where nothing public took its place."""
    response = replaced(request, public, pk)
    if response is None:
        raise Http404
    return response


def gone(request: HttpRequest, withdrawn: QuerySet, pk: int) -> HttpResponse:
    """What became of a withdrawn record. Raises Http404 where there never was a public one."""
    record: Publishable | None = withdrawn.filter(pk=pk).first()
    if record is None:
        raise Http404
    context = {"reason": record.withdrawal_reason}
    # Of a duplicate the title is that of the other record, which may have to be withheld.
    if not record.is_title_withheld and not MergedRecord.objects.of(record).exists():
        context[record._meta.model_name] = record
    return render(request, "410.html", context, status=410)


def tidied(request: HttpRequest) -> HttpResponse | None:
    """Without the empty fields that a form sends along, and with no endless words, so that
    addresses can be passed on."""
    query = request.GET.copy()
    for name, values in list(query.lists()):
        query.setlist(name, [value for value in values if value])
    if "q" in query:
        query.setlist("q", [words[:LONGEST] for words in query.getlist("q")])
    if query.urlencode() == request.GET.urlencode():
        return None
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}".rstrip("?"))


def version_of(request: HttpRequest) -> str | None:
    """The version of the content that this page is made of; None where nobody asked for it."""
    return getattr(request, "content_version", None)
