"""Events at which a document may have been signed: of that day, with its states."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from agreements import dates
from agreements.models import Event

NEAR = datetime.timedelta(days=1)
LONGEST = datetime.timedelta(days=10)
MOST = 30
LOOKED_AT = 200


def likely(signed_on: str | None, states: Sequence[int], also: int | None = None) -> list[Event]:
    """Those with all of the states first; without a whole day none. ``also`` is one more key."""
    rows = on_the_day(signed_on) if signed_on else []
    rows.sort(key=lambda event: (-shared(event, states), event.pk))
    if states:
        rows = [event for event in rows if shared(event, states)]
    if also and all(event.pk != also for event in rows):
        rows = [*rows[: MOST - 1], *Event.objects.with_names().filter(pk=also)]
    return rows[:MOST]


def on_the_day(signed_on: str) -> list[Event]:
    first, after = dates.bounds(signed_on)
    if not first or not after or after - first > 2 * NEAR:
        return []
    rows = Event.objects.with_names().filter(
        began_first__lte=after, began_first__gt=first - 10 * NEAR
    )
    rows = rows.prefetch_related("delegations").order_by("-began_first", "-pk")[:LOOKED_AT]
    return [event for event in rows if holds(event, first)]


def holds(event: Event, day: datetime.date) -> bool:
    """Whether the day is one of the event's, give or take one."""
    _first, after = dates.bounds(event.days) if event.days else (None, None)
    return bool(after) and event.began_first - NEAR <= day < after + NEAR


def shared(event: Event, states: Sequence[int]) -> int:
    return len({row.state_id for row in event.delegations.all()} & set(states))
