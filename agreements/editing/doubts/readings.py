"""What a communique left open, until somebody dismisses it on the record."""

from __future__ import annotations

from collections.abc import Iterator

from agreements.editing.communiques.wording import doubt_words
from agreements.models import DismissedDoubt, Document, Event

from .doubt import Doubt

LONGEST_CODE = DismissedDoubt._meta.get_field("code").max_length


def of_reading(record: Document | Event) -> Iterator[Doubt]:
    for row in record.reading_doubts.all():
        words = doubt_words(row.code, row.values)
        quoted = f"{words} (“{row.quote}”)" if row.quote and row.quote not in words else words
        yield Doubt(f"reading_{row.code}"[:LONGEST_CODE], str(row.pk), quoted)
