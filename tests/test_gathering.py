"""Rows that are read together are the rows that their models would read one by one."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Model

from agreements import models
from agreements.importing.sample import load_sample
from agreements.models import Agency, Change, Document, DocumentTitle, StateName
from agreements.models.gathering import Gathering, gather, give, link, planned_once
from tests import builders

pytestmark = pytest.mark.django_db
MODELS = [
    model
    for name in models.__all__
    if isinstance(model := getattr(models, name), type) and issubclass(model, Model)
]


def values(row: Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_every_value_of_every_table_is_what_its_model_reads() -> None:
    load_sample()
    builders.settle()
    querysets = {model.__name__: model.objects.order_by("pk")[:500] for model in MODELS}
    found = gather(querysets)
    for name, rows in querysets.items():
        assert [values(row) for row in found[name]] == [values(row) for row in rows], name
    assert sum(map(bool, found.values())) > 25


def test_ranges_with_open_ends_and_empty_ones_come_back() -> None:
    state = builders.state()
    for since, until in (("2001", None), (None, "2002"), ("2003", "2004"), ("2005", "2005")):
        StateName.objects.create(state=state, language="ky", text="A", since=since, until=until)
    names = StateName.objects.filter(state=state)
    assert [name.valid for name in gather({"names": names})["names"]] == [n.valid for n in names]


def test_is_one_statement_that_other_values_are_put_into(django_assert_num_queries: Any) -> None:
    one, other, third = (builders.document() for _ in range(3))
    titles = Gathering(
        lambda slots: {
            "of_one": DocumentTitle.objects.filter(document=slots.one("one")),
            "of_all": DocumentTitle.objects.filter(document__in=slots.all("all")),
        }
    )
    for document in (one, other):
        with django_assert_num_queries(1):
            found = titles.read(one=document.pk, all=[document.pk, third.pk])
        assert [title.document_id for title in found["of_one"]] == [document.pk]
        assert [title.document_id for title in found["of_all"]] == [document.pk, third.pk]
    assert titles.read(one=0, all=[]) == {"of_one": [], "of_all": []}


def test_order_and_what_is_left_out_are_kept() -> None:
    for _ in range(3):
        builders.document()
    newest = Document.objects.order_by("-pk").defer("summary")
    found = gather({"documents": newest, "none": Agency.objects.none()})
    assert [row.pk for row in found["documents"]] == [row.pk for row in newest]
    assert found["documents"][0].get_deferred_fields() == {"summary"}
    assert found["none"] == []
    assert gather({}) == {}


def test_rows_are_given_to_their_owners_without_another_query(
    django_assert_num_queries: Any,
) -> None:
    one, other = builders.document(), builders.document()
    found = gather(
        {
            "documents": Document.objects.order_by("pk"),
            "titles": DocumentTitle.objects.all(),
            "types": models.DocumentType.objects.filter(code="agreement"),
        }
    )
    with django_assert_num_queries(0):
        give(found["documents"], found["titles"], "titles")
        link(found["documents"], "type", found["types"])
        link(found["documents"], "event", [])
        for row in found["documents"]:
            assert [title.document for title in row.titles.all()] == [row]
            assert (str(row.type), row.event) == ("Agreement", None)
    assert found["documents"] == [one, other]


def test_a_change_keeps_its_moment() -> None:
    builders.document()
    builders.settle()
    changes = Change.objects.order_by("-pk")[:5]
    assert [c.made_at for c in gather({"c": changes})["c"]] == [c.made_at for c in changes]


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


def test_what_is_read_again_and_again_is_planned_once() -> None:
    """And nothing else is: another statement may need another plan for other values."""
    gathering = Gathering(
        lambda slots: {"titles": DocumentTitle.objects.filter(document_id=slots.one("pk"))}
    )
    made = builders.document("Agreement on bees")
    before = prepared()
    for _ in range(3):
        (title,) = gathering.read(pk=made.pk)["titles"]
        assert title.text == "Agreement on bees"
        assert Document.objects.get(pk=made.pk) == made
    (statement,) = [one for one in prepared() if one not in before]
    assert "agreements_documenttitle" in statement and "$2" in statement
    assert not [one for one in prepared() if "agreements_documenttitle" not in one]


def test_the_connection_is_as_before_where_a_statement_fails() -> None:
    with pytest.raises(ZeroDivisionError), planned_once():
        raise ZeroDivisionError
    before = prepared()
    for _ in range(3):
        assert Document.objects.filter(pk=1).first() is None
    assert prepared() == before
