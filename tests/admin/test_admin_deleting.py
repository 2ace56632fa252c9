"""What something still points at is not deleted, whatever points there and whoever asks how."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.admin import site
from django.db import models
from django.test import Client
from django.urls import reverse

from agreements.admin import deleting
from agreements.editing.merging import merge
from agreements.models import DocumentType, IdentifierScheme, Import, ImportProfile, State
from tests import builders
from tests.admin.desk import list_url
from tests.editing.test_merging_relations import pair_of, row_at

pytestmark = pytest.mark.django_db


def deletable() -> list[type[models.Model]]:
    """The kinds of record that have a page in the admin and belong to the archive."""
    kinds = [model for model in site._registry if model._meta.app_label == "agreements"]
    return sorted(
        (kind for kind in kinds if not kind.__name__.startswith(WRITTEN_BY_ITSELF)),
        key=lambda kind: kind.__name__,
    )


# Nobody deletes these: see the tests of their own pages.
WRITTEN_BY_ITSELF = ("Change", "FileCheck", "Job", "MergedRecord", "DuplicateMark", "Proposal")


def new(model: type[models.Model]) -> models.Model:
    if model is DocumentType:
        return model.objects.create(code="new", name="new")
    if model is IdentifierScheme:
        return model.objects.create(code="new", name="new")
    if model is Import:
        return model.objects.create(name="a.csv", size=1, sha256="")
    if model is ImportProfile:
        return model.objects.create(name="new")
    return pair_of(model)[0]


def blocking() -> Iterator[tuple[type[models.Model], models.ForeignObjectRel, str]]:
    """Every relation that protects a record, or a row that would go with it."""
    for model in deletable():
        for relation, path in deleting.relations(model):
            if relation.many_to_many or relation.on_delete is models.PROTECT:
                yield model, relation, path


CASES = [
    pytest.param(*case, id=f"{case[0].__name__}-{case[1].related_model.__name__}.{case[2]}")
    for case in blocking()
]


def point_at(record: models.Model, relation: models.ForeignObjectRel, path: str) -> models.Model:
    """A row of this relation that points at the record, by way of rows under it."""
    first, *rest = path.split("__")[::-1]
    under = record
    if rest:
        under = row_at(relation.field.related_model, {first: record})
        first = rest[0]
    if relation.many_to_many:
        other = pair_of(relation.related_model)[0]
        getattr(other, first).add(under)
        return other
    return row_at(relation.related_model, {first: under})


@pytest.mark.parametrize(("model", "relation", "path"), CASES)
def test_what_is_pointed_at_is_not_deleted(
    editor: Client, model: type[models.Model], relation: models.ForeignObjectRel, path: str
) -> None:
    """The page lists what blocks; form, address and list action refuse alike."""
    record = new(model)
    row = point_at(record, relation, path)
    builders.settle()
    url = reverse(f"admin:agreements_{model._meta.model_name}_delete", args=[record.pk])
    page = editor.get(url)
    assert page.status_code == 200
    assert page.context["protected"]
    chosen = {"action": "delete_selected", "_selected_action": record.pk}
    asked = editor.post(list_url(model._meta.model_name), chosen)
    assert asked.status_code == 200 and asked.context["protected"]
    editor.post(url, {"post": "yes"})
    editor.post(list_url(model._meta.model_name), {**chosen, "post": "yes"})
    assert model._base_manager.filter(pk=record.pk).exists()
    assert type(row)._base_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", deletable())
def test_what_nothing_points_at_is_deleted(editor: Client, model: type[models.Model]) -> None:
    """Else the test above would prove nothing."""
    record = new(model)
    builders.settle()
    url = reverse(f"admin:agreements_{model._meta.model_name}_delete", args=[record.pk])
    assert not editor.get(url).context["protected"]
    editor.post(url, {"post": "yes"})
    assert not model._base_manager.filter(pk=record.pk).exists()


def test_every_protecting_column_of_the_database_is_tried() -> None:
    """No column that protects a record is hidden from the list of what blocks."""
    tried = {(case.values[1].related_model, case.values[1].field) for case in CASES}
    for model in deletable():
        for field in protecting_columns(model):
            assert (field.model, field) in tried, field


def protecting_columns(model: type[models.Model]) -> Iterator[models.Field]:
    for relation in model._meta.get_fields(include_hidden=True):
        is_column = isinstance(relation, models.ManyToOneRel)
        if is_column and relation.on_delete in (models.PROTECT, models.RESTRICT):
            yield relation.field


def test_record_into_which_another_was_merged_is_not_deleted(editor: Client) -> None:
    """Old addresses lead to it."""
    state = State.objects.get(code="kz")
    losing, kept = builders.agency(of=state), builders.agency(of=state)
    builders.settle()
    merged = merge(losing, kept, "Entered twice.")
    url = reverse("admin:agreements_agency_delete", args=[kept.pk])
    page = editor.get(url)
    assert str(merged) in page.content.decode().replace("&quot;", '"')
    editor.post(url, {"post": "yes"})
    kept.refresh_from_db()
