"""How high the pile is, and which file comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from agreements.models import File

MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Pile:
    """``done`` is how many were placed today, by whomever."""

    waiting: int
    aside: int
    done: int = 0

    @property
    def all(self) -> int:
        return self.waiting + self.done


def pile() -> Pile:
    """A height that nobody reaches is not counted to its end."""
    placed = File.objects.filter(placed_at__gte=beginning_of_today())
    return replace(height(), done=placed.order_by()[:MOST_COUNTED].count())


def height() -> Pile:
    """What waits, in one query."""
    rows = File.objects.waiting().order_by().values("pk", "set_aside")[:MOST_COUNTED]
    in_turn = Q(set_aside="")
    counts = rows.aggregate(waiting=Count("pk", filter=in_turn), aside=Count("pk", filter=~in_turn))
    return Pile(**counts)


def beginning_of_today() -> datetime.datetime:
    """By the clock of the archive."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def after(pk: int) -> int | None:
    """The key of the next file in turn; behind the last one the first."""
    keys = File.objects.in_turn().values_list("pk", flat=True)
    return keys.filter(pk__gt=pk).first() or keys.exclude(pk=pk).first()


def before(pk: int) -> int | None:
    keys = File.objects.in_turn().values_list("pk", flat=True)
    return keys.filter(pk__lt=pk).order_by("-pk").first()


def with_twins(rows: QuerySet) -> QuerySet:
    """Each with ``has_twin``: whether the same bytes are held once more."""
    same = File.objects.filter(sha256=OuterRef("sha256")).exclude(pk=OuterRef("pk"))
    return rows.annotate(has_twin=Exists(same))
