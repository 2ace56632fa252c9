from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.filters.days import DayForm
from agreements.models.vocabulary import Status
from agreements.search.in_force import POSSIBLY, InForce, in_force_between
from agreements.search.rows import rows_of

from . import tallies
from .pages import moved, tidied
from .states import two_states

MOST_SHOWN = 50
# Neither in force nor over: what else one has to know of.
BESIDE = (Status.PROVISIONALLY_APPLIED, Status.SUSPENDED)


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
    found = in_force_between(a.pk, b.pk, on, MOST_SHOWN) if on else InForce()
    rows = rows_of(found.certainly + found.possibly, on or today)
    asked = {"between": [a.code, b.code]} | ({"on": on} if on and on != today else {})
    said = tallies.statuses()
    context = {
        "a": a,
        "b": b,
        "form": form,
        "on": on,
        "is_today": on == today,
        "number": found.numbers[Status.IN_FORCE],
        "number_possible": found.numbers[POSSIBLY],
        "certain": [row for row in rows if row.pk in found.certainly],
        "possible": [row for row in rows if row.pk in found.possibly],
        "has_documents": found.numbers["*"] > 0,
        "unknown": found.numbers[Status.UNKNOWN],
        "beside": [
            (said[status], found.numbers[status], tallies.list_url(**asked, status=status))
            for status in BESIDE
            if found.numbers[status]
        ],
        "list_url": tallies.list_url(**asked, status="in_force"),
        "possible_url": tallies.list_url(**asked, status="in_force", possibly="on"),
        "unknown_url": tallies.list_url(**asked, status="unknown"),
    }
    return tidied(request) or render(request, "in_force.html", context)
