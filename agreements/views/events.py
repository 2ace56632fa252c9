from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.editing.public_history import public_history
from agreements.filters import EventFilters
from agreements.models import Announcement, Citation, Document, Event
from agreements.models.event import Shortfall
from agreements.search.event_rows import event_rows_in
from agreements.search.rows import rows_in

from . import tallies
from .downloads import downloads
from .linked_data import event_data, event_trail, script
from .pages import gone, leaf_of, moved, replaced, tidied, version_of
from .whole import whole_event

MOST_DOCUMENTS = 100


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    filters = EventFilters(request.GET, Event.objects.published(), version_of(request))
    page = leaf_of(request, filters.rows.newest_first(), event_rows_in)
    context = {"filters": filters, "form": filters.form, "page": page}
    return tidied(request) or render(request, "event_list.html", context)


@require_safe
def event(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = whole_event(pk)
    if found is None:
        moved_on = replaced(request, Event.objects.published(), pk)
        return moved_on or gone(request, Event.objects.withdrawn().with_names(), pk)
    if request.path != found.get_absolute_url():
        return moved(request, found.get_absolute_url())
    documents = Document.objects.published().filter(event=found)
    rows = rows_in(
        documents.order_by("event_position", "pk")[:MOST_DOCUMENTS], timezone.localdate()
    )
    context = {
        "event": found,
        "heads_documents": [row for row in rows if row.is_signed_by_heads],
        "other_documents": [row for row in rows if not row.is_signed_by_heads],
        "more_url": tallies.list_url(event=pk) if found.recorded > MOST_DOCUMENTS else "",
        "downloads": downloads(tallies.list_url(event=pk), found.recorded),
        "announced": announced(found, found.recorded, found.by_heads),
        "citations": citations_of(found),
        "history": public_history(found, found.changes),
        "linked_data": script(event_data(request, found), event_trail(request, found)),
    }
    return render(request, "event.html", context)


def citations_of(event: Event) -> list[Citation]:
    """What sources say of it, and of how much was signed."""
    parts = [event, *event.announcements.all()]
    return [citation for part in parts for citation in part.citations.all()]


@dataclass(frozen=True)
class Announced:
    """An announcement beside what the public sees of it."""

    announcement: Announcement
    shortfall: Shortfall


def announced(event: Event, recorded: int, by_heads: int) -> list[Announced]:
    return [
        Announced(announcement, announcement.shortfall(recorded, by_heads))
        for announcement in event.announcements.all()
    ]
