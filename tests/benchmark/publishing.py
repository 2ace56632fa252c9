"""One document published, as an editor does it, and what that costs the database."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.db import transaction

from agreements.editing import reviewing
from agreements.models import Document, State
from tests import builders

if TYPE_CHECKING:
    from .inside import Statements


def publish(word: str, statements: Statements) -> dict[str, object]:
    """A document with this word in its title and text: its number, the milliseconds of the
    statements that publish it, and those of the commit, at which what is derived is written."""
    with transaction.atomic():
        one, other = State.objects.published().order_by("code")[:2]
        made = builders.document(
            f"Agreement on {word}", side_1=one, side_2=other, publication_state="in_review"
        )
        builders.text(made, body=f"The parties, {word}, cooperate in the field of trade. " * 40)
    with transaction.atomic():
        reviewing.lock(made)
        case = reviewing.case_of(Document.objects.get(pk=made.pk))
        before = statements.milliseconds
        reviewing.publish(case)
        published = statements.milliseconds - before
        started = time.perf_counter()
    commit = (time.perf_counter() - started) * 1000
    return {"number": made.pk, "statements": published, "commit": commit}


def withdraw(pk: int) -> None:
    """A published document is never deleted: it leaves every list and count."""
    with transaction.atomic():
        Document.objects.filter(pk=pk).update(
            publication_state="withdrawn", withdrawal_reason="It was made by the benchmark."
        )
