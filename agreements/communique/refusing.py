"""Why an instrument is no document of now: planned, older, ratified, or somebody's words."""

from __future__ import annotations

import re

from .instruments import Instrument
from .layout import Block
from .proposal import Span
from .reading import Reading, tells_of_past_year
from .titles import title_of

ASIDE = re.compile(r"[^,;.]{0,60},\s+")

YEAR_BEHIND = re.compile(r"[^,.;]{0,24}?\s(?:in|en|em|im|u|v|в)\s((?:19|20)\d\d)(?!\d)")


def is_spoken(reading: Reading, one: Instrument, span: Span) -> bool:
    """Within a quotation of what somebody said."""
    said = reading.plain[span.start : one.start]
    if said.count('"') % 2 == 0:
        return False
    opening = span.start + said.rfind('"')
    closing = reading.plain.find('"', one.end, span.end)
    inside = reading.plain[opening + 1 : closing if closing > 0 else span.end]
    return one.span.start - opening > 25 and len(inside.split()) > 9


def own_verb(reading: Reading, one: Instrument, named: list[Instrument], number: int) -> int:
    """Behind the instrument before, where the verb is said again: "praised A and signed B"."""
    previous = named[number - 1].end if number else one.start
    return previous if reading.search("signed", previous, one.start) else 0


def tells_of(reading: Reading, one: Instrument, name: str, match: re.Match[str]) -> bool:
    """The words speak of this instrument, not of one that its title names, nor after its verb."""
    if match.start() < one.end:
        return True
    if any(reading.search(word, one.end, match.start()) for word in ("was_signed", "replaces")):
        return False
    if name == "older" and is_aside(reading, match):
        return False
    return name != "older" or not reading.grammar.type_pattern.search(
        reading.plain, one.end, match.end()
    )


def is_aside(reading: Reading, match: re.Match[str]) -> bool:
    """As in "An agreement, in work since 2019, was signed": the verb follows the comma."""
    comma = ASIDE.match(reading.plain, match.end())
    return (
        comma is not None
        and reading.match("was_signed", comma.end(), len(reading.plain)) is not None
    )


def is_dated_at_once(reading: Reading, one: Instrument, limit: int) -> bool:
    """A participle of signing with a year stands right behind a quoted title."""
    end = title_of(reading, one, limit).span.end
    match = reading.search("dated", end, min(limit, end + 70))
    quoted = reading.plain[end : end + 1] == '"' or reading.plain[end - 1 : end] == '"'
    near = quoted or not reading.grammar.has_articles
    return match is not None and near and not reading.plain[end : match.start()].strip(' ",')


def is_of_another_year(reading: Reading, one: Instrument, span: Span) -> bool:
    """The sentence tells of a year long before the publication."""
    if reading.year is None:
        return tells_of_past_year(reading, Span(span.start, min(one.start, span.start + 16)))
    verb = reading.search("was_signed", one.end, span.end)
    match = YEAR_BEHIND.match(reading.plain, verb.end(), span.end) if verb else None
    if (
        verb
        and match
        and not reading.grammar.type_pattern.search(reading.plain, one.end, verb.start())
    ):
        return int(match[1]) < reading.year - 1
    for match in reading.each(
        r"(?<![\d–-])(?:19|20)\d\d(?![\d–-]|\s?[–-]\s?\d)", span.start, span.end
    ):
        if int(match[0]) >= reading.year - 1:
            continue
        if reading.grammar.type_pattern.search(reading.plain, span.start, match.start()):
            break
        if match.start() < one.start and reading.grammar.find("in_year").search(
            reading.plain[span.start : match.start()][-34:] + "¶"
        ):
            return True
    return False


def clause_start(reading: Reading, one: Instrument, span: Span) -> int:
    place = max(
        reading.plain.rfind(";", span.start, one.start),
        reading.plain.rfind(" – ", span.start, one.start),
    )
    return max(span.start, place)


def clause_end(reading: Reading, one: Instrument, limit: int) -> int:
    semicolon = reading.plain.find(";", one.end, limit)
    return semicolon if semicolon > 0 else limit


def is_dated_otherwise(reading: Reading, one: Instrument, limit: int) -> bool:
    """As in "signed in Dushanbe in 2016", "dated 14 March 1995" right after a definite title."""
    match = reading.search("dated", one.end, limit)
    if match is None:
        return False
    if is_long_past(reading, one, match):
        return True
    return one.is_definite and not reading.search("was_signed", one.end, match.start())


def is_long_past(reading: Reading, one: Instrument, match: re.Match[str]) -> bool:
    """As in "Was signed in 2015" in a text of a much later year."""
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", match[0])]
    if not years or reading.year is None or max(years) >= reading.year - 1:
        return False
    return not reading.grammar.type_pattern.search(reading.plain, one.end, match.start())


def why_not(
    reading: Reading, one: Instrument, named: list[Instrument], number: int, span: Span, limit: int
) -> str | None:
    """Why it is no document of now: planned, older, noise; None where it may be one."""
    start = clause_start(reading, one, span)
    after = clause_end(reading, one, limit_of(one, named, number, span, limit))
    own = own_verb(reading, one, named, number)
    for name, begin in (("planned", start), ("older", max(start, own))):
        for match in reading.find(name, begin, after):
            if tells_of(reading, one, name, match):
                return name
    if (
        is_dated_at_once(reading, one, after)
        or is_dated_otherwise(reading, one, after)
        or is_of_another_year(reading, one, span)
    ):
        return "older"
    return None


def limit_of(one: Instrument, named: list[Instrument], number: int, span: Span, limit: int) -> int:
    """Of "one on A and one on B, are to be signed" the verb speaks of both."""
    following = named[number + 1 :]
    is_chain = one.is_again and following and all(other.is_again for other in following)
    return span.end if is_chain else limit


def negative(reading: Reading, blocks: list[Block]) -> str:
    """Why the whole text tells of nothing new: planned, ratified; empty where it may."""
    sentences = [s for block in blocks for s in block.sentences]
    lead = list(sentences[:3])
    if any(reading.search("ratified", s.start, s.end) for s in lead) and not (
        any(reading.search("in_presence", s.start, s.end) for s in sentences)
        or begins_with_signing(reading, sentences)
    ):
        return "ratified"
    planned = [
        s
        for s in sentences
        if reading.search("planned", s.start, s.end) and mentions_papers(reading, s)
    ]
    if not planned:
        return ""
    for s in sentences:
        if not mentions_papers(reading, s) or reading.search("planned", s.start, s.end):
            continue
        if reading.search("older", s.start, s.end) or reading.search("history", s.start, s.end):
            continue
        if tells_of_past_year(reading, s):
            continue
        if (
            reading.search("was_signed", s.start, s.end)
            or reading.search("signed", s.start, s.end)
            or s.start < 1
        ):
            return ""
    return (
        "planned"
        if planned[0].start < len(reading.plain) * 0.35
        and not any(b.kind == "item" for b in blocks)
        else ""
    )


def begins_with_signing(reading: Reading, sentences: list[Span]) -> bool:
    """The first sentence about documents tells that they were signed, and of nothing older."""
    first = next((s for s in sentences if mentions_papers(reading, s)), None)
    if first is None or any(
        reading.search(name, first.start, first.end)
        for name in ("ratified", "older", "history", "planned")
    ):
        return False
    return any(reading.search(name, first.start, first.end) for name in ("signed", "was_signed"))


def mentions_papers(reading: Reading, span: Span) -> bool:
    return bool(
        reading.grammar.type_pattern.search(reading.plain, span.start, span.end)
        or reading.search("papers", span.start, span.end)
    )
