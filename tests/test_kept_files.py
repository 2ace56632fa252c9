"""What the database itself holds about files: they stay, and their words are searched."""

import hashlib
import io

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from agreements.models import Change, Document, File, FileWords, Job, Text
from agreements.texts.receiving import keep
from tests import builders
from tests.searching import finds, snippet

pytestmark = pytest.mark.django_db


def with_text(words: str = "", **values: object) -> tuple[Document, File]:
    """A published document whose text is a file."""
    document = builders.document()
    text = Text.objects.create(document=document, language="en")
    file = builders.file(document, text=text, **values)
    if words:
        FileWords.objects.create(file=file, words=words, page_starts=[0])
    builders.settle()
    return document, file


def test_bytes_are_stored_under_the_key_with_their_hash() -> None:
    content = bytes(range(256)) * 9000  # more than one chunk
    name = "Соглашение № 4: «вода».pdf"
    file = keep(io.BytesIO(content), name, "pdf")
    assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert file.path == f"originals/{file.key.hex[:2]}/{file.key.hex}"
    assert default_storage.open(file.path).read() == content
    assert file.name == name
    assert Job.objects.get(file=file).kind == "words"


def test_file_is_as_public_as_its_document_and_text() -> None:
    document, file = with_text()
    attachment = builders.file(document)
    assert set(File.objects.published()) == {file, attachment}
    File.objects.filter(pk=attachment.pk).update(is_public=False)
    assert list(File.objects.published()) == [file]
    Text.objects.update(is_public=False)
    assert not File.objects.published()
    draft = builders.draft()
    builders.file(draft)
    builders.file(None)
    assert not File.objects.published()


def test_replaced_file_is_no_current_one_and_stays_public() -> None:
    document, file = with_text()
    new = builders.file(document, text=file.text, replaces=file, reason="A page was missing.")
    assert list(File.objects.current()) == [new]
    assert set(File.objects.published()) == {file, new}


def test_words_of_a_file_are_found() -> None:
    document, file = with_text("All about the wombat.")
    assert finds("wombat", document)
    assert "wombat" in [piece.text for piece in snippet("wombat", document).pieces]
    FileWords.objects.filter(file=file).update(words="All about the numbat.")
    builders.settle()
    assert finds("wombat")
    assert finds("numbat", document)
    FileWords.objects.all().delete()
    builders.settle()
    assert finds("numbat")


def test_words_of_a_long_file_are_found() -> None:
    document, _file = with_text("Water and land and air. " * 2000 + "A wombat.")
    assert finds("wombat", document)
    assert "wombat" in [piece.text for piece in snippet("wombat", document).pieces]


def test_typed_words_come_before_those_of_the_file() -> None:
    document, file = with_text("All about the wombat.")
    Text.objects.filter(pk=file.text_id).update(body="All about the numbat.")
    builders.settle()
    assert finds("wombat")
    assert finds("numbat", document)


def test_words_of_what_is_not_public_are_not_found() -> None:
    _document, file = with_text("All about the wombat.")
    File.objects.filter(pk=file.pk).update(is_public=False)
    builders.settle()
    assert finds("wombat")


def test_images_are_read_as_the_pages_of_one_paper() -> None:
    document, first = with_text("The first wombat.", kind="tiff", position=1)
    second = builders.file(document, text=first.text, kind="tiff", position=2)
    FileWords.objects.create(file=second, words="The last numbat.", page_starts=[0])
    other = builders.file(document, text=first.text, kind="pdf", position=3)
    FileWords.objects.create(file=other, words="The same again, quokka.", page_starts=[0])
    builders.settle()
    assert finds("wombat", document)
    assert finds("numbat", document)
    assert finds("quokka")


def test_text_with_a_file_is_here() -> None:
    document, file = with_text()
    document.refresh_from_db()
    assert document.text_availability == "text_here"
    File.objects.filter(pk=file.pk).update(is_public=False)
    builders.settle()
    document.refresh_from_db()
    assert document.text_availability == "title_only"


def test_what_the_archive_finds_out_is_no_change_of_the_document() -> None:
    document, file = with_text()
    document.refresh_from_db()
    changes = Change.objects.count()
    File.objects.filter(pk=file.pk).update(words_state="usable", fixity="sound")
    FileWords.objects.create(file=file, words="Words", page_starts=[0])
    builders.settle()
    assert Document.objects.get().version == document.version
    assert Change.objects.count() == changes
    File.objects.filter(pk=file.pk).update(position=4)
    builders.settle()
    assert Document.objects.get().version == document.version + 1
    assert Change.objects.count() == changes + 1


@pytest.mark.parametrize("field", ["key", "name", "kind", "sha256", "received_by"])
def test_received_file_stays_as_it_came(field: str) -> None:
    file = builders.file(builders.draft())
    other = {"key": "0" * 32, "sha256": "0" * 64, "kind": "odt"}.get(field, "other")
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        File.objects.filter(pk=file.pk).update(**{field: other})
    assert "file_stays_as_received" in str(refusal.value)


def test_file_of_a_draft_goes_with_it() -> None:
    document = builders.draft()
    builders.file(document)
    document.delete()
    assert not File.objects.exists()
