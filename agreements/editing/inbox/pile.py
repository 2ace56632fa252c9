"""How high the pile is, and which file comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from agreements.models import File
from agreements.models.gathering import numbers

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


def heights() -> dict[str, QuerySet]:
    """What is counted of the pile; a height that nobody reaches is not counted to its end."""
    rows = {
        "waiting": File.objects.in_turn(),
        "aside": File.objects.waiting().exclude(set_aside=""),
        "done": File.objects.filter(placed_at__gte=beginning_of_today()),
    }
    return {name: counted.order_by()[:MOST_COUNTED] for name, counted in rows.items()}


def pile() -> Pile:
    return Pile(**numbers(heights()))


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
