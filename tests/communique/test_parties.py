"""Parties: where a name begins and ends, what kind of body it is and of which state."""

from __future__ import annotations

import pytest

from tests.communique.reading import doubted, kinds, only, read, sides


def between(left: str, right: str) -> list[tuple[str, str | None]]:
    return sides(only(f"A Protocol on exchange was signed between {left} and {right}."))


def test_an_and_within_the_name_of_a_body_parts_no_parties() -> None:
    assert between(
        "the Ministry of Culture, Information and Tourism of Jordan",
        "the Ministry of Youth and Sport of Chile",
    ) == [
        ("Ministry of Culture, Information and Tourism of Jordan", "jo"),
        ("Ministry of Youth and Sport of Chile", "cl"),
    ]


def test_commas_and_ands_on_both_sides_part_no_parties() -> None:
    assert between(
        "the Agency for Roads, Bridges and Tunnels of the Republic of Kazakhstan",
        "the Committee on Food, Forests and Water of Mongolia",
    ) == [
        ("Agency for Roads, Bridges and Tunnels of the Republic of Kazakhstan", "kz"),
        ("Committee on Food, Forests and Water of Mongolia", "mn"),
    ]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("the Ministry of Rivers of the Republic of Kazakhstan", "kz"),
        ("the Ministry of Rivers of Kazakhstan", "kz"),
        ("Kazakhstan’s Ministry of Rivers", "kz"),
        ("Kazakhstan's Ministry of Rivers", "kz"),
        ("the Kazakh Ministry of Rivers", "kz"),
        ("the Ministry of Rivers (Kazakhstan)", "kz"),
        ("the Ministry of Rivers, Kazakhstan", "kz"),
        ("the Kazakhstan Ministry of Rivers", "kz"),
    ],
)
def test_a_state_may_stand_anywhere_beside_its_body(said: str, state: str) -> None:
    found = between(said, "the Ministry of Lakes of Chile")
    assert [code for _, code in found] == [state, "cl"]
    assert "Ministry of Rivers" in found[0][0]


def test_a_state_may_stand_within_the_name_of_its_body() -> None:
    assert between(
        "the State Committee of Turkmenistan for Television", "the Ministry of Press of Chile"
    ) == [
        ("State Committee of Turkmenistan for Television", "tm"),
        ("Ministry of Press of Chile", "cl"),
    ]


@pytest.mark.parametrize(
    "nested",
    [
        "the Committee for Seeds of the Ministry of Fields of Uzbekistan",
        "the Agency for Youth under the President of Uzbekistan",
        "the Institute of Law under the Ministry of Justice of the Republic of Uzbekistan",
        "the Agency for Statistics under the Cabinet of Ministers of Uzbekistan",
        "the Diplomatic Academy at the Ministry of Foreign Affairs of Uzbekistan",
        "the Centre for Wool of the Committee of Wool of the Ministry of Fields of Uzbekistan",
    ],
)
def test_a_nested_body_is_one_party(nested: str) -> None:
    assert between(nested, "the Seed Council of Chile") == [
        (nested.removeprefix("the "), "uz"),
        ("Seed Council of Chile", "cl"),
    ]


def test_a_body_under_the_president_is_no_head_of_state() -> None:
    document = only(
        "A Protocol on youth was signed by the Agency for Youth under the President of Uzbekistan"
        " and the Youth Council of Chile."
    )
    assert not document.is_signed_by_heads
    assert kinds(document) == ["agency", "agency"]


def test_parties_may_be_the_subject_of_the_verb() -> None:
    document = only(
        "The Ministry of Rivers of Jordan and the Ministry of Lakes of Chile signed a Protocol on"
        " dams."
    )
    assert sides(document) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


def test_the_other_party_may_follow_with() -> None:
    document = only(
        "The Ministry of Rivers of Jordan signed a Protocol on dams with the Ministry of Lakes of"
        " Chile."
    )
    assert document.title.value == "Protocol on dams"
    assert [state for _, state in sides(document)] == ["jo", "cl"]


def test_those_who_sign_may_follow_by() -> None:
    document = only(
        "A Protocol on dams was signed by the Ministry of Rivers of Jordan and the Ministry of"
        " Lakes of Chile."
    )
    assert [state for _, state in sides(document)] == ["jo", "cl"]


def test_employers_of_the_signatories_are_the_parties_of_a_firms_contract() -> None:
    document = only(
        "An Agreement on solar panels was signed in Amman by Sami Haddad, CEO of Petra Solar"
        " Company of Jordan, and Luis Rojo, Director General of Andes Glass Company of Chile."
    )
    assert [state for _, state in sides(document)] == ["jo", "cl"]
    assert kinds(document) == ["company", "company"]


def test_ministers_who_sign_are_no_parties() -> None:
    document = only(
        "An Agreement between the Government of Jordan and the Government of Chile on visas was"
        " signed by Foreign Minister Sami Haddad and Foreign Minister Luis Rojo."
    )
    assert sides(document) == [("Government of Jordan", "jo"), ("Government of Chile", "cl")]
    assert [person.name.value for person in document.signatories if person.name] == [
        "Sami Haddad",
        "Luis Rojo",
    ]


