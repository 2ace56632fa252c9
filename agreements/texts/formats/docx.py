"""The words of a DOCX file: what Word shows, without headers, footers, comments and deletions."""

from __future__ import annotations

import zipfile
from pathlib import Path

from . import markup, packages
from .limits import Limits
from .numbering import Numbering, number
from .paper import Paper

# A fallback says again what its choice said; moved and old text stand elsewhere or nowhere.
SKIPPED = {"mc:Fallback", "w:moveFrom", "w:del", "w:pPrChange", "w:rPrChange"}
SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
NOTES = {"w:footnoteReference": "word/footnotes.xml", "w:endnoteReference": "word/endnotes.xml"}
TRUE = {"1", "true", "on"}
NO_NOTE = {"separator", "continuationSeparator", "continuationNotice"}


class Reader:
    """Of one part; notes that it refers to are counted in ``noted`` as (part, id)."""

    def __init__(self, limits: Limits, numbering: Numbering) -> None:
        self.limits = limits
        self.numbering = numbering
        self.paper = Paper(limits)
        self.notes: dict[str, str] = {}
        self.noted: list[tuple[str, str]] = []
        self.skipped = 0
        self.note = ""
        self.style = self.list = ""
        self.level: int | None = None
        self.runs = 0
        self.is_in_text = self.is_hidden = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or name in SKIPPED:
            self.skipped += 1
        elif name == "w:r":
            self.runs, self.is_hidden = self.runs + 1, False
        elif name in ("w:t", "m:t"):
            self.is_in_text = True
        elif name == "w:vanish":
            self.is_hidden = self.runs > 0 and attributes.get("w:val", "1") in TRUE
        elif name in SIGNS and self.runs:
            self.paper.write(SIGNS[name])
        elif name in NOTES:
            self.refer(NOTES[name], attributes)
        else:
            self.start_block(name, attributes)

    def start_block(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:p":
            self.paper.start_paragraph()
        elif name == "w:pPr":
            self.style, self.list, self.level = "", "", None
        elif name == "w:pStyle":
            self.style = attributes.get("w:val", "")
        elif name == "w:numId":
            self.list = attributes.get("w:val", "")
        elif name == "w:ilvl":
            self.level = number(attributes.get("w:val", ""))
        elif name == "w:tbl":
            self.paper.start_table()
        elif name == "w:tr":
            self.paper.start_row()
        elif name == "w:tc":
            self.paper.start_cell()
        elif name in ("w:footnote", "w:endnote"):
            is_note = attributes.get("w:type", "") not in NO_NOTE
            self.note = attributes.get("w:id", "") if is_note else ""
            self.paper = Paper(self.limits)

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif name == "w:r":
            self.runs, self.is_hidden = self.runs - 1, False
        elif name in ("w:t", "m:t"):
            self.is_in_text = False
        elif name == "w:pPr":
            self.paper.write(self.numbering.label(self.style, self.list, self.level))
        elif name == "w:p":
            self.paper.end_paragraph()
        elif name == "w:tbl":
            self.paper.end_table()
        elif name == "w:tr":
            self.paper.end_row()
        elif name == "w:tc":
            self.paper.end_cell()
        elif name in ("w:footnote", "w:endnote") and self.note:
            self.notes[self.note] = self.paper.text()

    def text(self, text: str) -> None:
        if self.is_in_text and not self.skipped and not self.is_hidden:
            self.paper.write(text.replace("\n", " "))

    def refer(self, part: str, attributes: dict[str, str]) -> None:
        self.noted.append((part, attributes.get("w:id", "")))
        if attributes.get("w:customMarkFollows", "0") not in TRUE:
            self.paper.write(f"[{len(self.noted)}]")


def words(path: Path, limits: Limits) -> str:
    with packages.opened(path) as archive:
        numbering = Numbering(archive)
        reader = read(archive, packages.main_part(archive), limits, numbering)
        parts = {part for part, _ in reader.noted if part in archive.NameToInfo}
        notes = {part: read(archive, part, limits, numbering).notes for part in parts}
    for mark, (part, note) in enumerate(reader.noted, 1):
        if text := notes.get(part, {}).get(note, ""):
            reader.paper.start_paragraph(f"[{mark}] ")
            reader.paper.write(text)
            reader.paper.end_paragraph()
    return reader.paper.text()


def read(archive: zipfile.ZipFile, part: str, limits: Limits, numbering: Numbering) -> Reader:
    reader = Reader(limits, numbering)
    with archive.open(part) as file:
        markup.parse(file, markup.Handler(reader.start, reader.end, reader.text))
    return reader


def title(path: Path) -> str:
    return packages.stated_title(path, "docProps/core.xml")
