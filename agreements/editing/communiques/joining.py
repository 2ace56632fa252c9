"""What a second communique adds to records that are there: titles, citations, what was empty."""

from __future__ import annotations

from typing import Any

from agreements.editing import event_sheets
from agreements.forms.communique import Review
from agreements.forms.communique_rows import ProposedForm
from agreements.letters import fold
from agreements.models import Announcement, Delegation, Document, DocumentTitle, Event
from agreements.models.vocabulary import Stance, WordedBy

from .citing import Citing
from .second import worded


def stance(recorded: Any, here: Any) -> Stance:
    return Stance.AGREES if recorded == here else Stance.DIFFERS


def add_to_event(event: Event, review: Review, citing: Citing) -> bool:
    """Whether a column or a row of it changed."""
    top = review.top.cleaned_data
    before = len(citing.rows)
    changed = fill_event(event, top)
    for name in ("kind", "began_on", "ended_on"):
        here = top[name]
        if here:
            value = "" if getattr(event, name) == here else worded_value(name, here)
            how = stance(getattr(event, name), here)
            citing.cite(top[f"{name}_at"], name, stance=how, value=value, event=event)
    add_delegations(event, review, citing)
    add_announcements(event, review, citing)
    if len(citing.rows) == before:
        citing.whole(event=event)
    return changed


def worded_value(name: str, here: str) -> str:
    return here if name == "kind" else worded(here)


def fill_event(event: Event, top: dict[str, Any]) -> bool:
    values = fill_of_event(event, top)
    event_sheets.store(event, values)
    return bool(values)


def fill_of_event(event: Event, top: dict[str, Any]) -> dict[str, Any]:
    """What the first communique left open."""
    values = {name: top[name] for name in ("began_on", "ended_on") if not getattr(event, name)}
    if not event.began_on and not values.get("began_on"):
        values.pop("ended_on", None)  # a last day alone says nothing
    if not event.place_id and not event.state_id and top["where"]:
        values |= event_sheets.place_or_state(top["where"])
    return {name: value for name, value in values.items() if value}


def add_delegations(event: Event, review: Review, citing: Citing) -> None:
    known = {row.state_id: row for row in event.delegations.all()}
    for form in review.delegations.filled:
        given = form.cleaned_data
        row = known.get(given["state"][0].record.pk)
        head = given["head"]
        if row is None:
            names = {name: given[name] for name in ("role", "head", "office")}
            Delegation.objects.create(event=event, state=given["state"][0].record, **names)
        elif head and not row.head:
            event_sheets.store(row, {"head": head, "office": given["office"]})
        place = given["head_at"] if head else given["state_at"]
        how = stance(fold(row.head), fold(head)) if row and head else Stance.STATES
        # Another script writes a name otherwise: that is no other person.
        how = Stance.STATES if how == Stance.DIFFERS else how
        citing.cite(place, "delegations", stance=how, event=event)


def add_announcements(event: Event, review: Review, citing: Citing) -> None:
    """The same number is said twice; another one stands beside it, with its own source."""
    known = {row.number: row for row in event.announcements.all()}
    for form in review.announcements.filled:
        given = form.cleaned_data
        row = known.get(given["number"])
        if row is None:
            row = Announcement.objects.create(event=event, **event_sheets.announced(form))
            how = Stance.STATES if not known else Stance.DIFFERS
        else:
            how = stance(row.qualifier, given["qualifier"])
        value = given["number"] if how == Stance.DIFFERS else ""
        citing.cite(given["number_at"], "number", stance=how, value=str(value), announcement=row)


def add_to_document(
    document: Document, row: ProposedForm, citing: Citing, language: str, event: Event
) -> None:
    given = row.cleaned_data
    before = len(citing.rows)
    fill_document(document, given, event)
    is_same = add_title(document, given["text"], language)
    how = Stance.AGREES if is_same else Stance.STATES
    citing.cite(given["text_at"], "titles", stance=how, document=document)
    for name, column, place, value in (
        ("type", "type_id", given["type_at"], given["type"]),
        ("period", "period", given["period_at"], worded(given["period"])),
    ):
        if given[name]:
            how = stance(getattr(document, column), given[name])
            shown = value if how == Stance.DIFFERS else ""
            citing.cite(place, name, stance=how, value=shown, document=document)
    cite_parties(document, row, citing)
    if len(citing.rows) == before:
        citing.whole(document=document)


def fill_document(document: Document, given: dict[str, Any], event: Event) -> None:
    values = fill_of_document(document, given)
    if document.event_id is None:
        values["event"] = event
    for name, value in values.items():
        setattr(document, name, value)
    if values:
        document.save(update_fields=[name.removesuffix("_id") for name in values])


def fill_of_document(document: Document, given: dict[str, Any]) -> dict[str, Any]:
    values = {"type_id": given["type"], "period": given["period"]}
    return {name: each for name, each in values.items() if each and not getattr(document, name)}


def is_titled(document: Document, text: str, language: str) -> bool:
    titles = document.titles.all()
    return any(title.text == text and title.language == language for title in titles)


def add_title(document: Document, text: str, language: str) -> bool:
    """As a variant where there is one in its language; whether it stood there already."""
    if is_titled(document, text, language):
        return True
    titles = list(document.titles.all())
    stands = any(
        title.language == language and title.worded_by == WordedBy.SOURCE and not title.is_variant
        for title in titles
    )
    DocumentTitle.objects.create(document=document, text=text, language=language, is_variant=stands)
    return False


def cite_parties(document: Document, row: ProposedForm, citing: Citing) -> None:
    """Of a body that is recorded the party is cited; of another one the document."""
    parties = {}
    for party in document.parties.all():
        key = f"agency-{party.agency_id}" if party.agency_id else f"state-{party.state_id}"
        parties.setdefault(key, party)
    for form in row.parties.kept:
        given = form.cleaned_data
        key = given["body"][0].key.partition(":")[0] if given["body"] else ""
        if key in parties:
            citing.cite(
                given["name_at"], "name_as_written", stance=Stance.AGREES, party=parties[key]
            )
        elif given["name"]:
            citing.cite(
                given["name_at"],
                "parties",
                stance=Stance.DIFFERS if parties and key else Stance.STATES,
                value=given["name"],
                document=document,
            )
