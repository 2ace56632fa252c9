"""How many documents the text says were signed, and what is made of it."""

from __future__ import annotations

import pytest

from tests.communique.reading import codes, read

ITEMS = "\n- Agreement on visas;\n- Protocol on dams;\n- Programme of student exchange."


def total(text: str) -> tuple[int, str] | None:
    said = read(text).event.total
    return (said.number, said.qualifier) if said else None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3", 3),
        ("12", 12),
        ("two", 2),
        ("eight", 8),
        ("eleven", 11),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-four", 24),
        ("twenty six", 26),
        ("thirty-one", 31),
        ("a dozen", 12),
    ],
)
def test_a_total_may_be_in_figures_or_words(words: str, number: int) -> None:
    assert total(f"Jordan and Chile signed {words} documents in Amman.") == (number, "exactly")


@pytest.mark.parametrize(
    "noun",
    [
        "agreements",
        "bilateral agreements",
        "new cooperation documents",
        "memoranda of understanding",
        "MoUs",
        "agreements and memorandums",
        "important intergovernmental and interagency documents",
        "deals",
        "accords",
    ],
)
def test_a_total_counts_documents_of_any_name(noun: str) -> None:
    assert total(f"Jordan and Chile signed nine {noun} in Amman.") == (9, "exactly")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("more than", "more_than"),
        ("over", "more_than"),
        ("at least", "at_least"),
        ("no fewer than", "at_least"),
        ("about", "about"),
        ("some", "about"),
        ("nearly", "about"),
        ("up to", "up_to"),
    ],
)
def test_an_inexact_total_says_in_which_way(words: str, qualifier: str) -> None:
    assert total(f"Jordan and Chile signed {words} 20 documents.") == (20, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "Jordan and Chile signed an Agreement on visas at their 9th meeting.",
        "Jordan and Chile signed an Agreement on visas; 50 joint projects are under way.",
        "Jordan and Chile signed an Agreement on visas worth $10 billion.",
        "Jordan and Chile have signed 34 agreements since 1994. Now a Protocol on dams was signed.",
        "A Protocol on dams was signed. The legal base of Jordan and Chile has 40 agreements.",
        "A Protocol on dams was signed by Jordan and Chile. Views: 721",
        "A Protocol on dams was signed by Jordan and Chile. Next year 5 agreements will be signed.",
        "A Protocol on dams was signed by Jordan and Chile before 200 guests.",
    ],
)
def test_other_numbers_are_no_total(text: str) -> None:
    assert total(text) is None


def test_a_total_may_come_after_its_noun() -> None:
    assert total("The number of documents signed by Jordan and Chile came to 14.") == (
        14,
        "exactly",
    )


def test_a_total_may_stand_in_the_headline_alone() -> None:
    text = "Jordan, Chile sign 3 documents\n\nThe ministers signed in Amman:" + ITEMS
    assert total(text) == (3, "exactly")


def test_a_sum_in_total_wins_over_its_parts() -> None:
    text = "Jordan and Chile signed two agreements and three protocols, in total five documents."
    assert total(text) == (5, "exactly")


def test_parts_that_nothing_sums_up_are_added() -> None:
    assert total("Jordan and Chile signed two agreements and three protocols.") == (5, "exactly")


def test_a_list_as_long_as_the_total_is_no_doubt() -> None:
    proposal = read("Jordan and Chile signed three documents:" + ITEMS)
    assert not {"fewer_listed", "more_listed"} & set(codes(proposal))


def test_a_list_shorter_than_the_total_is_a_doubt() -> None:
    proposal = read("Jordan and Chile signed seven documents:" + ITEMS)
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "fewer_listed")
    assert dict(doubt.values) == {"announced": "7", "listed": "3"}


def test_a_list_longer_than_the_total_is_a_doubt() -> None:
    proposal = read("Jordan and Chile signed two documents:" + ITEMS)
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "more_listed")
    assert dict(doubt.values) == {"announced": "2", "listed": "3"}


@pytest.mark.parametrize("words", ["more than two", "at least two", "about two"])
def test_a_list_longer_than_an_inexact_total_is_no_doubt(words: str) -> None:
    assert "more_listed" not in codes(read(f"Jordan and Chile signed {words} documents:" + ITEMS))


def test_an_inexact_total_is_told_as_inexact() -> None:
    proposal = read("Jordan and Chile signed more than 20 documents:" + ITEMS)
    doubt = next(d for d in proposal.doubts if d.code in ("fewer_listed", "partial_list"))
    assert dict(doubt.values)["announced"] == "more than 20"


@pytest.mark.parametrize("words", ["Among them are:", "These include:", "In particular:"])
def test_a_partial_list_is_told_as_partial(words: str) -> None:
    proposal = read(f"Jordan and Chile signed nine documents. {words}" + ITEMS)
    assert "partial_list" in codes(proposal)
    assert "fewer_listed" not in codes(proposal)


def test_a_total_beside_the_heads_document_leaves_it_out() -> None:
    text = (
        "King Talal Rahim of Jordan and President Inés Duarte of Chile signed a Joint Declaration."
        "\nIn addition, three documents were signed:" + ITEMS
    )
    proposal = read(text)
    assert proposal.event.total and proposal.event.total.includes_heads_documents == "no"
    assert len(proposal.documents) == 4
    assert not {"fewer_listed", "more_listed"} & set(codes(proposal))


def test_a_total_that_says_nothing_of_the_heads_document_is_not_stated() -> None:
    said = read("Jordan and Chile signed three documents:" + ITEMS).event.total
    assert said and said.includes_heads_documents == "not_stated"


def test_a_text_with_no_total_has_none_and_no_doubt() -> None:
    proposal = read("Jordan and Chile signed:" + ITEMS)
    assert proposal.event.total is None
    assert not {"fewer_listed", "more_listed", "partial_list"} & set(codes(proposal))


def test_only_a_total_and_topics_make_no_rows() -> None:
    proposal = read(
        "Jordan and Chile signed 11 documents in Amman. They cover trade, health and transport."
    )
    assert proposal.event.total and proposal.event.total.number == 11
    assert {"no_documents"} <= set(codes(proposal)) or len(proposal.documents) == 3


def test_the_words_of_the_total_are_pointed_at() -> None:
    text = "Jordan and Chile signed twenty-four bilateral documents in Amman."
    said = read(text).event.total
    assert said and said.span.of(text) == "twenty-four bilateral documents"


def test_the_number_that_a_text_repeats_wins_over_a_larger_one() -> None:
    text = (
        "Jordan and Chile sign seven documents\n\nJordan and Chile signed seven new documents in"
        " Amman.\n\nOur peoples know of more than 160 documents."
    )
    assert total(text) == (7, "exactly")


def test_documents_of_an_earlier_session_are_no_total() -> None:
    text = "Of the 11 agreements signed at the 2018 session two are in force."
    assert total(f"Jordan and Chile signed a Protocol on dams. {text}") is None


def test_contracts_and_what_they_are_worth_are_no_total() -> None:
    text = "Jordan and Chile signed 11 documents. Firms agreed on 34 contracts worth 86 million."
    assert total(text) == (11, "exactly")


def test_two_sided_is_no_number() -> None:
    text = "Кыргызстан менен Монголия эки тараптуу документтерге кол коюшту."
    assert read(text, "ky").event.total is None
