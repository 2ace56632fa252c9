"""How often one address may search."""

from __future__ import annotations

import datetime
import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django.asserts import assertContains

from agreements.middleware.throttle import count

pytestmark = pytest.mark.django_db

MOST = 3
SEARCH = "/agencies/?q=roads"


@pytest.fixture(autouse=True)
def few_searches(settings: Any) -> None:
    settings.SEARCHES_PER_MINUTE = MOST


def statuses(client: Client, times: int, **more: Any) -> list[int]:
    return [client.get(SEARCH, **more).status_code for _ in range(times)]


def test_too_many_searches_are_refused_in_words(client: Client) -> None:
    assert statuses(client, MOST) == [200] * MOST
    response = client.get(SEARCH)
    assertContains(response, "Too many searches from your address", status_code=429)
    assert 1 <= int(response.headers["Retry-After"]) <= 20
    assertContains(
        response, f"search again in {response.headers['Retry-After']} second", status_code=429
    )
    assert response.headers["Cache-Control"] == "private, no-store"
    assertContains(client.get("/ru/agencies/?q=x"), '<html lang="ru"', status_code=429)


@pytest.mark.parametrize(
    "url", ["/documents.atom", "/ru/events.atom", "/calendar.ics", "/sitemap-pages-1.xml"]
)
def test_what_programs_fetch_counts_as_searches(client: Client, url: str) -> None:
    assert [client.get(url).status_code for _ in range(MOST + 1)] == [200] * MOST + [429]


def test_one_comes_back_in_its_part_of_a_minute(client: Client) -> None:
    assert statuses(client, MOST + 1)[-1] == 429
    pass_time(seconds=60 // MOST)
    assert statuses(client, 2) == [200, 429]
    pass_time(minutes=10)
    assert statuses(client, MOST + 1) == [200] * MOST + [429], "no more than a minute's are saved"


def pass_time(**time: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE agreements_searching SET free_at = free_at - %s", [datetime.timedelta(**time)]
        )


def test_who_waits_is_not_made_to_wait_longer(client: Client) -> None:
    assert statuses(client, MOST + 20)[MOST:] == [429] * 20
    pass_time(seconds=60 // MOST)
    assert statuses(client, 1) == [200]


def test_refusal_is_logged_with_what_was_asked(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    statuses(client, MOST + 1)
    (said,) = [record.getMessage() for record in caplog.records if record.name == "django.request"]
    assert said == "Too many searches: /agencies/?q=roads"


@pytest.mark.parametrize(
    "url",
    ["/", "/agencies/", "/agencies/?page=1", "/agencies/?q=", "/?utm_source=x", "/years/?fbclid=3"],
)
def test_pages_are_not_counted(client: Client, url: str) -> None:
    assert {client.get(url).status_code for _ in range(MOST + 3)} <= {200, 302}
    assert statuses(client, 1) == [200]


def test_what_holds_is_not_counted(client: Client) -> None:
    tag = client.get(SEARCH).headers["ETag"]
    asked = [client.get(SEARCH, headers={"If-None-Match": tag}) for _ in range(MOST + 3)]
    assert {response.status_code for response in asked} == {304}


def test_the_admin_is_not_counted(admin_client: Client) -> None:
    url = "/admin/agreements/state/?q=roads"
    assert {admin_client.get(url).status_code for _ in range(MOST + 3)} == {200}


def test_nobody_is_counted_where_it_is_switched_off(client: Client, settings: Any) -> None:
    settings.SEARCHES_PER_MINUTE = 0
    assert set(statuses(client, MOST + 3)) == {200}


def spent(client: Client, address: str, **headers: str) -> bool:
    """Whether nothing is left to an address."""
    return statuses(client, 1, REMOTE_ADDR=address, headers=headers) == [429]


def test_addresses_are_counted_apart(client: Client) -> None:
    statuses(client, MOST, REMOTE_ADDR="192.0.2.1")
    assert spent(client, "192.0.2.1")
    assert spent(client, "::ffff:192.0.2.1")
    assert not spent(client, "192.0.2.2")
    statuses(client, MOST, REMOTE_ADDR="2001:db8:1:2::1")
    assert spent(client, "2001:db8:1:2:ffff::9"), "one reader has a whole network"
    assert not spent(client, "2001:db8:1:3::1")


def test_what_a_reader_says_of_the_address_is_not_believed(client: Client, settings: Any) -> None:
    for number in range(MOST):
        statuses(client, 1, headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert statuses(client, 1, headers={"X-Forwarded-For": "192.0.2.9"}) == [429]


def test_what_our_own_proxies_say_is(client: Client, settings: Any) -> None:
    def said(hops: str) -> dict[str, Any]:
        return {"REMOTE_ADDR": "10.0.0.1", "headers": {"X-Forwarded-For": hops}}

    settings.PROXIES = 1
    statuses(client, MOST, **said("192.0.2.1"))
    assert statuses(client, 1, **said("198.51.100.7, 192.0.2.1")) == [429]
    assert statuses(client, 1, **said("192.0.2.1, 192.0.2.2")) == [200]
    settings.PROXIES = 2
    assert statuses(client, 1, **said("198.51.100.7, 192.0.2.1, 10.0.0.2")) == [429]


@pytest.mark.parametrize("hops", ["", "unknown", "192.0.2.1:80, x"])
def test_where_nobody_says_the_address_nobody_is_refused(
    client: Client, settings: Any, hops: str
) -> None:
    settings.PROXIES = 1
    assert set(statuses(client, MOST + 3, headers={"X-Forwarded-For": hops})) == {200}


def rows() -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reader FROM agreements_searching")
        return [bytes(reader) for (reader,) in cursor.fetchall()]


def test_no_address_is_kept_and_nothing_for_long() -> None:
    count("192.0.2.1", MOST)
    (reader,) = rows()
    assert len(reader) == 16 and b"192" not in reader
    count("192.0.2.2", MOST)
    pass_time(minutes=2)
    count("192.0.2.3", MOST)
    with connection.cursor() as cursor:
        cursor.execute("SELECT agreements_forget_searches()")
    assert len(rows()) == 1


def test_what_is_old_is_forgotten_by_and_by() -> None:
    count("192.0.2.1", MOST)
    pass_time(minutes=2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0)")
    for _ in range(5000):
        count("192.0.2.2", 1_000_000)
    assert len(rows()) == 1


@pytest.mark.django_db(transaction=True)
def test_processes_count_together() -> None:
    passed = []

    def search() -> None:
        try:
            passed.extend(count("192.0.2.1", 20) is None for _ in range(10))
        finally:
            connection.close()

    searching = [threading.Thread(target=search) for _ in range(4)]
    for thread in searching:
        thread.start()
    for thread in searching:
        thread.join()
    assert (len(passed), sum(passed)) == (40, 20)
