"""What a deletion would take with it, and what forbids it: in a few lines, however many rows."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.forms.admin_labels import label, named
from agreements.models import MergedRecord
from agreements.models.vocabulary import RecordKind

SHOWN = 10
COUNTED = 1000
# The record under which a row is edited.
ROOTS = ("document", "event", "agency", "action", "party", "announcement", "predecessor")


def blockers(records: models.QuerySet) -> list[str]:
    """Links to what still points there and protects the records, with a number of the rest."""
    return [line for rows in protecting(records) for line in lines(rows)]


def protecting(records: models.QuerySet) -> Iterator[models.QuerySet]:
    """The rows that protect one of the records, or a row that would be deleted with it."""
    for relation, path in relations(records.model):
        if relation.many_to_many or relation.on_delete is models.PROTECT:
            yield relation.related_model._base_manager.filter(**{f"{path}__in": records})
    if records.model._meta.model_name in RecordKind.values:
        # Old addresses lead here: else they would lead nowhere.
        yield MergedRecord.objects.into(records)


def taken(records: models.QuerySet) -> dict[str, int]:
    """How many rows of each kind a deletion takes with it."""
    counts = {records.model._meta.verbose_name_plural: records.count()}
    for relation, path in relations(records.model):
        if relation.on_delete is models.CASCADE:
            name = relation.related_model._meta.verbose_name_plural
            rows = relation.related_model._base_manager.filter(**{f"{path}__in": records})
            counts[name] = max(counts.get(name, 0), rows.count())
    return {name: count for name, count in counts.items() if count}


def relations(
    model: type[models.Model], path: str = "", above: tuple[type[models.Model], ...] = ()
) -> Iterator[tuple[models.ForeignObjectRel, str]]:
    """Relations that point at the model or at what is deleted with it, and the way back to it."""
    for relation in model._meta.related_objects:
        if relation.related_model in above:
            continue
        way = f"{relation.field.name}__{path}" if path else relation.field.name
        yield relation, way
        if relation.on_delete is models.CASCADE:
            yield from relations(relation.related_model, way, (*above, model))


def lines(rows: models.QuerySet) -> Iterator[str]:
    shown = list(rows.order_by("pk")[:SHOWN])
    for row in shown:
        yield line(row)
    if len(shown) == SHOWN and (more := rows[: COUNTED + 1].count() - SHOWN):
        words = _("and more than %(count)s more %(kind)s") if more > COUNTED - SHOWN else None
        words = words or _("and %(count)s more %(kind)s")
        yield words % {
            "count": min(more, COUNTED - SHOWN),
            "kind": rows.model._meta.verbose_name_plural,
        }


def line(row: models.Model) -> str:
    kind, root = capfirst(row._meta.verbose_name), root_of(row)
    link = format_html('<a href="{}">{}</a>', address(root), label(root))
    if root == row:
        return format_html("{}: {}", kind, link)
    return format_html("{} “{}” – {}: {}", kind, row, capfirst(root._meta.verbose_name), link)


def root_of(row: models.Model) -> models.Model:
    """The record on whose page the row stands: itself, where it has a page of its own."""
    while True:
        above = next((getattr(row, name) for name in ROOTS if getattr(row, name, None)), None)
        if above is None or has_page(row):
            return named(type(row)._base_manager.filter(pk=row.pk)).get()
        row = above


def has_page(row: models.Model) -> bool:
    return bool(address(row))


def address(row: models.Model) -> str:
    try:
        return reverse(
            f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[quote(row.pk)]
        )
    except NoReverseMatch:
        return ""
