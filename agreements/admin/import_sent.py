"""A profile from what the mapping page sends: all that was typed, right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from django.http import QueryDict

from agreements.importing.profiles import (
    Condition,
    Key,
    Profile,
    SourceSettings,
    TableSettings,
    Use,
)
from agreements.letters import fold, nfc, without_nul

from .import_lines import NOTE

MOST_LINES = 2000
NOTHING = "-"  # in the place of a code: the word says nothing
SETTINGS = (
    "dates", "century", "separator", "by", "unknown", "after", "before", "reader", "scheme",
    "capitals", "own", "language",
)  # fmt: skip
WITH_SPACES = {"after", "before"}  # a space may be all that parts them
DELIMITERS = {"tab": "\t"}


class Sent:
    """What a browser sent, without what no text has."""

    def __init__(self, data: QueryDict, columns: Callable[[], list[str]]) -> None:
        self.data, self.columns = data, columns

    def raw(self, name: str) -> str:
        return plain(self.data.get(name, ""))

    def text(self, name: str) -> str:
        return nfc(self.raw(name)).strip()

    def lines(self, name: str) -> tuple[str, ...]:
        """One a line."""
        parts = (part.strip() for part in nfc(self.raw(name)).split("\n"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def number(self, name: str) -> int | None:
        said = self.text(name)
        is_number = said.isascii() and said.isdigit() and len(said) < 7
        return int(said) if is_number else None

    def count(self, name: str) -> range:
        return range(min(self.number(name) or 0, MOST_LINES))

    def column(self, name: str) -> str:
        return self.named(self.raw(name))

    def named(self, said: str) -> str:
        """As the table calls it: a browser writes the ends of lines in its own way."""
        if "\n" not in said:
            return said
        return next((name for name in self.columns() if plain(name) == said), said)


def plain(text: str) -> str:
    return without_nul(text).replace("\r\n", "\n").replace("\r", "\n")


def profile_sent(data: QueryDict, stored: Profile, columns: Callable[[], list[str]]) -> Profile:
    """``stored`` is what the page had shown: what it doesn't ask for stays as it is there."""
    sent = Sent(data, columns)
    if "lines" not in data:  # nothing but the file was on the page
        return replace(stored, table=table(sent))
    noted = [
        sent.column(f"line-{n}-column")
        for n in sent.count("lines")
        if sent.text(f"line-{n}-field") == NOTE
    ]
    return replace(
        stored,
        uses=tuple(uses(sent, stored)),
        notes=tuple(dict.fromkeys(filter(None, noted))),
        constants=dict(pairs(sent, "constant", "field", "value")),
        composed=dict(pairs(sent, "composed", "name", "template")),
        empty=sent.lines("empty"),
        take=tuple(conditions(sent)),
        key=key(sent),
        source=SourceSettings(
            **{one.name: sent.text(f"source-{one.name}") for one in fields(SourceSettings)}
        ),
        table=table(sent),
    )


def table(sent: Sent) -> TableSettings:
    delimiter = sent.raw("table-delimiter")
    return TableSettings(
        encoding=sent.text("table-encoding"),
        delimiter=DELIMITERS.get(delimiter, delimiter),
        sheet=sent.raw("table-sheet"),
        header_row=sent.number("table-header_row") or None,
    )


def key(sent: Sent) -> Key:
    hashed = [sent.named(plain(name)) for name in sent.data.getlist("key-hashed")]
    given = {name: sent.text(f"key-{name}") for name in ("scheme", "prefix", "after")}
    return Key(column=sent.column("key-column"), hashed=tuple(hashed), **given)


def pairs(sent: Sent, kind: str, one: str, other: str) -> Iterator[tuple[str, str]]:
    for n in sent.count(f"{kind}s"):
        name, value = sent.text(f"{kind}-{n}-{one}"), sent.text(f"{kind}-{n}-{other}")
        if name or value:
            yield name, value


def conditions(sent: Sent) -> Iterator[Condition]:
    for n in sent.count("takes"):
        column, values = sent.column(f"take-{n}-column"), sent.lines(f"take-{n}-values")
        if column:
            yield Condition(column, values)


def uses(sent: Sent, stored: Profile) -> Iterator[Use]:
    """In the order of the profile, since of several uses of a field the first one wins; new ones
    behind them."""
    found = []
    for n in sent.count("lines"):
        prefix = f"line-{n}"
        column, name = sent.column(f"{prefix}-column"), sent.text(f"{prefix}-field")
        if column and name and name != NOTE:
            place = sent.number(f"{prefix}-was")
            found.append((len(stored.uses) if place is None else place, n))
    for _place, n in sorted(found):
        yield use(sent, f"line-{n}", stored)


def use(sent: Sent, prefix: str, stored: Profile) -> Use:
    fresh = Use(sent.column(f"{prefix}-column"), sent.text(f"{prefix}-field"))
    place = sent.number(f"{prefix}-was")
    base = stored.uses[place] if place is not None and place < len(stored.uses) else fresh
    if (base.column, base.field) != (fresh.column, fresh.field):
        return fresh
    given = {
        name: sent.raw(f"{prefix}-{name}") if name in WITH_SPACES else sent.text(f"{prefix}-{name}")
        for name in SETTINGS
        if f"{prefix}-{name}" in sent.data
    }
    return replace(base, values=values(sent, prefix, base.values), **given)


def values(sent: Sent, prefix: str, before: dict[str, str]) -> dict[str, str]:
    """Words that the page didn't show keep their codes."""
    kept = dict(before)
    for k in sent.count(f"{prefix}-words"):
        word, code = sent.raw(f"{prefix}-word-{k}"), sent.text(f"{prefix}-to-{k}")
        for same in [one for one in kept if fold(one) == fold(word)]:
            del kept[same]
        if word and code:
            kept[word] = "" if code == NOTHING else code
    return kept
