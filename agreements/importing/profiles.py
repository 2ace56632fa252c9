"""How the columns of somebody's tables become fields: the settings of an import.

Kept as JSON in ``ImportProfile.settings``, and as used for one file in ``Import.settings``.
``Profile.from_json`` refuses what it doesn't know, in sentences for the clerk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from agreements import dates
from agreements.models.fields import LanguageField

from .targets import DATES, ENDINGS, TARGETS

VERSION = 1
# Of dates in a column: what one parts and in which order. "words" has months in words, and every
# form whose parts can't be taken for each other; "excel" counts days.
FORMATS = ("words", "dmy", "mdy", "ymd", "excel", "excel_1904")
NAMES = re.compile(r"\{([^{}]+)\}")


class InvalidProfile(ValueError):
    """``sentences`` say what is wrong and what to do."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(" ".join(self.sentences))


@dataclass(frozen=True)
class TableSettings:
    """What the reader of tables is told; what is empty it finds out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int | None = None

    @property
    def given(self) -> dict[str, Any]:
        """As ``tables.reading.examine`` takes it."""
        return {name: value or None for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Use:
    """What one column says of one field.

    Where several uses fill one field, the first in the profile's order that says something wins;
    of lists of titles, identifiers, subjects, relations and addresses all are taken.
    """

    column: str
    field: str
    # Of dates: one of FORMATS; empty: found out from the whole column.
    dates: str = ""
    century: str = ""  # "19" or "20": what years of two digits begin with; empty: they're refused
    # Between several values in one cell: a sign, or several with spaces between: "; / and".
    separator: str = ""
    # Words of the column (compared without case) to codes, numbers, or names that are known.
    values: dict[str, str] = field(default_factory=dict)
    by: str = "whole"  # or "beginning": the longest known beginning of the cell decides
    unknown: str = "warn"  # and leave empty; or "refuse" the row
    after: str = ""  # only what stands behind the last of these words counts
    before: str = ""  # only what stands before the first of these words counts
    reader: str = ""  # "citations": finds the numbers of treaty series in what is printed
    scheme: str = ""  # of identifiers: to which the bare numbers of the column belong
    # Of parties: "states": a name in capitals is a state, another a territory to which the
    # document applies; "none": case says nothing; empty: asked, where a column has both.
    capitals: str = ""
    own: str = ""  # of "parties": the code of the state that is side 1
    language: str = ""  # of titles and texts


@dataclass(frozen=True)
class Condition:
    """Rows are taken where the column has one of the values; the others are refused."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """By what a record is known again: a column, or what many columns say together.

    The value is kept as an identifier of the scheme. Where the column is empty, or none is named,
    the ``hashed`` columns are taken.
    """

    scheme: str = ""
    column: str = ""
    after: str = ""
    prefix: str = ""
    hashed: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceSettings:
    """The publication from which the table comes; cited for every record."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    published_on: str = ""
    retrieved_on: str = ""
    language: str = ""


@dataclass(frozen=True)
class Profile:
    uses: tuple[Use, ...] = ()
    # For fields of which no column of the row says anything.
    constants: dict[str, str] = field(default_factory=dict)
    # Columns made of others: "{Source} {Vol}:{Page}"; empty where one of those is.
    composed: dict[str, str] = field(default_factory=dict)
    empty: tuple[str, ...] = ()  # words that mean an empty cell
    take: tuple[Condition, ...] = ()
    key: Key = field(default_factory=Key)
    source: SourceSettings = field(default_factory=SourceSettings)
    notes: tuple[str, ...] = ()  # columns to be kept in the internal note
    table: TableSettings = field(default_factory=TableSettings)
    is_own: bool = False  # what this archive has exported: see ``own_exports``

    def as_json(self) -> dict[str, Any]:
        """Without what is as it is by default."""
        values = {"version": VERSION, **shortened(self)}
        values["uses"] = [shortened(use) for use in self.uses]
        return values

    @classmethod
    def from_json(cls, values: Any) -> Profile:
        reader = Reader()
        profile = reader.profile(values)
        sentences = reader.sentences or list(dict.fromkeys(faults(profile)))
        if sentences:
            raise InvalidProfile(sentences)
        return profile

    def uses_of(self, *names: str) -> Iterator[Use]:
        return (use for use in self.uses if use.field in names)

    def with_use(self, number: int, **values: Any) -> Profile:
        """With other settings of one of its uses."""
        uses = list(self.uses)
        uses[number] = replace(uses[number], **values)
        return replace(self, uses=tuple(uses))

    @property
    def columns(self) -> set[str]:
        """All columns that it names, those that it composes left out."""
        named = {use.column for use in self.uses} | {one.column for one in self.take}
        named |= {self.key.column, *self.key.hashed, *self.notes} - {""}
        named |= {name for template in self.composed.values() for name in names_in(template)}
        return named - self.composed.keys()

    def missing_from(self, columns: Iterable[str]) -> list[str]:
        """Columns that it names and a table doesn't have."""
        return sorted(self.columns - set(columns))


def names_in(template: str) -> list[str]:
    return NAMES.findall(template)


def shortened(record: Any) -> dict[str, Any]:
    """The values that are not the default ones, as JSON has them."""
    kept = {}
    for one in fields(record):
        value = getattr(record, one.name)
        if value not in (one.default, (), {}):
            kept[one.name] = plain(value)
    return {name: value for name, value in kept.items() if value not in ({}, [])}


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return shortened(value) if hasattr(value, "__dataclass_fields__") else value


# From JSON to a profile ---------------------------------------------------------------------------


