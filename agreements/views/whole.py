"""A document or an event with all that its page shows, and nothing that is not public.

A document takes two statements, an event one.
"""

from __future__ import annotations

import datetime

from django.db.models.expressions import RawSQL

from agreements.editing.public_history import changes_of
from agreements.models import (
    Action,
    Agency,
    AgencyName,
    Announcement,
    Citation,
    Delegation,
    Document,
    DocumentSubject,
    DocumentTitle,
    DocumentType,
    Event,
    EventName,
    File,
    Identifier,
    IdentifierScheme,
    MissingValue,
    Party,
    Place,
    PlaceName,
    Relation,
    ResponsibleBody,
    Signatory,
    Signing,
    Source,
    State,
    StateName,
    StatusOverride,
    StatusPeriod,
    Subject,
    SubjectName,
    Text,
)
from agreements.models.gathering import Gathering, Rows, Slots, give, give_rows, link, under
from agreements.models.merged_record import LARGEST_NUMBER

from .versions import current


def parts(slots: Slots) -> dict:
    """What stands under a document and under its event."""
    pk = slots.one("document")
    event = slots.of(Document, "event_id", "id", pk)
    subject = slots.of(DocumentSubject, "subject_id", "document_id", pk)
    return {
        "document": Document.objects.published().filter(pk=pk),
        "type": DocumentType.objects.filter(pk__in=slots.of(Document, "type_id", "id", pk)),
        "event": Event.objects.published().filter(pk__in=event),
        "event_names": EventName.objects.filter(event__in=event),
        "delegations": Delegation.objects.filter(event__in=event),
        "titles": DocumentTitle.objects.filter(document=pk),
        "parties": Party.objects.filter(document=pk),
        "periods": StatusPeriod.objects.filter(document=pk),
        "missing": MissingValue.objects.filter(document=pk),
        "identifiers": Identifier.objects.filter(document=pk),
        "schemes": IdentifierScheme.objects.filter(
            pk__in=slots.of(Identifier, "scheme_id", "document_id", pk)
        ),
        "subjects": Subject.objects.filter(pk__in=subject),
        "subject_names": SubjectName.objects.filter(subject__in=subject),
        "responsible": ResponsibleBody.objects.filter(document=pk),
        "answering": Agency.objects.filter(
            pk__in=slots.of(ResponsibleBody, "agency_id", "document_id", pk)
        ),
        "texts": Text.objects.published().for_list().filter(document=pk),
        "files": File.objects.published().filter(document=pk),
        # Their numbers alone; see versions.py.
        "replacing": File.objects.filter(document=pk, replaces__isnull=False).only("replaces"),
        "signatories": Signatory.objects.filter(document=pk),
        "signings": Signing.objects.filter(document=pk),
        "actions": Action.objects.filter(document=pk),
        "overrides": StatusOverride.objects.filter(document=pk),
        "relations": Relation.objects.published().filter(document=pk),
        "inverse": Relation.objects.published().filter(target=pk),
        "changes": changes_of(Document, slots.one("key", "text")),
        "citations": Citation.objects.filter(document=pk),
        "of_parties": Citation.objects.filter(party__in=slots.of(Party, "id", "document_id", pk)),
        "of_actions": Citation.objects.filter(action__in=slots.of(Action, "id", "document_id", pk)),
        "of_event": Citation.objects.filter(event__in=event),
    }


def named(slots: Slots) -> dict:
    """What those rows name."""
    documents = Document.objects.published().filter(pk__in=slots.all("documents"))
    return {
        "agencies": Agency.objects.filter(pk__in=slots.all("agencies")),
        "agency_names": AgencyName.objects.filter(agency__in=slots.all("agencies")),
        "states": State.objects.filter(pk__in=slots.all("states")),
        "state_names": StateName.objects.filter(state__in=slots.all("states")),
        "places": Place.objects.filter(pk__in=slots.all("places")),
        "place_names": PlaceName.objects.filter(place__in=slots.all("places")),
        "sources": Source.objects.defer("kept_text").filter(pk__in=slots.all("sources")),
        "texts": Text.objects.defer("body").filter(pk__in=slots.all("texts")),
        "documents": documents,
        "types": DocumentType.objects.filter(pk__in=documents.values("type")),
        "titles": DocumentTitle.objects.filter(document__in=slots.all("documents")),
    }


def parts_of_event(slots: Slots) -> dict:
    """What stands under an event, and what those rows name."""
    pk = slots.one("event")
    announcement = slots.of(Announcement, "id", "event_id", pk)
    place, held_in = (slots.of(Event, column, "id", pk) for column in ("place_id", "state_id"))
    state = slots.of(Delegation, "state_id", "event_id", pk)

    def cited(column: str) -> list[RawSQL]:
        return [
            slots.of(Citation, column, "event_id", pk),
            slots.of(Citation, column, "announcement_id", announcement),
        ]

    sources = [Source.objects.defer("kept_text").filter(pk__in=k) for k in cited("source_id")]
    texts = [Text.objects.defer("body").filter(pk__in=keys) for keys in cited("text_id")]
    return {
        "event": Event.objects.published().with_numbers().filter(pk=pk),
        "names": EventName.objects.filter(event=pk),
        "delegations": Delegation.objects.filter(event=pk),
        "announcements": Announcement.objects.filter(event=pk),
        "changes": changes_of(Event, slots.one("key", "text")),
        "citations": Citation.objects.filter(event=pk),
        "of_announcements": Citation.objects.filter(announcement__in=announcement),
        "places": Place.objects.filter(pk__in=place),
        "place_names": PlaceName.objects.filter(place__in=place),
        "states": State.objects.filter(pk__in=state),
        "state_names": StateName.objects.filter(state__in=state),
        "held_in": State.objects.filter(pk__in=held_in),
        "held_in_names": StateName.objects.filter(state__in=held_in),
        "sources": sources[0],
        "more_sources": sources[1],
        "texts": texts[0],
        "more_texts": texts[1],
    }


