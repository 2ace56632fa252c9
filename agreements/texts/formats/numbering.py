"""The numbers that Word counts by itself ("Article 3", "2.1", "b)"): they stand in no text."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from . import markup

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
LEVELS = 9
LONGEST_CHAIN = 20
LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # as Word counts: without ё, й, ъ, ы, ь
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
BULLET = "•"


@dataclass
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    style: str = ""
    gap: str = " "


@dataclass
class List:
    """A list of a document: its levels are another's, of whose counting it may begin anew."""

    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass
class Style:
    base: str = ""
    number: str = ""
    level: int | None = None


class Numbering:
    """Of one document, counted on from paragraph to paragraph."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, List] = {}
        self.styles: dict[str, Style] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        self.abstract = self.list = self.style = ""
        self.level = 0
        for part, start in ((NUMBERING, self.start_of_numbering), (STYLES, self.start_of_style)):
            if part in archive.NameToInfo:
                with archive.open(part) as file:
                    markup.parse(file, markup.Handler(start=start))

    def start_of_numbering(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self.abstract, self.list = attributes.get("w:abstractNumId", ""), ""
            self.levels[self.abstract] = {}
        elif name == "w:num":
            self.list = attributes.get("w:numId", "")
            self.lists[self.list] = List()
        elif name == "w:abstractNumId" and self.list:
            self.lists[self.list].abstract = value
        elif name in ("w:lvl", "w:lvlOverride"):
            self.level = number(attributes.get("w:ilvl", ""))
            if name == "w:lvl":
                self.own_levels()[self.level] = Level()
        elif name == "w:startOverride" and self.list:
            self.lists[self.list].starts[self.level] = number(value)
        elif level := self.own_levels().get(self.level):
            describe(level, name, value)

    def own_levels(self) -> dict[int, Level]:
        if self.list:
            return self.lists[self.list].levels
        return self.levels.get(self.abstract, {})

    def start_of_style(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self.style = attributes.get("w:styleId", "")
            self.styles[self.style] = Style()
        elif name == "w:basedOn" and self.style:
            self.styles[self.style].base = value
        elif name == "w:numId" and self.style:
            self.styles[self.style].number = value
        elif name == "w:ilvl" and self.style:
            self.styles[self.style].level = number(value)

    def label(self, style: str, list_: str, level: int | None) -> str:
        """What stands before the next paragraph of this style, list and level, with its gap."""
        list_, level = self.styled(style, list_, level)
        found = self.lists.get(list_)
        levels = {**self.levels.get(found.abstract, {}), **found.levels} if found else {}
        if level not in levels:
            return ""
        counts = self.count(list_, level, levels)
        return written(levels, level, counts)

    def styled(self, style: str, list_: str, level: int | None) -> tuple[str, int]:
        """With what the style and those it rests on say, where the paragraph says nothing."""
        for _ in range(LONGEST_CHAIN):
            if list_ or style not in self.styles:
                break
            found = self.styles[style]
            list_, level = found.number, found.level if level is None else level
            if list_ and level is None and list_ in self.lists:
                own = self.levels.get(self.lists[list_].abstract, {}).items()
                level = next((place for place, at in own if at.style == style), None)
            style = found.base
        return list_, level or 0

    def count(self, list_: str, level: int, levels: dict[int, Level]) -> dict[int, int]:
        found = self.lists[list_]
        counts = self.counts.setdefault(found.abstract, {})
        if list_ not in self.begun:
            self.begun.add(list_)
            for place in found.starts:
                counts.pop(place, None)
        start = found.starts.get(level, levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in range(level + 1, LEVELS):
            counts.pop(deeper, None)
        return counts


def describe(level: Level, name: str, value: str) -> None:
    if name == "w:start":
        level.start = number(value)
    elif name == "w:numFmt":
        level.format = value
    elif name == "w:lvlText":
        level.text = value
    elif name == "w:pStyle":
        level.style = value
    elif name == "w:suff":
        level.gap = "" if value == "nothing" else " "


def number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else 0


def written(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    own = levels[level]
    if own.format == "none" and not own.text.strip():
        return ""
    text = BULLET if own.format == "bullet" else own.text
    for place in range(LEVELS):
        if f"%{place + 1}" in text and place in levels:
            count = counts.get(place, levels[place].start)
            text = text.replace(f"%{place + 1}", in_format(count, levels[place].format))
    return text + own.gap if text.strip() else ""


def in_format(count: int, form: str) -> str:
    """Forms that are rare are written in digits."""
    if form in ("lowerRoman", "upperRoman"):
        text = roman(count)
    elif form in ("lowerLetter", "upperLetter"):
        text = lettered(count, LATIN)
    elif form in ("russianLower", "russianUpper"):
        text = lettered(count, RUSSIAN)
    elif form == "none":
        text = ""
    else:
        text = f"{count:02}" if form == "decimalZero" else str(count)
    return text.upper() if "pper" in form else text


def roman(count: int) -> str:
    text = ""
    for value, letters in ROMAN:
        times, count = divmod(count, value)
        text += letters * min(times, 9)
    return text


def lettered(count: int, letters: str) -> str:
    """After the last letter Word doubles them: z), aa), bb)."""
    if count < 1:
        return ""
    times, place = divmod(count - 1, len(letters))
    return letters[place] * min(times + 1, 9)
