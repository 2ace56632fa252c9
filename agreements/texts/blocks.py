"""A text as it is laid out on a page: headings and paragraphs, in leaves that are not too long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agreements.texts.parts import ADDED, GROUPS, Kind, Part

LEAF = 400_000  # characters, or so
MOST_SHEETS = 100  # pages of a file on one leaf
NUMBERED = frozenset({Kind.POINT, Kind.PARAGRAPH})
# What stands below what; a heading is one level below those that it stands under.
RANKS = [ADDED, {Kind.PART}, {Kind.CHAPTER}, {Kind.SECTION}, {Kind.ARTICLE}]
HIGHEST = 2  # level of a heading: the first is the page's own


@dataclass(frozen=True, slots=True)
class Block:
    """Words from ``start`` to ``end``: a heading of this ``level``, or a paragraph, of level 0."""

    start: int
    end: int
    level: int = 0
    anchor: str = ""


def blocks(text: str, parts: Iterable[Part]) -> Iterator[Block]:
    """In the order of the text; blanks between them are left out."""
    levels = Levels()
    for part in parts:
        anchor = part.anchor
        if level := levels.of(part.kind):
            start, end = trimmed(text, part.start, part.body)
            yield Block(start, end, level, anchor)
            anchor = ""
        for start, end in part.paragraphs:
            yield Block(start, end, anchor=anchor)
            anchor = ""


class Levels:
    """No level is left out on the way down."""

    def __init__(self) -> None:
        self.above: list[int] = []

    def of(self, kind: Kind) -> int:
        """0 where the part has no heading."""
        rank = next((n for n, kinds in enumerate(RANKS) if kind in kinds), None)
        if rank is None:
            return 0
        self.above = [one for one in self.above if one < rank]
        self.above.append(rank)
        return HIGHEST + len(self.above) - 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the blanks around."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def has_heading(part: Part) -> bool:
    return part.kind in ADDED or part.kind in GROUPS or part.kind == Kind.ARTICLE


def leaves(size: int, places: Sequence[int], most: int = LEAF) -> list[tuple[int, int]]:
    """A text of this size in pieces that begin at one of the places (which are in order)."""
    starts = [0]
    for place, following in pairwise([*places, size]):
        if following - starts[-1] > most and place > starts[-1]:
            starts.append(place)
    return list(pairwise([*starts, size]))


def leaf_of(found: Sequence[tuple[int, int]], at: int) -> int:
    """The place in the list of the leaf that has this character."""
    return max(0, bisect_right(found, at, key=lambda leaf: leaf[0]) - 1)
