"""What all tests share: a database of their own, quicker and less careful than a trial's."""

import os
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from agreements.importing.reference import load_reference
from agreements.models import Change
from archive import postgres, setup_browser


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
    """Static files by their own names, nothing collected; uploads and dumps to a folder that
    goes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    media: Path = tmp_path_factory.mktemp("media")
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        WHITENOISE_AUTOREFRESH=True,
        MEDIA_ROOT=media,
        DUMPS_ROOT=media / "dumps",
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def no_limits() -> Iterator[None]:
    """A time limit lasts for the transaction, which is the whole test; tests search a lot."""
    with override_settings(
        PUBLIC_STATEMENT_SECONDS=0,
        SEARCHES_PER_MINUTE=0,
        PAGE_IMAGES_PER_MINUTE=0,
        EXPORTS_PER_MINUTE=0,
        API_REQUESTS_PER_MINUTE=0,
    ):
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page read in another language leaves that language behind, for this test only."""
    with translation.override("en"):
        yield


@pytest.fixture
def far() -> Iterator[None]:
    """Originals lie elsewhere, as in a bucket."""
    elsewhere = {"BACKEND": "tests.far.Far"}
    with override_settings(STORAGES={**settings.STORAGES, "default": elsewhere}):
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
    """A test that ends by flushing the tables takes the reference data away: put it back.

    The history's guard is lifted for the flush.
    """
    marker = item.get_closest_marker("django_db")
    flushes = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    if not (flushes or (marker and marker.kwargs.get("transaction"))):
        yield
        return
    guard("DISABLE", item.config.stash[BLOCKER])
    yield
    if nextitem:  # after the last test the database is gone
        guard("ENABLE", item.config.stash[BLOCKER])
        with item.config.stash[BLOCKER].unblock():
            load_reference()


def guard(do: str, blocker: Any) -> None:
    """Lift the history's guard by name, as only the table's owner can: a flush empties all."""
    append_only = next(iter(Change._meta.triggers)).get_pgid(Change)
    with blocker.unblock(), connections["default"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE agreements_change {do} TRIGGER {append_only}")


BROWSER_TESTS_SKIPPED = pytest.StashKey[int]()
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium the browser's tests are left out and counted; CI lets them fail instead."""
    if setup_browser.chromium() or os.environ.get("CI"):
        return
    browser_tests = [item for item in items if item.get_closest_marker("browser")]
    for item in browser_tests:
        item.add_marker(pytest.mark.skip(reason="there is no Chromium"))
    config.stash[BROWSER_TESTS_SKIPPED] = len(browser_tests)


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line tells what did not run."""
    skipped = config.stash.get(BROWSER_TESTS_SKIPPED, 0)
    if skipped:
        print(f"Not run: {skipped} browser tests, for want of: {setup_browser.COMMAND}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = setup_browser.chromium()
    assert path, f"There is no Chromium: {setup_browser.COMMAND}"
    # Playwright runs a loop in this thread, and Django then refuses it the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=FLAGS.split())


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A fresh page of a browser whose addresses begin at the live server: `page.goto("/")`."""
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()
    wait_until_quiet()


def wait_until_quiet() -> None:
    """Let the server end what a page that is closed had asked for: the tables are emptied next."""
    busy = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with connections["default"].cursor() as cursor:
            cursor.execute(busy)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
