"""A file is what its content is; its name may only agree."""

import pytest

from agreements.texts.formats.kinds import BY_EXTENSION, KINDS, OTHERS, named_kind
from agreements.texts.formats.problem import Problem
from tests.texts import files
from tests.texts.conftest import Look

SAMPLES = {
    "pdf": files.pdf(),
    "tiff": files.tiff(),
    "jpeg": files.jpeg(),
    "png": files.png(),
    "docx": files.docx(),
    "odt": files.odt(),
    "html": files.html(),
    "text": "Соглашение\n".encode(),
}
FOREIGN = {
    "program": b"MZ\x90\0" + b"\0" * 200,
    "zip": files.packed({"a.txt": "a"}),
    "xlsx": files.packed(
        {
            "[Content_Types].xml": files.TYPES.replace(
                "wordprocessingml.document", "spreadsheetml.sheet"
            )
        }
    ),
    "docm": files.packed(
        {
            "[Content_Types].xml": files.TYPES.replace(
                "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "vnd.ms-word.document.macroEnabled.main",
            )
        }
    ),
    "ods": files.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    "doc": files.old_word(),
    "xls": files.old_word("Workbook"),
    "ole": files.old_word("Something"),
    "rtf": rb"{\rtf1\ansi Agreement}",
    "svg": b'<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>',
    "xml": b'<?xml version="1.0"?><treaty/>',
    "mhtml": b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\n\n",
    "video": b"\0\0\0\x18ftypmp42" + b"\0" * 50,
    "heic": b"\0\0\0\x18ftypheic" + b"\0" * 50,
    "djvu": b"AT&TFORM\0\0\0\x10DJVM",
    "webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "gif": b"GIF89a\1\0\1\0",
    "unknown": bytes(range(1, 32)) * 9,
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_each_kind_is_recognised_whatever_its_name(look: Look, kind: str) -> None:
    for name in ("", "no extension", "agreement.xyz", f"АГРЕЕМЕНТ.{KINDS[kind].extensions[0]}"):
        found = look(SAMPLES[kind], name)
        assert (found.kind, found.problems, found.warnings) == (kind, (), ())


def test_every_kind_has_a_sample() -> None:
    assert list(SAMPLES) == list(KINDS)


@pytest.mark.parametrize("code", FOREIGN)
def test_what_is_not_taken_is_named(look: Look, code: str) -> None:
    found = look(FOREIGN[code], "agreement.pdf")
    assert found.kind is None
    assert found.problems == (Problem("not_taken", {"kind": code}),)


def test_name_that_says_another_kind_is_refused(look: Look) -> None:
    found = look(files.jpeg(), "Agreement.PDF")
    assert found.problems == (Problem("name_differs", {"said": "pdf", "kind": "jpeg"}),)
    assert look(files.docx(), "old.doc").problems[0].values == {"said": "doc", "kind": "docx"}
    assert look(b"words", "run.exe").problems[0].values == {"said": "program", "kind": "text"}


def test_extension_is_read_at_the_end_of_the_name() -> None:
    assert named_kind("a.pdf.JPG ") == "jpeg"
    assert named_kind("Договор № 5. Алматы") is None
    assert named_kind(".pdf") is None


def test_no_extension_stands_for_two_kinds() -> None:
    known = [*(kind.extensions for kind in KINDS.values()), *OTHERS.values()]
    assert len(BY_EXTENSION) == sum(map(len, known))


@pytest.mark.parametrize(
    "body",
    [
        b"  \n<!-- a --> <!-- b -->\n<HTML><body>x",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html><body>x</body></html>',
        b"<p>Article 1</p>",
        b"\xef\xbb\xbf<!doctype html><p>x",
        "<html><p>Статья 1".encode("utf-16"),
    ],
)
def test_page_of_a_browser_is_html(look: Look, body: bytes) -> None:
    assert look(body).kind == "html"


@pytest.mark.parametrize(
    "body",
    [
        b"Article <1> of the treaty",
        b"BMW and Alphaland agree",
        b"MZ is no program here",
        "Соглашение\r\n\tСтатья 1\f\x1a".encode("utf-16"),
        "Соглашение между Правительством".encode("cp1251"),
        "Соглашение между Правительством".encode("cp866"),
        "Accord signé à Genève".encode("latin-1"),
        b"%PDF is a format",
    ],
)
def test_words_are_text(look: Look, body: bytes) -> None:
    found = look(body, "words.txt")
    assert (found.kind, found.problems) == ("text", ())


def test_titles_are_one_line(look: Look) -> None:
    assert look(files.pdf(title="Договор\n о дружбе")).title == "Договор о дружбе"
    core = '<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Pact  1</dc:title></a>'
    assert look(files.docx(more={"docProps/core.xml": core})).title == "Pact 1"
    assert look(files.odt(more={"meta.xml": core})).title == "Pact 1"
    assert look(files.html().replace(b"<title>T", b"<title>A &amp;\n B")).title == "A & B"
    assert len(look(files.pdf(title="a" * 900)).title) == 500


def test_title_with_half_a_letter_is_none(look: Look) -> None:
    found = look(files.pdf(title="AB").replace(b"feff00410042", b"feffd8000042"))
    assert (found.title, found.problems) == ("", ())


def test_hundred_thousand_comments_cost_no_more_than_one(look: Look) -> None:
    assert look(b"<!---->" * 100_000 + b"<q").kind == "text"
