"""Two people at once: the second waits for the first, and then sees what it did."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from agreements.editing.merging import merge
from agreements.forms.admin_publication import Refused
from agreements.models import Agency, MergedRecord, Party, State
from agreements.models.rules import check_rules, words
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)

WHY = "Entered twice."
# Within a transaction the first look at the others would last.
WAITING = """
    SELECT pg_stat_clear_snapshot() IS NULL OR EXISTS (SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock')
"""


@pytest.fixture
def three() -> list[Agency]:
    state = State.objects.get(code="kz")
    with transaction.atomic():
        made = [builders.agency(of=state) for _ in range(3)]
    return made


def while_held(first: Callable[[], object], second: Callable[[], object]) -> Any:
    """What ``second`` raises or gives, begun while ``first`` is done and not yet committed."""
    said: list[Any] = []

    def other() -> None:
        try:
            with transaction.atomic():
                said.append(second())
        except Exception as error:
            said.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic():
        first()
        thread.start()
        while thread.is_alive() and not somebody_waits():
            thread.join(0.01)
        assert thread.is_alive(), said
    thread.join()
    return said[0]


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()[0]


def merging(losing: models.Model, kept: models.Model) -> Callable[[], object]:
    return lambda: merge(losing, kept, WHY)


def test_second_merge_of_the_same_is_refused(three: list[Agency]) -> None:
    one, two, three_ = three
    said = while_held(merging(one, two), merging(one, three_))
    assert isinstance(said, Refused)
    assert f"No. {one.pk} is merged into no. {two.pk} already" in str(said)
    assert MergedRecord.objects.get().kept_number == two.pk


def test_merge_the_other_way_round_is_refused(three: list[Agency]) -> None:
    one, two, _three = three
    assert isinstance(while_held(merging(one, two), merging(two, one)), Refused)
    assert Agency.objects.filter(pk=two.pk).exists()
    assert MergedRecord.objects.count() == 1


def test_merges_in_a_row_make_a_chain(three: list[Agency]) -> None:
    one, two, three_ = three
    said = while_held(merging(one, two), merging(two, three_))
    assert isinstance(said, MergedRecord)
    assert MergedRecord.objects.kept_number("agency", one.pk) == three_.pk


def test_row_that_would_point_at_the_losing_record_finds_it_gone(three: list[Agency]) -> None:
    one, two, _three = three
    with transaction.atomic():
        document = builders.draft()

    def saved() -> None:
        builders.party(document, 1, one)
        check_rules()

    said = while_held(merging(one, two), saved)
    assert isinstance(said, IntegrityError)
    assert "not there any more" in words(said)
    assert not Party.objects.filter(agency=one.pk).exists()


def test_row_that_came_first_moves_too(three: list[Agency]) -> None:
    """A form checks the rules before its commit; from then on the merge waits for it."""
    one, two, _three = three
    with transaction.atomic():
        document = builders.draft()

    def saved() -> None:
        builders.party(document, 1, one)
        check_rules()

    said = while_held(saved, merging(one, two))
    assert isinstance(said, MergedRecord)
    assert document.parties.filter(agency=two).count() == 1


def test_killed_in_the_middle_nothing_is_merged(three: list[Agency]) -> None:
    one, two, _three = three
    with transaction.atomic():
        document = builders.draft(side_1=one)

    class Killed(BaseException):
        pass

    with pytest.raises(Killed), transaction.atomic():
        merge(one, two, WHY)
        raise Killed
    assert document.parties.filter(agency=one).count() == 1
    assert not MergedRecord.objects.exists()
