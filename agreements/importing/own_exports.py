"""Tables that this archive has exported: they need no profile of anybody's.

The columns of ``shape.WIDE`` mean themselves, in a spreadsheet or in lines of JSON; what the
archive computes is passed over. A nested record, as JSON lines have it, is made wide first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from agreements.exporting import flat
from agreements.exporting.shape import LONG_TABLES, WIDE

from .profiles import Profile, Use
from .targets import TARGETS
from .values import BAR

# Enough of them tells that a table is ours: nobody else has a column of these names.
TELLING = {"title_language", "side_1_state", "side_2_state", "signing_dates", "identifiers"}
# What was put before a cell that a spreadsheet would take for a formula.
SAFE = re.compile(
    r"''*[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*(?:[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r])"
)
NESTED = re.compile(r"([a-z_]+)\.(\d+)\.([a-z_]+)")
TABLES = {table.name: table for table in LONG_TABLES}
NESTED_TELLING = {"title_language", "legal_nature", "entry_into_force", "parties.1.side"}


def own_profile(columns: Iterable[str]) -> Profile | None:
    """For a table of ours, whole or with some of its columns; None for any other."""
    names = set(columns)
    if is_nested(names):
        return of_fields([field.name for field in WIDE.fields])
    return of_fields(names) if len(TELLING & names) >= 2 and "title" in names else None


def is_nested(names: set[str]) -> bool:
    return names >= NESTED_TELLING


def of_fields(names: Iterable[str]) -> Profile:
    known = set(names)
    uses = (
        Use(
            name,
            name,
            dates="words" if is_date(name) else "",
            separator=BAR if target.is_list else "",
        )
        for name, target in TARGETS.items()
        if name in known
    )
    return Profile(uses=tuple(uses), is_own=True)


def is_date(name: str) -> bool:
    return TARGETS[name].kind == "date"


def plain_cells(cells: dict[str, str]) -> dict[str, str]:
    """The cells of ``WIDE`` as they were before they were made safe for spreadsheets."""
    if is_nested(set(cells)):
        return flat.wide(nested(cells))
    return {name: decode(cell) for name, cell in cells.items()}


def decode(cell: str) -> str:
    return cell[1:] if SAFE.match(cell) else cell


def nested(cells: dict[str, str]) -> dict[str, Any]:
    """The record that the reader of tables made flat."""
    record: dict[str, Any] = dict.fromkeys((field.name for field in WIDE.fields), "")
    rows: dict[str, dict[int, dict[str, Any]]] = {name: {} for name in TABLES}
    for name, cell in cells.items():
        found = NESTED.fullmatch(name)
        if found and found[1] in TABLES:
            rows[found[1]].setdefault(int(found[2]), {})[found[3]] = cell
        else:
            record[name] = cell
    for name, table in TABLES.items():
        empty = dict.fromkeys(table.names, "")
        record[name] = [
            typed(empty | row) for _n, row in sorted(rows[name].items()) if any(row.values())
        ]
    return record


def typed(row: dict[str, Any]) -> dict[str, Any]:
    side = row.get("side", "")
    return row | {"side": int(side)} if side.isdigit() else row
