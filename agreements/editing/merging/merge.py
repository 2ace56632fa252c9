"""Merging, in one transaction: all of it or nothing."""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agreements.forms.admin_publication import Refused
from agreements.models import Change, DuplicateMark, MergedRecord, Seed, sign
from agreements.models.publication import Publishable
from agreements.models.rules import check_rules
from agreements.models.vocabulary import MarkOutcome, PublicationState

from .names import NameStep
from .plan import Plan, names_of, plan
from .relations import Way, relations, way
from .rows import Maps, Rows
from .values import taken_over

REPOINT = """
    UPDATE {table} SET {column} = map.new
    FROM unnest(%s::bigint[], %s::bigint[]) AS map(old, new)
    WHERE {table}.{column} = map.old AND NOT {table}.id = ANY (%s)
"""
LOCK = """
    SELECT count(*) FROM (
        SELECT FROM {table} WHERE id IN ({roots}) ORDER BY id FOR NO KEY UPDATE
    ) locked
"""


AT_ONCE = 1000


class Changed(Exception):
    """Something of what the preview showed is otherwise now; ``plan`` is how it stands."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan


@transaction.atomic
def merge(
    losing: models.Model,
    kept: models.Model,
    reason: str,
    *,
    by: Any = None,
    seen: str | None = None,
) -> MergedRecord:
    """Move everything from ``losing`` to ``kept``; see this package's first words.

    ``by`` is the account that does it, None for a program; ``seen`` the digest of the plan that
    was agreed to. Raises Refused with words where it can't be, Changed where the plan is another.
    """
    sign(by, reason)
    losing, kept = locked(losing, kept)
    found = plan(losing, kept)
    if found.refusals:
        raise Refused([(None, words) for words in found.refusals])
    if seen is not None and seen != found.digest:
        raise Changed(found)
    name = str(losing)
    began_after = Change.objects.aggregate(last=models.Max("pk"))["last"] or 0
    move_names(found)
    move_records(found)
    move_rows(found)
    leave(found)
    who = by.get_username() if by else ""
    settle_marks(found, who)
    merged = MergedRecord.objects.create(
        kind=losing._meta.model_name,
        number=losing.pk,
        code=getattr(losing, "code", None) or getattr(losing, "slug", ""),
        name=name,
        kept_number=kept.pk,
        reason=reason,
        made_by=who,
        began_after=began_after,
        seeds=move_seeds(found),
    )
    check_rules()
    return merged


def locked(losing: models.Model, kept: models.Model) -> tuple[models.Model, models.Model]:
    """Both records as they are now, and nobody else's until the end of the transaction.

    Locks are taken in the order in which a form takes them, documents and events before what they
    name, and by number: two merges at once wait for each other. A row that would point at the
    losing record has to wait too, and finds it gone.
    """
    lock_roots(losing)
    rows = type(losing)._base_manager.filter(pk__in=[losing.pk, kept.pk])
    found = {row.pk: row for row in rows.order_by("pk").select_for_update()}
    for record in (losing, kept):
        if record.pk not in found:
            raise Refused([(None, gone(record))])
    return found[losing.pk], found[kept.pk]


def gone(record: models.Model) -> str:
    to = MergedRecord.objects.kept_number(record._meta.model_name, record.pk)
    if to:
        words = _("No. %(number)s is merged into no. %(to)s already.")
        return words % {"number": record.pk, "to": to}
    return _("No. %(number)s is not there any more.") % {"number": record.pk}


def lock_roots(losing: models.Model) -> None:
    """The documents and events whose rows name the losing record."""
    quote = connection.ops.quote_name
    roots: dict[str, list[str]] = {}
    for column in relations(type(losing)):
        for root in roots_of(column):
            rows = (quote(n) for n in (root.column, column.model._meta.db_table, column.column))
            sql = "SELECT {} FROM {} WHERE {} = %s".format(*rows)
            roots.setdefault(root.related_model._meta.db_table, []).append(sql)
    with connection.cursor() as cursor:
        for table in sorted(roots):
            sql = LOCK.format(table=quote(table), roots=" UNION ALL ".join(roots[table]))
            cursor.execute(sql, [losing.pk] * len(roots[table]))


def roots_of(column: models.ForeignKey) -> list[models.ForeignKey]:
    """The columns by which such a row says to which document or event it belongs."""
    if way(column) is not Way.ROWS:
        return []
    fields = column.model._meta.concrete_fields
    keys = [field for field in fields if isinstance(field, models.ForeignKey)]
    return [key for key in keys if key != column and issubclass(key.related_model, Publishable)]


# What moves ------------------------------------------------------------------------------------


def move_names(found: Plan) -> None:
    """The kept record gets them; one that stays, withdrawn, keeps its own beside."""
    if not found.names:
        return
    column = getattr(type(found.losing), names_of(type(found.losing))).field
    for step in found.names:
        if not step.is_left_out:
            move_name(step, column, found)


def move_name(step: NameStep, column: models.ForeignKey, found: Plan) -> None:
    name = step.name
    if found.is_withdrawn:
        name.pk = None
        name._state.adding = True
    setattr(name, column.name, found.kept)
    for field, value in (step.changes or {}).items():
        setattr(name, field, value)
    name.save()


def move_records(found: Plan) -> None:
    for group in found.groups:
        if way(group.column) is Way.RECORDS:
            group.rows(found.losing).update(**{group.column.attname: found.kept.pk})


def move_rows(found: Plan) -> None:
    """All point elsewhere first; then those that are left out can go, and fill what stands."""
    maps: dict[type[models.Model], dict[int, int]] = {
        type(found.losing): {found.losing.pk: found.kept.pk}
    }
    for rows in found.kinds:
        for column in rows.columns:
            repoint(column, maps, list(rows.twins))
        if rows.twins:
            maps[rows.model] = rows.twins
    for rows in reversed(found.kinds):
        drop(rows.model._base_manager.filter(pk__in=list(rows.twins)))
    for rows in found.kinds:
        fill(rows)


def repoint(column: models.ForeignKey, maps: Maps, left_out: list[int]) -> None:
    quote = connection.ops.quote_name
    map_ = maps[column.related_model]
    sql = REPOINT.format(table=quote(column.model._meta.db_table), column=quote(column.column))
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(map_), list(map_.values()), left_out])


def fill(rows: Rows) -> None:
    names = {name for values in rows.fills.values() for name in values}
    found = list(rows.model._base_manager.filter(pk__in=list(rows.fills)))
    for row in found:
        for name, value in rows.fills[row.pk].items():
            setattr(row, name, value)
    if found:
        fields = [rows.model._meta.get_field(name).name for name in sorted(names)]
        rows.model._base_manager.bulk_update(found, fields, batch_size=AT_ONCE)


def drop(rows: models.QuerySet) -> None:
    """Delete these rows and no others: what still points at one is refused at the end."""
    rows._raw_delete(rows.db)


# What is left ----------------------------------------------------------------------------------


def leave(found: Plan) -> None:
    """The losing record goes, or stays withdrawn; then the kept one takes over what it lacked."""
    losing, kept = found.losing, found.kept
    records = type(losing)._base_manager.filter(pk=losing.pk)
    if not found.is_withdrawn:
        for column in relations(type(losing)):
            if way(column) in (Way.NAMES, Way.DERIVED):
                drop(column.model._base_manager.filter(**{column.attname: losing.pk}))
        drop(records)
    elif losing.is_published:
        reason = _("Duplicate of no. %(number)s.") % {"number": kept.pk}
        records.update(publication_state=PublicationState.WITHDRAWN, withdrawal_reason=reason)
    filled = {value.field.attname: taken_over(value) for value in found.values.filled}
    if filled:
        type(kept)._base_manager.filter(pk=kept.pk).update(**filled)


def move_seeds(found: Plan) -> list[str]:
    """What our data files put here once is the kept record from now on. Gives their keys."""
    kind = found.losing._meta.model_name
    seeds = Seed.objects.filter(key__startswith=f"{kind}:", object_id=found.losing.pk)
    keys = list(seeds.order_by("key").values_list("key", flat=True))
    Seed.objects.filter(key__in=keys).update(object_id=found.kept.pk)
    return keys


def settle_marks(found: Plan, who: str) -> None:
    """The marks that asked for it are fulfilled; others speak of the kept record now."""
    losing, kept = found.losing, found.kept
    for mark in DuplicateMark.objects.on(losing).filter(settled_at=None).order_by("pk"):
        pair = {mark.number, mark.of_number} - {losing.pk}
        other = pair.pop()
        if other == kept.pk or DuplicateMark.objects.on(kept).filter(
            models.Q(number=other) | models.Q(of_number=other), settled_at=None
        ):
            settled = {"outcome": MarkOutcome.MERGED, "settled_by": who, "settled_at": Now()}
            DuplicateMark.objects.filter(pk=mark.pk).update(**settled)
        else:
            side = "number" if mark.number == losing.pk else "of_number"
            DuplicateMark.objects.filter(pk=mark.pk).update(**{side: kept.pk})
