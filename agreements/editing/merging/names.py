"""The names of the losing record at the kept one: nobody who knew it by them should miss it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from agreements.models import DocumentTitle
from agreements.models.name import DatedName, Name
from agreements.models.vocabulary import NameKind

OF_TODAY = (NameKind.OFFICIAL, NameKind.SHORT)


@dataclass(frozen=True)
class NameStep:
    """What becomes of one name: it stays out where the kept record has the same words."""

    name: Name
    is_left_out: bool = False
    changes: dict[str, Any] | None = None

    @property
    def is_variant(self) -> bool:
        """Whether it is no longer one of those that are shown."""
        return "kind" in (self.changes or {}) or "is_variant" in (self.changes or {})

    @property
    def is_dated(self) -> bool:
        """Whether it takes another kind."""
        return "kind" in (self.changes or {})

    @property
    def kind(self) -> str:
        """The kind that a dated name takes, in words."""
        return NameKind((self.changes or {}).get("kind", self.name.kind)).label


def name_steps(losing: models.Model, kept: models.Model, names: str) -> Iterator[NameStep]:
    """``names`` is the accessor of the names, or titles, of such records."""
    there = list(getattr(kept, names).order_by("pk"))
    words = {(name.language, name.text) for name in there}
    taken = {slot(name) for name in there}
    for name in getattr(losing, names).order_by("pk"):
        if (name.language, name.text) in words:
            yield NameStep(name, is_left_out=True)
            continue
        words.add((name.language, name.text))
        yield NameStep(name, changes=changes(name, taken))


def slot(name: Name) -> tuple[str, ...]:
    """Where only one name is shown: a language, for a title in one side's wording."""
    if isinstance(name, DatedName):
        return (name.language,) if name.kind in OF_TODAY else ()
    if name.is_variant:
        return ()
    wording = (name.worded_by,) if isinstance(name, DocumentTitle) else ()
    return (name.language, *wording)


def changes(name: Name, taken: set[tuple[str, ...]]) -> dict[str, Any]:
    """What makes a name a variant. In a language in which the kept record has none, it stays one.

    Its dates are kept.
    """
    if not slot(name) or slot(name) not in taken:
        return {"is_preferred": False} if getattr(name, "is_preferred", False) else {}
    if isinstance(name, DatedName):
        kind = NameKind.FORMER if name.until else NameKind.OTHER
        return {"kind": kind, "is_preferred": False}
    return {"is_variant": True}
