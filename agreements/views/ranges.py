"""Which part of a file a request asks for, and how it is sent (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_http_date_safe

from agreements.texts.storages import Stretch

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


def sent(request: HttpRequest, stretch: Stretch, size: int, asked: Part | None) -> HttpResponseBase:
    """The bytes of ``stretch``, which is closed when they are; ``size`` is that of the file."""
    length = asked.length if asked else size
    if request.method == "HEAD":
        stretch.close()
        response: HttpResponseBase = HttpResponse()
    else:
        response = StreamingHttpResponse(stretch, status=206 if asked else 200)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Length"] = str(length)
    if asked:
        last = asked.start + length - 1
        response.headers["Content-Range"] = f"bytes {asked.start}-{last}/{size}"
    return response
