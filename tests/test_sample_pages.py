"""What a reader must find in the sample, on the pages that they would open."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from agreements.importing.sample import load_sample
from agreements.models import Agency, Document, Event, State
from tests import builders

pytestmark = pytest.mark.django_db

DECLARATION = (
    "Declaration on Allied Cooperation between the Republic of Tajikistan and the Republic of "
    "Kazakhstan"
)


@pytest.fixture(scope="module", autouse=True)
def sample(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once for all of these tests, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample()
        builders.settle()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def read(client: Client):
    """The words of a page's main part, without its mark-up."""

    def words(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200
        main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())

    return words


@pytest.fixture
def visit() -> Event:
    return Event.objects.get(kind="state_visit", began_on="2023-05-04")


def test_state_lists_the_declaration(read) -> None:
    assert DECLARATION in read(State.objects.get(code="tj").get_absolute_url())


def test_pair_counts_by_type(read) -> None:
    page = read("/states/kz/tj/")
    of_visit = Document.objects.filter(event__began_on="2023-05-04").values_list(
        "type_id", flat=True
    )
    assert sorted(of_visit) == [
        "declaration",
        *["memorandum_of_understanding"] * 3,
        "plan",
        "programme",
        "protocol",
        "roadmap",
        "roadmap",
    ]
    for words in ("Roadmap 2", "Protocol 1", "Programme 1", "Plan 1"):
        assert words in page


def test_customs_service_signed_with_a_finance_ministry(read) -> None:
    customs = Agency.objects.get(names__text__startswith="Customs Service under the Government")
    page = read(customs.get_absolute_url())
    assert "Protocol between the Customs Service" in page
    assert "Ministry of Finance of the Republic of Kazakhstan" in page


def test_year_shows_all_nine(read, visit: Event) -> None:
    page = read("/years/2023/")
    titles = [str(document.title) for document in visit.documents.all()]
    assert len(titles) == 9
    assert [title for title in titles if title not in page] == []


def test_event_says_announced_and_recorded(read, visit: Event) -> None:
    page = read(visit.get_absolute_url())
    assert "recorded 9 documents of this event in all" in page
    assert "announced 20 documents signed by the ministries and agencies" in page
    assert "recorded of them 8" in page
    assert "announced, not recorded 12" in page
    heads_own = page.split("Signed by the heads themselves")[1].split("Signed in their presence")[0]
    assert DECLARATION in heads_own


def test_cities_are_actors(read) -> None:
    khujand = Agency.objects.get(kind="city", place__names__text="Khujand")
    assert "twin-city relations between the cities of Khujand" in read(khujand.get_absolute_url())


def test_periods_are_covered_and_over(read) -> None:
    roadmap = Document.objects.get(titles__text__startswith="Roadmap for the expansion")
    assert roadmap.period == "2023/2025"
    assert "2023–2025" in read(roadmap.get_absolute_url())


def test_scripts_stand_side_by_side(read) -> None:
    alliance = Document.objects.get(titles__text__contains="о союзнических отношениях")
    page = read(alliance.get_absolute_url())
    assert "одақтастық қатынастар туралы" in page


def test_sample_spans_decades_and_pairs(client: Client) -> None:
    years = {date.year for date in Document.objects.dates("signed_first", "year") if date}
    assert min(years) < 2000 and max(years) >= 2024
    for pair in ("kz/uz", "tj/uz", "cn/tj", "cn/uz", "kg/uz"):
        assert client.get(f"/states/{pair}/").status_code == 200
