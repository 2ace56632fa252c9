"""The version of what public pages show moves with every change of that, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import psycopg
import pytest
from django.db import connection, transaction

from agreements.editing.removing import remove, without
from agreements.models import (
    AgencyName,
    Citation,
    ContentVersion,
    DismissedDoubt,
    Document,
    DocumentType,
    Event,
    MissingValue,
    Relation,
    Remark,
    StateName,
    StatusOverride,
    Subject,
    content_version,
)
from agreements.search import upkeep
from tests import builders

pytestmark = pytest.mark.django_db


def moves(change: Callable[[Document, Event], object], document: Document, event: Event) -> bool:
    """Whether a transaction that does this is seen to change what is public."""
    builders.settle()
    before = content_version()
    change(document, event)
    builders.settle()
    return content_version() != before


def of(record: Document | Event) -> object:
    return type(record).objects.filter(pk=record.pk)


UNDER_A_RECORD: dict[str, Callable[[Document, Event], object]] = {
    "title": lambda d, e: d.titles.update(text="Agreement on bees"),
    "summary": lambda d, e: of(d).update(summary="On bees."),
    "party": lambda d, e: builders.party(d, 2, d.parties.first().state),
    "text": lambda d, e: builders.text(d),
    "citation": lambda d, e: d.citations.update(quote="They signed."),
    "missing value": lambda d, e: MissingValue.objects.create(
        document=d, field="validity", reason="does_not_apply"
    ),
    "relation": lambda d, e: Relation.objects.create(document=d, kind="cites", target_text="x"),
    "subject": lambda d, e: d.subjects.add(Subject.objects.get(slug="transport")),
    "event's head": lambda d, e: e.delegations.update(head="Ada"),
    "event's name": lambda d, e: e.names.update(text="Visit of bees"),
}
ELSEWHERE: dict[str, Callable[[Document, Event], object]] = {
    "state's name": lambda d, e: StateName.objects.filter(pk=StateName.objects.first().pk).delete(),
    "agency's name": lambda d, e: AgencyName.objects.update(text="Ministry of Bees"),
    "name of a type": lambda d, e: DocumentType.objects.filter(code="treaty").update(name="Pact"),
    "source": lambda d, e: builders.source(),
    "decision on the status": lambda d, e: StatusOverride.objects.create(
        document=d, status="terminated", effective_on="2024", reason="x", source=builders.source()
    ),
    "withdrawal": lambda d, e: of(d).update(
        publication_state="withdrawn", withdrawal_reason="Twice."
    ),
    "history": lambda d, e: remove("bygone", without("bygone"), "The law."),
}


@pytest.mark.parametrize("name", [*UNDER_A_RECORD, *ELSEWHERE])
def test_moves_with_a_change_of_what_is_public(name: str) -> None:
    document, event = builders.document(side_1=builders.agency()), builders.event()
    change = (UNDER_A_RECORD | ELSEWHERE)[name]
    assert moves(change, document, event)


@pytest.mark.parametrize("name", UNDER_A_RECORD)
@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_stays_while_drafts_are_typed(name: str, state: str) -> None:
    document = builders.document(publication_state=state)
    event = builders.event(publication_state=state)
    assert not moves(UNDER_A_RECORD[name], document, event)


def test_stays_where_a_draft_is_made_of_what_is_there_or_is_deleted() -> None:
    one, two = builders.state(), builders.state()

    def make(document: Document, event: Event) -> None:
        made = Document.objects.create(type_id="treaty")
        made.titles.create(language="en", text="Treaty")
        builders.party(made, 1, one)
        builders.party(made, 2, two)
        made.delete()

    assert not moves(make, builders.draft(), builders.event())


def test_moves_with_publication_in_the_same_transaction_too() -> None:
    draft = builders.draft()
    assert moves(lambda d, e: of(d).bring_to("published"), draft, builders.event())
    source = builders.source()

    def make(document: Document, event: Event) -> None:
        event.names.create(language="ru", text="Визит")
        Citation.objects.create(event=event, source=source)
        of(event).bring_to("published")

    assert moves(make, draft, builders.event(publication_state="draft"))


def test_stays_with_what_is_said_beside_a_record() -> None:
    def say(document: Document, event: Event) -> None:
        Remark.objects.create(document=document, text="Why?", written_by="editor")
        DismissedDoubt.objects.create(event=event, code="x", key="y", by="clerk")

    assert not moves(say, builders.document(), builders.event())


def test_what_was_undone_did_not_move_it_and_what_follows_does() -> None:
    document, event = builders.document(), builders.event()

    def undo(document: Document, event: Event) -> None:
        with suppress(ZeroDivisionError), transaction.atomic():
            document.titles.update(text="Never")
            raise ZeroDivisionError

    assert not moves(undo, document, event)
    assert moves(UNDER_A_RECORD["title"], document, event)

    def undo_and_do(document: Document, event: Event) -> None:
        undo(document, event)
        document.titles.update(text="After all")

    assert moves(undo_and_do, document, event)


def test_one_transaction_moves_it_once() -> None:
    """However many rows it changes: each would cost another version of the row that is kept."""
    document = builders.document()
    builders.settle()
    before = content_version()
    document.titles.update(text="First")
    once = content_version()
    StateName.objects.filter(state__code__in=["kz", "tj"], language="en", kind="short").update(
        text="Everywhere"
    )
    assert before != once == content_version()


def test_moves_where_what_is_searched_is_written_anew() -> None:
    """No record changes then, but lists and counts may."""
    document, event = builders.document(), builders.event()
    builders.settle()
    assert not moves(lambda d, e: upkeep.renew_statuses(), document, event)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_searchrow SET status_until = current_date")
    assert moves(lambda d, e: upkeep.renew_statuses(), document, event)


def test_none_before_anything_was_there() -> None:
    ContentVersion.objects.all().delete()
    assert content_version() is None


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_wait_for_nobody_and_each_is_seen() -> None:
    with transaction.atomic():
        documents = [builders.document() for _ in range(3)]
    settings = connection.get_connection_params()
    known = {name: settings[name] for name in ("dbname", "host", "user") if name in settings}
    change = "UPDATE agreements_documenttitle SET text = 'x' WHERE document_id = %s"
    seen = [content_version()]
    with psycopg.connect(**known) as first, psycopg.connect(**known) as second:
        for other in (first, second):
            other.execute("SET lock_timeout = '2s'")
            other.commit()
        first.execute(change, [documents[0].pk])
        assert content_version() == seen[0], "what is not committed is not public"
        second.execute(change, [documents[1].pk])
        second.execute("SET CONSTRAINTS ALL IMMEDIATE")
        second.commit()
        seen.append(content_version())
        second.execute(change, [documents[2].pk])
        first.commit()
        seen.append(content_version())
        second.commit()
        seen.append(content_version())
    assert len(set(seen)) == 4
