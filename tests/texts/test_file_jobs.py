"""Jobs on files: what each way to fail becomes, in words for a clerk."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agreements.jobs import queue
from agreements.jobs.worker import Worker
from agreements.models import File, Job
from agreements.texts import jobs, reading, scans
from agreements.texts.formats.problem import Refused
from tests import builders

pytestmark = pytest.mark.django_db


def raising(error: Exception) -> Callable[[Job], None]:
    def read(job: Job) -> None:
        raise error

    return read


def one_step(monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str = "words") -> Job:
    monkeypatch.setitem(jobs.READERS, kind, raising(error))
    file = builders.received(None)
    Job.objects.all().delete()
    Job.objects.create(kind=kind, file=file)
    assert Worker(jobs.HANDLERS, 1, drain=True).step()
    return Job.objects.get()


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        (Refused("encrypted"), "failed", "password"),
        (Refused("takes_too_long"), "waiting", ""),
        (Refused("breaks_reader"), "waiting", ""),
        (FileNotFoundError("x"), "waiting", "The storage does not have this file."),
        (ConnectionResetError("x"), "waiting", "broke (ConnectionResetError)"),
        (scans.Unreadable("no model"), "waiting", "read scans failed: no model"),
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
    monkeypatch.setitem(jobs.READERS, "words", raising(error))
    builders.received(None)
    mounted = settings.MEDIA_ROOT
    settings.MEDIA_ROOT = tmp_path / "not mounted"
    monkeypatch.setattr(time, "sleep", lambda _: setattr(settings, "MEDIA_ROOT", mounted))
    assert Worker(jobs.HANDLERS, 1).step()
    job = Job.objects.get()
    assert mounted == settings.MEDIA_ROOT
    assert (job.state, job.attempts, job.file.words_state) == ("waiting", 0, "waiting")


def test_worker_that_drains_does_not_wait_for_the_storage(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    monkeypatch.setitem(jobs.READERS, "words", raising(FileNotFoundError("x")))
    builders.received(None)
    settings.MEDIA_ROOT = tmp_path / "not mounted"
    ending = Worker(jobs.HANDLERS, drain=True)
    ending.step()
    assert ending.is_ending
    job = Job.objects.get()
    assert (job.state, job.attempts) == ("waiting", 0)


def test_scan_that_no_machine_could_read_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "ATTEMPTS", 1)
    job = one_step(monkeypatch, scans.Unreadable("broken"), kind="ocr")
    File.objects.update(words_state="no_text_layer")
    assert job.state == "failed"
    assert File.objects.get().words_state == "no_text_layer"


def test_file_that_is_deleted_while_it_is_read_is_no_failure() -> None:
    file = builders.file(None)
    Job.objects.create(kind="words", file=file)
    job = queue.take()
    Job.objects.all().delete()
    File.objects.all().delete()
    assert not queue.finish(job, reading.Reading(file, ["Words"], "usable").write)
    assert not queue.fail(job, "Broken.")
    queue.unlock(job.pk)
    assert not Job.objects.exists()
