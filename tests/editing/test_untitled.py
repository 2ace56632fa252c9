"""A title that says only what it is about is a doubt of the draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from agreements.editing.communiques.untitled import is_full_title
from agreements.editing.doubts import of_document
from agreements.models import Communique, Document
from tests.admin.communique_desk import address, save, send
from tests.admin.conftest import signed_in
from tests.communiques import TEXT, begun, proposal

TITLES = {
    ("Otro más sobre colaboración en materia de turismo", "es"): False,
    ("on the recognition of diplomas", "en"): False,
    ("the veterinary departments of both states", "en"): False,
    ("sur la reconnaissance des diplômes", "fr"): False,
    ("On a protocol of customs", "en"): False,
    ("О сотрудничестве в области культуры", "ru"): False,
    ("memorandum of understanding on trade", "en"): True,
    ("Cooperation programme between the ministries for 2023-2025", "en"): True,
    ("Соглашение о сотрудничестве", "ru"): True,
    ("Мәдениет саласындағы ынтымақтастық туралы келісім", "kk"): True,
    ("Convenio sobre turismo", "es"): True,
    ("关于合作的谅解备忘录", "zh"): True,
    ("Ekotoimikunta", "fi"): True,
}


@pytest.mark.parametrize(("text", "language"), TITLES)
def test_title_says_what_the_document_is(text: str, language: str) -> None:
    assert is_full_title(text, language) == TITLES[text, language]


WORDS = "is not a full title"


@pytest.fixture
def clerk(db: None) -> Client:
    return signed_in("clerk")


@pytest.fixture
def communique(clerk: Client) -> Communique:
    read = proposal(TEXT)
    protocol = read.documents[1]
    protocol.title = replace(protocol.title, value="on the exchange of advance information")
    return begun(read)


def of_title(document: Document) -> list[str]:
    return [d.words for d in of_document(document) if d.code == "reading_no_full_title"]


def test_review_and_draft_say_so(clerk: Client, communique: Communique) -> None:
    assert clerk.get(address(communique)).content.decode().count(WORDS) == 1
    event = save(clerk, communique)
    found = {d.event_position: of_title(d) for d in event.documents.all()}
    assert WORDS in found.pop(2)[0] and not any(found.values())


def test_title_that_is_written_out_is_not_doubted(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "keep", **{"documents-1-text": "Protocol on information"})
    assert WORDS not in clerk.get(address(communique)).content.decode()
    event = save(clerk, communique, **{"documents-3-text": "about twin cities"})
    assert [bool(of_title(d)) for d in event.documents.order_by("event_position")] == [
        False,
        False,
        False,
        True,
    ]
    memorandum = event.documents.get(event_position=4)
    memorandum.titles.update(text="Memorandum on twin cities")
    assert of_title(memorandum) == []


def test_title_that_is_right_so_is_settled(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique, **{"documents-1-settled": ["0"]})
    assert of_title(event.documents.get(event_position=2)) == []
