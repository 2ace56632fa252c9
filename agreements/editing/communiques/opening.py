"""A proposal as the review begins with it: the fields of its forms, with what names mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext

from agreements import kind_words
from agreements.communique import proposal as proposed
from agreements.communique.proposal import Doubt, Proposal, Said, Span
from agreements.editing import proposing
from agreements.editing.event_sheets import written
from agreements.forms.communique_rows import MOST_DOCUMENTS, MOST_DOUBTS
from agreements.letters import fold
from agreements.likeness import STEM
from agreements.models import State
from agreements.models.vocabulary import ActingAs, AgencyKind, DelegationRole, EventKind, Stated

from .cases import inflected_persons, titled
from .matching import TERRITORIES, Match, Sought, bodies, chosen, places, states_by_code
from .naming import made_name, named_so
from .newcomers import without_state
from .untitled import is_full_title
from .wording import NO_FULL_TITLE, NOT_NOMINATIVE, PLACE_NOT_KNOWN

Kept = dict[str, list[str]]

# In these a sentence does not change the form of a name: what it writes is what a body is called.
UNINFLECTED = frozenset(["en", "es", "fr", "id", "it", "ms", "pt", "vi", "zh"])

# On these the guest comes to the host, so that the state of the host is where it was.
VISITS = (
    EventKind.STATE_VISIT,
    EventKind.OFFICIAL_VISIT,
    EventKind.WORKING_VISIT,
    EventKind.VISIT,
)
# The words of an announcement: the sentence around the number, as far as it is short.
MOST_COUNTED = 160
TOO_MANY = "too_many"
KINDS_OF_BODY = set(AgencyKind.values)


def opened(proposal: Proposal) -> Kept:
    """The fields of a review that nobody has touched yet."""
    states = states_by_code(codes_in(proposal))
    kept: Kept = {}
    if len(proposal.documents) > MOST_DOCUMENTS:
        say_how_many(proposal)
    put_event(kept, proposal, states)
    kept |= named_so(made_name(kept))
    put_rows(kept, rows_of(proposal, states))
    return kept


def say_how_many(proposal: Proposal) -> None:
    """The page takes fewer than the parser reads: that is the one number that counts."""
    proposal.doubts[:] = [doubt for doubt in proposal.doubts if doubt.code != TOO_MANY]
    proposal.doubts.append(Doubt(TOO_MANY, (("read", str(MOST_DOCUMENTS)),)))


def codes_in(proposal: Proposal) -> set[str]:
    parties = (party for document in proposal.documents for party in document.parties)
    heads = proposal.event.heads
    return {
        *(state.code for state in proposal.event.states),
        *(head.state for head in heads if head.state),
        *(party.state for party in parties if party.state),
    }


def put(kept: Kept, prefix: str, **values: Any) -> None:
    """What is None or empty is not sent; a list is several values."""
    for name, value in values.items():
        each = value if isinstance(value, list) else [value]
        sent = ["on" if one is True else str(one) for one in each if one not in (None, "", False)]
        if sent:
            kept[f"{prefix}-{name}"] = sent


def span(place: Span | None) -> str:
    return f"{place.start}-{place.end}" if place else ""


def said(value: Said | None) -> str:
    return value.value if value else ""


def said_at(value: Said | None) -> str:
    return span(value.span) if value else ""


def doubts(rows: Iterable[Doubt]) -> str:
    found = [{"code": row.code, "values": dict(row.values), "at": span(row.span)} for row in rows]
    return json.dumps(found, ensure_ascii=False) if found else ""


# The event -------------------------------------------------------------------------------------


def put_event(kept: Kept, proposal: Proposal, states: dict[str, State]) -> None:
    event = proposal.event
    where, where_at = where_of(event, states)
    open_doubts = list(proposal.doubts)
    if event.place and not where.startswith("place-"):
        words = (("name", event.place.value),)
        open_doubts.append(Doubt(PLACE_NOT_KNOWN, words, event.place.span))
    persons = [(person, person.name.span) for person in event.heads if person.name]
    open_doubts += not_nominative(persons, proposal.language)
    put(
        kept,
        "event",
        kind=said(event.kind) or EventKind.SIGNING_CEREMONY,
        kind_at=said_at(event.kind),
        language="en",
        began_on=written(said(event.began_on)),
        began_on_at=said_at(event.began_on),
        ended_on=written(said(event.ended_on)),
        ended_on_at=said_at(event.ended_on),
        where=where,
        where_at=where_at,
        presence=Stated.YES if event.heads else Stated.NOT_STATED,
        doubts=doubts(open_doubts),
        not_now=not_now(proposal),
    )
    put_delegations(kept, event, states)
    put_total(kept, proposal)


def not_nominative(
    persons: Iterable[tuple[proposed.Person, Span]], language: str
) -> Iterator[Doubt]:
    for person, place in persons:
        for words in inflected_persons([names_of(person)], language):
            yield Doubt(NOT_NOMINATIVE, (("words", words),), place)


def where_of(event: proposed.Event, states: dict[str, State]) -> tuple[str, str]:
    """The place that is said, if the archive has it; else, on a visit, the host's state."""
    hosts = [row for row in event.states if row.role == DelegationRole.HOST]
    if event.place:
        keys = [states[row.code].pk for row in hosts or event.states if row.code in states]
        if found := places([event.place.value], keys).get(event.place.value):
            return f"place-{found.pk}", said_at(event.place)
    if len(hosts) == 1 and hosts[0].code in states and said(event.kind) in VISITS:
        return f"state-{states[hosts[0].code].pk}", span(hosts[0].span)
    return "", ""


