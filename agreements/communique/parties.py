"""Bodies as the parties of a document: names, kinds, capacities, and states left open."""

from __future__ import annotations

import re
from itertools import pairwise

from .bodies import AROUND, Body, Parties, heads_in
from .proposal import Party, Said, Span
from .reading import Reading
from .script import trimmed


def as_parties(reading: Reading, found: Parties, *, twins: bool = False) -> tuple[Party, ...]:
    """The parties of a document; of ``twins`` a name without a noun is a city's."""
    if found.collective:
        return collective_as_parties(reading, found)
    states = settle_states(reading, list(found.bodies))
    names = [named(reading, one, found.bodies) for one in found.bodies]
    return tuple(
        Party(
            name=Said(one_line(reading.said(name)), name),
            kind="city" if twins and not (one.has_noun or one.is_state) else one.kind,
            state=state,
            state_span=one.state_span,
            acting_as=acting_as(reading, one),
            side=min(number, 2),
        )
        for number, (one, state, name) in enumerate(
            zip(found.bodies, states, names, strict=True), 1
        )
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def named(reading: Reading, one: Body, bodies: tuple[Body, ...]) -> Span:
    """The name alone: without "the cities of", without what explains it after a comma."""
    span = one.span
    if alone := reading.match("city_of", span.start, span.end):
        span = Span(min(reading.skip_space(alone.end(), span.end), span.end - 1), span.end)
    plural = reading.match("city_heads", bodies[0].span.start, bodies[0].span.end)
    head = reading.match("city_heads", span.start, span.end) or reading.match(
        "city_head", span.start, span.end
    )
    if plural or head:
        start = reading.skip_space(head.end(), span.end) if head else span.start
        mentions = [
            m for m in reading.mentions_in(start, span.end) if m.form != "place" and m.start > start
        ]
        end = mentions[0].start if mentions else span.end
        of_state = re.search(
            r"\s+(?:of|de|du|da|do|della)?\s*(?:the|la|l')?\s*$", reading.plain[start:end]
        )
        return trimmed(
            reading.text,
            start,
            start + of_state.start() if of_state and mentions else end,
            AROUND + "(",
        )
    if match := re.compile(r",\s+(?:the|an?)\s").search(reading.plain, span.start + 3, span.end):
        return Span(span.start, match.start())
    return span


# The government of a state and not its bare name, in any of the languages.
GOVERNMENT = re.compile(
    r"\b(?:government|gouvernement|gobierno|govern[oi]|\w*regierung|kabinet|cabinet|gabinet|kabine|"
    r"council of ministers|conseil des|consejo de|conselho de|consiglio dei|ministerrat|bundesrat|"
    r"vlad[aeiou]|savet|vijec|pemerintah|hukum|bakanlar|vazirlar|"
    r"правительств|кабинет|кабмин|совет\w* министр|укимет|окмот|хукумат|вазирлар|девони|"
    r"влад[аеиоу]|савет)|حكوم|政府"
)


def acting_as(reading: Reading, one: Body) -> str:
    if not one.is_state:
        return ""
    said = reading.plain[one.span.start : one.span.end]
    return "government" if GOVERNMENT.search(said) else "state"


def collective_as_parties(reading: Reading, found: Parties) -> tuple[Party, ...]:
    codes = [code for code in found.collective if code not in ("both", "bodies")] or reading.states[
        :2
    ]
    if len(codes) < 2:
        return ()
    kind = "state" if found.collective == ("both",) else collective_kind(reading, found.span)
    name = Said(one_line(reading.said(found.span)), found.span)
    return tuple(
        Party(name, kind, code, is_collective=True, side=min(side, 2))
        for side, code in enumerate(codes, 1)
    )


def collective_kind(reading: Reading, span: Span) -> str:
    said = reading.plain[span.start : span.end]
    if reading.grammar.find("government").search(said) and not heads_in(reading, span):
        return "state"
    if reading.grammar.type_last:
        found = heads_in(reading, span)
        return found[-1][2] if found else "agency"
    for kind, words in (
        ("city", "cit"),
        ("region", "region|provinc"),
        ("university", "universit"),
        ("other", "associat|academ|chamber"),
    ):
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
    if states == [None, None] and reading.match(
        "city_heads", bodies[0].span.start, bodies[0].span.end
    ):
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
