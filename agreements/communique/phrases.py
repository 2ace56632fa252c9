"""A phrase of several bodies: every way to part it, and the likeliest taken."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .bodies import AROUND, Body, Parties, body, heads_in, without_determiner
from .proposal import Span
from .reading import Reading
from .script import trimmed

# No phrase of parties is longer, in characters.
LONGEST = 1_200


def parse_parties(reading: Reading, start: int, limit: int, *, most: int = 6) -> Parties | None:
    """The parties named from ``start`` on, after "between" and the like."""
    limit = hard_stop(reading, start, min(limit, start + LONGEST))
    collective = collective_parties(reading, start, limit)
    best = best_pair(reading, start, limit) or only_one(reading, start, limit)
    if collective and (best is None or collective.score >= best.score or is_torn(collective, best)):
        return collective
    return best


def only_one(reading: Reading, start: int, limit: int) -> Parties | None:
    """The text breaks off, or names one side only: "between the Union of A and the"."""
    for end in reversed(ends_of(reading, start, limit)):
        found = body(reading, start, end)
        if found and found.has_head and found.is_closed and found.faults <= 1.5:
            return None if found.is_state else Parties((found,), found.span, 3)
    return None


def is_torn(collective: Parties, best: Parties) -> bool:
    """The pair tears a plural phrase: "the ministries of A" and "B"."""
    if len(collective.collective) < 2:
        return False
    states = [one.is_state for one in best.bodies]
    return any(not one.has_head for one in best.bodies) or (any(states) and not all(states))


def hard_stop(reading: Reading, start: int, limit: int) -> int:
    stops = [limit]
    for match in reading.find("stop_right", start, limit):
        if not match[0].startswith("at "):
            stops.append(match.start())
            break
    semicolon = reading.plain.find(";", start, limit)
    if semicolon >= 0:
        stops.append(semicolon)
    return min(stops)


def ends_of(reading: Reading, start: int, limit: int) -> list[int]:
    """Where a phrase of parties may end."""
    ends = {limit}
    for match in reading.find("subject", start, limit):
        if match.start() > start and reading.plain[match.start() - 1] in " ,\n\"')":
            ends.add(match.start())
    for name in ("was_signed",):
        for match in reading.find(name, start, limit):
            ends.add(match.start())
    for pattern in reading.grammar.period:
        for match in reading.each(
            rf"(?:for|на|pour|para|per|fur|,)?\s*{pattern}", start + 1, limit
        ):
            ends.add(match.start())
    ends.update(
        match.start()
        for match in reading.each(r",|:|–| - ", start + 1, limit)
        if not reading.match("continued", reading.skip_space(match.end(), limit), limit)
    )
    return sorted(ends)


def best_pair(reading: Reading, start: int, limit: int) -> Parties | None:
    best: Parties | None = None
    conjunctions = [
        match
        for match in reading.find("conjunction", start, limit)
        if not in_brackets(reading, start, match.start())
    ]
    for end in ends_of(reading, start, limit):
        for conjunction in conjunctions:
            if conjunction.end() >= end:
                break
            found = pair(reading, start, conjunction, end)
            if found and (best is None or found.score > best.score + 0.01):
                best = found
    if best is None or best.score < (0.5 if all(one.starts_well for one in best.bodies) else 2):
        return None
    return with_more(reading, best)


def in_brackets(reading: Reading, start: int, place: int) -> bool:
    said = reading.plain[start:place]
    return said.count("(") > said.count(")")


def pair(reading: Reading, start: int, conjunction: re.Match[str], end: int) -> Parties | None:
    left = body(reading, start, conjunction.start())
    right = body(reading, conjunction.end(), end)
    if left is None or right is None:
        return None
    heads_plural = reading.match("plural_heads", left.span.start, left.span.end)
    if (
        right.is_state
        and heads_plural
        and not reading.search("governments", right.span.start, right.span.end)
    ):
        return None
    score = left.score + right.score
    if is_genitive(reading, left, conjunction.end()):
        score -= 3
    if left.state and right.state:
        score += 2 if left.state != right.state else -1.5
    if left.has_head and right.has_head:
        score += 1 + 0.5 * (left.kind == right.kind)
    after = reading.plain[conjunction.end() : conjunction.end() + 6].lstrip()
    if re.match(r"(?:the|its|l[ae]|les|el|il|der|die|das|o|a)\b", after):
        score += 1
    if not (left.has_head or left.is_closed or left.is_counterpart) and not (
        right.has_head or right.is_closed or right.is_counterpart
    ):
        score -= 1
    score -= 0.02 * len(reading.words(conjunction.end(), end))
    score -= 2.5 * is_cut_short(reading, right.span.end) + 2.5 * is_noun_alone(reading, right)
    score -= 2.5 * is_cut_list(reading, right)
    return Parties((left, right), Span(left.span.start, right.span.end), score)


def is_cut_list(reading: Reading, right: Body) -> bool:
    """A ministry's name that enumerates: "Ministry of Forestry" before ", Fisheries and Land"."""
    match = ENUMERATED.match(reading.text, right.span.end)
    if match is None or not right.has_noun or reading.grammar.lower_heads:
        return False
    part = Span(match.start(1), match.end(1))
    return not reading.mentions_in(part.start, part.end) and not heads_in(reading, part)


