"""Changes in words that a clerk reads: which record, which field, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from agreements import dates
from agreements.forms.admin_labels import label, named
from agreements.models import Change, File
from agreements.models.fields import PartialDateField
from agreements.models.vocabulary import OF_ROWS, Operation

from .history import columns_of, field_of, is_record, model_of, roots_of

LONGEST = 1000
# Which column tells the rows of a kind apart, where the row itself is gone.
TELLING = (
    "name", "text", "person", "name_as_written", "value", "field", "kind", "agency_id", "state_id",
    "subject_id", "source_id", "quote", "url", "publisher", "language",
)  # fmt: skip


@dataclass
class FieldDifference:
    name: str
    field: str
    before: str
    after: str
    goes_without_saying: bool = False

    @property
    def tells(self) -> bool:
        """Of a new or deleted row: whether it is worth reading."""
        return bool(self.before or self.after) and not self.goes_without_saying


@dataclass
class RowDifference:
    """One row: what it is, what was done to it, and its fields before and after."""

    table: str
    key: str
    operation: str
    kind: str
    row: str
    fields: list[FieldDifference]
    change: Change
    file: dict[str, Any] | None = None  # of a file that is held: its number and name

    @property
    def done(self) -> str:
        return Operation(self.operation).label


def differences(changes: Iterable[Change]) -> list[RowDifference]:
    """In a number of queries that does not grow with the changes: one for each kind of record."""
    changes = [change for change in changes if change.operation in OF_ROWS]
    words = Words(changes)
    return [words.of(change) for change in changes]


class Words:
    """Knows the records that the changes name."""

    def __init__(self, changes: list[Change]) -> None:
        self.rows = rows_of(changes)
        self.made = {
            (model_of(change.table), change.row): change
            for change in changes
            if change.operation == Operation.INSERT
        }
        self.records = fetched(changes, self.rows)

    def of(self, change: Change) -> RowDifference:
        model = model_of(change.table)
        old, new = change.old or {}, change.new or {}
        is_update = change.operation == Operation.UPDATE
        if comes_in := model is File and is_update and old.get("document_id", 0) is None:
            # Out of the inbox: for the document it is new, with what it was received with.
            received = self.rows.get((change.table, change.row), {})
            old, new, is_update = {}, {"name": received.get("name", ""), **new}, False
        fields = [self.field(model, column, old, new) for column in {**old, **new}]
        return RowDifference(
            table=change.table,
            key=change.row,
            operation=Operation.INSERT if comes_in else change.operation,
            kind=capfirst(str(model._meta.verbose_name)),
            row=self.row(model, change),
            fields=[field for field in fields if field and (is_update or field.tells)],
            change=change,
            file=self.rows.get((change.table, change.row)) if model is File else None,
        )

    def field(
        self, model: type[models.Model], column: str, old: dict, new: dict
    ) -> FieldDifference | None:
        field = field_of(model, column)
        if field is None:
            return FieldDifference(
                column, column, str(old.get(column, "")), str(new.get(column, ""))
            )
        is_for_programs = isinstance(field, models.JSONField) or not field.editable
        if field.primary_key or (is_for_programs and not field.is_relation):
            return None
        before, after = (
            self.value(field, row[column]) if column in row else "" for row in (old, new)
        )
        is_default = {**old, **new}[column] == field.get_default()
        return FieldDifference(
            field.name,
            capfirst(str(field.verbose_name)),
            before,
            after,
            goes_without_saying=is_default or is_owner(field),
        )

    def value(self, field: models.Field, value: Any) -> str:
        if value is None or value == "":
            return ""
        if field.is_relation:
            return self.record(field.related_model, value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(field, PartialDateField):
            return dates.words(value) if dates.valid(value) else value
        if isinstance(field, models.DateTimeField):
            return date_format(timezone.localtime(parse_datetime(str(value))), "DATETIME_FORMAT")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return Truncator(str(value)).chars(LONGEST)

    def record(self, model: type[models.Model], key: Any) -> str:
        found = self.records[model].get(str(key))
        if found:
            return label(found)
        if made := self.made.get((model, str(key))):  # a proposal's: it is only to be
            return f"{capfirst(str(model._meta.verbose_name))} “{self.row(model, made)}”"
        return _("no. %(number)s, not there any more") % {"number": key}

    def row(self, model: type[models.Model], change: Change) -> str:
        """What tells this row from others of its kind."""
        if found := self.records[model].get(change.row):
            return Truncator(label(found)).chars(120)
        values = self.rows.get((change.table, change.row), change.new or change.old or {})
        for column in TELLING:
            field = field_of(model, column)
            if field is None or is_owner(field):
                continue
            if told := self.value(field, values.get(column)):
                return Truncator(told).chars(120)
        return ""


def is_owner(field: models.Field) -> bool:
    """Whether it only says under which record the row stands."""
    return f"{field.name} {field.column}" in roots_of(field.model)


def rows_of(changes: Iterable[Change]) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows under records that the changes are about, as they are now."""
    keys: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        if not is_record(model_of(change.table)):
            keys[change.table].add(change.row)
    return {
        (table, str(row.pk)): {
            f.column: getattr(row, f.attname) for f in columns_of(type(row)).values()
        }
        for table, wanted in keys.items()
        for row in model_of(table)._base_manager.filter(pk__in=wanted)
    }


def fetched(
    changes: Iterable[Change], rows: dict[tuple[str, str], dict[str, Any]]
) -> dict[type[models.Model], dict[str, models.Model]]:
    """The records that the changes are about, or name, by kind and key."""
    wanted: dict[type[models.Model], set[str]] = defaultdict(set)
    named_in = [(table, row) for (table, _key), row in rows.items()]
    for change in changes:
        if is_record(model_of(change.table)):
            wanted[model_of(change.table)].add(change.row)
        named_in += [(change.table, row) for row in (change.old, change.new) if row]
    for table, row in named_in:
        for column, value in row.items():
            field = field_of(model_of(table), column)
            if field is not None and field.is_relation and value is not None:
                wanted[field.related_model].add(str(value))
    found: dict = defaultdict(dict)
    for model, keys in wanted.items():
        for record in named(model._default_manager.filter(pk__in=keys)):
            found[model][str(record.pk)] = record
    return found
