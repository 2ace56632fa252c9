"""The check that refuses a database whose locale knows no Cyrillic."""

from collections.abc import Iterator

import pytest
from django.db import ConnectionHandler, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from archive import checks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def narrow_database(django_db_blocker: object) -> Iterator[str]:
    """A connection named `narrow` to a database made with the locale C, as an empty environment
    makes it."""
    default: BaseDatabaseWrapper = connections["default"]
    _run(default, "DROP DATABASE IF EXISTS narrow")
    _run(default, "CREATE DATABASE narrow TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    options = {
        key: value for key, value in default.settings_dict["OPTIONS"].items() if key != "pool"
    }
    settings = {**default.settings_dict, "NAME": "narrow", "OPTIONS": options}
    connections["narrow"] = ConnectionHandler({"default": settings})["default"]
    connections["narrow"].alias = "narrow"
    yield "narrow"
    connections["narrow"].close()
    del connections["narrow"]
    _run(default, "DROP DATABASE narrow")


def _run(connection: BaseDatabaseWrapper, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_our_own_server_passes() -> None:
    assert checks.server_letters(["default"]) == []
    assert checks.server_version(["default"]) == []


def test_database_of_locale_c_is_refused(narrow_database: str) -> None:
    (error,) = checks.server_letters([narrow_database])
    assert error.id == "archive.E002"
    assert "LOCALE 'C.UTF-8'" in error.hint


def test_check_leaves_no_extension_behind(narrow_database: str) -> None:
    checks.server_letters([narrow_database])
    with connections[narrow_database].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")
        assert cursor.fetchone() == (0,)


def test_user_who_may_not_make_the_extension_is_told(narrow_database: str) -> None:
    connection = connections[narrow_database]
    _run(connection, "CREATE ROLE nobody_much")
    _run(connection, "SET ROLE nobody_much")
    (error,) = checks.server_letters([narrow_database])
    _run(connection, "RESET ROLE")
    _run(connection, "DROP ROLE nobody_much")
    assert error.id == "archive.E003"
    assert "CREATE EXTENSION pg_trgm" in error.hint


def test_nothing_is_asked_unless_databases_are_named() -> None:
    assert checks.server_letters(None) == []
