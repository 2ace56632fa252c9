"""The worker, as real processes: what it reads, and what is left of one that is killed."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from agreements.jobs import queue
from agreements.models import Document, File, Job, Text
from tests import builders
from tests.jobs.working import PAGES, Working, outcome, wait_until
from tests.searching import finds
from tests.texts import files

pytestmark = pytest.mark.django_db(transaction=True)

PLACES = ["before the work", "amid reading", "before the commit", "after the commit"]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Where the workers of a test speak; none of them outlives it."""
    yield tmp_path / "log"
    while Working.begun:
        Working.begun.pop().kill()


def received(content: bytes | None = None, **values: object) -> tuple[Document, File]:
    """A published document whose text is a file that nobody has read."""
    with transaction.atomic():
        document = builders.document()
        text = Text.objects.create(document=document, language="en")
        content = content or files.pdf(PAGES)
        return document, builders.received(document, content, text=text, **values)


def drain(log: Path) -> str:
    worker = Working("--drain", log=log)
    assert worker.wait() == 0, worker.said()
    return worker.said()


def cut_off(name: str) -> None:
    """End the session of a worker."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE application_name = %s AND datname = current_database()",
            [name],
        )
        assert cursor.fetchall() == [(True,)]


@contextmanager
def no_connections() -> Iterator[None]:
    """Nobody else may connect to the tests' database."""
    database = connection.settings_dict
    allow = f"ALTER DATABASE {database['NAME']} ALLOW_CONNECTIONS"
    with psycopg.connect(
        host=database["HOST"], user=database["USER"], dbname="postgres", autocommit=True
    ) as other:
        other.execute(f"{allow} false")
        try:
            yield
        finally:
            other.execute(f"{allow} true")


def test_words_of_a_file_are_read(log: Path) -> None:
    document, file = received()
    said = drain(log)
    state, job_state, attempts, pages, words = outcome(file)
    assert (state, job_state, attempts, words) == ("usable", "done", 1, 1)
    assert pages == PAGES
    assert finds("Dushanbe", document)
    assert f"file {file.pk}: 2 pages" in said


@pytest.mark.parametrize("place", PLACES)
def test_job_of_a_killed_worker_is_done_once(log: Path, place: str) -> None:
    document, file = received()
    worker = Working("--drain", stop_at=place, log=log)
    worker.wait_for("It stays here.")
    worker.kill()
    if place != "after the commit":
        assert outcome(file) == ("waiting", "running", 1, [], 0)
    drain(log)
    attempts = 1 if place == "after the commit" else 2
    assert outcome(file) == ("usable", "done", attempts, PAGES, 1)
    assert finds("Dushanbe", document)


def test_file_that_kills_each_worker_is_given_up(log: Path, tmp_path: Path) -> None:
    _document, file = received()
    _other, sound = received()
    for attempt in range(1, queue.ATTEMPTS + 1):
        worker = Working("--once", stop_at="amid reading", log=tmp_path / f"log {attempt}")
        worker.wait_for("It stays here.")
        assert f"file {file.pk}: attempt {attempt}." in worker.said()
        worker.kill()
    drain(log)
    assert outcome(file) == ("failed", "failed", queue.ATTEMPTS, [], 0)
    assert "was ended each time" in Job.objects.get(file=file).problem
    assert outcome(sound)[:2] == ("usable", "done")


def test_file_that_can_not_be_read_says_why(log: Path) -> None:
    _document, file = received(files.pdf(PAGES)[:200])
    drain(log)
    assert outcome(file) == ("failed", "failed", 1, [], 0)
    assert Job.objects.get(file=file).problem == file.words_reason != ""


def test_file_that_is_gone_is_tried_again_later(log: Path) -> None:
    _document, file = received()
    default_storage.delete(file.path)
    drain(log)
    assert outcome(file) == ("waiting", "waiting", 1, [], 0)
    for attempt in (2, 3):
        assert Job.objects.get().not_before > timezone.now()
        Job.objects.update(not_before=timezone.now())
        drain(log)
        assert Job.objects.get().attempts == attempt
    assert outcome(file) == ("failed", "failed", 3, [], 0)
    assert Job.objects.get().problem == "The storage does not have this file."


