"""Which part of a file a request asks for (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.http import parse_http_date_safe

ONE = re.compile(r"bytes\s*=[\s,]*(\d*)\s*-\s*(\d*)[\s,]*", re.ASCII | re.IGNORECASE)
MOST_DIGITS = 18


@dataclass(frozen=True)
class Part:
    start: int
    length: int


class NoSuchPart(Exception):
    """It lies wholly behind the end of the file."""


def part(request: HttpRequest, size: int, etag: str, modified: int) -> Part | None:
    """None for the whole file: where no part is asked for, or several, or of another state of it.

    ``modified`` is in seconds. Raises NoSuchPart.
    """
    if request.method != "GET" or not holds(request.headers.get("if-range"), etag, modified):
        return None
    found = ONE.fullmatch(request.headers.get("range", ""))
    if found is None or found[1] == found[2] == "":
        return None
    first, last = (int(digits[:MOST_DIGITS]) if digits else None for digits in found.groups())
    if first is None:
        first, last = max(0, size - last), size - 1
    elif last is not None and last < first:
        return None
    last = size - 1 if last is None else min(last, size - 1)
    if first > last:
        raise NoSuchPart
    return Part(first, last - first + 1)


def holds(condition: str | None, etag: str, modified: int) -> bool:
    """Whether the reader's beginning is of this very file."""
    if condition is None:
        return True
    if condition.startswith(('"', "W/")):
        return condition == etag
    return parse_http_date_safe(condition) == modified
