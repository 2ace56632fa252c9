"""What a merge would do, in lines that a clerk reads: a few of each kind, however many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.db import models
from django.db.models import Prefetch
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from agreements.editing.merging import Plan, Way, way
from agreements.editing.merging.plan import Group
from agreements.editing.merging.values import Value, words
from agreements.forms.admin_labels import label, named
from agreements.models import Document

SHOWN = 10
LONGEST = 160
# The record to which a row belongs, to be shown beside it.
OWNERS = ("document", "event", "agency", "predecessor", "successor", "organisation", "member")


@dataclass(frozen=True)
class Lines:
    """Rows of one relation: how many, and the first few as HTML that is safe to show."""

    number: int
    lines: list[str]

    @property
    def more(self) -> int:
        return self.number - len(self.lines)


@dataclass(frozen=True)
class Section:
    title: str
    moving: Lines
    left_out: Lines


def sections(plan: Plan) -> Iterator[Section]:
    """The relations in which there is something, in the order of the records' kinds."""
    lost = {rows.model: rows.lost for rows in plan.kinds}
    columns = [group.column for group in plan.groups]
    for group in plan.groups:
        if group.number:
            told = lost.get(group.column.model, {})
            yield Section(
                title(group.column, columns),
                lines(group, group.moved(plan.losing), group.moving, {}),
                lines(group, group.left(plan.losing), len(group.left_out), told),
            )


def title(column: models.ForeignKey, columns: Iterable[models.ForeignKey]) -> str:
    """What the rows are; where two columns of them point here, by which."""
    model = column.model
    if model._meta.auto_created:
        other = next(key for key in keys_of(model) if key != column)
        return capfirst(str(other.related_model._meta.verbose_name_plural))
    plural = capfirst(str(model._meta.verbose_name_plural))
    twice = sum(other.model is model for other in columns) > 1
    return f"{plural} ({column.verbose_name})" if twice else plural


def lines(group: Group, rows: models.QuerySet, number: int, lost: dict) -> Lines:
    shown = with_records(rows, group.column)[:SHOWN] if number else []
    return Lines(number, [line(row, group.column, lost.get(row.pk, [])) for row in shown])


def with_records(rows: models.QuerySet, column: models.ForeignKey) -> models.QuerySet:
    """With all that a line reads, in a number of queries that does not grow."""
    if way(column) is Way.RECORDS:
        return named(rows)
    return rows.prefetch_related(
        *(
            Prefetch(key.name, named(key.related_model._default_manager.all()))
            for key in keys_of(rows.model)
        )
    )


def keys_of(model: type[models.Model]) -> list[models.ForeignKey]:
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey)]


def line(row: models.Model, column: models.ForeignKey, lost: list) -> str:
    told = format_html("{}", "; ".join(differently(type(row), *one) for one in lost))
    if way(column) is Way.RECORDS:
        return linked(row)
    owner = owner_of(row, column)
    is_told_by_owner = row._meta.auto_created or short(row) == short(getattr(row, column.name))
    if owner and is_told_by_owner:
        text = linked(owner)
    else:
        text = format_html("{} – {}", short(row), linked(owner)) if owner else short(row)
    return format_html("{} ({})", text, told) if lost else text


def owner_of(row: models.Model, column: models.ForeignKey) -> models.Model | None:
    """The record to which the row belongs; none where that is the one that is merged."""
    names = [key.name for key in keys_of(type(row)) if key != column]
    if not row._meta.auto_created:
        ranks = OWNERS[: OWNERS.index(column.name)] if column.name in OWNERS else OWNERS
        names = [name for name in ranks if name in names]
    return next((getattr(row, name) for name in names if getattr(row, name)), None)


def differently(model: type[models.Model], name: str, own: object, kept: object) -> str:
    field = next(f for f in model._meta.concrete_fields if f.attname == name)
    words = _("%(field)s: says %(own)s, stays %(kept)s")
    return words % {"field": field.verbose_name, "own": short(own), "kept": short(kept)}


def short(value: object) -> str:
    return Truncator(str(value)).chars(LONGEST)


def linked(record: models.Model) -> str:
    address = address_of(record)
    text = short(label(record))
    return format_html('<a href="{}">{}</a>', address, text) if address else text


def address_of(record: models.Model) -> str:
    name = record._meta.label_lower.replace(".", "_")
    try:
        return reverse(f"admin:{name}_change", args=[quote(record.pk)])
    except NoReverseMatch:
        return ""


def numbered(record: models.Model) -> str:
    """The label of a record, with its number."""
    if isinstance(record, Document):
        return label(record)
    return f"{label(record)}, {_('no. %(number)s') % {'number': record.pk}}"


def own_values(plan: Plan, values: list[Value]) -> list[tuple[str, str, str]]:
    """The name of a column, what the losing record says there, and what the kept one does."""
    return [
        (
            capfirst(value.name),
            short(words(plan.losing, value.field)),
            short(words(plan.kept, value.field)),
        )
        for value in values
    ]
