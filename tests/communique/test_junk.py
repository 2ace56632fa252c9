"""What is no press text, or far too much of it, is answered with the right doubt and no error."""

from __future__ import annotations

import random
import string

import pytest

from agreements.communique.parsing import LONGEST, MOST_DOCUMENTS
from tests.communique.reading import codes, read, spans

ITEM = "- Protocol on dams number {} between the Ministry of Rivers of Jordan and Chile;\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00",
        "\ufeff",
        "1234567890",
        "!!! ??? ...",
        "- \n- \n- \n",
        "\x00\x01\x02\x03" * 50,
        "PK\x03\x04\x14\x00\x00\x00\x08\x00" * 40,
        "%PDF-1.7\n\x80\x81\x82\x83\x00\x10\x11" * 30,
        "\ud800\udfff" * 20,
        "🤝" * 100,
        "\u202e\u200b\u200f" * 50,
    ],
    ids=str.__repr__,
)
def test_what_is_no_text_is_told_so(text: str) -> None:
    proposal = read(text, None)
    assert proposal.documents == []
    assert "not_text" in codes(proposal)


@pytest.mark.parametrize("language", ["en", "ru", "tr", "zh"])
@pytest.mark.parametrize(
    "text", ["", "\x00", "-", "“", "(", "between", "between and", "MoU", ":", ";;;;"]
)
def test_a_scrap_is_no_error_in_any_language(text: str, language: str) -> None:
    proposal = read(text, language)
    assert len(proposal.documents) <= 1
    assert codes(proposal)


def test_a_nul_within_a_text_is_an_ordinary_character() -> None:
    text = "Jordan and Chile signed\x00 an Agreement on visas on 14 May 2024."
    proposal = read(text)
    assert [document.type.value for document in proposal.documents] == ["agreement"]


def test_a_language_that_is_not_known_is_recognised() -> None:
    text = "Jordan and Chile signed an Agreement on visas."
    assert read(text, "xx").language == "en"
    assert read(text, "not a tag").language == "en"


def test_a_language_may_have_a_region() -> None:
    assert read("Jordan and Chile signed an Agreement on visas.", "en-GB").language == "en"


@pytest.fixture(scope="module")
def random_words() -> str:
    letters = random.Random(11)
    words = ("".join(letters.choices(string.ascii_lowercase, k=7)) for _ in range(125_000))
    return " ".join(words)


def test_of_a_million_characters_the_first_are_read(random_words: str) -> None:
    assert len(random_words) > 999_000
    proposal = read(random_words)
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "too_long")
    assert dict(doubt.values) == {"read": str(LONGEST), "all": str(len(random_words))}
    assert proposal.documents == []
    assert "no_documents" in codes(proposal)
    assert proposal.text == random_words


def test_of_a_long_text_what_stands_first_is_found(random_words: str) -> None:
    text = "Jordan and Chile signed an Agreement on visas.\n\n" + random_words
    proposal = read(text)
    assert [document.title.value for document in proposal.documents] == ["Agreement on visas"]


def test_a_sentence_without_an_end_is_cut(random_words: str) -> None:
    text = "Jordan and Chile signed an Agreement on visas and " + random_words[:LONGEST]
    proposal = read(text)
    assert len(proposal.documents) == 1
    assert all(span.end <= LONGEST for span in spans(proposal))


@pytest.mark.parametrize(
    "unit",
    [
        "between the Ministry of Rivers of Jordan and ",
        "Memorandum of Understanding on ",
        "signed by ",
        "Agreement, ",
        "the Ministry of the ",
        "(((((",
        "“",
        "and and ",
        "2023-",
        "A.",
        "Jordan ",
    ],
)
def test_a_sentence_of_one_phrase_over_and_over_is_bounded(unit: str) -> None:
    text = "Jordan and Chile signed " + unit * (12_000 // len(unit))
    assert len(read(text).documents) <= MOST_DOCUMENTS


def test_one_word_without_an_end_is_no_error() -> None:
    assert read("a" * 100_000).documents == []
    assert read("Jordan " + "-" * 50_000).documents == []


def test_of_five_thousand_items_the_first_are_shown() -> None:
    text = "The following documents were signed:\n" + "".join(map(ITEM.format, range(5_000)))
    proposal = read(text)
    assert len(proposal.documents) == MOST_DOCUMENTS
    assert "number 0 " in proposal.documents[0].title.value
    assert "number 299 " in proposal.documents[-1].title.value
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "too_many")
    assert dict(doubt.values) == {"read": str(MOST_DOCUMENTS)}


def test_three_hundred_items_are_all_shown() -> None:
    lines = map(ITEM.format, range(MOST_DOCUMENTS))
    proposal = read("The following documents were signed:\n" + "".join(lines))
    assert len(proposal.documents) == MOST_DOCUMENTS
    assert "too_many" not in codes(proposal)


def test_five_thousand_items_that_are_no_documents_are_none() -> None:
    text = "The guests:\n" + "".join(f"- Guest number {number};\n" for number in range(5_000))
    assert read(text).documents == []


def test_a_year_or_number_beyond_all_measure_is_no_error() -> None:
    proposal = read(
        "Jordan and Chile signed 99999999999999999999 documents on 99.99.9999 for 0000-9999."
    )
    assert proposal.event.total is None
    assert proposal.event.began_on is None
