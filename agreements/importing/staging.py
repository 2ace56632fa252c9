"""Rows of a table as they stand in the database until they are applied.

They are asked for by their keys: what the planner knows of the rows of an import is from before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import QuerySet

from agreements.letters import without_nul
from agreements.models import Import, ImportRow
from agreements.models.vocabulary import ImportOutcome

from .converting import Converted
from .remarks import Remark
from .said import Cells

BATCH = 500
T = TypeVar("T")
TABLE = ImportRow._meta.db_table
COLUMNS = (
    "id", "import_run_id", "number", "outcome", "is_warned", "key", "document_id", "same_as",
    "cells", "record", "differences", "remarks",
)  # fmt: skip
# What becomes of a row is written over what was thought of it.
REWRITE = f"""
    UPDATE {TABLE} r SET outcome = n.outcome, is_warned = n.is_warned, document_id = n.document,
        same_as = n.same_as, record = n.record, differences = n.differences, remarks = n.remarks
    FROM unnest(%(pk)s::bigint[], %(outcome)s::text[], %(is_warned)s::bool[],
        %(document)s::bigint[], %(same_as)s::int[], %(record)s::jsonb[], %(differences)s::jsonb[],
        %(remarks)s::jsonb[]) AS n(pk, outcome, is_warned, document, same_as, record,
        differences, remarks)
    WHERE r.id = n.pk
"""
NAME = f"""
    UPDATE {TABLE} r SET document_id = n.document
    FROM unnest(%(pk)s::bigint[], %(document)s::bigint[]) AS n(pk, document) WHERE r.id = n.pk
"""
KEYS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"


@dataclass
class Staged:
    """A row with what is thought of it; ``outcome`` is empty while nothing is."""

    number: int
    cells: Cells
    record: Cells
    key: str = ""
    remarks: list[Remark] = field(default_factory=list)
    outcome: str = ""
    document: int | None = None
    same_as: int | None = None
    differences: dict[str, list[str]] = field(default_factory=dict)
    pk: int | None = None

    @classmethod
    def of(cls, row: Converted) -> Staged:
        cells, record, key = clean(row.cells), clean(row.record), kept(row.key)
        made = cls(row.number, cells, record, key, list(row.remarks))
        if row.is_refused:
            made.outcome = ImportOutcome.REFUSED
        return made

    @classmethod
    def of_row(cls, row: ImportRow) -> Staged:
        made = cls(row.number, row.cells, row.record, row.key, remarks_of(row), row.outcome)
        made.document, made.same_as = row.document_id, row.same_as
        made.differences, made.pk = row.differences, row.pk
        return made

    @property
    def is_warned(self) -> bool:
        return any(not remark.is_error for remark in self.remarks)

    def refuse(self, remark: Remark) -> None:
        self.remarks.append(remark)
        self.outcome, self.same_as, self.differences = ImportOutcome.REFUSED, None, {}

    def join(self, number: int) -> None:
        self.outcome, self.same_as = ImportOutcome.JOINED, number


def remarks_of(row: ImportRow) -> list[Remark]:
    return [Remark.from_json(values) for values in row.remarks]


def batches(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch


def stage(import_: Import, rows: Sequence[Staged]) -> None:
    copy = f"COPY {TABLE} ({', '.join(COLUMNS)}) FROM STDIN"
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [TABLE, len(rows)])
        for row, (pk,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = pk
        with cursor.copy(copy) as target:
            for row in rows:
                own = (row.pk, import_.pk, row.number, str(row.outcome), row.is_warned, row.key)
                texts = map(text, (row.cells, row.record, row.differences, remarks_json(row)))
                target.write_row((*own, row.document, row.same_as, *texts))


def rewrite(rows: Sequence[Staged]) -> None:
    """Of rows that are there."""
    if not rows:
        return
    names = ("pk", "outcome", "is_warned", "document", "same_as")
    values: dict[str, Any] = {name: [getattr(row, name) for row in rows] for name in names}
    values["outcome"] = [str(outcome) for outcome in values["outcome"]]
    values["record"] = [text(row.record) for row in rows]
    values["differences"] = [text(row.differences) for row in rows]
    values["remarks"] = [text(remarks_json(row)) for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(REWRITE, values)


def name_documents(documents: Sequence[tuple[int, int]]) -> None:
    """Of rows by their keys."""
    pks, numbers = zip(*documents, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(NAME, {"pk": list(pks), "document": list(numbers)})


def remarks_json(row: Staged) -> list[dict[str, Any]]:
    return [remark.as_json() for remark in row.remarks]


def text(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def clean(cells: Cells) -> Cells:
    """Without what the database can't hold: NUL, and halves of letters."""
    return {kept(name): kept(cell) for name, cell in cells.items()}


def kept(cell: str) -> str:
    return without_nul(cell).encode("utf-8", "replace").decode()


def staged(rows: QuerySet[ImportRow]) -> Iterator[list[Staged]]:
    """In batches, in the order of the file."""
    for pks in batches(list(rows.order_by("number").values_list("pk", flat=True))):
        yield by_key(pks)


def by_key(pks: Iterable[int]) -> list[Staged]:
    rows = ImportRow.objects.filter(pk__in=list(pks))
    return sorted(map(Staged.of_row, rows), key=lambda row: row.number)
