"""Parties told together: plural phrases, counterparts, and more than two."""

from __future__ import annotations

import pytest

from tests.communique.reading import doubted, only, read, sides


@pytest.mark.parametrize(
    "plural",
    [
        "the ministries of culture",
        "the ministries of culture of the two countries",
        "the two countries’ ministries of culture",
        "the Jordanian and Chilean ministries of culture",
        "the culture ministries of Jordan and Chile",
    ],
)
def test_one_plural_phrase_stands_for_a_body_of_each_side(plural: str) -> None:
    text = f"Jordan and Chile met. A Protocol on museums was signed between {plural}."
    document = only(text)
    assert {state for _, state in sides(document)} == {"jo", "cl"}
    assert all(party.is_collective for party in document.parties)
    assert "collective" in doubted(document)


def test_a_counterpart_is_of_the_other_state() -> None:
    text = (
        "Jordan and Chile met. A Protocol on museums was signed between the Ministry of Arts of"
        " Jordan and its Chilean counterpart."
    )
    assert [state for _, state in sides(only(text))] == ["jo", "cl"]


def test_three_parties_are_three() -> None:
    document = only(
        "A Protocol on roads was signed between the Ministry of Roads of Jordan, the Ministry of"
        " Transport of Chile and the Agency for Bridges of Kenya."
    )
    assert sides(document) == [
        ("Ministry of Roads of Jordan", "jo"),
        ("Ministry of Transport of Chile", "cl"),
        ("Agency for Bridges of Kenya", "ke"),
    ]


def test_three_governments_are_three() -> None:
    document = only(
        "An Agreement on transit was signed between the Governments of Jordan, Chile and Kenya."
    )
    assert [state for _, state in sides(document)] == ["jo", "cl", "ke"]


def test_three_parties_bring_a_third_state_to_the_event() -> None:
    proposal = read("An Agreement on transit was signed between Jordan, Chile and Kenya.")
    assert [state.code for state in proposal.event.states] == ["cl", "jo", "ke"]
    assert "more_states" in [doubt.code for doubt in proposal.doubts]


def test_a_third_state_that_is_only_mentioned_takes_no_part() -> None:
    proposal = read(
        "Jordan and Chile signed a Protocol on dams. The ministers of Jordan and Chile also spoke"
        " of the drought in Kenya."
    )
    assert [state.code for state in proposal.event.states] == ["cl", "jo"]
