"""A record as rows of tables: what spreadsheets and folders of tables are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from .flat import wide
from .records import Record
from .shape import DOCUMENTS, LONG_TABLES, WIDE, Field, Kind, Table

OF_DOCUMENT = Field("document", "The number of the document of which the row is.", Kind.NUMBER)
NUMBERS = [field.name for field in DOCUMENTS.fields if field.kind == Kind.NUMBER]


@cache
def fields(table: Table) -> tuple[Field, ...]:
    """As columns: a row of a long table begins with its document."""
    return (OF_DOCUMENT, *table.fields) if table in LONG_TABLES else table.fields


def columns(table: Table) -> list[str]:
    return [field.name for field in fields(table)]


def rows_of(record: Record) -> Iterator[tuple[Table, list[Any]]]:
    """The wide row, then those of the long tables; what is a number in the wide row is one."""
    yield WIDE, list((wide(record) | {name: record[name] for name in NUMBERS}).values())
    for table in LONG_TABLES:
        for row in record[table.name]:
            yield table, [record["id"], *row.values()]
