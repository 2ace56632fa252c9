"""What the history is for: earlier versions, undoing, and a rehearsal of what would be written.

A change says what a row's columns held before and after. A set of changes can therefore be turned
round, or done once more, row by row; the rules that hold for every writer hold then too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import connection, models, transaction
from django.db.models import Max
from psycopg.types.json import Jsonb

from agreements.models import Change, Document, File, Text, rules
from agreements.models.change import this_transaction
from agreements.models.publication import Publishable
from agreements.models.triggers import Record
from agreements.models.vocabulary import Operation

# How a record came before the public is no part of an earlier version of it.
PUBLICATION = ("publication_state", "withdrawal_reason", "is_title_withheld")


class InTheWay(Exception):
    """What is to be undone has been changed since; ``changes`` say by what."""

    def __init__(self, changes: list[Change]) -> None:
        super().__init__(f"{len(changes)} later changes")
        self.changes = changes


@dataclass
class Version:
    """What one transaction did to a record."""

    number: int  # of its last change
    transaction: int
    changes: list[Change]

    @property
    def last(self) -> Change:
        """As it was signed in the end."""
        return self.changes[-1]


@dataclass
class RowWrite:
    """What is to be done to one row: ``values`` to be set, or, where it is None, its deletion."""

    model: type[models.Model]
    key: str
    is_there: bool
    values: dict[str, Any] | None = field(default_factory=dict)

    @property
    def number(self) -> int | str:
        """The key as the database has it, so that the index on it serves."""
        return self.model._meta.pk.to_python(self.key)


# Reading ---------------------------------------------------------------------------------------


def versions(record: models.Model, before: int | None = None, most: int = 25) -> list[Version]:
    """The last versions of a record, the newest first; ``before`` is a number to go on from."""
    changes = Change.objects.of(record)
    numbers = changes.values("transaction").annotate(number=Max("pk")).order_by("-number")
    if before is not None:
        numbers = numbers.filter(number__lt=before)
    found = {
        row["transaction"]: Version(row["number"], row["transaction"], []) for row in numbers[:most]
    }
    for change in changes.filter(transaction__in=found).order_by("pk"):
        found[change.transaction].changes.append(change)
    return list(found.values())


def since(record: models.Model, number: int) -> models.QuerySet[Change]:
    """Changes of a record's content after that one."""
    return Change.objects.of(record).content().filter(pk__gt=number).order_by("pk")


def of_transaction(number: int) -> models.QuerySet[Change]:
    return Change.objects.once().filter(transaction=number).order_by("pk")


def rehearse(act: Callable[[], object]) -> list[Change]:
    """The changes that ``act`` would make, which are then undone.

    Raises what ``act`` raises, and IntegrityError where a rule is broken. The only trace left are
    numbers that no row will have.
    """
    with transaction.atomic():
        mark = Change.objects.aggregate(last=Max("pk"))["last"] or 0
        try:
            act()
            rules.check_rules()
            mine = Change.objects.filter(pk__gt=mark, transaction=this_transaction())
            return list(mine.once().order_by("pk"))
        finally:
            transaction.set_rollback(True)


# Writing ---------------------------------------------------------------------------------------


def restore(record: models.Model, number: int) -> None:
    """The record's content as it was right after the change of that number.

    Its publication stays as it is, and so do originals that are or were public. Raises
    IntegrityError where a rule is broken. The caller holds a lock on the record, and has signed.
    """
    writes = backwards(since(record, number).once())
    if isinstance(record, Document) and record.is_or_was_public:
        writes = [write for write in writes if not takes_away(write)]
    for write in writes:
        if write.values and issubclass(write.model, Publishable):
            write.values = {k: v for k, v in write.values.items() if k not in PUBLICATION}
    carry_out(writes)
    rules.check_rules()


def takes_away(write: RowWrite) -> bool:
    """A file from its document, or the text of one."""
    if write.model is File:
        return write.values is None or write.values.get("document_id", 0) is None
    is_text = write.model is Text and write.values is None
    return is_text and File.objects.filter(text=write.number).exists()


