"""What the worker keeps of a file: its words by page, and whether the search may have them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from agreements.models import Document, File, FileWords, Job, Page, Text
from agreements.models.vocabulary import WordsReason
from agreements.texts import reading, scans
from agreements.texts.formats.problem import Refused
from agreements.texts.reading import Reading
from agreements.texts.wording import quality
from tests import builders
from tests.jobs.working import PAGES
from tests.searching import finds
from tests.texts import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a machine could read scans is not what most tests are about."""
    monkeypatch.setattr(scans, "installed", frozenset)


def received(content: bytes, kind: str = "pdf", language: str = "en") -> tuple[Document, File]:
    document = builders.document()
    text = Text.objects.create(document=document, language=language)
    file = builders.received(document, content, kind=kind, text=text)
    builders.settle()
    return document, file


def read(file: File) -> Reading:
    found = reading.read(File.objects.get(pk=file.pk))
    found.write()
    builders.settle()
    file.refresh_from_db()
    return found


def pages(file: File) -> list[tuple[int, str]]:
    return list(Page.objects.filter(file=file).values_list("number", "words"))


def test_words_are_kept_as_they_stand_and_cleaned_for_the_search() -> None:
    document, file = received(files.pdf(PAGES))
    read(file)
    assert (file.words_state, file.words_reason, file.words_by, file.pages) == ("usable", "", "", 2)
    assert pages(file) == list(enumerate(PAGES, 1))
    words = file.words
    assert words.words.startswith("AGREEMENT between the Government of Alphaland")
    assert words.words[words.page_starts[1] :].startswith("Article 2")
    assert finds("wombat", document)


def test_file_read_again_has_its_words_once() -> None:
    document, file = received(files.pdf(PAGES))
    read(file)
    read(file)
    assert pages(file) == list(enumerate(PAGES, 1))
    assert finds("wombat", document)


def test_scan_needs_a_machine() -> None:
    for content, kind in [
        (files.scanned_pdf(3), "pdf"),
        (files.tiff(pages=3), "tiff"),
        (files.jpeg(), "jpeg"),
        (files.png(), "png"),
    ]:
        _document, file = received(content, kind)
        read(file)
        assert (file.words_state, file.words_reason) == ("no_text_layer", "few_letters"), kind
        assert file.pages == (3 if kind in ("pdf", "tiff") else 1)
        assert [words for _number, words in pages(file)] == [""] * file.pages
        assert not FileWords.objects.filter(file=file).exists()
    assert not Job.objects.filter(kind="ocr").exists()


def test_words_in_letters_of_another_language_are_not_searched() -> None:
    _document, file = received(files.pdf(PAGES), language="ru")
    read(file)
    assert (file.words_state, file.words_reason) == ("needs_ocr", "other_script")
    assert "not those of the text" in file.words_problem
    assert len(pages(file)) == 2
    assert finds("wombat")


def test_words_that_were_usable_leave_the_search() -> None:
    _document, file = received(files.pdf(PAGES))
    read(file)
    Text.objects.filter(pk=file.text_id).update(language="ru")
    read(file)
    assert finds("wombat")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (files.html("<p>All about the wombat.</p>"), "html"),
        (b"All about the wombat.", "text"),
    ],
)
def test_short_file_without_pages_is_one_page(content: bytes, kind: str) -> None:
    document, file = received(content, kind)
    read(file)
    assert (file.words_state, file.pages) == ("usable", None)
    assert pages(file) == [(1, "All about the wombat.")]
    assert finds("wombat", document)


def test_what_the_database_can_not_hold_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    _document, file = received(files.pdf(PAGES))
    odd = f"{PAGES[0]}\0 and \ud83d a half"
    monkeypatch.setattr(reading.examining, "words", lambda path, kind: iter([odd]))
    read(file)
    assert pages(file) == [(1, f"{PAGES[0]} and  a half")]
    assert file.words_state == "usable"


def test_noise_of_a_hundred_thousand_words_is_taken() -> None:
    words = " ".join(
        f"{n:032x}".translate(str.maketrans("0123456789", "ghijklmnop")) for n in range(100_000)
    )
    document, file = received(f"All about the wombat. {words}".encode(), "text")
    Reading(file, [f"All about the wombat. {words}"], "usable").write()
    builders.settle()
    assert finds("wombat", document)


