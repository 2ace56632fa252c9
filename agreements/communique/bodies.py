"""Reads a phrase that names parties: "the Ministry A of X and the Committee B of Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .gazetteer import Mention
from .proposal import Party, Said, Span
from .reading import Reading, trim_tail
from .script import trimmed

PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
DETERMINER = re.compile(
    r"(?:(?:the )?(?:former|latter)(?='s)'s|the|an?|its|their|les?|la|las|los|el|il|lo|gli|i|der|die|das|dem|den|des|o|os|as|de la"
    r"|de l'|de los|de las|du|do|da|dos|del|della|dello|dei|delle|dell'|degli|de|l'|d'|un'|al)(?:\s+|(?<='))"
)
AROUND = " \n\t\r,;:.–-/"
# No phrase of parties is longer, in characters.
LONGEST = 1_200


@dataclass(frozen=True)
class Body:
    """What a span looks like if it is read as one body."""

    span: Span
    kind: str
    state: str | None
    state_span: Span | None
    is_closed: bool
    has_head: bool
    head_first: bool
    starts_well: bool
    is_state: bool
    is_counterpart: bool
    faults: float
    has_noun: bool = False

    @property
    def score(self) -> float:
        return (
            3 * self.is_closed
            + 2 * self.has_head
            + (1.2 if self.head_first else 0)
            + (1 if self.starts_well else -2.5)
            + 1.5 * self.is_state
            + 2 * self.is_counterpart
            - self.faults
        )


@dataclass(frozen=True)
class Parties:
    """Bodies of one phrase, and where the phrase ends."""

    bodies: tuple[Body, ...]
    span: Span
    score: float
    collective: tuple[str, ...] = ()


# One body ----------------------------------------------------------------------------------------


def body(reading: Reading, start: int, end: int) -> Body | None:
    """The span as one body; None where nothing is left of it."""
    span = trimmed(reading.text, start, end, AROUND)
    span = without_odd_quote(reading, trim_tail(reading, span.start, span.end))
    if span.start >= span.end:
        return None
    span, determined = without_determiner(reading, span)
    if span.start >= span.end:
        return None
    mentions = reading.mentions_in(span.start, span.end)
    government = is_government(reading, span, mentions)
    heads = heads_in(reading, span)
    counterpart = reading.search("counterpart", span.start - 4 if determined else span.start, span.end)
    state = state_of(reading, span, mentions)
    words = reading.words(span.start, span.end)
    is_place = any(m.form == "place" and m.span == span for m in mentions)
    return Body(
        span=span,
        kind="state" if government else kind_of(reading, span, heads, is_place),
        state=state.state if state else known_state(reading, span),
        state_span=state.span if state else None,
        is_closed=government or is_place or is_closed(reading, span, mentions, bool(heads)),
        has_noun=bool(heads),
        has_head=bool(heads) or government or is_place or is_acronym(reading, span),
        head_first=government or is_place or head_first(reading, span, heads),
        starts_well=starts_well(reading, span, words, mentions, determined, bool(heads)),
        is_state=government,
        is_counterpart=bool(counterpart),
        faults=faults(reading, span, words, heads),
    )


def known_state(reading: Reading, span: Span) -> str | None:
    """The state of an abbreviation that the text explains, or of a word that one state uses."""
    if state := reading.short_forms.get(reading.said(span).strip("“”\"")):
        return state
    for state, words in reading.grammar.local:
        if state in reading.states[:2] and reading.grammar.word(words).search(reading.plain, span.start, span.end):
            return state
    return None


def without_odd_quote(reading: Reading, span: Span) -> Span:
    said = reading.plain[span.start : span.end]
    return Span(span.start, span.end - 1) if said.endswith('"') and said.count('"') % 2 else span


def without_determiner(reading: Reading, span: Span) -> tuple[Span, bool]:
    match = DETERMINER.match(reading.plain, span.start, span.end)
    if match and is_article(reading, match):
        return Span(match.end(), span.end), True
    return span, False


ALWAYS = frozenset({"the", "a", "an", "der", "die", "das", "den", "dem"})


def is_article(reading: Reading, match: re.Match[str]) -> bool:
    """Not "La" of "La Quiaca": a capital only before the head of a body."""
    if not reading.text[match.start()].isupper() or match[0].strip() in ALWAYS:
        return True
    return any(reading.match(f"head:{kind}", match.end(), len(reading.text)) for kind, _ in reading.grammar.heads)


def is_government(reading: Reading, span: Span, mentions: list[Mention]) -> bool:
    """The span is a state, or its government."""
    named = [m for m in mentions if m.form != "place"]
    if not named:
        return False
    rest = blank(reading.plain, span, named)
    rest = PARENTHESIS.sub(" ", rest)
    rest = reading.grammar.find("government").sub(" ", rest)
    rest = re.sub(r"'s?\b|\b(?:the|of|de|du|des|d|l|la|le|les|el|del|da|do|dos|della|dell|der|die|des|von|republika|republik|republic|republica|republique|i)\b|[^\w]", " ", rest)
    if rest.strip():
        return False
    says_government = reading.search("government", span.start, span.end)
    return bool(says_government) or any(m.form in ("name", "abbreviation") for m in named)


def blank(plain: str, span: Span, mentions: list[Mention]) -> str:
    characters = list(plain[span.start : span.end])
    for mention in mentions:
        for place in range(mention.start - span.start, mention.end - span.start):
            characters[place] = " "
    return "".join(characters)


def heads_in(reading: Reading, span: Span) -> list[tuple[int, int, str]]:
    found = []
    for kind, _ in reading.grammar.heads:
        found += [
            (match.start(), match.end(), kind)
            for match in reading.find(f"head:{kind}", span.start, span.end)
        ]
    found.sort()
    return found


def kind_of(reading: Reading, span: Span, heads: list[tuple[int, int, str]], is_place: bool) -> str:
    if not heads:
        return "city" if is_place else "company" if looks_foreign(reading, span) else "agency"
    inner = INNER.search(reading.plain, span.start, span.end)
    before = [head for head in heads if not inner or head[0] < inner.start()]
    chosen = before or heads
    # The noun of a compound comes last, of "X of Y" it is the only one before "of".
    if reading.grammar.type_last:
        chosen = [head for head in heads if not any(is_within(head, other) for other in heads)]
    kinds = [head[2] for head in chosen]
    if "company" in kinds and re.search(
        r"\b(?:ltd|llc|plc|jsc|cjsc|ojsc|inc|gmbh|limited|corp|s\.a|pt|spa|s\.p\.a|bhd|tbk|sarl|ag)\b", reading.plain[span.start : span.end]
    ):
        return "company"
    return (kinds[-1] if before else kinds[0]) if not reading.grammar.type_last else kinds[-1]


def is_within(head: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """"Institute" within "mining institute" says less than that."""
    return other[0] <= head[0] and head[1] <= other[1] and head[1] - head[0] < other[1] - other[0]


INNER = re.compile(r"\b(?:of|for|under|de|du|des|del|della|dell|da|do|von|fur|pri|при|tentang|bidang)\b")


def looks_foreign(reading: Reading, span: Span) -> bool:
    """A name of capital letters and words without any head: a brand."""
    words = reading.words(span.start, span.end)
    return len(words) > 1 and not reading.mentions_in(span.start, span.end)


def state_of(reading: Reading, span: Span, mentions: list[Mention]) -> Mention | None:
    """The state to which the body belongs: said last, or first as an adjective or a genitive."""
    named = [m for m in mentions if m.form != "place"]
    if not named:
        return mentions[-1] if mentions else None
    last = named[-1]
    if len({m.state for m in named}) == 1:
        return last
    compounds = [
        m for m in named
        if reading.plain[m.end : m.end + 1] in "-–" or reading.plain[m.start - 1 : m.start] in "-–"
    ]
    alone = [m for m in named if m not in compounds] or named
    ends = [m for m in alone if not reading.plain[m.end : span.end].strip(" \"')].,'s")]
    starts = [m for m in alone if m.start - span.start < 3]
    return (ends or starts or alone)[-1 if ends or not starts else 0]


def is_acronym(reading: Reading, span: Span) -> bool:
    """One word of capitals: "NILERD", "GDPH"."""
    said = reading.said(span)
    return bool(ACRONYM.fullmatch(said)) and sum(map(str.isupper, said)) * 2 > len(said) and not reading.mentions_in(span.start, span.end)


POSSESSIVE = re.compile(r"'s\s")
ACRONYM = re.compile(r"[^\W\d_][\w&]{1,9}")


def is_closed(reading: Reading, span: Span, mentions: list[Mention], headed: bool) -> bool:
    named = [m for m in mentions if m.form != "place"] or mentions
    if not named:
        return False
    tail = reading.plain[named[-1].end : span.end]
    tail = PARENTHESIS.sub("", tail).strip(" \"').,»")
    tail = re.sub(r"^['’]?s\b", "", tail).strip()
    if not tail:
        return True
    first = named[0]
    if reading.grammar.adjective_follows and follows_head(reading, span, named):
        return True
    if first.start - span.start < 3 and POSSESSIVE.match(reading.plain, first.end):
        return True
    return headed and first.start - span.start < 3 and first.form != "place"


def follows_head(reading: Reading, span: Span, named: list[Mention]) -> bool:
    """The adjective of the state stands right after the head: "ministère tchadien de ..."."""
    ends = {head[1] + 1 for head in heads_in(reading, span)}
    return any(one.form == "adjective" and one.start in ends for one in named)


def head_first(reading: Reading, span: Span, heads: list[tuple[int, int, str]]) -> bool:
    if not heads:
        return False
    before = reading.plain[span.start : heads[0][0]]
    return not reading.grammar.find("conjunction").search(before) and "," not in before


def starts_well(
    reading: Reading, span: Span, words: list, mentions: list[Mention], determined: bool, headed: bool
) -> bool:
    if not words:
        return False
    first = reading.text[words[0].start()]
    if first.isupper() or first.isdigit() or not (first.islower() or first.isupper()):
        return True
    if mentions and mentions[0].start - span.start < 3:
        return True
    if determined and headed:
        return True
    return any(
        match.start() - span.start < 2 for match in reading.find("plural_heads", span.start, span.end)
    ) or (headed and reading.grammar.lower_heads and heads_start(reading, span))


def heads_start(reading: Reading, span: Span) -> bool:
    """A head noun of lower case stands among the first two words."""
    words = reading.words(span.start, span.end)[:2]
    limit = words[-1].end()
    return any(head[0] < limit for head in heads_in(reading, Span(span.start, limit)))


def faults(reading: Reading, span: Span, words: list, heads: list[tuple[int, int, str]]) -> float:
    said = reading.plain[span.start : span.end]
    fault = 3.0 * (said.count("(") != said.count(")"))
    fault += 2.0 * (said.count('"') % 2)
    fault += 0.08 * max(0, len(words) - 9) + (2 if len(words) > 26 else 0)
    fault += 0.5 * said.count(",")
    fault += tail_fault(reading, span, heads)
    for match in reading.find("subject", span.start, span.end):
        fault += connective_fault(reading, span, match, heads)
    if verb := reading.search("was_signed", span.start, span.end):
        if " " in verb[0].strip():
            fault += 4
    return fault


def tail_fault(reading: Reading, span: Span, heads: list[tuple[int, int, str]]) -> float:
    """A whole body, "and", and something without a head: "Omsk Oblast and Osh"."""
    last = None
    for last in reading.find("conjunction", span.start, span.end):
        pass
    if last is None or any(head[0] > last.end() for head in heads):
        return 0
    ended = any(not reading.plain[head[1] : last.start()].strip(" 's)") for head in heads)
    named = any(m.form != "place" for m in reading.mentions_in(last.end(), span.end))
    closed = any(not reading.plain[m.end : last.start()].strip(" 's)") for m in reading.mentions_in(span.start, last.start()))
    return 2.4 if (ended or closed and heads) and not named else 0.2


def connective_fault(
    reading: Reading, span: Span, match: re.Match[str], heads: list[tuple[int, int, str]]
) -> float:
    if match[0] in ("under", "at", "при"):
        return 0.1
    after = reading.skip_space(match.end(), span.end, "'")
    while article := reading.match("articles", after, span.end):
        after = reading.skip_space(article.end(), span.end, "'’")
    follows_head = any(head[1] <= match.start() for head in heads)
    if any(is_right_after(reading, head[1], match.start()) for head in heads):
        return 0.3
    if follows_head and after < span.end and not reading.text[after].islower():
        return 0.4
    return 4 if reading.grammar.articles else 1.8


def is_right_after(reading: Reading, head: int, place: int) -> bool:
    """Nothing between, or the adjective of a state: "agenzia italiana per lo sviluppo"."""
    between = reading.mentions_in(head, place) if place - head < 24 else []
    return 0 <= place - (between[0].end if between else head) <= 1


# Several bodies ---------------------------------------------------------------------------------


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
    found = body(reading, start, limit)
    if found is None or not (found.has_head and found.is_closed) or found.is_state or found.faults > 1.5:
        return None
    return Parties((found,), found.span, 3)


def is_torn(collective: Parties, best: Parties) -> bool:
    """The pair tears a plural phrase: "the ministries of A" and "B"."""
    if len(collective.collective) < 2:
        return False
    states = [one.is_state for one in best.bodies]
    return any(not one.has_head for one in best.bodies) or any(states) and not all(states)


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
        for match in reading.each(rf"(?:for|на|pour|para|per|fur|,)?\s*{pattern}", start + 1, limit):
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
        match for match in reading.find("conjunction", start, limit)
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
    if right.is_state and reading.match("plural_heads", left.span.start, left.span.end):
        if not reading.search("governments", right.span.start, right.span.end):
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
    score -= 2.5 * is_cut_short(reading, right.span.end)
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


CONTINUES = re.compile(
    r"\s+(?:for|of|on|under|in|fur|der|des|de|du|del|della|do|da|dos|di|para|pour|per|za|pre|pri|u|v)"
    r" (?:the |la |las |los |die |den |das |das |les |o |a |os |as |il |le |i |gli )?"
)


def is_genitive(reading: Reading, left: Body, place: int) -> bool:
    """"... dell'Università e della Ricerca": what follows belongs to the name before it."""
    follows = reading.match("continued", reading.skip_space(place, len(reading.text)), len(reading.text))
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
        match for match in reading.each(rf",\s+(?:(?:{ands})\s+)?", one.span.start + 1, one.span.end)
        if not in_brackets(reading, one.span.start, match.start())
    ]
    for match in places:
        left = body(reading, one.span.start, match.start())
        right = body(reading, match.end(), one.span.end)
        if left is None or right is None:
            continue
        joins = bool(reading.grammar.find("with_").search(match[0])) and (right.has_head or right.is_closed)
        if (left.is_closed and right.is_closed or joins) and left.state != right.state and (
            (left.is_state and right.is_state) or (left.has_head and right.head_first) or joins
        ) and not reading.plain[match.end() : right.span.end].strip() == "":
            if left.is_state != right.is_state and one.is_state:
                continue
            if is_afterthought(reading, left, right):
                continue
            return [left, *at_commas(reading, right)]
    return [one]


def is_afterthought(reading: Reading, left: Body, right: Body) -> bool:
    """"NILERD, India": the state of the same body, after a comma."""
    return right.is_state and not left.is_state


# Plural phrases ----------------------------------------------------------------------------------


def collective_parties(reading: Reading, start: int, limit: int) -> Parties | None:
    """One plural phrase for both sides: "the ministries of culture of A and B"."""
    begin = reading.skip_space(start, limit)
    heads = [m for m in reading.find("plural_heads", begin, limit)]
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
    r"\s*(?:'s\s*)?(?:, ?(?=و|and\s|и\s))?(?:,|-|–|و|and|&|и|et|y|e|und|i|a|dan|va|ва|мен|менен|ile|ve)?"
    r"\s*(?:of|the|de|du|des|la|le|del|der|della|l'|d')*\s*(?:the\s+)?"
)


def collective(reading: Reading, start: int, end: int, heads: list, both: re.Match[str] | None) -> Parties | None:
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
            if (ends and inside[0].start() - span.start < 30) or (starts and inside[-1].end() <= span.end):
                return Parties((), span, 11, tuple(one.state for one in mentions))
    if not mentions and inside[0].start() - span.start < 25 and not re.search(r"\b(?:the|its)\s+\w+$", whole):
        conj = reading.grammar.find("conjunction").search(reading.plain, span.start, span.end)
        if conj is None or not body_after(reading, conj.end(), span.end):
            return Parties((), span, 5, ("bodies",))
    return None


def body_after(reading: Reading, start: int, end: int) -> bool:
    after = body(reading, start, end)
    return bool(after and after.head_first and after.starts_well)


# Bodies to parties -------------------------------------------------------------------------------


def as_parties(reading: Reading, found: Parties) -> tuple[Party, ...]:
    if found.collective:
        return collective_as_parties(reading, found)
    states = settle_states(reading, list(found.bodies))
    names = [named(reading, one, found.bodies) for one in found.bodies]
    return tuple(
        Party(
            name=Said(one_line(reading.said(name)), name),
            kind=one.kind,
            state=state,
            state_span=one.state_span,
            acting_as=acting_as(reading, one),
            side=min(number, 2),
        )
        for number, (one, state, name) in enumerate(zip(found.bodies, states, names, strict=True), 1)
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def named(reading: Reading, one: Body, bodies: tuple[Body, ...]) -> Span:
    """The name alone: without "the cities of", without what explains it after a comma."""
    span = one.span
    if alone := reading.match("city_of", span.start, span.end):
        span = Span(min(reading.skip_space(alone.end(), span.end), span.end - 1), span.end)
    plural = reading.match("city_heads", bodies[0].span.start, bodies[0].span.end)
    head = reading.match("city_heads", span.start, span.end) or reading.match("city_head", span.start, span.end)
    if plural or head:
        start = reading.skip_space(head.end(), span.end) if head else span.start
        mentions = [m for m in reading.mentions_in(start, span.end) if m.form != "place" and m.start > start]
        end = mentions[0].start if mentions else span.end
        of_state = re.search(r"\s+(?:of|de|du|da|do|della)?\s*(?:the|la|l')?\s*$", reading.plain[start:end])
        return trimmed(reading.text, start, start + of_state.start() if of_state and mentions else end, AROUND + "(")
    if match := re.compile(r",\s+(?:the|an?)\s").search(reading.plain, span.start + 3, span.end):
        return Span(span.start, match.start())
    return span


# The government of a state and not its bare name, in any of the languages.
GOVERNMENT = re.compile(
    r"\b(?:government|gouvernement|gobierno|govern[oi]|\w*regierung|kabinet|cabinet|gabinet|kabine|"
    r"council of ministers|conseil des|consejo de|conselho de|consiglio dei|ministerrat|bundesrat|"
    r"vlad[aeiou]|savet|vijec|pemerintah|hukum|bakanlar|vazirlar|"
    r"правительств|кабинет|кабмин|совет\w* министр|укимет|окмот|хукумат|вазирлар|девони|влад[аеиоу]|"
    r"савет)|حكوم|政府"
)


def acting_as(reading: Reading, one: Body) -> str:
    if not one.is_state:
        return ""
    said = reading.plain[one.span.start : one.span.end]
    return "government" if GOVERNMENT.search(said) else "state"


def collective_as_parties(reading: Reading, found: Parties) -> tuple[Party, ...]:
    codes = [code for code in found.collective if code not in ("both", "bodies")] or reading.states[:2]
    if len(codes) < 2:
        return ()
    kind = "state" if found.collective == ("both",) else collective_kind(reading, found.span)
    name = Said(one_line(reading.said(found.span)), found.span)
    return tuple(
        Party(name, kind, code, is_collective=True, side=min(side, 2)) for side, code in enumerate(codes, 1)
    )


def collective_kind(reading: Reading, span: Span) -> str:
    said = reading.plain[span.start : span.end]
    if reading.grammar.find("government").search(said) and not heads_in(reading, span):
        return "state"
    if reading.grammar.type_last:
        found = heads_in(reading, span)
        return found[-1][2] if found else "agency"
    for kind, words in (("city", "cit"), ("region", "region|provinc"), ("university", "universit"), ("other", "associat|academ|chamber")):
        if re.search(words, said):
            return kind
    return "agency"


def settle_states(reading: Reading, bodies: list[Body]) -> list[str | None]:
    """A body without a state has the other state of the event, where the text leaves no choice."""
    states: list[str | None] = [one.state for one in bodies]
    if len(bodies) != 2 or len(reading.states) < 2:
        return [s or (None) for s in states]
    pairs = list(pairwise(range(2)))
    known = reading.states[:2]
    if states == [None, None] and reading.match("city_heads", bodies[0].span.start, bodies[0].span.end):
        return list(reading.last_pair or known)
    for mine, other in ((0, 1), (1, 0)):
        if states[mine] is None and can_infer(reading, bodies[mine]):
            if states[other] in known and (bodies[other].state or pairs):
                states[mine] = next(code for code in known if code != states[other])
            elif states[other] is None and can_infer(reading, bodies[other]):
                states = list(reading.last_pair or known)
    if None not in states and states[0] != states[1]:
        reading.last_pair = (states[0], states[1])
    return states


def can_infer(reading: Reading, one: Body) -> bool:
    if one.is_counterpart:
        return True
    if one.kind in ("company",):
        return False
    said = reading.plain[one.span.start : one.span.end]
    return not re.search(r"\b(?:foundation|fund|initiative|trust|network)\b", said) and one.has_head
