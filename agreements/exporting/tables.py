"""An export as tables beside each other: for a spreadsheet of many sheets, a folder of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from .about import About
from .authorities import Named
from .code_book import TABLES, Filled, code_book, lines
from .columns import columns, rows_of
from .export import Export
from .shape import WIDE, Table

CODE_BOOK, ABOUT = "code book", "about"


class Writer(Protocol):
    """Writes rows of tables, each row given once its table has begun."""

    def begin(self, name: str, head: list[str]) -> None: ...

    def write(self, name: str, row: list[Any]) -> None: ...


class Counting:
    """Passes rows on, and counts them. All tables have begun when the first row comes."""

    def __init__(self, to: Writer, tables: Iterable[Table] = TABLES) -> None:
        self.to, self.filled = to, Filled()
        for table in tables:
            to.begin(table.name, columns(table))

    def write(self, table: Table, row: list[Any]) -> None:
        self.filled.add(table, row)
        self.to.write(table.name, row)


def write_tables(export: Export, to: Writer) -> Iterator[int]:
    """Write all but what the export says of itself, and give the numbers of documents written, one
    after the other, so that who asks can send what is there."""
    named, counting = Named(export.base), Counting(to)
    for number, record in enumerate(export.records, start=1):
        named.note(record)
        for table, row in rows_of(record):
            counting.write(table, row)
        yield number
    for table, row in named.rows():
        counting.write(table, row)
    filled = counting.filled
    write_sheet(to, CODE_BOOK, lines(code_book(filled)))
    rows = {table.name: filled.rows[table.name] for table in TABLES}
    export.about = replace(export.about, number=rows[WIDE.name], rows=rows)


def write_sheet(to: Writer, name: str, rows: Iterable[Iterable[Any]]) -> None:
    """A table whose first row is its head."""
    rows = iter(rows)
    to.begin(name, list(next(rows)))
    for row in rows:
        to.write(name, list(row))


def write_about(to: Writer, about: About) -> None:
    to.begin(ABOUT, ["about", "value"])
    for line in about.lines:
        to.write(ABOUT, list(line))
