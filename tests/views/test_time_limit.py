"""The database works so long for a public page, and no longer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django.asserts import assertContains

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def endless() -> Callable:
    """Makes one of a page's statements run away, after those that begin it."""

    def run_away(execute: Callable, sql: str, *rest: Any) -> Any:
        if "agreements_event" in sql:
            return execute("SELECT pg_sleep(60)", None, *rest[1:])
        return execute(sql, *rest)

    return run_away


def limit() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return cursor.fetchone()[0]


def test_what_runs_away_is_stopped_and_says_so(
    client: Client, endless: Callable, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.PUBLIC_STATEMENT_SECONDS = 1
    with connection.execute_wrapper(endless):
        response = client.get("/events/?q=roads")
    assertContains(response, "This took too long, and was stopped", status_code=503)
    assert int(response.headers["Retry-After"]) > 0
    assert response.headers["Cache-Control"] == "private, no-store"
    said = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(said) == 1
    assert "/events/?q=roads" in said[0].getMessage()
    assert said[0].getMessage().startswith("Stopped after 1.")
    assert client.get("/events/").status_code == 200


def test_it_is_of_the_page_and_not_of_the_connection(client: Client, settings: Any) -> None:
    settings.PUBLIC_STATEMENT_SECONDS = 7
    seen = []

    def see(execute: Callable, sql: str, *rest: Any) -> Any:
        answer = execute(sql, *rest)
        if len(seen) < 3 and "contentversion" not in sql and "timeout" not in sql:
            seen.append(limit())
        return answer

    before = limit()
    with connection.execute_wrapper(see):
        assert client.get("/events/").status_code == 200
    assert set(seen) == {"7s"}
    assert limit() == before == "0"


def test_the_admin_has_none(admin_client: Client, settings: Any) -> None:
    settings.PUBLIC_STATEMENT_SECONDS = 7
    seen = []

    def see(execute: Callable, sql: str, *rest: Any) -> Any:
        if "SHOW" not in sql:
            seen.append(limit())
        return execute(sql, *rest)

    with connection.execute_wrapper(see):
        assert admin_client.get("/admin/agreements/event/").status_code == 200
    assert set(seen) == {"0"}


def test_other_errors_of_the_database_are_errors(client: Client) -> None:
    def break_off(execute: Callable, sql: str, *rest: Any) -> Any:
        raise OperationalError("the connection is lost")

    client.raise_request_exception = False
    with connection.execute_wrapper(break_off):
        assert client.get("/events/").status_code == 500
