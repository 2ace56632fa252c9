"""What a reader typed into the search box, taken apart. Pure: no database, no folding.

    water -"hydro power" OR dam* 1995-2000 NOT coal

All groups must match, any term of a group, and none of those without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agreements.letters import nfc

LONGEST = 400
MOST_TERMS = 64
MOST_YEARS = 300
FIRST_YEAR, LAST_YEAR = 1600, 2100  # of ranges with an open end
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})
TERM = re.compile(r'([-−]?)"([^"]*)"|([^\s"]+)')
OR = {"OR", "ИЛИ", "|"}
NOT = {"NOT", "НЕ"}
MINUS = ("-", "−")
RANGE = re.compile(r"([12][0-9]{3})(?:\.\.|[-‐‒–—−])([12][0-9]{3})")
APART_RANGE = re.compile(r"(?<!\S)([12][0-9]{3})\s+[-‐‒–—−]\s+([12][0-9]{3})(?!\S)")
OPEN_RANGE = re.compile(r"(?:\.\.([12][0-9]{3})|([12][0-9]{3})\.\.)")
DECADE = re.compile(r"([12][0-9]{2}0)s")
WORD = re.compile(r"\w")
# What stands before a number and says only that it is one.
NUMBER_SIGN = re.compile(r"(?:№|\bn(?:[°º]|[or]?\b)\.?)(?=\s*[0-9])", re.IGNORECASE)


class Kind(StrEnum):
    WORDS = "words"  # one word, or several that a hyphen or a stroke joins
    PHRASE = "phrase"
    PREFIX = "prefix"
    YEARS = "years"


@dataclass(frozen=True)
class Term:
    """One thing to look for. ``years`` are the first and the last of a range, else empty."""

    text: str
    kind: Kind = Kind.WORDS
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Query:
    """``is_cut``: there was more than is looked for. ``has_open_quote``: a quote has no end."""

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    is_cut: bool = False
    has_open_quote: bool = False

    @property
    def terms(self) -> list[Term]:
        """All terms, in an order that does not change."""
        return [*(term for group in self.groups for term in group), *self.without]

    def __bool__(self) -> bool:
        return bool(self.groups or self.without)


def parse(typed: str) -> Query:
    """Never fails: what can't be understood is a word to look for."""
    text = nfc(typed).translate(QUOTES)
    is_cut = len(text) > LONGEST
    text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST] if is_cut else text
    has_open_quote = text.count('"') % 2 == 1
    if has_open_quote:
        head, _quote, tail = text.rpartition('"')
        text = f"{head} {tail}"
    groups: list[list[Term]] = []
    without: list[Term] = []
    joins = is_negated = False
    for found in TERM.finditer(outside_phrases(text)):
        if found[3] in OR:
            joins = bool(groups)
            continue
        if found[3] in NOT:
            is_negated = True
            continue
        is_without, term = read(found)
        is_without, is_negated = is_without or is_negated, False
        if term is None:
            continue
        if sum(map(len, groups)) + len(without) >= MOST_TERMS:
            is_cut = True
            break
        if is_without:
            without.append(term)
        elif joins:
            groups[-1].append(term)
        else:
            groups.append([term])
        joins = False
    return Query(tuple(map(tuple, groups)), tuple(without), is_cut, has_open_quote)


def outside_phrases(text: str) -> str:
    """Signs before numbers go, and ranges that are written apart are joined; a phrase stays as it
    is."""
    parts = text.split('"')
    parts[::2] = [APART_RANGE.sub(r"\1-\2", NUMBER_SIGN.sub(" ", part)) for part in parts[::2]]
    return '"'.join(parts)


def read(found: re.Match[str]) -> tuple[bool, Term | None]:
    """Whether it is to be absent, and the term; None where there is nothing to look for."""
    if found[3] is None:
        is_without, text, kind = bool(found[1]), found[2].strip(), Kind.PHRASE
    else:
        is_without = found[3].startswith(MINUS) and len(found[3]) > 1
        text, kind = found[3][is_without:], Kind.WORDS
        if years := years_of(text):
            return is_without, Term(text, Kind.YEARS, years)
        if text.endswith("*"):
            text, kind = text.rstrip("*"), Kind.PREFIX
    return is_without, Term(text, kind) if WORD.search(text) else None


def years_of(text: str) -> tuple[int, int] | None:
    """The first and the last year of a range: 1995-2000, 1995.., ..2000, 1990s."""
    if found := OPEN_RANGE.fullmatch(text.strip(",;()")):
        return (FIRST_YEAR, int(found[1])) if found[1] else (int(found[2]), LAST_YEAR)
    text = text.strip(",.;()")
    if found := DECADE.fullmatch(text):
        return int(found[1]), int(found[1]) + 9
    if found := RANGE.fullmatch(text):
        first, last = sorted((int(found[1]), int(found[2])))
        if last <= first + MOST_YEARS:
            return first, last
    return None
