"""Real workers on the tests' database, as many as a test wants, and killed when it likes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from agreements.models import File, FileWords, Job, Page

PROJECT = Path(__file__).resolve().parents[2]
PAGES = [
    "AGREEMENT\nbetween the Government of Alphaland and the Government of Betaland\n"
    "The Parties shall cooperate in the protection of the wombat.",
    "Article 2\nThis Agreement enters into force on the day of its signature by both Parties,\n"
    "and is done at Dushanbe in two originals.",
]
PATIENCE = 60  # seconds; for a machine that is busy


class Working:
    """One ``manage.py work``; ``tests.jobs.slow_work`` holds it up where a test asks for that."""

    begun: ClassVar[list[Working]] = []

    def __init__(
        self, *arguments: str, stop_at: str = "", log: Path, go_on: Path | None = None
    ) -> None:
        database = connection.settings_dict
        host = quote(database["HOST"], safe="")
        address = f"postgresql://{database['USER']}@{host}/{database['NAME']}"
        self.log = log
        self.begun.append(self)
        with log.open("ab") as out:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "tests.jobs.slow_work", *arguments],
                cwd=PROJECT,
                env={
                    **os.environ,
                    "DJANGO_SETTINGS_MODULE": "archive.settings",
                    "DATABASE_URL": f"{address}?application_name=working",
                    "SECRET_KEY": settings.SECRET_KEY,
                    "ALLOWED_HOSTS": "testserver",
                    "MEDIA_ROOT": str(settings.MEDIA_ROOT),
                    "STOP_AT": stop_at,
                    "GO_ON": str(go_on or "/nowhere"),
                },
                stdout=out,
                stderr=out,
            )

    def said(self) -> str:
        return self.log.read_text()

    def wait_for(self, words: str) -> None:
        wait_until(lambda: words in self.said() or self.ended(), self.said)
        assert words in self.said(), self.said()

    def ended(self) -> bool:
        return self.program.poll() is not None

    def signal(self, number: int) -> None:
        self.program.send_signal(number)

    def kill(self) -> None:
        """As the machine would: at once."""
        self.program.kill()
        self.program.wait(PATIENCE)

    def wait(self) -> int:
        return self.program.wait(PATIENCE)


def wait_until(is_so: Callable[[], bool], said: Callable[[], str] = str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, said()
        time.sleep(0.05)


def outcome(file: File) -> tuple[str, str, int, list[str], int]:
    """State of words and job, attempts, words by page, and how often the search has them."""
    job = Job.objects.get(file=file)
    file.refresh_from_db()
    pages = list(Page.objects.filter(file=file).values_list("words", flat=True))
    words = FileWords.objects.filter(file=file).count()
    return file.words_state, job.state, job.attempts, pages, words
