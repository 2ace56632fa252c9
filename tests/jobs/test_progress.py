"""How far the work on an import is, told out of a transaction that goes on: by two connections."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.jobs import progress, queue
from agreements.jobs.progress import Progress
from agreements.models import Import, ImportRow, Job
from tests import builders
from tests.jobs.working import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0)


@contextmanager
def session(patience: str) -> Iterator[BaseDatabaseWrapper]:
    other = connection.copy()
    other.inc_thread_sharing()
    do(other, f"SET lock_timeout = '{patience}'")()
    yield other
    other.close()


@pytest.fixture
def other() -> Iterator[BaseDatabaseWrapper]:
    """What somebody else sees, who hardly waits."""
    with session("100ms") as other:
        yield other


@pytest.fixture
def patient() -> Iterator[BaseDatabaseWrapper]:
    """Somebody else who waits."""
    with session("60s") as patient:
        yield patient


@pytest.fixture
def job() -> Iterator[Job]:
    job = taken()
    yield job
    queue.unlock(job.pk)


def taken() -> Job:
    run = Import.objects.create(name="Old.csv", size=1, sha256="")
    queue.ask([Job(kind="apply", import_run=run)])
    return queue.take()


def seen(other: BaseDatabaseWrapper) -> tuple:
    with other.cursor() as cursor:
        cursor.execute(
            "SELECT job.state, done, total FROM agreements_import import "
            "JOIN agreements_job job ON job.import_run_id = import.id"
        )
        return cursor.fetchone()


def do(other: BaseDatabaseWrapper, statement: str) -> Callable[[], int]:
    def do_it() -> int:
        with other.cursor() as cursor:
            cursor.execute(statement)
            return cursor.rowcount

    return do_it


def sessions(other: BaseDatabaseWrapper) -> int:
    return do(other, "SELECT FROM pg_stat_activity WHERE datname = current_database()")()


def test_progress_is_seen_while_the_job_is_written(job: Job, other: BaseDatabaseWrapper) -> None:
    before = sessions(other)

    def write() -> None:
        rows = ImportRow.objects
        with Progress(job) as told:
            for done in (3, 7):
                rows.create(import_run=job.import_run, number=done, outcome="new")
                told.report(done, 10)
                assert seen(other) == ("running", done, 10)
        Import.objects.update(counts={"new": 2})

    assert queue.finish(job, write)
    assert seen(other) == ("done", 7, 10)
    assert Import.objects.get().counts == {"new": 2}
    assert sessions(other) == before


@pytest.mark.parametrize("lock", ["the work", "its row"])
def test_progress_waits_for_no_lock_of_the_work(
    job: Job, other: BaseDatabaseWrapper, lock: str
) -> None:
    """Else the two would wait for each other, which the database can't see."""
    with Progress(job) as told:

        def write() -> None:
            if lock == "the work":
                Import.objects.update(problem="None so far.")
            else:
                Import.objects.select_for_update().get()
            told.report(1, 2)
            assert seen(other) == ("running", None, None)

        assert queue.finish(job, write)
        assert told.due < float("inf")
    assert seen(other) == ("done", None, None)


def test_who_waits_to_delete_an_import_stands_in_nobodys_way(
    job: Job, other: BaseDatabaseWrapper, patient: BaseDatabaseWrapper
) -> None:
    waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'DELETE%'"
    delete = threading.Thread(target=do(patient, "DELETE FROM agreements_job"))

    def write() -> None:
        delete.start()
        wait_until(do(other, waiting))
        with Progress(job) as told:
            for done in (1, 2):
                told.report(done, 2)
                assert seen(other) == ("running", done, 2)

    assert queue.finish(job, write)
    delete.join()
    assert not Job.objects.exists()


def test_locked_table_silences_progress_soon(job: Job, other: BaseDatabaseWrapper) -> None:
    began = time.monotonic()
    with Progress(job) as told:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE agreements_import")
            for done in range(100):
                told.report(done, 100)
        told.report(100, 100)
    assert time.monotonic() - began < 10  # one wait of half a second, on a busy machine
    assert seen(other) == ("running", None, None)


@pytest.mark.parametrize("is_there", [True, False], ids=["cut off", "refused"])
def test_progress_that_can_not_be_told_harms_nothing(
    job: Job, other: BaseDatabaseWrapper, is_there: bool
) -> None:
    def write() -> None:
        ImportRow.objects.create(import_run=job.import_run, number=2, outcome="new")
        with Progress(job) as told:
            if is_there:
                told.report(1, 3)
                do(other, f"SELECT pg_terminate_backend({pid(told)}, 5000)")()
            else:
                told.connection.settings_dict["NAME"] = "no such database"
            told.report(2, 3)
            told.report(3, 3)

    assert queue.finish(job, write)
    assert seen(other) == ("done", *((1, 3) if is_there else (None, None)))
    assert ImportRow.objects.count() == 1


def pid(told: Progress) -> int:
    return told.connection.connection.info.backend_pid


def test_most_reports_are_not_written(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.1)
    end, number = time.monotonic() + 0.55, 0
    with Progress(job) as told:
        told.connection.force_debug_cursor = True
        while time.monotonic() < end:
            told.report(number := number + 1, 10**9)
        told_of = [
            query for query in told.connection.queries if "agreements_import" in query["sql"]
        ]
    assert 1 <= len(told_of) <= 5 < number


def test_work_that_is_done_soon_needs_no_connection(
    job: Job, other: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EVERY", 60)
    before = sessions(other)
    with Progress(job) as told:
        told.report(1, 1)
        assert sessions(other) == before


def test_job_that_was_taken_away_is_told_of_by_its_new_worker_alone(
    job: Job, other: BaseDatabaseWrapper
) -> None:
    Job.objects.update(attempts=2)
    with Progress(job) as told:
        told.report(1, 2)
    assert seen(other) == ("running", None, None)


def test_each_attempt_begins_at_nothing(job: Job, other: BaseDatabaseWrapper) -> None:
    with Progress(job) as told:
        told.report(1, 2)
    queue.give_back(job)
    queue.unlock(job.pk)
    assert seen(other) == ("waiting", 1, 2)
    queue.take()
    assert seen(other) == ("running", None, None)


@pytest.mark.django_db
def test_job_that_nobody_sees_yet_is_not_waited_for() -> None:
    job = taken()
    with Progress(job) as told:
        assert queue.finish(job, lambda: told.report(1, 2))
    queue.unlock(job.pk)
    assert Import.objects.get().done is None


@pytest.mark.django_db
def test_file_has_no_progress() -> None:
    queue.ask([Job(kind="words", file=builders.file(None))])
    job = queue.take()
    with Progress(job) as told:
        told.report(1, 2)
        assert told.due < float("inf")
    queue.unlock(job.pk)