def not_now(proposal: Proposal) -> str:
    """What the text names and does not say to be signed now, so that nobody looks for it."""
    rows = proposal.not_signed_now[:MOST_DOUBTS]
    found = [{"title": r.title.value, "why": r.why, "at": span(r.title.span)} for r in rows]
    return json.dumps(found, ensure_ascii=False) if found else ""


def put_delegations(kept: Kept, event: proposed.Event, states: dict[str, State]) -> None:
    heads = {head.state: head for head in reversed(event.heads) if head.name}
    rows = [row for row in event.states if row.code in states]
    known = {row.code for row in rows}
    rows += [
        proposed.EventState(code, head.name.span)
        for code, head in heads.items()
        if code in states and code not in known
    ]
    put_management(kept, "delegations", len(rows))
    for n, row in enumerate(rows):
        head = heads.get(row.code)
        put(
            kept,
            f"delegations-{n}",
            state=f"state-{states[row.code].pk}",
            state_at=span(row.span),
            role=row.role,
            head=said(head.name) if head else "",
            head_at=said_at(head.name) if head else "",
            office=said(head.office) if head else "",
        )


def put_management(kept: Kept, prefix: str, total: int) -> None:
    kept[f"{prefix}-TOTAL_FORMS"] = [str(total)]
    kept[f"{prefix}-INITIAL_FORMS"] = ["0"]


def put_total(kept: Kept, proposal: Proposal) -> None:
    total = proposal.event.total
    put_management(kept, "announcements", 1 if total else 0)
    if total:
        put(
            kept,
            "announcements-0",
            number=total.number,
            number_at=span(total.span),
            qualifier=total.qualifier,
            counts=counted(proposal.text, total.span),
            includes_heads_documents=total.includes_heads_documents,
            listed=listed(proposal),
        )


def counted(text: str, place: Span) -> str:
    """What the number counts, in the words of the text that follow it."""
    rest = text[place.start : place.start + 3 * MOST_COUNTED]
    words = rest.lstrip("0123456789 \u00a0\u202f").split("\n")[0]
    for end in (". ", ";", " within the framework", " в рамках"):
        words = words.partition(end)[0]
    return " ".join(words.split()).rstrip(".,;")[:MOST_COUNTED] or gettext("documents")


def listed(proposal: Proposal) -> int | None:
    """How many of them the text names: without the heads' own, where these aren't counted."""
    without_heads = proposal.event.total.includes_heads_documents == Stated.NO
    rows = [d for d in proposal.documents if not (without_heads and d.is_signed_by_heads)]
    return len(rows)


# Its documents ---------------------------------------------------------------------------------


def put_rows(kept: Kept, rows: Sequence[Kept]) -> None:
    for name in [name for name in kept if name.startswith("documents-")]:
        del kept[name]
    put_management(kept, "documents", len(rows))
    for n, row in enumerate(rows):
        for name, values in row.items():
            kept[f"documents-{n}-{name}"] = values


