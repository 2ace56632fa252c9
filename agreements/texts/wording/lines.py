"""Lines of a text; where many paragraphs stand in one, headings begin lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from agreements.texts.wording import heading_words as words
from agreements.texts.wording.parts import Kind

LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
LONG = 400  # a line that surely holds more than one paragraph, or a long one
NUMBER = r"\s{0,2}[.:–—-]?\s{0,2}(?:\d{1,4}(?!\d)|[IVXL]{1,7}(?!\w))"


def capitals(*listed: str) -> str:
    """An alternative for each word in capitals."""
    found = (word.upper() for words in listed for word in words.split())
    return "|".join(re.escape(word) for word in found if word.isascii() or word.isalpha())


def capitalised(listed: str) -> str:
    """An alternative for each word that begins with a capital."""
    return "|".join(re.escape(word[0].upper() + word[1:]) for word in listed.split())


# After the end of a sentence, or a word in capitals: Article 5, CHAPTER II, ANNEX, DONE at.
HEADING = re.compile(
    rf"[ \t\u00a0](?=(?:{capitals(words.ARTICLE)}){NUMBER})|"
    r"(?:(?<=[.;:!?»”\")\]])|(?<=[A-ZА-Я]{3})|(?<=_{3}))[ \t\u00a0]*(?="
    rf"(?:{capitalised(words.ARTICLE)}|{capitals(words.ARTICLE)})"
    rf"(?:{NUMBER}|\s(?:{capitals('first premier primero')})\b)"
    rf"|(?:{capitals(*words.GROUP.values())}){NUMBER}"
    rf"|(?:{capitals(words.ADDED[Kind.ANNEX], words.ADDED[Kind.APPENDIX])})\b"
    r"|(?:DONE|Done) (?:at|in|AT|IN)\b|(?i:in witness where\s?of|en foi de quoi|en fe de lo cual)\b"
    r"|В удостоверение|Совершено в\b|На посвідчення|Вчинено (?:в|у)\b"
    r")"
)


class Line(NamedTuple):
    """``words`` without the blanks around; ``end`` is after the line's break."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> list[Line]:
    """Every character belongs to one."""
    return [
        Line(start, end, text[start:end].strip())
        for found in LINE.finditer(text)
        for start, end in taken_apart(text, found.start(), found.end())
    ]


def taken_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long line at the headings in it."""
    if start == end:
        return
    breaks = [start]
    if end - start > LONG:
        breaks += [found.end() for found in HEADING.finditer(text, start, end)]
    yield from pairwise([*breaks, end])
