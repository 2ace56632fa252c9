"""What documents name, and the words of all codes."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from agreements.exporting.authority_records import SUBJECT_ROWS, UNDER_AGENCY, UNDER_STATE
from agreements.exporting.event_records import EVENTS, UNDER_EVENT
from agreements.exporting.shape import AGENCIES, PLACES, STATES, Table
from agreements.importing.sample import load_sample
from agreements.models import (
    Agency,
    AgencyParent,
    AgencySuccession,
    Citation,
    Event,
    Place,
    State,
    Subject,
)
from tests import builders

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


def got(client: Client, url: str) -> Any:
    response = client.get(f"{ROOT}{url}")
    assert response.status_code == 200, (url, response.content[:500])
    return response.json()


def check(table: Table, row: dict[str, Any], under: tuple[Table, ...] = ()) -> None:
    assert list(row) == [*table.names, *(other.name for other in under)]
    for field in table.fields:
        assert row[field.name] is not None or not field.is_always_there, field.name
        assert row[field.name] != ""
    for other in under:
        for inner in row[other.name]:
            check(other, inner)


def test_root_leads_everywhere(client: Client) -> None:
    for url in got(client, "").values():
        assert client.get(urlsplit(url).path).status_code == 200, url


def test_everything_of_the_sample(client: Client) -> None:
    load_sample()
    builders.settle()
    states = got(client, "states/")["results"]
    assert [row["code"] for row in states] == sorted(State.objects.values_list("code", flat=True))
    for row in states:
        check(STATES, row)
    check(STATES, got(client, "states/suhh/"), UNDER_STATE)
    assert {row["state"] for row in got(client, "states/suhh/")["successors"]} >= {"kz", "tj"}
    assert got(client, "states/KZ/")["code"] == "kz"
    for url, table, public in (
        ("agencies/", AGENCIES, Agency.objects.published()),
        ("places/", PLACES, Place.objects.published()),
        ("subjects/", SUBJECT_ROWS, Subject.objects.published()),
    ):
        rows = got(client, f"{url}?limit=200" if table is not SUBJECT_ROWS else url)["results"]
        assert len(rows) == public.count() > 5
        for row in rows:
            check(table, row)
    events = got(client, "events/")["results"]
    assert {row["id"] for row in events} == set(
        Event.objects.published().values_list("pk", flat=True)
    )
    for row in events:
        check(EVENTS, row, UNDER_EVENT)
        assert row == got(client, f"events/{row['id']}/")
    assert any(row["announcements"] for row in events)


def test_agency_with_what_is_public_around_it(client: Client) -> None:
    state = State.objects.get(code="kz")
    one, above, before, hidden = (builders.agency(of=state) for _ in range(4))
    AgencyParent.objects.create(agency=one, parent=above)
    AgencyParent.objects.create(agency=hidden, parent=one)
    for body in (before, hidden):
        AgencySuccession.objects.create(predecessor=body, successor=one, succeeded_on="2001")
    builders.document(side_1=one)
    builders.document(side_1=before)
    builders.settle()
    row = got(client, f"agencies/{one.pk}/")
    check(AGENCIES, row, UNDER_AGENCY)
    assert row["parents"] == [{"under": "agency", "agency": above.pk, "since": None, "until": None}]
    assert row["predecessors"] == [
        {"agency": before.pk, "succeeded_on": "2001", "is_partial": False}
    ]
    listed = [row["id"] for row in got(client, "agencies/?state=kz")["results"]]
    assert listed == [one.pk, above.pk, before.pk]


def test_pages_by_number(client: Client) -> None:
    state = builders.state()
    agencies = [builders.agency(of=state) for _ in range(5)]
    for agency in agencies:
        builders.document(side_1=agency)
    builders.settle()
    found, url = [], "agencies/?limit=2"
    while url:
        answer = got(client, url)
        found += [row["id"] for row in answer["results"]]
        url = (answer["next"] or "").partition(ROOT)[2]
    assert found == [agency.pk for agency in agencies]


def test_event_says_only_what_is_public(client: Client) -> None:
    event = builders.event("Visit", internal_note="Hidden")
    announcement = builders.announcement(event, 20, listed=8)
    Citation.objects.create(announcement=announcement, source=builders.source(), quote="Twenty.")
    builders.document(event=event, is_signed_by_heads=True)
    builders.draft(event=event)
    text = builders.text(builders.draft("Hidden"), body="Hidden")
    Citation.objects.create(event=event, text=text, article="Hidden")
    builders.settle()
    row = got(client, f"events/{event.pk}/")
    assert (row["recorded"], row["by_heads"]) == (1, 1)
    assert [citation["announcement"] for citation in row["citations"]] == [None, announcement.pk]
    assert "Hidden" not in str(row)


def test_words_of_all_codes(client: Client) -> None:
    lists = {one["name"]: one for one in got(client, "vocabularies/")["results"]}
    assert {"legal_nature", "document_types", "subjects", "identifier_schemes", "status"} <= set(
        lists
    )
    words = {code["code"]: code["words"] for code in lists["status"]["codes"]}
    assert words["in_force"] == "in force" and lists["status"]["is_closed"]
    assert not lists["document_types"]["is_closed"]
    for one in lists.values():
        assert one["codes"] and all(code["code"] and code["words"] for code in one["codes"])


def test_statements_do_not_grow(client: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(10):
        builders.document(
            side_1=builders.agency(), event=builders.event(place=builders.place(state=None))
        )
    builders.settle()
    for url, most in (("states/", 5), ("agencies/", 9), ("places/", 6), ("events/", 15)):
        with django_assert_max_num_queries(most):
            assert len(got(client, url)["results"]) >= 10
