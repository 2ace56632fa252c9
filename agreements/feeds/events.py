from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from agreements.filters import EventFilters
from agreements.models import Event
from agreements.models.name import in_reader_language
from agreements.models.vocabulary import EventKind
from agreements.search.event_rows import events_found_in, events_written, facts, named_by_events
from agreements.search.latest import Moment
from agreements.search.names import Names

from .asking import moment_in, refused, version_of
from .atom import SIZE, Category, Entry, feed, tag


@require_safe
def events_atom(request: HttpRequest) -> HttpResponse:
    """The events of the list with the same filters; those that became public last first."""
    filters = EventFilters(request.GET, Event.objects.published(), version_of(request))
    if response := refused(filters):
        return response
    rows = beyond(filters.rows, moment_in(request)).latest_first()
    found = list(rows.values_list("pk", "published_at", "changed_at")[: SIZE + 1])
    shown = found[:SIZE]
    times = {pk: (published, changed) for pk, published, changed in shown}
    further = Moment(shown[-1][1], shown[-1][0]) if len(found) > SIZE else None
    return feed(
        request,
        filters,
        gettext("Events"),
        list_name="events",
        entries=entries_of(request, times),
        further=further,
    )


def beyond(rows: QuerySet, moment: Moment | None) -> QuerySet:
    if moment is None:
        return rows
    before = Q(published_at__lt=moment.at) | Q(published_at=moment.at, pk__lt=moment.pk)
    return rows.filter(before, published_at__lte=moment.at)  # the second for the index


def entries_of(request: HttpRequest, times: dict) -> list[Entry]:
    found = events_found_in(Event.objects.published().filter(pk__in=times).latest_first())
    names = Names(**named_by_events(found))
    entries = []
    for event, row in zip(found, events_written(found, names), strict=True):
        name = in_reader_language(event.names)
        published, changed = times[event.pk]
        kind = Category(event.kind, str(EventKind(event.kind).label), tag(request, "event-kind"))
        entries.append(
            Entry(
                tag(request, f"event/{event.pk}"),
                request.build_absolute_uri(row.url),
                name.text,
                name.language,
                published,
                max(published, changed),
                format_html_join("\n", "<p>{}</p>", ([fact] for fact in facts(event, names))),
                [kind],
            )
        )
    return entries
