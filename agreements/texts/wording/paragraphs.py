"""Paragraphs of texts whose lines are wrapped, and of those that have one in each line."""

from __future__ import annotations

import re

from agreements.texts.wording.lines import Line

# What a paragraph begins with: 1. 1) (1) 1.2. a) (iv) — •
MARK = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+|[–—•·▪*-])\s"
)
ENDS = (".", ";", ":", "!", "?", "。", "；", "：", "؛", "؟", "۔", ".”", '."', ".»", ":-", ":—")
WRAPPED = range(30, 131)  # the width of a line that a page or column limits
SAMPLE = 4000


def full_width(lines: list[Line]) -> int:
    """How many letters a full line has, 0 where lines are not wrapped."""
    step = max(1, len(lines) // SAMPLE)
    lengths = sorted(len(line.words) for line in lines[::step] if line.words)
    if len(lengths) < 8:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(length >= 0.75 * width for length in lengths)
    return width if width in WRAPPED and full * 3 > len(lengths) else 0


def spans(
    text: str, lines: list[Line], first: int, last: int, body: int, width: int
) -> tuple[tuple[int, int], ...]:
    """Of the lines from ``first`` until before ``last``, from the character ``body`` on."""
    found: list[tuple[int, int]] = []
    start, end, before = -1, -1, ""
    for at in range(first, last):
        line = lines[at]
        begin = max(line.start, body)
        words = line.words if begin == line.start else text[begin : line.end].strip()
        if not words:
            before = ""
            continue
        begin = text.index(words[0], begin)
        if start < 0 or is_new(before, words, width):
            if start >= 0:
                found.append((start, end))
            start = begin
        end = begin + len(words)
        before = words
    if start >= 0:
        found.append((start, end))
    return tuple(found)


def is_new(before: str, words: str, width: int) -> bool:
    """Whether a paragraph begins with these words; ``before`` is empty after a blank line."""
    if not before:
        return True
    has_ended = before.endswith(ENDS)
    if MARK.match(words):
        return has_ended or before.endswith((",", " and", " et", " или", " и")) or not width
    if words[0].islower():
        return False
    if not width:
        return has_ended or len(before) < 60 or len(before) > WRAPPED.stop
    return (has_ended and len(before) < 0.85 * width) or in_capitals(before) != in_capitals(words)


def in_capitals(words: str) -> bool:
    """But for a few letters, as in "No. 75"."""
    return sum(map(str.isupper, words)) > 9 * sum(map(str.islower, words))
