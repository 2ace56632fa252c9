"""Which rows of the losing record stand at the kept one already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from agreements.models import Action, Announcement, Party, Signatory, Signing

# Of a kind of record or row, the old keys with those that take their place.
Maps = Mapping[type[models.Model], Mapping[int, int]]

# Where a row stands is no fact about it.
NO_FACTS = ("position",)
# Values that say nothing: what the other row says is put in their place.
NOTHING = (None, "", "not_recorded", "not_determined", "not_stated")
# Rows are the same also where one says less here, so that a merge of two documents does not list
# the same party twice, once with its name as written and once without.
MAY_BE_BLANK = {
    Party: ("acting_as", "name_as_written"),
    Signing: ("place", "state", "party", "note_number"),
    Signatory: ("office", "party", "signing"),
    Action: ("received_on", "effective_on", "reference", "note"),
    Announcement: ("listed",),
}


@dataclass
class Rows:
    """The rows of one kind that point at something that goes.

    ``twins`` has the rows that are left out, each with the one that stands there; ``fills`` what
    those that stand there are given; ``lost`` what a row that is left out says otherwise.
    """

    model: type[models.Model]
    columns: list[models.ForeignKey]
    twins: dict[int, int] = field(default_factory=dict)
    fills: dict[int, dict[str, Any]] = field(default_factory=dict)
    lost: dict[int, list[tuple[str, Any, Any]]] = field(default_factory=dict)


def compare(model: type[models.Model], columns: list[models.ForeignKey], maps: Maps) -> Rows:
    """Look for the twins of the rows that ``maps`` concern."""
    columns = [column for column in columns if maps.get(column.related_model)]
    found = Rows(model, columns)
    if columns:
        anchor = anchor_of(model, maps)
        rows = affected(model, columns, maps, anchor)
        others = standing(model, columns, maps, anchor, rows)
        pair(found, rows, others)
    return found


def affected(
    model: type[models.Model],
    columns: list[models.ForeignKey],
    maps: Maps,
    anchor: models.ForeignKey | None,
) -> dict[int, dict[str, Any]]:
    """The rows that may have a twin, by key, as they would read after the merge."""
    rows = model._base_manager.filter(pointing(columns, maps, old=True))
    if anchor:  # of an agency's twenty thousand parties, those whose document names both
        beside = model._base_manager.filter(pointing(columns, maps, old=False))
        rows = rows.filter(Exists(beside.filter(**{anchor.attname: OuterRef(anchor.attname)})))
    return {row[0]: read(model, row[1:], maps) for row in values(rows)}


def standing(
    model: type[models.Model],
    columns: list[models.ForeignKey],
    maps: Maps,
    anchor: models.ForeignKey | None,
    rows: Mapping[int, Mapping[str, Any]],
) -> dict[int, dict[str, Any]]:
    """The rows of the kept side with which those are compared."""
    if not rows:
        return {}
    others = model._base_manager.filter(pointing(columns, maps, old=False))
    if anchor:
        beside = {row[anchor.attname] for row in rows.values()}
        others = others.filter(**{f"{anchor.attname}__in": beside})
    return {row[0]: read(model, row[1:], {}) for row in values(others) if row[0] not in rows}


def pointing(columns: list[models.ForeignKey], maps: Maps, *, old: bool) -> Q:
    condition = Q()
    for column in columns:
        map_ = maps[column.related_model]
        condition |= Q(**{f"{column.attname}__in": list(map_ if old else map_.values())})
    return condition


def values(rows: models.QuerySet) -> models.QuerySet:
    names = [fact.attname for fact in facts(rows.model)]
    return rows.order_by("pk").values_list("pk", *names)


def read(model: type[models.Model], row: tuple, maps: Maps) -> dict[str, Any]:
    return {
        fact.attname: maps[fact.related_model].get(value, value)
        if fact.related_model in maps
        else value
        for fact, value in zip(facts(model), row, strict=True)
    }


def facts(model: type[models.Model]) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated and field.name not in NO_FACTS
    ]


def anchor_of(model: type[models.Model], mapped: Maps) -> models.ForeignKey | None:
    """A column that no merge changes and in which twins must agree, such as a party's document."""
    keys = [columns for columns, _distinct in unique_keys(model)]
    for fact in facts(model):
        is_sure = isinstance(fact, models.ForeignKey) and not fact.null
        is_sure = is_sure and fact.related_model not in mapped
        if is_sure and all(fact.attname in key for key in keys):
            return fact
    return None


