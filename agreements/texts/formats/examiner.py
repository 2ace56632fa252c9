"""The program that reads a stranger's file.

``python -m agreements.texts.formats.examiner JOB VALUES``

It answers in lines of JSON. Only ``guard.py`` starts it.
"""

from __future__ import annotations

import base64
import io
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PIL import Image

from . import docx, endings, odt, packages, pdf, pictures, plain, program, recognising, web
from .kinds import KINDS, named_kind
from .limits import Limits
from .problem import Refused

TITLE_LENGTH = 500
TIMES_AS_TALL = 4
TALLEST = 8_000
QUALITY = 80
FEW_COLOURS = 1_024


def examine(path: Path, limits: Limits, name: str) -> Iterator[dict[str, Any]]:
    """One line: the fields of ``examining.Examined``."""
    found: dict[str, Any] = {"kind": None}
    problems, warnings = [], []
    try:
        found["kind"] = recognise(path)
        check_name(name, found["kind"])
        warnings += endings.check(path, found["kind"])
        looked = look_into(path, found["kind"], limits)
        warnings += looked.pop("warnings", [])
        found |= looked
    except Refused as refused:
        problems.append(refused.problem)
    yield found | {
        "title": " ".join(found.get("title", "").split())[:TITLE_LENGTH],
        "problems": [asdict(problem) for problem in problems],
        "warnings": [asdict(warning) for warning in warnings],
    }


def recognise(path: Path) -> str:
    code = recognising.recognise(path)
    if code not in KINDS:
        raise Refused("not_taken", kind=code)
    return code


def check_name(name: str, kind: str) -> None:
    """An extension that nobody knows, or none, says nothing."""
    said = named_kind(name)
    if said not in (None, kind):
        raise Refused("name_differs", said=said, kind=kind)


def look_into(path: Path, kind: str, limits: Limits) -> dict[str, Any]:
    if kind == "pdf":
        return pdf.examine(path, limits)
    if kind in pictures.FORMATS:
        return pictures.examine(path, kind, limits)
    if kind in PACKAGES:
        packages.check(path, limits)
        return {"title": PACKAGES[kind].title(path), "is_signed": packages.is_signed(path)}
    if kind == "html":
        return web.examine(path, limits)
    return plain.examine(path, limits)


def words(path: Path, limits: Limits, kind: str) -> Iterator[dict[str, Any]]:
    """A line for each page."""
    if kind == "pdf":
        pages = pdf.words(path, limits)
    elif kind in pictures.FORMATS:
        pages = ("" for _ in range(pictures.count(path, kind, limits)))
    else:
        pages = iter([WRITTEN[kind].words(path, limits)])
    for page in pages:
        yield {"page": page}


def paint(
    path: Path, limits: Limits, kind: str, number: int, width: int
) -> Iterator[dict[str, Any]]:
    """One line with the image, in base 64."""
    tallest = min(width * TIMES_AS_TALL, TALLEST)
    if kind == "pdf":
        image = pdf.paint(path, number, width, tallest)
    elif kind in pictures.FORMATS:
        image = pictures.paint(path, kind, number, width, tallest, limits)
    else:
        raise Refused("has_no_pages")
    yield {"image": base64.b64encode(webp(image)).decode("ascii")}


def webp(image: Image.Image) -> bytes:
    """Printed words are sharper without loss, and a third of the size; photographs are slow."""
    made = [saved(image, quality=QUALITY)]
    if is_mostly_plain(image):
        made.append(saved(image, lossless=True))
    return min(made, key=len)


def is_mostly_plain(image: Image.Image) -> bool:
    """One colour, the paper's, covers half of it: no photograph, and no scan in greys."""
    colours = image.getcolors(FEW_COLOURS) or [(0, None)]
    return max(count for count, _ in colours) * 2 > image.width * image.height


def saved(image: Image.Image, **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()


JOBS = {"examine": examine, "words": words, "paint": paint}
PACKAGES = {"docx": docx, "odt": odt}
WRITTEN = {**PACKAGES, "html": web, "text": plain}

if __name__ == "__main__":
    program.main(JOBS, Limits, *sys.argv[1:])
