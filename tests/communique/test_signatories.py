"""Who signed, with the office and the state that the text gives."""

import pytest

from tests.communique.reading import only, read

VISAS = "An Agreement on visas was signed"


def signed(text: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    return [
        (person.name.value, person.office and person.office.value, person.state)
        for person in only(text, language).signatories
        if person.name
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Minister of Interior of Jordan Sami Haddad and Minister of Foreign Affairs of Chile"
            " Luis Rojo",
            [
                ("Sami Haddad", "Minister of Interior of Jordan", "jo"),
                ("Luis Rojo", "Minister of Foreign Affairs of Chile", "cl"),
            ],
        ),
        (
            "the Minister of Energy, Mr Sami Haddad, and the Chilean Minister of Energy and"
            " Mineral Resources, Mr Luis Rojo Prieto",
            [
                ("Sami Haddad", "the Minister of Energy", None),
                ("Luis Rojo Prieto", "the Chilean Minister of Energy and Mineral Resources", "cl"),
            ],
        ),
        (
            "Sami Haddad, Minister of Culture of Jordan, and Luis Rojo, Rector of the Academy",
            [
                ("Sami Haddad", "Minister of Culture of Jordan", "jo"),
                ("Luis Rojo", "Rector of the Academy", None),
            ],
        ),
        (
            "Transport Minister Sami Haddad, Deputy Minister of Health Dr. Rana Saleh and"
            " Chilean Ambassador Luis Rojo",
            [
                ("Sami Haddad", "Transport Minister", None),
                ("Rana Saleh", "Deputy Minister of Health", None),
                ("Luis Rojo", "Chilean Ambassador", "cl"),
            ],
        ),
    ],
)
def test_persons_have_the_office_and_the_state_of_the_text(words: str, expected: list) -> None:
    assert signed(f"{VISAS} by {words}.") == expected


def test_all_names_behind_a_state_or_an_office_are_one() -> None:
    text = (
        "Minister of Culture of Jordan Sami Al Haddad and Ambassador María del Pilar Rojo"
        " signed an Agreement on visas."
    )
    assert [name for name, _, _ in signed(text)] == [
        "Sami Al Haddad",
        "María del Pilar Rojo",
    ]


def test_the_office_does_not_take_what_stands_before_it() -> None:
    text = (
        "Precisó que el vicepresidente Rojo y la canciller Ana Lucía Prieto firmaron un Acuerdo"
        " sobre visados."
    )
    assert signed(text, "es") == [
        ("Rojo", "vicepresidente", None),
        ("Ana Lucía Prieto", "canciller", None),
    ]


def test_a_state_and_the_parts_of_a_bodys_name_are_no_persons() -> None:
    text = (
        f"{VISAS} by the Ministry of Antiquities, Crafts, and Museums of Jordan and by Chile,"
        " the ministries and agencies of the President of the Republic of Chile."
    )
    assert signed(text) == []


def test_the_sentence_after_the_document_names_who_signed_it() -> None:
    text = (
        f"{VISAS} in Amman. The Agreement was signed this morning at the Palace by Foreign"
        " Minister of Jordan Sami Haddad and Ambassador of Chile Luis Rojo."
    )
    assert [name for name, _, _ in signed(text)] == ["Sami Haddad", "Luis Rojo"]


def test_the_sentence_after_names_who_signed_a_document_of_its_type_only() -> None:
    text = (
        "The ministers of Jordan and Chile signed: a Protocol on ports; and an Agreement on visas."
        " The Agreement was signed by Foreign Minister of Jordan Sami Haddad and Ambassador of"
        " Chile Luis Rojo."
    )
    protocol, agreement = read(text).documents
    assert protocol.signatories == ()
    assert len(agreement.signatories) == 2
