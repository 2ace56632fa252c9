"""What the names in a communique mean: exact, another name, near, or nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.editing.communiques.authority import authority_for
from agreements.editing.communiques.matching import How, Sought, bodies, chosen, places
from agreements.models import Agency, AgencyName, State
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def kz() -> State:
    return State.objects.get(code="kz")


@pytest.fixture
def finance(kz: State) -> Agency:
    made = builders.agency("Ministry of Finance of the Republic of Kazakhstan", of=kz)
    for language, text in (("ru", "Министерство финансов Республики Казахстан"), ("en", "MinFin")):
        AgencyName.objects.create(agency=made, language=language, text=text, kind="other")
    return made


CASES = {
    "its name": ("Ministry of Finance of the Republic of Kazakhstan", How.EXACT),
    "in other letters": ("MINISTRY of finance of the Republic of Kazakhstan", How.EXACT),
    "another name": ("MinFin", How.VARIANT),
    "in another language": ("Министерство финансов Республики Казахстан", How.VARIANT),
    "without its state": ("Ministry of Finance", How.VARIANT),
    "with the state's short name": ("Ministry of Finance of Kazakhstan", How.VARIANT),
    "in another case": ("Министерством финансов Республики Казахстан", How.VARIANT),
    "with more words": ("Ministry of Finance and Budget of Kazakhstan", How.NEAR),
}


@pytest.mark.parametrize("what", CASES)
def test_name_means_the_body(finance: Agency, kz: State, what: str) -> None:
    name, how = CASES[what]
    (found,) = bodies([Sought(name, kz.pk)])
    assert [(match.choice.record, match.how) for match in found] == [(finance, how)]
    assert (chosen(found) is not None) == (how != How.NEAR)


INFLECTED = {
    "Таможенной службой при Правительстве Республики Казахстан": True,
    "Таможенную службу Казахстана": True,
    "Таможенному комитету Республики Казахстан": False,
    "Налоговой службой при Правительстве Республики Казахстан": False,
}


@pytest.mark.parametrize("name", INFLECTED)
def test_short_words_too_are_known_in_every_case(kz: State, name: str) -> None:
    customs = builders.agency("Customs Service", of=kz)
    AgencyName.objects.create(
        agency=customs,
        language="ru",
        text="Таможенная служба при Правительстве Республики Казахстан",
        kind="official",
    )
    (found,) = bodies([Sought(name, kz.pk)])
    assert (chosen(found) is not None) == INFLECTED[name]


def test_body_of_another_state_is_not_meant(finance: Agency) -> None:
    other = State.objects.get(code="tj")
    assert bodies([Sought("Ministry of Finance of Kazakhstan", other.pk)]) == [[]]


def test_without_a_state_only_a_whole_name_tells(finance: Agency) -> None:
    near, exact = bodies([Sought("Ministry of Finances"), Sought("MinFin")])
    assert near == []
    assert [match.how for match in exact] == [How.VARIANT]


def test_of_two_of_one_name_none_is_chosen(kz: State) -> None:
    for _n in (1, 2):
        builders.agency("National Museum", of=kz, kind="institute")
    (found,) = bodies([Sought("National Museum", kz.pk)])
    assert len(found) == 2 and chosen(found) is None


def test_region_is_no_city(kz: State) -> None:
    city = builders.agency("Turkestan", of=kz, kind="city")
    region = builders.agency("Turkestan region", of=kz, kind="region")
    sought = [Sought("city of Turkestan", kz.pk, "city"), Sought("Turkestan", kz.pk, "city")]
    for found in bodies(sought):
        assert chosen(found).choice.record == city
    (found,) = bodies([Sought("Turkestan region", kz.pk, "region")])
    assert chosen(found).choice.record == region


def test_many_names_take_as_many_statements_as_one(finance: Agency, kz: State) -> None:
    def queries(number: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            bodies([Sought(f"Ministry of Finance {n}", kz.pk) for n in range(number)])
        return len(captured)

    assert queries(1) == queries(40)


def test_place_in_the_states_comes_first(kz: State) -> None:
    builders.place("Twinville", state=builders.state())
    here = builders.place("Twinville", state=kz)
    assert places(["Twinville", "Nowhere"], [kz.pk]) == {"Twinville": here}
    assert places(["city of Twinville"], [kz.pk]) == {"city of Twinville": here}


def test_authority_knows_the_states_that_a_text_names(finance: Agency) -> None:
    builders.agency("Ministry elsewhere", of=builders.state(name="Elsewhereland"))
    place = builders.place("Roadville", state=finance.state)
    authority = authority_for("Подписано в Казахстане.")
    assert {name.state for name in authority.agencies} == {"kz"}
    assert str(place.pk) in {name.key for name in authority.places}
    assert {"kz", "tj", "uz"} <= {name.state for name in authority.states}
    assert "suhh" not in {name.state for name in authority.states}


def test_authority_of_nothing_is_no_error() -> None:
    assert authority_for("").agencies == ()


@pytest.mark.parametrize("name", ["Астане", "Астану", "Астанада"])
def test_place_is_known_in_every_case(kz: State, name: str) -> None:
    assert str(places([name], [kz.pk])[name]) == "Astana"


def test_place_in_another_case_is_of_the_states_that_met(kz: State) -> None:
    other = State.objects.get(code="tj")
    assert places(["Астане", "Астаной"], [other.pk]) == {}
    assert places(["Асте"], [kz.pk]) == {}
