"""Who may keep a public page: everybody, as long as they ask whether it still holds."""

from __future__ import annotations

import datetime
import itertools
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains

from agreements.middleware import etags
from agreements.models import ContentVersion, Document, State
from tests import builders

pytestmark = pytest.mark.django_db

KEPT = "public, max-age=0, s-maxage=1, must-revalidate"
PRIVATE = "private, no-store"


@pytest.fixture
def document() -> Document:
    made = builders.document("Agreement on roads", side_1=State.objects.get(code="kz"))
    builders.settle()
    return made


def again(client: Client, url: str, response: HttpResponse, **more: Any) -> HttpResponse:
    return client.get(url, headers={"If-None-Match": response.headers["ETag"]}, **more)


def test_holds_until_something_changes(client: Client, document: Document) -> None:
    url = document.get_absolute_url()
    first = client.get(url)
    assert first.headers["Cache-Control"] == KEPT
    second = again(client, url, first)
    assert (second.status_code, second.content) == (304, b"")
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Cache-Control"] == KEPT
    Document.objects.update(summary="On bridges, too.")
    builders.settle()
    third = again(client, url, second)
    assertContains(third, "On bridges, too.")
    assert again(client, url, third).status_code == 304


def test_what_is_withdrawn_or_renamed_is_not_held(client: Client, document: Document) -> None:
    url = document.get_absolute_url()
    first = client.get(url)
    document.titles.update(text="Agreement on bridges")
    builders.settle()
    assert again(client, url, first).status_code == 301
    Document.objects.update(publication_state="withdrawn", withdrawal_reason="Twice.")
    builders.settle()
    assert again(client, url, first).status_code == 410


def test_costs_one_statement_where_it_holds(client: Client, document: Document) -> None:
    first = client.get("/")
    with CaptureQueriesContext(connection) as asked:
        assert again(client, "/", first).status_code == 304
    assert len(asked) == 1


def test_costs_one_statement_more_where_it_is_shown(client: Client, document: Document) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get("/about/")
    assert sum("agreements_contentversion" in query["sql"] for query in asked) == 1


def test_the_head_alone_is_held_too(client: Client, document: Document) -> None:
    first = client.head("/states/")
    assert first.headers["ETag"] == client.get("/states/").headers["ETag"]
    held = client.head("/states/", headers={"If-None-Match": first.headers["ETag"]})
    assert held.status_code == 304


@pytest.mark.parametrize("write", ["{}, {}", "{}", '"x", {}', "{}-"])
def test_a_tag_is_read_as_proxies_write_it(client: Client, document: Document, write: str) -> None:
    strong = client.get("/").headers["ETag"].removeprefix("W/")
    headers = {
        "If-None-Match": write.format(strong, '"y"') if "}, {" in write else write.format(strong)
    }
    assert client.get("/", headers=headers).status_code == (200 if write == "{}-" else 304)


def test_any_tag_at_all_is_no_proof_that_there_is_a_page(
    client: Client, document: Document
) -> None:
    anything = {"If-None-Match": "*"}
    assert client.get("/", headers=anything).status_code == 200
    assert client.get("/documents/999999999/", headers=anything).status_code == 404


def test_differs_by_address_language_and_host(client: Client, document: Document) -> None:
    urls = ("/states/", "/ru/states/", "/agencies/", "/agencies/?page=1", "/agencies/?q=x")
    tags = {client.get(url).headers["ETag"] for url in urls}
    tags.add(client.get("/states/", headers={"host": "localhost"}).headers["ETag"])
    assert len(tags) == 6


