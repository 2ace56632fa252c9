"""What was changed since: for those who keep a copy and come back for what is new.

Documents, or events, in the order of their last change, those among them that are gone. A record
that was never public is not told of. One that is deleted never was, since what is or was public is
only ever withdrawn; merged into another, it is withdrawn as well.

``changed_at`` is when the transaction that made the change began. Changes are told up to where
nothing can still come in before them, so that whoever goes on from the last one misses nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from agreements.models import MergedRecord
from agreements.models.publication import PublishableQuerySet
from agreements.models.vocabulary import PublicationState

WITHDRAWN = PublicationState.WITHDRAWN
# Before it nothing can still come in: when the oldest of the other transactions began, which may
# still write, else now.
SETTLED = """
    SELECT least(min(xact_start), clock_timestamp()) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend'
    AND pid <> pg_backend_pid()
"""


class Gone(StrEnum):
    WITHDRAWN = "withdrawn"
    MERGED = "merged"  # into one that is published


@dataclass(frozen=True)
class Changed:
    """The state in which a record is since ``changed_at``.

    ``reason`` and ``merged_into``, the number of the record that stands for it now, are those of
    one that is gone. There is no title: it may be what has to be withheld.
    """

    pk: int
    changed_at: datetime.datetime
    gone: Gone | None = None
    reason: str = ""
    merged_into: int | None = None

    @property
    def is_gone(self) -> bool:
        return self.gone is not None

    @property
    def place(self) -> tuple[datetime.datetime, int]:
        """From which the next page goes on."""
        return self.changed_at, self.pk


def changed(
    records: PublishableQuerySet,
    *,
    since: datetime.datetime | None = None,
    before: datetime.datetime | None = None,
    after: tuple[datetime.datetime, int] | None = None,
    size: int = 100,
) -> list[Changed]:
    """At most ``size`` of them, the longest unchanged first: changed at ``since`` or later, and
    earlier than ``before``; ``after`` the place of the last one of the page before.

    ``records`` is a manager's ``all()``, or what is selected of it.
    """
    until = min(settled(), before) if before else settled()
    rows = records.ever_public().filter(changed_at__lt=until).order_by("changed_at", "pk")
    if since:
        rows = rows.filter(changed_at__gte=since)
    if after:
        rows = rows.filter(beyond(rows.model._meta.db_table, *after))
    return told(rows[:size])


def beyond(table: str, moment: datetime.datetime, pk: int) -> RawSQL:
    """By which the index is entered at that place, however many were changed at one moment."""
    sql = f'("{table}".changed_at, "{table}".id) > (%s, %s)'
    return RawSQL(sql, (moment, pk), BooleanField())


def standing(records: PublishableQuerySet, pk: int) -> Changed | None:
    """The same of one record; None where there never was a public one of this number."""
    found = told(records.ever_public().filter(pk=pk))
    return found[0] if found else None


def earliest(records: PublishableQuerySet) -> datetime.datetime | None:
    """When the one was changed that is unchanged for longest."""
    order = records.ever_public().order_by("changed_at", "pk")
    return order.values_list("changed_at", flat=True).first()


def told(rows: PublishableQuerySet) -> list[Changed]:
    found = list(rows.values("pk", "changed_at", "publication_state", "withdrawal_reason"))
    gone = [row["pk"] for row in found if row["publication_state"] == WITHDRAWN]
    kept = public_kept(rows.model.objects.all(), gone) if gone else {}
    return [changed_of(row, kept) for row in found]


def changed_of(row: dict, kept: dict[int, int]) -> Changed:
    pk, changed_at = row["pk"], row["changed_at"]
    if row["publication_state"] != WITHDRAWN:
        return Changed(pk, changed_at)
    gone = Gone.MERGED if pk in kept else Gone.WITHDRAWN
    return Changed(pk, changed_at, gone, row["withdrawal_reason"], kept.get(pk))


def public_kept(records: PublishableQuerySet, numbers: Sequence[int]) -> dict[int, int]:
    """For numbers of records that were merged: the public one that stands for each now."""
    kept = MergedRecord.objects.kept_numbers(records.model._meta.model_name, numbers)
    public = set(published(records, kept.values()))
    return {number: into for number, into in kept.items() if into in public}


def published(records: PublishableQuerySet, numbers: Iterable[int]) -> Iterable[int]:
    return records.published().filter(pk__in=set(numbers)).values_list("pk", flat=True)


def settled() -> datetime.datetime:
    """Transactions of other accounts, as of the owner's, are not seen."""
    with connection.cursor() as cursor:
        cursor.execute(SETTLED)
        return cursor.fetchone()[0]
