from __future__ import annotations

from collections.abc import Iterator

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from agreements.models import Delegation, Event

from .doubt import Doubt
from .readings import of_reading
from .wording import mixed_letters

SHOWN = 5


def of_event(event: Event) -> Iterator[Doubt]:
    rows = Event.objects.filter(pk=event.pk)
    event = rows.prefetch_related("names", "delegations", "announcements", "reading_doubts").get()
    yield from of_reading(event)
    yield from likely_duplicates(event)
    yield from mixed_letters(names_in(event))


def names_in(event: Event) -> Iterator[str]:
    yield from (name.text for name in event.names.all())
    for delegation in event.delegations.all():
        yield from (delegation.head, delegation.office)
    yield from (announcement.counts for announcement in event.announcements.all())


def likely_duplicates(event: Event) -> Iterator[Doubt]:
    """The same states met on a day that both may mean."""
    states = {delegation.state_id for delegation in event.delegations.all()}
    after = event.ended_after or event.began_after
    if len(states) < 2 or not event.began_first or not after:
        return
    last = Coalesce("ended_after", "began_after")
    found = Event.objects.exclude(pk=event.pk).alias(last=last)
    found = found.filter(began_first__lt=after, last__gt=event.began_first)
    for state in sorted(states)[:2]:
        found = found.filter(pk__in=Delegation.objects.filter(state=state).values("event"))
    for other in found.with_names().order_by("-began_first", "-pk")[:SHOWN]:
        words = _("It may be entered already: the same states met at that time.")
        yield Doubt("duplicate", str(other.pk), words, (other,))
