"""What the XML of a sheet tells before its rows are read, and openpyxl does not when it streams."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import IO

from openpyxl.utils.cell import range_boundaries

from agreements.texts.formats.problem import Refused

from .records import Record
from .streams import chunks

MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
HIDDEN = re.compile(rb'<(?:\w+:)?row\s[^<>]*?\bhidden="(?:1|true)"')
NO_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
MOST = 50_000
LONGEST_TAG = 10_000


@dataclass(frozen=True)
class Merge:
    """Columns and rows from 1, the last ones included."""

    ref: str
    column: int
    row: int
    last_column: int
    last_row: int

    @property
    def width(self) -> int:
        return self.last_column - self.column + 1


@dataclass
class Told:
    merges: list[Merge] = field(default_factory=list)
    hidden: int = 0
    without_value: int = 0


def scan(file: IO[bytes]) -> Told:
    found = Told()
    for body in pieces(file):
        found.hidden += len(HIDDEN.findall(body))
        found.without_value += len(NO_VALUE.findall(body))
        found.merges += [merge(ref.decode()) for ref in MERGED.findall(body)]
        if len(found.merges) > MOST:
            raise Refused("too_many_merges", limit=MOST)
    found.merges.sort(key=lambda each: (each.row, each.column))
    return found


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The file, cut behind a cell or before a merge: nothing that is sought is cut in two."""
    rest = b""
    for chunk in chunks(file):
        body = rest + chunk
        place = max(body.rfind(b"c>") + 2, body.rfind(b"<mergeCell"), len(body) - LONGEST_TAG)
        yield body[:place]
        rest = body[place:]
    yield rest


def merge(ref: str) -> Merge:
    column, row, last_column, last_row = range_boundaries(ref)
    return Merge(ref, column, row, last_column, last_row)


def spread(records: Iterable[Record], merges: Iterable[Merge]) -> Iterator[Record]:
    """A merged cell speaks for all its cells; a row without any other value stays blank."""
    starting = defaultdict(list)
    for each in merges:
        starting[each.row].append(each)
    going: list[tuple[Merge, str]] = []
    for record in records:
        going = [(each, value) for each, value in going if each.last_row >= record.number]
        going += [(each, at(record.cells, each.column)) for each in starting.get(record.number, ())]
        yield filled(record, going) if going and not record.is_blank else record


def at(cells: Sequence[str], column: int) -> str:
    return cells[column - 1] if column <= len(cells) else ""


def filled(record: Record, going: Iterable[tuple[Merge, str]]) -> Record:
    cells = [*record.cells]
    for each, value in going:
        if value:
            cells += [""] * (each.last_column - len(cells))
            span = slice(each.column - 1, each.last_column)
            cells[span] = [value] * len(cells[span])
    return replace(record, cells=cells)
