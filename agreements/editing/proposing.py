"""What a title, or a name, says about its record: proposals that a clerk sees and overrides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from agreements.kind_words import AGENCY_KINDS, TYPES
from agreements.letters import fold

from . import titles

# Chinese writes no spaces and says at the end what it is.
TYPE_ENDINGS = {
    "联合声明": "joint_statement",
    "联合公报": "communique",
    "联合宣言": "joint_declaration",
    "谅解备忘录": "memorandum_of_understanding",
    "备忘录": "memorandum",
    "议定书": "protocol",
    "条约": "treaty",
    "协定": "agreement",
    "协议": "agreement",
    "宣言": "declaration",
}
# Who signs, what about: after one of these words the title no longer says what the paper is.
END_OF_TYPE = set(
    fold(
        "between among amending extending concerning regarding on for in to with by from under "
        "между о об по на в для к с байни дар барои оид арасындағы"
    ).split()
)
MOST_WORDS_BEFORE = 6
# Kazakh and Uzbek titles say at their end what they are.
MOST_WORDS_AT_END = 3

UNTIL = re.compile(r"\b(?:until|till|up to|through|до|то соли) ((?:19|20)\d\d)(?! ?[-/.]?\d)")


def type_of(title: str) -> str:
    """The code of the document type that the title begins with; empty where it says none.

    "Cooperation program between ..." is a programme; what stands after "between" is no type.
    """
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", fold(title))
    for start in range(min(len(words), MOST_WORDS_BEFORE)):
        if code := longest(words[start:], TYPES):
            return code
        if words[start] in END_OF_TYPE:
            break
    for start in range(max(len(words) - MOST_WORDS_AT_END, 0), len(words)):
        if (code := longest(words[start:], TYPES)) and is_cyrillic_or_uzbek(words[start]):
            return code
    endings = (code for ending, code in TYPE_ENDINGS.items() if title.rstrip().endswith(ending))
    return next(endings, "")


def longest(words: list[str], known: Mapping[tuple[str, ...], str]) -> str:
    """The code of the longest known phrase with which the words begin."""
    for length in range(min(len(words), 5), 0, -1):
        if code := known.get(tuple(words[:length])):
            return code
    return ""


def is_cyrillic_or_uzbek(word: str) -> bool:
    return not word.isascii() or word in {"memorandumi", "bitim", "bitimi", "bayonnoma", "xaritasi"}


def period_of(title: str) -> str:
    """The period that the title says it covers, as EDTF text ("2023/2025"); empty if none."""
    if found := titles.period(title):
        return found
    until = UNTIL.search(fold(title))
    return f"../{until[1]}" if until else ""


def agency_kind_of(name: str) -> str:
    """The kind of a body that its name says; empty where it says none."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", fold(name))
    for start in range(len(words)):
        if code := longest(words[start:], AGENCY_KINDS):
            return code
    return ""


def without_bullet(line: str) -> str:
    """A line of a list as its bare title: "- Protocol on trade;" is "Protocol on trade"."""
    return BULLET.sub("", " ".join(line.split())).rstrip(" ;")


BULLET = re.compile(r"^(?:[-–—•*·▪‣●]|\(?\d{1,3}[.)])\s+")


def titles_in(text: str) -> list[str]:
    """The titles of a pasted list, one for each bullet or number; one where there is no list.

    A line without a bullet goes on with the title above it.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    starts = [number for number, line in enumerate(lines) if BULLET.match(line)]
    if len(starts) < 2:
        return [without_bullet(text)] if text.strip() else []
    return [without_bullet(item) for item in items(lines, starts)]


def items(lines: list[str], starts: list[int]) -> Iterable[str]:
    starts = [0, *starts] if starts[0] else starts
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield " ".join(lines[start:end])
