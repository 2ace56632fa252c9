"""What a list is a list of, and which item names which document."""

from __future__ import annotations

from dataclasses import replace

from . import last as last_reader
from .instruments import Instrument, instruments
from .layout import HEADING, Block
from .phrases import parse_parties
from .reading import Reading
from .titles import content

# Of a list, so many items are looked at to see what it is a list of.
MOST_LOOKED_AT = 60


def is_heading(reading: Reading, block: Block) -> bool:
    return len(block.sentences) == 1 and block.span.end - block.span.start < 120


def ends(reading: Reading, block: Block) -> bool:
    return reading.plain[block.span.end - 1] in ".!?:;。"


def introduces(reading: Reading, block: Block) -> bool:
    said = reading.plain[block.span.start : block.span.end].rstrip()
    return said.endswith((":", ":-", " –", "-")) or bool(
        reading.search("listing", block.span.start, block.span.end)
    )


def item_instrument(reading: Reading, block: Block) -> Instrument | None:
    found = [
        one for one in instruments(reading, block.span.start, block.span.end) if not one.is_again
    ]
    if not found:
        return None
    if reading.grammar.type_last:
        typed = [one for one in found if not one.is_paper]
        return typed[-1] if typed else found[-1]
    for one in found:
        before = reading.words(block.span.start, one.start)
        if len(before) <= 2 and not (
            one.is_paper and not content(reading, one.end, block.span.end)
        ):
            return one
    first = next((one for one in found if not one.is_paper), None)
    if first and (
        reading.search("between", block.span.start, first.start)
        or '"' in reading.plain[first.start - 1 : first.start]
        or reading.search("signing", block.span.start, first.start)
        or parse_parties(reading, block.span.start, first.start)
    ):
        return first
    return None


class Lists:
    """Which lists are of documents: each is looked at once."""

    def __init__(self, reading: Reading, blocks: list[Block]) -> None:
        self.reading = reading
        self.blocks = blocks
        self.known: dict[int, bool] = {}

    def is_of_documents(self, number: int) -> bool:
        """Most items of the block's list begin with a type, or its heading names documents."""
        if number not in self.known:
            first, last = self.ends_of(number)
            looked_at = self.blocks[first : min(last, first + MOST_LOOKED_AT - 1) + 1]
            typed = sum(bool(item_instrument(self.reading, item)) for item in looked_at)
            is_listed = self.is_list(first, typed, len(looked_at))
            self.known.update(dict.fromkeys(range(first, last + 1), is_listed))
        return self.known[number]

    def ends_of(self, number: int) -> tuple[int, int]:
        """The first and the last item of the list: neighbours with marks of one kind."""
        first = last = number
        while first > 0 and self.belongs(first - 1, number):
            first -= 1
        while last + 1 < len(self.blocks) and self.belongs(last + 1, number):
            last += 1
        return first, last

    def belongs(self, other: int, number: int) -> bool:
        block = self.blocks[other]
        return block.kind == "item" and block.marker == self.blocks[number].marker

    def is_list(self, first: int, typed: int, count: int) -> bool:
        heading = self.blocks[first - 1] if first else None
        goes_on = (
            first > 1
            and is_section(self.reading, self.blocks[first - 1])
            and self.blocks[first - 2].kind == "item"
        )
        if goes_on and typed == count and self.is_of_documents(first - 2):
            return True
        is_other = heading and is_heading(self.reading, heading) and not self.names(heading)
        return (typed * 3 >= count * 2 and count > 1) if is_other else typed * 2 >= count

    def names(self, heading: Block) -> bool:
        """Whether a heading speaks of documents or of signing."""
        start, end = heading.span.start, heading.span.end
        return bool(
            self.reading.grammar.type_pattern.search(self.reading.plain, start, end)
            or self.reading.search("papers", start, end)
            or self.reading.search("signing", start, end)
        )


def with_unmarked(reading: Reading, blocks: list[Block]) -> list[Block]:
    """Lines without a marker that begin with a type, one after another, are items too."""
    done: list[Block] = []
    for number, block in enumerate(blocks):
        is_item = block.kind == "paragraph" and is_unmarked_item(reading, blocks, number)
        done.append(replace(block, kind="item", marker="none") if is_item else block)
    return done


def is_unmarked_item(reading: Reading, blocks: list[Block], number: int) -> bool:
    block = blocks[number]
    if reading.grammar.type_last:
        return last_reader.is_unmarked_item(reading, blocks, number)
    end = before_brackets(reading, block)
    if not begins_with_type(reading, block):
        return False
    if len([sentence for sentence in block.sentences if sentence.start < end]) > 1:
        return False
    said = reading.plain[block.span.start : block.span.end].rstrip()
    before = blocks[number - 1] if number else None
    introduced = before is not None and (
        reading.plain[before.span.start : before.span.end].rstrip().endswith(":")
    )
    neighbours = [
        other
        for other in (number - 1, number + 1)
        if 0 <= other < len(blocks)
        and blocks[other].kind == "paragraph"
        and begins_with_type(reading, blocks[other])
    ]
    listed = before is not None and before.kind == "item"
    ends = said.endswith((";", ","))
    verbs = reading.search("was_signed", block.span.start, end) or (
        reading.grammar.verb_last and reading.search("signed", block.span.start, end)
    )
    return (
        ends or ((introduced or neighbours or listed) and not said.endswith(":") and not verbs)
    ) and bool(introduced or neighbours or listed)


def before_brackets(reading: Reading, block: Block) -> int:
    """Where "(signed by ...)" at the end of a line begins."""
    said = reading.plain[block.span.start : block.span.end].rstrip(" ;,.")
    opening = said.rfind("(") if said.endswith(")") else -1
    return block.span.start + opening if opening > 0 else block.span.end


def is_section(reading: Reading, block: Block) -> bool:
    """As in "B. Culture": the list before goes on under another heading."""
    return block.kind == "paragraph" and HEADING.match(reading.text, block.span.start) is not None


def begins_with_type(reading: Reading, block: Block) -> bool:
    found = instruments(reading, block.span.start, min(block.span.end, block.span.start + 160))
    typed = [one for one in found if not one.is_again and not one.is_paper]
    return bool(typed) and typed[0].start - block.span.start <= 2


def reading_noise(reading: Reading, block: Block) -> bool:
    """A line that leads to another story."""
    return reading.match("other_story", block.span.start, block.span.end) is not None
