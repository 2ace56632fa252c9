from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.models import Document, State
from agreements.models.vocabulary import Level


@dataclass
class Coverage:
    """What the archive holds of one state: how many, since when, of which level."""

    state: State
    number: int = 0
    years: set[int] = field(default_factory=set)
    levels: dict[str, int] = field(default_factory=dict)

    @property
    def first(self) -> int | None:
        return min(self.years, default=None)

    @property
    def last(self) -> int | None:
        return max(self.years, default=None)

    @property
    def by_level(self) -> list[int]:
        """In the order of the levels, those without one last."""
        return [self.levels.get(code, 0) for code in [*Level.values, ""]]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    context = {"coverage": coverage(), "levels": [level.label for level in Level]}
    return render(request, "about.html", context)


def coverage() -> list[Coverage]:
    rows = list(Document.objects.published().coverage())
    states = State.objects.published().with_shown_name().by_name()
    covered = {
        state.pk: Coverage(state) for state in states.filter(pk__in={r["state"] for r in rows})
    }
    for row in rows:
        state = covered[row["state"]]
        state.number += row["number"]
        state.levels[row["level"]] = row["number"]
        state.years |= {day.year for day in (row["first"], row["last"]) if day}
    return list(covered.values())
