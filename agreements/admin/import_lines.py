"""What the mapping page of an import shows: each column beside the field that it fills."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Choices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.exporting.shape import SCHEMES, SUBJECTS, TYPES
from agreements.importing import sampling, settling
from agreements.importing.column_dates import WRITTEN
from agreements.importing.known import Known
from agreements.importing.profiles import FORMATS, Profile, Use
from agreements.importing.sampling import Sample, Seen
from agreements.importing.settling import Question
from agreements.importing.targets import DATES, ENDINGS, TARGETS
from agreements.models import DocumentType, IdentifierScheme, Subject

NOTE = "_note"  # no field, but kept with its name in the internal note
MOST_WORDS = 60  # of one column
MOST_OF_ALL = 600  # of the page: more would be more inputs than a page may send
SHORT_LIST = 60  # choices that a menu has; more are typed
WITH_LANGUAGE = {"title", "other_titles", "text_urls"}
GROUPS = [
    (gettext_lazy("The document"), (
        "title", "title_language", "title_worded_by", "other_titles", "other_title_languages",
        "type", "legal_nature", "level", "identifiers", "subjects", "relations", "event",
        "event_position", "summary", "public_note", "internal_note",
    )),
    (gettext_lazy("Both sides"), ("parties",)),
    (gettext_lazy("Side 1"), ("side_1_",)),
    (gettext_lazy("Side 2"), ("side_2_",)),
    (gettext_lazy("Signing"), (
        "signing_dates", "place_name", "place_state", "place", "signatories", "signatory_offices",
        "is_signed_by_heads",
    )),
    (gettext_lazy("Where it comes from"), ("source_",)),
    (gettext_lazy("Its texts"), ("text_",)),
    (gettext_lazy("Its life"), ("",)),
]  # fmt: skip
DATE_FORMS = {
    "words": gettext_lazy("2020-12-31, or the month in words"),
    "dmy": gettext_lazy("day first: 31/12/2020"),
    "mdy": gettext_lazy("month first: 12/31/2020"),
    "ymd": gettext_lazy("year first: 2020/12/31"),
    "excel": gettext_lazy("days that Excel counts from 1900: 44196"),
    "excel_1904": gettext_lazy("days that Excel counts from 1904: 42734"),
}


def field_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """The fields as a menu has them: each once, in the first group that names it."""
    left = dict(TARGETS)
    groups = []
    for label, names in GROUPS:
        mine = [name for wanted in names for name in left if belongs(name, wanted)]
        mine = list(dict.fromkeys(mine))
        groups.append((str(label), [(name, capfirst(left.pop(name).label)) for name in mine]))
    return groups


def belongs(name: str, wanted: str) -> bool:
    return name == wanted or ((wanted == "" or wanted.endswith("_")) and name.startswith(wanted))


@dataclass(frozen=True)
class Word:
    """A value that stands in a column, and the code that it is given; "-" for none."""

    text: str
    count: int
    chosen: str = ""
    understood: str = ""  # by the archive itself
    is_known: bool = False


@dataclass
class Line:
    """One use of a column. ``number`` is that of the use in the profile; None where it has none."""

    column: str
    use: Use
    number: int | None = None
    examples: list[str] = field(default_factory=list)
    is_missing: bool = False
    questions: Sequence[Question] = ()
    settled: str = ""
    words: list[Word] = field(default_factory=list)
    more_words: int = 0
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_date(self) -> bool:
        return self.use.field in DATES

    @property
    def target(self) -> object:
        return TARGETS.get(self.use.field)

    @property
    def has_separator(self) -> bool:
        return bool(self.target and self.target.is_list)

    @property
    def has_language(self) -> bool:
        return self.use.field in WITH_LANGUAGE

    @property
    def has_scheme(self) -> bool:
        return self.use.field == "identifiers"

    @property
    def has_capitals(self) -> bool:
        return self.use.field == "parties" or self.use.field.endswith("_state")

    @property
    def has_codes(self) -> bool:
        return bool(self.target) and sampling.has_codes(self.use.field)

    @property
    def is_typed(self) -> bool:
        """Whether the codes are typed, since a menu of all of them would be too long."""
        return len(self.choices) > SHORT_LIST

    @property
    def unknown_words(self) -> int:
        return sum(not word.is_known for word in self.words)

    @property
    def asked(self) -> set[str]:
        """Settings about which there is a question."""
        return {question.setting for question in self.questions}

    @property
    def sentences(self) -> list[str]:
        return [settling.sentence(question) for question in self.questions]

    @property
    def has_more_set(self) -> bool:
        return bool(self.use.after or self.use.before or self.use.unknown == "refuse")


class Lines:
    """All lines of the page, in the order of the columns."""

    def __init__(self, profile: Profile, sample: Sample, known: Known) -> None:
        self.profile, self.sample, self.known = profile, sample, known
        self.seen = Seen(profile, sample.rows)
        self.words_left = MOST_OF_ALL

    @cached_property
    def all(self) -> list[Line]:
        named = [*self.sample.columns, *self.profile.composed]
        missing = self.profile.missing_from(named)
        return [line for column in [*named, *missing] for line in self.of_column(column)]

    def of_column(self, column: str) -> list[Line]:
        lines = [
            self.line(n, use) for n, use in enumerate(self.profile.uses) if use.column == column
        ]
        if column in self.profile.notes:
            lines.append(self.plain(column, NOTE))
        return lines or [self.plain(column, "")]

    def plain(self, column: str, name: str) -> Line:
        return self.completed(Line(column, Use(column, name)))

    def completed(self, line: Line) -> Line:
        line.examples = self.sample.examples(line.column)
        line.is_missing = line.column not in {*self.sample.columns, *self.profile.composed}
        return line

    def line(self, number: int, use: Use) -> Line:
        line = self.completed(Line(use.column, use, number))
        line.questions = self.seen.questions.get(number, ())
        line.settled = self.settled(number, use)
        if line.has_codes:
            line.choices = self.choices(use)
            self.add_words(line)
        return line

    def settled(self, number: int, use: Use) -> str:
        """What the column itself tells of the form of its dates."""
        column = self.seen.dates(number)
        if column is None or use.dates or column.doubt:
            return ""
        examples = column.examples(column.order) or column.examples("dotted")
        if not examples:
            return ""
        words = _("as %(example)s tells: %(form)s")
        return words % {"example": examples[0], "form": DATE_FORMS[column.order]}

    def add_words(self, line: Line) -> None:
        """The unknown ones first, then the frequent ones."""
        counted = self.seen.words(line.number)
        given = {sampling.fold(text): code for text, code in line.use.values.items()}
        found = [self.word(line, text, count, given) for text, count in counted.items()]
        found.sort(key=lambda word: (word.is_known, -word.count, word.text))
        kept = found[: min(MOST_WORDS, self.words_left)]
        self.words_left -= len(kept)
        line.words, line.more_words = kept, len(found) - len(kept)

    def word(self, line: Line, text: str, count: int, given: dict[str, str]) -> Word:
        code = self.understood(line.use, text)
        chosen = given.get(sampling.fold(text))
        if chosen is None:
            by_beginning = line.use.by == "beginning"
            return Word(text, count, "", code, is_known=bool(code) or by_beginning)
        is_known = not chosen or bool(self.understood(line.use, chosen))
        return Word(text, count, chosen or "-", code, is_known)

    def understood(self, use: Use, text: str) -> str:
        return sampling.understood(self.known, use, text)

    # Codes ----------------------------------------------------------------------------------------

    def choices(self, use: Use) -> list[tuple[str, str]]:
        if sampling.names_states(use.field):
            return self.states
        return self.of_vocabulary(TARGETS[use.field].vocabulary, use.field)

    def of_vocabulary(self, vocabulary: object, name: str) -> list[tuple[str, str]]:
        if isinstance(vocabulary, str):
            return self.extended[vocabulary]
        return codes_of(vocabulary, name)

    @cached_property
    def states(self) -> list[tuple[str, str]]:
        rows = self.known.states.shown.items()
        return sorted(rows, key=lambda row: row[1])

    @cached_property
    def extended(self) -> dict[str, list[tuple[str, str]]]:
        """Vocabularies to which an archive adds."""
        subjects = Subject.objects.with_names()
        return {
            TYPES: [(one.code, str(one)) for one in DocumentType.objects.all()],
            SUBJECTS: sorted(((one.slug, str(one)) for one in subjects), key=lambda row: row[1]),
            SCHEMES: [(one.code, str(one)) for one in IdentifierScheme.objects.all()],
        }


def codes_of(vocabulary: type[Choices], name: str) -> list[tuple[str, str]]:
    """Of a closed list, as far as the field takes them."""
    rows = [(str(value), str(label)) for value, label in vocabulary.choices if value]
    return [row for row in rows if row[0] in ENDINGS] if name == "ended_as" else rows


def date_forms() -> list[tuple[str, str]]:
    return [(name, str(DATE_FORMS.get(name, WRITTEN[name]))) for name in FORMATS]


def padded(rows: Iterable[tuple[str, str]], blanks: int = 2) -> list[tuple[str, str]]:
    """With room for more."""
    return [*rows, *[("", "")] * blanks]
