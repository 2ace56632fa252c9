"""Why two records are not one, or probably aren't, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection, models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import (
    Agency,
    AgencyParent,
    AgencySuccession,
    Document,
    Event,
    MergedRecord,
    Party,
    Place,
    Proposal,
    State,
    StateSuccession,
    Subject,
)
from agreements.models.vocabulary import ProposalState, PublicationState

from .relations import Way, relations, way

# What leads from a body to those above it, or from one to those that followed it: whoever stands
# on such a way is another body. The model, the column of the one and the column of the other.
WAYS = {
    Agency: [
        (AgencyParent, "agency_id", "parent_id", "under"),
        (AgencySuccession, "predecessor_id", "successor_id", "followed"),
    ],
    State: [(StateSuccession, "predecessor_id", "successor_id", "followed")],
    Subject: [(Subject, "id", "parent_id", "under")],
}
LEADS = """
    WITH RECURSIVE far(id) AS (
        SELECT %s::bigint
        UNION
        SELECT r.{to} FROM far JOIN {table} r ON r.{from_} = far.id WHERE r.{to} IS NOT NULL
    ) SELECT EXISTS (SELECT FROM far WHERE id = %s)
"""


def refusals(losing: models.Model, kept: models.Model) -> Iterator[str]:
    """Each reason why the merge can't be made; none where it can."""
    if losing == kept:
        yield _("A record cannot be merged into itself.")
        return
    for record in (losing, kept):
        if MergedRecord.objects.of(record).exists():
            yield _("No. %(number)s was merged into another already.") % {"number": record.pk}
    yield from of_other_states(losing, kept)
    yield from on_one_way(losing, kept)
    yield from tied(losing, kept)
    if isinstance(losing, Subject) and kept.parent_id and losing.children.exists():
        yield _("A group of subjects cannot go into a subject that stands in a group.")
    if isinstance(losing, (Document, Event)):
        yield from unlike_in_publication(losing, kept)
        yield from waiting(losing, kept)
    yield from named_by_a_correction(losing)


def of_other_states(losing: models.Model, kept: models.Model) -> Iterator[str]:
    if not isinstance(losing, (Agency, Place)) or None in (losing.state_id, kept.state_id):
        return
    if losing.state_id != kept.state_id:
        words = _(
            "They belong to different states: %(one)s and %(other)s. If one of these is wrong, "
            "correct it first."
        )
        yield words % {"one": losing.state, "other": kept.state}


def on_one_way(losing: models.Model, kept: models.Model) -> Iterator[str]:
    """One stands below the other, or followed it, at whatever distance."""
    for model, from_, to, how in WAYS.get(type(losing), []):
        for one, other in ((losing, kept), (kept, losing)):
            if leads(model, from_, to, one, other):
                yield words_of_way(how, one, other)


def leads(
    model: type[models.Model], from_: str, to: str, one: models.Model, other: models.Model
) -> bool:
    quote = connection.ops.quote_name
    sql = LEADS.format(table=quote(model._meta.db_table), from_=quote(from_), to=quote(to))
    with connection.cursor() as cursor:
        cursor.execute(sql, [one.pk, other.pk])
        return cursor.fetchone()[0]


def words_of_way(how: str, one: models.Model, other: models.Model) -> str:
    words = {
        "under": _(
            "“%(one)s” stands below “%(other)s”: they are two. If that is wrong, take the parent "
            "out first."
        ),
        "followed": _(
            "“%(other)s” followed “%(one)s”: they are two. If that is wrong, take the succession "
            "out first."
        ),
    }
    return words[how] % {"one": one, "other": other}


def tied(losing: models.Model, kept: models.Model) -> Iterator[str]:
    """A row ties the one to the other, as an agreement that extends another."""
    columns: dict[type[models.Model], list[models.ForeignKey]] = {}
    for column in relations(type(losing)):
        if way(column) is Way.ROWS:
            columns.setdefault(column.model, []).append(column)
    covered = {model for model, *_rest in WAYS.get(type(losing), [])}
    for model, pair in columns.items():
        if len(pair) < 2 or model in covered:
            continue
        one, other = (column.attname for column in pair)
        tie = models.Q(**{one: losing.pk, other: kept.pk})
        tie |= models.Q(**{one: kept.pk, other: losing.pk})
        for row in model._base_manager.filter(tie):
            words = _("The one speaks of the other (%(row)s): they are two.")
            yield words % {"row": row}


def unlike_in_publication(losing: Document | Event, kept: Document | Event) -> Iterator[str]:
    if kept.publication_state == PublicationState.WITHDRAWN:
        yield _("No. %(number)s is withdrawn. Let it come back first.") % {"number": kept.pk}
    elif losing.is_published and not kept.is_published:
        yield _(
            "No. %(one)s is public and no. %(other)s is not: readers would lose it. Publish the "
            "other first, or merge the other way round."
        ) % {"one": losing.pk, "other": kept.pk}


def waiting(losing: Document | Event, kept: Document | Event) -> Iterator[str]:
    mine = models.Q(**{f"{losing._meta.model_name}__in": [losing, kept]})
    for proposal in Proposal.objects.filter(mine, state=ProposalState.OPEN).order_by("pk"):
        yield _("A correction of no. %(number)s waits for an editor: decide on it first.") % {
            "number": proposal.record.pk
        }


def named_by_a_correction(losing: models.Model) -> Iterator[str]:
    """A correction that waits would name a record that is gone when it is applied."""
    columns = {(c.model._meta.db_table, c.column) for c in relations(type(losing))}
    for proposal in Proposal.objects.open().order_by("pk"):
        if any(names_record(change, columns, losing.pk) for change in proposal.changes):
            words = _("A correction of no. %(number)s names it and waits: decide on that first.")
            yield words % {"number": proposal.record.pk}


def names_record(change: dict[str, Any], columns: set[tuple[str, str]], key: int) -> bool:
    rows = (change.get("old") or {}, change.get("new") or {})
    return any(
        value == key and (change.get("table"), name) in columns
        for row in rows
        for name, value in row.items()
    )


def warnings(losing: models.Model, kept: models.Model) -> Iterator[str]:
    """What speaks against it, but does not forbid it."""
    if isinstance(losing, (Agency, State)):
        yield from different_kinds(losing, kept)
        yield from signed_with_each_other(losing, kept)


def different_kinds(losing: Agency | State, kept: Agency | State) -> Iterator[str]:
    if losing.kind != kept.kind:
        words = _("They are of different kinds: %(one)s and %(other)s.")
        yield words % {"one": losing.get_kind_display(), "other": kept.get_kind_display()}


def signed_with_each_other(losing: Agency | State, kept: Agency | State) -> Iterator[str]:
    """Who signs with another is hardly the same."""
    body = losing._meta.model_name
    theirs = Party.objects.filter(**{body: kept}, document=models.OuterRef("document"))
    mine = Party.objects.filter(
        models.Exists(theirs.exclude(side=models.OuterRef("side"))), **{body: losing}
    )
    number = mine.order_by().values("document").distinct().count()
    if number:
        yield ngettext(
            "They signed %(number)s document with one another.",
            "They signed %(number)s documents with one another.",
            number,
        ) % {"number": number}
