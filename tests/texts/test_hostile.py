"""Files that are broken, locked, or made to do harm: each gets its own sentence."""

import hashlib
import io
import struct
import warnings
import zipfile
import zlib

import pytest

from agreements.texts.formats.limits import MEGABYTE, Limits
from agreements.texts.formats.problem import Problem
from tests.texts import files
from tests.texts.conftest import Look

ZIPPED = files.packed({"run.js": "alert(1)"})
PAGE = b"<html><script>alert(1)</script></html>"


def codes(found: object) -> list[str]:
    return [problem.code for problem in found.problems]


def test_empty_file(look: Look) -> None:
    assert codes(look(b"", "agreement.pdf")) == ["empty"]


def test_file_that_is_too_large(look: Look) -> None:
    found = look(files.pdf(), limits=Limits(bytes=500))
    assert found.problems == (Problem("too_large", {"limit": 500}),)


# ---------------------------------------------------------------- two formats in one


@pytest.mark.parametrize("kind", ["pdf", "jpeg", "png", "tiff"])
def test_archive_behind_a_file(look: Look, kind: str) -> None:
    body = {"pdf": files.pdf, "jpeg": files.jpeg, "png": files.png, "tiff": files.tiff}[kind]()
    found = look(body + ZIPPED)
    assert found.problems == (Problem("two_formats", {"first": kind, "second": "zip"}),)


def test_archive_in_a_pdf_whose_comment_is_the_pdfs_end(look: Look) -> None:
    end = b"\n%%EOF\n"
    zipped = ZIPPED[:-2] + struct.pack("<H", len(end)) + end
    assert codes(look(files.pdf() + zipped)) == ["two_formats"]


def test_archive_attached_in_a_pdf_is_no_second_format(look: Look) -> None:
    drawn = files.pdf().replace(b"xref\n", b"% " + ZIPPED + b"\nxref\n", 1)
    start = str(drawn.index(b"\nxref\n") + 1).encode()
    head, _, _ = drawn.partition(b"startxref\n")
    assert codes(look(head + b"startxref\n" + start + b"\n%%EOF\n")) == []


@pytest.mark.parametrize(
    ("body", "first", "second"),
    [
        (PAGE + b"\n" + files.pdf(), "html", "pdf"),
        (files.pdf() + PAGE, "pdf", "html"),
        (files.pdf().replace(b"%PDF-1.6\n", b"%PDF-1.6\n" + PAGE, 1), "pdf", "html"),
        (files.jpeg() + PAGE, "jpeg", "html"),
        (files.png() + files.pdf(), "png", "pdf"),
        (files.docx() + files.pdf(), "docx", "pdf"),
        (files.packed({"a": files.pdf()}, stored=("a",)), "zip", "pdf"),
        (b"II*\0" + b"\0" * 4 + files.pdf(), "tiff", "pdf"),
    ],
)
def test_two_formats(look: Look, body: bytes, first: str, second: str) -> None:
    assert look(body).problems == (Problem("two_formats", {"first": first, "second": second}),)


def test_pdf_that_does_not_begin_at_once(look: Look) -> None:
    assert codes(look(b"\r\n" + files.pdf())) == ["starts_late"]
    assert codes(look(b"\0\1\2" + files.pdf())) == ["starts_late"]


@pytest.mark.parametrize("body", [files.pdf(), files.jpeg(), files.png(), files.docx()])
def test_bytes_without_meaning_behind_the_end_warn(look: Look, body: bytes) -> None:
    assert [warning.code for warning in look(body + b"\r\n-- sent --").warnings] == ["bytes_behind"]
    assert look(body + b"\r\n\0\0").warnings == ()


def test_smaller_picture_in_a_photographs_head_is_usual(look: Look) -> None:
    body, inner = files.jpeg(), files.jpeg((20, 28))
    head = b"\xff\xe5" + struct.pack(">H", len(inner) + 2) + inner
    assert look(body[:2] + head + body[2:]).warnings == ()
    assert codes(look(body[:2] + head + body[2:-50])) == ["cut_off"]


def test_smaller_picture_behind_a_photograph_is_usual(look: Look) -> None:
    assert codes(look(files.jpeg() + files.jpeg((20, 28)))) == []