def test_differs_by_the_day_in_the_zone_of_the_archive(
    client: Client, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Dushanbe a day begins five hours before it does in Greenwich."""
    noon = datetime.datetime(2030, 5, 4, 12, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    first = client.get("/")
    for hour, status in ((18, 304), (20, 200)):
        monkeypatch.setattr(timezone, "now", lambda hour=hour: noon.replace(hour=hour))
        assert again(client, "/", first).status_code == status


@pytest.fixture
def build(settings: Any, tmp_path: Path) -> Iterator[Callable[[str, str], str]]:
    """The mark of a build that holds a file of this name and content."""
    settings.BUILT_FROM = [tmp_path]

    def build_(name: str, content: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        etags.build.cache_clear()
        return etags.build()

    yield build_
    etags.build.cache_clear()


def test_differs_by_every_file_that_a_page_is_made_of(build: Callable[[str, str], str]) -> None:
    first = build("pages/home.html", "Home")
    assert build("pages/home.html", "House") != first
    assert build("pages/home.html", "Home") == first
    assert build("pages/home.pyc", "compiled") == first
    assert build("pages/other.html", "") != first


def test_no_tag_in_an_archive_that_never_changed(client: Client) -> None:
    ContentVersion.objects.all().delete()
    response = client.get("/")
    assert (response.status_code, response.headers.get("ETag")) == (200, None)


def test_the_language_is_that_of_the_address_alone(client: Client, document: Document) -> None:
    client.cookies["django_language"] = "ru"
    response = client.get("/states/", headers={"Accept-Language": "ru"})
    assertContains(response, '<html lang="en"')
    assert "Vary" not in response.headers


@pytest.fixture
def signed_in() -> Client:
    client = Client()
    client.force_login(User.objects.create_user("zarina", is_staff=True))
    return client


def test_nothing_is_kept_for_who_is_signed_in(
    client: Client, signed_in: Client, document: Document
) -> None:
    url = document.get_absolute_url()
    first = client.get(url)
    mine = again(signed_in, url, first)
    assert mine.status_code == 200
    assert mine.headers["Cache-Control"] == PRIVATE
    assert "ETag" not in mine.headers
    for path, status in (("/documents/1x/", 404), (f"/documents/{document.pk}/", 301)):
        response = signed_in.get(path)
        assert (response.status_code, response.headers["Cache-Control"]) == (status, PRIVATE)


def test_the_cookie_of_a_session_that_is_no_more_is_taken_back(
    signed_in: Client, document: Document
) -> None:
    """Else each page would look for the session; and no proxy keeps the answer that does it."""
    Session.objects.all().delete()
    response = signed_in.get("/states/")
    assert response.headers["Cache-Control"] == PRIVATE
    assert response.cookies["sessionid"]["max-age"] == 0
    assert "ETag" not in response.headers


@pytest.mark.parametrize(
    ("url", "status", "control"),
    [
        ("/documents/999999999/", 404, KEPT),
        ("/nothing-here/", 404, KEPT),
        ("/states/KZ/", 301, KEPT),
        ("/documents/?q=", 302, KEPT),
        ("/documents/?q=a%00b", None, None),
        ("/admin/", 302, "max-age=0, no-cache, no-store, must-revalidate, private"),
        ("/live", 200, "max-age=0, no-cache, no-store, must-revalidate, private"),
    ],
)
def test_what_is_no_page_has_no_tag(
    client: Client, url: str, status: int | None, control: str | None
) -> None:
    response = client.get(url)
    assert status in (None, response.status_code)
    if response.status_code != 200:
        assert "ETag" not in response.headers
    assert control in (None, response.headers["Cache-Control"])


def test_a_record_that_was_merged_or_withdrawn_is_asked_for_again(
    client: Client, document: Document
) -> None:
    Document.objects.update(publication_state="withdrawn", withdrawal_reason="Twice.")
    response = client.get(f"/documents/{document.pk}/")
    assert (response.status_code, response.headers["Cache-Control"]) == (410, KEPT)


def test_refusals_are_not_kept(client: Client) -> None:
    assert client.post("/").headers["Cache-Control"] == PRIVATE
    response = client.get("/", headers={"host": "evil.example", "If-None-Match": '"x"'})
    assert (response.status_code, response.headers["Cache-Control"]) == (400, PRIVATE)


def other_connection() -> psycopg.Connection:
    known = connection.get_connection_params()
    names = ("dbname", "host", "user", "password", "port")
    return psycopg.connect(**{name: known[name] for name in names if name in known})


CHANGE = "UPDATE agreements_document SET {} = %s WHERE id = %s"


@pytest.mark.django_db(transaction=True)
def test_a_change_while_the_page_is_made_is_not_hidden(client: Client) -> None:
    """The page may show it or not; whoever asks again gets it."""
    with transaction.atomic():
        document = builders.document("Agreement on roads")
    url = document.get_absolute_url()
    asked: list[str] = []

    def change_once(execute: Callable, sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        asked.append(sql)
        if len(asked) == moment:
            with other_connection() as other:
                other.execute(CHANGE.format("summary"), [f"Moment {moment}.", document.pk])
        return answer

    for moment in itertools.count(1):
        asked.clear()
        with connection.execute_wrapper(change_once):
            first = client.get(url)
        if len(asked) < moment:
            break
        assertContains(again(client, url, first), f"Moment {moment}.")
    assert moment > 3


@pytest.mark.django_db(transaction=True)
def test_what_holds_is_never_older_than_what_was_there(client: Client) -> None:
    """Two write, one reads: a page that is said to hold shows all that stood before one asked."""
    with transaction.atomic():
        document = builders.document("Agreement on roads")
    url = document.get_absolute_url()
    columns = ("summary", "public_note")
    there = dict.fromkeys(columns, 0)
    is_over = threading.Event()

    def write(column: str) -> None:
        with other_connection() as other:
            for number in range(1, 31):
                other.execute(CHANGE.format(column), [f"{column} {number:03}.", document.pk])
                other.commit()
                there[column] = number
                is_over.wait(0.01)

    writers = [threading.Thread(target=write, args=(column,)) for column in columns]
    for writer in writers:
        writer.start()
    seen = {200: 0, 304: 0}
    page = client.get(url)
    while any(writer.is_alive() for writer in writers) or there != shown(page, columns):
        before = dict(there)
        answer = again(client, url, page)
        page = page if answer.status_code == 304 else answer
        seen[answer.status_code] += 1
        assert all(shown(page, columns)[column] >= before[column] for column in columns)
    for writer in writers:
        writer.join()
    assert seen[200] > 1


def shown(page: HttpResponse, columns: tuple[str, ...]) -> dict[str, int]:
    text = page.content.decode()
    found = {column: re.search(rf"{column} (\d+)\.", text) for column in columns}
    return {column: int(match[1]) if match else 0 for column, match in found.items()}
