"""Which of its names a body is shown by, on which day."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import translation

from agreements.models import Agency, AgencyName, State, StateName
from tests import builders

pytestmark = pytest.mark.django_db

IN_1975 = datetime.date(1975, 6, 1)
IN_2005 = datetime.date(2005, 6, 1)


@pytest.fixture
def congo() -> State:
    return State.objects.get(code="cd")


def test_state_is_called_on_a_day_what_it_was_called_then(congo: State) -> None:
    assert str(congo.name_on(IN_1975)) == "Zaire"
    assert str(congo.name_on(IN_2005)) == "Democratic Republic of the Congo"
    assert str(congo) == "Democratic Republic of the Congo"
    with translation.override("ru"):
        assert str(congo.name_on(IN_1975)) == "Заир"


def test_former_name_without_its_end_is_not_taken_for_that_of_a_day() -> None:
    state = builders.state(name="Newland")
    StateName.objects.create(state=state, language="en", kind="former", text="Oldland")
    assert str(state.name_on(IN_1975)) == "Newland"


def test_preferred_name_of_today_does_not_hide_the_former_one(congo: State) -> None:
    congo.names.filter(kind="short").update(is_preferred=True)
    assert str(congo.name_on(IN_1975)) == "Zaire"


def test_name_whose_end_lies_before_its_beginning_holds_on_no_day() -> None:
    agency = builders.agency("Ministry of Roads")
    AgencyName.objects.create(
        agency=agency, language="en", text="Nonsense", since="2000", until="1990", is_preferred=True
    )
    agency = Agency.objects.get(pk=agency.pk)
    assert str(agency.name_on(IN_2005)) == "Ministry of Roads"


def test_document_calls_states_what_they_were_called_then(client: Client, congo: State) -> None:
    agency = builders.agency("Office of Roads", of=congo)
    old = builders.document("Old treaty", side_1=agency, signed_on="1975-06-01")
    new = builders.document("New treaty", side_1=congo, signed_on="2005-06-01")
    builders.settle()
    page = client.get(old.get_absolute_url()).content.decode()
    assert "Zaire</a></h2>" in page and "Democratic Republic of the Congo</a></h2>" not in page
    assert "Zaire" not in client.get(new.get_absolute_url()).content.decode()
    row = client.get("/documents/?q=Old+treaty").content.decode()
    assert "Office of Roads, Zaire" in row


def test_title_is_worded_by_the_state_of_then(client: Client, congo: State) -> None:
    document = builders.document("Traité", side_1=congo, signed_on="1975-06-01", language="fr")
    document.titles.update(worded_by="side_1")
    builders.settle()
    page = client.get(document.get_absolute_url()).content.decode()
    assert "worded by Zaire" in page
    assert "Agreement: Zaire – " in page
