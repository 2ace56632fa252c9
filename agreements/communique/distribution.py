"""One plural word for several documents: "MoUs on A, B and C", "between A and B, C and D"."""

from __future__ import annotations

import re

from .bodies import Parties
from .phrases import parse_parties
from .proposal import Span
from .reading import Reading, trim_tail
from .script import trimmed


def repeated(reading: Reading, start: int, limit: int) -> list[Span]:
    """Parts that each begin with the same connective: "on A, on B and on C"."""
    first = re.compile(r"\s*(\w+(?:['’]|\b))\s*").match(reading.plain, start, limit)
    if not first or not reading.match("subject", first.start(1), limit):
        return []
    word = re.escape(first[1])
    places = [first.start(1)]
    ands = reading.grammar.conjunction
    for match in reading.each(rf"(?:[,;]|[,;]?\s(?:{ands}))\s+({word})(?!\w)", start, limit):
        if match.start() > places[-1]:
            places.append(match.start(1))
    if len(places) < 2:
        return []
    ends = [*places[1:], limit]
    return [trim_tail(reading, a, b) for a, b in zip(places, ends, strict=True)]


def pairs(reading: Reading, start: int, limit: int) -> list[tuple[Span, Parties]]:
    """Pair after pair: "between A and B, C and D, E and F", with "between" once or each time."""
    found: list[tuple[Span, Parties]] = []
    begin = start
    while begin < limit:
        begin = reading.skip_space(begin, limit, ",;")
        if match := reading.match("conjunction", begin, limit):
            begin = reading.skip_space(match.end(), limit, ",;")
        begin_parties = match.end() if (match := reading.match("between", begin, limit)) else begin
        parties = shortest_pair(reading, begin_parties, next_pair(reading, begin_parties, limit))
        if parties is None:
            break
        end = next_pair(reading, parties.span.end, limit)
        part = (
            trim_tail(reading, begin, end)
            if end < limit
            else trimmed(reading.text, begin, parties.span.end)
        )
        found.append((part, parties))
        if end < limit:
            begin = end
            continue
        begin = parties.span.end
        while begin < limit and reading.plain[begin] in "\"')]":
            begin += 1
        if begin < limit and reading.plain[begin] not in " ,;":
            break
    return found


def shortest_pair(reading: Reading, start: int, limit: int) -> Parties | None:
    """The pair that a comma ends, if what stands before it is whole; else all that follows."""
    for match in reading.each(r",\s+(?=[^\W\d_])", start + 1, limit):
        last = reading.match("conjunction", match.end(), limit)
        begin = reading.skip_space(last.end(), limit) if last else match.end()
        if (last and not reading.search("conjunction", begin, limit)) or not (
            begins_body(reading, begin, limit) or begins_region(reading, begin, limit)
        ):
            continue
        found = parse_parties(reading, start, match.start())
        if (
            found
            and len(found.bodies) == 2
            and all(one.has_head for one in found.bodies)
            and found.span.end >= match.start() - 2
        ):
            return found
    return parse_parties(reading, start, limit)


def begins_region(reading: Reading, start: int, limit: int) -> bool:
    """As in "Рязанская область": an adjective of a place, which ends with the head."""
    words = reading.words(start, limit)[:2]
    return len(words) == 2 and any(
        reading.match(f"head:{kind}", words[1].start(), words[1].end())
        for kind in ("region", "city")
    )


def begins_body(reading: Reading, start: int, limit: int) -> bool:
    """A head of a body stands among the next words, before any conjunction."""
    end = next((m.start() for m in reading.find("conjunction", start, limit)), limit)
    if not (reading.grammar.lower_heads or reading.text[start].isupper()):
        return False
    return any(reading.search(f"head:{kind}", start, end) for kind, _ in reading.grammar.heads)


def next_pair(reading: Reading, start: int, limit: int) -> int:
    """A pair ends where the next "between" begins."""
    match = reading.search("between", start + 1, limit)
    return match.start() if match else limit


def elements(reading: Reading, start: int, limit: int, number: int | None) -> list[Span]:
    """The parts of an enumeration; where a number is known, split so that it comes out."""
    conjunctions = reading.grammar.ands
    rough = split_at(reading, start, limit, rf"\s*;\s*(?:{conjunctions})?")
    if len(rough) > 1:
        return rough
    if len(rough) == 1:
        rough = split_at(reading, start, limit, rf"\s*[,、،]\s*(?:{conjunctions})?")
    if number and len(rough) >= number:
        return rough
    ands = rf"\s+(?:{conjunctions})"
    if not rough:
        return []
    last = rough[-1]
    if number is None:
        if len(rough) == 1:
            return split_at(reading, last.start, last.end, ands)
        commas = reading.plain[start:limit]
        has_oxford = re.search(rf",\s*(?:{conjunctions})", commas)
        if has_oxford:
            return rough
        return [*rough[:-1], *at_last(reading, last, ands)]
    parts = (
        [*rough[:-1], *at_last(reading, last, ands)]
        if len(rough) > 1
        else split_at(reading, last.start, last.end, ands)
    )
    if len(parts) < number:
        finer = [piece for part in rough for piece in split_at(reading, part.start, part.end, ands)]
        if len(finer) == number:
            return finer
    return parts


def at_last(reading: Reading, span: Span, pattern: str) -> list[Span]:
    """In two at the conjunction, or the span as it is; of "A and B and C", B and C are one."""
    matches = list(reading.each(pattern, span.start + 1, span.end))
    if not matches:
        return [span]
    match = matches[0]
    return [
        trimmed(reading.text, span.start, match.start()),
        trimmed(reading.text, match.end(), span.end),
    ]


def split_at(reading: Reading, start: int, limit: int, pattern: str) -> list[Span]:
    parts, begin = [], start
    for match in reading.each(pattern, start, limit):
        if match.start() <= begin or reading.plain[start : match.start()].count(
            "("
        ) > reading.plain[start : match.start()].count(")"):
            continue
        parts.append(trimmed(reading.text, begin, match.start()))
        begin = match.end()
    parts.append(trimmed(reading.text, begin, limit))
    return [part for part in parts if part.start < part.end]
