"""CSV as RFC 4180 has it, in UTF-8, with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from typing import Any

from .flat import cell
from .formulas import encode

BOM = codecs.BOM_UTF8


class Lines:
    """Turns rows into lines, many at a time."""

    def __init__(self) -> None:
        self.buffer = io.StringIO(newline="")
        self.writer = csv.writer(self.buffer)

    def of(self, rows: Iterable[Iterable[Any]]) -> bytes:
        self.writer.writerows([encode(cell(value)) for value in row] for row in rows)
        written = self.buffer.getvalue().encode()
        self.buffer.seek(0)
        self.buffer.truncate()
        return written


def lines(rows: Iterable[Iterable[Any]]) -> bytes:
    return Lines().of(rows)
