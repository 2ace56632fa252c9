"""How large a file may be, and what its reading may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Of the file: bytes, pages, points of a side of a page, pixels of an image, characters in all.

    Of the program that reads it: bytes of its answers, of memory, seconds of the processor, seconds
    by the clock.
    """

    bytes: int = 200 * MEGABYTE
    pages: int = 5_000
    side: int = 14_400
    pixels: int = 100_000_000
    characters: int = 20_000_000
    entries: int = 5_000
    unpacked: int = 500 * MEGABYTE
    output: int = 256 * MEGABYTE
    memory: int = 1024 * MEGABYTE
    processor: int = 120
    clock: int = 240
