"""Jobs for the worker: each is done once, at whatever moment a worker is killed.

Who has a job holds a lock of its database session, and the session ends with the process: a job
whose lock is free is nobody's, whatever its row says, so no time has to pass until another worker
may take it. An attempt is counted, for good, before the work begins: what kills each worker is
given up after a few.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agreements.models import File, Import, Job
from agreements.models.vocabulary import ImportState, JobKind, JobState, WordsState

ATTEMPTS = 3
# After the first attempt that failed, and after the second.
WAITS = (datetime.timedelta(minutes=1), datetime.timedelta(minutes=15))
OPEN = (JobState.WAITING, JobState.RUNNING)
# An import whose job was given up: nothing is written of the work on it.
LEFT_AS = {
    JobKind.PREVIEW: ImportState.FAILED,
    JobKind.APPLY: ImportState.PREVIEWED,
    JobKind.UNDO: ImportState.APPLIED,
}
LOCK = 0x706A6F62  # of all locks of the database, those of jobs
LOOKED_AT = 100


def ask(jobs: Iterable[Job]) -> int:
    """Let them be done; how many. What waits already waits once."""
    return len(Job.objects.bulk_create(jobs, ignore_conflicts=True))


def take() -> Job | None:
    """The next job that is due and nobody has, with its lock; this attempt at it is counted."""
    for pk in due():
        if lock(pk):
            if job := begin(pk):
                return job
            unlock(pk)
    return None


def due() -> list[int]:
    """The first numbers only: what other workers have is among them."""
    return list(waiting().values_list("pk", flat=True)[:LOOKED_AT])


def waiting() -> QuerySet:
    jobs = Job.objects.filter(state__in=OPEN, not_before__lte=Now())
    return jobs.order_by("not_before", "id")


def lock(pk: int) -> bool:
    """Whether this session has it now. It is kept until ``unlock``, or until the session ends."""
    return call("pg_try_advisory_lock", pk)


def unlock(pk: int) -> None:
    call("pg_advisory_unlock", pk)


def call(function: str, pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [LOCK, pk % 2**31])
        return cursor.fetchone()[0]


@transaction.atomic
def begin(pk: int) -> Job | None:
    """None where it was done meanwhile, or has killed enough workers. Needs its lock."""
    jobs = Job.objects.select_for_update(skip_locked=True, of=["self"]).select_related(
        "file", "import_run"
    )
    job = jobs.filter(pk=pk, state__in=OPEN, not_before__lte=Now()).first()
    if job is None:
        return None
    if job.attempts >= ATTEMPTS:
        give_up(job, _("The program that does the work was ended each time while it did this."))
        return None
    job.attempts += 1
    set_(job, state=JobState.RUNNING, attempts=job.attempts, began_at=Now(), ended_at=None)
    Import.objects.filter(pk=job.import_run_id).update(done=None, total=None)
    return job


def finish(job: Job, write: Callable[[], None]) -> bool:
    """Write what came out, in one transaction with the word that it is done.

    False, and nothing is written, where the job is gone, or another worker's since the lock was
    lost together with the database.
    """
    with transaction.atomic():
        if not is_ours(job):
            return False
        write()
        set_(job, state=JobState.DONE, problem="", ended_at=Now())
    return True


@transaction.atomic
def fail(job: Job, problem: str, *, for_good: bool = False) -> bool:
    """Try again later, or give up; whether it was given up. ``problem`` is a clerk's sentence."""
    if not is_ours(job):
        return False
    if for_good or job.attempts >= ATTEMPTS:
        give_up(job, problem)
        return True
    wait = WAITS[job.attempts - 1]
    set_(job, state=JobState.WAITING, problem=problem, not_before=Now() + wait)
    return False


def give_up(job: Job, problem: str) -> None:
    """What it was about says so too."""
    set_(job, state=JobState.FAILED, problem=problem, ended_at=Now())
    if job.kind == JobKind.WORDS:
        failed = {"words_state": WordsState.FAILED, "words_reason": problem}
        File.objects.filter(pk=job.file_id).update(**failed)
    elif job.kind in LEFT_AS:
        failed = {"state": LEFT_AS[job.kind], "problem": problem}
        Import.objects.filter(pk=job.import_run_id).update(**failed)


@transaction.atomic
def give_back(job: Job) -> None:
    """As if this attempt had not been: the job is not to blame for its end."""
    if is_ours(job):
        set_(job, state=JobState.WAITING, attempts=F("attempts") - 1)


@transaction.atomic
def again(jobs: list[int]) -> int:
    """Let failed jobs on files wait anew, with all their attempts; how many. Those waiting anyway
    stay. What becomes of an import is decided on its page, by who may."""
    failed = Job.objects.select_for_update().filter(
        pk__in=jobs, state=JobState.FAILED, import_run=None
    )
    waiting = Job.objects.filter(state__in=OPEN).values_list("file", "kind")
    number = 0
    for job in failed.order_by("-pk"):
        if (job.file_id, job.kind) not in waiting.filter(file=job.file_id):
            set_(job, state=JobState.WAITING, attempts=0, not_before=Now(), ended_at=None)
            number += 1
    return number


def is_ours(job: Job) -> bool:
    """Locks the row. The number of the attempt tells ours from one that was begun since."""
    rows = Job.objects.select_for_update().filter(pk=job.pk, state=JobState.RUNNING)
    return rows.filter(attempts=job.attempts).exists()


def set_(job: Job, **values: object) -> None:
    Job.objects.filter(pk=job.pk).update(**values)
