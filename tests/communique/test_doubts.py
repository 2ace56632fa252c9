"""What a clerk has to settle is said in words that a clerk understands."""

from __future__ import annotations

import re

import pytest

from agreements.communique import doubts
from agreements.communique.proposal import Proposal
from agreements.communique.report import as_json
from tests.communique.reading import codes, doubted, only, read

BODIES = "the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile"
CLEAR = f"A Protocol on dams was signed between {BODIES} on 14 May 2024."


def of_text(proposal: Proposal, code: str) -> str:
    return next(doubts.words(doubt) for doubt in proposal.doubts if doubt.code == code)


@pytest.mark.parametrize("code", doubts.WORDS)
def test_every_doubt_is_a_sentence_for_a_clerk(code: str) -> None:
    said = doubts.WORDS[code]
    assert said[0].isupper() or said.startswith(("{", "“"))
    assert said.endswith((".", "?"))
    assert not re.search(r"span|token|regex|null|None", said)


def test_a_clear_text_has_no_doubt() -> None:
    proposal = read(CLEAR)
    assert codes(proposal) == []
    assert doubted(proposal.documents[0]) == []


def test_a_shorter_list_is_told_in_numbers() -> None:
    proposal = read(f"Jordan and Chile signed twelve documents. {CLEAR}")
    code = next(code for code in codes(proposal) if code in ("fewer_listed", "partial_list"))
    said = of_text(proposal, code)
    assert "12 announced" in said and "1 listed" in said


def test_a_longer_list_is_told_in_numbers() -> None:
    proposal = read(
        "Jordan and Chile signed two documents:\n- Agreement on visas;\n- Protocol on dams;\n"
        "- Work Plan on seeds."
    )
    assert "2 announced, but 3 listed" in of_text(proposal, "more_listed")


def test_a_borrowed_date_is_told_with_the_word_that_it_rests_on() -> None:
    assert "“today”" in of_text(
        read(f"A Protocol was signed today between {BODIES}."), "publication_date"
    )


def test_the_text_of_one_state_only_leaves_the_states_unclear() -> None:
    assert "no_states" in codes(read("The minister of Jordan signed an Agreement on visas."))


def test_a_document_without_parties_is_told_so() -> None:
    assert doubted(only("Jordan and Chile signed an Agreement on visas.")) == ["no_parties"]


def test_a_document_with_one_party_is_told_so() -> None:
    proposal = read(
        "Jordan and Chile met. The following were signed:\n"
        "- Protocol on cooperation between the Ministry of Rivers of Jordan;\n- Work Plan on seeds."
    )
    assert "one_party" in doubted(proposal.documents[0])


@pytest.mark.parametrize(
    "title", ["Memorandum “On Dams", "Memorandum On Dams”", "Memorandum «On Dams"]
)
def test_unbalanced_quotation_marks_are_told_and_not_repaired(title: str) -> None:
    proposal = read(f"Jordan and Chile signed:\n- {title};\n- Work Plan on seeds.")
    assert "unbalanced_quotes" in doubted(proposal.documents[0])
    assert proposal.documents[0].title.value == title


def test_balanced_quotation_marks_are_no_doubt() -> None:
    proposal = read("Jordan and Chile signed:\n- Memorandum “On Dams”;\n- Work Plan on seeds.")
    assert "unbalanced_quotes" not in doubted(proposal.documents[0])


def test_a_document_without_a_type_is_told_so() -> None:
    proposal = read(
        "Jordan and Chile signed three documents. Among the documents were those signed between"
        f" {BODIES}."
    )
    assert "no_type" in doubted(proposal.documents[0])


def test_a_doubt_points_at_the_words_that_raise_it() -> None:
    text = "Jordan and Chile signed twelve documents on 14 May 2024:\n- Protocol on dams."
    proposal = read(text)
    doubt = next(d for d in proposal.doubts if d.code in ("fewer_listed", "partial_list"))
    assert doubt.span and "twelve documents" in doubt.span.of(text)


def test_the_report_tells_doubts_in_words() -> None:
    report = as_json(read("Jordan and Chile signed an Agreement on visas."))
    assert "The text does not say on which day it was signed." in report["doubts"]
    assert report["documents"][0]["doubts"] == [
        "The text names no party; it may be the two states."
    ]


def test_every_doubt_can_be_said_with_its_own_values() -> None:
    for text in (
        CLEAR,
        "",
        "Jordan signed.",
        f"Jordan and Chile signed about 30 deals today. {CLEAR}",
    ):
        proposal = read(text)
        for doubt in [*proposal.doubts, *(d for one in proposal.documents for d in one.doubts)]:
            assert "{" not in doubts.words(doubt)
