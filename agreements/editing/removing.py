"""Takes words out of the history, where the law demands it; see docs/privacy.md.

Only the owner of the database can: the history's guard is lifted for one transaction, which writes
down that it was done, when, by whom and why, and not what was removed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection, models, transaction
from psycopg.types.json import Jsonb

from agreements.models import (
    Change,
    Communique,
    ContentVersion,
    DismissedDoubt,
    DuplicateMark,
    File,
    Import,
    ImportProfile,
    ImportRow,
    MergedRecord,
    Proposal,
    ReadingDoubt,
    Remark,
    SearchCount,
    SearchCountChange,
    SearchPart,
    SearchRow,
    SearchSample,
    Seed,
    StatusPeriod,
    Twin,
)
from agreements.models.vocabulary import Operation

REMOVED = "[removed]"
# What is said beside records, how files and tables came, and what the admin noted: no page of the
# desk corrects these.
BESIDE = (
    Remark,
    Proposal,
    DismissedDoubt,
    DuplicateMark,
    MergedRecord,
    Communique,
    ReadingDoubt,
    File,
    Import,
    ImportProfile,
    ImportRow,
    LogEntry,
)
# Columns that hold the name of an account, here and in what the history kept of these rows.
ACCOUNTS = (
    *("actor", "written_by", "made_by", "decided_by", "by", "settled_by", "undone_by"),
    *("passed_by", "received_by", "applied_by", "changed_by"),
)
COMPUTED = (
    ContentVersion, SearchCount, SearchCountChange, SearchPart, SearchRow, SearchSample, Seed,
    StatusPeriod, Twin,
)  # fmt: skip

# Takes the name of the column and a string that it holds; gives what is to stand there.
Swap = Callable[[str, str], str]


@dataclass(frozen=True)
class Place:
    """In how many rows of a column the words stand."""

    model: type[models.Model]
    column: str
    rows: int

    @property
    def is_cleaned(self) -> bool:
        """Whether ``remove`` reaches it; else it stands in a record, which people correct."""
        return self.model is Change or self.model in BESIDE

    def __str__(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}: {self.rows}"


def spellings(words: str) -> list[str]:
    """As typed, and with letters and their marks together or apart: it looks the same."""
    forms = (unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    return list(dict.fromkeys([words, *forms]))


def without(words: str, by: str = REMOVED) -> Swap:
    """Wherever the words stand within others."""

    def swap(column: str, held: str) -> str:
        for spelling in spellings(words):
            held = held.replace(spelling, by)
        return held

    return swap


def renamed(account: str, by: str) -> Swap:
    """Only where the whole of a name of an account is meant."""
    return lambda column, held: by if column in ACCOUNTS and held == account else held


def places(words: str, swap: Swap | None = None) -> list[Place]:
    """Where they stand: in the history, beside records, in records, in accounts."""
    swap = swap or without(words)
    found = []
    for model in searched():
        for column in columns(model):
            rows = sum(1 for _row in rows_with(model, column, words, swap))
            if rows:
                found.append(Place(model, column.column, rows))
    return found


def remove(words: str, swap: Swap, reason: str, by: str = "") -> int:
    """From the history and from what is said beside records; gives the number of rows.

    Raises ProgrammingError for an account that does not own the tables.
    """
    guard = next(iter(Change._meta.triggers)).get_pgid(Change)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agreements_change DISABLE TRIGGER {guard}")
        # What stands beside comes first: the history writes down how it was before.
        rows = sum(clean(model, words, swap) for model in (*BESIDE, Change))
        cursor.execute(
            'INSERT INTO agreements_change (operation, "table", "row", root_kind, root, is_echo, '
            "new, actor, reason, made_at, transaction) VALUES (%s, 'agreements_change', '', '', "
            "'', false, %s, coalesce(nullif(%s, ''), session_user), %s, now(), "
            "pg_current_xact_id()::text::bigint)",
            [Operation.REMOVE, Jsonb({"rows": rows}), by, reason],
        )
        cursor.execute(f"ALTER TABLE agreements_change ENABLE TRIGGER {guard}")
    return rows


def clean(model: type[models.Model], words: str, swap: Swap) -> int:
    cleaned = set()
    with connection.cursor() as cursor:
        for column in columns(model):
            for key, held in list(rows_with(model, column, words, swap)):
                value = swapped(column.column, held, swap)
                cursor.execute(
                    f"UPDATE {quoted(model._meta.db_table)} SET {quoted(column.column)} = %s "
                    f"WHERE {quoted(model._meta.pk.column)} = %s",
                    [Jsonb(value) if is_json(column) else value, key],
                )
                cleaned.add(key)
    return len(cleaned)


# Where words may stand ---------------------------------------------------------------------------


def searched() -> list[type[models.Model]]:
    """Every table in which people's words may stand, the history first."""
    ours = apps.get_app_config("agreements").get_models()
    records = {m._meta.concrete_model: None for m in ours if m not in COMPUTED}
    others = [model for model in records if model is not Change and model not in BESIDE]
    return [Change, *BESIDE, *others, User]


def columns(model: type[models.Model]) -> list[models.Field]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    fields = [f for f in model._meta.concrete_fields if isinstance(f, kinds) and not f.generated]
    # A password is no words; what the history calls its rows are numbers and codes.
    skipped = {Change: ("operation", "table", "row", "root_kind", "root"), User: ("password",)}
    return [field for field in fields if field.name not in skipped.get(model, ())]


def is_json(column: models.Field) -> bool:
    return isinstance(column, models.JSONField)


def rows_with(
    model: type[models.Model], column: models.Field, words: str, swap: Swap
) -> Iterator[tuple[Any, Any]]:
    """Key and value of the rows that ``swap`` would change.

    JSON is compared as PostgreSQL writes it, which finds too much at worst: ``swap`` has the last
    word on each string in it.
    """
    sought = [escaped(spelling) if is_json(column) else spelling for spelling in spellings(words)]
    name = quoted(column.column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {quoted(model._meta.pk.column)}, {name} FROM {quoted(model._meta.db_table)} "
            f"WHERE {' OR '.join([f'strpos({name}::text, %s) > 0'] * len(sought))}",
            sought,
        )
        rows = cursor.fetchall()
    for key, held in rows:
        held = json.loads(held) if is_json(column) else held
        if swapped(column.column, held, swap) != held:
            yield key, held


def escaped(words: str) -> str:
    """As they stand within a string of JSON."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def swapped(name: str, held: Any, swap: Swap) -> Any:
    """In every string of a value; ``name`` is that of the column, or of the key that holds it."""
    if isinstance(held, str):
        return swap(name, held)
    if isinstance(held, list):
        return [swapped(name, each, swap) for each in held]
    if isinstance(held, dict):
        return {key: swapped(key, each, swap) for key, each in held.items()}
    return held


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