def revert(changes: Iterable[Change]) -> None:
    """Undo these changes, as those of one transaction.

    Raises InTheWay where a row that they touched was changed otherwise since, and IntegrityError
    where a rule is broken; nothing is to be kept then.
    """
    changes = [change for change in changes if not change.is_echo]
    if later := later_than(changes):
        raise InTheWay(later)
    carry_out(backwards(changes))
    rules.check_rules()


def apply(changes: Iterable[dict[str, Any]]) -> None:
    """Do what these changes say, as ``as_data()`` gave them. Raises as ``revert()`` does."""
    changes = [from_data(row) for row in changes]
    if stale := [change for change in changes if not holds(change)]:
        raise InTheWay(stale)
    carry_out(forwards(changes))
    rules.check_rules()


def as_data(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as JSON."""
    keys = ("operation", "table", "row", "old", "new")
    return [{key: getattr(change, key) for key in keys} for change in changes]


def from_data(row: dict[str, Any]) -> Change:
    return Change(is_echo=False, **row)


def later_than(changes: list[Change]) -> list[Change]:
    """Changes of the same rows, in the columns that count, after these."""
    if not changes:
        return []
    last = max(change.pk for change in changes)
    touched = touched_by(changes)
    tables = {table for table, _row in touched}
    rows = {row for _table, row in touched}
    candidates = Change.objects.once().filter(pk__gt=last, table__in=tables, row__in=rows)
    return [later for later in candidates.order_by("pk") if meets(later, touched)]


def touched_by(changes: Iterable[Change]) -> dict[tuple[str, str], set[str] | None]:
    """Columns by table and row; None where the row as a whole came or went."""
    touched: dict[tuple[str, str], set[str] | None] = {}
    for change in changes:
        row = (change.table, change.row)
        is_whole = change.operation != Operation.UPDATE or touched.get(row, set()) is None
        touched[row] = None if is_whole else touched.get(row, set()) | set(change.new)
    return touched


def meets(later: Change, touched: dict[tuple[str, str], set[str] | None]) -> bool:
    key = (later.table, later.row)
    if key not in touched:
        return False
    columns = touched[key]
    if columns is None or later.operation != Operation.UPDATE:
        return True
    return bool(columns & set(later.new))


def holds(change: Change) -> bool:
    """Whether the row is as the change found it."""
    now = current(change)
    if change.operation == Operation.INSERT:
        return now is None
    return now is not None and all(now.get(name) == value for name, value in change.old.items())


def current(change: Change) -> dict[str, Any] | None:
    """The row as the history would write it; None where there is none."""
    model = model_of(change.table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(r) FROM {quoted(change.table)} r WHERE {quoted(key_of(model))} = %s",
            [model._meta.pk.to_python(change.row)],
        )
        found = cursor.fetchone()
    return json.loads(found[0]) if found else None


def backwards(changes: Iterable[Change]) -> list[RowWrite]:
    """What makes the rows again what they were before the changes."""
    writes: dict[tuple[str, str], RowWrite] = {}
    for change in sorted(changes, key=lambda change: change.pk, reverse=True):
        exists = change.operation != Operation.DELETE
        write = writes.setdefault(
            (change.table, change.row), RowWrite(model_of(change.table), change.row, exists)
        )
        if change.operation == Operation.INSERT:
            write.values = None
        else:
            write.values = {**(write.values or {}), **change.old}
    return list(writes.values())


def forwards(changes: Iterable[Change]) -> list[RowWrite]:
    writes: dict[tuple[str, str], RowWrite] = {}
    for change in changes:
        exists = change.operation != Operation.INSERT
        write = writes.setdefault(
            (change.table, change.row), RowWrite(model_of(change.table), change.row, exists)
        )
        if change.operation == Operation.DELETE:
            write.values = None
        else:
            write.values = {**(write.values or {}), **change.new}
    return list(writes.values())


def carry_out(writes: list[RowWrite]) -> None:
    """Deletions first, new rows last, so that the fewest stand in each other's way."""
    for write in writes:
        if write.values is None and write.is_there:
            delete(write)
    for same in alike([write for write in writes if write.values and write.is_there]):
        update(same)
    for write in writes:
        if write.values and not write.is_there:
            insert(write)


def delete(write: RowWrite) -> None:
    model = write.model
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {quoted(model._meta.db_table)} WHERE {quoted(key_of(model))} = %s",
            [write.number],
        )


