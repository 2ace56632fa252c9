"""Takes the words of an agreement apart into its preamble, articles, annexes and closing."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import zip_longest

from agreements.texts.wording import closings, headings, numerals, sequences
from agreements.texts.wording.assembling import Boundary, assembled
from agreements.texts.wording.headings import FAIR, STRONG, Candidate
from agreements.texts.wording.lines import Line, lines_of
from agreements.texts.wording.numerals import Number
from agreements.texts.wording.paragraphs import full_width, is_new
from agreements.texts.wording.parts import ADDED, GROUPS, Kind, Part

POINTS = (
    re.compile(r"(?P<number>\d{1,3})(?:[.)]|\s?°)[ \t\u00a0]*(?P<rest>[^\W\d].*)", re.S),
    re.compile(r"(?P<number>[IVX]{1,6})(?:[.)]|\s?[–—-])?\s+(?P<rest>[^\W\d].*)", re.S),
)
FEWEST_POINTS = 2
SHORTEST = 400  # letters before an annex of a text that has no articles

Numbered = list[tuple[Candidate, Number]]


def parts(text: str) -> list[Part]:
    """The parts of a text, in its order; every character belongs to exactly one of them.

    Works in time proportional to the text's length, and never fails: words that are no agreement
    are paragraphs.
    """
    lines = lines_of(text)
    width = full_width(lines)
    found = [
        candidate
        for at in range(len(lines))
        if (candidate := headings.candidate(lines, at, width)) is not None
    ]
    boundaries = choose(lines, found)
    if not any(boundary.kind in (Kind.ARTICLE, Kind.POINT) for boundary in boundaries):
        boundaries = paragraphs(lines, boundaries, width)
    return assembled(text, lines, boundaries, width)


def choose(lines: list[Line], found: list[Candidate]) -> list[Boundary]:
    """Articles by their sequence; what stands between and after them by that."""
    added = [candidate for candidate in found if candidate.kind in ADDED]
    groups = [candidate for candidate in found if candidate.kind in GROUPS]
    chosen, table_end = articles(lines, found, added, groups)
    first = chosen[0][0].at if chosen else None
    added = without_repeats(
        [candidate for candidate in added if is_added(lines, candidate, first, chosen)]
    )
    if not chosen:
        chosen = points(lines, added)
    chapters = [
        (candidate, number)
        for candidate, number in in_groups(groups, added)
        if chosen and candidate.at >= table_end
    ]
    boundaries = [
        Boundary(c.kind, c.letter or str(number), c.at, c.after, c.heading)
        for c, number in (*chosen, *chapters)
    ]
    for c in added:
        number = c.letter or (str(c.readings[0]) if c.readings else "")
        boundaries.append(Boundary(c.kind, number, c.at, c.after, c.heading))
    boundaries.sort(key=lambda boundary: boundary.at)
    return with_closings(lines, boundaries)


def articles(
    lines: list[Line], found: list[Candidate], added: list[Candidate], groups: list[Candidate]
) -> tuple[Numbered, int]:
    """The sequence of articles, and the line after a table of contents."""
    starts = [candidate.at for candidate in added if candidate.weight >= FAIR]
    chapters = [candidate.at for candidate in groups if candidate.weight >= FAIR]
    ends = [line.end for line in lines]
    for family in (Kind.ARTICLE, "§"):
        named = [c for c in found if c.kind == Kind.ARTICLE and c.family == family]
        units = [(bisect_left(starts, c.at), bisect_left(chapters, c.at)) for c in named]
        chosen, table_end = sequences.without_contents(sequences.sequence(named, units), ends)
        if len(chosen) > 1 or (chosen and is_sole(*chosen[0])):
            return chosen, table_end
    return [], 0


def is_sole(candidate: Candidate, number: Number) -> bool:
    """One heading alone is one where it says 1, or "sole"."""
    return candidate.weight >= STRONG and number.levels == (1,)


def is_added(lines: list[Line], candidate: Candidate, first: int | None, chosen: Numbered) -> bool:
    """An annex comes after the first article, and the numbers of articles begin anew in it."""
    if candidate.weight < FAIR:
        return False
    if first is None:
        return lines[candidate.at].start - lines[0].start > SHORTEST
    if candidate.at < first:
        return False
    place = bisect_left(chosen, candidate.at, key=lambda pair: pair[0].at)
    if place == len(chosen):
        return True
    before, after = chosen[place - 1][1].levels, chosen[place][1].levels
    return sequences.is_first(chosen[place][1]) or after <= before


def without_repeats(added: list[Candidate]) -> list[Candidate]:
    """The heading of an annex returns at the top of its pages."""
    kept: list[Candidate] = []
    for candidate in added:
        same = kept and (kept[-1].kind, kept[-1].letter, kept[-1].readings)
        if same != (candidate.kind, candidate.letter, candidate.readings):
            kept.append(candidate)
    return kept


def in_groups(groups: list[Candidate], added: list[Candidate]) -> Numbered:
    """Parts, chapters and sections, each kind by its sequence; a section's begins anew in each."""
    annexes = [candidate.at for candidate in added]
    above: list[int] = []
    chosen: Numbered = []
    for kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION):
        named = [candidate for candidate in groups if candidate.kind == kind]
        units = [(bisect_left(annexes, c.at), bisect_left(above, c.at)) for c in named]
        sequence = sequences.sequence(named, units)
        chosen += sequence
        above = sorted((*above, *(candidate.at for candidate, _ in sequence)))
    return chosen


