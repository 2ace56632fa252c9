"""What was changed since, with what is gone: each once, in order, and nothing of a draft."""

from __future__ import annotations

import datetime

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.editing.merging import merge, undo
from agreements.exporting.harvest import Changed, Gone, changed, earliest, standing
from agreements.models import Document, Event, MergedRecord
from agreements.models.publication import Publishable
from tests import builders
from tests.benchmark.plans import complaints

pytestmark = pytest.mark.django_db
UTC = datetime.UTC


def touched(*records: Publishable, on: int) -> None:
    """As if they had been changed last on that day of January 2024."""
    builders.settle()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        for record in records:
            type(record).objects.filter(pk=record.pk).update(changed_at=day(on))
        cursor.execute("SET LOCAL agreements.refresh = ''")


def day(number: int) -> datetime.datetime:
    return datetime.datetime(2024, 1, number, tzinfo=UTC)


def withdrawn(record: Publishable, **values: object) -> Publishable:
    rows = type(record).objects.filter(pk=record.pk)
    rows.update(publication_state="withdrawn", withdrawal_reason="A forgery.", **values)
    builders.settle()
    return record


def numbers(found: list[Changed]) -> list[int]:
    return [one.pk for one in found]


@pytest.mark.parametrize("make", [builders.document, builders.event])
def test_in_order_of_change_between_two_times(make: type) -> None:
    one, two, three = (make() for _ in range(3))
    for number, record in enumerate((three, one, two), start=1):
        touched(record, on=number)
    records = type(one).objects.all()
    assert numbers(changed(records)) == [three.pk, one.pk, two.pk]
    assert numbers(changed(records, since=day(2))) == [one.pk, two.pk]
    assert numbers(changed(records, before=day(2))) == [three.pk]
    assert earliest(records) == day(1)


def test_page_after_page_though_many_were_changed_at_one_moment() -> None:
    documents = [builders.document() for _ in range(7)]
    touched(*documents, on=3)
    walked: list[int] = []
    place = None
    while page := changed(Document.objects.all(), after=place, size=2):
        walked += numbers(page)
        place = page[-1].place
    assert walked == [document.pk for document in documents]


def test_draft_is_not_told_of() -> None:
    builders.draft()
    builders.document(publication_state="in_review")
    losing, kept = builders.draft(), builders.draft()
    builders.settle()
    merge(losing, kept, "Entered twice.")
    builders.settle()
    assert changed(Document.objects.all()) == []
    assert standing(Document.objects.all(), losing.pk) is None
    assert standing(Document.objects.all(), kept.pk) is None
    assert earliest(Document.objects.all()) is None


@pytest.mark.parametrize("make", [builders.document, builders.event])
def test_withdrawn_one_stays_with_its_reason(make: type) -> None:
    record = withdrawn(make("The very title"), is_title_withheld=True)
    (found,) = changed(type(record).objects.all())
    assert (found.pk, found.gone, found.reason) == (record.pk, Gone.WITHDRAWN, "A forgery.")
    assert found.merged_into is None
    assert "very title" not in str(found)


def test_merged_one_names_the_one_that_stands_for_it() -> None:
    """Through two merges, and as long as that one is public."""
    first, second, third = (builders.document() for _ in range(3))
    builders.settle()
    for losing, kept in ((first, second), (second, third)):
        merge(Document.objects.get(pk=losing.pk), kept, "Entered twice.")
        builders.settle()
    found = {one.pk: one for one in changed(Document.objects.all())}
    assert [found[record.pk].merged_into for record in (first, second)] == [third.pk] * 2
    assert found[first.pk].gone == Gone.MERGED and not found[third.pk].is_gone
    withdrawn(third)
    told = standing(Document.objects.all(), first.pk)
    assert (told.gone, told.merged_into) == (Gone.WITHDRAWN, None)


def test_merge_that_was_undone_brings_it_back() -> None:
    losing, kept = builders.document(), builders.document()
    builders.settle()
    merged = merge(losing, kept, "Entered twice.")
    builders.settle()
    undo(merged, "They are two.")
    builders.settle()
    assert MergedRecord.objects.get().undone_at
    found = {one.pk: one for one in changed(Document.objects.all())}
    assert not found[losing.pk].is_gone and not found[kept.pk].is_gone


def test_what_may_still_come_in_before_is_waited_for() -> None:
    """Somebody began to write before this change was made, and has not ended."""
    document = builders.document()
    builders.settle()
    settings = connection.get_connection_params()
    address = {name: settings[name] for name in ("host", "user", "dbname") if settings.get(name)}
    with psycopg.connect(**address) as other, connection.cursor() as cursor:
        other.execute("SELECT 1")
        touched(document, on=1)
        assert numbers(changed(Document.objects.all())) == [document.pk]
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        cursor.execute("UPDATE agreements_document SET changed_at = clock_timestamp()")
        assert changed(Document.objects.all()) == []
        other.rollback()
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        assert numbers(changed(Document.objects.all())) == [document.pk]


def test_statements_do_not_grow(django_assert_num_queries: object) -> None:
    for _ in range(3):
        withdrawn(builders.document())
    with django_assert_num_queries(3):
        assert len(changed(Document.objects.all())) == 3
    assert Event.objects.count() == 0


def test_index_is_entered_at_the_place() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL agreements.refresh = 'off'")
        cursor.execute("SET LOCAL session_replication_role = 'replica'")
        cursor.execute(
            "INSERT INTO agreements_document (publication_state, withdrawal_reason, "
            "is_title_withheld, internal_note, legal_nature, level, event_position, "
            "is_signed_by_heads, validity, term, renewal_term, notice_period, term_counts_from, "
            "entry_into_force, text_absence, summary, public_note, text_availability, changed_at) "
            "SELECT 'published', '', false, '', 'not_determined', '', 0, false, 'not_recorded', "
            "'', '', '', 'not_recorded', 'not_recorded', 'title_only', '', '', 'title_only', "
            "'2024-01-01' FROM generate_series(1, 30000)"
        )
        cursor.execute("ANALYZE agreements_document")
        last = Document.objects.order_by("-pk").first()
        place = (last.changed_at, last.pk - 10)
        with CaptureQueriesContext(connection) as queries:
            found = changed(Document.objects.all(), after=place, since=place[0], size=5)
        assert numbers(found) == [last.pk - n for n in range(9, 4, -1)]
        sql = queries[-1]["sql"]
        assert complaints(cursor, sql, None) == []
        cursor.execute(f"EXPLAIN {sql}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "Index Cond" in plan and "document_ever_public_by_change" in plan
        assert "Sort" not in plan