# ---------------------------------------------------------------- PDF


def test_pdf_with_a_password(look: Look) -> None:
    found = look(files.pdf(password="secret"))
    assert (found.kind, codes(found)) == ("pdf", ["encrypted"])


def test_pdf_with_the_owners_password_only_is_taken(look: Look) -> None:
    found = look(files.pdf(password=""))
    assert (found.pages, codes(found)) == (2, [])
    assert found.warnings == (Problem("restricted"),)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_pdf_that_was_cut_off(look: Look, share: float) -> None:
    body = files.pdf()
    assert codes(look(body[: int(len(body) * share)])) == ["cut_off"]


def test_pdf_cut_off_in_an_addition(look: Look) -> None:
    body = files.pdf()
    assert codes(look(body + b"7 0 obj\n<< /Type /Page" + b" " * 2000)) == ["cut_off"]


def test_pdf_for_the_web_that_was_cut_off_behind_an_end(look: Look) -> None:
    head = b"%PDF-1.6\n9 0 obj << /Linearized 1 /L 99999 /N 2 >> endobj\n"
    assert codes(look(files.pdf().replace(b"%PDF-1.6\n", head, 1))) == ["cut_off"]


def test_pdf_that_is_no_pdf_inside(look: Look) -> None:
    assert codes(look(b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF")) == ["broken_pdf"]


def test_pdf_without_pages(look: Look) -> None:
    assert codes(look(files.pdf([]))) == ["no_pages"]


def test_pdf_that_counts_pages_it_does_not_have(look: Look) -> None:
    found = look(files.pdf().replace(b"/Count 2", b"/Count 9"))
    assert found.problems == (Problem("broken_page", {"page": 3}),)


def test_pdf_with_too_many_pages(look: Look) -> None:
    found = look(files.pdf(["page"] * 6), limits=Limits(pages=5))
    assert found.problems == (Problem("too_many_pages", {"pages": 6, "limit": 5}),)


def test_pdf_with_a_huge_page(look: Look) -> None:
    assert look(files.pdf(size=(300, 15_000))).problems == (Problem("huge_page", {"page": 1}),)


def test_pdf_that_unpacks_to_much_breaks_only_the_reader(look: Look) -> None:
    body = files.pdf(["q " * 1000], more_content=b"q " * 40_000_000)
    found = look(body, limits=Limits(memory=400 * MEGABYTE))
    assert codes(found) == ["breaks_reader"]


def test_signed_pdf_is_known(look: Look) -> None:
    assert look(files.pdf(is_signed=True)).is_signed
    assert not look(files.pdf()).is_signed


def test_field_for_a_signature_is_no_signature(look: Look) -> None:
    field = b" /AcroForm << /Fields [<< /FT /Sig /T (S) >>] >>"
    assert not look(files.pdf(catalogue=field)).is_signed


@pytest.mark.parametrize(
    ("catalogue", "code"),
    [
        (
            b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>",
            "pdf_scripts",
        ),
        (
            b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>",
            "attachments",
        ),
        (b"/AcroForm << /XFA (x) /Fields [<< /FT /Tx /T (a) >>] >>", "xfa_form"),
    ],
)
def test_what_a_pdf_carries_besides_is_told(look: Look, catalogue: bytes, code: str) -> None:
    assert look(files.pdf(catalogue=catalogue)).warnings == (Problem(code),)


# ---------------------------------------------------------------- images


def test_image_that_unpacks_to_much(look: Look) -> None:
    found = look(files.huge_png())
    assert found.problems == (Problem("huge_image", {"width": 30_000, "height": 30_000}),)


def test_huge_page_of_a_tiff_behind_a_small_one(look: Look) -> None:
    found = look(files.tiff(2), limits=Limits(pixels=200 * 280))
    assert codes(found) == []
    frames = [files.sheet((10, 10), "1"), files.sheet((300, 300), "1")]
    body = files.saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert codes(look(body, limits=Limits(pixels=200 * 280))) == ["huge_image"]


def test_tiff_with_too_many_pages(look: Look) -> None:
    assert codes(look(files.tiff(6), limits=Limits(pages=5))) == ["too_many_pages"]
    assert look(files.tiff(5), limits=Limits(pages=5)).pages == 5


@pytest.mark.parametrize("body", [files.jpeg(), files.png()])
def test_image_that_was_cut_off(look: Look, body: bytes) -> None:
    assert codes(look(body[: len(body) // 2])) == ["cut_off"]


def test_tiff_that_was_cut_off(look: Look) -> None:
    frames = [files.sheet((400, 400), "L") for _ in range(2)]
    body = files.saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    (second,) = struct.unpack("<I", body[4:8])
    assert codes(look(body[:-5000])) in (["cut_off"], ["broken_image"])
    assert second < len(body) - 5000, "its first page is whole"


def test_image_that_is_damaged_within(look: Look) -> None:
    body = files.png()
    place = body.index(b"IDAT") + 20
    assert codes(look(body[:place] + b"????" + body[place + 4 :])) == ["broken_image"]


# ---------------------------------------------------------------- DOCX and ODT


def test_document_that_unpacks_to_much(look: Look) -> None:
    zeros = bytes(60 * MEGABYTE)
    assert codes(look(files.docx(more={"word/media/a.bin": zeros}))) == ["unpacks_to_much"]
    small = Limits(unpacked=MEGABYTE)
    assert codes(look(files.odt(more={"a": bytes(MEGABYTE)}), limits=small)) == ["unpacks_to_much"]


def test_entries_that_share_their_bytes(look: Look) -> None:
    """As in bombs of a few kilobytes that no ratio finds."""
    body = files.docx(more={"word/media/a.bin": bytes(range(256)) * 40})
    out, start = io.BytesIO(body), body.index(b"PK\x01\x02")
    end = body.index(b"PK\x05\x06")
    last = body[body.rindex(b"PK\x01\x02") : end]
    extra = b"".join(last.replace(b"a.bin", b"%d.bin" % number) for number in range(9))
    out.seek(end)
    out.write(extra)
    size = end - start + len(extra)
    out.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 12, 12, size, start, 0))
    assert codes(look(out.getvalue())) == ["unpacks_to_much"]


def test_document_of_too_many_parts(look: Look) -> None:
    found = look(files.docx(), limits=Limits(entries=1))
    assert found.problems == (Problem("too_many_entries", {"limit": 1}),)


def test_archive_in_an_archive_in_a_document(look: Look) -> None:
    table = files.packed({"xl/a.xml": "<a/>"})
    assert codes(look(files.docx(more={"word/embeddings/a.xlsx": table}))) == []
    nested = files.packed({"a.zip": files.packed({"b": "b"})})
    assert codes(look(files.docx(more={"word/embeddings/a.xlsx": nested}))) == ["unpacks_to_much"]
    bomb = files.packed({"a": bytes(60 * MEGABYTE)})
    assert codes(look(files.docx(more={"word/embeddings/a.xlsx": bomb}))) == ["unpacks_to_much"]


@pytest.mark.parametrize("name", ["../a.xml", "/etc/a", "c:/a", "word/../../a", "word\\a", "a\tb"])
def test_entry_that_leads_elsewhere(look: Look, name: str) -> None:
    assert codes(look(files.docx(more={name: "<a/>"}))) == ["odd_entries"]


def test_entry_that_is_a_link(look: Look) -> None:
    out = io.BytesIO(files.docx())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert codes(look(out.getvalue())) == ["odd_entries"]


@pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml"])
def test_entry_that_stands_twice(look: Look, name: str) -> None:
    out = io.BytesIO(files.docx())
    with zipfile.ZipFile(out, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, "<a/>")
    assert codes(look(out.getvalue())) == ["odd_entries"]


@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "_rels/.rels"])
def test_definitions_in_xml(look: Look, part: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    assert codes(look(files.docx(more={part: bomb}))) == ["xml_definitions"]
    assert codes(look(files.docx(more={part: bomb.encode("utf-16")}))) == ["xml_definitions"]


@pytest.mark.parametrize(
    ("build", "name"),
    [
        (files.docx, "word/vbaProject.bin"),
        (files.odt, "Basic/Standard/Module1.xml"),
        (files.odt, "Scripts/python/a.py"),
    ],
)
def test_document_with_macros(look: Look, build: object, name: str) -> None:
    assert codes(look(build(more={name: "x"}))) == ["macros"]


def test_empty_library_of_macros_is_usual(look: Look) -> None:
    assert codes(look(files.odt(more={"Basic/Standard/script-lb.xml": "<a/>"}))) == []


def test_empty_settings_of_an_open_document_are_usual(look: Look) -> None:
    assert codes(look(files.odt(more={"Configurations2/accelerator/current.xml": ""}))) == []


@pytest.mark.parametrize(
    ("build", "name"),
    [(files.docx, "_xmlsignatures/sig1.xml"), (files.odt, "META-INF/documentsignatures.xml")],
)
def test_signed_document_is_known(look: Look, build: object, name: str) -> None:
    assert look(build(more={name: "<a/>"})).is_signed
    assert not look(build()).is_signed


def test_word_document_with_a_password(look: Look) -> None:
    assert codes(look(files.old_word("EncryptedPackage"), "a.docx")) == ["encrypted"]


def test_open_document_with_a_password(look: Look) -> None:
    locked = (
        "<m:manifest xmlns:m='x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert codes(look(files.odt(more={"META-INF/manifest.xml": locked}))) == ["encrypted"]


def test_archive_with_a_password(look: Look) -> None:
    body = bytearray(files.docx())
    body[body.rindex(b"PK\x01\x02") + 8] |= 1
    assert codes(look(bytes(body))) == ["encrypted"]


def test_document_that_was_cut_off(look: Look) -> None:
    body = files.docx()
    assert codes(look(body[: len(body) // 2])) == ["broken_package"]


def test_document_that_is_damaged_within(look: Look) -> None:
    noise = b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(2_000))
    body = files.docx(more={"word/media/a.bin": noise})
    place = body.index(b"word/media/a.bin") + 40_000
    assert codes(look(body[:place] + b"\xff\xff" + body[place + 2 :])) == ["broken_package"]
    assert codes(look(files.docx(more={"word/document.xml": "<w:p>"}))) == ["broken_package"]


def test_document_without_its_words(look: Look) -> None:
    types = files.TYPES.replace("/word/document.xml", "/word/other.xml")
    assert codes(look(files.docx(more={"[Content_Types].xml": types}))) == ["broken_package"]
    body = files.packed({"mimetype": "application/vnd.oasis.opendocument.text"})
    assert codes(look(body)) == ["broken_package"]


# ---------------------------------------------------------------- text and pages


def test_text_with_nul_bytes(look: Look) -> None:
    assert codes(look(b"Article\0 1\n" * 10)) == ["nul_bytes"]
    assert codes(look("Article 1".encode("utf-16-le"))) == ["nul_bytes"]
    assert codes(look(b"Article 1\n" * 10_000 + b"\0")) == ["nul_bytes"]


def test_text_with_control_characters_far_behind(look: Look) -> None:
    assert codes(look(b"Article 1\n" * 10_000 + b"\1\2")) == ["control_characters"]


def test_text_that_is_too_long(look: Look) -> None:
    found = look(b"Article 1\n" * 50, limits=Limits(characters=100))
    assert found.problems == (Problem("too_much_text", {"limit": 100}),)


def test_encoding_that_is_guessed_is_told(look: Look) -> None:
    found = look("Соглашение".encode("koi8-r"))
    assert found.warnings == (Problem("guessed_encoding", {"encoding": "koi8-r"}),)


@pytest.mark.parametrize(
    "body", ["<script>alert(1)</script>", "<p onclick='x()'>a", "<a href=' javascript:x'>a</a>"]
)
def test_page_with_a_script_is_taken_with_a_warning(look: Look, body: str) -> None:
    found = look(files.html(body))
    assert (codes(found), found.warnings) == ([], (Problem("scripts"),))


def test_broken_bytes_of_every_kind_never_raise(look: Look) -> None:
    """Half of each file, and each with its bytes turned round in places."""
    for body in (files.pdf(), files.tiff(), files.jpeg(), files.png(), files.docx(), files.odt()):
        for step in (7, 61):
            turned = bytes(
                b ^ 0xFF if i % step == step - 1 and i > 9 else b for i, b in enumerate(body)
            )
            look(turned)
        assert look(zlib.compress(body)).problems
