"""The mechanism: whatever way a record is written, what is derived follows at commit."""

from __future__ import annotations

import pytest
from django.db import connection

from agreements.models import Citation, Document, Event, MissingValue, Party, Signing, Text
from tests import builders

pytestmark = pytest.mark.django_db


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def version(record: Document | Event) -> int:
    record.refresh_from_db()
    return record.version


def settled_document(**values: object) -> Document:
    document = builders.document(**values)
    builders.settle()
    document.refresh_from_db()
    return document


def test_date_is_that_of_the_last_signing() -> None:
    document = builders.document(signed_on="2023-05-04")
    Signing.objects.create(document=document, signed_on="2023-06")
    Signing.objects.create(document=document, signed_on=None)
    builders.settle()
    document.refresh_from_db()
    assert document.signed_on == "2023-06"
    assert str(document.signed_first) == "2023-06-01"
    assert str(document.signed_after) == "2023-07-01"


def test_date_follows_raw_sql() -> None:
    document = settled_document()
    sql("UPDATE agreements_signing SET signed_on = '1999' WHERE document_id = %s", document.pk)
    builders.settle()
    document.refresh_from_db()
    assert document.signed_on == "1999"


def test_date_follows_a_bulk_update() -> None:
    documents = [settled_document(), settled_document()]
    Signing.objects.filter(document__in=documents).update(signed_on="1999-12-31")
    builders.settle()
    for document in documents:
        document.refresh_from_db()
        assert str(document.signed_first) == "1999-12-31"


def test_version_moves_once_a_transaction() -> None:
    document = settled_document()
    before = version(document)
    builders.text(document)
    builders.text(document)
    document.public_note = "Changed."
    document.save()
    builders.settle()
    assert version(document) == before + 1


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.subjects.add(builders.subject()),
        lambda document: builders.party(document, 1, builders.state()),
        lambda document: document.parties.filter(side=1).update(name_as_written="As written"),
        lambda document: MissingValue.objects.create(
            document=document, field="place", reason="not_recorded"
        ),
        lambda document: Citation.objects.create(
            party=document.parties.first(), source=builders.source()
        ),
        lambda document: document.titles.update(text="Another title"),
    ],
)
def test_version_moves_with_each_child(change) -> None:
    document = settled_document()
    before = version(document)
    change(document)
    builders.settle()
    assert version(document) == before + 1


def test_version_of_the_other_end_of_a_relation_moves() -> None:
    target = settled_document()
    before = version(target)
    builders.document().relations.create(kind="amends", target=target)
    builders.settle()
    assert version(target) == before + 1


def test_version_of_an_event_moves_with_its_children() -> None:
    event = builders.event()
    builders.settle()
    before = version(event)
    builders.announcement(event, 20)
    builders.settle()
    assert version(event) == before + 1


def test_stale_save_does_not_take_the_version_back() -> None:
    document = settled_document()
    stale = Document.objects.get(pk=document.pk)
    builders.text(document)
    builders.settle()
    after = version(document)
    stale.save()
    builders.settle()
    assert version(document) == after + 1


def test_derived_columns_cannot_be_written_by_hand() -> None:
    document = settled_document()
    Document.objects.filter(pk=document.pk).update(signed_on="1900", text_availability="text_here")
    builders.settle()
    document.refresh_from_db()
    assert (document.signed_on, document.text_availability) == ("2023-05-04", "title_only")


def test_availability_follows_the_public_texts() -> None:
    document = settled_document(text_absence="not_published")
    assert document.text_availability == "not_published"
    held = builders.text(document, is_public=False)
    builders.text(document, body="", url="https://law.example/1")
    builders.settle()
    document.refresh_from_db()
    assert document.text_availability == "text_elsewhere"
    Text.objects.filter(pk=held.pk).update(is_public=True)
    builders.settle()
    document.refresh_from_db()
    assert document.text_availability == "text_here"


def test_source_of_the_event_serves_its_documents() -> None:
    event = builders.event()
    document = settled_document(event=event)
    document.citations.all().delete()
    builders.settle()
    assert version(document)


def test_draft_needs_a_title_only() -> None:
    document = Document.objects.create()
    document.titles.create(language="en", text="On something")
    Party.objects.create(document=document, side=1, name_as_written="Somebody")
    builders.settle()
    assert version(document) == 1


def test_missing_date_may_be_said_on_purpose() -> None:
    document = builders.document(signed_on=None)
    MissingValue.objects.create(document=document, field="signed_on", reason="not_recorded")
    builders.settle()
    assert version(document) == 1


def test_correcting_the_state_of_an_agency_corrects_its_parties() -> None:
    agency, right = builders.agency(), builders.state()
    document = builders.document(side_1=agency)
    agency.state = right
    agency.save()
    builders.settle()
    assert document.parties.get(side=1).state == right


def test_deleting_a_draft_leaves_nothing_behind() -> None:
    document = builders.draft()
    builders.settle()
    document.delete()
    builders.settle()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM agreements_touched")
        assert cursor.fetchone() == (0,)


def test_rebuilding_everything_changes_nothing() -> None:
    event = builders.event()
    first = settled_document(event=event, entry_into_force="on_signature")
    second = builders.document(signed_on="2024-01", entry_into_force="on_signature")
    second.relations.create(kind="supersedes", target=first)
    builders.settle()
    before = derived()
    sql("SELECT refresh_all()")
    assert derived() == before


def derived() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.id, signed_on, text_availability, p.status, p.during::text, basis, "
            "is_certain FROM agreements_document d LEFT JOIN agreements_statusperiod p "
            "ON p.document_id = d.id ORDER BY 1, 5, 4, 7"
        )
        return cursor.fetchall()
