from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Document, Event
from agreements.search.event_rows import events_found_in, events_written, named_by_events
from agreements.search.names import Names
from agreements.search.numbers import numbers_of
from agreements.search.rows import found_in, named_in, written

from . import tallies
from .downloads import downloads
from .newest import further
from .pages import PAGE_SIZE
from .tallies import Row, Tally, undated

MOST_EVENTS = 20


@require_safe
def year_list(request: HttpRequest) -> HttpResponse:
    years = numbers_of({"*": "y"})["*"].years()
    address = reverse("years")
    rows = [
        Row(str(year), number, f"{address}{year:04}/") if year else Row(undated(), number)
        for year, number in years
    ]
    return render(request, "year_list.html", {"tally": Tally(rows)})


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """From the first in which something was signed to the last; between them some may be empty."""
    key = f"y{year}"
    figures = numbers_of({key: "tvy", "*": "y"})
    years = [other for other, _number in figures["*"].years() if other]
    if not years or not min(years) <= year <= max(years):
        raise Http404
    list_url = tallies.list_url(year=year)
    of_year = Document.objects.published().filter(signed_first__year=year)
    documents = found_in(of_year.newest_first()[:PAGE_SIZE], timezone.localdate())
    events = events_found_in(Event.objects.published().began_in(year).newest_first()[:MOST_EVENTS])
    names = Names.together(
        named_in(documents), named_by_events(events), tallies.types_in(figures[key])
    )
    context = {
        "year": year,
        "figures": figures[key],
        "rows": written(documents, names),
        "earlier": max((other for other in years if other < year), default=None),
        "later": min((other for other in years if other > year), default=None),
        "by_type": tallies.by_type(figures[key], names.types, year=year),
        "by_level": tallies.by_level(figures[key], year=year),
        "events": events_written(events, names),
        "list_url": list_url,
        "downloads": downloads(list_url, figures[key].number),
    }
    return further(request, list_url) or render(request, "year.html", context)
