"""A record in one row of cells, and the lists that stand in a cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agreements.models.vocabulary import ActionKind, Side

from .records import Record
from .shape import DOCUMENTS, PARTIES, WIDE

BAR = " | "
# Stand for what is escaped, while the bars between items are looked for; no text has them.
BACKSLASH, A_BAR = "\ufdd0", "\ufdd1"
IN_FORCE, NOTICE = ActionKind.ENTERED_INTO_FORCE, ActionKind.NOTICE_OF_TERMINATION


def cell(value: Any) -> str:
    """A value as the text of a cell; nothing for what is not recorded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def joined(items: Iterable[Any]) -> str:
    """Items in one cell; nothing where all of them are empty."""
    cells = [cell(item).replace("\\", "\\\\").replace("|", "\\|") for item in items]
    return BAR.join(cells) if any(cells) else ""


def items(cell: str) -> list[str]:
    """The items of a cell, each without spaces around it."""
    if not cell.strip():
        return []
    parts = cell.replace("\\\\", BACKSLASH).replace("\\|", A_BAR).split("|")
    return [part.strip().replace(A_BAR, "|").replace(BACKSLASH, "\\") for part in parts]


def wide(record: Record) -> dict[str, str]:
    """The cells of ``shape.WIDE``, in its order."""
    cells = {name: cell(record[name]) for name in DOCUMENTS.names}
    for side in Side.values:
        cells |= of_side(side, record["parties"])
    others = [t for t in record["titles"] if t["text"] != record["title"]]
    cells |= columns(others, other_titles="text", other_title_languages="language")
    cells |= columns(
        record["signings"],
        signing_dates="signed_on",
        place="place",
        place_name="place_name",
        place_state="state",
    )
    cells |= columns(record["signatories"], signatories="person", signatory_offices="office")
    cells |= columns(of_kind(record["actions"], IN_FORCE), in_force_on="effective_on")
    notices = of_kind(record["actions"], NOTICE)
    cells |= columns(notices, notice_given_on="done_on", notice_effective_on="effective_on")
    cells |= columns(record["subjects"], subjects="subject")
    cells |= columns(record["texts"], text_languages="language", text_urls="url")
    cells |= {
        "identifiers": paired(record["identifiers"], "scheme", "value"),
        "relations": joined(
            f"{row['kind']}:{row['target'] or row['target_text']}" for row in record["relations"]
        ),
        "missing": paired(record["missing_values"], "field", "reason"),
    }
    return {name: cells[name] for name in WIDE.names}


def of_side(side: int, parties: list[dict]) -> dict[str, str]:
    mine = [party for party in parties if party["side"] == side]
    names = PARTIES.names[PARTIES.names.index("state") :]
    return columns(mine, **{f"side_{side}_{name}": name for name in names})


def columns(rows: list[dict], **named: str) -> dict[str, str]:
    """Cells by name, each the list of one column of the rows."""
    return {name: joined(row[column] for row in rows) for name, column in named.items()}


def paired(rows: list[dict], one: str, other: str) -> str:
    return joined(f"{row[one]}:{row[other]}" for row in rows)


def of_kind(actions: list[dict], kind: str) -> list[dict]:
    """Steps that all took."""
    return [a for a in actions if a["kind"] == kind and not a["side"] and not a["party"]]