def alike(writes: list[RowWrite]) -> Iterable[list[RowWrite]]:
    """Rows that are given the same values: what a merge moved is brought back in one go."""
    found: dict[tuple[type[models.Model], str], list[RowWrite]] = {}
    for write in writes:
        values = json.dumps(write.values, sort_keys=True)
        found.setdefault((write.model, values), []).append(write)
    return found.values()


def update(writes: list[RowWrite]) -> None:
    """Rows of one kind that are given the same values."""
    model, values = writes[0].model, writes[0].values
    table = quoted(model._meta.db_table)
    names = [name for name in values if name in columns_of(model)]
    listed = ", ".join(map(quoted, names))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET ({listed}) = ROW(new.*) FROM (SELECT {listed} FROM "
            f"jsonb_populate_record(NULL::{table}, %s)) new "
            f"WHERE {table}.{quoted(key_of(model))} = ANY (%s)",
            [Jsonb({name: values[name] for name in names}), [write.number for write in writes]],
        )


def insert(write: RowWrite) -> None:
    """With the number that it had. What a column added since would hold is its default."""
    given = {
        name: write.values[name] if name in write.values else column.get_default()
        for name, column in columns_of(write.model).items()
        if name in write.values or not column.has_db_default()
    }
    table, listed = quoted(write.model._meta.db_table), ", ".join(map(quoted, given))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({listed}) SELECT {listed} "
            f"FROM jsonb_populate_record(NULL::{table}, %s)",
            [Jsonb(given)],
        )


# Tables and columns ----------------------------------------------------------------------------


@cache
def model_of(table: str) -> type[models.Model]:
    """The model of a table of the archive; its proxy, where the table belongs to no other model."""
    kinds = [m for m in apps.get_app_config("agreements").get_models() if m._meta.db_table == table]
    if not kinds:
        raise LookupError(f"no table {table} in the archive")
    return min(kinds, key=lambda kind: kind._meta.proxy)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of record that have rows under them, as ``Change.root_kind`` has them."""
    models_ = apps.get_app_config("agreements").get_models()
    return tuple(model._meta.model_name for model in models_ if is_record(model))


def is_record(model: type[models.Model]) -> bool:
    """Whether its rows stand for themselves, not under another record."""
    return f"{model._meta.model_name} {model._meta.pk.column}" in roots_of(model)


def roots_of(model: type[models.Model]) -> tuple[str, ...]:
    triggers = getattr(model._meta, "triggers", [])
    return next((trigger.roots for trigger in triggers if isinstance(trigger, Record)), ())


def words_of_kind(root_kind: str) -> str:
    """What a clerk calls a kind of record, as ``Change.root_kind`` has it."""
    try:
        return str(apps.get_model("agreements", root_kind)._meta.verbose_name)
    except LookupError:
        return root_kind


def columns_of(model: type[models.Model]) -> dict[str, models.Field]:
    fields = model._meta.concrete_fields
    return {column.column: column for column in fields if not column.generated}


def field_of(model: type[models.Model], column: str) -> models.Field | None:
    """The field of a column; None where there is none any more."""
    try:
        return next(f for f in model._meta.concrete_fields if f.column == column)
    except StopIteration:
        try:
            return model._meta.get_field(column)
        except FieldDoesNotExist:
            return None


def key_of(model: type[models.Model]) -> str:
    return model._meta.pk.column


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
