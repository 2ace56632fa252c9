from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.models.vocabulary import Level
from agreements.search.names import Bearer, Names
from agreements.search.numbers import Coverage, coverage

from .tallies import grouped


@dataclass(frozen=True)
class Row:
    """What the archive holds of one state."""

    state: Bearer
    held: Coverage

    @property
    def url(self) -> str:
        return f"{reverse('states')}{self.state.word}/"

    @property
    def numbers(self) -> list[str]:
        """In the order of the levels, those without one last."""
        codes = [*Level.values, ""]
        return [grouped(self.held.levels.get(code, 0)) for code in codes]

    @property
    def number(self) -> str:
        return grouped(self.held.number)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    held = coverage()
    states = Names(states=held).states
    order = sorted(states, key=lambda pk: states[pk].called().sort_key)
    context = {
        "coverage": [Row(states[pk], held[pk]) for pk in order],
        "levels": [level.label for level in Level],
    }
    return render(request, "about.html", context)
