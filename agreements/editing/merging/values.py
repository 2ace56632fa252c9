"""The losing record's own columns: blanks of the kept record are filled from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from agreements.models.publication import Publishable

from .rows import facts, says_nothing

# What makes an address, or says how far a record has come, is the kept record's own.
ITS_OWN = {
    "code",
    "slug",
    "signed_on",
    "text_availability",
    *(field.name for field in Publishable._meta.get_fields()),
} - {"internal_note"}
# Columns that speak together: the first one says whether the kept record has its own.
TOGETHER = [
    ("since", "until"),
    ("began_on", "ended_on"),
    ("event", "event_position", "is_signed_by_heads"),
    ("entry_into_force", "entry_into_force_days", "entry_into_force_date"),
    ("validity", "term", "renewal_term", "notice_period", "term_counts_from"),
]
FOLLOWS = {name: names for names in TOGETHER for name in names}


@dataclass(frozen=True)
class Value:
    """One column in which the two records say different things; words for a clerk."""

    field: models.Field
    losing: Any
    kept: Any

    @property
    def name(self) -> str:
        return str(self.field.verbose_name)


@dataclass(frozen=True)
class Values:
    """``filled`` is what the kept record takes over, ``differing`` what is left out."""

    filled: list[Value]
    differing: list[Value]


def values(losing: models.Model, kept: models.Model) -> Values:
    found = Values([], [])
    for field in facts(type(kept)):
        own, others = getattr(losing, field.attname), getattr(kept, field.attname)
        if field.name in ITS_OWN or own == others or is_idle(losing, field):
            continue
        takes = found.filled if is_open(kept, field.name) else found.differing
        takes.append(Value(field, own, others))
    return found


def is_idle(losing: models.Model, field: models.Field) -> bool:
    """Whether the losing record says nothing there: a mark without what it belongs to is none."""
    leader = FOLLOWS.get(field.name, (field.name,))[0]
    value = getattr(losing, field.attname)
    if leader != field.name and hasattr(losing, leader):
        return says_nothing(value) or (not value and says_nothing(getattr(losing, leader)))
    return says_nothing(value)


def is_open(kept: models.Model, name: str) -> bool:
    """Whether the kept record says nothing there, nor in what goes with it."""
    if name == "internal_note":
        return True  # both notes are kept, one below the other
    names = FOLLOWS.get(name, (name,))
    present = {field.name for field in kept._meta.concrete_fields}
    told = [getattr(kept, other) for other in names if other in present]
    return says_nothing(told[0]) and all(
        says_nothing(value) or isinstance(value, (bool, int)) for value in told[1:]
    )


def taken_over(value: Value) -> Any:
    """What is written into the kept record."""
    if value.field.name == "internal_note" and value.kept:
        return f"{value.kept}\n\n{value.losing}"
    return value.losing


def words(record: models.Model, field: models.Field) -> str:
    """How a clerk reads the value that a record has there."""
    shown = getattr(record, f"get_{field.name}_display", None)
    value = shown() if shown else getattr(record, field.name)
    return "" if value is None else str(value)
