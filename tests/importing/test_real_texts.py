"""Texts of the corpus, as they come: long, noisy, in two languages, with bytes that no text has."""

from __future__ import annotations

import random
from itertools import islice

import pytest
from django.conf import settings
from django.db import connection

from agreements.importing.real_texts import (
    is_found,
    last_words,
    load_real_texts,
    not_found,
    read_texts,
)
from agreements.models import Document, Text
from tests.searching import finds

pytestmark = pytest.mark.django_db

CORPUS = settings.BASE_DIR.parent / "shared" / "data"
PLAIN = {
    "id": "cult-1-en",
    "record_id": "wti-1",
    "lang": "en",
    "title": "Cultural  agreement",
    "party1_code": "FRA",
    "party2_code": "BOL",
    "date_signed": "1966-05-26",
    "date_in_force": "",
    "text": "The two governments shall exchange books about the wombat every second year.",
}


def loaded(*papers: dict[str, str]) -> list[Document]:
    load_real_texts([PLAIN | paper for paper in papers], lambda what, number: None)
    return list(Document.objects.order_by("pk"))


def test_versions_of_one_paper_are_texts_of_one_document() -> None:
    (document,) = loaded({}, {"id": "cult-1-fr", "lang": "fr", "text": "Le wombat."})
    assert list(document.texts.values_list("language", flat=True)) == ["en", "fr"]
    assert document.titles.get().text == "Cultural agreement"
    assert document.text_availability == "text_here"
    assert finds("wombat", document)
    assert not_found() == []


def test_paper_without_two_known_sides_is_loaded_all_the_same() -> None:
    one, other = loaded(
        {"party1_code": "", "party2_code": "", "parties": "CRI-DOM-SLV"},
        {"id": "b", "record_id": "", "party1_code": "", "party2_code": ""},
    )
    assert [party.state.code for party in one.parties.order_by("side")] == ["cr", "sv"]
    assert {party.state.name.text for party in other.parties.all()} == {"Party not recorded"}


def test_days_are_read_as_they_are_written_and_nothing_is_made_of_others() -> None:
    (document,) = loaded({"date_signed": "18.01.1997", "date_in_force": "n/a"})
    assert document.signed_on == "1997-01-18"
    assert not document.actions.exists()


def test_bytes_that_no_text_may_have_are_left_out() -> None:
    (document,) = loaded({"title": "An agree\0ment", "text": "The wom\0bat.\0"})
    assert document.titles.get().text == "An agreement"
    assert document.texts.get().body == "The wombat."


def test_more_different_words_than_a_vector_holds_are_searched() -> None:
    """A scan's noise: 60,000 words of 32 letters are twice what PostgreSQL takes."""
    chance = random.Random(3)
    noise = ["".join(chance.choices("abcdefghijklmnoprstuvwxyz", k=32)) for _ in range(60_000)]
    (document,) = loaded({"text": " ".join(noise)})
    assert finds(" ".join(noise[:2]), document)
    with pytest.raises(Exception, match="too long for tsvector"), connection.cursor() as cursor:
        cursor.execute("SELECT to_tsvector('simple', body) FROM agreements_text")


def test_what_is_not_found_is_told() -> None:
    (document,) = loaded({})
    Text.objects.update(body="Other words by a hand that the search was not told of.")
    assert last_words("one two three four five 6. seven") == "two three four five seven"
    assert is_found(document.pk, "books about the wombat")
    assert not_found() == [document.pk]


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus in ../shared/data")
def test_one_real_text_in_twenty_and_the_longest_are_found() -> None:
    every = list(islice(read_texts(CORPUS), 0, None, 20))
    longest = max(read_texts(CORPUS), key=lambda paper: len(paper["text"]))
    load_real_texts([*every, longest], lambda what, number: None)
    assert Text.objects.count() == len(every) + 1 == 156
    assert not_found() == []