def test_reading_is_no_change_of_the_document() -> None:
    document, file = received(files.pdf(PAGES))
    File.objects.filter(pk=file.pk).update(pages=2)
    builders.settle()
    document.refresh_from_db()
    version = document.version
    read(file)
    document.refresh_from_db()
    assert document.version == version


def test_file_in_the_inbox_is_read() -> None:
    file = builders.received(None, files.pdf(PAGES))
    read(file)
    assert file.words_state == "usable"


def test_file_of_a_remote_storage_is_copied_for_the_time(
    far: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document, file = received(files.pdf(PAGES))
    read(file)
    assert pages(file) == list(enumerate(PAGES, 1))
    assert list(tmp_path.iterdir()) == []
    assert finds("wombat", document)


def test_file_that_is_gone_or_broken_is_not_read() -> None:
    _document, broken = received(files.pdf(PAGES)[:300])
    with pytest.raises(Refused):
        reading.read(broken)
    default_storage.delete(broken.path)
    with pytest.raises(FileNotFoundError):
        reading.read(broken)


def test_each_reason_has_a_sentence() -> None:
    assert {reason.value for reason in quality.Reason} | {"machine_failed"} == set(WordsReason)


def test_machine_is_asked_where_it_knows_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "installed", lambda: frozenset({"eng", "rus"}))
    for language, asked in [("en", 1), ("tg", 0), ("ru", 1), ("zxx", 0)]:
        _document, file = received(files.jpeg(), "jpeg", language)
        read(file)
        read(file)
        assert Job.objects.filter(kind="ocr", file=file).count() == asked, language
    inbox = builders.received(None, files.jpeg(), kind="jpeg")
    read(inbox)
    assert Job.objects.filter(kind="ocr", file=inbox).exists()
    written = builders.received(None, b"1234567890", kind="text")
    read(written)
    assert written.words_state != "usable"
    assert not Job.objects.filter(kind="ocr", file=written).exists()


def test_programs_installed_later_are_asked_for_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    _document, file = received(files.jpeg(), "jpeg")
    read(file)
    assert reading.ask_for_all_scans() == 0
    monkeypatch.setattr(scans, "installed", lambda: frozenset({"eng"}))
    assert reading.ask_for_all_scans() == 1
    assert Job.objects.filter(kind="ocr", file=file, state="waiting").exists()
    assert reading.ask_for_all_scans() == 0


@pytest.mark.parametrize(
    ("languages", "models"),
    [
        (["en"], ["eng"]),
        (["kk", "ru"], ["kaz", "rus"]),
        (["uz-Cyrl"], ["uzb_cyrl"]),
        (["uz-Latn"], ["uzb"]),
        (["ru", "tg"], ["rus"]),  # no model of the other language
        (["tg", "ru"], []),
        ([], []),
    ],
)
def test_models_are_those_of_the_languages(
    languages: list[str], models: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    has = frozenset({"eng", "kaz", "rus", "uzb", "uzb_cyrl"})
    monkeypatch.setattr(scans, "installed", lambda: has)
    assert scans.models_for(languages) == models


def test_languages_are_the_texts_own_and_those_beside_it() -> None:
    document, file = received(files.jpeg(), "jpeg", "kk")
    builders.text(document, language="ru")
    attachment = builders.file(document)
    assert reading.languages(file) == ["kk", "ru"]
    assert reading.languages(attachment) == ["kk", "ru"]
    assert reading.languages(builders.file(None)) == ["en", "ru"]


def test_words_are_judged_once_more_when_the_language_is_known() -> None:
    _document, file = received(files.pdf(PAGES))
    Job.objects.all().delete()
    assert reading.ask_with_languages(file) == 1
    assert Job.objects.get().kind == "words"


def test_scan_is_read_once_more_only_with_other_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "installed", lambda: frozenset({"eng", "rus"}))
    _document, file = received(files.scanned_pdf(), language="ru")
    Job.objects.all().delete()
    file.words_by = "tesseract 5.3.0 (eng+rus)"
    assert reading.ask_with_languages(file) == 0
    file.words_by = "tesseract 5.3.0 (eng)"
    assert reading.ask_with_languages(file) == 1
    assert Job.objects.get().kind == "ocr"
