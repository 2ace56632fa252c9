"""What the text names and was not signed now: older, planned, ratified, and what surrounds it."""

from __future__ import annotations

import pytest

from tests.communique.reading import codes, not_now, read, titles, types

NOW = "Jordan and Chile signed a Protocol on dams."


@pytest.mark.parametrize(
    "older",
    [
        "The Agreement on Trade signed in Santiago in 2015 remains in force.",
        "The Agreement on Trade of 1998 was discussed.",
        "The Agreement on Trade, dated 14 March 1995, was recalled.",
        "In 2015 the countries signed an Agreement on Trade.",
        "An Agreement on Trade was signed in Santiago in 2015.",
        "Earlier, in 2015, an Agreement on Trade was signed.",
        "The ministers praised the Agreement on Trade signed previously.",
        "The Agreement on Trade was ratified by the parliament of Chile.",
        "The minister praised the implementation of the Agreement on Trade.",
        "The parties reaffirmed the Agreement on Trade.",
        "Last year the countries concluded an Agreement on Trade.",
        "The Agreement on Trade has been in force since 1998.",
    ],
)
def test_an_older_instrument_is_no_new_record(older: str) -> None:
    assert titles(read(f"{NOW} {older}")) == ["Protocol on dams"]


@pytest.mark.parametrize(
    "future",
    [
        "An Agreement on Trade will be signed next year.",
        "The countries plan to sign an Agreement on Trade.",
        "The countries are to sign an Agreement on Trade.",
        "The ministers agreed to finalise an Agreement on Trade.",
        "An Agreement on Trade is expected to be signed in autumn.",
        "The parties are working on a draft Agreement on Trade.",
        "The minister proposed an Agreement on Trade.",
        "The ministers discussed signing an Agreement on Trade.",
        "An Agreement on Trade is being prepared.",
    ],
)
def test_a_future_instrument_is_no_new_record(future: str) -> None:
    assert titles(read(f"{NOW} {future}")) == ["Protocol on dams"]


def test_an_older_instrument_is_kept_with_the_reason() -> None:
    proposal = read(f"{NOW} An Agreement on Trade was signed in Santiago in 2015.")
    assert [why for _, why in not_now(proposal)] == ["older"]
    assert not_now(proposal)[0][0].startswith("Agreement on Trade")


def test_a_future_instrument_is_kept_with_the_reason() -> None:
    proposal = read(f"{NOW} An Agreement on Trade will be signed next year.")
    assert not_now(proposal) == [("Agreement on Trade", "planned")]


def test_an_announced_text_tells_of_no_document() -> None:
    proposal = read(
        "Jordan and Chile will sign five agreements next week in Amman, among them an Agreement on"
        " visas. The ministers are expected to sign a Protocol on dams."
    )
    assert proposal.documents == []
    assert "no_documents" in codes(proposal)
    assert proposal.event.total is None


def test_a_ratified_text_tells_of_no_document() -> None:
    proposal = read(
        "The parliament of Chile ratified the Agreement on visas with Jordan. The Agreement was"
        " signed in Amman in 2021."
    )
    assert proposal.documents == []
    assert {why for _, why in not_now(proposal)} <= {"ratified", "older"}
    assert not_now(proposal)


def test_a_historical_text_tells_of_no_document() -> None:
    proposal = read(
        "Diplomatic relations of Jordan and Chile go back to 1955. In 1998 the two countries signed"
        " an Agreement on Trade. Since then 34 agreements have been signed."
    )
    assert proposal.documents == []
    assert proposal.event.total is None


def test_an_older_treaty_within_a_title_is_no_record_of_its_own() -> None:
    proposal = read(
        "Jordan and Chile signed an Action Plan to implement the Memorandum of Understanding on"
        " Water signed in Santiago in 2015."
    )
    assert types(proposal) == ["action_plan"]


@pytest.mark.parametrize(
    "title",
    [
        "Protocol amending the Agreement on Trade",
        "Annex to the Agreement on Trade",
        "Protocol extending the Memorandum of Understanding on Water",
        "Supplementary Agreement to the Agreement on Trade",
    ],
)
def test_a_change_of_an_older_instrument_is_one_new_record(title: str) -> None:
    proposal = read(f"The following were signed by Jordan and Chile:\n- {title};\n- Work Plan.")
    assert titles(proposal)[0] == title
    assert len(proposal.documents) == 2


def test_what_was_signed_earlier_the_same_day_is_new() -> None:
    proposal = read(f"{NOW} Earlier in the day an Agreement on visas was signed.")
    assert types(proposal) == ["protocol", "agreement"]


@pytest.mark.parametrize(
    "noise",
    [
        "Read also: Kenya and Oman sign an Agreement on Trade",
        "Related: Kenya and Oman sign an Agreement on Trade",
        "Photo: the press service",
        "view-icon 721",
        "Share | Print | 17.05.2024 10:42",
        "Home / News / Politics",
        "(end) rbk",
        "© 2024 Desert News Agency. All rights reserved.",
        "Tags: Jordan, Chile, agreement",
    ],
)
def test_noise_of_a_page_is_no_document(noise: str) -> None:
    assert titles(read(f"{NOW}\n\n{noise}")) == ["Protocol on dams"]


def test_the_agency_that_reports_is_no_party() -> None:
    proposal = read(
        "AMMAN (Kenya News Agency) – Jordan and Chile signed a Protocol on dams on Thursday, the"
        " Ministry of Information of Jordan told Kenya News Agency."
    )
    assert {state.code for state in proposal.event.states} == {"jo", "cl"}


def test_projects_and_promises_are_no_documents() -> None:
    proposal = read(
        f"{NOW} The sides announced a joint project on solar power and agreed to open a school."
    )
    assert titles(proposal) == ["Protocol on dams"]


def test_what_was_agreed_without_a_paper_is_no_document() -> None:
    proposal = read(f"{NOW} Agreement was reached on more flights to Santiago.")
    assert titles(proposal) == ["Protocol on dams"]


def test_a_text_without_any_signing_tells_of_no_document() -> None:
    proposal = read("The minister of Jordan spoke of trade with Chile. The weather was fine.")
    assert proposal.documents == []
    assert "no_documents" in codes(proposal)


def test_what_is_older_says_nothing_of_what_the_next_verb_signs() -> None:
    proposal = read(
        "The ministers of Jordan and Chile praised the Agreement on Trade of 1998 and signed a"
        " Protocol on dams."
    )
    assert titles(proposal) == ["Protocol on dams"]


def test_work_on_a_document_since_long_ago_does_not_make_it_old() -> None:
    proposal = read(
        "A Framework Agreement, on which Jordan and Chile had worked since 2019, was signed."
    )
    assert types(proposal) == ["framework_agreement"]


def test_a_text_that_announces_one_and_signs_another_tells_of_both() -> None:
    proposal = read(
        "Jordan and Chile will sign an Agreement on visas in autumn. Today they signed a Protocol"
        " on dams and a Work Plan on seeds."
    )
    assert titles(proposal) == ["Protocol on dams", "Work Plan on seeds"]
    assert [why for _, why in not_now(proposal)] == ["planned"]


@pytest.mark.xfail(strict=True, reason="the subject is told only after those who signed")
def test_an_agreement_that_a_later_sentence_names_is_one() -> None:
    proposal = read(
        "Minister Sami Haddad signed the agreement for Jordan and Minister Luis Rojo for Chile. The"
        " Agreement on visas takes effect in June."
    )
    assert titles(proposal) == ["Agreement on visas"]
