"""Rows of many tables in one statement, which Django writes once and the database reads again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models.expressions import RawSQL

Rows = dict[str, list[Any]]


class Slot(str):
    """The place of a value that is given when the statement is run."""


class Slots:
    """Stand in a queryset for values that are not known yet."""

    def one(self, name: str, of: str = "bigint") -> RawSQL:
        return RawSQL(f"SELECT %s::{of}", [Slot(name)])

    def all(self, name: str, of: str = "bigint") -> RawSQL:
        return RawSQL(f"SELECT unnest(%s::{of}[])", [Slot(name)])

    def of(self, model: type[models.Model], column: str, within: str, keys: RawSQL) -> RawSQL:
        """A column of the rows whose column ``within`` has one of the keys.

        They are looked up first. Of a join the planner may make a walk through all that it might
        meet, where it knows little of a column.
        """
        found = (
            f"SELECT {column} FROM {model._meta.db_table} WHERE {within} = ANY(ARRAY({keys.sql}))"
        )
        return RawSQL(f"SELECT unnest(ARRAY({found}))", keys.params)


class Gathering:
    """Querysets by name that are read together. They take neither joined nor prefetched records;
    annotations are numbers or text.
    """

    def __init__(self, querysets: Callable[[Slots], dict[str, models.QuerySet]]) -> None:
        self.make = querysets

    @cached_property
    def querysets(self) -> dict[str, models.QuerySet]:
        return self.make(Slots())

    @cached_property
    def statement(self) -> tuple[str, list[Any]]:
        return united(self.querysets)

    def read(self, **values: Any) -> Rows:
        """The rows of each, in its order, with what ``one()`` and ``all()`` stood for."""
        sql, params = self.statement
        filled = [values[param] if isinstance(param, Slot) else param for param in params]
        kinds = {name: rows.model for name, rows in self.querysets.items()}
        with planned_once():
            return fetched(kinds, sql, filled)


@contextmanager
def planned_once() -> Iterator[None]:
    """Statements in it are planned once for each connection. For look-ups by key only, whose plan
    is the same for every key and takes longer than they do."""
    connection.ensure_connection()
    lent = connection.connection
    before = lent.cursor_factory, lent.prepare_threshold
    lent.cursor_factory, lent.prepare_threshold = ServerBindingCursor, 0
    try:
        yield
    finally:
        lent.cursor_factory, lent.prepare_threshold = before


def gather(querysets: dict[str, models.QuerySet]) -> Rows:
    """The rows of each, read at once."""
    sql, params = united(querysets)
    kinds = {name: rows.model for name, rows in querysets.items()}
    return fetched(kinds, sql, params) if sql else {name: [] for name in querysets}


def numbers(querysets: dict[str, models.QuerySet]) -> dict[str, int]:
    """How many rows each has, counted in one statement."""
    parts, params = [], []
    for rows in querysets.values():
        sql, mine = rows.query.sql_with_params()
        parts.append(f"(SELECT count(*) FROM ({sql}) r)")
        params += mine
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        return dict(zip(querysets, cursor.fetchone(), strict=True))


def united(querysets: dict[str, models.QuerySet]) -> tuple[str, list[Any]]:
    selects: list[str] = []
    params: list[Any] = []
    for name, rows in querysets.items():
        try:
            sql, mine = rows.query.sql_with_params()
        except EmptyResultSet:  # Django knows that there can be none
            continue
        selects.append(f"SELECT %s, json_agg(r) FROM ({sql}) r")
        params += [name, *mine]
    return " UNION ALL ".join(selects), params


def fetched(kinds: dict[str, type[models.Model]], sql: str, params: list[Any]) -> Rows:
    found: Rows = {name: [] for name in kinds}
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for name, rows in cursor:
            found[name] = [made(kinds[name], row) for row in rows or ()]
    return found


def made(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    fields = [field for field in columns(model) if field[1] in row]  # the others are deferred
    values = [read(row.pop(column)) if read else row.pop(column) for _name, column, read in fields]
    record = model.from_db(connection.alias, [name for name, _column, _read in fields], values)
    record.__dict__.update(row)  # what was annotated
    return record


@cache
def columns(model: type[models.Model]) -> list[tuple[str, str, Callable | None]]:
    return [(f.attname, f.column, reader(f)) for f in model._meta.concrete_fields]


def reader(field: models.Field) -> Callable[[Any], Any] | None:
    """What makes the value of a field from JSON; None where it is that already."""
    kind = getattr(field, "output_field", field)
    if isinstance(kind, DateRangeField):
        return days
    if isinstance(kind, models.DateTimeField):
        return lambda text: text and datetime.datetime.fromisoformat(text)
    if isinstance(kind, models.DateField):
        return day
    if isinstance(kind, models.UUIDField):
        return lambda text: text and UUID(text)
    return None


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def days(text: str | None) -> DateRange | None:
    """``[2023-05-04,2024-01-01)``, with one end or both left open, or ``empty``."""
    if text is None:
        return None
    if text == "empty":
        return DateRange(empty=True)
    lower, upper = text[1:-1].split(",")
    return DateRange(day(lower), day(upper), text[0] + text[-1])


# Records that belong together --------------------------------------------------------------------


def under(rows: Iterable[Any], column: str) -> dict[Any, list[Any]]:
    """Rows by what they stand under."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found


def give(owners: Iterable[models.Model], rows: Iterable[Any], relation: str) -> None:
    """To each owner the rows under it, as if they had been prefetched, and the owner to each."""
    owners = list(owners)
    if not owners:
        return
    field = owners[0]._meta.get_field(relation).field
    mine = under(rows, field.attname)
    for owner in owners:
        own = mine.get(owner.pk, [])
        give_rows(owner, relation, own)
        for row in own:
            field.set_cached_value(row, owner)


def give_rows(owner: models.Model, relation: str, rows: list[Any]) -> None:
    prefetched = owner.__dict__.setdefault("_prefetched_objects_cache", {})
    prefetched[relation] = rows


def link(rows: Iterable[models.Model], name: str, others: Iterable[models.Model]) -> None:
    """To each row the record that its foreign key names; None where that is not among them."""
    known = {other.pk: other for other in others}
    for row in rows:
        field = row._meta.get_field(name)
        field.set_cached_value(row, known.get(getattr(row, field.attname)))
