from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import models

from agreements.letters import fold
from agreements.models import Document
from agreements.models.vocabulary import RelationKind


@dataclass(frozen=True)
class Relating:
    """A relation that is offered."""

    kind: RelationKind
    target: Document


@dataclass(frozen=True)
class Doubt:
    """One thing that is odd.

    ``key`` says what it is about (another record's number, a word, a date), so that a dismissal
    holds until that changes. ``records`` are worth a look; there may be more of them.
    """

    code: str
    key: str
    words: str
    records: tuple[models.Model, ...] = ()
    offers: tuple[Relating, ...] = ()
    period: str = ""  # EDTF text that is offered for the period covered

    @property
    def token(self) -> str:
        return f"{self.code}:{self.key}"


def digest(*parts: object) -> str:
    """A short key for long words; case and marks don't change it."""
    text = "\n".join(fold(str(part)) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
