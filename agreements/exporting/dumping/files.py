"""The other files of a dump: a CSV file for each table, whole records one a line."""

from __future__ import annotations

import gzip
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from agreements.exporting.delimited import Lines
from agreements.exporting.objects import written
from agreements.exporting.records import Record


class CsvFiles:
    def __init__(self, opened: ExitStack, folder: Path) -> None:
        self.opened, self.folder = opened, folder
        self.lines = Lines()
        self.files: dict[str, IO[bytes]] = {}

    def begin(self, name: str, head: list[str]) -> None:
        file = (self.folder / f"{name.replace(' ', '-')}.csv").open("xb")
        self.files[name] = self.opened.enter_context(file)
        self.write(name, head)

    def write(self, name: str, row: list[Any]) -> None:
        self.files[name].write(self.lines.of([row]))


class JsonLines:
    """Packed; the same records give the same bytes, whenever that is."""

    def __init__(self, opened: ExitStack, path: Path) -> None:
        plain = opened.enter_context(path.open("xb"))
        packed = gzip.GzipFile(filename="", mode="wb", fileobj=plain, compresslevel=6, mtime=0)
        self.file = opened.enter_context(packed)

    def write(self, record: Record) -> None:
        self.file.write(f"{written(record)}\n".encode())
