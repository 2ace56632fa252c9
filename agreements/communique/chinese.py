"""Chinese: who signed stands before the verb ("A与B签署了..."), the title behind it or in 《》."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .before import last_of
from .bodies import Body, Parties
from .distribution import split_at
from .instruments import Instrument, instruments, number_of
from .proposal import NotSignedNow, Said, Span
from .reading import Reading
from .script import trimmed

if TYPE_CHECKING:
    from .documents import Gathering
    from .layout import Block

BREAK = re.compile(r"[,;:。]")
JOINT = re.compile(r"以及|和|与|同|跟|及")
ABOUT = re.compile(r"关于|有关|就(?=\S{2,20}(?:签署|达成))|共同签署|签署")
# "供气合同补充协议": what is added to a document, or carries it out, is another one.
MORE = re.compile(r"的?(?:补充|修订|延期|续签|实施|执行|附加)?")
NESTED = re.compile(r"(?:属下|下属|所属|直属|辖下|旗下)的?")
SEPARATOR = re.compile(r"[》\"]*(?:[,、;]|以及|和|与|及|并|$)+(?:了)?(?:另外)?")
LEADING = re.compile(
    r"(?:一|1)(?:项|份|个)|了|其中|分别是|分别为|包括|即|有关(?=《)|双方(?=签)|《|\""
)
COUNT = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:多|余)?(?:个|项|份|件)(?P<rest>[^,;、:《]{0,8})$"
)
VAGUE = re.compile(r"(?:(?:多|数|若干)(?:个|项|份)|一系列|一批)[^,;、:《]{0,10}$")
TIME = re.compile(
    r".{0,24}?(?:电|讯|电讯|\)|）|日|午|间|中|后|下|时|际|晚|晨|天|年|早|其中|此外|另外|上)"
)
NOT_TITLE = re.compile(r"双方|会谈|并就|就|推动|表示|欢迎|希望|在.{0,20}(?:上|下)$|作为")
MOST_TITLE = 120
FAR = 90


@dataclass
class Walk:
    """Where one sentence is being read. ``verb``: the last word of conclusion before it."""

    span: Span
    begin: int
    verb: re.Match[str] | None = None
    parties: Parties | None = None
    is_listing: bool = False


def sentence(gathering: Gathering, span: Span) -> None:
    """All documents of one sentence."""
    reading = gathering.reading
    if is_headline(reading, span):
        return
    read(gathering, Walk(span, span.start, is_listing=is_listing(gathering, span)))


def read(gathering: Gathering, walk: Walk) -> None:
    reading, span = gathering.reading, walk.span
    for one in instruments(reading, span.start, span.end):
        if (
            one.is_again
            or one.is_paper
            or one.core.start < walk.begin
            or in_body(reading, one, span)
        ):
            continue
        step(gathering, walk, one)
        walk.begin = behind(reading, one.core.end, span.end)


def is_headline(reading: Reading, span: Span) -> bool:
    """The first line without a full stop: the text tells in full what it says in short."""
    if reading.plain[span.end - 1] in "。!?:" or reading.plain[: span.start].strip():
        return False
    return reading.plain.find("。", span.end) > 0


def is_listing(gathering: Gathering, span: Span) -> bool:
    reading = gathering.reading
    return gathering.is_listing or bool(reading.search("listing", span.start, span.end))


def in_body(reading: Reading, one: Instrument, span: Span) -> bool:
    """As "计划部" is a ministry, and "协议的" goes on to another noun if no verb is before."""
    closing = reading.plain.find("》", one.core.end, span.end)
    opening = reading.plain.rfind("《", span.start, one.core.start)
    if opening >= 0 and closing >= 0 and reading.plain.find("》", opening, one.core.start) < 0:
        types = reading.grammar.type_pattern
        if types.search(reading.plain, one.core.end, closing):
            return True
    more = MORE.match(reading.plain, one.core.end, span.end)
    if more and reading.grammar.type_pattern.match(reading.plain, more.end(), span.end):
        return True
    after = reading.plain[one.core.end : min(span.end, one.core.end + 6)]
    return bool(
        re.match(
            r"(?:部|局|司|署|委员会|上|中|下|草案|谈判|的(?:补充|谈判|框架下|基础|内容|后续|实施|执行|续签))",
            after,
        )
    )


def step(gathering: Gathering, walk: Walk, one: Instrument) -> None:
    reading = gathering.reading
    verb = last_verb(reading, walk.begin, one.core.start)
    if verb is not None:
        walk.verb = verb
        walk.parties = subject(reading, walk, verb)
    title = title_before(reading, walk, one)
    clause = clause_start(reading, walk, title.start)
    if why := why_not(reading, clause, title, one.core.start):
        if title.end - title.start > one.core.end - one.core.start:
            gathering.not_now.append(NotSignedNow(Said(reading.said(title), title), why))
        return
    follows = reading.search("was_signed", one.core.end, min(walk.span.end, one.core.end + 12))
    if not (walk.verb or walk.is_listing or follows):
        return
    if NOT_TITLE.match(reading.plain, title.start, one.core.start) and verb is None:
        return
    before = (
        reading.plain[max(clause, title.start - 14) : title.start]
        + reading.plain[title.start : one.core.start]
    )
    if many(gathering, walk, one, title, before):
        return
    within = parties_in(reading, title.start, one.core.start)
    if title.start == one.core.start and (verb is None or verb.end() < title.start - 3):
        return
    draft = gathering.add(one, title, within or walk.parties or gathering.header, walk.span)
    draft.is_definite = title == one.core and draft.found is None
    draft.heads_span = signed_by_heads(reading, walk)
    draft.by_heads = draft.heads_span is not None


def last_verb(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    return last_of(reading.find("signed", start, end))


def behind(reading: Reading, place: int, limit: int) -> int:
    match = SEPARATOR.match(reading.plain, place, limit)
    return match.end() if match else place


def title_before(reading: Reading, walk: Walk, one: Instrument) -> Span:
    """From the opening 《, the verb or the last mark on to the type."""
    plain, end = reading.plain, one.core.end
    opening = plain.rfind("《", walk.begin, one.core.start)
    if opening >= 0 and plain.find("》", opening, one.core.start) < 0:
        closing = plain.find("》", end, min(len(plain), end + 40))
        return Span(opening + 1, closing if closing > 0 else end)
    start = max(walk.begin, one.core.start - MOST_TITLE)
    for match in BREAK.finditer(plain, start, one.core.start):
        start = match.end()
    if walk.verb and walk.verb.end() > start:
        start = walk.verb.end()
        if reading.plain[start - 2 : start] == "关于":
            start -= 2
    while match := LEADING.match(plain, start, one.core.start):
        start = match.end()
    if walk.verb is None and (
        lead := re.compile(rf"{TIME.pattern}(?=[^日年]*?{JOINT.pattern})").match(
            plain, start, one.core.start
        )
    ):
        mention = next(iter(reading.mentions_in(start, one.core.start)), None)
        if mention and mention.start == lead.end():
            start = mention.start
    return trimmed(reading.text, start, end, ' \n"')


def clause_start(reading: Reading, walk: Walk, place: int) -> int:
    start = walk.begin
    for match in re.compile(r"[,;。]").finditer(reading.plain, walk.begin, place):
        start = match.end()
    return start


def why_not(reading: Reading, start: int, title: Span, core: int) -> str | None:
    """Before the title in 《》; without these the title may hold the words that tell."""
    end = title.start if reading.plain[title.start - 1] == "《" else core
    return next((name for name in ("planned", "older") if reading.search(name, start, end)), None)


def many(gathering: Gathering, walk: Walk, one: Instrument, title: Span, before: str) -> bool:
    """As in "教育、卫生和农业三项协议": a document for each subject; none for "多项协议"."""
    reading = gathering.reading
    said = reading.plain[title.start : one.core.start]
    if VAGUE.search(said):
        return True
    match = COUNT.search(said)
    value = number_of(reading, match["n"]) if match else None
    if match is None or value is None or value < 2:
        return False
    stop = title.start + match.start()
    parts = split_at(reading, title.start, stop, r"、|和|与|以及|及")
    if len(parts) == value and parts:
        for part in parts:
            gathering.add(
                one, without_field(reading, part), walk.parties, walk.span, elliptical=True
            )
    return True


def without_field(reading: Reading, part: Span) -> Span:
    match = re.compile(r"(?:等)?(?:领域|方面|合作)?(?:的)?$").search(
        reading.plain[part.start : part.end]
    )
    end = part.start + match.start() if match and match.start() else part.end
    match = re.compile(r"(?:涉及|涵盖|关于|有关|在)").match(reading.plain, part.start, end)
    return Span(match.end() if match else part.start, end)


# Parties -----------------------------------------------------------------------------------------


def subject(reading: Reading, walk: Walk, verb: re.Match[str]) -> Parties | None:
    """Who signed: the clause right before the verb, or one before it."""
    floor = max(walk.span.start, verb.start() - FAR)
    starts = [m.end() for m in BREAK.finditer(reading.plain, floor, verb.start())]
    for start in reversed([floor, *starts]):
        if found := parties_in(reading, start, verb.start(), is_subject=True):
            return found
    return None


def parties_in(
    reading: Reading, start: int, end: int, *, is_subject: bool = False
) -> Parties | None:
    """As in "A与B(关于...)": the split at which both sides end with the noun of a body."""
    if both := collective(reading, start, end):
        return both
    about = ABOUT.search(reading.plain, start, end)
    stop = about.start() if about else end
    best: tuple[float, Parties] | None = None
    for joint in JOINT.finditer(reading.plain, start, stop):
        left = left_body(reading, start, joint.start())
        right = right_body(reading, joint.end(), stop, bool(about) and not is_subject, left)
        if left is None or right is None:
            continue
        score = (
            (left.state != right.state)
            + 2 * bool(right.state)
            + bool(left.state)
            - 0.01 * (joint.start() - start)
        )
        if best is None or score > best[0]:
            best = score, Parties((left, right), Span(left.span.start, right.span.end), 8)
    if best is None:
        return None
    found = best[1]
    return (
        None if is_subject and all(is_bare_state(reading, one) for one in found.bodies) else found
    )


def is_bare_state(reading: Reading, one: Body) -> bool:
    return one.is_state and "政府" not in reading.plain[one.span.start : one.span.end]


def collective(reading: Reading, start: int, end: int) -> Parties | None:
    """As in "两国司法部"."""
    both = reading.search("both", start, end)
    if both is None:
        return None
    place = first_head(reading, both.end(), end)
    return Parties((), Span(both.start(), place), 8, ("bodies",)) if place else None


def left_body(reading: Reading, start: int, end: int) -> Body | None:
    """The body before the conjunction: it ends there, and begins behind a phrase of time."""
    start = behind_time(reading, start, end)
    places = ends(reading, start, end)
    if end in places or is_place(reading, start, end):
        return made(reading, start, end)
    return None


def behind_time(reading: Reading, start: int, end: int) -> int:
    for mention in reversed(reading.mentions_in(start, end)):
        if mention.start > start and TIME.fullmatch(reading.plain, start, mention.start):
            return mention.start
    match = re.compile(
        r"(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?|其中|此外|另外|同日|当天|随后"
    ).match(reading.plain, start, end)
    return match.end() if match else start


def right_body(
    reading: Reading, start: int, end: int, is_whole: bool, left: Body | None
) -> Body | None:
    """The body behind the conjunction: up to "关于", or to its noun."""
    if left is None:
        return None
    if is_whole and end - start <= 40 and not re.search(r"[,;:。《]", reading.plain[start:end]):
        place = first_head(reading, start, end)
        if place is None or place == end or NESTED.match(reading.plain, place, end):
            return made(reading, start, end, like=left)
    place = first_head(reading, start, end)
    if place is None:
        mention = next((m for m in reading.mentions_in(start, end) if m.start == start), None)
        return made(reading, start, mention.end) if mention else None
    return made(reading, start, place)


def first_head(reading: Reading, start: int, end: int) -> int | None:
    """The end of the first noun of a body that is not only whom another one is under."""
    places = ends(reading, start, end)
    for place, following in pairwise([*places, 0]):
        near = following > place and following - place <= 3
        if following and NESTED.match(reading.plain, place, end):
            continue
        if near and "、" not in reading.plain[place:following]:
            continue
        return place
    return None


def ends(reading: Reading, start: int, end: int) -> list[int]:
    names = ["government", *(f"head:{kind}" for kind, _ in reading.grammar.heads)]
    return sorted(
        {
            match.end()
            for name in names
            for match in reading.find(name, start, end)
            if match.start() > start
        }
    )


def is_place(reading: Reading, start: int, end: int) -> bool:
    return any(m.span == Span(start, end) for m in reading.mentions_in(start, end))


def made(reading: Reading, start: int, end: int, like: Body | None = None) -> Body | None:
    if end - start < 2 or reading.search("persons", start, end):
        return None
    mentions = reading.mentions_in(start, end)
    named = [m for m in mentions if m.form != "place"] or mentions
    kind = kind_of(reading, start, end, like)
    said = reading.plain[start:end]
    state = named[0].state if named else at_home(reading, start)
    is_state = (
        bool(named) and re.sub("政府", "", said) == reading.plain[named[0].start : named[0].end]
    )
    is_state = is_state and named[0].form != "place"
    return Body(
        span=Span(start, end),
        kind="state" if is_state else kind,
        state=state,
        state_span=named[0].span if named else None,
        is_closed=bool(named),
        has_head=True,
        head_first=True,
        starts_well=True,
        is_state=is_state,
        is_counterpart=False,
        faults=0,
    )


def at_home(reading: Reading, start: int) -> str | None:
    """As in "国家林业局": a state body of the country that writes, where the text is about it."""
    home = reading.grammar.home
    return home if reading.plain.startswith("国家", start) and home in reading.states[:2] else None


def kind_of(reading: Reading, start: int, end: int, like: Body | None) -> str:
    """By the noun that ends it; a place by itself is a city, or what the other side is."""
    found = [
        (match.end(), -match.start(), kind)
        for kind, _ in reading.grammar.heads
        for match in reading.find(f"head:{kind}", start, end)
        if match.start() > start
    ]
    if found:
        return max(found)[2]
    return like.kind if like else "city"


# Heads -------------------------------------------------------------------------------------------


def signed_by_heads(reading: Reading, walk: Walk) -> Span | None:
    """As in "两国元首签署了": heads right before the verb who do not only look on."""
    if walk.verb is None:
        return None
    start = max(walk.span.start, walk.verb.start() - FAR)
    for match in re.compile(r"[;。]").finditer(reading.plain, start, walk.verb.start()):
        start = match.end()
    if any(reading.search(name, start, walk.verb.start()) for name in ("presence", "ministers")):
        return None
    for match in reading.find("rulers", start, walk.verb.start()):
        before = reading.plain[match.start() - 1 : match.start()]
        behind_it = reading.plain[match.end() : match.end() + 3]
        if before not in ("副", "前", "原") and not reading.grammar.find("not_ruler_of").match(
            behind_it
        ):
            comma = reading.plain.rfind(",", start, walk.verb.start())
            if comma < match.start() or reading.plain[comma - 1] not in "后时间中":
                return Span(*match.span())
    return None


# Items -------------------------------------------------------------------------------------------


def item(gathering: Gathering, block: Block, one: Instrument) -> None:
    """An item of a list is a title, in 《》 or not."""
    reading = gathering.reading
    walk = Walk(block.span, block.span.start, is_listing=True)
    several = reading.plain.count("《", block.span.start, block.span.end) > 1
    if several or last_verb(reading, block.span.start, one.core.start):
        read(gathering, walk)
        return
    start = block.span.start + (reading.plain[block.span.start] == "《")
    title = trimmed(reading.text, start, one.core.end, ' \n"')
    found = parties_in(reading, title.start, one.core.start)
    gathering.add(one, title, found or gathering.header, block.span).is_item = True