def unique_keys(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The columns that the database keeps unique together; whether two NULLs are distinct there."""

    def columns(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        return tuple(model._meta.get_field(name).attname for name in names)

    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            yield columns(constraint.fields), constraint.nulls_distinct is not False
    for names in model._meta.unique_together:
        yield columns(names), True
    for column in facts(model):
        if column.unique:
            yield (column.attname,), True


def pair(
    found: Rows, rows: Mapping[int, dict[str, Any]], others: dict[int, dict[str, Any]]
) -> None:
    """Each row with its twin: as the database must have it, else as all facts say."""
    known = Index(found.model)
    for key, row in others.items():
        known.add(key, row)
    left = {}
    for key, row in rows.items():
        twin = known.find(row)
        if twin is None:
            known.add(key, row, facts_too=False)
            left[key] = row
        else:
            found.twins[key] = twin
    free = {key: row for key, row in others.items() if key not in found.twins.values()}
    for key, row in left.items():
        if twin := says_less(found.model, row, free):
            found.twins[key] = twin
            del free[twin]
    for key in found.twins:
        twin = found.twins[key] = end_of(found.twins, key)
        fill(found, key, rows[key], twin, others[twin] if twin in others else rows[twin])


def end_of(twins: Mapping[int, int], key: int) -> int:
    while key in twins:
        key = twins[key]
    return key


class Index:
    """Rows by what makes two of them the same."""

    def __init__(self, model: type[models.Model]) -> None:
        self.keys = list(unique_keys(model))
        self.rows: dict[tuple, int] = {}

    def add(self, key: int, row: Mapping[str, Any], *, facts_too: bool = True) -> None:
        for mark in self.marks(row, facts_too):
            self.rows.setdefault(mark, key)

    def find(self, row: Mapping[str, Any]) -> int | None:
        return next((self.rows[mark] for mark in self.marks(row) if mark in self.rows), None)

    def marks(self, row: Mapping[str, Any], facts_too: bool = True) -> Iterator[tuple]:
        for number, (columns, nulls_distinct) in enumerate(self.keys):
            held = tuple(comparable(row[column]) for column in columns)
            if not (nulls_distinct and None in held):
                yield number, held
        if facts_too:
            yield -1, tuple(comparable(value) for value in row.values())


def comparable(value: Any) -> Any:
    return repr(value) if isinstance(value, (dict, list)) else value


def says_less(
    model: type[models.Model], row: Mapping[str, Any], others: Mapping[int, Mapping[str, Any]]
) -> int | None:
    """One of the others that agrees with the row in everything but for blanks on either side."""
    blanks = {model._meta.get_field(name).attname for name in MAY_BE_BLANK.get(model, ())}

    def agree(other: Mapping[str, Any]) -> bool:
        return all(
            value == other[name] or (name in blanks and is_blank_in(value, other[name]))
            for name, value in row.items()
        )

    return next((key for key, other in others.items() if blanks and agree(other)), None)


def is_blank_in(*said: Any) -> bool:
    return any(says_nothing(value) for value in said)


def says_nothing(value: Any) -> bool:
    return any(value is nothing or value == nothing for nothing in NOTHING)


def fill(found: Rows, key: int, row: dict[str, Any], twin: int, other: dict[str, Any]) -> None:
    """What the twin leaves open it takes over; what it says otherwise is noted."""
    for name, value in row.items():
        if says_nothing(value) or value == other[name]:
            continue
        if says_nothing(other[name]):
            found.fills.setdefault(twin, {})[name] = other[name] = value
        else:
            found.lost.setdefault(key, []).append((name, value, other[name]))
