"""Scans read by a machine, where there are the programs; without them these are left out."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageFont

from agreements.models import Document, File, FileWords, Job, Page, Text
from agreements.texts import reading, scans
from agreements.texts.formats import examining
from tests import builders
from tests.searching import finds
from tests.texts import files

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("eng" not in scans.installed(), reason="there is no tesseract here"),
]

WORDS = (
    "AGREEMENT\nbetween the Government of Alphaland and\nthe Government of Betaland\n"
    "on the protection of the wombat.\nArticle 1. The Parties shall cooperate."
)


def picture(words: str = WORDS, turned: int = 0) -> Image.Image:
    """A sheet of A4, 150 pixels an inch."""
    image = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(32)
    ImageDraw.Draw(image).multiline_text((100, 120), words, fill=0, font=font, spacing=18)
    return image.rotate(turned, expand=True)


def scanned(*pages: Image.Image, how: str = "PDF") -> bytes:
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    pages[0].save(out, how, resolution=150, **more)
    return out.getvalue()


def read(content: bytes, kind: str = "pdf", language: str = "en") -> tuple[Document, File]:
    """As the worker does: its own words first, then what a machine makes of the pages."""
    document = builders.document()
    text = Text.objects.create(document=document, language=language)
    file = builders.received(document, content, kind=kind, text=text)
    reading.read(file).write()
    file.refresh_from_db()
    if Job.objects.filter(file=file, kind="ocr").exists():
        reading.read_scan(file).write()
        file.refresh_from_db()
    builders.settle()
    return document, file


def words_of(file: File) -> list[str]:
    return [" ".join(page.words.split()) for page in Page.objects.filter(file=file)]


def test_scan_is_read_and_marked_and_stays_as_it_came() -> None:
    content = scanned(picture(), picture(""), picture("Article 2.\nIt is done at Dushanbe."))
    document, file = read(content)
    assert file.words_state == "usable"
    assert words_of(file) == [" ".join(WORDS.split()), "", "Article 2. It is done at Dushanbe."]
    assert file.words_by.startswith("ocrmypdf ")
    assert "tesseract" in file.words_by and file.words_by.endswith("(eng)")
    assert finds("wombat", document)
    assert default_storage.open(file.path).read() == content
    assert file.sha256 == hashlib.sha256(content).hexdigest()


def test_turned_page_is_read() -> None:
    _document, file = read(scanned(picture(turned=90)))
    assert "protection of the wombat" in words_of(file)[0]


@pytest.mark.parametrize(("how", "kind"), [("TIFF", "tiff"), ("PNG", "png"), ("JPEG", "jpeg")])
def test_image_is_read(how: str, kind: str) -> None:
    _document, file = read(scanned(picture(), how=how), kind)
    assert "protection of the wombat" in words_of(file)[0]


@pytest.mark.skipif("rus" not in scans.installed(), reason="there is no Russian model here")
def test_language_of_the_text_is_read_with_that_beside_it() -> None:
    document = builders.document()
    builders.text(document, language="en")
    text = Text.objects.create(document=document, language="ru")
    file = builders.received(document, scanned(picture()), text=text)
    assert reading.read_scan(file).by.endswith("(rus+eng)")


def test_scan_without_words_keeps_what_it_had_and_says_so() -> None:
    _document, file = read(scanned(picture("")))
    assert (file.words_state, file.words_reason) == ("no_text_layer", "machine_failed")
    assert "tesseract" in file.words_by
    assert words_of(file) == [""]
    assert not FileWords.objects.filter(file=file).exists()
    assert reading.ask_for_all_scans() == 0


def test_pages_that_do_not_come_back_are_no_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files.put(tmp_path, "scan.pdf", scanned(picture()))
    page = examining.paint(path, "pdf", 1, 600)
    monkeypatch.setattr(examining, "paint", lambda *_: page)
    assert len(list(scans.words(path, "pdf", scans.PAGES_AT_ONCE + 1, ["eng"]))) == 9
    with pytest.raises(scans.Unreadable):
        list(scans.words(path, "pdf", 1, ["nolanguage"]))
