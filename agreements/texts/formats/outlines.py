"""The numbers that an OpenDocument text counts by itself, of lists and of headings."""

from __future__ import annotations

from dataclasses import dataclass

from .numbering import BULLET, in_format, number

FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
FORMS["I"] = "upperRoman"
LEVEL = {"text:list-level-style-number", "text:outline-level-style"}
HEADINGS = ""  # the name of the list that headings are in


@dataclass(frozen=True)
class Level:
    form: str
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1


class Outlines:
    """First of the styles, then of the text, in the order of the file."""

    def __init__(self) -> None:
        self.styles: dict[str, dict[int, Level]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.style = ""
        self.lists: list[str] = []
        self.waiting: int | None = None  # an item's own start, or 0, till its first paragraph

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "text:list-style":
            self.style = attributes.get("style:name", "")
        elif name == "text:outline-style":
            self.style = HEADINGS
        elif name in LEVEL or name == "text:list-level-style-bullet":
            self.describe(name, attributes)
        elif name == "text:list":
            self.start_list(attributes)
        elif name == "text:list-item":
            self.waiting = number(attributes.get("text:start-value", "0"))
        elif name == "text:list-header":
            self.waiting = None

    def end(self, name: str) -> None:
        if name == "text:list" and self.lists:
            self.lists.pop()
            self.waiting = None

    def describe(self, name: str, attributes: dict[str, str]) -> None:
        is_number = name in LEVEL
        level = Level(
            form=attributes.get("style:num-format", "") if is_number else BULLET,
            before=attributes.get("style:num-prefix", "") if is_number else "",
            behind=attributes.get("style:num-suffix", "") if is_number else "",
            start=number(attributes.get("text:start-value", "1")),
            shown=number(attributes.get("text:display-levels", "1")),
        )
        place = number(attributes.get("text:level", "1"))
        self.styles.setdefault(self.style, {})[place] = level

    def start_list(self, attributes: dict[str, str]) -> None:
        """One within another goes on in its style; one that stands alone begins anew."""
        style = attributes.get("text:style-name", self.lists[-1] if self.lists else "?")
        goes_on = attributes.get("text:continue-numbering") == "true"
        if not self.lists and not goes_on and "text:continue-list" not in attributes:
            self.counts.pop(style, None)
        self.lists.append(style)

    def label(self, name: str, attributes: dict[str, str]) -> str:
        """What stands before this paragraph or heading, with its gap."""
        if self.lists and self.waiting is not None:
            start, self.waiting = self.waiting, None
            return self.count(self.lists[-1], len(self.lists), start)
        is_heading = name == "text:h" and not self.lists
        if is_heading and attributes.get("text:is-list-header") != "true":
            return self.count(HEADINGS, number(attributes.get("text:outline-level", "1")), 0)
        return ""

    def count(self, style: str, place: int, start: int) -> str:
        levels = self.styles.get(style, {})
        if place not in levels:
            return ""
        counts = self.counts.setdefault(style, {})
        counts[place] = start or counts.get(place, levels[place].start - 1) + 1
        for deeper in [other for other in counts if other > place]:
            del counts[deeper]
        return written(levels, place, counts)


def written(levels: dict[int, Level], place: int, counts: dict[int, int]) -> str:
    own = levels[place]
    if own.form == BULLET:
        return f"{BULLET} "
    if own.form not in FORMS:
        return ""
    shown = [other for other in range(place - own.shown + 1, place + 1) if other in levels]
    numbers = [
        in_format(counts.get(other, levels[other].start), FORMS[levels[other].form])
        for other in shown
        if levels[other].form in FORMS
    ]
    return f"{own.before}{'.'.join(numbers)}{own.behind} "
