"""A proposal as plain data, for the command line and for comparing with expectations."""

from __future__ import annotations

from typing import Any

from .doubts import words
from .proposal import Document, Event, Party, Person, Proposal, Said


def as_json(proposal: Proposal) -> dict[str, Any]:
    """Codes of states in capitals, as ISO writes them; a span is [start, end] in characters."""
    return {
        "language": proposal.language,
        "event": event(proposal.event),
        "documents": [document(one) for one in proposal.documents],
        "not_signed_now": [
            {"title": one.title.value, "why": one.why, "span": span(one.title)}
            for one in proposal.not_signed_now
        ],
        "doubts": [words(doubt) for doubt in proposal.doubts],
    }


def event(one: Event) -> dict[str, Any]:
    total = one.total
    return {
        "kind": one.kind.value if one.kind else None,
        "date": one.began_on.value if one.began_on and len(one.began_on.value) == 10 else None,
        "date_partial": date_partial(one),
        "date_end": one.ended_on.value if one.ended_on else None,
        "place": one.place.value if one.place else None,
        "states": sorted(iso(state.code) for state in one.states),
        "heads_present": [person(head) for head in one.heads],
        "declared_total": total.number if total else None,
        "total_qualifier": total.qualifier if total else None,
        "total_includes_heads_documents": total.includes_heads_documents if total else None,
    }


def date_partial(one: Event) -> str | None:
    """A month, or a day whose year nothing says."""
    if one.began_on:
        return one.began_on.value if len(one.began_on.value) != 10 else None
    return one.day_without_year.value if one.day_without_year else None


def document(one: Document) -> dict[str, Any]:
    return {
        "type": one.type.value,
        "title": one.title.value,
        "span": span(one.title),
        "parties": [party(body) for body in one.parties],
        "valid_from_year": one.period.first if one.period else None,
        "valid_to_year": one.period.last if one.period else None,
        "signed_by_heads": one.is_signed_by_heads,
        "signatories": [person(signatory) for signatory in one.signatories],
        "doubts": [words(doubt) for doubt in one.doubts],
    }


def party(one: Party) -> dict[str, Any]:
    return {
        "name": one.name.value,
        "kind": one.kind,
        "state": iso(one.state) if one.state else None,
        "collective": one.is_collective,
        "span": span(one.name),
    }


def person(one: Person) -> dict[str, Any]:
    return {
        "name": one.name.value if one.name else None,
        "office": one.office.value if one.office else None,
        "state": iso(one.state) if one.state else None,
    }


def span(said: Said) -> list[int]:
    return [said.span.start, said.span.end]


def iso(code: str) -> str:
    return code.upper()
