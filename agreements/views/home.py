from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Document, Event
from agreements.search.event_rows import events_found_in, events_written, named_by_events
from agreements.search.names import Names
from agreements.search.numbers import bodies_and_events, numbers_of
from agreements.search.rows import found_in, named_in, written

from .linked_data import script, website

LATEST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    counts = numbers_of({"*": "s"})["*"]
    agencies, events_number = bodies_and_events()
    documents = found_in(Document.objects.published().newest_first()[:LATEST], timezone.localdate())
    events = events_found_in(Event.objects.published().newest_first()[:LATEST])
    names = Names.together(named_in(documents), named_by_events(events))
    context = {
        "latest": written(documents, names),
        "events": events_written(events, names),
        "documents_number": counts.number,
        "states_number": len(counts.of_kind("s")),
        "agencies_number": agencies,
        "events_number": events_number,
        "linked_data": script(website(request)),
    }
    return render(request, "home.html", context)
