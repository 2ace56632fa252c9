"""A second communique of one ceremony: what is recorded already, and where the two differ."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from agreements import dates
from agreements.editing import proposing
from agreements.forms.admin_labels import label
from agreements.forms.boxes import Choice, as_boxed
from agreements.forms.communique import Known, Review, as_data
from agreements.forms.communique_rows import OPEN, ProposedForm, parsed
from agreements.models import Delegation, Document, DocumentType, Event, Party

from . import likening
from .labels import short_label
from .matching import TERRITORIES, How, Match, Sought, agencies_by_key, bodies, chosen
from .opening import Kept, kind_by_stem
from .steps import one, parties_in, rows_in, with_rows

# Reports come out on the day after; dates of papers differ by a few days.
NEAR_EVENT = datetime.timedelta(days=1)
NEAR_PAPER = datetime.timedelta(days=3)
MOST_EVENTS = 5
MOST_DOCUMENTS = 200
MOST_BODIES = 3


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
        return [(str(document.pk), short_label(document)) for document in self.documents]

    def document(self, key: str) -> Document | None:
        return next((one for one in self.documents if str(one.pk) == key), None)

    def event(self, key: str) -> Event | None:
        return next((one for one in self.events if str(one.pk) == key), None)


def recorded(kept: Kept) -> Recorded:
    """In a few queries, however many documents the communique names.

    What is chosen stays, though a day or a state is taken out or mistyped.
    """
    states, days = states_of(kept), days_of(kept)
    is_told = len(states) > 1 and days is not None
    events = events_near(states, *days) if is_told else []
    event = chosen_key(one(kept, "event-into"))
    if event and event not in {found.pk for found in events}:
        events += Event.objects.with_names().filter(pk=event)
    documents = documents_near(states, *days, events) if is_told else []
    recorded_as = {chosen_key(one(row, "same_as")) for row in rows_in(kept)} - {None}
    if missing := recorded_as - {found.pk for found in documents}:
        documents += whole(Document.objects.filter(pk__in=missing))
    return Recorded(events, documents)


def chosen_key(text: str) -> int | None:
    return int(text[:18]) if text.isascii() and text.isdigit() else None


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
    found = found.order_by("event", "event_position", "pk")
    return list(whole(found)[:MOST_DOCUMENTS])


def whole(documents: QuerySet[Document]) -> QuerySet[Document]:
    """With what they are compared by, and none that was withdrawn."""
    parties = Party.objects.select_related("state", "agency")
    parties = parties.prefetch_related("state__names", "agency__names")
    found = documents.exclude(publication_state="withdrawn").select_related("type")
    return found.prefetch_related("titles", Prefetch("parties", parties))


# Which is which -------------------------------------------------------------------------------


def linked(kept: Kept, language: str) -> Kept:
    """The fields with what is recorded already chosen where that is plain, and left open else."""
    found = recorded(kept)
    if not found.documents and not found.events:
        return kept
    rows = rows_in(kept)
    table = likening.scores(rows, found.documents, language)
    plain = likening.paired(table)
    for n in likening.open_rows(table, plain):
        rows[n]["same_as"] = [OPEN]
    pairs = {n: found.documents[m] for n, m in plain.items()}
    for n, document in pairs.items():
        rows[n]["same_as"] = [str(document.pk)]
        choose_bodies(rows[n], document)
    kept = with_rows(kept, rows)
    events = {document.event_id for document in pairs.values() if document.event_id}
    known = {event.pk for event in found.events}
    if len(events & known) == 1:
        kept["event-into"] = [str((events & known).pop())]
    elif len(known) == 1 and not events:
        kept["event-into"] = [str(known.pop())]
    return kept


def choose_bodies(row: Kept, document: Document) -> None:
    """Of the one body of a state here, in whatever case or language, that it is the one there."""
    parties = parties_in(row)
    of_state = Counter(one(party, "state") for party in parties)
    recorded_: dict[str, list[Party]] = defaultdict(list)
    for party in document.parties.all():
        recorded_[f"state-{party.state_id}"].append(party)
    for n, party in enumerate(parties):
        state = one(party, "state")
        there = recorded_.get(state, [])
        if one(party, "body") or of_state[state] != 1 or len(there) != 1 or not there[0].agency:
            continue
        if one(party, "kind") in ("", there[0].agency.kind):
            row[f"parties-{n}-body"] = [likening.key_of(there[0])]
            row.pop(f"parties-{n}-is_new", None)


def bodies_recorded(sought: Sequence[Sought], found: Recorded) -> list[list[Match]]:
    """For each name, of whatever language, the bodies of its state that are named there already.

    Of the same kind, as far as the words tell it; what is nearest by its matter first.
    """
    if not found.documents or not sought:
        return [[] for _one in sought]
    parties = (party for document in found.documents for party in document.parties.all())
    agencies = agencies_by_key({party.agency_id for party in parties if party.agency_id})
    about = likening.matters()
    names = likening.names_of_states(found.documents)
    told = {key: about.of([n.text for n in a.names.all()], names) for key, a in agencies.items()}
    rows = []
    for one_ in sought:
        mine, kind = about.of([one_.name], names), kind_of_name(one_)
        here = [
            (-likening.same_matter(mine, told[key]), key)
            for key, agency in agencies.items()
            if one_.name and agency.state_id == one_.state and kind in ("", agency.kind)
        ]
        ranked = [Match(Choice(agencies[key]), How.RECORDED) for _score, key in sorted(here)]
        rows.append(ranked[:MOST_BODIES])
    return rows


def kind_of_name(sought: Sought) -> str:
    known = sought.kind if sought.kind in TERRITORIES else ""
    return known or proposing.agency_kind_of(sought.name) or kind_by_stem(sought.name)


def looked_up(kept: Kept) -> Kept:
    """The fields with the bodies chosen that the archive has got since the text was read."""
    rows = rows_in(kept)
    open_ = [
        (row, f"parties-{n}", party)
        for row in rows
        for n, party in enumerate(parties_in(row))
        if one(party, "name") and not one(party, "body") and one(party, "said") != "state"
    ]
    sought = [
        Sought(one(party, "name"), state_number(one(party, "state")), one(party, "said"))
        for _row, _prefix, party in open_
    ]
    for (row, prefix, _party), matches in zip(open_, bodies(sought), strict=True):
        if match := chosen(matches):
            row[f"{prefix}-body"] = [match.choice.key]
            row.pop(f"{prefix}-is_new", None)
    return with_rows(kept, rows)


def state_number(key: str) -> int | None:
    number = key.removeprefix("state-").partition(":")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None


def bodies_of(document: Document) -> set[str]:
    return {likening.key_of(party) for party in document.parties.all()}


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
        ("period", _("years"), worded(document.period), worded(parsed(row["period"].value()))),
        (
            "is_signed_by_heads",
            _("signed by the heads themselves"),
            yes_or_no(document.is_signed_by_heads),
            yes_or_no(bool(row["is_signed_by_heads"].value())),
        ),
        ("parties", _("bodies"), *bodies_in_words(row, document)),
    ]
    return [Difference(*each) for each in said if each[3] and each[2] != each[3]]


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
    began = parsed(top["began_on"].value())
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
