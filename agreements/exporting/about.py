"""What an export says of itself: what was asked for, when, how much there is, on what terms."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

ARCHIVE = "Pacta"


@dataclass(frozen=True)
class About:
    """``query`` is what was asked for in words, by the names of the parameters; ``address`` that of
    the page that shows the same."""

    address: str
    code_book: str
    made_at: datetime.datetime
    status_on: datetime.date
    number: int
    language: str
    order: str = ""
    query: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    licence: str = ""
    archive: str = ARCHIVE
    # Said by those formats that have the tables beside each other: rows of each.
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def made(self) -> str:
        time = self.made_at.astimezone(datetime.UTC).isoformat(timespec="seconds")
        return time.replace("+00:00", "Z")

    @property
    def plain(self) -> dict[str, Any]:
        return {
            "archive": self.archive,
            "address": self.address,
            "query": [{"asked": asked, "words": words} for asked, words in self.query],
            "order": self.order,
            "made_at": self.made,
            "status_on": self.status_on.isoformat(),
            "number": self.number,
            "language": self.language,
            "licence": self.licence or None,
            "code_book": self.code_book,
            "remarks": list(self.remarks),
            **({"rows": self.rows} if self.rows else {}),
        }

    @property
    def lines(self) -> Iterator[tuple[str, Any]]:
        """In two columns."""
        for name, value in self.plain.items():
            if name == "query":
                yield from (
                    ("query", f"{asked}: {words}".strip(": ")) for asked, words in self.query
                )
            elif name == "remarks":
                yield from (("remark", remark) for remark in self.remarks)
            elif name == "rows":
                yield from ((f"rows: {table}", number) for table, number in self.rows.items())
            else:
                yield name, value