def points(lines: list[Line], added: list[Candidate]) -> Numbered:
    """Of a text without articles: 1. 2. 3., or else I. II. III., before its annexes."""
    last = added[0].at if added else len(lines)
    for pattern, value in zip(POINTS, (int, numerals.roman), strict=True):
        chosen: Numbered = []
        for at in range(last):
            found = pattern.match(lines[at].words)
            if found and value(found["number"]) == len(chosen) + 1:
                number = Number((len(chosen) + 1,))
                begun = Candidate(Kind.POINT, at, (number,), FAIR, found["rest"], at + 1)
                chosen.append((begun, number))
        if len(chosen) >= FEWEST_POINTS:
            return chosen
    return []


def with_closings(lines: list[Line], boundaries: list[Boundary]) -> list[Boundary]:
    """After the last article of the agreement, and of each protocol."""
    closed: list[Boundary] = []
    for boundary, after in zip_longest(boundaries, boundaries[1:]):
        closed.append(boundary)
        if boundary.kind not in (Kind.ARTICLE, Kind.POINT, Kind.PROTOCOL):
            continue
        if after is None or after.kind in ADDED or restarts(boundary, after):
            last = after.at if after else len(lines)
            at = closings.closing(lines, boundary.after, last)
            if at is not None:
                closed.append(Boundary(Kind.CLOSING, "", at, at))
    return closed


def restarts(boundary: Boundary, after: Boundary) -> bool:
    """The articles that follow are those of another agreement."""
    return boundary.kind == after.kind and after.number in ("1", "1.1") != boundary.number


def paragraphs(lines: list[Line], boundaries: list[Boundary], width: int) -> list[Boundary]:
    """Each paragraph is a part, before the annexes."""
    last = next((b.at for b in boundaries if b.kind in ADDED), len(lines))
    end = closings.closing(lines, last // 2, last)
    begun: list[Boundary] = []
    before = ""
    for at in range(end if end is not None else last):
        words = lines[at].words
        if words and is_new(before, words, width):
            begun.append(Boundary(Kind.PARAGRAPH, str(len(begun) + 1), at, at))
        before = words
    if end is not None:
        begun.append(Boundary(Kind.CLOSING, "", end, end))
    return [*begun, *(b for b in boundaries if b.at >= last)]
