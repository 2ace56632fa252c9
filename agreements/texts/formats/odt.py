"""The words of an ODT file, without headers, footers, comments and deletions."""

from __future__ import annotations

import re
from pathlib import Path

from . import markup, packages
from .limits import Limits
from .outlines import Outlines
from .paper import Paper

SKIPPED = {
    "text:tracked-changes",
    "office:annotation",
    "text:ruby-text",
    "svg:title",
    "svg:desc",
    "text:note-citation",
}
SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
SPACES = 1000
STYLES = "styles.xml"
BLANK = re.compile(r"[ \t\r\n]+")


class Reader:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.paper = Paper(limits)
        self.around: list[Paper] = []
        self.notes: list[str] = []
        self.skipped = 0
        self.outlines = Outlines()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or name in SKIPPED:
            self.skipped += 1
        elif name in ("text:p", "text:h"):
            self.paper.start_paragraph(self.outlines.label(name, attributes))
        elif name in SIGNS:
            self.paper.write(SIGNS[name])
        elif name == "text:s":
            count = attributes.get("text:c", "1")
            self.paper.write(" " * min(int(count) if count.isdecimal() else 1, SPACES))
        elif name == "text:note":
            self.start_note()
        elif name == "table:table":
            self.paper.start_table()
        elif name == "table:table-row":
            self.paper.start_row()
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.paper.start_cell()
        else:
            self.outlines.start(name, attributes)

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif name in ("text:p", "text:h"):
            self.paper.end_paragraph()
        elif name == "text:note":
            self.end_note()
        elif name == "table:table":
            self.paper.end_table()
        elif name == "table:table-row":
            self.paper.end_row()
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.paper.end_cell()
        else:
            self.outlines.end(name)

    def text(self, text: str) -> None:
        if not self.skipped:
            self.paper.write(BLANK.sub(" ", text))

    def start_note(self) -> None:
        self.notes.append("")
        self.paper.write(f"[{len(self.notes)}]")
        self.around.append(self.paper)
        self.paper = Paper(self.limits)

    def end_note(self) -> None:
        self.notes[-1] = self.paper.text()
        self.paper = self.around.pop()


def words(path: Path, limits: Limits) -> str:
    reader = Reader(limits)
    with packages.opened(path) as archive:
        if STYLES in archive.NameToInfo:
            with archive.open(STYLES) as file:
                markup.parse(file, markup.Handler(start=reader.outlines.start))
        with archive.open(packages.main_part(archive)) as file:
            markup.parse(file, markup.Handler(reader.start, reader.end, reader.text))
    for number, note in enumerate(reader.notes, 1):
        reader.paper.start_paragraph(f"[{number}] ")
        reader.paper.write(note)
        reader.paper.end_paragraph()
    return reader.paper.text()


def title(path: Path) -> str:
    return packages.stated_title(path, "meta.xml")
