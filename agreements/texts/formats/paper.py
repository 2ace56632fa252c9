"""A paper that is written down while its markup is read: paragraphs, tables, notes at the end."""

from __future__ import annotations

from .limits import Limits
from .plain import tidy
from .problem import Refused


class Paper:
    """Paragraphs may stand in cells, and in paragraphs (text boxes); tables in cells."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.written = 0
        self.blocks: list[list[str]] = [[]]
        self.open: list[list[str]] = []
        self.tables: list[list[str]] = []
        self.rows: list[list[str]] = []

    def start_paragraph(self, start: str = "") -> None:
        self.open.append([start])

    def write(self, text: str) -> None:
        """Text that stands in no paragraph is none of the paper's."""
        if self.open:
            self.written += len(text)
            if self.written > self.limits.characters:
                raise Refused("too_much_text", limit=self.limits.characters)
            self.open[-1].append(text)

    def end_paragraph(self) -> None:
        text = "".join(self.open.pop()).strip(" \n") if self.open else ""
        if text.strip():
            self.blocks[-1].append(text)

    def start_table(self) -> None:
        self.tables.append([])

    def start_row(self) -> None:
        self.rows.append([])

    def start_cell(self) -> None:
        self.blocks.append([])

    def end_cell(self) -> None:
        """What stands in it becomes one line."""
        if len(self.blocks) > 1:
            cell = " ".join(" ".join(self.blocks.pop()).split())
            (self.rows or self.blocks)[-1].append(cell)

    def end_row(self) -> None:
        row = "\t".join(self.rows.pop()) if self.rows else ""
        if row.strip():
            (self.tables or self.blocks)[-1].append(row)

    def end_table(self) -> None:
        if self.tables and (rows := self.tables.pop()):
            self.blocks[-1].append("\n".join(rows))

    def close(self) -> None:
        """Whatever is open still, as a page of HTML may leave it."""
        while self.open:
            self.end_paragraph()
        while len(self.blocks) > 1:
            self.end_cell()
        while self.rows:
            self.end_row()
        while self.tables:
            self.end_table()

    def text(self) -> str:
        return tidy("\n\n".join(self.blocks[0]))
