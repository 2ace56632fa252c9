"""When a record was public for the first time: what feeds are ordered by."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from django.db import connection

from agreements import migrations
from agreements.models import Change, Document, Event
from tests import builders

pytestmark = pytest.mark.django_db

FILL = Path(migrations.__file__).parent / "sql" / "0022_fill.sql"
MAKERS = {Document: builders.document, Event: builders.event}


@pytest.mark.parametrize("model", MAKERS)
def test_a_draft_has_no_such_time(model: type) -> None:
    draft = MAKERS[model](publication_state="draft")
    in_review = MAKERS[model](publication_state="in_review")
    draft.refresh_from_db()
    in_review.refresh_from_db()
    assert (draft.published_at, in_review.published_at) == (None, None)


@pytest.mark.parametrize("model", MAKERS)
def test_it_stays_when_the_record_goes_and_comes_back(model: type) -> None:
    record = MAKERS[model]()
    record.refresh_from_db()
    first = record.published_at
    assert first is not None
    long_ago(record)
    mine = model.objects.filter(pk=record.pk)
    mine.update(publication_state="withdrawn", withdrawal_reason="A mistake.")
    mine.update(publication_state="published")
    assert first.year - mine.get().published_at.year == 20


@pytest.mark.parametrize("model", MAKERS)
def test_nobody_writes_it(model: type) -> None:
    """A form saves every column that it once read."""
    record = MAKERS[model]()
    record.refresh_from_db()
    first = record.published_at
    record.published_at = None
    record.save()
    record.refresh_from_db()
    assert first is not None and record.published_at == first


@pytest.mark.parametrize("model", MAKERS)
def test_the_history_does_not_tell_it_twice(model: type) -> None:
    record = MAKERS[model]()
    changes = Change.objects.of(record)
    assert changes.filter(new__publication_state="published").exists()
    assert not changes.exclude(operation="insert").filter(new__has_key="published_at").exists()


@pytest.mark.parametrize("model", MAKERS)
def test_migration_finds_it_in_the_history(model: type) -> None:
    record, draft = MAKERS[model](), MAKERS[model](publication_state="draft")
    builders.later(days=30)
    mine = model.objects.filter(pk=record.pk)
    mine.update(publication_state="withdrawn", withdrawal_reason="A mistake.")
    mine.update(publication_state="published")
    builders.later(days=10)
    now = mine.get().published_at
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # without triggers
        model.objects.update(published_at=None)
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute(FILL.read_text(encoding="utf-8"))
    assert now - mine.get().published_at == datetime.timedelta(days=40)
    draft.refresh_from_db()
    assert draft.published_at is None


def long_ago(record: Document | Event) -> None:
    """As if it had been published twenty years before."""
    table = record._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        cursor.execute(
            f"UPDATE {table} SET published_at = published_at - interval '20 years' WHERE id = %s",
            [record.pk],
        )
        cursor.execute("SET LOCAL agreements.refresh = ''")
