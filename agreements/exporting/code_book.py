"""The code book: what each table, field and code of the exported data means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.models import DocumentType, IdentifierScheme, Subject

from .columns import fields
from .shape import (
    AUTHORITIES,
    LONG_TABLES,
    SCHEMES,
    SUBJECTS,
    TYPES,
    WIDE,
    Field,
    Kind,
    Table,
    codes,
)
from .snapshot import snapshot

TABLES = (WIDE, *LONG_TABLES, *AUTHORITIES)
HEAD = ("table", "field", "kind", "about", "vocabulary", "code", "words", "filled")
FORMS = {
    Kind.TEXT: "Text.",
    Kind.NUMBER: "A whole number.",
    Kind.YES_NO: "true or false.",
    Kind.CODE: "A code of its vocabulary.",
    Kind.DATE: "A date as exact as it is known, in EDTF: 2023, 2023-05, 2023-05-04, each with ~ "
    "where it is approximate; 2023/2025 from the one to the other, 2023/.. without an end.",
    Kind.DAY: "A day in ISO 8601: 2023-05-04.",
    Kind.TIME: "A moment in ISO 8601, in UTC: 2023-05-04T09:30:00Z.",
    Kind.LENGTH: "A length of time in ISO 8601: P5Y, P6M, P90D.",
    Kind.LANGUAGE: "A language in BCP 47: en, ru, tg, uz-Cyrl.",
    Kind.URL: "An address.",
}
CELLS = (
    "In a list, items stand between vertical bars. A bar within an item has a backslash before it, "
    "and so has a backslash.",
    "In CSV, a cell that a spreadsheet would run has an apostrophe before it: one that "
    "begins with = + - @, a tab or a return, also full-width, also after spaces or apostrophes. "
    "Take the apostrophe away to have the value.",
)
Codes = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Entry:
    """A field of a table; ``filled`` is the share of rows that have it, where that was counted."""

    table: Table
    field: Field
    vocabulary: str
    codes: Codes
    filled: float | None = None


class Filled:
    """Counts which fields of the rows are filled, while these are written."""

    def __init__(self) -> None:
        self.rows: Counter[str] = Counter()
        self.cells: Counter[tuple[str, str]] = Counter()

    def add(self, table: Table, row: Iterable[Any]) -> None:
        self.rows[table.name] += 1
        for field, value in zip(fields(table), row, strict=True):
            if value is not None and value != "":
                self.cells[table.name, field.name] += 1

    def share(self, table: Table, field: Field) -> float | None:
        number = self.rows[table.name]
        return round(self.cells[table.name, field.name] / number, 4) if number else None


def code_book(filled: Filled | None = None, tables: Iterable[Table] = TABLES) -> list[Entry]:
    """Of these tables, in their order; words in the reader's language."""
    of_archive = extended()
    book = []
    for table in tables:
        for field in fields(table):
            name = vocabulary_of(field)
            known = of_archive.get(name) or closed(field)
            share = filled.share(table, field) if filled else None
            book.append(Entry(table, field, name, known, share))
    return book


def lines(book: Iterable[Entry]) -> Iterator[tuple[Any, ...]]:
    """One for each field, and under it one for each of its codes."""
    yield HEAD
    for entry in book:
        field = entry.field
        begin = (entry.table.name, field.name)
        yield (*begin, str(field.kind), field.about, entry.vocabulary, "", "", entry.filled)
        for code, words in entry.codes:
            yield (*begin, "", "", entry.vocabulary, code, words, None)


def plain(book: Sequence[Entry]) -> dict[str, Any]:
    """For JSON: each vocabulary stands once."""
    return {
        "kinds": FORMS,
        "cells": CELLS,
        "tables": [
            {"name": table.name, "about": table.about, "fields": described(book, table)}
            for table in dict.fromkeys(entry.table for entry in book)
        ],
        "vocabularies": {
            name: [{"code": code, "words": words} for code, words in known]
            for name, known in vocabularies(book).items()
        },
    }


def described(book: Iterable[Entry], table: Table) -> list[dict[str, Any]]:
    return [
        {
            "name": entry.field.name,
            "kind": str(entry.field.kind),
            "about": entry.field.about,
            **({"vocabulary": entry.vocabulary} if entry.vocabulary else {}),
            **({"filled": entry.filled} if entry.filled is not None else {}),
        }
        for entry in book
        if entry.table is table
    ]


def vocabularies(book: Iterable[Entry]) -> dict[str, Codes]:
    return {entry.vocabulary: entry.codes for entry in book if entry.vocabulary}


def vocabulary_of(field: Field) -> str:
    """Its name, ``legal_nature``; empty where the field has none."""
    if not field.vocabulary or isinstance(field.vocabulary, str):
        return field.vocabulary or ""
    words = field.vocabulary.__qualname__.replace(".", "")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words).lower()


def closed(field: Field) -> Codes:
    if not field.vocabulary or isinstance(field.vocabulary, str):
        return ()
    return tuple(codes(field.vocabulary))


def extended() -> dict[str, Codes]:
    """The vocabularies that this archive may have extended."""
    with snapshot():
        subjects = Subject.objects.published().with_names()
        return {
            TYPES: [(type_.code, str(type_)) for type_ in DocumentType.objects.all()],
            SUBJECTS: [(subject.slug, str(subject)) for subject in subjects],
            SCHEMES: [(scheme.code, str(scheme)) for scheme in IdentifierScheme.objects.all()],
        }
