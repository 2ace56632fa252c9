"""Imports as the worker does them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.contrib.auth.models import Group

from agreements.editing import import_jobs
from agreements.editing.import_undoing import InTheWay
from agreements.importing import opening, own_exports
from agreements.jobs import queue
from agreements.jobs.handler import Failed
from agreements.models import Document, Import, Job
from agreements.models.vocabulary import JobKind

pytestmark = pytest.mark.django_db
TABLE = b"title,title_language,side_1_state,side_2_state,signing_dates\nOn wool,en,kz,tj,1994\n"


def received(content: bytes = TABLE) -> Import:
    made = opening.receive(io.BytesIO(content), "table.csv")
    names = ["title", "title_language", "side_1_state", "side_2_state", "signing_dates"]
    made.settings = own_exports.own_profile(names).as_json()
    made.save()
    return made


def worked(made: Import, kind: JobKind, user: Any = None, **settings: Any) -> Import:
    """As the worker does it, but for the lock."""
    import_jobs.ask(made, kind, user, **settings)
    made.refresh_from_db()
    assert made.state == import_jobs.WORKING[kind]
    job = queue.begin(Job.objects.get(import_run=made, state="waiting").pk)
    outcome = import_jobs.HANDLERS[kind](job)
    try:
        assert queue.finish(job, outcome.write)
    except Failed as failed:
        queue.fail(job, str(failed), for_good=failed.for_good)
    made.refresh_from_db()
    return made


@pytest.fixture
def clerk(django_user_model: Any) -> Any:
    made = django_user_model.objects.create_user("clerk", is_staff=True)
    made.groups.add(Group.objects.get(name="clerk"))
    return made


def test_looked_through_applied_and_undone(clerk: Any) -> None:
    made = worked(received(), JobKind.PREVIEW, clerk)
    assert (made.state, made.counts["new"]) == ("previewed", 1)
    assert not Document.objects.exists()
    made = worked(made, JobKind.APPLY, clerk)
    assert (made.state, made.applied_by) == ("applied", "clerk")
    assert Document.objects.get().signed_on == "1994"


def test_undone_by_the_worker(clerk: Any) -> None:
    made = worked(worked(received(), JobKind.PREVIEW), JobKind.APPLY, clerk)
    made = worked(made, JobKind.UNDO, clerk)
    assert made.state == "undone" and not Document.objects.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and more"])
def test_file_that_is_no_table_is_refused_in_words(content: bytes) -> None:
    made = worked(received(content), JobKind.PREVIEW)
    assert made.state == "failed" and made.problem.endswith(".")


def test_publishing_by_a_clerk_is_refused_in_words(clerk: Any) -> None:
    made = worked(received(), JobKind.PREVIEW)
    made.publishes = True
    made.save()
    made = worked(made, JobKind.APPLY, clerk)
    assert made.state == "previewed" and "publish" in made.problem
    assert not Document.objects.exists()


def test_what_is_in_the_way_is_named() -> None:
    words = import_jobs.in_words(InTheWay(range(1, 31)))
    assert words.startswith("30 documents") and "1, 2, 3" in words and "20 …" in words
