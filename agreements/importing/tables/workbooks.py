"""XLSX: a sheet of a workbook, row by row as a person sees it.

A merged cell speaks for all its cells, down and to the right: a clerk who merges "Tajikistan" over
ten rows means ten. But one over more than half of the columns, alone in its row, is a heading
within the table, and the row has a problem. A formula is the value that the spreadsheet program
last saw; hidden rows are read like others, with a remark.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from agreements.texts.formats import packages
from agreements.texts.formats.problem import Problem, Refused

from . import cells, headers, merges
from .found import Found, Row
from .limits import Limits
from .records import Record, fitted

STRICT = b"http://purl.oclc.org/ooxml/"
LAST_ROW = 1_048_576
SHARED = "xl/sharedstrings.xml"
LONGEST_SHARED = 128 * 1024 * 1024  # all words of a workbook lie in memory


def examine(path: Path, limits: Limits, is_packed: bool, given: dict[str, Any]) -> Found:
    with opened(path, limits) as workbook:
        name, others = choose(workbook, given["sheet"])
        told = scan(path, workbook[name])
        header = headers.choose(records(workbook[name]), given["header_row"])
        spread = merges.spread(records(workbook[name]), told.merges)
        cells = next(record.cells for record in spread if record.number == header.number)
        columns, remarks = headers.read(replace(header, cells=cells), limits)
        found = Found(
            "xlsx",
            path.stat().st_size,
            columns,
            header_row=header.number,
            sheets=tuple(sheet.title for sheet in workbook.worksheets),
            sheet=name,
            epoch=1904 if workbook.epoch == MAC_EPOCH else 1900,
        )
        sample = tuple(islice(read(workbook[name], told, found, limits), headers.SAMPLE))
    remarks = (*others, *of_sheet(told), *remarks, *(() if sample else (Problem("no_rows"),)))
    return replace(found, sample=sample, remarks=remarks)


def rows(path: Path, limits: Limits, found: Found) -> Iterator[Row]:
    with opened(path, limits) as workbook:
        sheet = workbook[found.sheet]
        yield from read(sheet, scan(path, sheet), found, limits)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Workbook]:
    """Nothing is unpacked before the sizes are known, nothing parsed that defines entities."""
    check(path, limits)
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # By its path, openpyxl would mind the ending of the name.
            yield openpyxl.load_workbook(file, read_only=True, data_only=True)
    except (Refused, MemoryError):
        raise
    except Exception as error:  # it raises whatever comes up where a file isn't what it should be
        raise Refused("broken_package") from error


def check(path: Path, limits: Limits) -> None:
    with packages.opened(path) as archive:
        packages.check_entries(archive, path.stat().st_size, limits)
        for entry in archive.infolist():
            if entry.filename.lower() == SHARED and entry.file_size > LONGEST_SHARED:
                raise Refused("unpacks_to_much")
        packages.check_contents(archive, limits)
        if "xl/workbook.xml" in archive.NameToInfo:
            with archive.open("xl/workbook.xml") as file:
                if STRICT in file.read(packages.SMALL):
                    raise Refused("strict_workbook")


def choose(workbook: Workbook, given: str | None) -> tuple[str, list[Problem]]:
    """By default the first sheet that is not hidden and has a value."""
    names = [sheet.title for sheet in workbook.worksheets]
    if given is not None:
        if given not in names:
            raise Refused("no_such_sheet", sheet=given[:100])
        return given, []
    shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    written = [sheet.title for sheet in shown if has_value(sheet)]
    if not written:
        raise Refused("empty")
    others = [Problem("other_sheets", {"sheet": written[0], "count": len(written) - 1})]
    return written[0], others if written[1:] else []


def has_value(sheet: ReadOnlyWorksheet) -> bool:
    return any(not record.is_blank for record in records(sheet))


def scan(path: Path, sheet: ReadOnlyWorksheet) -> merges.Told:
    with packages.opened(path) as archive, archive.open(sheet._worksheet_path) as file:
        return merges.scan(file)


def of_sheet(told: merges.Told) -> Iterator[Problem]:
    if told.merges:
        values = {"count": len(told.merges), "first": told.merges[0].ref}
        yield Problem("merged_cells", values)
    if told.hidden:
        yield Problem("hidden_rows", {"count": told.hidden})
    if told.without_value:
        yield Problem("formulas_without_value", {"count": told.without_value})


def read(
    sheet: ReadOnlyWorksheet, told: merges.Told, found: Found, limits: Limits
) -> Iterator[Row]:
    width = len(found.columns)
    within = [replace(each, last_column=min(each.last_column, width)) for each in told.merges]
    wide = {each.row: each for each in within if each.width * 2 > width > 1}
    whole = (padded(record, width, wide) for record in records(sheet))
    below = (each for each in merges.spread(whole, within) if each.number > found.header_row)
    return fitted(below, found.columns, limits)


def padded(record: Record, width: int, wide: dict[int, merges.Merge]) -> Record:
    """A sheet keeps no empty cells at a row's end."""
    cells = [*record.cells, *[""] * (width - len(record.cells))]
    merge = wide.get(record.number)
    is_heading = merge is not None and record.filled == 1
    more = (Problem("merged_across", {"cells": merge.ref}),) if is_heading else ()
    return replace(record, cells=cells, problems=(*record.problems, *more))


def records(sheet: ReadOnlyWorksheet) -> Iterator[Record]:
    """Each row up to the last in the file, whatever the sheet says how far it goes."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > LAST_ROW:
            raise Refused("broken_package")
        problems: list[Problem] = []
        texts = [text(cell, problems) for cell in row]
        yield Record(number, texts, tuple(problems))


def text(cell: Any, problems: list[Problem]) -> str:
    value = cell.value
    if value is None or (isinstance(value, str) and cell.data_type == "s" and "_x" not in value):
        return value or ""
    if cell.data_type == "e":
        problems.append(Problem("cell_error", {"cell": cell.coordinate, "error": str(value)}))
        return str(value)
    if isinstance(value, time) and cells.is_day(cell.number_format):
        problems.append(Problem("no_such_day", {"cell": cell.coordinate}))
    return cells.shown(value, cell.number_format)
