"""How far the work on an import is, told while its transaction, which nobody sees into, goes on."""

from __future__ import annotations

import logging
import time
from types import TracebackType

from django.db import Error, connection

from agreements.models import Job

EVERY = 1.0  # seconds between two words of it
# The import is not waited for where it is locked, since the lock may be that of the work which
# waits for this. The table as a whole is locked by a migration at most.
WRITE = """
UPDATE agreements_import SET done = %(done)s, total = %(total)s WHERE id = (
    SELECT import.id FROM agreements_import import
    JOIN agreements_job job ON job.import_run_id = import.id
    WHERE job.id = %(id)s AND job.state = 'running' AND job.attempts = %(attempts)s
    FOR NO KEY UPDATE OF import SKIP LOCKED
)
"""
LIMITS = "-c lock_timeout=500 -c statement_timeout=2000 -c synchronous_commit=off"

logger = logging.getLogger(__name__)


class Progress:
    """To be used in a ``with``. Over a connection of its own, from the second second on.

    Nothing that goes wrong with it harms the work: after the first error it is silent. It is silent
    as well as long as the work has changed or locked the row of the import: do that at the end.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.due = time.monotonic() + EVERY
        self.connection = connection.copy()
        options = self.connection.settings_dict["OPTIONS"]
        options["pool"] = False
        options["options"] = f"{options.get('options', '')} {LIMITS}".strip()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.connection.close()

    def report(self, done: int, total: int) -> None:
        """So much of so much; as often as one likes, since most of it is not written."""
        if time.monotonic() >= self.due:
            self.write(done, total)

    def write(self, done: int, total: int) -> None:
        job = {"id": self.job.pk, "attempts": self.job.attempts}
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(WRITE, {"done": done, "total": total, **job})
        except Error as error:
            logger.warning("Job %s does not tell how far it is: %s", self.job.pk, error)
            self.due = float("inf")
        else:
            self.due = time.monotonic() + EVERY