PARTS = Gathering(parts)
NAMED = Gathering(named)
OF_EVENT = Gathering(parts_of_event)
UNDER_DOCUMENT = {
    "titles": "titles",
    "parties": "parties",
    "periods": "status_periods",
    "missing": "missing_values",
    "identifiers": "identifiers",
    "responsible": "responsible_bodies",
    "texts": "texts",
    "signatories": "signatories",
    "signings": "signings",
    "actions": "actions",
    "overrides": "status_overrides",
    "relations": "relations",
    "inverse": "inverse_relations",
    "citations": "citations",
}


def whole_document(pk: int, today: datetime.date) -> Document | None:
    """The published document with this number, its standing today, and its ``changes``."""
    if not 0 < pk <= LARGEST_NUMBER:
        return None
    found = PARTS.read(document=pk, key=str(pk))
    if not found["document"]:
        return None
    (document,) = found["document"]
    give_parts(document, found)
    give_named(found, NAMED.read(**keys_named(found)))
    document.changes = found["changes"]
    document.periods_today = [period for period in found["periods"] if today in period.during]
    return document


def give_parts(document: Document, found: Rows) -> None:
    link([document], "type", found["type"])
    link([document], "event", found["event"])
    for name, relation in UNDER_DOCUMENT.items():
        give([document], found[name], relation)
    give_rows(document, "subjects", found["subjects"])
    give(found["subjects"], found["subject_names"], "names")
    give(found["parties"], found["signatories"], "signatories")
    give(found["parties"], found["of_parties"], "citations")
    give(found["actions"], found["of_actions"], "citations")
    give(found["event"], found["event_names"], "names")
    give(found["event"], found["delegations"], "delegations")
    give(found["event"], found["of_event"], "citations")
    link(found["identifiers"], "scheme", found["schemes"])
    give_files(document, found)


def give_files(document: Document, found: Rows) -> None:
    """To each text its ``versions``, to the document its ``attachments``."""
    link(found["files"], "document", [document])
    under_text = under(found["files"], "text_id")
    document.attachments = current(under_text.get(None, []), found["replacing"])
    for text in found["texts"]:
        text.versions = current(under_text.get(text.pk, []), found["replacing"])


def cited_in(found: Rows) -> list[Citation]:
    return [
        citation
        for name in ("citations", "of_parties", "of_actions", "of_event")
        for citation in found.get(name, ())
    ]


def keys_named(found: Rows) -> dict[str, list[int]]:
    def keys(*columns: str) -> list[int]:
        pairs = (column.split(".") for column in columns)
        return list({getattr(row, key) for name, key in pairs for row in found[name]} - {None})

    cited = cited_in(found)
    return {
        "states": keys("parties.state_id", "signings.state_id", "answering.state_id"),
        "agencies": keys("parties.agency_id", "responsible.agency_id"),
        "places": keys("signings.place_id"),
        "documents": keys("relations.target_id", "inverse.document_id"),
        "sources": [*keys("overrides.source_id"), *(c.source_id for c in cited if c.source_id)],
        "texts": [citation.text_id for citation in cited if citation.text_id],
    }


def give_named(found: Rows, named: Rows) -> None:
    give(named["states"], named["state_names"], "names")
    give(named["agencies"], named["agency_names"], "names")
    give(named["places"], named["place_names"], "names")
    give(named["documents"], named["titles"], "titles")
    link(named["agencies"], "state", named["states"])
    link(named["documents"], "type", named["types"])
    for name in ("parties", "signings"):
        link(found[name], "state", named["states"])
    for name in ("parties", "responsible"):
        link(found[name], "agency", named["agencies"])
    link(found["signings"], "place", named["places"])
    link(found["relations"], "target", named["documents"])
    link(found["inverse"], "document", named["documents"])
    link(found["overrides"], "source", named["sources"])
    link(cited_in(found), "source", named["sources"])
    link(named["texts"], "document", found["document"])
    link(cited_in(found), "text", named["texts"])


def whole_event(pk: int) -> Event | None:
    """The published event with this number, its numbers, and its ``changes``."""
    if not 0 < pk <= LARGEST_NUMBER:
        return None
    found = OF_EVENT.read(event=pk, key=str(pk))
    if not found["event"]:
        return None
    (event,) = found["event"]
    for relation in ("names", "delegations", "announcements", "citations"):
        give([event], found[relation], relation)
    give(found["announcements"], found["of_announcements"], "citations")
    give(found["places"], found["place_names"], "names")
    give(found["states"], found["state_names"], "names")
    give(found["held_in"], found["held_in_names"], "names")
    link([event], "place", found["places"])
    link([event], "state", found["held_in"])
    link(found["delegations"], "state", found["states"])
    cited = [*found["citations"], *found["of_announcements"]]
    link(cited, "source", [*found["sources"], *found["more_sources"]])
    link(cited, "text", [*found["texts"], *found["more_texts"]])
    event.changes = found["changes"]
    return event
