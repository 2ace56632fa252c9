"""Images by Pillow: TIFF with its pages, JPEG and PNG."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from .limits import Limits
from .problem import Refused

FORMATS = {"tiff": ["TIFF"], "jpeg": ["JPEG"], "png": ["PNG"]}
# What Pillow raises where it meets values that can't be.
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, struct.error)
PARTS = ((273, 279), (324, 325))  # where the strips or tiles of a TIFF stand, and their lengths
EIGHT_BITS = {"L", "RGB", "CMYK"}
SQUEEZED = 1.2
HALVED = 40_000_000
REDUCING_GAP = 3.0

Image.MAX_IMAGE_PIXELS = None  # each page is measured here, before it is unpacked


@contextmanager
def opened(path: Path, kind: str) -> Iterator[Image.Image]:
    try:
        with Image.open(path, formats=FORMATS[kind]) as image:
            yield image
    except DAMAGED as error:
        raise Refused("broken_image") from error


def examine(path: Path, kind: str, limits: Limits) -> dict[str, Any]:
    with opened(path, kind) as image:
        check_size(image, limits)
        if kind != "tiff":
            image.draft("L", (1, 1))
            image.load()
            return {"pages": 1}
        size, pages = path.stat().st_size, 0
        for page in frames(image, limits):
            pages += 1
            check_size(page, limits)
            check_parts(page, size)
        image.seek(0)
        image.load()
        return {"pages": pages}


def count(path: Path, kind: str, limits: Limits) -> int:
    with opened(path, kind) as image:
        return sum(1 for _ in frames(image, limits))


def frames(image: Image.Image, limits: Limits) -> Iterator[Image.Image]:
    for index in itertools.count():
        try:
            image.seek(index)
        except EOFError:
            return
        if index == limits.pages:
            raise Refused("too_many_pages", pages=index + 1, limit=limits.pages)
        yield image


def check_size(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise Refused("huge_image", width=image.width, height=image.height)


def check_parts(page: Image.Image, size: int) -> None:
    """Every part of a page of a TIFF stands within the file."""
    for places, lengths in PARTS:
        starts, counts = page.tag_v2.get(places, ()), page.tag_v2.get(lengths, ())
        if any(start + count > size for start, count in zip(starts, counts, strict=False)):
            raise Refused("cut_off")


def paint(
    path: Path, kind: str, number: int, width: int, tallest: int, limits: Limits
) -> Image.Image:
    with opened(path, kind) as image:
        turn_to(image, number)
        check_size(image, limits)
        image.draft("RGB", (width * 2, width * 2))
        image.load()
        squeeze = squeezed(image)
        if image.mode not in EIGHT_BITS:
            image = flat(image)
        image.thumbnail((max(width, tallest),) * 2, reducing_gap=REDUCING_GAP)
        image = unsqueezed(ImageOps.exif_transpose(image), squeeze)
        image.thumbnail((width, tallest))
        return image.convert("RGB")


def turn_to(image: Image.Image, number: int) -> None:
    try:
        image.seek(number - 1)
    except (EOFError, ValueError) as error:
        raise Refused("no_such_page", page=number) from error


def flat(image: Image.Image) -> Image.Image:
    """Eight bits a colour, on white."""
    exif = image.getexif()
    if image.width * image.height > HALVED:  # a second copy would not fit into memory
        half = (max(1, image.width // 2), max(1, image.height // 2))
        image = image.resize(half, Image.Resampling.NEAREST)
    if image.mode.startswith("I"):
        made = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        shown = image.convert("RGBA")
        made = Image.new("RGB", image.size, "white")
        made.paste(shown, mask=shown.getchannel("A"))
    else:
        made = image.convert("L" if image.mode in ("1", "F") else "RGB")
    made.info["exif"] = exif.tobytes()
    return made


def squeezed(image: Image.Image) -> float:
    """How many times more points across than down a fax has for the same length; else 1."""
    across, down = map(float, image.info.get("dpi", (1, 1)))
    return across / down if across > 0 < down else 1


def unsqueezed(image: Image.Image, squeeze: float) -> Image.Image:
    if not SQUEEZED < squeeze < 5:
        return image
    return image.resize((max(1, round(image.width / squeeze)), image.height))
