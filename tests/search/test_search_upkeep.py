"""Published = findable = counted, whatever is done, by however many at once; else it is said."""

from __future__ import annotations

import datetime
import random
import threading
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.http import QueryDict
from django.utils import timezone

from agreements import search
from agreements.editing.merging import merge
from agreements.filters import DocumentFilters
from agreements.forms.admin_publication import Refused
from agreements.models import (
    Action,
    Document,
    Event,
    SearchCount,
    SearchCountChange,
    SearchRow,
)
from agreements.search import upkeep
from tests import builders
from tests.searching import finds

once = pytest.mark.django_db
really = pytest.mark.django_db(transaction=True)


def sql(statement: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def assert_nothing_differs() -> None:
    assert list(upkeep.documents_that_differ()) == []
    assert upkeep.counts_that_differ() == []
    numbers = upkeep.numbers()
    assert numbers.published == numbers.findable == numbers.counted


# One transaction after the other


def steps(chance: random.Random) -> list[Callable[[], object]]:
    """What clerks do, to a record of this archive or another."""
    documents = list(Document.objects.order_by("pk"))
    document = chance.choice(documents)
    one = Document.objects.filter(pk=document.pk)
    event = chance.choice(list(Event.objects.order_by("pk")))
    word = chance.choice(["water", "dam", "road"])
    reason = {"withdrawal_reason": "By mistake."}
    withdrawn = {"publication_state": "withdrawn", **reason}
    return [
        lambda: builders.document(f"On {word}", signed_on=str(chance.randint(1990, 2024))),
        lambda: builders.draft(f"On {word}", event=event),
        lambda: document.titles.update(text=f"About {word}"),
        lambda: document.signings.update(signed_on=str(chance.randint(1990, 2024))),
        lambda: document.parties.filter(side=1).update(state=builders.state()),
        lambda: one.update(type=chance.choice(["protocol", "treaty"])),
        lambda: one.update(event=event),
        lambda: builders.text(
            document, body=f"{word} " * 2500, language=chance.choice(["en", "ru"])
        ),
        lambda: document.texts.update(is_public=chance.random() < 0.5),
        lambda: document.subjects.set([builders.subject()]),
        lambda: one.filter(publication_state="draft").bring_to("published"),
        lambda: one.filter(publication_state="published").update(**withdrawn),
        lambda: Event.objects.filter(pk=event.pk).update(kind=chance.choice(["forum", "summit"])),
        lambda: Action.objects.create(document=document, kind="entered_into_force", done_on="2010"),
        lambda: one.filter(publication_state="draft").delete(),
        lambda: merge(builders.draft(**sides(document)), document, "Entered twice."),
    ]


def sides(document: Document) -> dict[str, Any]:
    parties = document.parties.order_by("side", "pk")
    return {f"side_{party.side}": party.state for party in parties}


@once
@pytest.mark.parametrize("seed", range(4))
def test_counts_and_rows_are_right_after_any_changes(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        builders.document()
        builders.event()
    builders.settle()
    done = 0
    for _ in range(25):
        try:
            with transaction.atomic():
                for step in chance.sample(steps(chance), k=chance.randint(1, 3)):
                    step()
                builders.settle()
            done += 1
        except (IntegrityError, Refused):
            pass  # a rule refused it: all of it is as it was
        assert_nothing_differs()
    assert done > 10


@once
def test_nothing_is_left_of_what_is_rolled_back() -> None:
    builders.document("On water")
    builders.settle()
    before = upkeep.numbers()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        builders.document("On dams")
        builders.settle()
        assert upkeep.numbers().counted == before.counted + 1
        1 / 0  # noqa: B018
    assert upkeep.numbers() == before
    assert_nothing_differs()


# Two at once


def while_held(first: Callable[[], object], second: Callable[[], object], *, waits: bool) -> None:
    """``second`` in another connection while ``first`` is done and not yet committed."""
    failed: list[Exception] = []

    def other() -> None:
        try:
            second()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic():
        first()
        builders.settle()
        thread.start()
        while waits and thread.is_alive() and not somebody_waits():
            thread.join(0.01)
        if not waits:
            thread.join(60)
        assert thread.is_alive() == waits, failed
    thread.join()
    assert not failed


def somebody_waits() -> bool:
    return bool(
        sql(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
            "AND wait_event_type = 'Lock'"
        )
    )


def atomically(do: Callable[[], object]) -> Callable[[], None]:
    def done() -> None:
        with transaction.atomic():
            do()

    return done


@pytest.fixture
def document() -> Document:
    with transaction.atomic():
        return builders.document("On water", event=builders.event())


@really
def test_two_who_publish_at_once_wait_for_nothing_and_both_count(document: Document) -> None:
    one, other = (atomically_made(f"On {word}") for word in ("dams", "roads"))
    publish = {pk: Document.objects.filter(pk=pk).bring_to for pk in (one, other)}
    while_held(
        lambda: publish[one]("published"),
        atomically(lambda: publish[other]("published")),
        waits=False,
    )
    assert SearchCountChange.objects.exists(), "the second could not bring its own in"
    assert_nothing_differs()
    selection = search.Selection()
    assert search.figures(selection, datetime.date(2026, 7, 1)).number == 3
    atomically(lambda: document.titles.update(text="On wells"))()
    assert not SearchCountChange.objects.exists()
    assert SearchCount.objects.get(key="*", term="*").number == 3
    assert_nothing_differs()


def atomically_made(title: str) -> int:
    with transaction.atomic():
        return builders.draft(title).pk


@really
def test_row_is_right_when_document_and_event_are_changed_at_once(document: Document) -> None:
    """Who waits for the other must not write what was true before."""
    while_held(
        lambda: document.titles.update(text="On quokkas"),
        atomically(lambda: Event.objects.filter(pk=document.event_id).update(kind="forum")),
        waits=True,
    )
    assert_nothing_differs()
    assert finds("quokkas", document)
    assert "kforum" in SearchRow.objects.get(document=document).terms


def to_forum(event: Event) -> object:
    return Event.objects.filter(pk=event.pk).update(kind="forum")


def into(event: Event, document: Document) -> object:
    return Document.objects.filter(pk=document.pk).update(event=event)


def new_in(event: Event, document: Document) -> object:
    return builders.document("On dams", event=event)


@really
@pytest.mark.parametrize("come", [into, new_in])
@pytest.mark.parametrize("is_event_first", [True, False])
def test_row_is_right_when_document_comes_to_an_event_that_changes(
    document: Document, come: Callable[[Event, Document], object], is_event_first: bool
) -> None:
    with transaction.atomic():
        event = builders.event(began_on="2021-05-04", kind="state_visit")
    both = (lambda: to_forum(event), lambda: come(event, document))
    first, second = both if is_event_first else both[::-1]
    while_held(first, atomically(second), waits=True)
    assert_nothing_differs()
    row = SearchRow.objects.filter(document__event=event).get()
    assert "kforum" in row.terms and "kstate_visit" not in row.terms


@really
def test_rebuilding_waits_for_who_writes_and_keeps_it(document: Document) -> None:
    sql("UPDATE agreements_searchrow SET terms = '{}'")
    while_held(
        lambda: document.titles.update(text="On quokkas"),
        lambda: upkeep.rebuild(lambda last: None),
        waits=True,
    )
    assert_nothing_differs()
    assert finds("quokkas", document)


# What differs is found and mended

LONG = "lorem ipsum dolor " * 1500
PLANTED = {
    "missing row": "DELETE FROM agreements_searchrow WHERE document_id = {long}",
    "stale words": "UPDATE agreements_searchrow SET vector = vector || 'x'"
    " WHERE document_id = {long}",
    "stale terms": "UPDATE agreements_searchrow SET terms = '{{}}' WHERE document_id = {long}",
    "stale date": "UPDATE agreements_searchrow SET signed_first = '1999-01-01'"
    " WHERE document_id = {long}",
    "stale status": "UPDATE agreements_searchrow SET status = 'expired' WHERE document_id = {long}",
    "stale end": "UPDATE agreements_searchrow SET status_until = '2999-01-01'"
    " WHERE document_id = {long}",
    "stale sample": "UPDATE agreements_searchrow SET in_sample = NOT in_sample"
    " WHERE document_id = {long}",
    "stale length": "UPDATE agreements_searchrow SET is_long = NOT is_long"
    " WHERE document_id = {long}",
    "row of a draft": "UPDATE agreements_searchrow SET document_id = {draft}"
    " WHERE document_id = {short}",
    "row of nothing": "UPDATE agreements_searchrow SET document_id = 999999"
    " WHERE document_id = {short}",
    "missing part": "DELETE FROM agreements_searchpart WHERE document_id = {long} AND number = 2",
    "stale part": "UPDATE agreements_searchpart SET vector = '' WHERE number = 2",
    "moved part": "UPDATE agreements_searchpart SET start = start + 1 WHERE number = 2",
    "longer part": "UPDATE agreements_searchpart SET size = size + 1 WHERE number = 2",
    "part of a draft": "UPDATE agreements_searchpart SET document_id = {draft}",
    "part of nothing": "UPDATE agreements_searchpart SET document_id = 999999",
    "part of a short one": "UPDATE agreements_searchpart SET document_id = {short}"
    " WHERE number = 3",
    "wrong count": "UPDATE agreements_searchcount SET number = number + 1"
    " WHERE (key, term) = ('*', 'tagreement')",
    "wrong number of all": "UPDATE agreements_searchcount SET number = number + 1"
    " WHERE (key, term) = ('*', '*')",
    "missing count": "DELETE FROM agreements_searchcount WHERE (key, term) = ('*', 'tagreement')",
    "superfluous count": "INSERT INTO agreements_searchcount VALUES ('*', 'tcontract', 1)",
    "word of nothing": "INSERT INTO agreements_searchcount VALUES ('word', 'quokka', 1)",
    "superfluous change": "INSERT INTO agreements_searchcountchange (key, term, number)"
    " VALUES ('*', 'tagreement', 1)",
}


@once
def test_check_says_that_all_is_well_and_that_an_index_is_lost() -> None:
    builders.document()
    builders.settle()
    out = StringIO()
    call_command("check_search", stdout=out)
    assert out.getvalue().splitlines() == [
        "1 published, 1 findable, 1 counted",
        "The search agrees with the records.",
    ]
    sql("DROP INDEX search_row_vector")
    assert check() == "there is no index search_row_vector\n"


@once
def test_counts_are_not_compared_with_rows_that_are_wrong() -> None:
    document = builders.document()
    builders.settle()
    sql("DELETE FROM agreements_searchrow")
    assert check() == f"document {document.pk}: what is read of it is not what it says\n"


def check() -> str:
    """What check_search complains of; empty where nothing differs."""
    said = StringIO()
    try:
        call_command("check_search", stdout=StringIO(), stderr=said)
    except CommandError:
        return said.getvalue() or "numbers"
    return ""


def test_difference_of_any_kind_is_found_and_mended(
    transactional_db: None,
) -> None:
    """One after the other, since each needs a rebuilding with transactions of its own."""
    with transaction.atomic():
        short, long = builders.document("Short"), builders.document("Long")
        builders.text(long, body=LONG)
        draft = builders.draft("Draft")
    keys = {"short": short.pk, "long": long.pk, "draft": draft.pk}
    assert check() == ""
    for kind, statement in PLANTED.items():
        with connection.cursor() as cursor:
            cursor.execute(statement.format(**keys))
            assert cursor.rowcount, kind
        assert check(), kind
        call_command("rebuild_search", stdout=StringIO())
        assert check() == "", kind
        assert_nothing_differs()


@once
def test_check_tells_which_documents_and_counts_differ() -> None:
    document = builders.document()
    builders.settle()
    sql("UPDATE agreements_searchcount SET number = 2 WHERE (key, term) = ('*', 'tagreement')")
    assert check() == "count * tagreement: 2, should be 1\n"
    sql("UPDATE agreements_searchrow SET terms = '{}'")
    assert f"document {document.pk}: " in check()


@once
def test_fault_of_a_row_whose_status_has_run_out_is_found_all_the_same() -> None:
    document = builders.document()
    builders.settle()
    today = sql("SELECT agreements_today()")[0][0]
    sql("UPDATE agreements_searchrow SET status_until = %s, status = 'expired'", today)
    assert list(upkeep.documents_that_differ()) == [], "it is due, not wrong"
    sql("UPDATE agreements_searchrow SET terms = '{}'")
    assert list(upkeep.documents_that_differ()) == [document.pk]


# Midnight


@once
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_day_of_the_database_is_that_of_the_archive(zone: str) -> None:
    """One of these has another day than UTC has, whenever it is asked."""
    document = builders.document(signed_on="2020-01-01")
    with timezone.override(zone):
        today = timezone.localdate()
    Action.objects.create(
        document=document,
        kind="entered_into_force",
        done_on=(today + datetime.timedelta(days=1)).isoformat(),
    )
    sql("SELECT set_config('agreements.time_zone', %s, true)", zone)
    builders.settle()
    row = SearchRow.objects.get(document=document)
    assert row.status == "signed" and row.status_until == today + datetime.timedelta(days=1)


@once
def test_connections_say_the_zone_of_the_archive() -> None:
    assert sql("SELECT agreements_today()") == [(timezone.localdate(),)]
    assert sql("SELECT current_setting('agreements.time_zone')") == [("Asia/Dushanbe",)]


def number_with(status: str, today: datetime.date) -> tuple[int, int, int]:
    """By the filter, by the figures of all, by the list."""
    selection = search.Selection().with_status_today(status, today)
    asked = search.figures(selection, today)
    of_all = dict(search.figures(search.Selection(), today).of_kind("z")).get(status, 0)
    page = search.listing(selection, asked, search.Order.NEWEST)
    return asked.number, of_all, len(page.rows)


@once
def test_status_changes_with_the_day_before_and_after_it_is_renewed() -> None:
    today = sql("SELECT agreements_today()")[0][0]
    tomorrow = today + datetime.timedelta(days=1)
    document = builders.document(signed_on="2020-01-01")
    Action.objects.create(
        document=document, kind="entered_into_force", done_on=tomorrow.isoformat()
    )
    builders.document()
    builders.settle()
    row = SearchRow.objects.get(document=document)
    assert row.status_until == tomorrow
    before = row.status
    assert number_with("in_force", today) == (0, 0, 0)
    assert number_with(before, today)[0] >= 1
    assert number_with("in_force", tomorrow) == (1, 1, 1)
    expected = number_with(before, tomorrow)
    assert len(set(expected)) == 1
    assert number_with(before, today) == tuple(n + 1 for n in expected)
    from_filter = DocumentFilters(QueryDict("status=in_force"), tomorrow).selection
    assert list(from_filter.documents()) == [document]
    # As if the night had passed.
    sql(
        "UPDATE agreements_searchrow SET status_until = %s WHERE document_id = %s",
        today,
        document.pk,
    )
    assert upkeep.renew_statuses() == 1
    assert SearchRow.objects.get(document=document).status_until == tomorrow
    assert number_with("in_force", today) == (0, 0, 0)
    assert number_with("in_force", tomorrow) == (1, 1, 1)
    assert_nothing_differs()


@once
def test_status_that_has_run_out_is_renewed_in_row_and_counts() -> None:
    """The row as it was written yesterday."""
    today = sql("SELECT agreements_today()")[0][0]
    document = builders.document(signed_on="2020-01-01")
    Action.objects.create(document=document, kind="entered_into_force", done_on=today.isoformat())
    builders.settle()
    yesterday = sql(
        "SELECT (search_status(%s, %s)).status",
        document.pk,
        today - datetime.timedelta(days=1),
    )[0][0]
    assert yesterday != "in_force"
    as_of_yesterday(document, yesterday, today)
    assert number_with("in_force", today) == (1, 1, 1)
    assert number_with(yesterday, today)[0] == 0
    out = StringIO()
    call_command("rebuild_search", due=True, stdout=out)
    assert out.getvalue() == "1 statuses renewed.\n"
    assert SearchRow.objects.get(document=document).status == "in_force"
    assert number_with("in_force", today) == (1, 1, 1)
    assert number_with(yesterday, today)[0] == 0
    assert_nothing_differs()


def as_of_yesterday(document: Document, status: str, until: datetime.date) -> None:
    """Row and counts as if written the day before ``until``."""
    sql(
        "UPDATE agreements_searchrow SET status = %s, status_since = NULL, status_until = %s, "
        "vector = ts_delete(vector, '~zin_force') || %s::tsvector WHERE document_id = %s",
        status,
        until,
        f"'~z{status}'",
        document.pk,
    )
    sql("DELETE FROM agreements_searchcount")
    sql("INSERT INTO agreements_searchcount SELECT * FROM search_counts_anew()")
