"""The words of an HTML page. A page is only ever given out as a download."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from . import plain
from .limits import Limits
from .paper import Paper
from .problem import Problem

SKIPPED = {"script", "style", "template", "noscript", "svg", "iframe"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "legend", "li", "main", "menu", "nav"),
    *("ol", "p", "pre", "section", "summary", "ul"),
}
BLANK = re.compile(r"[ \t\r\n\f]+")
CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|"
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.I,
)
CHARSET_WITHIN = 4096
SCRIPT = re.compile(r"<script[\s/>]|<[^>]{1,1000}\son[a-z]{3,20}\s*=|javascript:", re.I)


class Reader(HTMLParser):
    """Blocks and cells that a page forgot to close are closed by the next."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.paper = Paper(limits)
        self.paper.start_paragraph()
        self.title: list[str] = []
        self.skipping = ""
        self.skipped = 0
        self.is_in_title = self.is_kept = False
        self.counts: list[int | None] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self.skipping:
            self.skipped += tag == self.skipping
        elif tag in SKIPPED:
            self.skipping, self.skipped = tag, 1
        elif tag == "title":
            self.is_in_title = True
        elif tag == "br":
            self.paper.write("\n")
        elif tag in BLOCKS:
            self.break_off()
            self.start_block(tag, dict(attributes))
        else:
            self.start_of_table(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """As a browser does: only an element that is empty anyhow is closed by its slash."""
        if tag not in SKIPPED:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipped -= tag == self.skipping
            self.skipping = self.skipping if self.skipped else ""
        elif tag == "title":
            self.is_in_title = False
        elif tag in BLOCKS:
            self.break_off()
            self.is_kept = self.is_kept and tag != "pre"
            if tag in ("ol", "ul", "menu", "dir") and self.counts:
                self.counts.pop()
        else:
            self.end_of_table(tag)

    def handle_data(self, text: str) -> None:
        if self.is_in_title:
            self.title.append(text)
        elif not self.skipping:
            self.paper.write(text if self.is_kept else BLANK.sub(" ", text))

    def break_off(self) -> None:
        self.paper.end_paragraph()
        self.paper.start_paragraph()

    def start_block(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "pre":
            self.is_kept = True
        elif tag == "ol":
            self.counts.append(number(attributes.get("start"), 1) - 1)
        elif tag in ("ul", "menu", "dir"):
            self.counts.append(None)
        elif tag == "li" and self.counts and self.counts[-1] is not None:
            self.counts[-1] = number(attributes.get("value"), self.counts[-1] + 1)
            self.paper.write(f"{self.counts[-1]}. ")

    def start_of_table(self, tag: str) -> None:
        if tag == "table":
            if 0 < len(self.paper.tables) >= len(self.paper.blocks):  # not in a cell: it is new
                self.end_of_table("table")
            self.break_off()
            self.paper.start_table()
        elif tag in ("tr", "td", "th") and not self.paper.tables:
            self.break_off()
        elif tag == "tr":
            self.finish("tr")
            self.paper.start_row()
        elif tag in ("td", "th"):
            self.finish("td")
            if len(self.paper.rows) < len(self.paper.tables):
                self.paper.start_row()
            self.paper.end_paragraph()
            self.paper.start_cell()
            self.paper.start_paragraph()

    def end_of_table(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self.finish("td" if tag == "th" else tag)
        elif tag == "table" and self.paper.tables:
            self.finish("tr")
            self.paper.end_table()

    def finish(self, tag: str) -> None:
        """A cell, or a row with its open cell; those of the tables around it stay open."""
        paper = self.paper
        if len(paper.blocks) > len(paper.tables):
            self.break_off()
            paper.end_cell()
        if tag == "tr" and len(paper.rows) >= len(paper.tables) > 0:
            paper.end_row()


def number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,6}", written.strip()) else otherwise


def decode(body: bytes) -> plain.Decoded:
    found = CHARSET.search(body[:CHARSET_WITHIN])
    stated = (found[1] or found[2]).decode("ascii") if found else ""
    # A page that could be read as far as its meta element is not written in two bytes a letter.
    return plain.decode(body, "utf-8" if stated.lower().startswith("utf-16") else stated)


def read(text: str, limits: Limits) -> Reader:
    reader = Reader(limits)
    reader.feed(text)
    reader.close()
    reader.paper.close()
    return reader


def words(path: Path, limits: Limits) -> str:
    return read(decode(plain.read(path, limits)).text, limits).paper.text()


def examine(path: Path, limits: Limits) -> dict[str, Any]:
    decoded = decode(plain.read(path, limits))
    warnings = plain.check(decoded)
    if SCRIPT.search(decoded.text):
        warnings.append(Problem("scripts"))
    title = "".join(read(decoded.text, limits).title)
    return {"title": plain.tidy(title), "warnings": warnings}
