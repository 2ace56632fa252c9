"""Every relation of the model arrives at the kept record: by enumeration, not by a list."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from agreements.editing.merging import (
    HANDLED,
    MERGEABLE,
    Way,
    followed,
    merge,
    plan,
    relations,
    way,
)
from agreements.editing.merging.relations import label
from agreements.editing.merging.rows import facts
from agreements.models import (
    Agency,
    Document,
    Event,
    IdentifierScheme,
    Place,
    Source,
    State,
    Subject,
)
from agreements.models.vocabulary import RecordKind
from tests import builders

pytestmark = pytest.mark.django_db

number = itertools.count(1000)
WHY = "Entered twice."


# One row in every relation -------------------------------------------------------------------


def pair_of(model: type[models.Model]) -> tuple[models.Model, models.Model]:
    """Two records that may be one."""
    state = State.objects.get(code="kz")
    makers: dict[type[models.Model], Callable[[], models.Model]] = {
        Agency: lambda: builders.agency(of=state),
        State: builders.state,
        Place: lambda: builders.place(state=state),
        Event: lambda: builders.event(publication_state="draft"),
        Document: builders.draft,
        Subject: builders.subject,
        Source: builders.source,
    }
    return makers[model](), makers[model]()


def value_for(field: models.Field) -> Any:
    """Some value for a column that needs one, different each time where it can be."""
    if isinstance(field, models.ForeignKey):
        return pair_of(field.related_model)[0] if field.related_model in MERGEABLE else make(field)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.IntegerField):
        return 1
    return "2020" if field.name.endswith("_on") else f"P{next(number)}"


def make(field: models.ForeignKey) -> models.Model:
    model = field.related_model
    if model is IdentifierScheme:
        return model.objects.first()
    return row_at(model, {})


def row_at(model: type[models.Model], values: dict[str, Any]) -> models.Model:
    """A row with these values, and with as little else as the database asks for."""
    values = {**EXTRAS.get(model.__name__, lambda v: {})(values), **values}
    for field in model._meta.concrete_fields:
        is_asked = not (field.null or field.blank or field.has_default() or field.generated)
        has_db_default = field.db_default is not models.NOT_PROVIDED
        if field.name not in values and is_asked and not field.primary_key and not has_db_default:
            values[field.name] = value_for(field)
    made = model._base_manager.create(**values)
    if model is Event:
        made.names.create(language="en", text=f"Visit {next(number)}")
    if model is Document:
        made.titles.create(language="en", text=f"Agreement {next(number)}")
    return made


def only(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """For a row that belongs to exactly one record: to a new document where it has none."""

    def extra(values: dict[str, Any]) -> dict[str, Any]:
        return {} if set(names) & set(values) else {"document": builders.draft()}

    return extra


def party_extras(values: dict[str, Any]) -> dict[str, Any]:
    agency = values.get("agency")
    return {"state": agency.state, "side": 1} if agency else {"side": 1, "state": builders.state()}


# What the database asks for beside columns that may not be empty.
EXTRAS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "Party": party_extras,
    "AgencyParent": lambda v: {} if "parent" in v else {"parent": builders.agency()},
    "Citation": lambda v: {
        **only("document", "event", "agency", "action", "party", "announcement")(v),
        **({} if {"source", "text"} & set(v) else {"source": builders.source()}),
    },
    "Relation": lambda v: {} if "target" in v else {"target": builders.draft()},
    "Proposal": lambda v: {**only("document", "event")(v), "state": "dropped"},
    "Remark": only("document", "event"),
    "ReadingDoubt": only("document", "event"),
    "Text": lambda v: {"body": f"Words {next(number)}"},
    "File": lambda v: {"kind": "pdf", "size": 1, "sha256": f"{next(number):064x}"},
    "StatusPeriod": lambda v: {"during": ("2020-01-01", None), "is_certain": True},
    "MissingValue": lambda v: {"reason": "not_recorded"},
    "Agency": lambda v: {} if "state" in v else {"state": State.objects.get(code="kz")},
}


def one_row_each(record: models.Model) -> dict[str, models.Model]:
    """A row in every relation that points at such a record, by the relation's name."""
    made = {}
    for column in relations(type(record)):
        if way(column) is not Way.DERIVED:
            made[label(column)] = row_at(column.model, {column.name: record})
    return made