def rows_of(proposal: Proposal, states: dict[str, State]) -> list[Kept]:
    """Each document by itself: its fields, without the number before them."""
    documents = proposal.documents[:MOST_DOCUMENTS]
    parties = [party for document in documents for party in document.parties]
    sought = [sought_for(party, states) for party in parties]
    matches = iter(bodies(sought))
    return [row_of(document, states, matches, proposal.language) for document in documents]


def sought_for(party: proposed.Party, states: dict[str, State]) -> Sought:
    state = states.get(party.state or "")
    name = "" if party.kind == "state" else party.name.value
    return Sought(name, state.pk if state else None, party.kind)


def row_of(
    document: proposed.Document, states: dict[str, State], matches: Any, language: str
) -> Kept:
    persons = [(p, p.name.span) for p in document.signatories if p.name]
    title = titled(document.title.value, language)
    open_doubts = [*document.doubts, *not_nominative(persons, language)]
    if not is_full_title(title, language):
        open_doubts.append(Doubt(NO_FULL_TITLE, (("title", title),), document.title.span))
    row: Kept = {}
    period = document.period
    put_in(
        row,
        is_taken=True,
        text=title,
        text_at=span(document.title.span),
        type=document.type.value,
        type_at=span(document.type.span),
        period=written(period_of(period) or ""),
        period_at=span(period.span) if period else "",
        is_signed_by_heads=bool(document.is_signed_by_heads),
        heads_at=span(document.heads_span),
        signatories="\n".join(", ".join(filter(None, names_of(p))) for p in document.signatories),
        doubts=doubts(open_doubts),
        again=" ".join(map(span, document.told_again)),
    )
    is_plain = language in UNINFLECTED
    put_management(row, "parties", len(document.parties))
    for n, party in enumerate(document.parties):
        row.update(party_row(f"parties-{n}", party, states, next(matches), is_plain))
    return row


def put_in(row: Kept, **values: Any) -> None:
    found: Kept = {}
    put(found, "", **values)
    row.update({name.removeprefix("-"): each for name, each in found.items()})


def names_of(person: proposed.Person) -> tuple[str, str]:
    return said(person.name), said(person.office)


def period_of(period: proposed.Period | None) -> str | None:
    """EDTF text: 2023/2025; one year alone where both are the same; an open end where unsaid."""
    if period is None or not (period.first or period.last):
        return None
    if period.first == period.last:
        return f"{period.first:04}"
    first, last = (f"{year:04}" if year else ".." for year in (period.first, period.last))
    return f"{first}/{last}"


def party_row(
    prefix: str,
    party: proposed.Party,
    states: dict[str, State],
    matches: list[Match],
    is_plain: bool,
) -> Kept:
    """What is certain is chosen; what nothing is like is proposed as a new body; else neither.

    A new body needs a name that is its own: one plural phrase for two is none, and one in the case
    of a sentence is left for the clerk to write.
    """
    row: Kept = {}
    state = states.get(party.state or "")
    is_state = party.kind == "state"
    match = None if is_state else chosen(matches)
    kind = kind_of(party)
    has_own_name = is_plain and not is_state and not party.is_collective
    new_name = without_state(party.name.value, state) if has_own_name else ""
    put(
        row,
        prefix,
        name=party.name.value,
        name_at=span(party.name.span),
        side=party.side,
        body=state_key(party, state) if is_state else match and match.choice.key,
        is_new=not matches and bool(state and kind and new_name),
        new_name=new_name,
        kind="" if is_state else kind,
        state=f"state-{state.pk}" if state else "",
        said=party.kind,
    )
    return row


def state_key(party: proposed.Party, state: State | None) -> str:
    acting = party.acting_as if party.acting_as in ActingAs.values else ""
    capacity = f":{acting}" if acting and acting != ActingAs.STATE else ""
    return f"state-{state.pk}{capacity}" if state else ""


def kind_of(party: proposed.Party) -> str:
    if party.kind in TERRITORIES or party.kind in ("company", "university"):
        return party.kind
    return proposing.agency_kind_of(party.name.value) or kind_by_stem(party.name.value)


def kind_by_stem(name: str) -> str:
    """In whatever case the word for it stands: Министерством."""
    words = (word[:STEM] for word in fold(name).split() if len(word) > STEM)
    return next((KINDS_BY_STEM[word] for word in words if word in KINDS_BY_STEM), "")


KINDS_BY_STEM = {
    words[0][:STEM]: kind
    for words, kind in kind_words.AGENCY_KINDS.items()
    if len(words) == 1 and len(words[0]) > STEM
}
