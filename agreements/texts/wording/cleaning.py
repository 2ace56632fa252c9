"""The words of a file made ready for search; what is shown is never made so."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from agreements.texts.wording import layout

BREAKS = re.compile(r"\r\n|[\r\f\v\x85\u2028\u2029]")
# Control characters, single surrogates, noncharacters, marks of no width.
DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]")
SOFT_HYPHEN = "\u00ad"
SOFT = re.compile(r"\u00ad(?!\s*\n)")
# Ligatures, and the forms of Arabic letters that printers use.
PRINTED = re.compile(r"[\ufb00-\ufb17\ufb50-\ufdfb\ufe70-\ufefc]+")
SPACES = re.compile(r"[^\S\n]+")
ENDING = re.compile(r"(\w[\w’']*)([-‐‑¬])$")
BEGINNING = re.compile(r"(\w[\w’']*)")
COMPOUND = re.compile(r"\b(\w{2,30})-(?=\w\w)")
WORD = re.compile(r"\w{4,}")
LONGEST_WORD = 60
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff。，、；：！？）」』》]")
SENTENCE_END = (".", ":", ";", "!", "?", "。", "؟", "؛", "；", "：", "۔")
# What keeps its hyphen though no other place in the text shows it: first halves, second ones.
FIRST_HALVES = """
научно торгово культурно социально финансово военно вице премьер экс северо юго организационно
ғылыми ильмий vice socio ex non self franco anglo russo sino
"""
SECOND_HALVES = "то либо нибудь таки ci là même mêmes il elle ils elles on ce je nous vous"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``page_starts[n]`` is where the words of the n-th page (from 0) begin in ``text``.

    A word that the end of a page parts belongs to the first of the two pages.
    """

    text: str
    page_starts: list[int]

    def page_at(self, place: int) -> int:
        """The page (from 0) that holds the character."""
        return max(bisect_right(self.page_starts, place) - 1, 0)


def cleaned(pages: Sequence[str]) -> Cleaned:
    """One text of all pages, in time proportional to their length.

    Lines are joined, words put together that a line's end parts, headers, footers and page
    numbers left out (a header stays where it stands first), ligatures taken apart. A line break
    is left where a blank line stands, or a sentence ends at the end of a page.
    """
    lines = without_margins([characters(page).split("\n") for page in pages])
    joining = Joining(lines)
    for page in lines:
        joining.begin_page()
        for line in page:
            joining.add(line.strip())
    text = "".join(joining.pieces)
    return Cleaned(text, [min(start, len(text)) for start in joining.page_starts])


def characters(page: str) -> str:
    """Without what is not seen, and with plain letters; NFC."""
    page = DROPPED.sub("", BREAKS.sub("\n", page))
    page = PRINTED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), page)
    return unicodedata.normalize("NFC", SPACES.sub(" ", SOFT.sub("", page)))


def without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Without the lines that return on many pages, but for the first of each; without numbers."""
    returning = layout.returning(pages)
    seen: set[str] = set()
    bodies = []
    for lines in pages:
        margins = {at: layout.signature(lines[at]) for at in layout.edges(lines)}
        dropped = {at for at, line in margins.items() if line in returning and line in seen}
        seen.update(margins.values())
        bodies.append([line for at, line in enumerate(lines) if at not in dropped])
    places = layout.page_number_places(bodies)
    return [without_number(lines, places) for lines in bodies]


def without_number(lines: list[str], places: frozenset[int]) -> list[str]:
    """Without its first or last line, where this is a page number."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    dropped = {
        written[place]
        for place in places
        if written and layout.PAGE_NUMBER.fullmatch(lines[written[place]])
    }
    return [line for at, line in enumerate(lines) if at not in dropped]


@dataclass(slots=True)
class Joining:
    """Lines that become one text."""

    lines: list[list[str]]
    pieces: list[str] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    length: int = 0
    last: str = ""  # line
    is_soft: bool = False  # the last line ends with a soft hyphen
    is_apart: bool = False  # a blank line stands before what follows
    waiting: int = 0  # pages that have no words yet
    vocabulary: Vocabulary | None = None

    def begin_page(self) -> None:
        """What follows is the next page's."""
        self.waiting += 1
        self.page_starts.append(sys.maxsize)

    def add(self, line: str) -> None:
        """The page's next line."""
        if not line:
            self.is_apart = True
            return
        begun = BEGINNING.match(line)
        parted = ENDING.search(self.last[-LONGEST_WORD:])
        if (
            begun
            and (parted or (self.is_soft and self.pieces))
            and (self.waiting or not self.is_apart)
        ):
            if parted:
                self.replace_hyphen(self.hyphen(parted[1], parted[2], begun[1]))
            self.go_on(begun[1], line[begun.end() :].rstrip(SOFT_HYPHEN))
        elif line.strip(SOFT_HYPHEN):
            if self.pieces:
                self.write(self.between(line))
            self.start_pages(True)
            self.write(line.rstrip(SOFT_HYPHEN))
        self.is_soft, self.is_apart = line.endswith(SOFT_HYPHEN), False
        self.last = line.rstrip(SOFT_HYPHEN) or self.last

    def go_on(self, second: str, rest: str) -> None:
        """The second half of a word, and what follows it, which may be the first of its page."""
        self.write(second + " " * (rest[:1] == " "))
        self.start_pages(bool(rest.strip()))
        self.write(rest.removeprefix(" "))

    def write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def replace_hyphen(self, hyphen: str) -> None:
        """The last piece ends with one."""
        while not self.pieces[-1]:
            self.pieces.pop()
        self.pieces[-1] = self.pieces[-1][:-1] + hyphen
        self.length += len(hyphen) - 1

    def start_pages(self, has_words: bool) -> None:
        """The pages that wait begin here."""
        if has_words and self.waiting:
            self.page_starts[-self.waiting :] = [self.length] * self.waiting
            self.waiting = 0

    def between(self, line: str) -> str:
        """What stands between the last line and this."""
        has_ended = self.last.endswith(SENTENCE_END)
        if (self.is_apart and not self.waiting) or (self.waiting and has_ended):
            return "\n"
        return "" if CJK.match(self.last[-1]) and CJK.match(line) else " "

    def hyphen(self, first: str, mark: str, second: str) -> str:
        """What is left of the hyphen of a word that goes on in the next line."""
        if mark == "¬":
            return ""
        if first[-1].isdigit() or second[0].isdigit() or len(first) < 2:
            return "-"
        if second[0].isupper() and not (first.isupper() and second.isupper()):
            return "-"
        if self.vocabulary is None:
            self.vocabulary = Vocabulary.of(self.lines)
        return self.vocabulary.hyphen(first.casefold(), second.casefold())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a text that no line's end parts: how it writes them itself."""

    words: frozenset[str]
    firsts: frozenset[str]  # halves of words with hyphens
    seconds: frozenset[str]

    @classmethod
    def of(cls, pages: list[list[str]]) -> Vocabulary:
        """Of all lines."""
        words: set[str] = set()
        firsts, seconds = set(FIRST_HALVES.split()), set(SECOND_HALVES.split())
        for line in (line.casefold() for lines in pages for line in lines):
            words.update(WORD.findall(line))
            if "-" in line:
                firsts.update(COMPOUND.findall(line))
        return cls(frozenset(words), frozenset(firsts), frozenset(seconds))

    def hyphen(self, first: str, second: str) -> str:
        """Kept where the text has the first half with one elsewhere, and not the whole word."""
        if first + second in self.words:
            return ""
        return "-" if first in self.firsts or second in self.seconds else ""
