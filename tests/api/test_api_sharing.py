"""Answers may be kept by who asks whether they hold, and read from other sites' pages."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import builders

pytestmark = pytest.mark.django_db

LIST = "/api/v1/documents/"


def test_answer_that_is_known_is_not_sent_again(client: Client) -> None:
    document = builders.document()
    builders.settle()
    for url in ("/api/v1/", LIST, f"{LIST}{document.pk}/", f"{LIST}?updated_since=2020-01-01"):
        first = client.get(url)
        assert first.headers["Cache-Control"].startswith("public, max-age=0")
        assert not {"Vary", "Set-Cookie"} & set(first.headers) and not first.cookies
        known = {"If-None-Match": first.headers["ETag"]}
        for ask in (client.get, client.head):
            again = ask(url, headers=known)
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["Access-Control-Allow-Origin"] == "*"
    builders.document()
    builders.settle()
    assert client.get(LIST, headers=known).status_code == 200


def test_head_has_no_body(client: Client) -> None:
    response = client.head(LIST)
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "application/json"


def test_pages_of_other_sites_may_read_it(client: Client) -> None:
    for response in (
        client.get(LIST, headers={"origin": "https://elsewhere.example"}),
        client.get(f"{LIST}?x=1"),
    ):
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Link" in response.headers["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in response.headers
    asked = {
        "origin": "https://elsewhere.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
    }
    response = client.options(LIST, headers=asked)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "*"


def test_pages_for_people_are_not_opened(client: Client) -> None:
    for url in ("/", "/api/", "/documents/"):
        assert "Access-Control-Allow-Origin" not in client.get(url).headers
    assert client.options("/documents/").status_code == 405


def test_cookies_and_credentials_change_nothing(admin_client: Client, client: Client) -> None:
    builders.draft("Hidden")
    mine = admin_client.get(LIST, headers={"authorization": "Bearer x"})
    assert mine.content == client.get(LIST).content
    assert not mine.cookies and "Vary" not in mine.headers
    known = {"If-None-Match": mine.headers["ETag"]}
    assert admin_client.get(LIST, headers=known).status_code == 304
