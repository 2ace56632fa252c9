"""The bytes of a file, unpacked where it is packed, and its lines."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.problem import Problem, Refused

from .limits import Limits

HEAD = 256 * 1024
ENDS = ("\n", "\r")
MARK = "\ufeff"
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Line:
    """With its end; without what no table has, which is told."""

    number: int
    text: str
    problems: tuple[Problem, ...] = ()


class Bounded(io.RawIOBase):
    """As many bytes as a file may have when it is unpacked, and not one more."""

    def __init__(self, file: IO[bytes], limit: int) -> None:
        self.file, self.limit, self.count = file, limit, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        body = self.file.read(len(buffer))
        self.count += len(body)
        if self.count > self.limit:
            raise Refused("unpacks_to_much")
        buffer[: len(body)] = body
        return len(body)


@contextmanager
def opened(path: Path, limits: Limits, is_packed: bool) -> Iterator[IO[bytes]]:
    if not is_packed:
        with path.open("rb") as file:
            yield file
        return
    try:
        with gzip.open(path) as file, io.BufferedReader(Bounded(file, limits.unpacked)) as bounded:
            yield bounded
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise Refused("broken_gzip") from error


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: file.read(MEGABYTE), b"")


def lines(file: IO[bytes], encoding: str, limits: Limits) -> Iterator[Line]:
    """What is too long is cut, and told."""
    stream = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    number = 0
    while text := stream.readline(limits.line):
        number += 1
        text = text.removeprefix(MARK) if number == 1 else text
        found = []
        if len(text) >= limits.line and not text.endswith(ENDS):
            found.append(Problem("long_line", {"limit": limits.line}))
            skip_line(stream, limits.line)
        if "\0" in text:
            found.append(Problem("nul_bytes"))
        if UNREADABLE in text:
            found.append(Problem("unreadable_letters", {"encoding": encoding}))
        yield Line(number, text.replace("\0", ""), tuple(found))


def skip_line(stream: IO[str], length: int) -> None:
    while (more := stream.readline(length)) and not more.endswith(ENDS):
        pass
