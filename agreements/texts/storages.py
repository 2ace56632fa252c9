"""Where originals are kept: in a folder, or (see ``s3``) in a bucket. Both give parts of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Protocol

from django.core.files.storage import FileSystemStorage

PIECE = 1 << 18  # bytes


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class Stretch:
    """The next bytes of an open stream, in pieces. ``whole`` is the size of all that is stored.

    Whoever has it closes it. A read may raise OSError.
    """

    def __init__(self, stream: Readable, length: int | None, whole: int) -> None:
        self.stream = stream
        self.left = sys.maxsize if length is None else length
        self.whole = whole

    def __iter__(self) -> Iterator[bytes]:
        while self.left and (piece := self.stream.read(min(self.left, PIECE))):
            self.left -= len(piece)
            yield piece

    def close(self) -> None:
        self.stream.close()


class Folder(FileSystemStorage):
    """A folder of this machine."""

    def stretch(self, name: str, start: int = 0, length: int | None = None) -> Stretch:
        """So many bytes from ``start``, or all that follow. Raises OSError."""
        stream = open(self.path(name), "rb")  # noqa: SIM115 - closed by whoever reads
        stream.seek(start)
        return Stretch(stream, length, os.fstat(stream.fileno()).st_size)
