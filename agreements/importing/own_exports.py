"""Tables that this archive has exported: they need no profile of anybody's.

The columns of ``shape.WIDE`` mean themselves, in a spreadsheet or in lines of JSON; what the
archive computes is passed over. A nested record, as JSON lines have it, is made wide first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from agreements.exporting import flat
from agreements.exporting.formulas import decode
from agreements.exporting.shape import LONG_TABLES, WIDE

from .profiles import Profile, Use
from .targets import TARGETS, Target
from .values import BAR

# Enough of them tells that a table is ours: nobody else has a column of these names.
TELLING = {"title_language", "side_1_state", "side_2_state", "signing_dates", "identifiers"}
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
    uses = (of_field(target) for name, target in TARGETS.items() if name in known)
    return Profile(uses=tuple(uses), is_own=True)


def of_field(target: Target) -> Use:
    """A spreadsheet may have written its dates anew, so that their form is found out."""
    capitals = "none" if target.name.endswith("_state") else ""
    return Use(target.name, target.name, separator=BAR if target.is_list else "", capitals=capitals)


def plain_cells(cells: dict[str, str]) -> dict[str, str]:
    """The cells of ``WIDE`` as they were before they were made safe for spreadsheets."""
    if is_nested(set(cells)):
        return flat.wide(nested(cells))
    return {name: decode(cell) for name, cell in cells.items()}


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
