"""The benchmark's rows are what the forms would have made of the same records."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection

from agreements.importing.benchmark import load
from agreements.models import Agency, Document, StatusPeriod, Twin, content_version
from agreements.search import upkeep

pytestmark = pytest.mark.django_db

PLAIN = {
    "id": "a",
    "title": "Agreement between Tajikistan and Kazakhstan on air services",
    "title_lang": "en",
    "doc_type": "Agreement",
    "party1_code": "TJK",
    "party2_code": "KAZ",
    "date_signed": "1995-03-02",
    "place_signed": "Dushanbe",
    "date_in_force": "1996-01-01",
    "subject": "5AIR",
    "number": "0001/1995",
    "amends": "",
}
RECORDS = [
    PLAIN,
    PLAIN
    | {
        "id": "b",
        "title": "Memorandum of Understanding between the Ministry of Health of Tajikistan and "
        "the Ministry of Finance of Kazakhstan on statistics for 2001-2003",
        "doc_type": "Memorandum of Understanding",
        "date_signed": "2001-05",
        "date_in_force": "",
        "amends": "a",
    },
    PLAIN
    | {
        "id": "c",
        "title": "Agreement between the City of Khujand (Tajikistan) and the City of Turkestan "
        "(Kazakhstan) on the establishment of sister city relations",
        "date_signed": "",
        "date_in_force": "",
    },
    PLAIN | {"id": "d", "title": "Instrument", "party2_code": "", "doc_type": "Instrument"},
]


@pytest.fixture
def loaded() -> dict[str, int]:
    return load(RECORDS, None, lambda what, number: None)


def test_pages_that_were_kept_are_asked_for_again() -> None:
    before = content_version()
    load(RECORDS, None, lambda what, number: None)
    assert content_version() != before


def titled(words: str) -> Document:
    return Document.objects.get(titles__text__contains=words)


def test_parties_are_agencies_where_the_title_names_them(loaded: dict[str, int]) -> None:
    ministries = titled("Ministry of Health").parties.order_by("side")
    assert [str(party.agency) for party in ministries] == [
        "Ministry of Health",
        "Ministry of Finance",
    ]
    assert [party.agency.state.code for party in ministries] == ["tj", "kz"]
    cities = Agency.objects.filter(kind="city")
    assert sorted(str(city.place) for city in cities) == ["Khujand", "Turkestan"]


def test_dates_types_places_and_subjects_are_right(loaded: dict[str, int]) -> None:
    plain = titled("air services")
    assert (plain.signed_on, plain.type_id, plain.level) == (
        "1995-03-02",
        "agreement",
        "interstate",
    )
    assert str(plain.signings.get().place) == "Dushanbe"
    assert [subject.slug for subject in plain.subjects.all()] == ["air-transport"]
    ministries = titled("Ministry of Health")
    assert (ministries.signed_on, ministries.period) == ("2001-05", "2001/2003")
    assert ministries.relations.get().target == plain


def test_party_without_a_state_leaves_a_draft(loaded: dict[str, int]) -> None:
    assert titled("Instrument").publication_state == "draft"


def test_status_is_written(loaded: dict[str, int]) -> None:
    assert upkeep.numbers() == upkeep.Numbers(*[loaded["searchrow"]] * 3)
    assert list(upkeep.documents_that_differ()) == upkeep.counts_that_differ() == []
    assert loaded["statusperiod"] == StatusPeriod.objects.count()
    status = StatusPeriod.objects.get(
        document=titled("air services"), during__contains=datetime.date(2000, 1, 1)
    )
    assert status.status == "in_force"


def test_record_that_came_twice_is_a_likely_duplicate() -> None:
    counts = load([PLAIN, PLAIN | {"id": "b", "number": ""}], None, lambda what, number: None)
    one, other = Document.objects.order_by("pk")
    assert [(pair.document, pair.other) for pair in Twin.objects.order_by("document")] == [
        (one, other),
        (other, one),
    ]
    assert counts["twin"] == 2


def test_triggers_and_indexes_are_back(loaded: dict[str, int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("replica",), "for the rest of the loading transaction only"
        cursor.execute(
            "SELECT to_regclass('title_folded_trigrams'), to_regclass('document_newest_first')"
        )
        assert None not in cursor.fetchone()


def test_new_records_get_identities_of_their_own(loaded: dict[str, int]) -> None:
    assert Document.objects.create().pk > loaded["document"]


def test_rebuilding_everything_changes_nothing(loaded: dict[str, int]) -> None:
    before = derived()
    with connection.cursor() as cursor:
        cursor.execute("SELECT refresh_all()")
    assert derived() == before


def derived() -> list[tuple]:
    return list(
        Document.objects.order_by("pk", "status_periods__during").values_list(
            "pk",
            "signed_on",
            "text_availability",
            "status_periods__status",
            "status_periods__during",
        )
    )


def test_texts_are_running_words() -> None:
    words = [f"word{n}" for n in range(1000)]
    load([PLAIN], words, lambda what, number: None)
    text = Document.objects.get().texts.get().body.split()
    start = words.index(text[0])
    assert 50 <= len(text) <= 400
    assert text == words[start : start + len(text)]
