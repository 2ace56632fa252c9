"""Authority records by their numbers, each read once, with what they are called."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from agreements.models import Agency, Place, State, Subject

M = TypeVar("M", State, Agency, Place, Subject)

# So many are kept; then all are forgotten, and read again where they are named again.
MOST = 20_000


class Known(Generic[M]):
    def __init__(self, records: QuerySet) -> None:
        self.records = records
        self.by_number: dict[int, M] = {}
        self.names: dict[tuple[int, datetime.date | None], str] = {}

    def meet(self, numbers: Iterable[int | None]) -> None:
        """Read those that are new, in two statements."""
        new = {number for number in numbers if number} - self.by_number.keys()
        if len(self.by_number) + len(new) > MOST:
            self.by_number.clear()
            new = {number for number in numbers if number}
        if len(self.names) > 10 * MOST:
            self.names.clear()
        if new:
            self.by_number |= self.records.in_bulk(new)

    def __getitem__(self, number: int) -> M:
        return self.by_number[number]

    def get(self, number: int | None) -> M | None:
        return self.by_number.get(number) if number else None

    def name(self, number: int | None, day: datetime.date | None = None) -> str | None:
        """What it was called on that day; today without one. None where there is no such body."""
        if number is None:
            return None
        key = (number, day)
        if key not in self.names:
            body: Any = self.by_number[number]
            self.names[key] = str((body.name_on(day) if day else body.name) or body)
        return self.names[key]


class Bodies:
    def __init__(self) -> None:
        self.states: Known[State] = Known(State.objects.prefetch_related("names"))
        self.agencies: Known[Agency] = Known(Agency.objects.prefetch_related("names"))
        self.places: Known[Place] = Known(Place.objects.prefetch_related("names"))
        subjects = Subject.objects.select_related("parent").prefetch_related("names")
        self.subjects: Known[Subject] = Known(subjects)

    def code(self, state: int | None) -> str | None:
        return self.states[state].code if state else None
