"""What only a whole table tells: the form of its dates, and what capitals mean.

One pass over the rows. What stays in doubt is asked, and an import can't begin before it is
answered: an answer is a setting of the profile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.letters import fold

from .column_dates import Column
from .own_exports import plain_cells
from .profiles import Profile, Use
from .rows import Reader, Row
from .targets import DATES

MOST_NAMES = 50_000
EXAMPLES = 3


@dataclass(frozen=True)
class Question:
    """Of the use with this number: its ``setting`` takes one of the ``choices``."""

    code: str
    number: int
    column: str
    setting: str
    choices: tuple[str, ...]
    examples: tuple[str, ...] = ()


SENTENCES = {
    "day_or_month": _(
        "In “%(column)s” nothing tells whether the day or the month stands first, as in "
        "%(examples)s."
    ),
    "contradictory": _(
        "In “%(column)s” some dates have the day first, others the month: %(examples)s. Say which "
        "is right; rows with the others are refused."
    ),
    "century": _("In “%(column)s” years have two digits, as in %(examples)s: in which century?"),
    "capitals": _(
        "In “%(column)s” names stand both in capitals and not, as %(examples)s. Do capitals mean "
        "the state itself, and other names a territory?"
    ),
}


# What the choices are called.
CHOICES = {
    "dmy": _("the day first: 31/12/2020"),
    "mdy": _("the month first: 12/31/2020"),
    "19": _("1900 to 1999"),
    "20": _("2000 to 2099"),
    "states": _("yes: a state in capitals, else a territory"),
    "none": _("no: capitals say nothing"),
}


def sentence(question: Question) -> str:
    return gettext(str(SENTENCES[question.code])) % {
        "column": question.column,
        "examples": ", ".join(question.examples),
    }


@dataclass
class Names:
    """The ways in which names of states are written, by what they have in common."""

    written: dict[str, Counter[bool]] = field(default_factory=dict)

    def see(self, name: str) -> None:
        if len(self.written) < MOST_NAMES and len(name) > LONGEST_ABBREVIATION:
            self.written.setdefault(fold(name), Counter())[name.isupper()] += 1

    @property
    def in_both(self) -> list[str]:
        return [name for name, ways in self.written.items() if len(ways) > 1]


LONGEST_ABBREVIATION = 4


class Survey:
    """Sees the rows one by one; then ``settled`` and ``questions`` tell."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.reader = Reader(profile)
        self.dates = {n: Column() for n, use in enumerate(profile.uses) if is_open(use)}
        self.names = {
            n: Names()
            for n, use in enumerate(profile.uses)
            if names_states(use) and not use.capitals
        }

    def see(self, row: Row) -> None:
        raw = plain_cells(row.cells) if self.profile.is_own else row.cells
        if row.problems or self.reader.refusal(raw):
            return
        cells = self.reader.cells(raw)
        for number, column in self.dates.items():
            for words in self.reader.items(self.profile.uses[number], cells):
                column.see(words)
        for number, names in self.names.items():
            for words in self.reader.items(self.profile.uses[number], cells):
                names.see(words)

    @property
    def settled(self) -> Profile:
        uses = list(self.profile.uses)
        for number, column in self.dates.items():
            if not uses[number].dates and not column.doubt:
                uses[number] = replace(uses[number], dates=column.order)
        for number, names in self.names.items():
            if not names.in_both:
                uses[number] = replace(uses[number], capitals="none")
        return replace(self.profile, uses=tuple(uses))

    @property
    def questions(self) -> list[Question]:
        found = []
        for number, column in self.dates.items():
            found += self.of_dates(number, column)
        for number, names in self.names.items():
            if names.in_both:
                examples = tuple(f"{each.upper()}, {each.title()}" for each in names.in_both)
                found.append(
                    Question(
                        "capitals",
                        number,
                        self.profile.uses[number].column,
                        "capitals",
                        ("states", "none"),
                        examples[:EXAMPLES],
                    )
                )
        return found

    def of_dates(self, number: int, column: Column) -> list[Question]:
        use, found = self.profile.uses[number], []
        if column.doubt and not use.dates:
            examples = column.examples("dmy", "mdy") or column.examples("open")
            choices = ("dmy", "mdy")
            found.append(Question(column.doubt, number, use.column, "dates", choices, examples))
        if "century" in column.seen and not use.century:
            examples = column.examples("century")
            found.append(Question("century", number, use.column, "century", ("19", "20"), examples))
        return found


def is_open(use: Use) -> bool:
    """Whether the form of its dates is to be found out, or their century."""
    return use.field in DATES and not (use.dates and use.century)


def names_states(use: Use) -> bool:
    return use.field == "parties" or (use.field.endswith("_state") and use.field.startswith("side"))


def settle(profile: Profile, rows: Iterable[Row]) -> tuple[Profile, list[Question]]:
    """The profile with what the table tells, and what is to be asked before an import begins."""
    survey = Survey(profile)
    for row in rows:
        survey.see(row)
    return survey.settled, survey.questions
