"""What lies between two ends of a row, before and after it is fitted to the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agreements.texts.formats.problem import Problem

from .found import Row
from .limits import Limits


@dataclass(frozen=True)
class Record:
    """``number`` as in ``Row``; as many cells as there are."""

    number: int
    cells: Sequence[str]
    problems: tuple[Problem, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not self.problems and not any(map(str.strip, self.cells))

    @property
    def filled(self) -> int:
        return sum(1 for cell in self.cells if cell.strip())

    @property
    def width(self) -> int:
        """Up to the last cell that is not blank."""
        cells = self.cells
        return next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)


def fitted(records: Iterable[Record], columns: Sequence[str], limits: Limits) -> Iterator[Row]:
    for record in records:
        if not record.is_blank:
            yield fit(record, columns, limits)


def fit(record: Record, columns: Sequence[str], limits: Limits) -> Row:
    found = [*record.problems] or uneven(record, len(columns))
    cells = dict.fromkeys(columns, "") | dict(zip(columns, record.cells, strict=False))
    for column in [column for column in columns if len(cells[column]) > limits.cell]:
        cells[column] = cells[column][: limits.cell]
        found.append(Problem("long_cell", {"column": column, "limit": limits.cell}))
    return Row(record.number, cells, tuple(found))


def uneven(record: Record, columns: int) -> list[Problem]:
    """Blank cells too many are no harm: spreadsheets write them."""
    if record.width > columns:
        return [Problem("too_many_cells", {"cells": record.width, "columns": columns})]
    if len(record.cells) < columns:
        return [Problem("too_few_cells", {"cells": len(record.cells), "columns": columns})]
    return []
