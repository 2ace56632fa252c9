"""The event: its kind, place, states and heads."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from .drafts import Draft
from .gazetteer import Mention
from .layout import Block
from .proposal import EventState, Said, Span
from .reading import Reading

# So far behind "visit" stands where it went, over the names of guests.
FAR = 180
# So many blocks or sentences from the beginning say where a report comes from.
HEAD = 6
DATELINE = (",", ".", "(", "–", "—", ":", "-", "/")


def main_states(reading: Reading, blocks: list[Block]) -> list[str]:
    """The states that the text is about, by how often and how they are named."""
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    length = max(1, len(reading.text))
    for mention in reading.mentions:
        weight = {
            "name": 1.0,
            "adjective": 1.0,
            "capitalised": 1.0,
            "abbreviation": 0.6,
            "place": 0.3,
        }[mention.form]
        if mention.start < length * 0.3:
            weight *= 1.6
        if is_ruled(reading, mention.start, mention.end):
            weight += 1.5
        if in_compound(reading, mention.start, mention.end):
            weight += 0.7
        if is_elsewhere(reading, mention.start, mention.end):
            weight *= 0.15
        weights[mention.state] += weight
        first.setdefault(mention.state, mention.start)
    home = reading.grammar.home
    if home and len(weights) < 2 and home not in weights:
        weights[home], first[home] = 0.1, -1
    if not weights:
        return []
    ranked = sorted(weights, key=lambda code: (-weights[code], first[code]))
    top = sorted(ranked[:2], key=lambda code: first[code])
    return [*top, *ranked[2:]]


def is_ruled(reading: Reading, start: int, end: int) -> bool:
    """Beside the word for a head, a minister or a government."""
    plain = reading.plain
    return bool(
        reading.search("rulers", max(0, start - 22), start)
        or reading.search("rulers", end, min(len(plain), end + 14))
        or reading.search("ministers", max(0, start - 30), start)
        or reading.search("government", max(0, start - 18), start)
    )


def in_compound(reading: Reading, start: int, end: int) -> bool:
    return reading.plain[end : end + 1] in ("-", "–") or reading.plain[
        max(0, start - 1) : start
    ] in ("-", "–")


def is_elsewhere(reading: Reading, start: int, end: int) -> bool:
    """After "news agency of", "on his way to", "earlier in"; before "news agency"."""
    words = reading.grammar.find("elsewhere")
    before, behind = reading.plain[max(0, start - 30) : start], reading.plain[end : end + 20]
    return bool(words.search(before + "¶") or words.search("¶" + behind))


def event_states(reading: Reading, drafts: list[Draft]) -> tuple[EventState, ...]:
    codes = list(reading.states[:2])
    named = Counter(
        party.state
        for draft in drafts
        for party in draft.parties
        if party.state and not party.is_collective
    )
    for code, count in named.items():
        if code not in codes and (count > 1 or is_third(drafts, code)):
            codes.append(code)
    codes += [code for code in enumerated_states(reading) if code not in codes]
    if len(codes) > 1 and len(named) >= 2 and not drafts:
        codes = codes[:2]
    host = host_of_visit(reading, codes)
    first: dict[str, Span] = {}
    for mention in sorted(reading.mentions, key=lambda one: (one.form == "place", one.start)):
        first.setdefault(mention.state, mention.span)
    return tuple(
        EventState(code, first.get(code, Span(0, 0)), role(code, host)) for code in sorted(codes)
    )


def role(code: str, host: str | None) -> str:
    if host is None:
        return "party"
    return "host" if code == host else "guest"


def host_of_visit(reading: Reading, codes: list[str]) -> str | None:
    """As in "The state visit of the President of A to B": B is host where there are but two."""
    if len(codes) != 2:
        return None
    for visit in reading.find("kind:visit", 0, len(reading.plain)):
        for mention in reading.mentions_in(visit.end(), min(len(reading.plain), visit.end() + FAR)):
            before = reading.plain[max(visit.end(), mention.start - 14) : mention.start]
            if mention.state in codes and reading.grammar.find("visit_to").search(before + "¶"):
                return mention.state
            if "." in reading.plain[visit.end() : mention.start]:
                break
    return None


def enumerated_states(reading: Reading) -> list[str]:
    """The states of a run of three and more behind "ministers of", "leaders of", "three"."""
    run: list[Mention] = []
    for mention in (m for m in reading.mentions if m.form != "place"):
        between = reading.plain[run[-1].end : mention.start] if run else ""
        joined = run and mention.state != run[-1].state and is_joint(reading, between)
        if run and not joined:
            if len({m.state for m in run}) > 2 and is_of_persons(reading, run[0].start):
                return list(dict.fromkeys(m.state for m in run))
            run = []
        run.append(mention)
    return []


def is_joint(reading: Reading, between: str) -> bool:
    rest = reading.grammar.find("conjunction").sub("", between)
    return len(between) < 14 and not rest.strip(" ,'s")


def is_of_persons(reading: Reading, start: int) -> bool:
    before = max(0, start - 40)
    return any(reading.search(name, before, start) for name in ("persons", "rulers", "ministers"))


def is_third(drafts: list[Draft], code: str) -> bool:
    return any(
        len(draft.parties) > 2 and any(party.state == code for party in draft.parties)
        for draft in drafts
    )


def kind(reading: Reading) -> Said:
    """The kind of event: what is said nearest to the beginning, the more telling kinds first."""
    best: tuple[float, str, Span] | None = None
    for rank, (code, _) in enumerate(reading.grammar.kinds):
        for match in reading.find(f"kind:{code}", 0, len(reading.plain)):
            if reading.grammar.find("not_kind").search(
                reading.plain[max(0, match.start() - 40) : match.start()] + "¶"
            ):
                continue
            weight = rank + match.start() / max(1, len(reading.plain))
            if best is None or weight < best[0]:
                best = (weight, code, Span(*match.span()))
            break
    if best:
        return Said(best[1], best[2])
    has_heads = bool(reading.head_names)
    if not has_heads and (match := reading.search("ministers", 0, len(reading.plain))):
        return Said(
            "signing_ceremony"
            if not reading.search("meeting", 0, len(reading.plain))
            else "ministerial_meeting",
            Span(*match.span()),
        )
    match = reading.search("talks", 0, len(reading.plain)) or reading.search(
        "signing", 0, len(reading.plain)
    )
    if match and reading.search("talks", 0, len(reading.plain)):
        return Said("talks", Span(*match.span()))
    return Said("signing_ceremony", Span(*match.span()) if match else Span(0, 0))


def place(reading: Reading, blocks: list[Block]) -> Said | None:
    """The city after "in" in a sentence of signing; that of the dateline; one after "in"."""
    sentences = [sentence for block in blocks for sentence in block.sentences]
    of_signing = [s for s in sentences if reading.search("signing", s.start, s.end)]
    cities = itertools.chain(
        (city for sentence in of_signing for city in cities_in(reading, sentence)),
        (city for block in blocks[:HEAD] for city in city_of_dateline(reading, block)),
        (city for sentence in sentences[:HEAD] for city in cities_in(reading, sentence)),
    )
    city = next((city for city in cities if city.state in reading.states[:2]), None)
    return Said(reading.said(city.span), city.span) if city else None


def cities_in(reading: Reading, sentence: Span) -> Iterator[Mention]:
    """Those after "in"."""
    for mention in reading.mentions_in(sentence.start, sentence.end):
        before = reading.plain[max(sentence.start, mention.start - 12) : mention.start]
        if mention.form == "place" and reading.grammar.find("in_place").search(before + "¶"):
            yield mention


def city_of_dateline(reading: Reading, block: Block) -> Iterator[Mention]:
    """As in "BOGOTA, May 4 -", "Bogotá.-", "Bogotá (Agency)"."""
    start = block.span.start
    for mention in reading.mentions_in(start, min(block.span.end, start + 40)):
        behind = reading.plain[mention.end : mention.end + 2].lstrip()
        if mention.form == "place" and mention.start == start and behind[:1] in DATELINE:
            yield mention
