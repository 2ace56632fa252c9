"""The triggers that the models name: there, on, of this version; else the check says so."""

import pytest
from django.core.checks import CheckMessage, Error, run_checks
from django.db import connection
from django.test import Client

from agreements import checks
from agreements.models import Change, Document

pytestmark = pytest.mark.django_db

APPEND_ONLY = next(iter(Change._meta.triggers)).get_pgid(Change)
WORKFLOW = next(t for t in Document._meta.triggers if t.name == "workflow").get_pgid(Document)


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def found() -> list[CheckMessage]:
    return [m for m in run_checks(databases=["default"]) if str(m.id).startswith("agreements.E")]


def test_a_sound_database_passes(client: Client) -> None:
    assert found() == []
    assert len(checks.expected()) > 60
    assert client.get("/ready").content == b"ready\n"


SPOILT = {
    "agreements.E001": (f"DROP TRIGGER {APPEND_ONLY} ON agreements_change", APPEND_ONLY),
    "agreements.E002": (
        f"ALTER TABLE agreements_document DISABLE TRIGGER {WORKFLOW}",
        WORKFLOW,
    ),
    "agreements.E003": (f"COMMENT ON TRIGGER {WORKFLOW} ON agreements_document IS 'x'", WORKFLOW),
}


@pytest.mark.parametrize("id", SPOILT)
def test_a_spoilt_trigger_is_named(id: str) -> None:
    sql, name = SPOILT[id]
    raw(sql)
    (error,) = found()
    assert isinstance(error, Error) and error.id == id
    assert name in error.msg


def test_one_that_no_model_names_is_missed_when_it_is_off() -> None:
    raw("ALTER TABLE agreements_party DISABLE TRIGGER ALL")
    assert len(found()) > len(["record", "record_truncate"])


@pytest.mark.parametrize("id", ["agreements.E001", "agreements.E002"])
def test_not_ready_without_a_trigger(client: Client, id: str) -> None:
    sql, name = SPOILT[id]
    raw(sql)
    response = client.get("/ready")
    assert response.status_code == 503
    assert name in response.content.decode()


def test_ready_while_a_newer_version_is_brought_in(client: Client) -> None:
    raw(SPOILT["agreements.E003"][0])
    assert client.get("/ready").status_code == 200


def test_before_a_migration_nothing_is_missed() -> None:
    """`migrate` asks too, and is what brings the triggers."""
    raw("DELETE FROM django_migrations WHERE app = 'agreements' AND name LIKE '0003%'")
    raw(SPOILT["agreements.E001"][0])
    assert found() == []


def test_ready_makes_few_queries(client: Client, django_assert_max_num_queries: object) -> None:
    client.get("/ready")
    with django_assert_max_num_queries(4):
        client.get("/ready")
