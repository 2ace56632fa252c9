"""Dumps as they lie on disk: a folder for each, named by its day, which is there whole or not."""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([1-9][0-9]{0,3}))?")
HIDDEN = ".half-"  # of what is being written, or removed
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".gz": "application/gzip",
    ".json": "application/json",
    ".sqlite": "application/vnd.sqlite3",
}
PLAIN = "text/plain; charset=utf-8"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class DumpFile:
    """``rows`` is None where it is no table."""

    name: str
    size: int
    sha256: str
    media_type: str
    rows: int | None = None


@dataclass(frozen=True)
class Dump:
    path: Path

    @property
    def name(self) -> str:
        """``2026-11-27``; further ones of that day end in ``-2``, ``-3``."""
        return self.path.name

    @property
    def day(self) -> str:
        return self.order[0]

    @property
    def order(self) -> tuple[str, int]:
        found = NAME.fullmatch(self.name)
        return found[1], int(found[2] or 1)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Raises OSError or ValueError where somebody spoiled it."""
        return json.loads((self.path / MANIFEST).read_bytes())

    @property
    def made_at(self) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self.manifest["made_at"])

    @property
    def withheld(self) -> set[str]:
        return set(self.manifest["withheld"])

    @property
    def rows(self) -> dict[str, int]:
        return self.manifest["rows"]

    @cached_property
    def files(self) -> list[DumpFile]:
        """With the two that can't tell of themselves at the end."""
        return [DumpFile(**file) for file in self.manifest["files"]] + [
            described(self.path / name) for name in (MANIFEST, SUMS)
        ]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    def file(self, name: str) -> DumpFile | None:
        return next((file for file in self.files if file.name == name), None)


def find(root: Path, name: str) -> Dump | None:
    """Raises nothing, whatever is asked for."""
    dump = Dump(root / name)
    return dump if NAME.fullmatch(name) and dump.path.is_dir() and is_sound(dump) else None


def dumps(root: Path) -> list[Dump]:
    """The newest first. None where there is no such folder yet."""
    try:
        paths = [path for path in root.iterdir() if NAME.fullmatch(path.name)]
    except FileNotFoundError:
        return []
    found = [dump for dump in map(Dump, paths) if is_sound(dump)]
    return sorted(found, key=lambda dump: dump.order, reverse=True)


def is_sound(dump: Dump) -> bool:
    """Whether it can be told of: somebody may have put something else there."""
    try:
        return bool(dump.made_at and dump.rows and dump.files) and dump.withheld is not None
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.error("%s is no dump: %s", dump.path, error)
        return False


def described(path: Path, rows: int | None = None) -> DumpFile:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = os.fstat(file.fileno()).st_size
    return DumpFile(path.name, size, sha256, TYPES.get(path.suffix, PLAIN), rows)


# Writing and removing --------------------------------------------------------------------------


@contextmanager
def new(root: Path, name: str) -> Iterator[Path]:
    """A folder to write into. Where all went well it gets its name, as the last act."""
    sweep(root)
    hidden = root / f"{HIDDEN}{name}"
    try:
        hidden.mkdir()
        yield hidden
        for path in hidden.iterdir():
            flush(path)
        flush(hidden)
        hidden.rename(root / name)
        flush(root)
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


def sweep(root: Path) -> None:
    """Remove what those left that were killed."""
    for path in root.glob(f"{HIDDEN}*"):
        shutil.rmtree(path)


def free_name(root: Path, day: datetime.date) -> str:
    """What was fetched from an address stays what it was: nothing is written in its place."""
    taken = [NAME.fullmatch(path.name) for path in root.iterdir()]
    numbers = [int(found[2] or 1) for found in taken if found and found[1] == day.isoformat()]
    return f"{day}-{max(numbers) + 1}" if numbers else f"{day}"


def flush(path: Path) -> None:
    """Onto the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def remove(dump: Dump) -> None:
    """It is gone at once, however long its files take."""
    hidden = dump.path.with_name(f"{HIDDEN}{dump.name}")
    dump.path.rename(hidden)
    shutil.rmtree(hidden)


def too_old(found: list[Dump], keep: int) -> list[Dump]:
    """All but the newest, and the first of each month. ``found`` has the newest first."""
    first = {dump.day[:7]: dump for dump in found}  # the last one written stays
    return [dump for dump in found[keep:] if dump is not first[dump.day[:7]]]
