"""Which recorded documents a file may be of: by its name, words, day and sides, with reasons."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.editing.inbox import candidates, reading
from agreements.editing.inbox.candidates import Candidate
from agreements.editing.inbox.names import named
from agreements.models import Document, File, Identifier, State
from tests import builders, inboxes

pytestmark = pytest.mark.django_db


def found(file: File) -> list[Candidate]:
    said = reading.read(reading.words_of(file))
    return candidates.candidates(candidates.clues_of(named(file.name), said), file)


def documents(file: File) -> list[Document]:
    return [row.document for row in found(file)]


def recorded(title: str = inboxes.TITLE, **values: object) -> Document:
    sides = {f"side_{n}": State.objects.get(code=code) for n, code in ((1, "kz"), (2, "tj"))}
    made = builders.document(title, **{**sides, "publication_state": "draft", **values})
    builders.settle()
    return made


def test_document_is_found_by_the_words_of_its_paper() -> None:
    document = recorded()
    for n in range(3):
        recorded(f"Agreement on the transport of goods, part {n}")
    rows = found(inboxes.waiting(inboxes.FIRST, inboxes.LAST, name="scan.pdf"))
    assert rows[0].document == document
    assert candidates.proposed(rows) == rows[0]
    assert "like title" in rows[0].reasons
    assert "signed 4 May 2023" in rows[0].reasons
    assert "between these states" in rows[0].reasons


def test_published_document_is_found_as_well() -> None:
    document = recorded(publication_state="published")
    assert documents(inboxes.waiting(inboxes.FIRST, inboxes.LAST)) == [document]


def test_paper_in_another_language_is_found_by_day_sides_and_matter() -> None:
    recorded("Agreement on the protection of the environment", signed_on="2004-12-22")
    recorded("Agreement on the transport of goods by railway", signed_on="2004-12-22")
    rows = found(inboxes.waiting(inboxes.RUSSIAN, name="scan.pdf"))
    assert "environment" in str(rows[0].document)
    assert rows[0].points > rows[1].points


@pytest.mark.parametrize("name", ["I-20412.pdf", "UNTS 20412 scan.pdf", "20412_en.pdf"])
def test_number_in_the_name_finds_its_document(name: str) -> None:
    document = recorded()
    value = "I-20412" if name.startswith("I") else "20412"
    Identifier.objects.create(document=document, scheme_id="unts", value=value)
    rows = found(inboxes.waiting(name=name))
    assert [row.document for row in rows] == [document]
    assert "stands in the file’s name" in rows[0].reasons[0]


def test_words_and_year_in_the_name_find_a_scan_without_words() -> None:
    document = recorded()
    recorded("Agreement on cooperation in the field of tourism", signed_on="2011-03-02")
    rows = found(inboxes.waiting(name="Kazakhstan_and_Tajikistan_tourism_2023.pdf"))
    assert rows[0].document == document
    assert "words of the file’s name: tourism" in rows[0].reasons


def test_other_day_and_other_states_are_no_candidates() -> None:
    recorded(signed_on="1999-01-01", title="Agreement on the transport of goods")
    builders.draft("Treaty on extradition", signed_on="2023-05-04")
    builders.settle()
    assert documents(inboxes.waiting(inboxes.FIRST, inboxes.LAST)) == []


def test_two_alike_are_not_plain() -> None:
    recorded()
    recorded()
    rows = found(inboxes.waiting(inboxes.FIRST, inboxes.LAST))
    assert len(rows) == 2
    assert candidates.proposed(rows) is None


def test_next_page_of_a_scan_is_proposed_where_the_first_was_placed() -> None:
    document = builders.draft("Protocol")
    builders.file(document, name="scan_017_page_1.jpg", placed_at=timezone.now())
    builders.settle()
    rows = found(inboxes.waiting(name="scan_017_page_2.jpg"))
    assert [row.document for row in rows] == [document]
    assert "scan_017_page_1.jpg" in rows[0].reasons[0]
    assert found(inboxes.waiting(name="another_017.jpg")) == []


def test_number_of_queries_does_not_grow_with_the_candidates() -> None:
    file = inboxes.waiting(inboxes.FIRST, inboxes.LAST)
    recorded()
    with CaptureQueriesContext(
        connection,
    ) as one:
        found(file)
    for _n in range(12):
        recorded()
    with CaptureQueriesContext(connection) as many:
        found(file)
    assert len(many) == len(one)


@pytest.mark.parametrize("name", ["", "a", "%_\\.pdf", "1" * 300, "«»" * 100, "2023-99-99.pdf"])
def test_any_name_is_read(name: str) -> None:
    found(inboxes.waiting(name=name or "?"))


@pytest.mark.parametrize(
    ("name", "days", "years", "numbers", "language"),
    [
        ("Соглашение 22.12.2004 рус.pdf", ("2004-12-22",), (2004,), (), "ru"),
        ("20041222_KZ-TJ_tourism.pdf", ("2004-12-22",), (2004,), (), ""),
        ("MoU_2023_en.docx", (), (2023,), (), "en"),
        ("I-20412.pdf", (), (), ("I-20412", "20412"), ""),
        ("договор № 45-12 от 2003.pdf", (), (2003,), ("45-12",), ""),
    ],
)
def test_name_of_a_file_is_read(
    name: str, days: tuple, years: tuple, numbers: tuple, language: str
) -> None:
    read = named(name)
    assert (read.days, read.years, read.numbers) == (days, years, numbers)
    assert read.language == language
