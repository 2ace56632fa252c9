"""The real records of the corpus: all published, each under the number that it had."""

from __future__ import annotations

import pytest

from agreements.importing.citations import identifiers
from agreements.importing.real_records import load_real_records
from agreements.models import Document, State, Twin

pytestmark = pytest.mark.django_db

PLAIN = {
    "id": "uk-1",
    "source": "UKTO",
    "title": "Convention between the United Kingdom  and Persia",
    "title_lang": "en",
    "doc_type": "Convention",
    "party1_code": "GBR",
    "party1_name": "UNITED KINGDOM",
    "party2_code": "IRN",
    "party2_name": "PERSIA",
    "date_signed": "1901-08-16",
    "place_signed": "Tehran",
    "date_in_force": "",
    "subject": "TELECOMMUNICATIONS",
    "citation": "",
}


def loaded(*rows: dict[str, str]) -> list[Document]:
    given = [PLAIN | {"id": f"uk-{n}"} | row for n, row in enumerate(rows, start=1)]
    load_real_records(given, lambda what, number: None)
    assert set(Document.objects.values_list("publication_state", flat=True)) == {"published"}
    return list(Document.objects.order_by("pk"))


def codes(document: Document) -> list[str]:
    return [party.state.code for party in document.parties.order_by("side")]


def test_record_keeps_its_number_its_words_and_its_place() -> None:
    (document,) = loaded({})
    assert document.identifiers.get(scheme="import").value == "uk-1"
    assert document.titles.get().text == "Convention between the United Kingdom and Persia"
    assert [party.name_as_written for party in document.parties.order_by("side")] == [
        "UNITED KINGDOM",
        "PERSIA",
    ]
    place = document.signings.get().place
    assert (str(place), place.state.code) == ("Tehran", "ir"), "of the reference data"
    assert document.event is None


def test_side_is_known_by_any_of_its_names() -> None:
    (document,) = loaded(
        {
            "party1_code": "",
            "party1_name": "International Bank for Reconstruction and Development (World Bank)",
            "party2_code": "X-VNS",
            "party2_name": "Vietnam",
        }
    )
    assert codes(document) == ["x-world-bank", "x-south-viet-nam"]


def test_side_that_nobody_knows_is_made_once_under_its_own_name() -> None:
    known = State.objects.count()
    rows = loaded(
        {"party1_code": "", "party1_name": "Bureau of Weights"},
        {"party1_code": "", "party1_name": "Bureau of Weights"},
        {"party1_code": "", "party1_name": "Bureau of Weights 2"},
        {"party1_code": "", "party1_name": ""},
    )
    assert [codes(row)[0] for row in rows] == [
        "x-bureau-of-weigh",
        "x-bureau-of-weigh",
        "x-bureau-of-weigh-b",
        "x-party-not-recor",
    ]
    assert str(State.objects.get(code="x-bureau-of-weigh")) == "Bureau of Weights"
    assert State.objects.count() == known + 3


def test_body_below_the_state_is_an_agency() -> None:
    (document,) = loaded(
        {
            "source": "CA-SAMPLE",
            "party1_code": "TJK",
            "party1_name": "Вазорати маориф ва илми Ҷумҳурии Тоҷикистон",
            "party2_code": "KGZ",
            "party2_name": "KGZ",
            "title_lang": "tg",
        }
    )
    one, other = document.parties.order_by("side")
    assert (one.agency.kind, one.agency.names.get().language) == ("ministry", "tg")
    assert (other.agency, other.name_as_written) == (None, "")
    assert document.level == "interagency"


@pytest.mark.parametrize(
    ("citation", "numbers"),
    [
        ("TIAS 15-710", ["national_series TIAS 15-710"]),
        ("UNTS 474:49", ["unts UNTS 474:49"]),
        ("LTS 112:29", ["lnts LTS 112:29"]),
        ("UNXX 93:3", ["gazette UNXX 93:3"]),
        ("BRIF 0:0", []),
        ("SUSG 1926:0", ["gazette SUSG 1926:0"]),
        ("UNTS reg. 41763", ["unts UNTS reg. 41763"]),
        ("signed for Colombia: (NO REGISTRA)", []),
        (
            "UN Registration United/0: 312 353;Treaty Series 027/1958: Cmnd 504;"
            "PRO (now TNA) FO 93/48/159/0: 0;Other NOT PUBLISHED/0: 0",
            [
                "unts UNTS 312:353",
                "national_series Treaty Series 027/1958",
                "national_series Cmnd 504",
                "national_series PRO (now TNA) FO 93/48/159",
            ],
        ),
    ],
)
def test_numbers_are_as_they_are_printed(citation: str, numbers: list[str]) -> None:
    assert [" ".join(number) for number in identifiers(citation)] == numbers


def test_two_on_one_page_of_an_issue_are_not_taken_for_one() -> None:
    other = {"title": "Agreement on trade"}
    loaded({"citation": "UNXX 93:3"}, other | {"citation": "UNXX 93:3"})
    assert not Twin.objects.exists()
