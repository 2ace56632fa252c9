"""Records that a reader may mean by what is typed so far: for the script of the search boxes, and
as a page."""

from __future__ import annotations

from html import unescape

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe

from agreements.search.names import Names
from agreements.search.suggesting import suggestions
from agreements.search.vocabularies import vocabulary

from .offers import Offer, keys_of, offered
from .pages import version_of

LONGEST = 400


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    context = {"typed": typed_in(request), "offers": suggested(request)}
    return render(request, "suggest.html", context)


@require_safe
def suggest_json(request: HttpRequest) -> HttpResponse:
    address = reverse("documents")
    found = [
        {
            "label": unescape(strip_tags(offer.label)),
            "name": offer.words,
            "kind": offer.kind,
            "url": f"{address}?{offer.query.urlencode()}",
        }
        for offer in suggested(request)
    ]
    return JsonResponse({"suggestions": found})


def typed_in(request: HttpRequest) -> str:
    return request.GET.get("q", "")[:LONGEST].replace("\0", " ").strip()


def suggested(request: HttpRequest) -> list[Offer]:
    """Each as the list that it narrows, with the words before the name kept as words."""
    typed = typed_in(request)
    found = suggestions(typed)
    if not found:
        return []
    known = vocabulary(version_of(request))
    names = Names(**keys_of([one.term for one in found]))
    words = typed.split()
    made = (
        offered(known, names, one.term, one.name, request.GET, " ".join(words[: -one.words]))
        for one in found
    )
    return [offer for offer in made if offer]
