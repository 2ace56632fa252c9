from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.filters.days import DayForm
from agreements.search.in_force import InForce, in_force_between
from agreements.search.rows import rows_of

from . import tallies
from .pages import moved, tidied
from .states import two_states

MOST_SHOWN = 100


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
    asked = {"between": [a.code, b.code], "status": "in_force", "on": on or today}
    context = {
        "a": a,
        "b": b,
        "form": form,
        "on": on,
        "is_today": on == today,
        "number": len(found.certainly),
        "number_possible": len(found.possibly),
        "certain": rows_of(found.certainly[:MOST_SHOWN], on or today),
        "possible": rows_of(found.possibly[:MOST_SHOWN], on or today),
        "list_url": tallies.list_url(**asked),
        "possible_url": tallies.list_url(**asked, possibly="on"),
    }
    return tidied(request) or render(request, "in_force.html", context)
