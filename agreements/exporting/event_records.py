"""Published events as plain values, as ``records`` has documents."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, Q

from agreements.models import Announcement, Citation, Delegation, Event, EventName
from agreements.models.vocabulary import DelegationRole, EventKind, Qualifier, Stance, Stated

from .addresses import address
from .bodies import Bodies
from .records import Record, empty, first_and_last, moment
from .rows import Rows, grouped, plain
from .shape import Field, Kind, Table, always, bounds, code, date, number, yes_no

EVENTS = Table(
    "events",
    "One row for each event: the occasion on which documents were signed.",
    (
        always(number("id", "The event's number in this archive. It never changes.")),
        always(Field("url", "Its permanent address.", Kind.URL)),
        Field("name", "Its name in English, else the first one."),
        Field("name_language", "The language of that name.", Kind.LANGUAGE),
        always(code("kind", EventKind, "What it was.")),
        date("began_on", "Its first day."),
        date("ended_on", "Its last day."),
        *bounds("began", "began_on"),
        number("place", "The number of the place."),
        Field("place_name", "What the place is called."),
        Field("state", "The code of the state where it was held, where no place is stated."),
        Field("public_note", "A note on the record."),
        always(number("recorded", "How many published documents were signed at it.")),
        always(number("by_heads", "How many of these the heads signed themselves.")),
        always(Field("changed_at", "When the record was last changed.", Kind.TIME)),
    ),
)
NAMES = Table(
    "names",
    "All names of an event.",
    (
        always(number("id", "The row's own number.")),
        always(Field("language", "Its language.", Kind.LANGUAGE)),
        always(Field("text", "The name.")),
        yes_no("is_variant", "Another wording, to be found by."),
    ),
)
DELEGATIONS = Table(
    "delegations",
    "The states that were present, and who headed each side.",
    (
        always(number("id", "The row's own number.")),
        always(Field("state", "The code of the state.")),
        always(Field("state_name", "What the state was called on the first day.")),
        always(code("role", DelegationRole, "Host, guest or party.")),
        Field("head", "Who headed it."),
        Field("office", "The office as stated."),
        always(code("is_head_present", Stated, "Whether the head was present at the signing.")),
    ),
)
ANNOUNCEMENTS = Table(
    "announcements",
    "How many documents a source says were signed.",
    (
        always(number("id", "The row's own number; citations name it.")),
        always(number("number", "The number.")),
        always(code("qualifier", Qualifier, "Exactly so many, or more, or about.")),
        Field("counts", "What it counts."),
        always(code("includes_heads_documents", Stated, "Whether the heads' own are among them.")),
        number("listed", "How many of them the source names."),
    ),
)
EVENT_CITATIONS = Table(
    "citations",
    "What sources say of the event and of how much was signed.",
    (
        always(number("id", "The row's own number.")),
        number("source", "The number of the source."),
        Field("source_title", "What the source is."),
        Field("source_url", "Its address.", Kind.URL),
        number("text", "A text of this archive that is cited in the place of a source."),
        Field("article", "The article of that text."),
        number("announcement", "The announcement of which it speaks; empty where of the event."),
        Field("field", "The field of which it speaks; empty for the whole."),
        Field("quote", "The exact words."),
        always(code("stance", Stance, "States, agrees, or differs.")),
        Field("value", "The value that it gives."),
    ),
)
UNDER_EVENT = (NAMES, DELEGATIONS, ANNOUNCEMENTS, EVENT_CITATIONS)


def citations(events: list[int]) -> Rows:
    columns = ("id", "source", "text", "article", "announcement", "field", "quote", "stance")
    source = {"source_title": F("source__title"), "source_url": F("source__url")}
    shown = Q(text=None) | Q(text__is_public=True, text__document__publication_state="published")
    for root in ("event", "announcement__event"):
        mine = Citation.objects.filter(shown, **{f"{root}__in": events}).order_by("pk")
        yield from mine.values(*columns, "value", root=F(root), **source)


READERS = {
    "names": plain(
        EventName.objects.order_by("pk"),
        *("id", "language", "text", "is_variant"),
        under="event",
    ),
    "delegations": plain(
        Delegation.objects.order_by("pk"),
        *("id", "state", "role", "head", "office", "is_head_present"),
        under="event",
    ),
    "announcements": plain(
        Announcement.objects.order_by("pk"),
        *("id", "number", "qualifier", "counts", "includes_heads_documents", "listed"),
        under="event",
    ),
    "citations": citations,
}


class EventRecords:
    """Reads records; ``base`` stands before each address."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.bodies = Bodies()

    def read(self, events: Sequence[int]) -> list[Record]:
        """In this order, without those that are not public, or are no longer."""
        found = Event.objects.published().with_numbers().prefetch_related("names")
        of_number = found.in_bulk(list(events))
        under = {name: grouped(read(list(of_number))) for name, read in READERS.items()}
        self.meet(of_number, under["delegations"])
        return [
            self.record(of_number[pk], {name: rows.get(pk, []) for name, rows in under.items()})
            for pk in events
            if pk in of_number
        ]

    def meet(self, events: dict[int, Event], delegations: dict[int, list[dict]]) -> None:
        present = (row["state"] for rows in delegations.values() for row in rows)
        held_in = (event.state_id for event in events.values())
        self.bodies.states.meet([*present, *held_in])
        self.bodies.places.meet([event.place_id for event in events.values()])

    def record(self, event: Event, rows: dict[str, list[dict]]) -> Record:
        record = self.fields(event)
        for row in rows["delegations"]:
            state = row["state"]
            row["state"] = self.bodies.code(state)
            row["state_name"] = self.bodies.states.name(state, event.began_first)
        for table in UNDER_EVENT:
            record[table.name] = [
                {name: empty(row.get(name)) for name in table.names} for row in rows[table.name]
            ]
        return record

    def fields(self, event: Event) -> Record:
        name = event.name
        values = {field: vars(event).get(field) for field in EVENTS.names}
        values |= {
            "id": event.pk,
            "url": address(event, self.base),
            "name": str(name) if name else None,
            "name_language": name.language if name else None,
            **first_and_last("began", event.began_first, event.began_after),
            "place": event.place_id,
            "place_name": self.bodies.places.name(event.place_id),
            "state": self.bodies.code(event.state_id),
            "changed_at": moment(event.changed_at),
        }
        return {name: empty(value) for name, value in values.items()}
