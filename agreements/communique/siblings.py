"""Whether an instrument is a document of its own, or named within the title of another."""

from __future__ import annotations

import re

from .instruments import Instrument
from .proposal import Span
from .reading import Reading, trim_tail

# So many characters before an instrument tell whether it is named within the title before it.
FAR = 800

# "1) ", "(a) " before a document within a sentence.
NUMBERED = re.compile(r"(?<!\w)\(?(?:\d{1,2}|[^\W\d_])[.)]\s*$")


def is_sibling(
    reading: Reading, one: Instrument, after: int, previous: Instrument | None = None
) -> bool:
    between = reading.plain[max(after, one.start - FAR) : one.start]
    between = NUMBERED.sub("", between)
    if reading.grammar.find("nesters").search(between[-60:] + "¶") and not (
        is_another(reading, one, between, previous) or is_object(reading, between)
    ):
        return False
    if (
        one.is_paper
        and not one.number
        and ";" not in between
        and not re.search(r"(?:,|\band|\bи|\bet|\by|\be|\bund)\s*$", between)
    ):
        return False
    if re.search(r"[;:.]\s*$", between) or ";" in between:
        return True
    if re.search(r"(?:[,\"»]|\s[–-])\s*$", between):
        return True
    tail = between.rstrip()
    conjunction = list(reading.grammar.find("conjunction").finditer(between))
    if (
        conjunction
        and not between[conjunction[-1].end() :].strip(" ,")
        and reading.grammar.find("between").search(between)
    ):
        return True
    if conjunction and not between[conjunction[-1].end() :].strip(" ,"):
        return stands_alone(reading, one)
    if not tail:
        return False
    return bool(
        reading.grammar.find("was_signed").search(between)
        or reading.grammar.find("signed").search(between)
        or reading.grammar.find("siblings").search(between)
    )


def is_object(reading: Reading, between: str) -> bool:
    """Right behind a verb of conclusion that ends with a preposition: "agreed on a Programme"."""
    verbs = list(reading.grammar.find("signed").finditer(between))
    return bool(verbs) and " " in verbs[-1][0] and not between[verbs[-1].end() :].strip()


def is_another(
    reading: Reading, one: Instrument, between: str, previous: Instrument | None
) -> bool:
    """As in "A Protocol on the return of art and an Agreement": the article begins another one."""
    if not reading.grammar.has_articles or one.start == one.span.start:
        return False
    if one.is_definite and not (previous and previous.is_definite):
        return False
    found = list(reading.grammar.find("conjunction").finditer(between))
    return bool(found) and not between[found[-1].end() :].strip()


def stands_alone(reading: Reading, one: Instrument) -> bool:
    """After a bare "and": with an article or number, several, or of more than one word."""
    if not reading.grammar.has_articles:
        return True
    core = reading.plain[one.core.start : one.core.end]
    return (
        one.start < one.span.start
        or one.is_plural
        or one.is_again
        or " " in core
        or one.span != one.core
    )


def without_nested(reading: Reading, named: list[Instrument], span: Span) -> list[Instrument]:
    """Without those that stand within the title of another: "protocol amending the agreement"."""
    kept: list[Instrument] = []
    for one in named:
        if kept and not is_sibling(reading, one, kept[-1].end, kept[-1]):
            continue
        kept.append(one)
    return kept


def chunk_end(reading: Reading, named: list[Instrument], number: int, span: Span) -> int:
    if number + 1 == len(named):
        return span.end
    return trim_tail(reading, named[number].start, named[number + 1].start).end
