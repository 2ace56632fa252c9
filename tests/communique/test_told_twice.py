"""What the text tells again is one document, with all that any of the tellings says."""

from __future__ import annotations

import pytest

from tests.communique.reading import doubted, only, read, sides, titles, types

BODIES = "the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile"
PROTOCOL = f"A Protocol on dams was signed in Amman between {BODIES}."


@pytest.mark.parametrize(
    "headline",
    [
        "Jordan, Chile sign Protocol on dams",
        "Jordan and Chile sign protocol",
        "PROTOCOL ON DAMS SIGNED BY JORDAN AND CHILE",
        "Jordan and Chile: Protocol on dams signed",
    ],
)
def test_a_headline_tells_of_the_document_of_the_body(headline: str) -> None:
    document = only(f"{headline}\n\n{PROTOCOL}")
    assert len(sides(document)) == 2


def test_a_caption_tells_of_the_document_of_the_body() -> None:
    only(f"{PROTOCOL}\n\nThe ministers sign the Protocol on dams. Photo: press service of Jordan")


def test_the_second_telling_is_pointed_at() -> None:
    text = f"{PROTOCOL} The Protocol on dams was signed by Sami Haddad and Luis Rojo."
    document = only(text)
    assert "told_again" in doubted(document)
    assert all("dams" in span.of(text) for span in document.told_again)


def test_subject_and_parties_may_stand_in_two_sentences() -> None:
    document = only(
        "Jordan and Chile signed a Memorandum of Understanding on clean water. The Memorandum of"
        f" Understanding on clean water was signed between {BODIES}."
    )
    assert sides(document) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


@pytest.mark.parametrize(
    "again",
    [
        "The document provides for joint dams.",
        "The Protocol provides for joint dams.",
        "The Protocol was signed by the ministers.",
        "This agreement will bring jobs to both countries.",
        "Under the Protocol, new dams will be built.",
        "The signing of the Protocol took place at the palace.",
        "Signing the Protocol, the minister spoke of friendship.",
    ],
)
def test_a_definite_word_for_it_is_no_other_document(again: str) -> None:
    assert types(read(f"{PROTOCOL} {again}")) == ["protocol"]


def test_two_documents_on_one_subject_with_other_parties_are_two() -> None:
    proposal = read(
        f"{PROTOCOL} A Protocol on dams was signed between the University of Irbid of Jordan and"
        " the University of Arica of Chile."
    )
    assert len(proposal.documents) == 2


def test_two_documents_of_the_same_parties_on_two_subjects_are_two() -> None:
    proposal = read(f"{PROTOCOL} A Protocol on fish ponds was signed between {BODIES}.")
    assert len(proposal.documents) == 2


def test_two_items_of_one_list_are_two_however_alike() -> None:
    proposal = read(
        "The following documents were signed by Jordan and Chile:\n"
        "- Memorandum of Understanding on water supply;\n"
        "- Memorandum of Understanding on water supply of towns."
    )
    assert len(proposal.documents) == 2


def test_a_lead_and_the_list_tell_of_the_same_documents() -> None:
    proposal = read(
        "Jordan and Chile signed agreements on visas, on dams and on seeds in Amman.\n"
        "The following documents were signed:\n- Agreement on visas for students;\n"
        "- Agreement on dams of the valley;\n- Agreement on seeds of wheat."
    )
    assert titles(proposal) == [
        "Agreement on visas for students",
        "Agreement on dams of the valley",
        "Agreement on seeds of wheat",
    ]


def test_the_fuller_title_stays() -> None:
    document = only(
        "Jordan and Chile signed a Protocol on dams.\n\n"
        f"The Protocol on dams and canals of the northern valley was signed between {BODIES}."
    )
    assert "canals of the northern valley" in document.title.value


def test_years_of_either_telling_are_kept() -> None:
    document = only(
        "Jordan, Chile sign a Programme of student exchange for 2025-2027\n\n"
        "A Programme of student exchange for 2025-2027 was signed between the Ministry of Schools"
        " of Jordan and the Ministry of Education of Chile."
    )
    assert document.period and (document.period.first, document.period.last) == (2025, 2027)


def test_signing_by_the_heads_of_either_telling_is_kept() -> None:
    document = only(
        "Jordan and Chile signed a Treaty on Friendship. The Treaty on Friendship was signed by"
        " King Talal Rahim of Jordan and President Inés Duarte of Chile."
    )
    assert document.is_signed_by_heads


def test_a_document_told_once_has_no_doubt_of_that() -> None:
    assert "told_again" not in doubted(only(PROTOCOL))
