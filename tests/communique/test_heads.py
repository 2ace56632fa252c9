"""Heads of state and government: who was there, and what they signed themselves."""

from __future__ import annotations

import pytest

from tests.communique.reading import only, read

HEADS = "King Talal Rahim of Jordan and President Inés Duarte of Chile"
PROTOCOL = (
    "a Protocol on dams between the Ministry of Rivers of Jordan and the Ministry of Lakes of Chile"
)


def signed_by_heads(text: str) -> list[bool | None]:
    return [document.is_signed_by_heads for document in read(text).documents]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS} signed a Joint Declaration.",
        f"{HEADS} adopted a Joint Statement in Amman.",
        f"A Joint Declaration was signed by {HEADS}.",
        f"A Treaty on Friendship was signed by {HEADS}.",
        "The presidents of Kenya and Chile signed a Treaty on Friendship.",
        "The heads of state of Jordan and Chile signed a Treaty on Friendship.",
        "Following the talks in Amman between Jordan and Chile, the two leaders signed a Treaty on"
        " Friendship.",
        "Prime Minister Aruna Okello of Kenya and Prime Minister Luis Rojo of Chile signed a Treaty"
        " on Friendship.",
    ],
)
def test_what_heads_sign_is_theirs(text: str) -> None:
    assert signed_by_heads(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        f"In the presence of {HEADS}, the ministers signed {PROTOCOL}.",
        f"The ministers signed {PROTOCOL} in the presence of {HEADS}.",
        f"{HEADS} watched as the ministers signed {PROTOCOL}.",
        f"{HEADS} witnessed the signing of {PROTOCOL}.",
        f"{HEADS} attended the ceremony at which {PROTOCOL} was signed.",
        "A Protocol on dams was signed by the Vice President of Kenya and the Foreign Minister of"
        " Chile.",
        "A Protocol on research was signed by the President of the Academy of Sciences of Jordan"
        " and the Rector of the University of Arica of Chile.",
        f"The foreign ministers of Jordan and Chile signed {PROTOCOL}.",
    ],
)
def test_what_heads_only_watch_is_not_theirs(text: str) -> None:
    assert True not in signed_by_heads(text)
    assert len(signed_by_heads(text)) == 1


def test_heads_sign_one_and_ministers_the_rest() -> None:
    text = (
        f"{HEADS} signed a Treaty on Friendship. In their presence the ministers of the two"
        f" countries signed {PROTOCOL} and an Agreement on air transport."
    )
    assert signed_by_heads(text) == [True, False, False]


def test_a_lead_that_heads_signed_n_agreements_does_not_make_each_theirs() -> None:
    text = (
        "The presidents of Kenya and Chile signed two agreements in Nairobi.\n"
        "An Agreement on visas was signed by the ministers of foreign affairs of Kenya and Chile.\n"
        "An Agreement on seeds was signed by the ministers of agriculture of Kenya and Chile."
    )
    assert signed_by_heads(text) == [False, False]


def test_heads_are_named_once_with_their_states() -> None:
    proposal = read(
        f"{HEADS} held talks in Amman. King Talal Rahim and President Duarte signed a Joint"
        " Declaration."
    )
    assert [(head.name.value, head.state) for head in proposal.event.heads if head.name] == [
        ("Talal Rahim", "jo"),
        ("Inés Duarte", "cl"),
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("President Inés Duarte of Chile", "Inés Duarte"),
        ("President of Chile Inés Duarte", "Inés Duarte"),
        ("the President of the Republic of Chile, Inés Duarte,", "Inés Duarte"),
        ("Chilean President Inés Duarte", "Inés Duarte"),
        ("President Inés “Nena” Duarte of Chile", "Inés “Nena” Duarte"),
        ("Prime Minister Inés M. Duarte of Chile", "Inés M. Duarte"),
        ("His Majesty King Talal bin Rahim of Jordan", "Talal bin Rahim"),
        ("Emir Sheikh Talal Al Rahim of Qatar", "Talal Al Rahim"),
    ],
)
def test_the_name_of_a_head_is_read_as_written(said: str, name: str) -> None:
    heads = read(f"{said} visited Kenya, where an Agreement on visas was signed.").event.heads
    assert [head.name.value.removeprefix("Sheikh ") for head in heads if head.name] == [name]


@pytest.mark.parametrize(
    "said",
    [
        "Vice President Inés Duarte of Chile",
        "former President Inés Duarte of Chile",
        "Deputy Prime Minister Inés Duarte of Chile",
        "Inés Duarte, President of the Chamber of Commerce of Chile,",
        "Foreign Minister Inés Duarte of Chile",
    ],
)
def test_others_with_like_offices_are_no_heads(said: str) -> None:
    text = f"{said} visited Jordan, where an Agreement on visas was signed."
    assert read(text).event.heads == ()


def test_heads_who_sign_are_the_signatories() -> None:
    document = only(f"{HEADS} signed a Treaty on Friendship.")
    assert [person.name.value for person in document.signatories if person.name] == [
        "Talal Rahim",
        "Inés Duarte",
    ]


def test_the_kind_of_event_is_what_the_text_calls_it() -> None:
    said = {
        "state visit": "state_visit",
        "official visit": "official_visit",
        "working visit": "working_visit",
        "visit": "visit",
        "business forum": "forum",
        "summit": "summit",
        "joint intergovernmental commission": "intergovernmental_commission",
    }
    for words, code in said.items():
        proposal = read(f"Jordan and Chile signed an Agreement on visas during the {words}.")
        assert proposal.event.kind and proposal.event.kind.value == code, words


def test_an_earlier_visit_is_not_the_event() -> None:
    proposal = read(
        "After talks in Amman Jordan and Chile signed an Agreement on visas. The hosts recalled"
        " the previous state visit."
    )
    assert proposal.event.kind and proposal.event.kind.value == "talks"


def test_the_place_is_where_it_was_signed() -> None:
    place = read("An Agreement on visas was signed in Amman by Jordan and Chile.").event.place
    assert place and place.value == "Amman"


def test_the_dateline_is_not_the_place() -> None:
    text = "NAIROBI, May 16 – Jordan and Chile signed an Agreement on visas in Amman on Thursday."
    place = read(text).event.place
    assert place and place.value == "Amman"


def test_heads_behind_which_signed_it() -> None:
    text = f"{HEADS} met. The first document is an Agreement on dams, which the presidents signed."
    assert signed_by_heads(text) == [True]


def test_leaders_of_delegations_are_no_heads() -> None:
    text = f"{HEADS} met. The Minutes were signed by the leaders of the two delegations."
    assert signed_by_heads(text) == [False]
