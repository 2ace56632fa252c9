"""A workbook: a sheet for each table, all cells text or whole numbers, nothing that is run."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES, ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from .export import Export
from .flat import cell
from .tables import write_about, write_tables

LONGEST = 32_767  # of a cell, in units of UTF-16
MOST_ROWS = 1_048_576  # of a sheet
# What openpyxl lets through; and what Excel would read as a character: _x000D_.
UNFIT = re.compile("[\ufffe\uffff\ud800-\udfff]|" + ILLEGAL_CHARACTERS_RE.pattern)
LIKE_A_CHARACTER = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
CHUNK = 1 << 16


def workbook(export: Export) -> Iterator[bytes]:
    """It is whole on disk before the first byte leaves."""
    sheets = Sheets()
    for _number in write_tables(export, sheets):
        pass
    remarks = (*export.about.remarks, *sheets.remarks)
    write_about(sheets, replace(export.about, remarks=remarks))
    with tempfile.TemporaryFile() as file:
        sheets.book.save(file)
        file.seek(0)
        yield from iter(partial(file.read, CHUNK), b"")


class Sheets:
    """Rows go to disk as they come."""

    def __init__(self) -> None:
        self.book = Workbook(write_only=True)
        self.sheets: dict[str, WriteOnlyWorksheet] = {}
        self.heads: dict[str, list[str]] = {}
        self.rows: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()

    def begin(self, name: str, head: list[str]) -> None:
        sheet = self.book.create_sheet(name)
        sheet.freeze_panes = "A2"
        cells = [WriteOnlyCell(sheet, word) for word in head]
        for one in cells:
            one.font = Font(bold=True)
            one.data_type = "s"
        sheet.append(cells)
        self.sheets[name], self.heads[name], self.rows[name] = sheet, head, 1

    def write(self, name: str, row: list[Any]) -> None:
        self.rows[name] += 1
        if self.rows[name] <= MOST_ROWS:
            self.sheets[name].append([self.fit(name, n, value) for n, value in enumerate(row)])

    def fit(self, name: str, column: int, value: Any) -> Any:
        """The value as a cell holds it."""
        if value is None or value == "" or (type(value) in (int, float)):
            return None if value == "" else value
        text = LIKE_A_CHARACTER.sub("_x005F_", UNFIT.sub("", cell(value)))
        if len(text) > LONGEST // 2 and too_long(text):
            self.cut[f"{name}.{self.heads[name][column]}"] += 1
            text = shortened(text)
        if text.startswith("=") or text in ERROR_CODES:
            fit = WriteOnlyCell(self.sheets[name], text)
            fit.data_type = "s"
            return fit
        return text

    @property
    def remarks(self) -> Iterator[str]:
        """What the sheets could not hold."""
        for column, number in self.cut.items():
            yield f"Cells cut after {LONGEST:,} characters in {column}: {number}. JSON has all."
        for name, number in self.rows.items():
            if number > MOST_ROWS:
                yield f"Rows left out of {name}: {number - MOST_ROWS}. The ZIP of CSV has all."


def too_long(text: str) -> bool:
    return len(text.encode("utf-16-le")) > 2 * LONGEST


def shortened(text: str) -> str:
    return text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", errors="ignore")
