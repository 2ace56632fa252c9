"""Which row names the columns, and what their names are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from openpyxl.utils import get_column_letter

from agreements.texts.formats.problem import Problem, Refused

from .limits import Limits
from .records import Record

SAMPLE = 20
LONGEST_NAME = 200
# A number, a date or an address names no column.
DATUM = re.compile(r"[-+\d][\d.,:/ T-]*|https?://.*", re.IGNORECASE)


def choose(records: Iterable[Record], chosen: int | None) -> Record:
    """By default the first row that fills more than half of the cells that the fullest one fills.

    It is looked for among the first rows. What stands above it, as a heading over the table, is
    passed over with a remark.
    """
    written = (record for record in records if not record.is_blank)
    return pick(written, chosen) if chosen else likeliest([*islice(written, SAMPLE)])


def read(record: Record, limits: Limits) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The names of the columns, and remarks."""
    if record.width > limits.columns:
        raise Refused("too_many_columns", limit=limits.columns)
    cells = [tidy(cell) for cell in record.cells[: record.width]]
    columns, remarks = name(cells)
    return columns, (*record.problems, *doubts(record, cells), *remarks)


def pick(records: Iterable[Record], number: int) -> Record:
    record = next((record for record in records if record.number >= number), None)
    if record is None or record.number != number or not record.width:
        raise Refused("no_such_row", row=number)
    return record


def likeliest(records: Sequence[Record]) -> Record:
    fullest = max((record.filled for record in records), default=0)
    record = next((record for record in records if record.filled * 2 > fullest), None)
    if record is None or not any(map(str.isalpha, "".join(record.cells))):
        raise Refused("no_header")
    above = (Problem("header_below", {"row": record.number}),) if record != records[0] else ()
    return replace(record, problems=(*record.problems, *above))


def doubts(record: Record, cells: Sequence[str]) -> Iterable[Problem]:
    if datum := next(filter(DATUM.fullmatch, cells), None):
        yield Problem("header_like_data", {"row": record.number, "cell": datum})


def tidy(cell: str) -> str:
    return " ".join(cell.split())[:LONGEST_NAME].strip()


def name(cells: Sequence[str]) -> tuple[tuple[str, ...], list[Problem]]:
    """The first of several columns of one name keeps it, the next is "name (2)" and so on.

    One without a name is called by its letter in Excel: "column C".
    """
    columns: list[str] = []
    remarks = []
    taken = set(cells)
    for number, cell in enumerate(cells, 1):
        letter = get_column_letter(number)
        column = cell
        if not cell:
            column = another(f"column {letter}", taken)
            remarks.append(Problem("unnamed_column", {"letter": letter, "name": column}))
        elif cell in columns:
            column = another(cell, taken)
            remarks.append(
                Problem("repeated_column", {"letter": letter, "column": cell, "name": column})
            )
        taken.add(column)
        columns.append(column)
    return tuple(columns), remarks


def another(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
