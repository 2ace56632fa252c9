from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Document, Event
from agreements.search.event_rows import event_rows_in
from agreements.search.rows import rows_in

from . import tallies
from .pages import page_of

MOST_EVENTS = 20


@require_safe
def year_list(request: HttpRequest) -> HttpResponse:
    numbers = Document.objects.published().count_by_year()
    undated = numbers.pop(None, 0)
    years = sorted(numbers.items(), reverse=True)
    context = {"years": years, "most": max(numbers.values(), default=1), "undated": undated}
    return render(request, "year_list.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """A year in which nothing was signed has no page."""
    documents = Document.objects.published().signed_in(year)
    page = page_of(request, documents.newest_first())
    rows = rows_in(page.object_list, timezone.localdate())
    if not rows:
        raise Http404
    events = Event.objects.published().began_in(year).newest_first()
    context = {
        "year": year,
        "page": page,
        "rows": rows,
        "earlier": neighbour(year, "lt"),
        "later": neighbour(year, "gt"),
        "by_type": tallies.by_type(documents, year=year),
        "by_level": tallies.by_level(documents, year=year),
        "events": event_rows_in(events[:MOST_EVENTS]),
        "list_url": tallies.list_url(year=year),
    }
    return render(request, "year.html", context)


def neighbour(year: int, side: str) -> int | None:
    """The nearest year before (``lt``) or after (``gt``) in which something was signed."""
    days = Document.objects.published().filter(**{f"signed_first__year__{side}": year})
    order = "-signed_first" if side == "lt" else "signed_first"
    nearest = days.order_by(order).values_list("signed_first", flat=True).first()
    return nearest and nearest.year