def test_an_ambassador_to_a_state_is_no_party_of_that_state() -> None:
    document = only(
        "A Protocol on dams between the Ministry of Rivers of Jordan and the Ministry of Lakes of"
        " Chile was signed by Sami Haddad, Ambassador of Jordan to Chile, and Minister Luis Rojo."
    )
    assert sides(document) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("the City of Irbid of Jordan", "the City of Arica of Chile", "city"),
        ("the Irbid Region of Jordan", "the Arica Region of Chile", "region"),
        ("Petra Solar Company of Jordan", "Andes Glass Company of Chile", "company"),
        ("the University of Irbid of Jordan", "the University of Arica of Chile", "university"),
        ("the Academy of Sciences of Jordan", "the Academy of Sciences of Chile", "other"),
        ("the Central Bank of Jordan", "the Central Bank of Chile", "agency"),
        ("the Government of Jordan", "the Government of Chile", "state"),
        ("Jordan", "Chile", "state"),
    ],
)
def test_a_body_has_the_kind_of_its_noun(left: str, right: str, kind: str) -> None:
    document = only(f"A Protocol on exchange was signed between {left} and {right}.")
    assert kinds(document) == [kind, kind]
    assert [state for _, state in sides(document)] == ["jo", "cl"]


def test_capitals_that_are_called_cities_are_cities() -> None:
    document = only("A Twinning Agreement was signed between the cities of Amman and Santiago.")
    assert [state for _, state in sides(document)] == ["jo", "cl"]
    assert kinds(document) == ["city", "city"]


def test_capitals_stand_for_their_states() -> None:
    proposal = read("Amman and Santiago signed an Agreement on visas. Jordan will open an embassy.")
    assert sides(proposal.documents[0]) == []
    assert {state.code for state in proposal.event.states} == {"jo", "cl"}


def test_an_adjective_says_the_state() -> None:
    assert between("the Jordanian Ministry of Rivers", "the Chilean Ministry of Lakes") == [
        ("Jordanian Ministry of Rivers", "jo"),
        ("Chilean Ministry of Lakes", "cl"),
    ]


@pytest.mark.parametrize(("said", "state"), [("UAE", "ae"), ("DPRK", "kp"), ("PRC", "cn")])
def test_an_abbreviation_says_the_state(said: str, state: str) -> None:
    found = between(f"the Ministry of Rivers of the {said}", "the Ministry of Lakes of Chile")
    assert found == [
        (f"Ministry of Rivers of the {said}", state),
        ("Ministry of Lakes of Chile", "cl"),
    ]


def test_an_abbreviation_that_the_text_explains_says_the_state() -> None:
    text = (
        "The General Department of Seeds of Jordan (GDSJ) received guests from Chile. A Protocol on"
        " seeds was signed between GDSJ and the Seed Council of Chile."
    )
    assert sides(only(text))[0] == ("GDSJ", "jo")


@pytest.mark.parametrize(
    "subject",
    [
        "direct flights between Amman and Santiago",
        "a cable between the station of Aqaba and the station of Arica",
        "trade turnover between the two countries",
    ],
)
def test_a_between_within_the_subject_names_no_parties(subject: str) -> None:
    document = only(
        f"The Ministry of Roads of Jordan and the Ministry of Transport of Chile signed a Protocol"
        f" on {subject}."
    )
    assert sides(document) == [
        ("Ministry of Roads of Jordan", "jo"),
        ("Ministry of Transport of Chile", "cl"),
    ]


def test_a_party_with_no_state_in_the_text_has_none_and_a_doubt() -> None:
    document = only(
        "A Memorandum of Understanding was signed between the Ministry of Seas of Chile and the"
        " Amber Whale Foundation."
    )
    assert sides(document) == [
        ("Ministry of Seas of Chile", "cl"),
        ("Amber Whale Foundation", None),
    ]
    assert "party_without_state" in doubted(document)


def test_a_state_that_follows_from_the_other_side_is_a_doubt() -> None:
    text = (
        "Jordan and Chile held talks. A Protocol on dams was signed between the Ministry of Rivers"
        " of Jordan and the Ministry of Lakes."
    )
    document = only(text)
    assert [state for _, state in sides(document)] == ["jo", "cl"]
    assert "state_from_other_side" in doubted(document)


def test_two_bodies_of_one_state_are_read_as_written_with_a_doubt() -> None:
    document = only(
        "A delegation of Chile came. A Protocol on dams between the Ministry of Rivers of Jordan"
        " and the Ministry of Dams of Jordan was signed."
    )
    assert [state for _, state in sides(document)] == ["jo", "jo"]
    assert "same_state" in doubted(document)


def test_governments_of_two_states_after_one_noun_are_two_parties() -> None:
    document = only("An Agreement was signed between the Governments of Jordan and Chile on visas.")
    assert [state for _, state in sides(document)] == ["jo", "cl"]
    assert kinds(document) == ["state", "state"]


