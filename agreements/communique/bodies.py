"""Reads a phrase that names parties: "the Ministry A of X and the Committee B of Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .gazetteer import Mention
from .proposal import Span
from .reading import Reading, trim_tail
from .script import trimmed

PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
DETERMINER = re.compile(
    r"(?:(?:the )?(?:former|latter)(?='s)'s|the|an?|its|their|les?|la|las|los|el|il|lo|gli|i|der|"
    r"die|das|dem|den|des|o|os|as|de la|de l'|de los|de las|du|do|da|dos|del|della|dello|dei|"
    r"delle|dell'|degli|de|l'|d'|un'|al)(?:\s+|(?<='))"
)
AROUND = " \n\t\r,;:.–-/"


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
    counterpart = reading.search(
        "counterpart", span.start - 4 if determined else span.start, span.end
    )
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
    if state := reading.short_forms.get(reading.said(span).strip('“”"')):
        return state
    for state, words in reading.grammar.local:
        if state in reading.states[:2] and reading.grammar.word(words).search(
            reading.plain, span.start, span.end
        ):
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
    return any(
        reading.match(f"head:{kind}", match.end(), len(reading.text))
        for kind, _ in reading.grammar.heads
    )


def is_government(reading: Reading, span: Span, mentions: list[Mention]) -> bool:
    """The span is a state, or its government."""
    named = [m for m in mentions if m.form != "place"]
    if not named:
        return False
    rest = blank(reading.plain, span, named)
    rest = PARENTHESIS.sub(" ", rest)
    rest = reading.grammar.find("government").sub(" ", rest)
    rest = re.sub(
        r"'s?\b|\b(?:the|of|de|du|des|d|l|la|le|les|el|del|da|do|dos|della|dell|der|die|des|von|republika|republik|republic|republica|republique|i)\b|[^\w]",
        " ",
        rest,
    )
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
        r"\b(?:ltd|llc|plc|jsc|cjsc|ojsc|inc|gmbh|limited|corp|s\.a|pt|spa|s\.p\.a|bhd|tbk|sarl|ag)\b",
        reading.plain[span.start : span.end],
    ):
        return "company"
    return (kinds[-1] if before else kinds[0]) if not reading.grammar.type_last else kinds[-1]


def is_within(head: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """As "Institute" within "mining institute" says less than the whole."""
    return other[0] <= head[0] and head[1] <= other[1] and head[1] - head[0] < other[1] - other[0]


INNER = re.compile(
    r"\b(?:of|for|under|de|du|des|del|della|dell|da|do|von|fur|pri|при|tentang|bidang)\b"
)


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
        m
        for m in named
        if reading.plain[m.end : m.end + 1] in "-–" or reading.plain[m.start - 1 : m.start] in "-–"
    ]
    alone = [m for m in named if m not in compounds] or named
    ends = [m for m in alone if not reading.plain[m.end : span.end].strip(" \"')].,s")]
    starts = [m for m in alone if m.start - span.start < 3]
    return (ends or starts or alone)[-1 if ends or not starts else 0]


def is_acronym(reading: Reading, span: Span) -> bool:
    """One word of capitals: "NILERD", "GDPH"."""
    said = reading.said(span)
    return (
        bool(ACRONYM.fullmatch(said))
        and sum(map(str.isupper, said)) * 2 > len(said)
        and not reading.mentions_in(span.start, span.end)
    )


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
    reading: Reading,
    span: Span,
    words: list,
    mentions: list[Mention],
    determined: bool,
    headed: bool,
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
        match.start() - span.start < 2
        for match in reading.find("plural_heads", span.start, span.end)
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
    if (verb := reading.search("was_signed", span.start, span.end)) and " " in verb[0].strip():
        fault += 4
    return fault


def tail_fault(reading: Reading, span: Span, heads: list[tuple[int, int, str]]) -> float:
    """A whole body, "and", and something without a head: "Omsk Oblast and Osh"."""
    last = max(reading.find("conjunction", span.start, span.end), key=re.Match.start, default=None)
    if last is None or any(head[0] > last.end() for head in heads):
        return 0
    ended = any(not reading.plain[head[1] : last.start()].strip(" 's)") for head in heads)
    named = any(m.form != "place" for m in reading.mentions_in(last.end(), span.end))
    closed = any(
        not reading.plain[m.end : last.start()].strip(" 's)")
        for m in reading.mentions_in(span.start, last.start())
    )
    return 2.4 if (ended or (closed and heads)) and not named else 0.2


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
