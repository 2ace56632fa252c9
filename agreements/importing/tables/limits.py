"""How large a table may be, and what its reading may cost."""

from __future__ import annotations

from dataclasses import dataclass

from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.limits import Limits as OfFiles


@dataclass(frozen=True)
class Limits(OfFiles):
    """Of the table: rows, columns, characters of a cell and of a line."""

    bytes: int = 100 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    rows: int = 250_000
    columns: int = 500
    cell: int = 1_000_000
    line: int = 4_000_000
    output: int = 512 * MEGABYTE
    memory: int = 768 * MEGABYTE
    processor: int = 300
    clock: int = 600
