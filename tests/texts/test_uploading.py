"""One upload: examined, and kept in the inbox or refused in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import override_settings

from agreements.models import File, Job
from agreements.texts.uploading import shown_name, take_in
from tests import builders
from tests.texts import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def uploads() -> Iterator[list[TemporaryUploadedFile]]:
    made: list[TemporaryUploadedFile] = []
    yield made
    for upload in made:
        upload.close()


def upload(
    made: list[TemporaryUploadedFile], content: bytes, name: str = "agreement.pdf"
) -> TemporaryUploadedFile:
    made.append(TemporaryUploadedFile(name, "application/pdf", len(content), None))
    made[-1].write(content)
    made[-1].seek(0)
    return made[-1]


def test_sound_file_is_kept_in_the_inbox(uploads: list[TemporaryUploadedFile]) -> None:
    content, clerk = files.pdf(is_signed=True), User.objects.create_user("zarina")
    received = take_in(upload(uploads, content, "Соглашение.pdf"), clerk)
    file = received.file
    assert list(File.objects.waiting()) == [file]
    assert (file.name, file.kind, file.pages, file.is_signed) == ("Соглашение.pdf", "pdf", 2, True)
    assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert file.received_by == "zarina"
    assert default_storage.open(file.path).read() == content
    assert Job.objects.get().file == file
    assert received.refusals == ()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "agreement.pdf", "empty"),
        (files.pdf(password="secret"), "agreement.pdf", "password"),
        (files.pdf(), "agreement.docx", "By its name"),
        (files.pdf()[:400], "agreement.pdf", "too early"),
        (files.old_word(), "agreement.doc", "DOCX or PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "map.png", "cut off"),
        (bytes(range(256)) * 9, "agreement", "not known here"),
    ],
)
def test_refused_file_leaves_nothing_behind(
    uploads: list[TemporaryUploadedFile], content: bytes, name: str, words: str, tmp_path: Path
) -> None:
    with override_settings(MEDIA_ROOT=tmp_path):
        received = take_in(upload(uploads, content, name))
    assert received.file is None
    assert words in " ".join(received.refusals)
    assert not File.objects.exists()
    assert not list(tmp_path.iterdir())


def test_largest_size_is_the_archives_own(uploads: list[TemporaryUploadedFile]) -> None:
    content = files.pdf(["Article 1 " * 9] * 40)
    with override_settings(FILE_MAX_SIZE=len(content) - 1):
        assert "larger than" in " ".join(take_in(upload(uploads, content)).refusals)
    with override_settings(FILE_MAX_SIZE=len(content)):
        assert take_in(upload(uploads, content)).file


def test_same_bytes_are_told_of(uploads: list[TemporaryUploadedFile]) -> None:
    content = files.pdf()
    there = builders.received(builders.draft(), content)
    builders.received(builders.draft(), files.pdf(["Another"]))
    received = take_in(upload(uploads, content))
    assert received.twins == (there,)
    assert received.file != there


def test_storage_that_takes_nothing_is_told_of(
    uploads: list[TemporaryUploadedFile], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "originals").write_text("in the place of the folder")
    with override_settings(MEDIA_ROOT=tmp_path):
        received = take_in(upload(uploads, files.pdf()))
    assert "could not be stored" in " ".join(received.refusals)
    [line] = caplog.records
    assert "Not a directory" in line.getMessage()
    assert not line.exc_info
    assert not File.objects.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Соглашение № 4.pdf", "Соглашение № 4.pdf"),
        ("Созишнома\u0438\u0306.pdf", "Созишномай.pdf"),
        ("two\nlines\t.pdf", "two lines .pdf"),
        ("agree\u202efdp.exe", "agreefdp.exe"),
        ("\x07\u200b", "file without a name"),
        ("n" * 400 + ".pdf", "n" * 400 + ".pdf"),
    ],
)
def test_name_is_one_line_of_visible_letters(name: str, shown: str) -> None:
    assert shown_name(name) == shown
