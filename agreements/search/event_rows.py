"""The rows of a list of events, ready to be written: two statements, however many rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from agreements.marking import partial_date, worded
from agreements.models.event import EventQuerySet
from agreements.models.name import address_word, in_reader_language
from agreements.models.vocabulary import EventKind, Qualifier

from .names import Names, PlainCalled

# Whatever is asked for, only what is published is read and counted.
EVENTS = """
    SELECT e.id, e.kind, e.began_on, e.ended_on, e.place_id, e.state_id,
        (SELECT count(*) FROM agreements_document d
            WHERE d.event_id = e.id AND d.publication_state = 'published'),
        (SELECT json_agg(json_build_array(n.id, n.language, n.text, n.is_variant) ORDER BY n.id)
            FROM agreements_eventname n WHERE n.event_id = e.id),
        (SELECT json_agg(json_build_array(a.qualifier, a.number) ORDER BY a.id)
            FROM agreements_announcement a WHERE a.event_id = e.id)
    FROM unnest(ARRAY({keys})) WITH ORDINALITY AS found(id, place)
    JOIN agreements_event e ON e.id = found.id AND e.publication_state = 'published'
    ORDER BY found.place
"""


@dataclass(frozen=True)
class EventRow:
    """What a list says of an event. Safe strings hold mark-up."""

    pk: int
    url: str
    name: SafeString
    facts: SafeString
    recorded: int


class FoundEvent(NamedTuple):
    """An event as it is read."""

    pk: int
    kind: str
    began_on: str | None
    ended_on: str | None
    place: int | None
    state: int | None
    recorded: int
    names: list[PlainCalled]
    announcements: list[tuple[str, int]]


def event_rows_in(events: EventQuerySet) -> list[EventRow]:
    """Of the events in a slice of a list, in its order."""
    found = events_found_in(events)
    return events_written(found, Names(**named_by_events(found))) if found else []


def events_found_in(events: EventQuerySet) -> list[FoundEvent]:
    try:
        sql, params = events.values("pk").query.sql_with_params()
    except EmptyResultSet:  # Django knows that there can be none
        return []
    with connection.cursor() as cursor:
        cursor.execute(EVENTS.format(keys=sql), params)
        return [
            FoundEvent(*own, [PlainCalled(*name) for name in names or ()], announcements or [])
            for *own, names, announcements in cursor
        ]


def named_by_events(found: list[FoundEvent]) -> dict[str, set[int]]:
    """The keys of what their rows name, as Names takes them."""
    return {
        "places": {event.place for event in found if event.place},
        "states": {event.state for event in found if event.state and not event.place},
    }


def events_written(found: list[FoundEvent], names: Names) -> list[EventRow]:
    """The rows, by names that have been read already."""
    address = reverse("events")
    return [
        EventRow(
            event.pk,
            f"{address}{event.pk}/{address_word(event.names) or 'event'}/",
            worded(in_reader_language(event.names)),
            SafeString(" · ".join(conditional_escape(fact) for fact in facts(event, names))),
            event.recorded,
        )
        for event in found
    ]


def facts(event: FoundEvent, names: Names) -> list[Any]:
    """Its kind, its days, where it was, and how much was signed."""
    bearer = names.places.get(event.place) or names.states.get(event.state)
    recorded = ngettext("%(number)s recorded", "%(number)s recorded", event.recorded)
    numbers = [recorded % {"number": event.recorded}, *map(announced, event.announcements)]
    return [
        capfirst(EventKind(event.kind).label),
        days(event),
        *([bearer.called().marked] if bearer else []),
        ", ".join(numbers),
    ]


def days(event: FoundEvent) -> SafeString | str:
    if not event.began_on:
        return gettext("date not recorded")
    ends = filter(None, (event.began_on, event.ended_on))
    return SafeString(" – ".join(partial_date(end) for end in ends))


def announced(announcement: tuple[str, int]) -> str:
    qualifier, number = announcement
    if qualifier == Qualifier.EXACTLY:
        return gettext("%(number)s announced") % {"number": number}
    words = {"qualifier": Qualifier(qualifier).label, "number": number}
    return gettext("%(qualifier)s %(number)s announced") % words
