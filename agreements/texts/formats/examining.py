"""Looks at files of strangers: what they are, whether they are sound, their words and pages.

Each call starts a program of its own with little memory and time (``examiner.py``), so that a file
made to harm harms that program only. Nothing of the file is read in this process, and the file
itself is never written.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .guard import run
from .limits import Limits
from .problem import Problem, Refused

PREVIEW_WIDTH = 480
PAGE_WIDTH = 1_200


@dataclass(frozen=True)
class Examined:
    """``kind`` is a code of ``kinds.KINDS``, or None where the file is nothing that is taken.

    ``pages`` is None for kinds without pages (``docx``, ``odt``, ``html``, ``text``) and for broken
    files. ``title`` is the one that the file states, often wrong. With any problem the file must
    not be taken; a warning is for the clerk to read.
    """

    kind: str | None
    pages: int | None = None
    title: str = ""
    is_signed: bool = False
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.problems


def examine(path: str | os.PathLike[str], name: str, limits: Limits | None = None) -> Examined:
    """What the file at ``path``, uploaded as ``name``, is; never raises for what is in it."""
    limits = limits or Limits()
    size = Path(path).stat().st_size
    if size == 0:
        return Examined(None, problems=(Problem("empty"),))
    if size > limits.bytes:
        return Examined(None, problems=(Problem("too_large", {"limit": limits.bytes}),))
    try:
        found = next(run("examine", {"path": os.fspath(path), "name": name}, limits))
    except Refused as refused:
        return Examined(None, problems=(refused.problem,))
    problems, warnings = (
        tuple(Problem(**problem) for problem in found.pop(key)) for key in ("problems", "warnings")
    )
    return Examined(**found, problems=problems, warnings=warnings)


def words(path: str | os.PathLike[str], kind: str, limits: Limits | None = None) -> Iterator[str]:
    """The words of each page in turn, NFC, lines parted by ``\\n``; a page of an image has none.

    A file without pages is one page: its paragraphs are parted by empty lines, the cells of a
    table's row by tabs. Raises ``Refused``, perhaps behind some pages that could be read.
    """
    for line in run("words", {"path": os.fspath(path), "kind": kind}, limits or Limits()):
        yield line["page"]


def paint(
    path: str | os.PathLike[str],
    kind: str,
    page_number: int,
    width: int = PAGE_WIDTH,
    limits: Limits | None = None,
) -> bytes:
    """Page ``page_number`` (from 1) as a WebP image of at most ``width`` pixels; or ``Refused``.

    An image is not made larger than it is, and a page that is very long becomes narrower.
    """
    job = {"path": os.fspath(path), "kind": kind, "number": page_number, "width": width}
    return base64.b64decode(next(run("paint", job, limits or Limits()))["image"])
