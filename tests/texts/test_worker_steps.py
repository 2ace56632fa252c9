"""One step of the worker: what each way to fail becomes, in words for a clerk."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from agreements.models import File, Job
from agreements.texts import jobs, reading, scans, worker
from agreements.texts.formats.problem import Refused
from agreements.texts.worker import Worker
from tests import builders

pytestmark = pytest.mark.django_db


def raising(error: Exception) -> Callable[[File], None]:
    def read(file: File) -> None:
        raise error

    return read


def one_step(monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str = "words") -> Job:
    monkeypatch.setitem(worker.READERS, kind, raising(error))
    file = builders.received(None)
    Job.objects.all().delete()
    Job.objects.create(kind=kind, file=file)
    assert Worker(1, drain=True).step()
    return Job.objects.get()


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        (Refused("encrypted"), "failed", "password"),
        (Refused("takes_too_long"), "waiting", ""),
        (Refused("breaks_reader"), "waiting", ""),
        (FileNotFoundError("x"), "waiting", "The storage does not have this file."),
        (ConnectionResetError("x"), "waiting", "broke (ConnectionResetError)"),
        (MemoryError(), "waiting", "broke (MemoryError)"),
        (ValueError("x"), "waiting", "broke (ValueError)"),
        (scans.Unreadable("no model"), "waiting", "read scans failed: no model"),
        (OperationalError("deadlock detected"), "waiting", "database did not take"),
    ],
)
def test_each_way_to_fail_is_said_in_words(
    error: Exception, state: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = one_step(monkeypatch, error)
    assert (job.state, job.attempts) == (state, 1)
    assert said in job.problem and job.problem
    assert job.file.words_state == ("failed" if state == "failed" else "waiting")


@pytest.mark.parametrize("error", [FileNotFoundError("x"), NotADirectoryError("x")])
def test_storage_that_is_away_is_no_fault_of_a_file(
    error: Exception, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    monkeypatch.setitem(worker.READERS, "words", raising(error))
    monkeypatch.setattr(scans, "installed", frozenset)  # who asks programs sleeps until they end
    builders.received(None)
    mounted = settings.MEDIA_ROOT
    settings.MEDIA_ROOT = tmp_path / "not mounted"
    monkeypatch.setattr(time, "sleep", lambda _: setattr(settings, "MEDIA_ROOT", mounted))
    assert Worker(1).step()
    job = Job.objects.get()
    assert mounted == settings.MEDIA_ROOT
    assert (job.state, job.attempts, job.file.words_state) == ("waiting", 0, "waiting")


def test_worker_that_drains_does_not_wait_for_the_storage(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    monkeypatch.setitem(worker.READERS, "words", raising(FileNotFoundError("x")))
    builders.received(None)
    settings.MEDIA_ROOT = tmp_path / "not mounted"
    ending = Worker(drain=True)
    ending.step()
    assert ending.is_ending
    job = Job.objects.get()
    assert (job.state, job.attempts) == ("waiting", 0)


def test_waits_grow_and_end(monkeypatch: pytest.MonkeyPatch) -> None:
    job = one_step(monkeypatch, ValueError("x"))
    waits = []
    for attempt in (1, 2):
        assert (job.state, job.attempts) == ("waiting", attempt)
        waits.append(job.not_before - timezone.now())
        assert jobs.take() is None
        Job.objects.update(not_before=timezone.now())
        assert Worker(1, drain=True).step()
        job.refresh_from_db()
    assert waits[0] < waits[1]
    assert (job.state, job.attempts) == ("failed", 3)
    assert jobs.again([job.pk]) == 1
    job.refresh_from_db()
    assert (job.state, job.attempts, job.ended_at) == ("waiting", 0, None)


def test_scan_that_no_machine_could_read_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ATTEMPTS", 1)
    job = one_step(monkeypatch, scans.Unreadable("broken"), kind="ocr")
    File.objects.update(words_state="no_text_layer")
    assert job.state == "failed"
    assert File.objects.get().words_state == "no_text_layer"


def test_file_that_is_deleted_while_it_is_read_is_no_failure() -> None:
    file = builders.file(None)
    Job.objects.create(kind="words", file=file)
    job = jobs.take()
    Job.objects.all().delete()
    File.objects.all().delete()
    assert not jobs.finish(job, reading.Reading(file, ["Words"], "usable").write)
    assert not jobs.fail(job, "Broken.")
    jobs.unlock(job.pk)
    assert not Job.objects.exists()


def test_what_is_asked_for_twice_waits_once() -> None:
    file = builders.received(None, b"All about the wombat.", kind="text")
    jobs.ask([file])
    assert Job.objects.count() == 1
    Job.objects.update(state="done")
    jobs.ask([file])
    assert Job.objects.filter(state="waiting").count() == 1


def test_looking_for_work_costs_the_same_with_many_jobs() -> None:
    file = builders.file(None)
    rows = [Job(kind="words", file=file, state="done") for _n in range(20_000)]
    Job.objects.bulk_create(rows)
    files = [builders.file(None) for _n in range(300)]
    jobs.ask(files)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE agreements_job")
    plan = due_plan()
    assert "job_next" in plan and "Seq Scan" not in plan, plan


def due_plan() -> str:
    found = jobs.waiting()[: jobs.LOOKED_AT]
    return found.explain()
