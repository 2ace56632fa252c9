"""Dates as a clerk reads and writes them."""

from __future__ import annotations

from typing import Any

from agreements import dates
from agreements.models.fields import PartialDateFormField


class DateAsWritten(PartialDateFormField):
    """Shows a stored date in words, where those words are read back as the same date."""

    def prepare_value(self, value: Any) -> Any:
        if not value or not dates.valid(value):
            return value  # what a clerk typed stands as typed
        words = dates.words(value)
        return words if reads_as(words, value) else value


def reads_as(words: str, edtf: str) -> bool:
    try:
        return dates.parse(words) == edtf
    except dates.PartialDateError:
        return False
