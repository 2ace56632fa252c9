"""Records as plain values: they say what the pages say, and nothing that is not public."""

from __future__ import annotations

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from agreements.exporting.flat import cell, items, joined, wide
from agreements.exporting.inside import InsideRecords
from agreements.exporting.records import Records
from agreements.exporting.shape import DOCUMENTS, LONG_TABLES, WIDE, Kind
from agreements.importing.sample import load_sample
from agreements.models import Action, Document, Relation, Signing, State, StatusPeriod
from tests import builders

TODAY = datetime.date(2024, 1, 1)


def records(*documents: Document) -> list[dict]:
    return Records(TODAY, "https://a.example").read([document.pk for document in documents])


@pytest.mark.django_db
def test_sample_fits_the_shape() -> None:
    """Every value is of its field's kind, every code in its vocabulary, and all is JSON."""
    load_sample()
    builders.settle()
    numbers = Document.objects.published().values_list("pk", flat=True)
    found = Records(TODAY).read(list(numbers))
    assert len(found) == len(numbers) > 50
    for record in found:
        assert list(record) == [*DOCUMENTS.names, *(table.name for table in LONG_TABLES)]
        check(DOCUMENTS.fields, record)
        for table in LONG_TABLES:
            for row in record[table.name]:
                assert list(row) == table.names
                check(table.fields, row)
        assert json.loads(json.dumps(record)) == record
        assert list(wide(record)) == WIDE.names
    filled = {table.name for table in LONG_TABLES if any(r[table.name] for r in found)}
    assert filled == {table.name for table in LONG_TABLES} - {
        "files",
        "missing_values",
        "responsible_bodies",
    }


def check(fields: tuple, row: dict) -> None:
    for field in fields:
        value = row[field.name]
        if value is None:
            assert not field.is_always_there, field.name
            continue
        if field.kind == Kind.NUMBER:
            assert type(value) is int
        elif field.kind == Kind.YES_NO:
            assert type(value) is bool
        else:
            assert type(value) is str and value
        if field.kind == Kind.DAY:
            datetime.date.fromisoformat(value)
        if field.kind == Kind.TIME:
            assert datetime.datetime.fromisoformat(value).tzinfo
        if field.vocabulary and not isinstance(field.vocabulary, str):
            assert value in field.vocabulary.values


@pytest.mark.django_db
def test_statements_do_not_grow() -> None:
    many = [builders.document() for _ in range(12)]
    builders.settle()
    with CaptureQueriesContext(connection) as for_one:
        records(many[0])
    with CaptureQueriesContext(connection) as for_all:
        assert len(records(*many)) == 12
    assert len(for_all) == len(for_one) < 40


@pytest.mark.django_db
def test_nothing_that_is_not_public() -> None:
    """A draft, a draft at the other end of a relation, a draft event, a text kept inside."""
    event = builders.event("Hidden visit", publication_state="draft")
    document = builders.document("Open", event=event)
    draft = builders.draft("Hidden")
    Relation.objects.create(document=document, kind="amends", target=draft)
    builders.text(document, is_public=False, origin="Hidden drawer")
    builders.received(document, is_public=False, name="Hidden.pdf")
    builders.settle()
    (record,) = records(document, draft)
    assert record["id"] == document.pk
    assert record["event"] is record["event_name"] is record["event_position"] is None
    assert record["relations"] == record["texts"] == record["files"] == []
    assert "Hidden" not in json.dumps(record)
    inside = InsideRecords(TODAY).read([document.pk, draft.pk])
    assert [record["title"] for record in inside] == ["Open", "Hidden"]
    assert inside[0]["event_name"] == "Hidden visit"
    assert inside[0]["relations"][0]["target"] == draft.pk


@pytest.mark.django_db
def test_names_are_those_of_the_day() -> None:
    congo = State.objects.get(code="cd")
    document = builders.document(side_1=congo, signed_on="1980-03")
    builders.settle()
    (record,) = records(document)
    assert record["parties"][0]["state_name"] == "Zaire"
    assert (record["signed_earliest"], record["signed_latest"]) == ("1980-03-01", "1980-03-31")
    address = f"https://a.example{document.get_absolute_url()}"
    with translation.override("ru"):
        assert records(document)[0]["url"] == record["url"] == address


@pytest.mark.django_db
def test_status_is_that_of_the_day() -> None:
    document = builders.document(entry_into_force="on_signature", signed_on="2023-05-04")
    builders.settle()
    (record,) = records(document)
    assert record["status"] == "in_force" and record["status_is_certain"] is True
    assert (record["status_basis"], record["status_since"]) == ("signature", "2023-05-04")
    (earlier,) = Records(datetime.date(2020, 1, 1)).read([document.pk])
    assert earlier["status"] == "unknown" and earlier["status_since"] is None
    assert StatusPeriod.objects.filter(document=document).count() == len(record["status_periods"])


@pytest.mark.django_db
def test_wide_row_lists_what_is_many() -> None:
    one, two = (State.objects.get(code=code) for code in ("kz", "tj"))
    document = builders.document("A | B", side_1=one, side_2=two, signed_on="2020-01-02")
    builders.party(document, 1, builders.agency("Bank | Fund", of=one))
    Signing.objects.create(document=document, signed_on="2020-02", place=builders.place("Osh"))
    Action.objects.create(document=document, kind="entered_into_force", effective_on="2021")
    Action.objects.create(document=document, kind="entered_into_force", side=1, effective_on="1999")
    builders.settle()
    (record,) = records(document)
    cells = wide(record)
    assert cells["title"] == "A | B"
    assert cells["side_1_state"] == "kz | kz"
    assert items(cells["side_1_agency_name"]) == ["", "Bank | Fund"]
    assert items(cells["signing_dates"]) == ["2020-01-02", "2020-02"]
    assert items(cells["place_name"]) == ["", "Osh"]
    assert cells["in_force_on"] == "2021"


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cn"]))))
def test_lists_in_a_cell_are_read_back(listed: list[str]) -> None:
    assert items(joined(listed)) == (listed if any(listed) else [])


def test_cells_are_text() -> None:
    assert [cell(v) for v in (None, True, False, 0, "x")] == ["", "true", "false", "0", "x"]
