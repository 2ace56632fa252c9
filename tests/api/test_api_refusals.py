"""What the API says no to, and how: in words for people, in a form for programs."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg.errors import QueryCanceled

from agreements.editing.merging import merge
from agreements.models import Agency, Document, Event, State
from tests import builders

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"
HUGE = "9" * 30


def said(client: Client, url: str, status: int, **more: Any) -> dict[str, Any]:
    response = client.get(f"{ROOT}{url}", **more)
    assert response.status_code == status, (url, response.status_code, response.content[:300])
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    told = response.json()
    assert told["status"] == status and told["title"] and told["detail"]
    return told


BAD = {
    "documents/?yaer=2023": "yaer",
    "documents/?page=2": "page",
    "documents/?utm_source=x": "utm_source",
    "documents/?year=twenty": "year",
    "documents/?year=": "year",
    "documents/?state=kz&state=": "state",
    "documents/?year=2020&year=2021": "year",
    "documents/?state=zz": "state",
    "documents/?state=%00": "state",
    "documents/?agency=%00": "agency",
    f"documents/?agency={HUGE}": "agency",
    "documents/?between=kz": "between",
    "documents/?possibly=on": "possibly",
    "documents/?alone=perhaps": "alone",
    "documents/?on=1999-02-31&status=in_force": "on",
    "documents/?after=x": "after",
    "documents/?after=2020-13-01.1": "after",
    "documents/?before=%00": "before",
    f"documents/?after=2020-01-01.{HUGE}": "after",
    "documents/?limit=0": "limit",
    "documents/?limit=201": "limit",
    f"documents/?limit={HUGE}": "limit",
    "documents/?limit=%D9%A3": "limit",
    "documents/?include=names": "include",
    "documents/?include=%00": "include",
    "documents/?updated_since=yesterday": "updated_since",
    "documents/?updated_since=2024-01-01T00:00:00": "updated_since",
    "documents/?updated_since=0001-01-01T00:00:00%2B14:00": "updated_since",
    "documents/?updated_since=%00": "updated_since",
    "documents/?updated_since=2024&year=2023": "year",
    "documents/?updated_since=2024-01-01&after=1.2.3": "after",
    f"documents/?updated_since=2024-01-01&after={'9' * 18}.1": "after",
    f"documents/?updated_since=2024-01-01&after=1.{'9' * 19}": "after",
    "documents/?updated_since=2024-01-01&before=1.1": "before",
    "events/?year=0": "year",
    "events/?after=-1": "after",
    f"agencies/?after={HUGE}": "after",
    "agencies/?kind=no": "kind",
    "places/?q=x": "q",
    "states/?limit=1": "limit",
    "vocabularies/?x=1": "x",
    "?format=xml": "format",
}


@pytest.mark.parametrize("url", BAD)
def test_slip_is_named(client: Client, url: str) -> None:
    told = said(client, url, 400)
    assert [error["parameter"] for error in told["errors"]] == [BAD[url]]
    assert all(len(error["detail"]) > 10 for error in told["errors"])


@pytest.mark.parametrize(
    "url",
    [
        "documents/0/",
        f"documents/{HUGE}/",
        f"documents/{'9' * 5000}/",
        "documents/1/",
        "documents/%00/",
        f"events/{HUGE}/",
        f"agencies/{HUGE}/",
        "states/zz/",
        "states/x%00/",
        "subjects/nothing/",
        "nothing/",
        "nothing/%0A/",
        "documents/1/x/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, url: str) -> None:
    said(client, url, 404)


def test_draft_is_not_found(client: Client) -> None:
    said(client, f"documents/{builders.draft().pk}/", 404)
    event = builders.event(publication_state="draft")
    said(client, f"events/{event.pk}/", 404)
    said(client, f"agencies/{builders.agency().pk}/", 404)


def test_address_without_a_slash_is_sent_on(client: Client) -> None:
    response = client.get("/api/v1/documents?year=2023")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "/api/v1/documents/?year=2023",
    )


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    for url in (ROOT, f"{ROOT}documents/", f"{ROOT}documents/1/", f"{ROOT}nothing/"):
        response = getattr(strict, method)(url)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert response.headers["Content-Type"] == "application/problem+json"


def test_there_is_json_and_nothing_else(client: Client) -> None:
    said(client, "", 406, headers={"accept": "text/html"})
    everything = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert client.get(ROOT, headers=everything).headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("kind", ["documents", "events"])
def test_withdrawn_record_is_gone_with_its_reason(client: Client, kind: str) -> None:
    make, model = {
        "documents": (builders.document, Document),
        "events": (builders.event, Event),
    }[kind]
    record = make("The very title")
    model.objects.filter(pk=record.pk).update(
        publication_state="withdrawn", withdrawal_reason="A forgery.", is_title_withheld=True
    )
    builders.settle()
    told = said(client, f"{kind}/{record.pk}/", 410)
    assert (told["gone"], told["reason"]) == ("withdrawn", "A forgery.")
    assert told["gone_at"].endswith("Z")
    assert "very title" not in str(told)


def test_merged_record_leads_to_the_one_that_stayed(client: Client) -> None:
    state = State.objects.get(code="kz")
    old = builders.state("x-old-land")
    pairs = {
        "documents": (builders.document(), builders.document()),
        "events": (builders.event(), builders.event()),
        "agencies": (builders.agency(of=state), builders.agency(of=state)),
    }
    builders.document(side_1=pairs["agencies"][0])
    subjects = builders.subject("old-subject"), builders.subject("kept-subject")
    builders.settle()
    moves = {f"{kind}/{one.pk}/": f"{kind}/{two.pk}/" for kind, (one, two) in pairs.items()}
    for losing, kept in (*pairs.values(), (old, state), subjects):
        merge(losing, kept, "Entered twice.")
        builders.settle()
    moves |= {"states/x-old-land/": "states/kz/", "subjects/old-subject/": "subjects/kept-subject/"}
    for old_url, new_url in moves.items():
        response = client.get(f"{ROOT}{old_url}")
        assert (response.status_code, response.headers["Location"]) == (301, f"{ROOT}{new_url}")
        assert response.headers["Cache-Control"] == "no-cache"
        assert client.get(f"{ROOT}{new_url}").status_code == 200
    assert Agency.objects.filter(pk=pairs["agencies"][0].pk).count() == 0


def test_too_many_requests_are_refused_for_a_while(client: Client, settings: Any) -> None:
    settings.API_REQUESTS_PER_MINUTE = 3
    tag = client.get(ROOT).headers.get("ETag", "")
    assert [client.get(f"{ROOT}states/").status_code for _ in range(3)] == [200, 200, 429]
    said(client, "nothing/", 429)
    response = client.get(ROOT)
    assert 1 <= int(response.headers["Retry-After"]) <= 20
    assert response.headers["Cache-Control"] == "private, no-store"
    assert client.options(ROOT).status_code == 204, "what a browser asks before is not counted"
    assert client.get("/states/").status_code == 200, "nor do pages count with it"
    assert client.get(ROOT, headers={"if-none-match": tag}).status_code == 304


def test_what_takes_too_long_is_stopped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*args: Any, **more: Any) -> None:
        raise OperationalError from QueryCanceled()

    monkeypatch.setattr("agreements.search.answer", stopped)
    said(client, "documents/", 503)
    assert client.get(f"{ROOT}documents/").headers["Retry-After"]


def test_our_fault_is_said_to_be_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **more: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("agreements.search.answer", broken)
    client = Client(raise_request_exception=False)
    said(client, "documents/", 500)
    page = client.get("/documents/")
    assert (page.status_code, page.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
