"""What a reader typed into the search box, taken apart. Pure: no database, no folding.

    water -"hydro power" OR dam* 1995-2000

All groups must match, any term of a group, and none of those without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from agreements.letters import nfc

LONGEST = 400
MOST_TERMS = 24
MOST_YEARS = 300
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})
TERM = re.compile(r'(-?)"([^"]*)"|([^\s"]+)')
OR = {"OR", "ИЛИ", "|"}
RANGE = re.compile(r"([12][0-9]{3})(?:\.\.|[-‐‒–—−])([12][0-9]{3})")
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
    joins = False
    for found in TERM.finditer(without_number_signs(text)):
        if found[3] in OR:
            joins = bool(groups)
            continue
        is_without, term = read(found)
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


def without_number_signs(text: str) -> str:
    """Those in phrases stay, as the phrase has them."""
    parts = text.split('"')
    parts[::2] = [NUMBER_SIGN.sub(" ", part) for part in parts[::2]]
    return '"'.join(parts)


def read(found: re.Match[str]) -> tuple[bool, Term | None]:
    """Whether it is to be absent, and the term; None where there is nothing to look for."""
    if found[3] is None:
        is_without, text, kind = bool(found[1]), found[2].strip(), Kind.PHRASE
    else:
        is_without = found[3].startswith("-") and len(found[3]) > 1
        text, kind = found[3][is_without:], Kind.WORDS
        if years := RANGE.fullmatch(text.strip(",.;()")):
            first, last = int(years[1]), int(years[2])
            if first <= last <= first + MOST_YEARS:
                return is_without, Term(text, Kind.YEARS, (first, last))
        if text.endswith("*"):
            text, kind = text.rstrip("*"), Kind.PREFIX
    return is_without, Term(text, kind) if WORD.search(text) else None
