"""A text as it is laid out on a page: headings and paragraphs, in leaves that are not too long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agreements.texts.wording.parts import ADDED, Kind, Part

LEAF = 400_000  # characters, or so
MOST_SHEETS = 100  # pages of a file on one leaf
# What stands below what: a heading is one level below those that it stands under.
RANKS = [ADDED, {Kind.PART}, {Kind.CHAPTER}, {Kind.SECTION}, {Kind.ARTICLE}]
HIGHEST = 2  # level of a heading; the first is that of the page


@dataclass(frozen=True, slots=True)
class Block:
    """Words from ``start`` to ``end``: a heading of this ``level``, or a paragraph, of level 0."""

    start: int
    end: int
    level: int = 0
    anchor: str = ""


class Levels:
    """No level is left out on the way down."""

    def __init__(self) -> None:
        self.above: list[int] = []

    def of(self, kind: Kind) -> int:
        """0 where the part has no heading."""
        rank = next((n for n, kinds in enumerate(RANKS) if kind in kinds), None)
        if rank is None:
            return 0
        self.above = [*(one for one in self.above if one < rank), rank]
        return HIGHEST + len(self.above) - 1


def blocks(text: str, part: Part, level: int) -> Iterator[Block]:
    """Of a part, whose heading has this level; the blanks between them are left out."""
    anchor = part.anchor
    if level:
        yield Block(*trimmed(text, part.start, part.body), level, anchor)
        anchor = ""
    for start, end in part.paragraphs:
        yield Block(start, end, anchor=anchor)
        anchor = ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the blanks around."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def leaves(
    size: int, places: Sequence[int], most: int = LEAF, most_places: int = 0
) -> list[tuple[int, int]]:
    """A text of this size in pieces that begin at some of these places, which are in order."""
    starts, since = [0], 0
    for n, (place, following) in enumerate(pairwise([*places, size])):
        is_full = following - starts[-1] > most or (most_places and n - since >= most_places)
        if is_full and place > starts[-1]:
            starts.append(place)
            since = n
    return list(pairwise([*starts, size]))


def leaf_of(found: Sequence[tuple[int, int]], at: int) -> int:
    """The place in the list of the leaf that has this character."""
    return max(0, bisect_right(found, at, key=lambda leaf: leaf[0]) - 1)
