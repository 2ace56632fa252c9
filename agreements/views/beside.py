"""Two language versions of one document, article by article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from agreements.texts.blocks import LEAF, leaf_of
from agreements.texts.wording.aligning import aligned
from agreements.texts.wording.parts import Part

from .marks import Marks
from .reading import Reading, Shown, Turn

PREFIX = "beside-"  # of the anchors of the second


@dataclass(frozen=True, slots=True)
class Sought:
    """How often the words stand in one of the texts, and the address of the first place."""

    reading: Reading
    number: int
    link: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """``blocks`` is None where the text has nothing that answers to the other."""

    reading: Reading
    blocks: list[Shown] | None


class Beside:
    """The text that was asked for at the start of each row, the other one at its end."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self.left = left
        self.right = right

    @cached_property
    def pairs(self) -> list[tuple[Part | None, Part | None]]:
        return aligned(self.left.parts, self.right.parts)

    @cached_property
    def starts(self) -> list[int]:
        """The rows with which leaves begin, each with a part of the first text."""
        starts, size = [0], 0
        for n, pair in enumerate(self.pairs):
            size += sum(part.end - part.start for part in pair if part)
            if size > LEAF and pair[0] and n > starts[-1]:
                starts.append(n)
                size = sum(part.end - part.start for part in pair if part)
        return starts

    @cached_property
    def leaves(self) -> list[tuple[int, int]]:
        return list(zip(self.starts, [*self.starts[1:], len(self.pairs)], strict=True))

    @cached_property
    def leaf(self) -> int:
        begin = self.left.begin
        row = next((n for n, (one, _) in enumerate(self.pairs) if one and begin < one.end), 0)
        return leaf_of(self.leaves, row)

    @property
    def number(self) -> int:
        return self.leaf + 1

    @property
    def both(self) -> list[Reading]:
        return [self.left, self.right]

    @cached_property
    def rows(self) -> list[tuple[Cell, Cell]]:
        return [
            (
                self.cell(self.left, one, self.left_marks),
                self.cell(self.right, other, self.right_marks),
            )
            for one, other in self.pairs[slice(*self.leaves[self.leaf])]
        ]

    def cell(self, reading: Reading, part: Part | None, marks: Marks) -> Cell:
        if part is None:
            return Cell(reading, None)
        shown = [
            Shown(
                marks.span(block.start, block.end),
                block.level,
                block.anchor and marks.prefix + block.anchor,
            )
            for block in reading.blocks_of[part.anchor]
        ]
        return Cell(reading, shown)

    @cached_property
    def left_marks(self) -> Marks:
        return self.marks(self.left, 0, self.left.begin)

    @cached_property
    def right_marks(self) -> Marks:
        return self.marks(self.right, 1, prefix=PREFIX)

    def marks(self, reading: Reading, side: int, begin: int = 0, prefix: str = "") -> Marks:
        """Of what stands on this leaf."""
        here = [p[side] for p in self.pairs[slice(*self.leaves[self.leaf])] if p[side]]
        start, end = (here[0].start, here[-1].end) if here else (0, 0)
        return Marks(reading.words.text, reading.places, start, end, begin, prefix)

    @property
    def sought(self) -> list[Sought]:
        """What was found in each of the two: a word is mostly of one language only."""
        return [
            self.sought_in(self.left, 0, self.left_marks),
            self.sought_in(self.right, 1, self.right_marks),
        ]

    def sought_in(self, reading: Reading, side: int, marks: Marks) -> Sought:
        places = reading.places
        if not places or len(marks):
            link = f"#{marks.first_anchor}" if len(marks) else ""
            return Sought(reading, len(places), link, is_here=True)
        turn = self.turn(self.leaf_at(side, places[0][0]))
        address = turn.link.removesuffix("#text") if turn else ""
        return Sought(reading, len(places), f"{address}#{marks.anchor(0)}", is_here=False)

    def leaf_at(self, side: int, at: int) -> int:
        """The leaf on which a character of one of the texts stands."""
        row = next((n for n, pair in enumerate(self.pairs) if (p := pair[side]) and at < p.end), 0)
        return leaf_of(self.leaves, row)

    def turn(self, leaf: int) -> Turn | None:
        if not 0 <= leaf < len(self.leaves):
            return None
        first = self.pairs[self.leaves[leaf][0]][0]
        anchor = first.anchor if first and leaf else None
        return Turn(leaf + 1, self.left.query(**{"from": anchor}) + "#text")

    @property
    def before(self) -> Turn | None:
        return self.turn(self.leaf - 1)

    @property
    def after(self) -> Turn | None:
        return self.turn(self.leaf + 1)
