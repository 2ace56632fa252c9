"""Read a press text as the page does, and say in short what was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from agreements.communique.parsing import parse
from agreements.communique.proposal import Document, Proposal, Said, Span
from agreements.communique.reference import reference_authority

THURSDAY = date(2024, 5, 16)


def read(text: str, language: str = "en", published_on: date | None = THURSDAY) -> Proposal:
    return parse(
        text, language=language, published_on=published_on, authority=reference_authority()
    )


def only(text: str, language: str = "en", published_on: date | None = THURSDAY) -> Document:
    """The one document that the text tells of."""
    proposal = read(text, language, published_on)
    assert len(proposal.documents) == 1, titles(proposal)
    return proposal.documents[0]


def titles(proposal: Proposal) -> list[str]:
    return [document.title.value for document in proposal.documents]


def types(proposal: Proposal) -> list[str]:
    return [document.type.value for document in proposal.documents]


def sides(document: Document) -> list[tuple[str, str | None]]:
    return [(party.name.value, party.state) for party in document.parties]


def kinds(document: Document) -> list[str]:
    return [party.kind for party in document.parties]


def years(document: Document) -> tuple[int | None, int | None] | None:
    return (document.period.first, document.period.last) if document.period else None


def codes(proposal: Proposal) -> list[str]:
    """Doubts about the text as a whole."""
    return [doubt.code for doubt in proposal.doubts]


def doubted(document: Document) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def not_now(proposal: Proposal) -> list[tuple[str, str]]:
    return [(one.title.value, one.why) for one in proposal.not_signed_now]


def began(proposal: Proposal) -> str | None:
    return proposal.event.began_on.value if proposal.event.began_on else None


def states(proposal: Proposal) -> list[str]:
    return [state.code for state in proposal.event.states]


def quoted(proposal: Proposal) -> Iterator[Said]:
    """Every value whose words are the text's own."""
    event = proposal.event
    yield from (said for said in (event.place,) if said)
    yield from (one.title for one in proposal.not_signed_now)
    people = [*event.heads]
    for document in proposal.documents:
        yield document.title
        yield from (party.name for party in document.parties)
        people += document.signatories
    for person in people:
        yield from (said for said in (person.name, person.office) if said)


def spans(proposal: Proposal) -> Iterator[Span]:
    """Every place in the text that the proposal points at."""
    event = proposal.event
    yield from (said.span for said in quoted(proposal))
    yield from (said.span for said in (event.kind, event.began_on, event.ended_on) if said)
    yield from (state.span for state in event.states)
    yield from (event.total.span for _ in [event.total] if event.total)
    doubts = [*proposal.doubts]
    for document in proposal.documents:
        yield document.type.span
        yield from document.told_again
        yield from (party.state_span for party in document.parties if party.state_span)
        yield from (document.period.span for _ in [document.period] if document.period)
        yield from (document.heads_span for _ in [document.heads_span] if document.heads_span)
        doubts += document.doubts
    yield from (doubt.span for doubt in doubts if doubt.span)