def test_every_relation_of_the_model_has_a_way() -> None:
    asked = set()
    for root in MERGEABLE:
        for model in (root, *followed(root)):
            asked |= {label(column) for column in relations(model)}
    assert asked == HANDLED.keys()
    assert {model._meta.model_name for model in MERGEABLE} == set(RecordKind.values)


def test_a_relation_that_nobody_thought_of_stops_the_merge(monkeypatch: Any) -> None:
    monkeypatch.delitem(HANDLED, "Party.agency")
    losing, kept = pair_of(Agency)
    with pytest.raises(KeyError):
        merge(losing, kept, WHY)
    assert Agency.objects.filter(pk=losing.pk).exists()


@pytest.mark.parametrize("model", MERGEABLE)
def test_every_relation_arrives(model: type[models.Model]) -> None:
    losing, kept = pair_of(model)
    rows = one_row_each(losing)
    builders.settle()
    merge(losing, kept, WHY)
    assert not model._base_manager.filter(pk=losing.pk).exists()
    for name, row in rows.items():
        column = next(c for c in relations(model) if label(c) == name)
        row.refresh_from_db()
        assert getattr(row, column.attname) == kept.pk, name


@pytest.mark.parametrize("model", MERGEABLE)
def test_no_row_is_left_behind_or_made(model: type[models.Model]) -> None:
    """Every table holds as many rows as before, but for the record and what stood there already."""
    losing, kept = pair_of(model)
    for record in (losing, kept):
        one_row_each(record)
    builders.settle()
    counted = [c.model for c in relations(model) if way(c) is not Way.DERIVED]
    left_out = sum(len(rows.twins) for rows in plan(losing, kept).kinds)
    names = sum(step.is_left_out for step in plan(losing, kept).names)
    before = sum(m._base_manager.count() for m in set(counted) - {model})
    merge(losing, kept, WHY)
    after = sum(m._base_manager.count() for m in set(counted) - {model})
    assert before - after == left_out + names


# Rows that are never the same, since each was said at its own time or has words of its own; and,
# of a source, those of which a document can have only one from a day on. A file has its own bytes.
SAID_ONCE = {"Proposal", "Remark", "Communique", "File", "ImportRow"}


@pytest.mark.parametrize("model", MERGEABLE)
def test_the_same_rows_are_not_doubled(model: type[models.Model]) -> None:
    """What stands at the kept record already is left out, in every relation."""
    losing, kept = pair_of(model)
    doubled = {}
    for column in relations(model):
        if way(column) is Way.ROWS and column.model.__name__ not in SAID_ONCE:
            row = row_at(column.model, {column.name: losing})
            twin = copy_to(kept, row, column)
            if twin:
                doubled[label(column)] = (row, twin)
    builders.settle()
    twins = {rows.model: rows.twins for rows in plan(losing, kept).kinds}
    merge(losing, kept, WHY)
    for name, (row, twin) in doubled.items():
        assert twins[type(row)][row.pk] == twin, name
        assert not type(row)._base_manager.filter(pk=row.pk).exists(), name
        assert type(row)._base_manager.filter(pk=twin).exists(), name


def copy_to(kept: models.Model, row: models.Model, column: models.ForeignKey) -> int | None:
    """The key of the same row at the other record; None where the database forbids the two."""
    values = {f.name: getattr(row, f.name) for f in facts(type(row))} | {column.name: kept}
    try:
        with transaction.atomic():
            return type(row)._base_manager.create(**values).pk
    except IntegrityError:
        assert label(column) == "StatusOverride.source"
        return None