def test_governments_may_be_the_subject_of_the_verb() -> None:
    document = only(
        "The Government of Jordan and the Government of Chile signed an Agreement on visas."
    )
    assert sides(document) == [("Government of Jordan", "jo"), ("Government of Chile", "cl")]


def test_states_as_the_subject_of_the_verb_name_no_party() -> None:
    document = only("Jordan and Chile signed an Agreement on visas.")
    assert sides(document) == []
    assert "no_parties" in doubted(document)


@pytest.mark.parametrize(
    "dateline",
    ["AMMAN, May 16 – ", "AMMAN – ", "AMMAN (Kenya News Agency) – ", "Amman, 16 May 2024. "],
)
def test_a_dateline_is_no_part_of_a_party(dateline: str) -> None:
    text = (
        "The Ministry of Rivers of Jordan and the Ministry of Lakes of Chile signed a Protocol on"
        " dams."
    )
    assert sides(only(dateline + text)) == [
        ("Ministry of Rivers of Jordan", "jo"),
        ("Ministry of Lakes of Chile", "cl"),
    ]


@pytest.mark.parametrize(
    ("said", "role"),
    [("the Government of {}", "government"), ("{}", "state"), ("the Republic of {}", "state")],
)
def test_a_state_acts_as_the_text_says(said: str, role: str) -> None:
    names = (said.format("Kazakhstan"), said.format("Chile"))
    document = only(f"An Agreement on visas was signed between {names[0]} and {names[1]}.")
    assert [party.acting_as for party in document.parties] == [role, role]


def test_sides_are_numbered_in_the_order_of_the_text() -> None:
    document = only("An Agreement on visas was signed between Chile and Jordan.")
    assert [party.side for party in document.parties] == [1, 2]
    assert [state for _, state in sides(document)] == ["cl", "jo"]


def test_an_article_is_no_part_of_a_name() -> None:
    assert between("the Bank of Kenya", "a Bank of Chile")[0][0] == "Bank of Kenya"


def test_a_state_may_stand_between_commas() -> None:
    title = (
        "Memorandum of Understanding between the Ministry of Rivers, Jordan, and the Ministry of"
        " Lakes, Chile, on dams"
    )
    document = only(f"A {title} was signed.")
    assert document.title.value == title
    assert sides(document) == [
        ("Ministry of Rivers, Jordan", "jo"),
        ("Ministry of Lakes, Chile", "cl"),
    ]


def test_the_former_and_the_latter_are_of_the_states_named_before() -> None:
    proposal = read(
        "Jordan and Chile met. Documents were signed between the Jordanian Farmers Union’s"
        " Department for Seeds and the Chilean Growers League’s Board of Fields; and between the"
        " former’s Press Office and the latter’s Radio Service."
    )
    assert sides(proposal.documents[1]) == [("Press Office", "jo"), ("Radio Service", "cl")]


def test_three_bodies_may_be_the_subject_of_the_verb() -> None:
    document = only(
        "The Ministry of Rivers of Jordan, the Ministry of Lakes of Chile and the Water Agency of"
        " Kenya signed a Memorandum on rivers."
    )
    assert [state for _, state in sides(document)] == ["jo", "cl", "ke"]


def test_municipalities_are_cities() -> None:
    document = only(
        "A Twinning Agreement between the Greater Amman Municipality and the Municipality of"
        " Santiago was signed by Mayor Sami Haddad and Mayor Rosa Almeyda."
    )
    assert kinds(document) == ["city", "city"]


@pytest.mark.xfail(strict=True, reason="names of firms without a noun such as company or airline")
def test_firms_may_be_known_by_their_names_alone() -> None:
    document = only("Jordan’s Royal Wings and Chile’s Lan Sur signed a codeshare agreement.")
    assert [state for _, state in sides(document)] == ["jo", "cl"]


def test_a_body_and_its_state_between_commas_come_before_the_other() -> None:
    document = only(
        "Letter of Cooperation between Rainbow University, Jordan, and the Lakes Institute of"
        " Chile was signed."
    )
    assert sides(document) == [
        ("Rainbow University, Jordan", "jo"),
        ("Lakes Institute of Chile", "cl"),
    ]


def test_an_item_may_name_one_side_only() -> None:
    document = only(
        "Jordan and Chile signed a Memorandum between the Ministry of Rivers of Jordan on the"
        " protection of falcons and other birds."
    )
    assert sides(document) == [("Ministry of Rivers of Jordan", "jo")]
    assert "one_party" in doubted(document)


def test_twins_without_a_noun_are_cities() -> None:
    document = only(
        "Jordan and Chile signed a letter of intent on city partnership between Irbid and Arica."
    )
    assert kinds(document) == ["city", "city"]


def test_states_that_rest_on_the_order_alone_are_doubted() -> None:
    document = only(
        "Jordan and Chile met. The Ministry of Rivers and the Institute of Lakes signed a Protocol."
    )
    assert "state_by_order" in doubted(document)
