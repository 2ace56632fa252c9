"""A second communique of one ceremony: what is recorded already, and where the two differ."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from agreements import dates
from agreements.editing.likeness import LIKE, likeness, likest, stems
from agreements.forms.admin_labels import label
from agreements.forms.boxes import as_boxed
from agreements.forms.communique import Known, Review, as_data
from agreements.forms.communique_rows import ProposedForm
from agreements.models import Delegation, Document, DocumentType, Event, Party, StateName

from .matching import Asked, bodies, chosen
from .opening import Kept
from .steps import one, parties_in, rows_in, with_rows

# Reports come out on the day after; dates of papers differ by a few days.
NEAR_EVENT = datetime.timedelta(days=1)
NEAR_PAPER = datetime.timedelta(days=3)
MOST_EVENTS = 5
MOST_DOCUMENTS = 200
# Titles in one language that have less than this in common are of two documents.
UNLIKE = 0.3


@dataclass
class Recorded:
    """What the archive has of these states at that time."""

    events: list[Event] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    @property
    def event_choices(self) -> list[tuple[str, str]]:
        return [(str(event.pk), label(event)) for event in self.events]

    @property
    def document_choices(self) -> list[tuple[str, str]]:
        return [(str(document.pk), label(document)) for document in self.documents]

    def document(self, key: str) -> Document | None:
        return next((one for one in self.documents if str(one.pk) == key), None)

    def event(self, key: str) -> Event | None:
        return next((one for one in self.events if str(one.pk) == key), None)


def recorded(kept: Kept) -> Recorded:
    """In a few queries, however many documents the communique names."""
    states, days = states_of(kept), days_of(kept)
    if len(states) < 2 or days is None:
        return Recorded()
    events = events_near(states, *days)
    chosen = one(kept, "event-into")
    if chosen.isascii() and chosen.isdigit() and chosen not in {str(e.pk) for e in events}:
        events += Event.objects.with_names().filter(pk=int(chosen[:18]))
    return Recorded(events, documents_near(states, *days, events))


def states_of(kept: Kept) -> list[int]:
    keys = [
        key
        for name, values in kept.items()
        if name.startswith("delegations-") and name.endswith("-state")
        for key in values
    ]
    return [number for number in map(state_number, keys) if number]


def days_of(kept: Kept) -> tuple[datetime.date, datetime.date] | None:
    """First day, and the day after the last."""
    bounds = [read_day(one(kept, f"event-{name}")) for name in ("began_on", "ended_on")]
    first, after = bounds[0][0], bounds[1][1] or bounds[0][1]
    return (first, after) if first and after and first < after else None


def read_day(text: str) -> tuple[datetime.date | None, datetime.date | None]:
    try:
        return dates.bounds(dates.parse(text)) if text.strip() else (None, None)
    except dates.PartialDateError:
        return None, None


def events_near(states: Sequence[int], first: datetime.date, after: datetime.date) -> list[Event]:
    """At which two of the states met on a day that may be the same."""
    last = Coalesce("ended_after", "began_after")
    found = Event.objects.alias(last=last).filter(
        began_first__lt=after + NEAR_EVENT, last__gt=first - NEAR_EVENT
    )
    for state in states[:2]:
        found = found.filter(pk__in=Delegation.objects.filter(state=state).values("event"))
    found = found.exclude(publication_state="withdrawn").with_names()
    found = found.prefetch_related("announcements", "place__state__names")
    return list(found.order_by("-began_first", "-pk")[:MOST_EVENTS])


def documents_near(
    states: Sequence[int], first: datetime.date, after: datetime.date, events: Iterable[Event]
) -> list[Document]:
    theirs = Party.objects.filter(state__in=states).values("document")
    near = Q(signed_first__lt=after + NEAR_PAPER, signed_after__gt=first - NEAR_PAPER)
    found = Document.objects.filter(near, pk__in=theirs) | Document.objects.filter(event__in=events)
    parties = Party.objects.select_related("state", "agency")
    parties = parties.prefetch_related("state__names", "agency__names")
    found = found.exclude(publication_state="withdrawn").select_related("type")
    found = found.prefetch_related("titles", Prefetch("parties", parties))
    return list(found.order_by("event", "event_position", "pk")[:MOST_DOCUMENTS])


# Which is which -------------------------------------------------------------------------------


def linked(kept: Kept, language: str) -> Kept:
    """The fields with what is recorded already chosen, where that is plain."""
    found = recorded(kept)
    if not found.documents and not found.events:
        return kept
    rows = rows_in(kept)
    pairs = paired(rows, found.documents, language)
    for n, document in pairs.items():
        rows[n]["same_as"] = [str(document.pk)]
    kept = with_rows(kept, rows)
    events = {document.event_id for document in pairs.values() if document.event_id}
    known = {event.pk for event in found.events}
    if len(events & known) == 1:
        kept["event-into"] = [str((events & known).pop())]
    elif len(known) == 1 and not events:
        kept["event-into"] = [str(known.pop())]
    return kept


def looked_up(kept: Kept) -> Kept:
    """The fields with the bodies chosen that the archive has got since the text was read."""
    rows = rows_in(kept)
    open_ = [
        (row, f"parties-{n}", party)
        for row in rows
        for n, party in enumerate(parties_in(row))
        if one(party, "name") and not one(party, "body") and one(party, "said") != "state"
    ]
    asked = [
        Asked(one(party, "name"), state_number(one(party, "state")), one(party, "said"))
        for _row, _prefix, party in open_
    ]
    for (row, prefix, _party), matches in zip(open_, bodies(asked), strict=True):
        if match := chosen(matches):
            row[f"{prefix}-body"] = [match.choice.key]
            row.pop(f"{prefix}-is_new", None)
    return with_rows(kept, rows)


def state_number(key: str) -> int | None:
    number = key.removeprefix("state-").partition(":")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None


def paired(
    rows: Sequence[Kept], documents: Sequence[Document], language: str
) -> dict[int, Document]:
    """Each row with the document that it is most like, and each document once."""
    names = names_of_states(documents)
    scored = [
        (score, -n, -document.pk, document)
        for n, row in enumerate(rows)
        for document in documents
        if (score := alike(row, document, names, language))
    ]
    found: dict[int, Document] = {}
    for _score, n, _pk, document in sorted(scored, key=lambda row: row[:3], reverse=True):
        if -n not in found and document not in found.values():
            found[-n] = document
    return found


def names_of_states(documents: Iterable[Document]) -> set[str]:
    keys = {party.state_id for document in documents for party in document.parties.all()}
    return stems(StateName.objects.filter(state__in=keys).values_list("text", flat=True))


def alike(row: Kept, document: Document, names: set[str], language: str) -> float:
    """Like titles; or, in another language or in other words, the same bodies and type."""
    title = one(row, "text")
    titles = [title_.text for title_ in document.titles.all()]
    like = likest([title], titles, names)
    if like >= LIKE:
        return 2 + like
    mine = [t.text for t in document.titles.all() if t.language == language]
    if mine and max(likeness(title, other, names) for other in mine) < UNLIKE:
        return 0
    same_type = one(row, "type") == (document.type_id or "")
    bodies = bodies_of_row(row)
    return 1 + like if same_type and bodies and bodies == bodies_of(document) else 0


def bodies_of_row(row: Kept) -> set[str]:
    """Keys, whatever side they stand on: each side names itself first."""
    parties = [party for party in parties_in(row) if not one(party, "DELETE")]
    keys = {one(party, "body").partition(":")[0] for party in parties}
    return set() if "" in keys else keys


def bodies_of(document: Document) -> set[str]:
    return {
        f"agency-{party.agency_id}" if party.agency_id else f"state-{party.state_id}"
        for party in document.parties.all()
    }


# Where the two differ --------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """Of one field: what is recorded, and what this communique says."""

    field: str
    name: str
    recorded: str
    here: str


def show_differences(review: Review, found: Recorded) -> list[Difference]:
    """Each row gets its own; gives those of the event."""
    types = {type_.code: str(type_) for type_ in DocumentType.objects.all()}
    for row in review.rows.forms:
        document = found.document(row["same_as"].value() or "")
        row.differences = differences(row, document, types) if document else []
    event = found.event(review.into)
    return event_differences(review, event) if event else []


def differences(
    row: ProposedForm, document: Document, types: Mapping[str, str]
) -> list[Difference]:
    said = [
        ("type", _("type"), str(document.type or ""), types.get(row["type"].value() or "", "")),
        ("period", _("years"), worded(document.period), worded(edtf_of(row["period"].value()))),
        (
            "is_signed_by_heads",
            _("signed by the heads themselves"),
            yes_or_no(document.is_signed_by_heads),
            yes_or_no(bool(row["is_signed_by_heads"].value())),
        ),
        ("parties", _("bodies"), *bodies_in_words(row, document)),
    ]
    return [Difference(*each) for each in said if each[3] and each[2] != each[3]]


def edtf_of(text: Any) -> str | None:
    try:
        return dates.parse(text) if text and str(text).strip() else None
    except dates.PartialDateError:
        return None


def worded(edtf: str | None) -> str:
    return dates.words(edtf) if edtf else ""


def yes_or_no(is_so: bool) -> str:
    return _("yes") if is_so else _("no")


def bodies_in_words(row: ProposedForm, document: Document) -> tuple[str, str]:
    """Nothing while a body is still open: then it is not known whether they differ."""
    here: dict[str, str] = {}
    for form in row.parties.kept:
        keys = as_boxed(form["body"].value()).keys
        choice = form.fields["body"].known.get(keys[0]) if keys else None
        if choice is None and not form["is_new"].value():
            return "", ""
        key = choice.key.partition(":")[0] if choice else form["name"].value()
        here[key] = str(choice.record if choice else form["name"].value())
    if set(here) == bodies_of(document):
        return "", ""
    recorded_ = "; ".join(map(str, document.parties.all()))
    return recorded_, "; ".join(here.values())


def event_differences(review: Review, event: Event) -> list[Difference]:
    top = review.top
    kinds = dict(top.fields["kind"].choices)
    began = edtf_of(top["began_on"].value())
    said = [
        ("kind", _("kind"), event.get_kind_display(), str(kinds.get(top["kind"].value(), ""))),
        ("began_on", _("first day"), worded(event.began_on), worded(began)),
        ("announcements", _("announced"), *announced(review, event)),
    ]
    return [Difference(*each) for each in said if each[3] and each[2] != each[3]]


def announced(review: Review, event: Event) -> tuple[str, str]:
    """Nothing where one of the numbers that are recorded is the same."""
    recorded_ = [str(row.number) for row in event.announcements.all()]
    here = [str(form["number"].value() or "") for form in review.announcements.forms]
    new = [number for number in here if number and number not in recorded_]
    return (", ".join(recorded_), ", ".join(new)) if recorded_ else ("", "")


def review_of(kept: Kept, found: Recorded) -> Review:
    return Review(as_data(kept), Known(found.event_choices, found.document_choices))
