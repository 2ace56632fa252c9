"""Save an event sheet that is valid: the event, its documents, a new source, and only changes.

Everything happens in the caller's transaction. What a row does not show is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import QueryDict

from agreements.forms.admin_dates import DateAsWritten
from agreements.forms.boxes import Choice
from agreements.forms.event_sheet import AnnouncementForm, DelegationForm, EventSheet
from agreements.forms.event_sheet_rows import SIDES, DocumentRow
from agreements.models import (
    Announcement,
    Citation,
    Delegation,
    Document,
    DocumentTitle,
    Event,
    EventName,
    Party,
    Signatory,
    Signing,
    Source,
    State,
)
from agreements.models.vocabulary import ActingAs

from . import proposing
from .bodies import level_of


@dataclass
class Saved:
    """What a save did, for the word to the clerk and for the log."""

    event: Event
    is_new: bool
    is_event_changed: bool = False
    added: list[Document] = field(default_factory=list)
    changed: list[Document] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    source: Source | None = None


def save(sheet: EventSheet) -> Saved:
    is_new = sheet.event is None
    event = sheet.event or Event()
    saved = Saved(event, is_new)
    saved.is_event_changed = any(
        [
            save_event(event, sheet),
            save_delegations(event, sheet),
            save_announcements(event, sheet),
            save_source(saved, sheet),
        ]
    )
    save_rows(saved, sheet)
    return saved


# The event -----------------------------------------------------------------------------------


def save_event(event: Event, sheet: EventSheet) -> bool:
    top, changed = sheet.top.cleaned_data, set(sheet.top.changed_data)
    new = event.pk is None
    values = {name: top[name] for name in ("kind", "began_on", "ended_on")}
    fields = {name for name in values if new or name in changed}
    values |= place_or_state(top["where"])
    if new or "where" in changed:
        fields |= {"place", "state"}
    store(event, {name: values[name] for name in fields})
    if new or changed & {"name", "language"}:
        save_name(event, top["name"], top["language"])
    return bool(new or changed & {*values, "name", "language", "where"})


def store(record: models.Model, values: Mapping[str, Any]) -> None:
    """Write these columns and no others; a new record whole."""
    for name, value in values.items():
        setattr(record, name, value)
    if record.pk is None:
        record.save()
    elif values:
        record.save(update_fields=list(values))


def place_or_state(where: list[Choice]) -> dict[str, Any]:
    record = where[0].record if where else None
    is_state = isinstance(record, State)
    return {"place": None if is_state else record, "state": record if is_state else None}


def save_name(event: Event, text: str, language: str) -> None:
    first = event.names.order_by("pk").first() if event.pk else None
    store(first or EventName(event=event), {"text": text, "language": language})


def save_delegations(event: Event, sheet: EventSheet) -> bool:
    rows = sheet.delegations
    gone = [form.saved for form in rows.forms if form.saved and form.is_deleted]
    for delegation in gone:
        delegation.delete()
    changed = [form for form in rows.filled if form.has_changed()]
    presence = sheet.top.cleaned_data["presence"] or None
    for form in changed:
        save_delegation(event, form, presence)
    return say_presence(event, sheet, presence) or bool(gone or changed)


def save_delegation(event: Event, form: DelegationForm, presence: str | None) -> None:
    values = {name: form.cleaned_data[name] for name in ("role", "head", "office")}
    values["state"] = form.cleaned_data["state"][0].record
    if form.saved is None and form.cleaned_data["head"] and presence:
        values["is_head_present"] = presence
    store(form.saved or Delegation(event=event), values)


def say_presence(event: Event, sheet: EventSheet, presence: str | None) -> bool:
    """Given once, it holds for every delegation that has a head."""
    if presence is None or "presence" not in sheet.top.changed_data:
        return False
    headed = event.delegations.exclude(head="").exclude(is_head_present=presence)
    return bool(headed.update(is_head_present=presence))


def save_announcements(event: Event, sheet: EventSheet) -> bool:
    rows = sheet.announcements
    gone = [form.saved for form in rows.forms if form.saved and form.is_deleted]
    for announcement in gone:
        announcement.delete()
    changed = [form for form in rows.filled if form.has_changed()]
    for form in changed:
        store(form.saved or Announcement(event=event), announced(form))
    return bool(gone or changed)


def announced(form: AnnouncementForm) -> dict[str, Any]:
    names = ("qualifier", "number", "counts", "includes_heads_documents", "listed")
    return {name: form.cleaned_data[name] for name in names}


def save_source(saved: Saved, sheet: EventSheet) -> bool:
    """A source given once on the event serves its documents."""
    given = sheet.source.cleaned_data
    if sheet.source.is_new:
        saved.source = source = Source()
        store(source, {name: given[name] for name in sheet.source.new})
    elif given.get("source"):
        source = given["source"][0].record
    else:
        return False
    if saved.event.citations.filter(source=source).exists():
        return False
    Citation.objects.create(event=saved.event, source=source)
    return True


# Its documents ---------------------------------------------------------------------------------


def save_rows(saved: Saved, sheet: EventSheet) -> None:
    for row in sheet.rows.filled:
        if row.shown and row.is_deleted and not row.is_locked:
            saved.deleted.append(str(row.shown.document))
            row.shown.document.delete()
    rows = [row for row in sheet.rows.filled if not row.is_deleted]
    for row, position in zip(rows, positions(rows), strict=True):
        if row.shown is None:
            saved.added.append(add_document(saved.event, row, position))
        elif not row.is_locked and change_document(saved.event, row, position):
            saved.changed.append(row.shown.document)
    name_the_heads(saved)


def positions(rows: list[DocumentRow]) -> list[int]:
    """The order at the event: as it stands where only new rows follow, else numbered anew."""
    before = [row.shown.document.event_position for row in rows if row.shown]
    were_last = all(row.shown is None for row in rows[len(before) :])
    keys = [(row.shown.document.event_position, row.shown.document.pk) for row in rows if row.shown]
    if were_last and keys == sorted(keys):
        after = max(before, default=0)
        return before + [after + 1 + n for n in range(len(rows) - len(before))]
    return list(range(1, len(rows) + 1))


def add_document(event: Event, row: DocumentRow, position: int) -> Document:
    given = row.cleaned_data
    parties = [
        party for side, name in SIDES.items() for party in parties_of(side, given[name], after=0)
    ]
    document = Document.objects.create(
        event=event,
        event_position=position,
        type_id=given["type"] or None,
        level=given["level"] or level_of(parties) or "",
        period=given["period"],
        is_signed_by_heads=given["is_signed_by_heads"],
    )
    propose(document, row)
    DocumentTitle.objects.create(
        document=document, text=given["text"], language=given["language"] or language_of(event)
    )
    save_parties(document, parties)
    document.subjects.set(choice.record for choice in given["subjects"])
    signing = signing_of(event, given["signed_on"], given["where"])
    if any(signing.values()):
        Signing.objects.create(document=document, **signing)
    return document


def propose(document: Document, row: DocumentRow) -> None:
    """Without script the clerk saw no proposal: an empty type is taken from the title."""
    if row.cleaned_data["proposed"]:
        return
    title = row.cleaned_data["text"]
    document.type_id = document.type_id or proposing.type_of(title) or None
    document.period = document.period or proposing.period_of(title) or None
    document.save(update_fields=["type", "period"])


def language_of(event: Event) -> str:
    name = event.names.order_by("pk").first()
    return name.language if name else "en"


def signing_of(event: Event, signed_on: str | None, where: list[Choice]) -> dict[str, Any]:
    """What a row says of the signing; where it says nothing, what the event does."""
    at = place_or_state(where) if where else {"place": event.place, "state": event.state}
    return {"signed_on": signed_on or event.days, **at}


def parties_of(side: int, choices: Iterable[Choice], *, after: int) -> list[Party]:
    """Not saved, and of no document yet."""
    return [party_of(side, choice, position) for position, choice in enumerate(choices, after)]


def party_of(side: int, choice: Choice, position: int) -> Party:
    if isinstance(choice.record, State):
        acting_as = choice.acting_as or ActingAs.STATE
        return Party(side=side, position=position, state=choice.record, acting_as=acting_as)
    agency = choice.record
    return Party(side=side, position=position, state=agency.state, agency=agency)


def save_parties(document: Document, parties: Iterable[Party]) -> None:
    for party in parties:
        party.document = document
        party.save()


def change_document(event: Event, row: DocumentRow, position: int) -> bool:
    document, given = row.shown.document, row.given
    changed = set(row.changed_data) if row.has_changed() else set()
    columns = {
        name: given(name) for name in ("period", "is_signed_by_heads", "level") if name in changed
    } | ({"type_id": given("type") or None} if "type" in changed else {})
    if document.event_position != position:
        columns["event_position"] = position
    if columns:
        for name, value in columns.items():
            setattr(document, name, value)
        document.save(update_fields=[name.removesuffix("_id") for name in columns])
    if changed & {"text", "language"}:
        title = row.shown.title or DocumentTitle(document=document)
        store(title, {name: given(name) for name in ("text", "language") if name in changed})
    if "subjects" in changed:
        document.subjects.set(choice.record for choice in given("subjects"))
    return any(
        [
            columns,
            changed & {"text", "language", "subjects"},
            change_parties(row),
            change_signing(event, row, changed),
        ]
    )


def change_parties(row: DocumentRow) -> bool:
    """Take away and add; a party that stays keeps its role, its order and its name as written."""
    gone, added = row.removed_parties, False
    for party in gone:
        party.delete()
    for side, name in SIDES.items():
        known = row.shown.parties[side]
        new = [choice for choice in row.given(name) if choice.key not in known]
        after = max((party.position for party in known.values()), default=-1) + 1
        save_parties(row.shown.document, parties_of(side, new, after=after))
        added = added or bool(new)
    return bool(gone) or added


def change_signing(event: Event, row: DocumentRow, changed: set[str]) -> bool:
    """An empty date or place is the event's: it follows when that is corrected."""
    shown = row.shown
    if shown.has_signings_of_its_own or (shown.signing is None and not says_signing(row)):
        return False
    if shown.signing is None:
        values = signing_of(event, row.given("signed_on"), row.given("where"))
        Signing.objects.create(document=shown.document, **values)
        return True
    wanted = signing_of(event, row.given("signed_on"), row.given("where"))
    values = {}
    if shown.follows_date or "signed_on" in changed or row.given("signed_on"):
        values["signed_on"] = wanted["signed_on"]
    if shown.follows_where or "where" in changed or row.given("where"):
        values |= {"place": wanted["place"], "state": wanted["state"]}
    values = {n: v for n, v in values.items() if getattr(shown.signing, n) != v}
    store(shown.signing, values)
    return bool(values)


