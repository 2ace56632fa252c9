"""A reviewed communique becomes drafts, with the words behind each value; all or nothing.

Everything happens in the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from agreements.editing import event_sheets
from agreements.editing.bodies import level_of
from agreements.editing.event_sheets import name_the_heads, party_of, save_parties, signing_of
from agreements.forms.communique import Review
from agreements.forms.communique_rows import PartyForm, ProposedForm
from agreements.letters import fold
from agreements.models import (
    Agency,
    Announcement,
    Communique,
    Document,
    DocumentTitle,
    Event,
    Party,
    ReadingDoubt,
    Signatory,
    Signing,
)
from agreements.models.vocabulary import Side

from . import joining, newcomers
from .citing import Citing
from .keeping import NOT_KNOWN
from .opening import UNINFLECTED
from .second import Recorded
from .untitled import is_full_title
from .wording import NO_FULL_TITLE, NO_SIDE_OF_PARTY, PARTY_NOT_KNOWN


@dataclass
class Saved(event_sheets.Saved):
    """Also the bodies that came with it."""

    agencies: list[Agency] = field(default_factory=list)


@dataclass
class Work:
    """What the steps of one save share."""

    saved: Saved
    citing: Citing
    language: str
    new: dict[newcomers.Key, Agency]
    doubts: list[ReadingDoubt] = field(default_factory=list)

    def keep_doubts(self, rows: Iterable[dict[str, Any]], **record: Any) -> None:
        self.doubts += [
            ReadingDoubt(
                code=row["code"], values=row["values"], quote=self.citing.quote_of(row), **record
            )
            for row in rows
            if row["code"]
        ]


def save(review: Review, communique: Communique, found: Recorded) -> Saved:
    """The review is valid. ``found`` is what it may name as recorded already."""
    into = found.event(review.into)
    event, source = into or Event(), communique.source
    forms = [party for row in review.taken for party in row.parties.kept]
    language = source.language or NOT_KNOWN
    new, made = newcomers.make(forms, language)
    saved = Saved(event, is_new=into is None, agencies=made)
    work = Work(saved, Citing(source), language, new)
    if into:
        saved.is_event_changed = joining.add_to_event(event, review, work.citing)
    else:
        save_event(event, review, work.citing)
    work.keep_doubts(review.top.open_doubts, event=event)
    save_rows(review, work, found)
    work.citing.save()
    ReadingDoubt.objects.bulk_create(work.doubts)
    communique.event, communique.steps = event, []
    communique.passed_by, communique.passed_at = "", None
    communique.save(update_fields=["event", "steps", "passed_by", "passed_at"])
    return saved


# The event -------------------------------------------------------------------------------------


def save_event(event: Event, review: Review, citing: Citing) -> None:
    event_sheets.save_event(event, review)
    event_sheets.save_delegations(event, review)
    top, before = review.top.cleaned_data, len(citing.rows)
    for name in ("kind", "began_on", "ended_on"):
        if top[name]:
            citing.cite(top[f"{name}_at"], name, event=event)
    if top["where"]:
        where = "place" if event.place else "state"
        citing.cite(top["where_at"], where, event=event)
    for form in review.delegations.filled:
        given = form.cleaned_data
        place = given["head_at"] if given["head"] else given["state_at"]
        citing.cite(place, "delegations", event=event)
    if len(citing.rows) == before:
        citing.whole(event=event)
    for form in review.announcements.filled:
        save_announcement(event, form, citing)


def save_announcement(event: Event, form: Any, citing: Citing) -> None:
    announcement = Announcement(event=event, **event_sheets.announced(form))
    announcement.save()
    citing.cite(form.cleaned_data["number_at"], "number", announcement=announcement)


# Its documents ---------------------------------------------------------------------------------


def save_rows(review: Review, work: Work, found: Recorded) -> None:
    event = work.saved.event
    last = event.documents.order_by("-event_position").first()
    position = last.event_position if last else 0
    for row in review.taken:
        document = found.document(row.cleaned_data["same_as"])
        if document:
            joining.add_to_document(document, row, work.citing, work.language, event)
            work.keep_doubts(doubts_of(row, work.language), document=document)
            work.saved.changed.append(document)
        else:
            position += 1
            work.saved.added.append(add_document(row, work, position))
    name_the_heads(work.saved)


def add_document(row: ProposedForm, work: Work, position: int) -> Document:
    given, event = row.cleaned_data, work.saved.event
    placed = [(form, party_of_form(form, work)) for form in row.parties.kept]
    parties = [(form, party) for form, party in placed if party]
    is_open = any(party.state is None for _form, party in parties)
    document = Document.objects.create(
        event=event,
        event_position=position,
        type_id=given["type"] or None,
        level=("" if is_open else level_of([party for _form, party in parties])) or "",
        period=given["period"],
        is_signed_by_heads=given["is_signed_by_heads"],
    )
    DocumentTitle.objects.create(document=document, text=given["text"], language=work.language)
    numbered([party for _form, party in parties])
    save_parties(document, (party for _form, party in parties))
    signing = signing_of(event, None, [])
    if any(signing.values()):
        Signing.objects.create(document=document, **signing)
    add_signatories(document, row, event)
    cite_document(document, row, work.citing)
    for form, party in parties:
        work.citing.cite(form.cleaned_data["name_at"], "name_as_written", party=party)
    keep_doubts_of(document, row, work)
    return document


def add_signatories(document: Document, row: ProposedForm, event: Event) -> None:
    """Without the heads of the sides on what they signed themselves: those are added for all."""
    heads = set()
    if document.is_signed_by_heads:
        heads = {fold(head) for head in event.delegations.values_list("head", flat=True)}
    Signatory.objects.bulk_create(
        Signatory(document=document, person=person, office=office)
        for person, office in row.signed_by
        if fold(person) not in heads
    )


def party_of_form(form: PartyForm, work: Work) -> Party | None:
    """A body that is still open is a party without a state: the document can't be sent to review.

    Without a side it is none yet: see the doubt that is left.
    """
    given = form.cleaned_data
    if given["side"] is None:
        return None
    name = given["name"]
    if given["body"]:
        party = party_of(given["side"], given["body"][0], 0)
    elif given["is_new"]:
        agency = work.new[newcomers.key_of(form)]
        party = Party(side=given["side"], state=agency.state, agency=agency)
    else:
        party = Party(side=given["side"])
    party.name_as_written = name if is_told(given, party, work.language) else ""
    return party


def is_told(given: dict[str, Any], party: Party, language: str) -> bool:
    """Whether the name as written tells more than the body's: it is nobody's yet, or no mere case.

    The words themselves stand in the citation in any case.
    """
    if party.state is None:
        return True
    return given["said"] != "state" and language in UNINFLECTED


def numbered(parties: list[Party]) -> None:
    for side in Side.values:
        for position, party in enumerate(party for party in parties if party.side == side):
            party.position = position


def cite_document(document: Document, row: ProposedForm, citing: Citing) -> None:
    given = row.cleaned_data
    citing.cite(given["text_at"], "titles", document=document)
    for name, place in (
        ("type", given["type_at"]),
        ("period", given["period_at"]),
        ("is_signed_by_heads", given["heads_at"]),
    ):
        if given[name]:
            citing.cite(place, name, document=document)


def doubts_of(row: ProposedForm, language: str) -> list[dict[str, Any]]:
    """Also of a title that a clerk made of a piece of a sentence."""
    title, found = row.cleaned_data["text"], row.open_doubts
    is_asked = any(doubt["code"] == NO_FULL_TITLE for _n, doubt, _settled in row.shown_doubts)
    if is_asked or is_full_title(title, language):
        return found
    place = str(row.cleaned_data["text_at"] or "")
    return [*found, {"code": NO_FULL_TITLE, "values": {"title": title}, "at": place}]


def keep_doubts_of(document: Document, row: ProposedForm, work: Work) -> None:
    work.keep_doubts(doubts_of(row, work.language), document=document)
    for form in row.parties.kept:
        given = form.cleaned_data
        doubt = {"values": {"name": form.called}, "at": str(given["name_at"] or "")}
        if given["side"] is None:
            work.keep_doubts([doubt | {"code": NO_SIDE_OF_PARTY}], document=document)
        elif not given["body"] and not given["is_new"]:
            work.keep_doubts([doubt | {"code": PARTY_NOT_KNOWN}], document=document)
