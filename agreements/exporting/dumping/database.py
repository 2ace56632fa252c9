"""A dump as one SQLite file, to be opened in Datasette: the tables, tied to each other."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from agreements.exporting.columns import fields
from agreements.exporting.shape import (
    DOCUMENTS,
    RESPONSIBLE_BODIES,
    WIDE,
    Field,
    Kind,
    Table,
)

from .shape import TABLES

AT_ONCE = 1000  # rows
SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -32000")
CODES = {"states": "code", "subject_list": "subject"}  # the keys of those that have no numbers
# What a column names, in whatever table.
NAMED = {
    "action": "actions",
    "agency": "agencies",
    "announcement": "event_announcements",
    "document": "documents",
    "event": "events",
    "group": "subject_list",
    "parent": "agencies",
    "party": "parties",
    "place": "places",
    "replaces": "files",
    "signing": "signings",
    "state": "states",
    "subject": "subject_list",
    "target": "documents",
    "text": "texts",
}
IN_TABLE = {
    ("state_successions", "predecessor"): "states",
    ("state_successions", "successor"): "states",
    ("agency_successions", "predecessor"): "agencies",
    ("agency_successions", "successor"): "agencies",
}
FULL_TEXT = (
    "CREATE VIRTUAL TABLE titles_fts USING fts5 "
    '(text, content="titles", content_rowid="id", tokenize=\'unicode61 remove_diacritics 2\')',
    "INSERT INTO titles_fts (titles_fts) VALUES ('rebuild')",
)


class Database:
    """Takes the rows as they come. Raises OSError where the disk does not take them."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.tables = {table.name: table for table in TABLES}
        self.waiting: dict[str, list[list[Any]]] = defaultdict(list)
        self.makers: dict[str, list[Callable[[Any], Any]]] = {}
        for setting in SETTINGS:
            self.run(f"PRAGMA {setting}")
        self.run("BEGIN")

    def begin(self, name: str, head: list[str]) -> None:
        table = self.tables.get(name)  # None for what is told of the tables
        columns = of_table(table) if table else [f"{quoted(word)} TEXT" for word in head]
        self.makers[name] = [maker(field) for field in fields(table)] if table else []
        self.run(f"CREATE TABLE {quoted(name)} ({', '.join(columns)})")

    def write(self, name: str, row: list[Any]) -> None:
        waiting = self.waiting[name]
        waiting.append(row)
        if len(waiting) >= AT_ONCE:
            self.write_out(name)

    def write_out(self, name: str) -> None:
        rows, self.waiting[name] = self.waiting[name], []
        if not rows:
            return
        if makers := self.makers[name]:
            rows = [[make(value) for make, value in zip(makers, row, strict=True)] for row in rows]
        slots = ", ".join("?" * len(rows[0]))
        self.run(f"INSERT INTO {quoted(name)} VALUES ({slots})", rows)

    def finish(self) -> None:
        for name in list(self.waiting):
            self.write_out(name)
        for table in TABLES:
            for column in indexed(table):
                of = quoted(f"{table.name}_{column}")
                self.run(f"CREATE INDEX {of} ON {quoted(table.name)} ({quoted(column)})")
        for statement in FULL_TEXT:
            self.run(statement)
        self.run("ANALYZE")
        self.run("COMMIT")

    def run(self, statement: str, rows: Iterable[list[Any]] | None = None) -> None:
        try:
            if rows is None:
                self.connection.execute(statement)
            else:
                self.connection.executemany(statement, rows)
        except sqlite3.OperationalError as error:  # as: database or disk is full
            raise OSError(f"SQLite: {error}") from error

    def close(self) -> None:
        self.connection.close()


def of_table(table: Table) -> list[str]:
    return [column(table, field) for field in fields(table)]


def column(table: Table, field: Field) -> str:
    kind = "INTEGER" if is_number(table, field) else "TEXT"
    words = [quoted(field.name), kind]
    if field.name == key(table):
        words.append("PRIMARY KEY")
    if other := named(table, field):
        words.append(f"REFERENCES {quoted(other)} ({quoted(CODES.get(other, 'id'))})")
    return " ".join(words)


def key(table: Table) -> str:
    """None of a table whose rows have no number of their own; SQLite numbers these."""
    return CODES.get(table.name, "id")


def is_number(table: Table, field: Field) -> bool:
    return not is_list(table, field) and field.kind in (Kind.NUMBER, Kind.YES_NO)


def is_list(table: Table, field: Field) -> bool:
    return table == WIDE and field not in DOCUMENTS.fields


def named(table: Table, field: Field) -> str | None:
    """The table of which the column names a row."""
    is_key = field.name == key(table)
    if is_key or is_list(table, field) or (field.name == "text" and field.kind != Kind.NUMBER):
        return None
    if table == RESPONSIBLE_BODIES and field.name == "agency":
        return None  # which may be public by nothing else, and has no row of its own then
    return IN_TABLE.get((table.name, field.name)) or NAMED.get(field.name)


def indexed(table: Table) -> list[str]:
    """What names another row, and days."""
    return [
        field.name
        for field in fields(table)
        if named(table, field) or (field.kind == Kind.DAY and field.name != "status_on")
    ]


def maker(field: Field) -> Callable[[Any], Any]:
    """Cells of the wide rows are text, those of others plain values."""
    return truth if field.kind == Kind.YES_NO else present


def truth(value: Any) -> int | None:
    return None if value in (None, "") else int(value in (True, "true"))


def present(value: Any) -> Any:
    return None if value == "" else value


def quoted(name: str) -> str:
    """Names are ours; that of the code book has a space elsewhere."""
    return f'"{name.replace(" ", "_")}"'