def says_signing(row: DocumentRow) -> bool:
    return bool(row.given("signed_on") or row.given("where"))


def name_the_heads(saved: Saved) -> None:
    """Whoever headed a side signed the new documents that the heads signed themselves."""
    signed = [document for document in saved.added if document.is_signed_by_heads]
    if not signed:
        return
    heads = {d.state_id: d for d in saved.event.delegations.all() if d.head}
    parties = Party.objects.filter(document__in=signed, state__in=heads)
    signing: dict[tuple[int, int], Party] = {}
    for party in parties.order_by("document", "side", "position", "pk"):
        signing.setdefault((party.document_id, party.state_id), party)
    Signatory.objects.bulk_create(
        Signatory(
            document_id=party.document_id,
            party=party,
            person=heads[party.state_id].head,
            office=heads[party.state_id].office,
        )
        for party in signing.values()
    )


# Before saving ---------------------------------------------------------------------------------


def with_more_rows(data: QueryDict, more: int, most: int) -> QueryDict:
    """What was sent, with blank rows, and with what the titles say where nothing was chosen."""
    data = data.copy()
    total = data.get("documents-TOTAL_FORMS", "")
    count = int(total) if total.isascii() and total.isdigit() and len(total) < 6 else 0
    for number in range(min(count, most)):
        show_proposals(data, f"documents-{number}")
    data["documents-TOTAL_FORMS"] = str(min(count + more, most))
    return data


def show_proposals(data: QueryDict, row: str) -> None:
    title = data.get(f"{row}-text", "").strip()
    if not title or data.get(f"{row}-proposed") or data.get(f"{row}-document"):
        return
    period = written(proposing.period_of(title))
    for name, value in (("type", proposing.type_of(title)), ("period", period)):
        if not data.get(f"{row}-{name}"):
            data[f"{row}-{name}"] = value
    data[f"{row}-proposed"] = "1"


def written(period: str) -> str:
    """As a clerk writes it: 2023–2025."""
    return DateAsWritten().prepare_value(period) or ""
