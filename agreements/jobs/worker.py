"""The worker: takes one job after another, and outlives all that can go wrong with them."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable, Mapping
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils import translation
from django.utils.translation import gettext as _

from agreements.models import Job

from . import queue
from .handler import Away, Failed, Handler

PAUSE = 1.0  # seconds between looks, while nothing waits
LONGEST_WAIT = 30.0  # seconds between looks for a database that is away
# Of the server: it frees the locks of a machine that is gone within two minutes.
KEEPALIVES = "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=15 -c tcp_keepalives_count=3"

logger = logging.getLogger(__name__)


class Worker:
    """``handlers`` by kind of job; ``most`` is the number of jobs after which it ends, None for no
    end.

    With ``drain`` it also ends once no job is due. ``first`` it does before all jobs.
    """

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        most: int | None = None,
        *,
        drain: bool = False,
        first: Callable[[], None] | None = None,
    ) -> None:
        self.handlers = handlers
        self.left = most
        self.drain = drain
        self.first = first
        self.is_ending = False
        self.job: Job | None = None

    def run(self) -> None:
        """Returns when all is done, or after a signal. It speaks the archive's language."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.end)
        live_alone()
        with translation.override(settings.LANGUAGE_CODE):
            while not self.is_ending and self.left != 0:
                if not self.step():
                    return
        logger.info("The worker ends.")

    def end(self, number: int, frame: FrameType | None) -> None:
        """After the job at hand; at once, and as if it had not begun, when it is told twice."""
        if self.is_ending:
            raise KeyboardInterrupt
        self.is_ending = True
        if self.job:
            logger.info("The worker ends after job %s.", self.job.pk)

    def step(self) -> bool:
        """One job, or a pause; False where it was to end and nothing is left to do."""
        try:
            self.do_first()
            self.job = queue.take()
            if self.job:
                self.work(self.job)
                queue.unlock(self.job.pk)
                self.left = None if self.left is None else self.left - 1
        except (OperationalError, InterfaceError) as error:
            self.wait_for_the_database(error)
            return True
        except KeyboardInterrupt:
            self.give_back()
            return True
        if self.job is None:
            if self.drain:
                return False
            time.sleep(PAUSE)
        self.job = None
        return True

    def do_first(self) -> None:
        """Once in its life."""
        if self.first:
            self.first()
        self.first = None

    def work(self, job: Job) -> None:
        """Whatever befalls the one who does it becomes a state of the job."""
        began, self.session = time.monotonic(), connection.connection
        logger.info("Job %s, %s of %s: attempt %s.", job.pk, job.kind, matter(job), job.attempts)
        try:
            outcome = self.handlers[job.kind](job)
            is_written = queue.finish(job, outcome.write)
        except Failed as failed:
            self.failed(job, str(failed), for_good=failed.for_good)
        except Away as away:
            self.wait_for(away, job)
        except (OperationalError, InterfaceError):
            if self.has_lost_the_lock():
                raise
            logger.exception("Job %s: the database refused.", job.pk)
            self.failed(job, _("The database did not take what came of it."))
        except Exception as error:
            self.broken(job, error)
        else:
            seconds = time.monotonic() - began
            said = outcome if is_written else "it was taken from this worker; nothing is written"
            logger.info("Job %s, %s: %s; %.1f s.", job.pk, matter(job), said, seconds)

    def has_lost_the_lock(self) -> bool:
        """Whether the session has ended; Django may have begun another by itself."""
        try:
            return connection.connection is not self.session or not connection.is_usable()
        except DatabaseError:
            return True

    def broken(self, job: Job, error: Exception) -> None:
        """To be called where the error is caught: the log says all of it."""
        logger.exception("Job %s broke the worker.", job.pk)
        words = _("The program that does the work broke (%(name)s). Its log says more.")
        self.failed(job, words % {"name": type(error).__name__})

    def failed(self, job: Job, problem: str, *, for_good: bool = False) -> None:
        given_up = queue.fail(job, problem, for_good=for_good)
        outcome = "given up" if given_up else "will be tried again"
        logger.warning("Job %s, %s: %s: %s", job.pk, matter(job), outcome, problem)

    def wait_for_the_database(self, error: Exception) -> None:
        """Its locks went with it: what was at hand is given back, unless another has it already."""
        wait = 1.0
        logger.warning("The database is away: %s", str(error).strip())
        while True:
            try:
                self.give_back()
            except (OperationalError, InterfaceError):
                if self.is_ending:
                    return
                time.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                logger.warning("The database is there.")
                return

    def wait_for(self, away: Away, job: Job) -> None:
        """What was at hand is given back. Who is to end when nothing is due does not wait."""
        wait = 1.0
        queue.give_back(job)
        logger.warning("%s is away: %s", away.name, away)
        while away.lasts():
            if self.is_ending or self.drain:
                self.is_ending = True
                return
            time.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)
        logger.warning("%s is there.", away.name)

    def give_back(self) -> None:
        """Over a new connection: the old one may be in any state, and its locks go with it."""
        connection.close()
        if self.job:
            queue.give_back(self.job)
        connection.ensure_connection()
        self.job = None


def matter(job: Job) -> str:
    """What it is about, for the log."""
    return f"file {job.file_id}" if job.file_id else f"import {job.import_run_id}"


def live_alone() -> None:
    """One connection that nobody else is given, since its locks say what this process does."""
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    options["pool"] = False
    options["options"] = f"{options.get('options', '')} {KEEPALIVES}".strip()