def test_two_workers_share_the_work(log: Path, tmp_path: Path) -> None:
    received_ = [received()[1] for _n in range(6)]
    logs = [log, tmp_path / "second"]
    workers = [Working("--drain", log=one) for one in logs]
    assert [worker.wait() for worker in workers] == [0, 0]
    for file in received_:
        assert outcome(file) == ("usable", "done", 1, PAGES, 1)
    # While one has a job, the other takes the next.
    first = Working("--drain", stop_at="amid reading", log=tmp_path / "third")
    held, free = received()[1], received()[1]
    first.wait_for("It stays here.")
    drain(log)
    assert outcome(held)[:3] == ("waiting", "running", 1)
    assert outcome(free)[:3] == ("usable", "done", 1)
    first.kill()


def test_worker_ends_after_the_job_at_hand(log: Path, tmp_path: Path) -> None:
    go_on = tmp_path / "go_on"
    worker = Working(stop_at="amid reading", log=log, go_on=go_on)
    _document, file = received()
    worker.wait_for("It stays here.")
    _other, later = received()
    worker.signal(signal.SIGTERM)
    worker.wait_for("The worker ends after job")
    go_on.touch()
    assert worker.wait() == 0
    assert outcome(file)[:3] == ("usable", "done", 1)
    assert outcome(later)[:3] == ("waiting", "waiting", 0)


def test_worker_told_twice_gives_its_job_back(log: Path) -> None:
    worker = Working(stop_at="amid reading", log=log)
    _document, file = received()
    worker.wait_for("It stays here.")
    worker.signal(signal.SIGTERM)
    worker.wait_for("The worker ends after job")
    worker.signal(signal.SIGTERM)
    assert worker.wait() == 0, worker.said()
    assert outcome(file) == ("waiting", "waiting", 0, [], 0)


def test_idle_worker_ends_and_sees_what_comes(log: Path) -> None:
    worker = Working(log=log)
    _document, file = received()
    wait_until(lambda: Job.objects.get().state == "done", worker.said)
    worker.signal(signal.SIGTERM)
    assert worker.wait() == 0
    assert outcome(file)[:3] == ("usable", "done", 1)


@pytest.mark.parametrize("place", ["amid reading", "before the commit"])
def test_lost_connection_is_waited_out(log: Path, tmp_path: Path, place: str) -> None:
    _document, file = received()
    go_on = tmp_path / "go_on"
    worker = Working("--drain", stop_at=place, log=log, go_on=go_on)
    worker.wait_for("It stays here.")
    cut_off("working")
    go_on.touch()
    assert worker.wait() == 0, worker.said()
    assert "The database is away" in worker.said()
    assert outcome(file) == ("usable", "done", 1, PAGES, 1)


def test_database_that_is_away_is_waited_for(log: Path) -> None:
    worker = Working(stop_at="nowhere", log=log)
    received()
    wait_until(lambda: Job.objects.get().state == "done", worker.said)
    with no_connections():
        cut_off("working")
        worker.wait_for("The database is away")
        _other, later = received()
        time.sleep(2)  # it looks again, in vain
        assert not worker.ended()
    wait_until(lambda: Job.objects.get(file=later).state == "done", worker.said)
    worker.signal(signal.SIGTERM)
    assert worker.wait() == 0, worker.said()
    assert outcome(later) == ("usable", "done", 1, PAGES, 1)


def test_killed_worker_leaves_no_lock(log: Path) -> None:
    received()
    worker = Working(stop_at="amid reading", log=log)
    worker.wait_for("It stays here.")
    assert queue.take() is None
    worker.kill()
    wait_until(lambda: queue.lock(Job.objects.get().pk))
    queue.unlock(Job.objects.get().pk)


def test_worker_that_lost_its_job_writes_nothing() -> None:
    _document, file = received()
    job = queue.take()
    Job.objects.update(attempts=2)  # as another worker would, after the lock was lost
    written = []
    assert not queue.finish(job, lambda: written.append(job))
    queue.give_back(job)
    assert not queue.fail(job, "Broken.")
    queue.unlock(job.pk)
    assert (written, outcome(file)[1:3]) == ([], ("running", 2))
