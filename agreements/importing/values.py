"""What the words of a cell are as a value of a field: a code, a date, a number, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from agreements.exporting import flat
from agreements.exporting.shape import Kind
from agreements.letters import fold
from agreements.models.fields import DurationField, LanguageField

from . import column_dates
from .column_dates import BadDate
from .known import Known
from .profiles import Profile, Use
from .remarks import Remark, error, warning
from .rows import Reader
from .targets import TARGETS, Target

BAR = "|"  # parts the items of a list in what the archive has exported
YES = {"true", "yes", "1", "да", "si", "sim", "oui"}
NO = {"false", "no", "0", "нет", "nao", "non"}
LONGEST_ADDRESS = 2000
LONGEST_NUMBER = 18  # digits that the database takes
# Fields of more than one line.
PROSE = {"summary", "public_note", "internal_note", "source_quote"}
NOTHING = ""


class Work:
    """A row while it is being read: its cells, the fields so far, and what is to be said of it."""

    def __init__(self, cells: dict[str, str]) -> None:
        self.cells = cells
        self.record: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def say(self, remark: Remark) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)

    def put(self, name: str, value: str) -> None:
        """An empty value says nothing."""
        if value:
            self.record[name] = value

    def put_list(self, name: str, items: list[str]) -> None:
        if any(items):
            self.record[name] = flat.joined(items)


class Mapping:
    """The words that a profile knows, compared without case and diacritics."""

    def __init__(self, use: Use) -> None:
        self.whole = {fold(words): value for words, value in use.values.items()}
        # The longest comes first.
        beginnings = sorted(self.whole, key=len, reverse=True) if use.by == "beginning" else []
        self.beginnings = beginnings
        self.longest = 2 * max(map(len, self.whole), default=0)  # room for what folding takes away

    def get(self, words: str) -> str | None:
        if len(words) > self.longest and not self.beginnings:
            return None
        folded = fold(words[: self.longest])
        if folded in self.whole:
            return self.whole[folded]
        found = next((each for each in self.beginnings if folded.startswith(each)), None)
        return self.whole[found] if found is not None else None


class Values:
    def __init__(self, profile: Profile, known: Known) -> None:
        self.profile, self.known = profile, known
        self.reader = Reader(profile)
        self.mappings = {id(use): Mapping(use) for use in profile.uses if use.values}
        self.uses: dict[str, list[Use]] = {}
        for use in profile.uses:
            self.uses.setdefault(use.field, []).append(use)

    def fills(self, *names: str) -> bool:
        return any(name in self.uses or name in self.profile.constants for name in names)

    # Words as they are mapped ---------------------------------------------------------------------

    def words(self, work: Work, use: Use) -> list[str]:
        """The items of the cell; those that the profile maps as it maps them."""
        return [mapped for _written, mapped in self.written(work, use)]

    def written(self, work: Work, use: Use) -> list[tuple[str, str]]:
        """Each also as it is written. Of our own lists empty items keep their place."""
        is_ours = use.separator == BAR
        text = work.cells.get(use.column, "")
        items = flat.items(text) if is_ours else self.reader.items(use, work.cells)
        pairs = [(item, self.mapped(use, item)) for item in items]
        return pairs if is_ours else [pair for pair in pairs if pair[1]]

    def mapped(self, use: Use, words: str) -> str:
        mapping = self.mappings.get(id(use))
        value = mapping.get(words) if mapping and words else None
        if value is None and use.by == "beginning" and use.unknown == "warn":
            return NOTHING  # words of which only the first ones were to tell something
        return words if value is None else value

    def first_words(self, work: Work, name: str) -> tuple[Use, list[str]]:
        """Of the first use that says something; else the constant."""
        for use in self.uses.get(name, ()):
            if any(items := self.words(work, use)):
                return use, items
        constant = self.profile.constants.get(name, "")
        return Use("", name, separator=BAR), flat.items(constant)

    # Values ---------------------------------------------------------------------------------------

    def one(self, work: Work, name: str) -> str:
        """Of the first use whose words are understood; else the constant."""
        for use in self.uses.get(name, ()):
            text = " ".join(self.words(work, use))
            if text and (value := self.value(work, use, text)):
                return value
        constant = self.profile.constants.get(name)
        return self.value(work, Use("", name), constant) if constant else NOTHING

    def many(self, work: Work, name: str) -> list[str]:
        """Of the first use that says something, in its order."""
        use, items = self.first_words(work, name)
        return [self.value(work, use, item) if item else NOTHING for item in items]

    def every(self, work: Work, name: str) -> Iterator[tuple[Use, str]]:
        """Of all uses; the constant only where none says anything."""
        said = False
        for use in self.uses.get(name, ()):
            for item in self.words(work, use):
                said = said or bool(item)
                yield use, item
        if not said:
            use = Use("", name)
            yield from ((use, item) for item in flat.items(self.profile.constants.get(name, "")))

    def value(self, work: Work, use: Use, text: str) -> str:
        """Nothing, and a remark, where the text is no value of the field."""
        target = TARGETS[use.field]
        if target.vocabulary:
            return self.code(work, use, target, text)
        read = READERS.get(target.kind)
        if read:
            return read(work, use, text)
        return text if use.field in PROSE else " ".join(text.split())

    def code(self, work: Work, use: Use, target: Target, text: str) -> str:
        codes = self.known.codes(target.vocabulary)
        code = codes.get(text) or codes.get(fold(text))
        if not code:
            unknown(work, use, target, text)
        return code or NOTHING


def unknown(work: Work, use: Use, target: Target, text: str) -> None:
    say, code = (error, "refused_word") if use.unknown == "refuse" else (warning, "unknown_word")
    work.say(say(code, use.column, value=text, field=target.name))


# Kinds of values ----------------------------------------------------------------------------------


def date(work: Work, use: Use, text: str) -> str:
    try:
        return column_dates.read(text, use.dates or "words", use.century)
    except BadDate as bad:
        work.say(bad.remark(use.column))
        return NOTHING


def number(work: Work, use: Use, text: str) -> str:
    plain = text.removesuffix(".0")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > LONGEST_NUMBER:
        work.say(error("no_number", use.column, value=text))
        return NOTHING
    return str(int(plain))


def yes_no(work: Work, use: Use, text: str) -> str:
    folded = fold(text)
    if folded not in YES | NO:
        work.say(error("no_yes_or_no", use.column, value=text))
        return NOTHING
    return "true" if folded in YES else "false"


def length(work: Work, use: Use, text: str) -> str:
    try:
        DurationField().run_validators(text.upper())
    except ValidationError:
        work.say(error("no_length", use.column, value=text))
        return NOTHING
    return text.upper()


def language(work: Work, use: Use, text: str) -> str:
    code = re.sub(r"^[A-Za-z]{2,3}", lambda found: found[0].lower(), text.replace("_", "-"))
    try:
        LanguageField().run_validators(code)
    except ValidationError:
        work.say(error("not_a_code", use.column, value=text))
        return NOTHING
    return code


def address(work: Work, use: Use, text: str) -> str:
    """Some registers write them with the strokes of Windows."""
    url = text.replace("\\", "/").replace(" ", "%20")
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address or len(url) > LONGEST_ADDRESS:
        work.say(warning("no_address", use.column, value=text))
        return NOTHING
    return url


READERS = {
    Kind.DATE: date,
    Kind.DAY: date,
    Kind.NUMBER: number,
    Kind.YES_NO: yes_no,
    Kind.LENGTH: length,
    Kind.LANGUAGE: language,
    Kind.URL: address,
}
