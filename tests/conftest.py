"""What all tests share: a database of their own, quicker and less careful than a trial's."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings

from agreements.importing.reference import load_reference
from archive import postgres


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Before the first test that needs it, point Django at the tests' own server, and start it."""
    if settings.TRIAL:
        name = f"test-{postgres.find_programs().major}"
        address = postgres.connection_settings(settings.BASE_DIR, name)
        postgres.hold_private_server(settings.BASE_DIR, name, durable=False)
        connections["default"].settings_dict["HOST"] = address["HOST"]
        sweep_databases(address)
        connections["default"].settings_dict["TEST"]["NAME"] = f"test_{os.getpid()}"


def sweep_databases(address: dict[str, Any]) -> None:
    """Each run has a database named after its process; drop those of runs that were killed."""
    with psycopg.connect(
        host=address["HOST"], user=address["USER"], dbname=address["NAME"], autocommit=True
    ) as connection:
        names = connection.execute(
            "SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+$'"
        )
        for (name,) in names.fetchall():
            if not Path("/proc", name.removeprefix("test_")).exists():
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files by their own names, nothing collected; uploads to a folder that goes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    media: Path = tmp_path_factory.mktemp("media")
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        WHITENOISE_AUTOREFRESH=True,
        MEDIA_ROOT=media,
    ):
        yield


BLOCKER = pytest.StashKey()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, request: pytest.FixtureRequest
) -> None:
    """The reference data is part of every test's database."""
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        load_reference()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """A test that ends by flushing the tables takes the reference data away: put it back."""
    yield
    marker = item.get_closest_marker("django_db")
    flushes = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    if nextitem and (flushes or (marker and marker.kwargs.get("transaction"))):
        with item.config.stash[BLOCKER].unblock():
            load_reference()
