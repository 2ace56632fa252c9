"""Rows that say again what an earlier row of the table said, and rows that contradict one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import zip_longest

from agreements.exporting.flat import items, joined

from .remarks import Remark, error
from .said import ADDED, Cells
from .staging import Staged

# Lists of which the items belong together.
TOGETHER = (
    ("other_titles", "other_title_languages"),
    ("signatories", "signatory_offices"),
    ("text_languages", "text_urls"),
    *((name,) for name in ("identifiers", "subjects", "relations")),
)


class Repeats:
    """Remembers of each row that stands for a document what it is known by: hashes only.

    ``grown`` are the rows, staged already, of which a later one says more.
    """

    def __init__(self, look_up: Callable[[Iterable[int]], dict[int, Staged]]) -> None:
        self.look_up = look_up
        self.first: dict[int, int] = {}
        self.grown: set[int] = set()

    def join(self, rows: list[Staged], known_by: Callable[[Staged], str]) -> None:
        """Decide of those that are not the first; the others are remembered."""
        mine = {row.number: row for row in rows}
        found: list[tuple[Staged, int]] = []
        for row in rows:
            number = self.first.setdefault(hash(known_by(row)), row.number)
            if number != row.number:
                found.append((row, number))
        elsewhere = self.look_up({number for _row, number in found} - mine.keys())
        for row, number in found:
            earlier = mine.get(number) or elsewhere.get(number)
            if earlier is not None and known_by(earlier) == known_by(row):
                if not settle(earlier, row):
                    continue
                if number not in mine or earlier.outcome:
                    self.grown.add(number)


def settle(earlier: Staged, row: Staged) -> bool:
    """Join it with the earlier one, or refuse it; whether the earlier one has grown."""
    if fields := contradictions(earlier.record, row.record):
        row.refuse(contradiction(earlier.number, fields))
        return False
    row.join(earlier.number)
    before = dict(earlier.record)
    earlier.record = merged(earlier.record, row.record)
    return earlier.record != before


def contradiction(number: int, fields: list[str]) -> Remark:
    return error("contradicts_row", row=number, fields=fields)


def of_key(row: Staged) -> str:
    """By its stable id; else by all that it says."""
    return row.key or json.dumps(row.record, sort_keys=True)


def contradictions(one: Cells, other: Cells) -> list[str]:
    """Fields of which the two say different things; lists to which items are added can't."""
    ours, theirs = without_translation(one, other)
    return [
        name
        for name, cell in theirs.items()
        if name not in ADDED and name in ours and ours[name] != cell
    ]


def without_translation(one: Cells, other: Cells) -> tuple[Cells, Cells]:
    """A title in another language is another title of the same document."""
    if one.get("title_language", "") == other.get("title_language", ""):
        return one, other
    titles = ("title", "title_language", "title_worded_by")
    return one, {name: cell for name, cell in other.items() if name not in titles}


def merged(one: Cells, other: Cells) -> Cells:
    """What both say, where they do not contradict each other."""
    ours, theirs = without_translation(one, other)
    both = {**theirs, **ours}
    if theirs is not other and other.get("title"):
        more = {"other_titles": joined([other["title"]])}
        more["other_title_languages"] = joined([other.get("title_language", "")])
        add(both, both, more, TOGETHER[0])
    for names in TOGETHER:
        add(both, ours, theirs, names)
    return both


def add(both: Cells, one: Cells, other: Cells, names: tuple[str, ...]) -> None:
    ours, theirs = table(one, names), table(other, names)
    rows = list(dict.fromkeys([*ours, *theirs]))
    if rows != ours:
        for name, column in zip(names, zip(*rows, strict=True), strict=True):
            both[name] = joined(column)


def table(cells: Cells, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Lists that belong together, item by item."""
    return list(zip_longest(*(items(cells.get(name, "")) for name in names), fillvalue=""))
