"""Pictures of pages: painted when first asked for, and kept beside the originals.

They are made of an original that never changes, so they hold for good; the folder ``derived`` may
be emptied at any time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import connection, transaction

from agreements.models import File

from . import stored
from .formats import examining, kinds
from .formats.limits import Limits
from .formats.problem import Refused

DERIVED = "derived"  # the folder of the storage in which they are
WIDTHS = (examining.PREVIEW_WIDTH, examining.PAGE_WIDTH)
# A reader waits: what takes longer is not painted.
LIMITS = Limits(processor=15, clock=20)
AT_ONCE = 2  # in the whole archive: each takes a core
LOCK = 0x7061696E
PATIENCE = 5.0  # seconds to wait for one of them
UNPAINTABLE = b"-"  # kept in place of a picture that can't be made, so that none tries again


class NoPicture(Exception):
    """There is no such page, or none can be made of it."""


class Busy(Exception):
    """Others are being painted."""


def asked_width(words: str) -> int:
    """The width that an address asks for: the greatest where it says none; ``NoPicture``."""
    for width in WIDTHS:
        if words == str(width):
            return width
    if words:
        raise NoPicture
    return max(WIDTHS)


def path_of(file: File, number: int, width: int) -> str:
    """Where the picture of a page is, in the storage."""
    return f"{DERIVED}/{file.key.hex[:2]}/{file.key.hex}/{number}-{width}.webp"


def etag(file: File, number: int, width: int) -> str:
    return f'"{file.sha256}-{number}-{width}"'


def picture(file: File, number: int, width: int) -> bytes:
    """Page ``number`` (from 1) as WebP, of a width out of ``WIDTHS``.

    ``NoPicture``, ``Busy``, or OSError where the storage can't be read.
    """
    if not has_page(file, number):
        raise NoPicture
    image = kept(file, number, width)
    if image is None:
        with place_to_paint():
            image = kept(file, number, width) or paint(file, number, width)
    if image == UNPAINTABLE:
        raise NoPicture
    return image


def has_page(file: File, number: int) -> bool:
    """Where nobody has counted them yet, there is one."""
    return kinds.KINDS[file.kind].has_pages and 1 <= number <= (file.pages or 1)


def keep_preview(file: File) -> None:
    """Paint the first page ahead of its readers, if it can be painted."""
    with suppress(Busy, OSError):
        width = examining.PREVIEW_WIDTH
        if has_page(file, 1) and kept(file, 1, width) is None:
            paint(file, 1, width)


def paint(file: File, number: int, width: int) -> bytes:
    with stored.local(file.path) as path:
        try:
            image = examining.paint(path, file.kind, number, width, LIMITS)
        except Refused as refusal:
            if refusal.problem.values.get("of") == "clock":
                raise Busy from refusal  # the machine is; another time it may do
            image = UNPAINTABLE
    with suppress(OSError):  # it is shown, and painted anew next time
        stored.replace(path_of(file, number, width), image)
    return image


def kept(file: File, number: int, width: int) -> bytes | None:
    try:
        return stored.read(path_of(file, number, width)) or None  # empty after a power cut
    except FileNotFoundError:
        return None


@contextmanager
def place_to_paint() -> Iterator[None]:
    """One of a few places, which all processes share; ``Busy`` where none gets free in time."""
    end = time.monotonic() + PATIENCE
    with transaction.atomic():
        while not any(map(take_place, range(AT_ONCE))):
            if time.monotonic() > end:
                raise Busy
            time.sleep(0.1)
        yield


def take_place(place: int) -> bool:
    """Until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, place])
        return cursor.fetchone()[0]
