"""Lines of an iCalendar file as RFC 5545 has them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

MOST_OCTETS = 75
# What a text of RFC 5545 may not hold: it has tabs and line ends alone.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def file_of(lines: Iterable[str]) -> bytes:
    return b"".join(folded(line) + b"\r\n" for line in lines)


def text(value: str) -> str:
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", plain).translate(ESCAPED)


def day(value: datetime.date) -> str:
    return f"{value.year:04}{value.month:02}{value.day:02}"


def moment(value: datetime.datetime) -> str:
    at = value.astimezone(datetime.UTC)
    return f"{day(at)}T{at:%H%M%S}Z"


def folded(line: str) -> bytes:
    """In lines of at most 75 octets, broken between letters; each but the first begins with a
    space, which counts."""
    octets = line.encode()
    parts = []
    start, room = 0, MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # inside a letter
            end -= 1
        parts.append(octets[start:end])
        start, room = end, MOST_OCTETS - 1
    return b"\r\n ".join([*parts, octets[start:]])