ENUMERATED = re.compile(r", ([A-Z][\w’'-]+(?: (?:[A-Z][\w-]+|of|and|the))*)(?: and |, )")


def is_cut_short(reading: Reading, end: int) -> bool:
    """A bare head goes on: "Committee" before "for Peace", "Agency" before "of Trade"."""
    after = CONTINUES.match(reading.plain, end)
    if after is None or not reading.text[after.end() : after.end() + 1].isupper():
        return False
    words = reading.words(max(0, end - 30), end)
    last = words[-1] if words else None
    kinds = ("agency", "university", "other") if "for" in after[0] else ("agency", "university")
    return last is not None and any(
        reading.match(f"head:{kind}", last.start(), last.end()) for kind in kinds
    )


def is_noun_alone(reading: Reading, right: Body) -> bool:
    """As in "agence moldave" before "pour la cybersécurité": only a noun, and which or whose."""
    end = right.span.end
    if not reading.match("purpose", reading.skip_space(end, len(reading.text)), end + 9):
        return False
    mentions = reading.mentions_in(right.span.start, end)
    if any(m.form not in ("adjective", "capitalised") for m in mentions):
        return False
    words = [
        word
        for word in reading.words(right.span.start, end)
        if not any(m.start <= word.start() < m.end for m in mentions)
    ]
    return len(heads_in(reading, right.span)) == 1 and len(words) <= (1 if mentions else 2)


CONTINUES = re.compile(
    r"\s+(?:for|of|on|under|in|fur|der|des|de|du|del|della|do|da|dos|di|para|pour|per|za|pre|pri|u|v)"
    r" (?:the |la |las |los |die |den |das |das |les |o |a |os |as |il |le |i |gli )?"
)


def is_genitive(reading: Reading, left: Body, place: int) -> bool:
    """As in "... dell'Università e della Ricerca": what follows belongs to the name before it."""
    follows = reading.match(
        "continued", reading.skip_space(place, len(reading.text)), len(reading.text)
    )
    return bool(follows) and not reading.match("city_heads", left.span.start, left.span.end)


def with_more(reading: Reading, parties: Parties) -> Parties:
    """Three and more: "the Government of A, the Government of B, and the Government of C"."""
    split: list[Body] = []
    for one in parties.bodies:
        split += at_commas(reading, one)
    return replace(parties, bodies=tuple(split))


