"""Which state a name means: by every name, on the day of the document, and never by a guess."""

from __future__ import annotations

import pytest

from agreements.importing.state_names import StateNames, days_of
from agreements.models import StateName
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def names() -> StateNames:
    return StateNames.read()


@pytest.mark.parametrize(
    ("text", "signed_on", "code"),
    [
        ("Zaire", "1980-05-04", "cd"),
        ("ZAIRE", "1980", "cd"),
        ("Soviet Union", "1950", "suhh"),
        ("СССР", "1950-01-01", "suhh"),
        ("Germany", "1975-01-01", "de"),
        ("German Democratic Republic", "1975", "ddde"),
        ("Ceylon", "1955-03", "lk"),
        ("CEYLON", "1955-03", "lk"),
        ("Burma", "1960", "mm"),
        ("Upper Volta", "1970", "bf"),
        ("Yugoslavia", "1960", "yucs"),
        ("tj", "", "tj"),
        ("TJ", "", "tj"),
        ("TJK", "", "tj"),
        ("SUN", "1950", "suhh"),
        ("SUHH", "1950", "suhh"),
        ("x-eu", "", "x-eu"),
        ("NETHERLANDS THE", "1950", "nl"),
        ("Korea, Republic of", "1990", "kr"),
        ("KOREA REPUBLIC OF", "1990", "kr"),
        ("CHINA REPUBLICA POPULAR", "", "cn"),
        ("Korea (North)", "1990", "kp"),
        ("Korea, Dem. People's Rep. of", "1990", "kp"),
        ("Mongolia (Mongolian Peoples Republic)", "1980", "mn"),
        ("Government of the Republic of Tajikistan", "2023", "tj"),
        ("Cabinet of Ministers of Ukraine", "2010", "ua"),
        ("ORGANIZACIÓN DE LAS NACIONES UNIDAS-ONU", "", "x-un"),
        ("Alemania", "", "de"),
        ("Тоҷикистон", "2020", "tj"),
        ("таджикистан", "2020", "tj"),
    ],
)
def test_a_state_is_found_by_what_it_was_called_then(
    names: StateNames, text: str, signed_on: str, code: str
) -> None:
    assert names.find(text, days_of(signed_on)).code == code


@pytest.mark.parametrize(
    ("text", "signed_on", "candidates"),
    [
        ("Korea", "1990", {"kp", "kr"}),
        ("Yemen", "1975", {"ydye", "x-north-yemen", "ye"}),
        ("Germany (Saxony)", "1850", {"x-saxony", "de"}),
        ("OIC - Organização Internacional do Café", "2000", {"x-oic"}),
        ("Netherlands (Aruba)", "1990", {"nl", "aw"}),
    ],
)
def test_what_several_can_be_is_left_open(
    names: StateNames, text: str, signed_on: str, candidates: set[str]
) -> None:
    found = names.find(text, days_of(signed_on))
    assert (found.code, set(found.candidates)) == ("", candidates)


@pytest.mark.parametrize("text", ["", "Atlantis", "123", "(", "()", "-", "\0", "x" * 3000])
def test_nobody_is_found_where_nobody_is_called_so(names: StateNames, text: str) -> None:
    assert names.find(text) == names.find(text, days_of("1950"))
    assert not names.find(text).candidates


def test_a_state_that_was_not_there_is_told(names: StateNames) -> None:
    assert names.find("Tajikistan", days_of("1950")).code == "tj"
    assert not names.find("Tajikistan", days_of("1950")).was_there
    assert names.find("Tajikistan", days_of("1995")).was_there


def test_of_two_bearers_the_one_of_that_day_is_meant() -> None:
    old = builders.state("x-old-land", "Two Lands", since="1900", until="1950")
    new = builders.state("x-new-land", "Two Lands", since="1950")
    names = StateNames.read()
    assert names.find("Two Lands", days_of("1920-01-01")).code == old.code
    assert names.find("Two Lands", days_of("1960-01-01")).code == new.code
    assert names.find("Two Lands").code == new.code
    assert names.find("Two Lands", days_of("1940/1960")).candidates == (old.code, new.code)


def test_of_two_that_exist_the_one_that_bore_the_name_then_is_meant() -> None:
    for code, years in (("x-first", {"until": "1950"}), ("x-second", {"since": "1950"})):
        name = {"text": "Shared Land", "language": "en", "kind": "former", **years}
        StateName.objects.create(state=builders.state(code), **name)
    names = StateNames.read()
    assert names.find("Shared Land", days_of("1920")).code == "x-first"
    assert names.find("Shared Land", days_of("1960")).code == "x-second"
    assert names.find("Shared Land", days_of("1940/1960")).code == ""


def test_a_code_that_is_also_a_name_of_another_is_left_open() -> None:
    other = builders.state("x-abbreviated", "TJ")
    assert set(StateNames.read().find("TJ").candidates) == {"tj", other.code}


def test_names_are_read_once(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(4):
        names = StateNames.read()
    with django_assert_max_num_queries(0):
        assert [names.find(text).code for text in ("France", "Italy", "Nowhere")] == [
            *("fr", "it", "")
        ]
