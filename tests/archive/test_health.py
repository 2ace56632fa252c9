"""The two addresses for whoever watches the service."""

import pytest
from django.db import connection
from django.test import Client

from archive.headers import CONTENT_POLICY


def test_live_answers_without_the_database(client: Client) -> None:
    """pytest-django forbids the database here."""
    response = client.get("/live")
    assert (response.status_code, response.content) == (200, b"live\n")


@pytest.mark.django_db
def test_ready_answers_with_the_database(client: Client) -> None:
    assert client.get("/ready").content == b"ready\n"


@pytest.mark.django_db(transaction=True)
def test_ready_says_when_the_database_does_not_answer(client: Client) -> None:
    host = connection.settings_dict["HOST"]
    connection.close()
    connection.close_pool()
    connection.settings_dict["HOST"] = "/nonexistent"
    pool = connection.settings_dict["OPTIONS"]["pool"]
    connection.settings_dict["OPTIONS"]["pool"] = {**pool, "timeout": 0.5}
    try:
        response = client.get("/ready")
    finally:
        connection.close_pool()
        connection.settings_dict["HOST"] = host
        connection.settings_dict["OPTIONS"]["pool"] = pool
    assert response.status_code == 503
    assert response.content == b"the database does not answer\n"


@pytest.mark.parametrize("path", ["/live", "/nothing-here"])
@pytest.mark.django_db
def test_policies_are_on_every_answer(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == CONTENT_POLICY
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_policies_are_on_the_answer_to_a_foreign_host(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response.headers["Content-Security-Policy"] == CONTENT_POLICY