def at_commas(reading: Reading, one: Body) -> list[Body]:
    """The body in parts, where each part before a comma is whole and the next one begins well."""
    ands = f"{reading.grammar.conjunction}|{reading.grammar.with_}"
    places = [
        match
        for match in reading.each(rf",\s+(?:(?:{ands})\s+)?", one.span.start + 1, one.span.end)
        if not in_brackets(reading, one.span.start, match.start())
    ]
    for match in places:
        left = body(reading, one.span.start, match.start())
        right = body(reading, match.end(), one.span.end)
        if left is None or right is None:
            continue
        joins = bool(reading.grammar.find("with_").search(match[0])) and (
            right.has_head or right.is_closed
        )
        if (
            ((left.is_closed and right.is_closed) or joins)
            and left.state != right.state
            and (
                (left.is_state and right.is_state) or (left.has_head and right.head_first) or joins
            )
            and reading.plain[match.end() : right.span.end].strip() != ""
        ):
            if left.is_state != right.is_state and one.is_state:
                continue
            if is_afterthought(reading, left, right):
                continue
            return [left, *at_commas(reading, right)]
    return [one]


def is_afterthought(reading: Reading, left: Body, right: Body) -> bool:
    """As in "NILERD, India": the state of the same body, after a comma."""
    return right.is_state and not left.is_state


def collective_parties(reading: Reading, start: int, limit: int) -> Parties | None:
    """One plural phrase for both sides: "the ministries of culture of A and B"."""
    begin = reading.skip_space(start, limit)
    heads = list(reading.find("plural_heads", begin, limit))
    both = reading.search("both", begin, limit)
    for end in ends_of(reading, begin, limit):
        if both and 0 <= both.start() - end <= 3:
            continue
        found = collective(reading, begin, end, heads, both)
        if found:
            return found
    return None


# What stands between the states of one plural phrase: "of A, B and the C".
JOINED = re.compile(
    r"\s*(?:'s\s*)?(?:, ?(?=و|and\s|и\s))?"
    r"(?:,|-|–|و|and|&|и|et|y|e|und|i|a|dan|va|ва|мен|менен|ile|ve)?"
    r"\s*(?:of|the|de|du|des|la|le|del|der|della|l'|d')*\s*(?:the\s+)?"
)


def collective(
    reading: Reading, start: int, end: int, heads: list, both: re.Match[str] | None
) -> Parties | None:
    span, _ = without_determiner(reading, trimmed(reading.text, start, end, AROUND))
    if span.start >= span.end:
        return None
    whole = reading.plain[span.start : span.end]
    if both and both.start() >= start and both.end() <= end + 1:
        outside = heads and any(h.end() <= end for h in heads)
        score = 9.5 if both.end() >= span.end - 2 or both.start() - span.start < 6 else 6
        return Parties((), Span(start, span.end), score, ("both" if not outside else "bodies",))
    inside = [h for h in heads if h.start() < span.end]
    if not inside:
        return None
    mentions = [m for m in reading.mentions_in(span.start, span.end) if m.form != "place"]
    if len(mentions) > 1 and len({one.state for one in mentions}) == len(mentions):
        gaps = [reading.plain[a.end : b.start] for a, b in pairwise(mentions)]
        if all(JOINED.fullmatch(gap) for gap in gaps):
            ends = not reading.plain[mentions[-1].end : span.end].strip(" '\").s")
            starts = mentions[0].start - span.start < 3
            if (ends and inside[0].start() - span.start < 30) or (
                starts and inside[-1].end() <= span.end
            ):
                return Parties((), span, 11, tuple(one.state for one in mentions))
    if (
        not mentions
        and inside[0].start() - span.start < 25
        and not re.search(r"\b(?:the|its)\s+\w+$", whole)
    ):
        conj = reading.grammar.find("conjunction").search(reading.plain, span.start, span.end)
        if conj is None or not body_after(reading, conj.end(), span.end):
            return Parties((), span, 5, ("bodies",))
    return None


def body_after(reading: Reading, start: int, end: int) -> bool:
    after = body(reading, start, end)
    return bool(after and after.head_first and after.starts_well)
