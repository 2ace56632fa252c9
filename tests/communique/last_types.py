"""What the tests of languages with the type last ask of a proposal."""

from datetime import date

from agreements.communique.parsing import parse
from agreements.communique.proposal import Document, Proposal
from agreements.communique.reference import reference_authority


def read(text: str, published_on: date | None = None) -> Proposal:
    """The language is recognised, as for a clerk who does not say it."""
    return parse(text, language=None, published_on=published_on, authority=reference_authority())


def titles(proposal: Proposal) -> list[tuple[str, str]]:
    return [(document.type.value, document.title.value) for document in proposal.documents]


def parties(document: Document) -> list[tuple[str, str, str | None]]:
    return [(party.name.value, party.kind, party.state) for party in document.parties]


def states(proposal: Proposal) -> list[str]:
    return sorted(state.code for state in proposal.event.states)
