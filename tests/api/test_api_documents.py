"""Documents for programs: the records of the exports, by the filters of the page."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from agreements.exporting.records import Records
from agreements.exporting.shape import DOCUMENTS, LONG_TABLES
from agreements.importing.sample import load_sample
from agreements.models import Document, MissingValue
from tests import builders

pytestmark = pytest.mark.django_db

LIST = "/api/v1/documents/"
TABLES = [table.name for table in LONG_TABLES]


def got(client: Client, url: str) -> dict[str, Any]:
    response = client.get(url)
    assert response.status_code == 200, (url, response.content[:500])
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


def numbers(answer: dict[str, Any]) -> list[int]:
    return [record["id"] for record in answer["results"]]


def path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def walked(client: Client, url: str | None, link: str = "next") -> list[int]:
    found: list[int] = []
    while url:
        answer = got(client, path(url))
        found += numbers(answer) if link == "next" else numbers(answer)[::-1]
        url = answer[link]
    return found


def test_sample_is_that_of_the_exports_and_of_the_page(client: Client) -> None:
    load_sample()
    builders.settle()
    records_are_those_of_the_exports(client)
    filters_mean_what_they_mean_on_the_page(client)


def records_are_those_of_the_exports(client: Client) -> None:
    records = Records(timezone.localdate(), "http://testserver")
    keys = list(Document.objects.published().values_list("pk", flat=True))
    expected = {record["id"]: record for record in records.read(keys)}
    answer = got(client, f"{LIST}?include=all&limit=200")
    assert {record["id"]: record for record in answer["results"]} == expected
    assert len(expected) == answer["count"] > 50
    assert got(client, f"{LIST}{keys[0]}/") == expected[keys[0]]
    light = got(client, LIST)["results"]
    assert len(light) == 50
    for record in light:
        own = [*DOCUMENTS.names, "titles", "parties"]
        assert record == {name: expected[record["id"]][name] for name in own}


QUERIES = (
    "",
    "q=cooperation",
    "q=cooperation&order=oldest",
    "q=customs zebra",  # none has both
    "q=%22allied cooperation%22",
    "state=kz&state=uz",
    "between=kz&between=tj",
    "state=kz&order=oldest",
    "agency=ministry of foreign affairs of the republic of kazakhstan&alone=on",
    "year=2023",
    "since=2000&until=2010",
    "type=agreement&type=declaration",
    "level=interagency",
    "legal_nature=not_determined",
    "status=in_force",
    "status=in_force&possibly=on&on=2015-01-01",
    "ends_since=2000&ends_until=2030",
    "covers=2024",
    "subject=transport",
    "event_kind=state_visit",
    "place=Dushanbe",
    "language=ru",
    "text=title_only",
    "q=nothinglikeit",
)


def filters_mean_what_they_mean_on_the_page(client: Client) -> None:
    sizes = set()
    for query in QUERIES:
        page = client.get(f"/documents/?{query}", follow=True).context["page"]
        answer = got(client, f"{LIST}?{query}")
        assert numbers(answer) == [row.pk for row in page.rows], query
        assert answer["count"] == page.figures.number, query
        assert answer["is_relaxed"] == page.is_relaxed, query
        assert (answer["next"] is None) == (not page.listing.has_after), query
        sizes.add(answer["count"])
    assert len(sizes) > 12, "else the queries would prove little"


@pytest.mark.parametrize("order", ["newest", "oldest", "relevance"])
def test_walk_meets_each_once_while_others_are_entered(client: Client, order: str) -> None:
    made = [builders.document(f"Road {n}", signed_on=f"20{n:02}-01-01") for n in range(7)]
    undated = builders.document("Road of no date", signed_on=None)
    MissingValue.objects.create(document=undated, field="signed_on", reason="not_recorded")
    made.append(undated)
    builders.settle()
    url: str | None = f"{LIST}?q=road&order={order}&limit=3"
    found: list[int] = []
    while url:
        answer = got(client, path(url))
        found += numbers(answer)
        url = answer["next"]
        builders.document("Road that came in", signed_on="2003-06-01")
        builders.settle()
    assert [pk for pk in found if pk in {document.pk for document in made}] == [
        document.pk for document in (made if order == "oldest" else [*made[-2::-1], made[-1]])
    ]
    assert len(found) == len(set(found))


def test_links_lead_there_and_back(client: Client) -> None:
    for n in range(5):
        builders.document(signed_on=f"20{n:02}")
    builders.settle()
    there = walked(client, f"{LIST}?limit=2")
    assert len(there) == 5
    first = got(client, f"{LIST}?limit=2")
    assert first["previous"] is None
    response = client.get(path(first["next"]))
    second = response.json()
    assert response.headers["Link"] == (
        f'<{second["next"]}>; rel="next", <{second["previous"]}>; rel="prev"'
    )
    assert numbers(got(client, path(second["previous"]))) == numbers(first)


def test_tables_that_were_asked_for(client: Client) -> None:
    document = builders.document()
    builders.settle()

    def tables(include: str) -> list[str]:
        (record,) = got(client, f"{LIST}?{include and f'include={include}'}")["results"]
        return [name for name in record if name in TABLES]

    assert tables("") == ["titles", "parties"]
    assert tables("signings") == ["signings"]
    assert tables("texts,citations") == ["texts", "citations"]
    assert tables("all") == TABLES
    assert list(got(client, f"{LIST}{document.pk}/"))[-len(TABLES) :] == TABLES


def test_statements_do_not_grow(client: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(30):
        builders.document()
    builders.settle()
    with django_assert_max_num_queries(22):
        assert len(got(client, LIST)["results"]) == 30
    with django_assert_max_num_queries(36):
        assert len(got(client, f"{LIST}?include=all")["results"]) == 30


def test_last_change_of_one_record(client: Client) -> None:
    document = builders.document()
    builders.settle()
    with_tag = client.get(f"{LIST}{document.pk}/")
    changed = Document.objects.get(pk=document.pk).changed_at.astimezone(datetime.UTC)
    assert with_tag.headers["Last-Modified"] == changed.strftime("%a, %d %b %Y %H:%M:%S GMT")