class Reader:
    """Reads what may be anything, and notes in sentences what is wrong."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def complain(self, sentence: str, **values: Any) -> None:
        text = sentence % values
        if text not in self.sentences:
            self.sentences.append(text)

    def profile(self, values: Any) -> Profile:
        values = dict(values) if isinstance(values, dict) else {"version": None}
        if values.pop("version", None) != VERSION:
            self.complain(_("This profile is of another version of the archive."))
            return Profile()
        parts: dict[str, Any] = {
            "uses": self.each(values.pop("uses", []), Use),
            "take": self.each(values.pop("take", []), Condition),
            "key": self.record(values.pop("key", {}), Key),
            "source": self.record(values.pop("source", {}), SourceSettings),
            "table": self.record(values.pop("table", {}), TableSettings),
        }
        return replace(self.record(values, Profile), **parts)

    def each(self, values: Any, kind: type) -> tuple[Any, ...]:
        if not isinstance(values, list):
            self.complain(_("Write a list of settings in square brackets."))
            return ()
        return tuple(self.record(value, kind) for value in values)

    def record(self, values: Any, kind: type) -> Any:
        """One with its defaults where a value has not the form of the default."""
        if not isinstance(values, dict):
            self.complain(_("Write settings by their names, in braces."))
            values = {}
        known = {one.name: one for one in fields(kind)}
        for name in values.keys() - known.keys():
            self.complain(_("There is no setting “%(name)s”."), name=name)
        read = {
            name: self.value(name, values[name], str(one.type))
            for name, one in known.items()
            if name in values
        }
        given = {name: value for name, value in read.items() if value is not None}
        if kind in (Use, Condition):
            needed = {"column": "", "field" if kind is Use else "values": ""}
            for name in needed.keys() - values.keys():
                self.complain(_("A setting lacks “%(name)s”."), name=name)
            given = needed | given
        return kind(**given)

    def value(self, name: str, value: Any, form: str) -> Any:
        """``form`` is the annotation of the field."""
        if form == "str" and isinstance(value, str):
            return value
        if form == "bool" and isinstance(value, bool):
            return value
        if form == "int | None" and type(value) is int and 0 < value < 10**6:
            return value
        if form == "tuple[str, ...]" and is_texts(value):
            return tuple(value)
        if form == "dict[str, str]" and isinstance(value, dict) and is_texts([*value.values()]):
            return value
        self.complain(_("The setting “%(name)s” has not the form that it must have."), name=name)
        return None


def is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


CHOICES = {
    "dates": ("", *FORMATS),
    "century": ("", "19", "20"),
    "by": ("whole", "beginning"),
    "unknown": ("warn", "refuse"),
    "reader": ("", "citations"),
    "capitals": ("", "states", "none"),
}


def faults(profile: Profile) -> Iterator[str]:
    """What is wrong with settings that have their form."""
    for use in profile.uses:
        yield from faults_of_use(use)
    for name, value in profile.constants.items():
        yield from faults_of_value(name, value)
    yield from faults_of_title(profile)
    if (profile.key.column or profile.key.hashed) and not profile.key.scheme:
        yield _("Say to which series the stable id belongs.")
    for name in ("published_on", "retrieved_on"):
        if (day := getattr(profile.source, name)) and not dates.valid(day):
            yield _("“%(value)s” is no date. Write 2023, 2023-05 or 2023-05-04.") % {"value": day}
    for name, template in profile.composed.items():
        if not names_in(template):
            yield _("The composed column “%(name)s” names no column in braces.") % {"name": name}
    for condition in profile.take:
        if not condition.values:
            yield _("Say which values of “%(column)s” are taken.") % {"column": condition.column}


def faults_of_use(use: Use) -> Iterator[str]:
    if use.field not in TARGETS:
        yield _("There is no field “%(field)s” to fill.") % {"field": use.field}
        return
    for name, choices in CHOICES.items():
        if getattr(use, name) not in choices:
            yield _("“%(value)s” is no choice for “%(name)s”.") % {
                "value": getattr(use, name),
                "name": name,
            }
    if use.dates and use.field not in DATES:
        yield _("“%(field)s” holds no dates.") % {"field": TARGETS[use.field].label}
    if use.separator and not TARGETS[use.field].is_list:
        yield _("“%(field)s” holds one value only.") % {"field": TARGETS[use.field].label}
    if use.language:
        yield from faults_of_language(use.language)
    for value in use.values.values():
        yield from faults_of_value(use.field, value)


def faults_of_value(name: str, value: str) -> Iterator[str]:
    """Of a code that a profile gives. An empty one says that a word means nothing."""
    target = TARGETS.get(name)
    if not target:
        yield _("There is no field “%(field)s” to fill.") % {"field": name}
    elif name == "title_language" and value:
        yield from faults_of_language(value)
    elif isinstance(target.vocabulary, type) and issubclass(target.vocabulary, models.Choices):
        known = ENDINGS if name == "ended_as" else target.vocabulary.values
        if value and value not in known:
            yield _("“%(value)s” is no code of “%(field)s”.") % {
                "value": value,
                "field": target.label,
            }


def faults_of_language(code: str) -> Iterator[str]:
    try:
        LanguageField().run_validators(code)
    except ValidationError as error:
        yield " ".join(error.messages)


def faults_of_title(profile: Profile) -> Iterator[str]:
    titles = list(profile.uses_of("title"))
    if profile.is_own:
        return
    if not titles and "title" not in profile.constants:
        yield _("Say which column holds the title.")
    says = "title_language" in profile.constants or any(profile.uses_of("title_language"))
    if titles and not says and not all(use.language for use in titles):
        yield _("Say in which language the titles are: for all rows, or by a column.")
