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
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def text(value: str) -> str:
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", plain).translate(ESCAPED)


def day(value: datetime.date) -> str:
    return f"{value.year:04}{value.month:02}{value.day:02}"


def moment(value: datetime.datetime) -> str:
    at = value.astimezone(datetime.UTC)
    return f"{day(at)}T{at:%H%M%S}Z"


def folded(line: str) -> str:
    """In lines of at most 75 octets, broken between letters; each but the first begins with a
    space, which counts."""
    if len(line.encode()) <= MOST_OCTETS:
        return line
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > MOST_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)
