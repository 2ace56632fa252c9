"""The beginning of a table, for who describes its columns: what stands in them, and how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from agreements.letters import fold
from agreements.texts.formats.problem import Refused

from .column_dates import Column
from .errors_file import REASONS, without_reasons
from .known import Known
from .profiles import Profile, Use
from .rows import Reader
from .settling import Question, Survey
from .tables import reading
from .tables.found import Found, Row
from .tables.limits import Limits
from .targets import TARGETS

MOST_ROWS = 3000
EXAMPLES = 3
LONGEST_EXAMPLE = 120


@dataclass(frozen=True)
class Sample:
    """``is_whole`` where the table has no other rows."""

    found: Found
    rows: tuple[Row, ...]
    is_whole: bool

    @cached_property
    def columns(self) -> list[str]:
        """Without that in which refused rows were handed back with their reasons."""
        return [name for name in self.found.columns if name != REASONS]

    def examples(self, column: str) -> list[str]:
        """Some values that differ, each as far as a table shows it."""
        kept: dict[str, None] = {}
        for row in self.rows:
            if text := row.cells.get(column, "").strip():
                kept.setdefault(text)
            if len(kept) == EXAMPLES:
                break
        return [shown(text) for text in kept]


def shown(text: str) -> str:
    return text if len(text) <= LONGEST_EXAMPLE else f"{text[:LONGEST_EXAMPLE]}…"


def sample(path: Path, found: Found, most: int = MOST_ROWS) -> Sample:
    """Raises ``Refused`` where the table can't be read."""
    is_escaped = found.kind == "csv"
    rows: list[Row] = []
    try:
        for row in reading.rows(path, found, Limits(rows=most)):
            rows.append(replace(row, cells=without_reasons(row.cells, is_escaped=is_escaped)))
    except Refused as refused:
        if refused.problem.code != "too_many_rows":
            raise
        return Sample(found, tuple(rows), is_whole=False)
    return Sample(found, tuple(rows), is_whole=True)


class Seen:
    """What these rows tell of the uses of a profile, each named by its number."""

    def __init__(self, profile: Profile, rows: tuple[Row, ...]) -> None:
        self.profile, self.rows = profile, rows
        self.reader = Reader(profile)
        self.survey = Survey(profile)
        for row in rows:
            self.survey.see(row)

    @cached_property
    def questions(self) -> dict[int, list[Question]]:
        found: dict[int, list[Question]] = {}
        for question in self.survey.questions:
            found.setdefault(question.number, []).append(question)
        return found

    def dates(self, number: int) -> Column | None:
        return self.survey.dates.get(number)

    def words(self, number: int) -> Counter[str]:
        """How often each value stands there, of rows that the profile takes."""
        use, found = self.profile.uses[number], Counter()
        for row in self.rows:
            if not row.problems and not self.reader.refusal(row.cells):
                found.update(self.reader.items(use, self.reader.cells(row.cells)))
        return found


def understood(known: Known, use: Use, words: str) -> str:
    """The code that these words are taken for without anybody's help; empty where for none."""
    if names_states(use.field):
        return known.states.find(words).code
    codes = known.codes(TARGETS[use.field].vocabulary)
    return codes.get(words) or codes.get(fold(words)) or ""


def names_states(field: str) -> bool:
    return field in ("parties", "place_state") or field.endswith("_state")


def has_codes(field: str) -> bool:
    """Whether words of the table stand for codes of the archive."""
    return names_states(field) or bool(TARGETS[field].vocabulary)
