"""A process that is killed while it saves leaves all of it or nothing, in the history too."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from agreements.models import Change, Document, Signatory
from tests import builders
from tests.admin import desk

pytestmark = pytest.mark.django_db(transaction=True)

PROJECT = Path(__file__).resolve().parents[2]
ROWS = 30
KILLS = 12


class Saver:
    """Processes that send a form to the tests' database."""

    def __init__(self, client: Client, document: Document) -> None:
        self.client, self.document = client, document
        database = connection.settings_dict
        host = quote(database["HOST"], safe="")
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.admin.saving"],
            cwd=PROJECT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "archive.settings",
                "DATABASE_URL": f"postgresql://{database['USER']}@{host}/{database['NAME']}"
                "?application_name=saving",
                "SECRET_KEY": settings.SECRET_KEY,
                "ALLOWED_HOSTS": "testserver",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def form(self, words: str) -> dict[str, str]:
        """Everything that the page holds, with these words in the record and in every row."""
        form = desk.sheet(self.client, desk.url_of(self.document)) | {"summary": words}
        for n in range(ROWS):
            form[f"signatories-{n}-person"] = f"Person {n} {words}"
        return {name: str(value) for name, value in form.items() if not isinstance(value, list)}

    def start(self, form: dict[str, str]) -> int:
        job = {
            "url": desk.url_of(self.document),
            "session": self.client.cookies["sessionid"].value,
            "form": form,
        }
        self.program.stdin.write(json.dumps(job) + "\n")
        self.program.stdin.flush()
        return int(self.program.stdout.readline())

    def ended(self) -> bool:
        """Whether it saved; waits until its connection has gone too."""
        status = int(self.program.stdout.readline())
        while backend() is not None:
            time.sleep(0.005)
        return status == 0

    def stop(self) -> None:
        self.program.stdin.close()
        self.program.wait(timeout=30)


def backend() -> bool | None:
    """Whether the saving process has begun to write; None where it is not connected."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_or(backend_xid IS NOT NULL) FROM pg_stat_activity "
            "WHERE application_name = 'saving'"
        )
        return cursor.fetchone()[0]


def wait_until_it_writes(process: int) -> bool:
    """False where it came to its end first."""
    while not backend():
        if not Path(f"/proc/{process}/exe").exists():
            return False
        time.sleep(0.001)
    return True


def kill(process: int) -> bool:
    """Whether it was killed while it was writing; not where it had just come to its end."""
    was_writing = bool(backend())
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return was_writing


@pytest.fixture
def saver(clerk: Client) -> Iterator[Saver]:
    with transaction.atomic():
        document = builders.draft("Agreement on water", summary="At first")
        Signatory.objects.bulk_create(
            Signatory(document=document, person=f"Person {n} At first") for n in range(ROWS)
        )
    saver = Saver(clerk, document)
    yield saver
    saver.stop()


def stands(document: Document) -> set[str]:
    """The words in the record and in its rows: one, where all was saved or nothing."""
    persons = document.signatories.values_list("person", flat=True)
    found = {person.split(" ", 2)[2] for person in persons}
    assert len(persons) == ROWS
    return found | set(Document.objects.filter(pk=document.pk).values_list("summary", flat=True))


def written(document: Document, words: str) -> int:
    """How many changes the history has with these words."""
    changes = Change.objects.of(document).values_list("new", flat=True)
    return sum(words in json.dumps(new, ensure_ascii=False) for new in changes)


def test_killed_at_any_moment_it_leaves_all_or_nothing(saver: Saver) -> None:
    document = saver.document
    process = saver.start(saver.form("saved whole"))
    assert wait_until_it_writes(process)
    began = time.monotonic()
    assert saver.ended()
    takes = time.monotonic() - began
    assert stands(document) == {"saved whole"}
    assert written(document, "saved whole") == ROWS + 1

    before, amid, form = "saved whole", 0, None
    for number in range(KILLS):
        words = f"attempt {number:02}"
        form = saver.form(words) if form is None else renamed(form, words)
        version = Document.objects.get(pk=document.pk).version
        process, was_writing = saver.start(form), False
        if wait_until_it_writes(process):
            time.sleep(takes * (number % 4) / 4)
            was_writing = kill(process)
        saver.ended()
        (after,) = stands(document)
        assert after in (before, words)
        is_saved = after == words
        assert written(document, words) == (ROWS + 1 if is_saved else 0)
        assert Document.objects.get(pk=document.pk).version == version + is_saved
        amid += was_writing and not is_saved
        if is_saved:
            before, form, takes = words, None, takes * 0.7
    assert amid >= KILLS // 4, "too few were killed while they wrote: the test proves nothing"

    saver.start(saver.form("saved at last"))
    assert saver.ended(), "what was killed stands in nobody's way"
    assert stands(document) == {"saved at last"}


def renamed(form: dict[str, str], words: str) -> dict[str, str]:
    """The same form, which was not saved, with other words."""
    before = form["summary"]
    return {name: value.replace(before, words) for name, value in form.items()}
