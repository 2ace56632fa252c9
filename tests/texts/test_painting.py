"""Pages as images."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from agreements.texts.formats.examining import PREVIEW_WIDTH, paint
from agreements.texts.formats.limits import Limits
from agreements.texts.formats.problem import Problem, Refused
from tests.texts import files

Painted = Callable[..., Image.Image]


@pytest.fixture
def painted(tmp_path: Path) -> Painted:
    def image(body: bytes, kind: str, number: int = 1, width: int = 100) -> Image.Image:
        made = Image.open(io.BytesIO(paint(files.put(tmp_path, "a", body), kind, number, width)))
        assert made.format == "WEBP"
        return made.convert("L")

    return image


def is_dark(image: Image.Image, across: float, down: float) -> bool:
    return image.getpixel((int(image.width * across), int(image.height * down))) < 100


def has_ink(image: Image.Image) -> bool:
    return image.getextrema()[0] < 150


def test_page_of_a_pdf(painted: Painted) -> None:
    image = painted(files.pdf(files.RUSSIAN), "pdf", 2, PREVIEW_WIDTH)
    assert image.size == (480, 680)
    assert has_ink(image)
    assert not has_ink(painted(files.pdf([""]), "pdf"))


def test_scan_in_a_pdf(painted: Painted) -> None:
    image = painted(files.scanned_pdf(), "pdf")
    assert is_dark(image, 0.05, 0.5) and not is_dark(image, 0.95, 0.5)


def test_mark_of_a_signature_is_seen(painted: Painted) -> None:
    assert not has_ink(painted(files.pdf([""], is_signed=True), "pdf"))
    assert has_ink(painted(files.pdf([""], stamp=True), "pdf"))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("jpeg", files.jpeg()),
        ("png", files.png()),
        ("png", files.png(mode="RGBA")),
        ("png", files.png(mode="LA")),
        ("png", files.png(mode="P")),
        ("png", files.png(mode="I;16")),
        ("png", files.png(mode="1")),
        ("tiff", files.tiff()),
        ("tiff", files.saved(files.sheet(mode="CMYK"), "TIFF")),
        ("jpeg", files.saved(files.sheet(mode="CMYK"), "JPEG")),
    ],
)
def test_images_of_every_make(painted: Painted, kind: str, body: bytes) -> None:
    image = painted(body, kind)
    assert image.size == (100, 140)
    assert is_dark(image, 0.1, 0.1) and not is_dark(image, 0.9, 0.9)


def test_what_is_transparent_is_white(painted: Painted) -> None:
    assert not has_ink(painted(files.saved(Image.new("RGBA", (9, 9)), "PNG"), "png"))


def test_grey_of_sixteen_bits_stays_grey(painted: Painted) -> None:
    image = painted(files.saved(Image.new("I;16", (20, 20), 0x8000), "PNG"), "png")
    assert image.getextrema() == (128, 128)


def test_each_page_of_a_tiff(painted: Painted) -> None:
    white = Image.new("1", (200, 280), 1)
    body = files.saved(white, "TIFF", save_all=True, append_images=[files.sheet(mode="1")])
    assert not has_ink(painted(body, "tiff", 1))
    assert has_ink(painted(body, "tiff", 2))


def test_photograph_is_turned_as_the_camera_was(painted: Painted) -> None:
    image = painted(files.jpeg(turned=6), "jpeg")
    assert image.size == (100, 71)
    assert is_dark(image, 0.9, 0.1) and not is_dark(image, 0.1, 0.1)


def test_fax_with_fewer_lines_than_dots_is_not_squeezed(painted: Painted) -> None:
    image = files.sheet((400, 280), "1")
    body = files.saved(image, "TIFF", dpi=(200, 100))
    assert painted(body, "tiff").size == (100, 140)


def test_photograph_is_packed_with_loss_and_printed_words_without(painted: Painted) -> None:
    noise = Image.effect_noise((200, 280), 90).convert("RGB")
    assert has_loss(painted(files.saved(noise, "PNG"), "png", width=200), noise)
    words = files.sheet((200, 280))
    assert not has_loss(painted(files.saved(words, "PNG"), "png", width=200), words)


def has_loss(image: Image.Image, original: Image.Image) -> bool:
    return image.tobytes() != original.convert("L").tobytes()


def test_small_image_is_not_made_larger(painted: Painted) -> None:
    assert painted(files.png((50, 70)), "png", width=480).size == (50, 70)


def test_very_long_page_becomes_narrower(painted: Painted) -> None:
    assert painted(files.pdf(["x"], size=(100, 10_000)), "pdf").size == (4, 400)
    assert painted(files.png((10, 2000)), "png").size == (2, 400)


@pytest.mark.parametrize(
    ("kind", "body", "number"),
    [
        ("pdf", files.pdf(), 3),
        ("pdf", files.pdf(), 0),
        ("tiff", files.tiff(2), 3),
        ("jpeg", files.jpeg(), 2),
        ("png", files.png(), -1),
    ],
)
def test_page_that_is_not_there(painted: Painted, kind: str, body: bytes, number: int) -> None:
    with pytest.raises(Refused) as refused:
        painted(body, kind, number)
    assert refused.value.problem == Problem("no_such_page", {"page": number})


def test_words_have_no_pages_to_paint(painted: Painted) -> None:
    with pytest.raises(Refused) as refused:
        painted(files.docx(), "docx")
    assert refused.value.problem == Problem("has_no_pages")


def test_huge_image_is_not_unpacked(tmp_path: Path) -> None:
    path = files.put(tmp_path, "a.png", files.huge_png())
    with pytest.raises(Refused) as refused:
        paint(path, "png", 1)
    assert refused.value.problem.code == "huge_image"


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_largest_image_that_is_taken_can_be_painted(tmp_path: Path, mode: str) -> None:
    body = files.saved(Image.new(mode, (10_000, 10_000)), "PNG", compress_level=1)
    assert Limits().pixels == 10_000 * 10_000
    assert paint(files.put(tmp_path, "a.png", body), "png", 1)
