"""Languages with the type first and the verb last: "Созишнома байни A ва B ... ба имзо расид".

A title runs from its type to the verb, to the ending that marks an object, or to who signed it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .before import after_intro
from .bodies import Parties, body
from .distribution import elements
from .instruments import Instrument, instruments
from .last import Walk, is_listing, not_now_title, ruler, standing, verb_after, with_heads
from .layout import Block
from .phrases import parse_parties
from .proposal import Span
from .reading import Reading
from .titles import content, trim_tail
from .totals import number_before

if TYPE_CHECKING:
    from .documents import Gathering

# The ending of an object, which closes a title: not of words that end so by themselves.
OBJECT = re.compile(r"(?<!\w)(?!(?:евро|бюро|метро|чаро|зеро)(?!\w))[^\W\d_]{3,}ро(?=\"?(?!\w))")
FOR_YEARS = re.compile(r" барои сол(?:хои|и) [\d ва–-]*\d")
NOMINAL = re.compile(r"(?<!\w)(?:бо|ва) имзои\s+$")
REMIT = re.compile(r" оид ба (?!хамкор|мубодил|табодул|рушд|тавсеа|тахким|хамохан|масъала|эътироф)")
SIBLING = re.compile(r"(?:[,;:–]|(?<!\w)(?:ва|инчунин|хамчунин|низ|аз чумла|хамоно))[\s\"«]*$")


def sentence(gathering: Gathering, span: Span) -> None:
    """All documents of one sentence."""
    reading = gathering.reading
    named = siblings(reading, instruments(reading, span.start, span.end))
    walk = Walk(span, span.start, is_listing(gathering, span), span.start)
    for number, one in enumerate(named):
        limit = named[number + 1].core.start if number + 1 < len(named) else span.end
        title = title_from(reading, one, limit)
        if by_signing(reading, span, one) and not goes_on(reading, one.end, limit):
            title = one.core
        why = "now" if by_signing(reading, span, one) else standing(reading, walk, one)
        if (
            counted_apart(gathering, walk, one, limit)
            or one.is_paper
            or is_many(reading, one, walk)
        ):
            pass
        elif why == "now":
            now(gathering, walk, one, title, limit)
        elif why:
            not_now_title(gathering, one, title, why)
        walk.begin = walk.older_from = title.end


def by_signing(reading: Reading, span: Span, one: Instrument) -> bool:
    """As in "бо имзои Изҳороти муштарак": with the signing of it the talks came to an end."""
    return NOMINAL.search(reading.plain[span.start : one.core.start]) is not None


def goes_on(reading: Reading, place: int, limit: int) -> bool:
    begin = reading.skip_space(place, limit)
    return any(reading.match(name, begin, limit) for name in ("subject", "between"))


def siblings(reading: Reading, named: list[Instrument]) -> list[Instrument]:
    """Without those within the title of another: "протокол ... ба созишнома"."""
    kept: list[Instrument] = []
    for one in named:
        if one.is_again:
            continue
        if kept:
            between = reading.plain[kept[-1].end : one.core.start]
            verb = verb_after(reading, kept[-1].end, one.core.start)
            if verb is None and not SIBLING.search(between):
                continue
        kept.append(one)
    return kept


def is_followed(reading: Reading, start: int, end: int) -> bool:
    """As in "Изҳороти муштаракро оид ба ... байни": what it is about follows its ending."""
    return not FOR_YEARS.match(reading.plain, start, end) and goes_on(reading, start, end)


def title_from(reading: Reading, one: Instrument, limit: int) -> Span:
    """The title from its type to where something else begins."""
    start, end = one.core.start, limit
    if (
        reading.plain[start - 1 : start] == '"'
        and (quote := reading.plain.find('"', one.end, limit)) > 0
    ):
        return Span(start, quote)
    objects = OBJECT.finditer(reading.plain, one.core.start, end)
    if match := next((one for one in objects if not is_followed(reading, one.end(), end)), None):
        years = FOR_YEARS.match(reading.plain, match.end(), end)
        end = years.end() if years else match.end()
    if verb := verb_after(reading, one.end, end):
        end = verb.start()
    for name in ("by", "stop_right"):
        if match := reading.search(name, one.end, end):
            end = match.start()
    semicolon = reading.plain.find(";", one.end, end)
    return trim_tail(reading, start, semicolon if semicolon > 0 else end)


def is_many(reading: Reading, one: Instrument, walk: Walk) -> bool:
    number = number_before(reading, one.core.start, walk.span.start)
    return one.is_plural or bool(number and number[0] > 1)


def counted_apart(gathering: Gathering, walk: Walk, one: Instrument, limit: int) -> bool:
    """As in "Two further agreements cover A and B": as many documents as subjects."""
    reading = gathering.reading
    number = number_before(reading, one.core.start, walk.span.start)
    relates = reading.search("relates", one.end, limit)
    if one.is_paper or number is None or number[0] < 2 or standing(reading, walk, one) == "planned":
        return False
    stop = relates.start() if relates else title_from(reading, one, limit).end
    start = reading.skip_space(one.end, stop, ",:")
    for word in ("topics", "determiners"):
        if match := reading.match(word, start, stop):
            start = reading.skip_space(match.end(), stop)
    if not relates and standing(reading, walk, one) != "now":
        return False
    parts = elements(reading, start, stop, number[0])
    if len(parts) != number[0]:
        parts = before_number(reading, walk, number)
    if len(parts) != number[0]:
        return False
    for part in parts:
        gathering.add(one, part, None, walk.span, elliptical=True)
    return True


def before_number(reading: Reading, walk: Walk, number: tuple[int, int]) -> list[Span]:
    """As in "дар соҳаҳои тандурустӣ ва варзиш ду ёддошт": the subjects stand before."""
    fields = re.compile(reading.grammar.field_words)
    for match in fields.finditer(reading.plain, walk.begin, number[1]):
        return elements(reading, match.end(), number[1], number[0])
    return []


def now(gathering: Gathering, walk: Walk, one: Instrument, title: Span, limit: int) -> None:
    reading = gathering.reading
    parties = within(reading, one, title) or outside(reading, walk, one, title)
    is_bare = not content(reading, one.end, title.end)
    if is_bare and parties is None and any(draft.code == one.code for draft in gathering.drafts):
        return
    if one.code in reading.grammar.weak and is_bare and parties is None:
        return
    draft = gathering.add(one, title, parties or gathering.header, walk.span)
    draft.is_definite = is_bare and parties is None
    with_heads(reading, draft, walk, title)
    if by_signing(reading, walk.span, one):
        draft.heads_span = ruler(reading, Span(walk.span.start, one.core.start))
        draft.by_heads = draft.heads_span is not None


def within(reading: Reading, one: Instrument, title: Span) -> Parties | None:
    for match in reading.find("between", one.end, title.end):
        if cities := of_cities(reading, match.end(), title.end):
            return cities
        if found := parse_parties(reading, match.end(), title.end):
            return with_remit(reading, found, title)
    return None


def with_remit(reading: Reading, found: Parties, title: Span) -> Parties:
    """As in "Кумитаи ... Туркманистон оид ба телевизион": what a committee is for ends its name."""
    if not found.bodies:
        return found
    last = found.bodies[-1]
    remit = REMIT.match(reading.plain, last.span.end, title.end)
    if remit is None or not reading.plain.startswith("кумита", last.span.start):
        return found
    if not last.state_span or last.state_span.end != last.span.end:
        return found
    whole = replace(last, span=Span(last.span.start, title.end))
    return replace(found, bodies=(*found.bodies[:-1], whole))


def of_cities(reading: Reading, start: int, end: int) -> Parties | None:
    """As in "The cities A and B": each city by its name alone."""
    begin = reading.skip_space(start, end)
    match = reading.match("city_heads", begin, end)
    joint = reading.search("conjunction", match.end(), end) if match else None
    if match is None or joint is None:
        return None
    word = re.compile(r"\s*[^\s,]+").match(reading.plain, joint.end(), end)
    bodies = [
        body(reading, match.end(), joint.start()),
        body(reading, joint.end(), word.end() if word else end),
    ]
    if any(one is None or one.state is None for one in bodies):
        return None
    return Parties(tuple(one for one in bodies if one), Span(begin, bodies[-1].span.end), 8)


def outside(reading: Reading, walk: Walk, one: Instrument, title: Span) -> Parties | None:
    """Parties before the type: "between A and B ...", or who signed: "A and B ... signed"."""
    for match in reading.find("between", walk.begin, one.core.start):
        if found := parse_parties(reading, match.end(), one.core.start):
            return found
    verb = verb_after(reading, title.end, walk.span.end)
    if verb is None or not reading.match("signed", verb.start(), verb.end()):
        return None
    start = after_intro(reading, walk.begin, one.core.start)
    found = parse_parties(reading, start, one.core.start)
    if found is None or not found.bodies:
        return None
    if any(reading.search("persons", b.span.start, b.span.end) for b in found.bodies):
        return None
    if all(b.is_state for b in found.bodies) or not all(b.has_head for b in found.bodies):
        return None
    return found


def item(gathering: Gathering, block: Block, one: Instrument) -> None:
    """An item of a list is a title from its type to its end."""
    reading = gathering.reading
    end = (
        block.sentences[0].end
        if block.sentences and one.start < block.sentences[0].end
        else block.span.end
    )
    for name in ("stop_item", "by", "was_signed", "signed"):
        if match := reading.search(name, one.end, end):
            end = match.start()
    title = trim_tail(reading, one.core.start, end)
    if reading.plain[title.end - 1] == '"' and reading.plain.count('"', title.start, title.end) % 2:
        title = Span(title.start, title.end - 1)
    parties = within(reading, one, title)
    if parties is None and one.core.start - block.span.start > 20:
        parties = parse_parties(reading, block.span.start, one.core.start)
    gathering.add(one, title, parties or gathering.header, block.span).is_item = True
