"""One step of the worker, whatever the job is about: what each way to fail becomes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from agreements.jobs import queue
from agreements.jobs.handler import Away, Failed
from agreements.jobs.worker import Worker
from agreements.models import File, Import, Job
from tests import builders

pytestmark = pytest.mark.django_db


class Written:
    """What comes of a job that goes well."""

    def __init__(self, write: Callable[[], object] = lambda: None) -> None:
        self.write = write

    def __str__(self) -> str:
        return "seven wombats"


def raising(error: Exception) -> Callable:
    def work(job: Job | None = None) -> None:
        raise error

    return work


def a_job() -> Job:
    return Job.objects.create(kind="words", file=builders.file(None))


def step(work: Callable[[Job], Written], job: Job, *, drain: bool = True) -> Worker:
    worker = Worker({"words": work}, 1, drain=drain)
    assert worker.step()
    job.refresh_from_db()
    return worker


def test_what_comes_out_is_written_and_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    job, states = a_job(), []

    def work(given: Job) -> Written:
        assert given == job
        return Written(lambda: states.append(Job.objects.get().state))

    step(work, job)
    assert (job.state, states) == ("done", ["running"])
    assert f"Job {job.pk}, words of file {job.file_id}: attempt 1." in caplog.text
    assert f"Job {job.pk}, file {job.file_id}: seven wombats; 0.0 s." in caplog.text


FAILURES = [
    (Failed("It is a wombat."), "waiting", "It is a wombat."),
    (Failed("It is a wombat.", for_good=True), "failed", "It is a wombat."),
    (MemoryError(), "waiting", "broke (MemoryError)"),
    (ValueError("x"), "waiting", "broke (ValueError)"),
    (OperationalError("deadlock detected"), "waiting", "database did not take"),
]


@pytest.mark.parametrize("is_late", [False, True], ids=["in the work", "in writing"])
@pytest.mark.parametrize(("error", "state", "said"), FAILURES)
def test_each_way_to_fail_is_said_in_words(
    error: Exception, state: str, said: str, is_late: bool
) -> None:
    job = a_job()
    step((lambda job: Written(raising(error))) if is_late else raising(error), job)
    assert (job.state, job.attempts) == (state, 1)
    assert said in job.problem


def test_nothing_is_left_of_what_fails_in_writing() -> None:
    job = a_job()

    def write() -> None:
        builders.file(None)
        raise Failed("It is a wombat.")

    step(lambda job: Written(write), job)
    assert File.objects.get() == job.file


def test_job_of_a_kind_that_nobody_knows_is_no_end_of_the_worker() -> None:
    job = a_job()
    assert Worker({}, 1, drain=True).step()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 1)


def test_what_is_away_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    job, looks, waits = a_job(), iter([True, True, True, False]), []
    monkeypatch.setattr(time, "sleep", waits.append)
    step(raising(Away("The post", "on strike", lambda: next(looks))), job, drain=False)
    assert (job.state, job.attempts, job.problem) == ("waiting", 0, "")
    assert waits == [1, 2, 4]
    assert "The post is away: on strike" in caplog.text and "The post is there." in caplog.text


def test_worker_that_drains_does_not_wait_for_what_is_away() -> None:
    job = a_job()
    worker = step(raising(Away("The post", "on strike", lambda: True)), job)
    assert worker.is_ending
    assert (job.state, job.attempts) == ("waiting", 0)


def test_waits_grow_and_end() -> None:
    job, waits, work = a_job(), [], raising(ValueError("x"))
    step(work, job)
    for attempt in (1, 2):
        assert (job.state, job.attempts) == ("waiting", attempt)
        waits.append(job.not_before - timezone.now())
        assert queue.take() is None
        Job.objects.update(not_before=timezone.now())
        step(work, job)
    assert waits[0] < waits[1]
    assert (job.state, job.attempts) == ("failed", 3)
    assert queue.again([job.pk]) == 1
    job.refresh_from_db()
    assert (job.state, job.attempts, job.ended_at) == ("waiting", 0, None)


def test_first_is_done_once_before_all_jobs() -> None:
    job, seen = a_job(), []
    worker = Worker(
        {"words": lambda job: Written(lambda: seen.append("job"))}, first=lambda: seen.append("1st")
    )
    assert worker.step()
    job.refresh_from_db()
    Job.objects.update(state="waiting")
    assert worker.step()
    assert seen == ["1st", "job", "job"]


def import_job(kind: str, state: str) -> Job:
    run = Import.objects.create(
        name="Old.csv", size=1, sha256="", state=state, transaction=1, applied_at=timezone.now()
    )
    return Job.objects.create(kind=kind, import_run=run)


@pytest.mark.parametrize(
    ("kind", "state", "left"),
    [
        ("preview", "previewing", "failed"),
        ("apply", "applying", "previewed"),
        ("undo", "undoing", "applied"),
    ],
)
def test_import_is_left_as_it_was_where_the_work_is_given_up(
    kind: str, state: str, left: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    job = import_job(kind, state)
    assert Worker({kind: raising(Failed("It is a wombat."))}, 1, drain=True).step()
    assert states(job) == ("waiting", state, "")
    Job.objects.update(not_before=timezone.now())
    failing = raising(Failed("It is a wombat.", for_good=True))
    assert Worker({kind: failing}, 1, drain=True).step()
    assert states(job) == ("failed", left, "It is a wombat.")
    assert f"{kind} of import {job.import_run_id}: attempt 2." in caplog.text
    assert queue.again([job.pk]) == 0
    assert states(job) == ("failed", left, "It is a wombat.")


def test_import_that_kills_each_worker_says_so() -> None:
    job = import_job("apply", "applying")
    Job.objects.update(attempts=queue.ATTEMPTS, state="running")
    assert queue.take() is None
    state, left, problem = states(job)
    assert (state, left) == ("failed", "previewed") and "was ended each time" in problem


def states(job: Job) -> tuple[str, str, str]:
    job = Job.objects.select_related("import_run").get(pk=job.pk)
    return job.state, job.import_run.state, job.import_run.problem


def test_what_is_asked_for_twice_waits_once() -> None:
    file = builders.file(None)
    for _n in range(2):
        queue.ask([Job(kind="words", file=file)])
    assert Job.objects.count() == 1
    Job.objects.update(state="done")
    queue.ask([Job(kind="words", file=file)])
    assert Job.objects.filter(state="waiting").count() == 1


def test_looking_for_work_costs_the_same_with_many_jobs() -> None:
    file = builders.file(None)
    rows = [Job(kind="words", file=file, state="done") for _n in range(20_000)]
    Job.objects.bulk_create(rows)
    queue.ask([Job(kind="words", file=builders.file(None)) for _n in range(300)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE agreements_job")
    plan = due_plan()
    assert "job_next" in plan and "Seq Scan" not in plan, plan


def due_plan() -> str:
    found = queue.waiting()[: queue.LOOKED_AT]
    return found.explain()
