"""Reads tables of strangers: what they are, and their rows.

Each call starts a program of its own with little memory and time (``reader.py``), so that a file
made to harm harms that program only. Nothing of the file is read in this process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from agreements.texts.formats.guard import run
from agreements.texts.formats.problem import Refused

from .found import Found, Row, problems
from .limits import Limits

PROGRAM = "agreements.importing.tables.reader"
# With lxml, openpyxl does without defusedxml.
SAFE = {"OPENPYXL_LXML": "False"}


def examine(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    limits: Limits | None = None,
) -> Found:
    """What the table at ``path`` is, by its content; or ``Refused``.

    What is given is not guessed: ``header_row`` is counted as ``Row.number``.
    """
    limits = limits or Limits()
    size = Path(path).stat().st_size
    if size == 0:
        raise Refused("empty")
    if size > limits.bytes:
        raise Refused("too_large", limit=limits.bytes)
    given = {
        "encoding": encoding,
        "delimiter": delimiter,
        "sheet": sheet,
        "header_row": header_row,
    }
    job = {"path": os.fspath(path), "given": given}
    return Found.from_json(next(run("examine", job, limits, program=PROGRAM, more=SAFE)))


def rows(path: str | os.PathLike[str], found: Found, limits: Limits | None = None) -> Iterator[Row]:
    """Every row that is not blank, in the order of the file.

    Raises ``Refused``, perhaps behind some rows that could be read.
    """
    known = replace(found, sample=(), remarks=()).as_json()
    job = {"path": os.fspath(path), "found": known}
    for line in run("rows", job, limits or Limits(), program=PROGRAM, more=SAFE):
        cells = dict(zip(found.columns, line["cells"], strict=True))
        yield Row(line["number"], cells, problems(line["problems"]))
