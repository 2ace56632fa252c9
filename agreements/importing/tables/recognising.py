"""Which kind of table a file is, by its content."""

from __future__ import annotations

import re
from pathlib import Path

from agreements.texts.formats import recognising
from agreements.texts.formats.problem import Refused

from . import encodings, streams
from .limits import Limits

OBJECT = re.compile(r"\s*\{\s*(?:\"|\})")
LIST = re.compile(r"\s*\[\s*(?:[\[{\]]|$)")
# So many of a hundred letters: a table has none, or a few from a broken cell.
ODD = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
ODD_SHARE = 5


def recognise(path: Path, limits: Limits, encoding: str | None) -> tuple[str, bool]:
    """A kind of ``Found``, and whether it lies in a GZIP; ``Refused`` where it is no table."""
    head = start(path, limits, is_packed=False)
    kind = of_bytes(path, head)
    if kind != "gzip":
        return kind or of_words(head, encoding), False
    head = start(path, limits, is_packed=True)
    if not head:
        raise Refused("empty")
    if inner := recognising.recognise_start(head) or of_container(head):
        raise Refused("not_a_table", kind=inner)
    return of_words(head, encoding), True


def of_container(head: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    return "ole" if head.startswith(recognising.OLE) else None


def start(path: Path, limits: Limits, is_packed: bool) -> bytes:
    with streams.opened(path, limits, is_packed) as file:
        return file.read(streams.HEAD)


def of_bytes(path: Path, head: bytes) -> str | None:
    """None for what is written."""
    kind = recognising.recognise_start(head) or recognising.recognise_container(path, head)
    if kind in (None, "xlsx", "gzip"):
        return kind
    raise Refused("not_a_table", kind=kind)


def of_words(head: bytes, name: str | None) -> str:
    found = encodings.of_start(head, name) or encodings.of_letters(encodings.count([head]))
    text = head.decode(found.name, "replace").removeprefix(streams.MARK)
    if len(ODD.findall(text)) * 100 > len(text) * ODD_SHARE:
        raise Refused("not_a_table", kind="unknown")
    if not text.strip("\0 \t\r\n"):
        raise Refused("empty")
    if OBJECT.match(text):
        return "jsonl"
    if LIST.match(text):
        raise Refused("json_list")
    if kind := recognising.marked_up(text):
        raise Refused("not_a_table", kind=kind)
    return "csv"
