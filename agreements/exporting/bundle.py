"""A ZIP with a CSV file for each table, the code book, and what the export says of itself."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from typing import IO, Any

from .delimited import BOM, Lines
from .export import Export
from .shape import WIDE
from .tables import write_tables

CHUNK = 1 << 16


def bundle(export: Export) -> Iterator[bytes]:
    """The first file leaves while the others are written on disk, each of which is then added."""
    with ExitStack() as opened:
        out = Pipe()
        archive = opened.enter_context(zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED))
        time = export.about.made_at.timetuple()[:6]
        files = Files(opened, bom=BOM if export.bom else b"")
        with archive.open(entry(f"{WIDE.name}.csv", time), "w", force_zip64=True) as first:
            for _number in write_tables(export, files):
                first.write(files.taken())
                yield out.taken()
            first.write(files.taken())
        for name, file in files.files.items():
            file.seek(0)
            with archive.open(entry(f"{name}.csv", time), "w", force_zip64=True) as one:
                for chunk in iter(partial(file.read, CHUNK), b""):
                    one.write(chunk)
                    yield out.taken()
        about = json.dumps(export.about.plain, ensure_ascii=False, indent=2)
        archive.writestr(entry("about.json", time), f"{about}\n")
        archive.close()
        yield out.taken()


def entry(name: str, time: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name.replace(" ", "-"), time)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class Pipe:
    """Takes what a ZIP writes from one end to the other."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        parts, self.parts = self.parts, []
        return b"".join(parts)


class Files:
    """Tables as CSV: that of the documents in memory until it is passed on, the others on disk."""

    def __init__(self, opened: ExitStack, bom: bytes) -> None:
        self.opened, self.bom = opened, bom
        self.lines = Lines()
        self.first: list[bytes] = []
        self.files: dict[str, IO[bytes]] = {}

    def begin(self, name: str, head: list[str]) -> None:
        if name != WIDE.name:
            file = self.opened.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
            self.files[name] = file
        self.put(name, self.bom + self.lines.of([head]))

    def write(self, name: str, row: list[Any]) -> None:
        self.put(name, self.lines.of([row]))

    def put(self, name: str, line: bytes) -> None:
        if name == WIDE.name:
            self.first.append(line)
        else:
            self.files[name].write(line)

    def taken(self) -> bytes:
        """Of the documents, what was written since."""
        lines, self.first = self.first, []
        return b"".join(lines)
