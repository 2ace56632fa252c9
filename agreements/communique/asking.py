"""Names what a clerk has to settle, from the proposal alone."""

from __future__ import annotations

from .grammars.grammar import Grammar
from .proposal import Document, Doubt, Party, Proposal, Span
from .script import plain

HEADS = "heads"
NEAR = 80


def ask(proposal: Proposal, grammar: Grammar) -> list[Doubt]:
    """Doubts about the event and the list as a whole; those of a document stand on it."""
    for document in proposal.documents:
        document.doubts.extend(about_document(document, proposal.text))
    doubts = [*about_event(proposal), *about_total(proposal, grammar)]
    if not grammar.is_built:
        doubts.append(Doubt("language_not_built"))
    return doubts


def about_event(proposal: Proposal) -> list[Doubt]:
    event, found = proposal.event, []
    if not proposal.documents:
        found.append(Doubt("no_documents"))
    if event.began_on is None and event.day_without_year:
        day = event.day_without_year.span
        found.append(Doubt("no_year", (("date", day.of(proposal.text)),), day))
    elif event.began_on is None:
        found.append(Doubt("no_date"))
    elif event.rests_on_publication:
        words = event.began_on.span.of(proposal.text)
        found.append(Doubt("publication_date", (("words", words),), event.began_on.span))
    if len(event.states) < 2:
        found.append(Doubt("no_states"))
    elif len(event.states) > 2:
        codes = ", ".join(state.code.upper() for state in event.states)
        found.append(Doubt("more_states", (("states", codes),)))
    return found


def about_total(proposal: Proposal, grammar: Grammar) -> list[Doubt]:
    """Announced against listed, without the heads' own document where it isn't among them."""
    total = proposal.event.total
    if total is None:
        return []
    listed = proposal.documents
    if total.includes_heads_documents == "no":
        listed = [document for document in listed if not document.is_signed_by_heads]
    values = (("announced", announced(total.number, total.qualifier)), ("listed", str(len(listed))))
    if len(listed) > total.number and total.qualifier in ("exactly", "up_to"):
        return [Doubt("more_listed", values, total.span)]
    if len(listed) < total.number:
        code = "partial_list" if is_partial(proposal, grammar) else "fewer_listed"
        return [Doubt(code, values, total.span)]
    return []


def is_partial(proposal: Proposal, grammar: Grammar) -> bool:
    """As in "Among them are:" shortly before the first document."""
    if not proposal.documents:
        return False
    start = min(document.title.span.start for document in proposal.documents)
    return bool(grammar.find("partial").search(plain(proposal.text[max(0, start - NEAR) : start])))


def announced(number: int, qualifier: str) -> str:
    words = {
        "more_than": "more than ",
        "at_least": "at least ",
        "about": "about ",
        "up_to": "up to ",
    }
    return f"{words.get(qualifier, '')}{number}"


def about_document(document: Document, text: str) -> list[Doubt]:
    found: list[Doubt] = []
    title = document.title.span
    if document.type.value == "unspecified":
        found.append(Doubt("no_type", span=title))
    if document.is_several:
        found.append(Doubt("several", span=title))
    if document.told_again:
        found.append(Doubt("told_again", span=document.told_again[0]))
    if odd_quotes(title.of(text)):
        found.append(Doubt("unbalanced_quotes", span=title))
    return [*found, *about_parties(document.parties, title)]


def about_parties(parties: tuple[Party, ...], title: Span) -> list[Doubt]:
    if not parties:
        return [Doubt("no_parties", span=title)]
    found: list[Doubt] = []
    if len(parties) == 1:
        found.append(Doubt("one_party", span=parties[0].name.span))
    collective = next((party for party in parties if party.is_collective), None)
    if collective:
        found.append(Doubt("collective", (("party", collective.name.value),), collective.name.span))
    for party in parties:
        values = (("party", party.name.value),)
        if party.state is None:
            found.append(Doubt("party_without_state", values, party.name.span))
        elif party.state_span is None and not party.is_collective and party.kind != "state":
            is_told = any(other.state_span for other in parties)
            code = "state_from_other_side" if is_told else "state_by_order"
            found.append(Doubt(code, values, party.name.span))
    states = {party.state for party in parties}
    if len(parties) > 1 and len(states) == 1 and None not in states:
        found.append(Doubt("same_state", span=title))
    return found


def odd_quotes(title: str) -> bool:
    straight = title.count('"') % 2 == 1
    return straight or title.count("«") != title.count("»") or title.count("“") != title.count("”")
