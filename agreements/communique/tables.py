"""Tables that a page has flattened: "1 | Agreement on visas | Ministry A | Ministry B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from .bodies import Body, Parties, body
from .instruments import Instrument, instruments
from .layout import Block
from .phrases import parse_parties
from .proposal import Person, Span
from .reading import Reading
from .script import trimmed
from .signatories import person
from .titles import is_person, title_of

if TYPE_CHECKING:
    from .documents import Gathering

BAR = re.compile(r" ?\| ?|\t+")
FEWEST = 2


@dataclass(frozen=True)
class Row:
    """A document in a line of cells. ``parties``: cells behind the title, with their states."""

    instrument: Instrument
    title: Span
    parties: tuple[tuple[Span, str | None], ...]


def rows(reading: Reading, blocks: list[Block]) -> dict[int, Row | None]:
    """By the number of its block, every line of a table; None for the heads of its columns."""
    found: dict[int, Row | None] = {}
    heading, at = [], -1
    for number, block in enumerate(blocks):
        cells = cells_of(reading, block.span)
        if len(cells) < FEWEST:
            heading, at = [], -1
        elif row := row_of(reading, cells, heading):
            found[number] = row
            if heading:
                found[at] = None
        else:
            heading, at = cells, number
    return found


def cells_of(reading: Reading, span: Span) -> list[Span]:
    bars = [match.span() for match in BAR.finditer(reading.text, span.start, span.end)]
    ends = [(span.start, span.start), *bars, (span.end, span.end)]
    cells = [trimmed(reading.text, a[1], b[0]) for a, b in pairwise(ends)]
    return cells if bars else []


def row_of(reading: Reading, cells: list[Span], heading: list[Span]) -> Row | None:
    for number, cell in enumerate(cells):
        if one := begins_with(reading, cell):
            behind = range(number + 1, len(cells))
            parties = tuple((cells[n], state_of(reading, heading, n, cells)) for n in behind)
            return Row(one, cell, parties) if parties else None
    return None


def begins_with(reading: Reading, cell: Span) -> Instrument | None:
    found = instruments(reading, cell.start, cell.end)
    is_first = found and found[0].start - cell.start <= 2 and not found[0].is_plural
    return found[0] if is_first and not found[0].is_paper else None


def state_of(reading: Reading, heading: list[Span], number: int, cells: list[Span]) -> str | None:
    """The state that the head of the column names: "Thai party"."""
    if len(heading) != len(cells):
        return None
    named = reading.mentions_in(heading[number].start, heading[number].end)
    return named[0].state if named else None


def add_row(gathering: Gathering, row: Row, span: Span) -> None:
    reading = gathering.reading
    title = title_of(reading, row.instrument, row.title.end, in_item=True)
    found = title.parties or parties_of(reading, row)
    draft = gathering.add(row.instrument, title.span, found, span)
    draft.is_item = True
    draft.signatories = tuple(people_of(reading, row))


def people_of(reading: Reading, row: Row) -> Iterator[Person]:
    """As in a column "Signed for Thailand by": a name and an office."""
    for cell, state in row.parties:
        if is_person(reading, cell) and (one := person(reading, cell)):
            yield one if one.state else replace(one, state=state)


def parties_of(reading: Reading, row: Row) -> Parties | None:
    """A body in each cell; or both in one."""
    bodies = [one for cell, state in row.parties if (one := body_in(reading, cell, state))]
    if len(bodies) > 1:
        span = Span(bodies[0].span.start, bodies[-1].span.end)
        return Parties(tuple(bodies), span, sum(one.score for one in bodies))
    for cell, _ in row.parties:
        if is_person(reading, cell):
            continue
        if found := parse_parties(reading, cell.start, cell.end):
            return found
    return None


def body_in(reading: Reading, cell: Span, state: str | None) -> Body | None:
    one = None if is_person(reading, cell) else body(reading, cell.start, cell.end)
    if one is None or not (one.has_head or one.is_state or state):
        return None
    return one if one.state else replace(one, state=state)
