from __future__ import annotations

import datetime

from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.filters.days import DayForm
from agreements.models import StatusPeriod
from agreements.models.vocabulary import Status
from agreements.search import Selection, counted, pair_term
from agreements.search.in_force import InForce, in_force_between
from agreements.search.numbers import Number, capped
from agreements.search.rows import rows_of

from . import tallies
from .pages import moved, tidied
from .states import two_states

MOST_SHOWN = 100
# Documents of which nobody knows are counted no further.
MOST_COUNTED = 1000


@require_safe
def in_force(request: HttpRequest, one: str, two: str) -> HttpResponse:
    """What was in force between two states on a day, today where none is asked for."""
    a, b = sorted(two_states(one.lower(), two.lower()), key=lambda state: state.code)
    if a == b:
        raise Http404
    path = reverse("in_force", args=[a.code, b.code])
    if request.path != path:
        return moved(request, path)
    today = timezone.localdate()
    form = DayForm(request.GET)
    on = (form.cleaned_data["on"] or today) if form.is_valid() else None
    found = in_force_between(a.pk, b.pk, on) if on else InForce([], [])
    known, unknown = numbers_between(a.pk, b.pk, on or today)
    certain, possible = found.certainly[:MOST_SHOWN], found.possibly[:MOST_SHOWN]
    rows = rows_of(certain + possible, on or today)
    asked = {"between": [a.code, b.code]} | ({"on": on} if on and on != today else {})
    context = {
        "a": a,
        "b": b,
        "form": form,
        "on": on,
        "is_today": on == today,
        "number": len(found.certainly),
        "number_possible": len(found.possibly),
        "certain": [row for row in rows if row.pk in certain],
        "possible": [row for row in rows if row.pk in possible],
        "has_documents": known.number > 0,
        "unknown": unknown,
        "list_url": tallies.list_url(**asked, status="in_force"),
        "possible_url": tallies.list_url(**asked, status="in_force", possibly="on"),
        "unknown_url": tallies.list_url(**asked, status="unknown"),
    }
    return tidied(request) or render(request, "in_force.html", context)


def numbers_between(one: int, two: int, on: datetime.date) -> tuple[Number, Number]:
    """How many documents there are of the two, and of how many it is not recorded where they stand
    on the day; by one statement."""
    of_pair = Selection().having([pair_term(one, two)])
    unknown = StatusPeriod.objects.filter(
        document=OuterRef("document"), status=Status.UNKNOWN, during__contains=on, is_certain=True
    )
    numbers = counted([of_pair, of_pair.with_some(unknown)], MOST_COUNTED + 1)
    return tuple(capped(number, MOST_COUNTED) for number in numbers)
