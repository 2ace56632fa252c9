"""The cells of a row as a profile takes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from agreements.letters import fold, nfc

from .profiles import NAMES, Condition, Profile, Use
from .remarks import Remark, error

# Besides these no cell holds anything invisible.
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")
ALWAYS_EMPTY = ("",)


class Row(Protocol):
    """A row of ``tables``: ``problems`` are those of its reading."""

    @property
    def number(self) -> int: ...
    @property
    def cells(self) -> dict[str, str]: ...
    @property
    def problems(self) -> Sequence[object]: ...


class Reader:
    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.empty = {fold(word) for word in (*profile.empty, *ALWAYS_EMPTY)}
        self.longest = max(map(len, profile.empty), default=0)
        self.taken = [(one, {fold(value) for value in one.values}) for one in profile.take]

    def cells(self, raw: dict[str, str]) -> dict[str, str]:
        """In form NFC, without spaces around them and without words that mean empty; and those
        that are composed of them."""
        cells = {name: self.cell(value) for name, value in raw.items()}
        for name, template in self.profile.composed.items():
            cells[name] = composed(template, cells)
        return cells

    def cell(self, value: str) -> str:
        text = value if value.isprintable() else INVISIBLE.sub("", value)
        text = (text if text.isascii() else nfc(text)).strip()
        is_short = len(text) <= self.longest
        return "" if is_short and fold(text) in self.empty else text

    def refusal(self, raw: dict[str, str]) -> Remark | None:
        """Why the profile doesn't take the row."""
        for condition, values in self.taken:
            value = self.cell(raw.get(condition.column, ""))
            if fold(value) not in values:
                return refused(condition, value)
        return None

    def items(self, use: Use, cells: dict[str, str]) -> list[str]:
        """What the column says, one or several; empty ones left out."""
        parts = divided(cells.get(use.column, ""), use.separator)
        cut = (self.cell(cut_out(part.strip(), use)) for part in parts)
        return [part for part in cut if part]


def divided(text: str, separator: str) -> list[str]:
    """``separator`` names one sign or several, with spaces between: "; / and"."""
    if not separator:
        return [text]
    signs = (
        rf"\s{re.escape(sign)}\s" if sign.isalpha() else re.escape(sign)
        for sign in separator.split()
    )
    return re.split("|".join(signs), text)


def composed(template: str, cells: dict[str, str]) -> str:
    parts = [cells.get(name, "") for name in NAMES.findall(template)]
    return NAMES.sub(lambda found: cells[found[1]], template) if all(parts) else ""


def refused(condition: Condition, value: str) -> Remark:
    code = "not_taken" if value else "not_taken_empty"
    return error(code, condition.column, column=condition.column, value=value)


def cut_out(text: str, use: Use) -> str:
    if use.after:
        text = text.rpartition(use.after)[2] if use.after in text else ""
    return text.partition(use.before)[0] if use.before else text
