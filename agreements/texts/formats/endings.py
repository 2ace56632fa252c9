"""Where a file ends by its own format, and whether something stands behind that, or in it.

A file that is two formats at once shows one thing to the clerk and another to a reader's program.
"""

from __future__ import annotations

import mmap
import re
import struct
from pathlib import Path

from . import recognising
from .problem import Problem, Refused

BLANK = b"\0\t\n\f\r "
LOOKED_AT = 1024
TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)[\s/>]", re.I)
LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)")
# A marker of JPEG within or behind packed points: not a stuffed byte, restart or filling.
MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.S)
ARCHIVE_END = b"PK\x05\x06"
LONGEST_ARCHIVE_END = 22 + 0xFFFF

Bytes = mmap.mmap


def check(path: Path, kind: str) -> list[Problem]:
    """Warnings; ``Refused`` where the file is cut off, or two formats in one."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as body:
        if kind in ("pdf", "jpeg", "png", "tiff") and holds_archive(body):
            raise Refused("two_formats", first=kind, second="zip")
        if kind not in ENDS:
            return []
        end = ENDS[kind](body)
        rest = body[end : end + LOOKED_AT * 64]
        return check_rest(kind, rest.lstrip(BLANK)) if rest.strip(BLANK) else []


def check_rest(kind: str, rest: bytes) -> list[Problem]:
    other = recognising.recognise_start(rest)
    if rest.startswith(b"PK\x03\x04"):
        other = "zip"
    elif TAG.search(rest[:LOOKED_AT]):
        other = "html"
    if other and not (kind == other == "jpeg"):  # cameras add smaller ones
        raise Refused("two_formats", first=kind, second=other)
    if kind == "pdf" and (len(rest) > LOOKED_AT or b" obj" in rest or b"xref" in rest):
        raise Refused("cut_off")
    return [Problem("bytes_behind")]


def holds_archive(body: Bytes) -> bool:
    """A ZIP archive whose list of entries ends where the file ends."""
    place = body.rfind(ARCHIVE_END, max(0, len(body) - LONGEST_ARCHIVE_END))
    while place >= 0:
        if is_archive_end(body, place):
            return True
        place = body.rfind(ARCHIVE_END, max(0, len(body) - LONGEST_ARCHIVE_END), place)
    return False


def is_archive_end(body: Bytes, place: int) -> bool:
    fields = body[place : place + 22]
    if len(fields) < 22:
        return False
    count, size, _, comment = struct.unpack("<HIIH", fields[10:22])
    if place + 22 + comment != len(body):
        return False
    return count == 0 or body[max(0, place - size) :][:4] == b"PK\x01\x02"


def end_of_pdf(body: Bytes) -> int:
    start = body[:LOOKED_AT]
    stated = LINEARIZED.search(start)
    mark = body.rfind(b"%%EOF")
    if mark < 0 or (stated and int(stated[1]) > len(body)):
        raise Refused("cut_off")
    if TAG.search(start[: start.find(b" obj")]):
        raise Refused("two_formats", first="pdf", second="html")
    return mark + len(b"%%EOF")


def end_of_jpeg(body: Bytes) -> int:
    place = 2
    while match := MARKER.search(body, place):
        marker, place = match[1][0], match.end()
        if marker == 0xD9:
            return place
        if marker not in (0x01, 0xD8):
            length = int.from_bytes(body[place : place + 2], "big")
            place += max(length, 2)
    raise Refused("cut_off")


def end_of_png(body: Bytes) -> int:
    place = 8
    while place + 12 <= len(body):
        length, name = struct.unpack(">I4s", body[place : place + 8])
        place += 12 + length
        if name == b"IEND" and place <= len(body):
            return place
    raise Refused("cut_off")


def end_of_package(body: Bytes) -> int:
    place = body.rfind(ARCHIVE_END, max(0, len(body) - LONGEST_ARCHIVE_END))
    if place < 0 or body[:4] != b"PK\x03\x04":
        raise Refused("cut_off")
    return place + 22 + int.from_bytes(body[place + 20 : place + 22], "little")


ENDS = {
    "pdf": end_of_pdf,
    "jpeg": end_of_jpeg,
    "png": end_of_png,
    "docx": end_of_package,
    "odt": end_of_package,
}
