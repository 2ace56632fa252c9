"""What is written while it is sent, long after the view has ended."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator

from django.utils import translation

# In a process, whose other threads go on with pages meanwhile.
AT_ONCE = 2
PLACES = threading.BoundedSemaphore(AT_ONCE)
CHUNK = 1 << 16


class Busy(Exception):
    """All places are taken."""


class Stream:
    """Gathers chunks to some size. It writes in the language that the view was read in, whichever
    thread the server sends it from, and gives its place back when it is closed, or forgotten."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        if not PLACES.acquire(blocking=False):
            raise Busy
        self.leave = weakref.finalize(self, PLACES.release)
        self.chunks = chunks
        self.language = translation.get_language()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        gathered, size = [], 0
        with translation.override(self.language):
            for chunk in self.chunks:
                gathered.append(chunk)
                size += len(chunk)
                if size >= CHUNK:
                    break
        if not size:
            raise StopIteration
        return b"".join(gathered)

    def close(self) -> None:
        close = getattr(self.chunks, "close", None)
        if close:
            close()
        self.leave()
