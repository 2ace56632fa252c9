"""What a merge would do, to the last row; nothing is written here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from agreements.models import Change
from agreements.models.publication import Publishable
from agreements.models.vocabulary import PublicationState

from .names import NameStep, name_steps
from .objections import refusals, warnings
from .relations import Way, followed, label, relations, way
from .rows import Rows, compare, facts
from .values import Values, values

PUBLIC_ONCE = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)


@dataclass(frozen=True)
class Group:
    """The rows that point at the losing record by one column."""

    column: models.ForeignKey
    number: int
    left_out: list[int]

    @property
    def moving(self) -> int:
        return self.number - len(self.left_out)

    def rows(self, losing: models.Model) -> models.QuerySet:
        """All of them, as they stand now."""
        rows = self.column.model._base_manager.filter(**{self.column.attname: losing.pk})
        return rows.order_by("pk")

    def moved(self, losing: models.Model) -> models.QuerySet:
        return self.rows(losing).exclude(pk__in=self.left_out)

    def left(self, losing: models.Model) -> models.QuerySet:
        return self.rows(losing).filter(pk__in=self.left_out)


@dataclass(frozen=True)
class Plan:
    """Every relation of the losing record, and what becomes of each row.

    ``kinds`` are the rows in the order in which they move; of those that are left out, the twins.
    """

    losing: models.Model
    kept: models.Model
    kinds: list[Rows]
    groups: list[Group]
    names: list[NameStep]
    values: Values
    refusals: list[str]
    warnings: list[str]

    @property
    def is_withdrawn(self) -> bool:
        """Whether the losing record stays, withdrawn: what was public once is never deleted."""
        return was_public(self.losing)

    @cached_property
    def digest(self) -> str:
        """Differs if anything of what the plan shows, or either record, has changed."""
        told = [
            *(state_of(record) for record in (self.losing, self.kept)),
            [[label(group.column), group.number] for group in self.groups],
            [[rows.model.__name__, sorted(rows.twins.items())] for rows in self.kinds],
            [[step.name.pk, step.name.text, step.changes] for step in self.names],
            self.refusals,
        ]
        text = json.dumps(told, cls=DjangoJSONEncoder, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def plan(losing: models.Model, kept: models.Model) -> Plan:
    """What merging ``losing`` into ``kept`` would do.

    The two are records of one kind, of those in MERGEABLE. Raises KeyError where the archive has
    got a relation that merging does not know.
    """
    kinds = compared(losing, kept)
    twins = {rows.model: rows.twins for rows in kinds}
    return Plan(
        losing=losing,
        kept=kept,
        kinds=kinds,
        groups=[
            grouped(column, losing, twins.get(column.model, {}))
            for column in relations(type(losing))
            if way(column) in (Way.ROWS, Way.RECORDS)
        ],
        names=list(name_steps(losing, kept, names_of(type(losing)))) if named(losing) else [],
        values=values(losing, kept),
        refusals=list(refusals(losing, kept)),
        warnings=list(warnings(losing, kept)),
    )


def compared(losing: models.Model, kept: models.Model) -> list[Rows]:
    """The rows of every kind; those that point at rows which are left out come after these."""
    maps: dict[type[models.Model], dict[int, int]] = {type(losing): {losing.pk: kept.pk}}
    kinds = []
    for model, columns in followed(type(losing)).items():
        rows = compare(model, columns, maps)
        kinds.append(rows)
        if rows.twins:
            maps[model] = rows.twins
    return kinds


def grouped(column: models.ForeignKey, losing: models.Model, twins: dict[int, int]) -> Group:
    rows = column.model._base_manager.filter(**{column.attname: losing.pk})
    left = rows.filter(pk__in=twins).order_by("pk").values_list("pk", flat=True) if twins else []
    return Group(column, rows.count(), list(left))


def named(record: models.Model) -> bool:
    return any(way(column) is Way.NAMES for column in relations(type(record)))


def names_of(model: type[models.Model]) -> str:
    """The accessor of the names of such a record."""
    column = next(column for column in relations(model) if way(column) is Way.NAMES)
    return column.remote_field.get_accessor_name()


def was_public(record: models.Model) -> bool:
    return isinstance(record, Publishable) and record.publication_state in PUBLIC_ONCE


def state_of(record: models.Model) -> list:
    """What a record says, and the number of its last change in the history."""
    return [
        record._meta.model_name,
        record.pk,
        [getattr(record, field.attname) for field in facts(type(record))],
        Change.objects.version_of(record),
    ]
