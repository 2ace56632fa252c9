"""Taking a merge back: the losing record with its number, and everything that moved."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection, models, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agreements.editing import history
from agreements.forms.admin_publication import Refused
from agreements.models import Change, MergedRecord, Seed, sign
from agreements.models.publication import Publishable
from agreements.models.rules import check_rules
from agreements.models.vocabulary import Operation, PublicationState

TABLE = MergedRecord._meta.db_table


@transaction.atomic
def undo(merged: MergedRecord, reason: str = "", *, by: Any = None) -> None:
    """Turn round every change that the merge made, as the history has them.

    Raises Refused where it was undone already or the history does not have it, InTheWay (of
    ``history``) where a row that moved was changed since, IntegrityError where a rule is broken.
    """
    sign(by, reason or _("Merge of no. %(number)s undone") % {"number": merged.number})
    merged = MergedRecord.objects.select_for_update().get(pk=merged.pk)
    if merged.undone_at:
        raise Refused([(None, _("This merge was undone already."))])
    changes = changes_of(merged)
    if not changes:
        raise Refused([(None, _("The history does not have this merge: it can't be undone."))])
    if changed := changed_since(changes):
        later = history.later_than(changes)
        raise history.InTheWay([row for row in later if (row.table, row.row) in changed])
    turn_round(changes)
    Seed.objects.filter(key__in=merged.seeds).update(object_id=merged.number)
    merged.undone_at = Now()
    merged.undone_by = by.get_username() if by else ""
    merged.save(update_fields=["undone_at", "undone_by"])
    check_rules()


def changes_of(merged: MergedRecord) -> list[Change]:
    """From the merge's beginning up to the row that remembers it, in its transaction."""
    end = Change.objects.once().filter(table=TABLE, row=str(merged.pk), operation=Operation.INSERT)
    end = end.first()
    if end is None:
        return []
    changes = history.of_transaction(end.transaction).filter(made_at=end.made_at)
    return list(changes.filter(pk__gt=merged.began_after, pk__lt=end.pk))


def changed_since(changes: list[Change]) -> set[tuple[str, str]]:
    """The rows, by table and key, that are not as the merge left them.

    What was changed and changed back is as it was: the later of two merges, once undone, does not
    stand in the way of the earlier.
    """
    left = {(write.model, write.key): write.values for write in history.forwards(changes)}
    found = set()
    for model in {model for model, _key in left}:
        rows = rows_of(model, [key for kind, key in left if kind is model])
        for (kind, key), values in left.items():
            if kind is model and not is_as_left(rows.get(key), values):
                found.add((model._meta.db_table, key))
    return found


def rows_of(model: type[models.Model], keys: list[str]) -> dict[str, dict[str, Any]]:
    """The rows as the history writes them, by key."""
    table, column = history.quoted(model._meta.db_table), history.quoted(history.key_of(model))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}::text, to_jsonb(r) FROM {table} r WHERE {column} = ANY (%s)",
            [[model._meta.pk.to_python(key) for key in keys]],
        )
        return {key: json.loads(row) for key, row in cursor.fetchall()}


def is_as_left(row: dict[str, Any] | None, values: dict[str, Any] | None) -> bool:
    if row is None or values is None:
        return row is None and values is None
    return all(row.get(name) == value for name, value in values.items())


def turn_round(changes: list[Change]) -> None:
    """As the history does; a record that was in review is made as a draft and sent there again."""
    writes = history.backwards(changes)
    waiting = [write for write in writes if was_in_review(write)]
    for write in waiting:
        write.values["publication_state"] = PublicationState.DRAFT
    history.carry_out(writes)
    for write in waiting:
        records = write.model._base_manager.filter(pk=write.key)
        records.update(publication_state=PublicationState.IN_REVIEW)


def was_in_review(write: history.RowWrite) -> bool:
    is_new = bool(write.values) and not write.is_there
    state = (write.values or {}).get("publication_state")
    is_root = issubclass(write.model, Publishable)
    return is_new and is_root and state == PublicationState.IN_REVIEW
