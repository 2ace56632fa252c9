"""One text as it is being read: its characters, its grammar, and the states found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from .gazetteer import Mention
from .grammars.grammar import Grammar
from .proposal import Span
from .script import WORD, trimmed

compiled = lru_cache(maxsize=512)(re.compile)
LAST_WORDS = {n: re.compile(rf"(?<=\s)\S+(?:\s\S+){{{n - 1}}}$") for n in (1, 2, 3)}
TAIL = re.compile(r"[\s,;:.–-]+$")


@dataclass
class Reading:
    text: str
    plain: str
    grammar: Grammar
    mentions: list[Mention] = field(default_factory=list)
    #: the states that the whole text is about, the more certain first
    states: list[str] = field(default_factory=list)
    #: abbreviations that the text explains: "General Department (GDPH)" -> its state
    short_forms: dict[str, str] = field(default_factory=dict)

    #: of the publication, or the latest that a date in the text names
    year: int | None = None
    #: states of the parties read last, for a pair that names none
    last_pair: tuple[str, str] | None = None
    #: last names of heads of state and government
    head_names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.starts = [mention.start for mention in self.mentions]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self.starts, start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def find(self, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
        return self.grammar.find(name).finditer(self.plain, start, end)

    def each(self, pattern: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Matches of a bare pattern. What lies beyond ``end`` is not seen; what lies before is."""
        return compiled(pattern).finditer(self.plain, start, end)

    def search(self, name: str, start: int, end: int) -> re.Match[str] | None:
        return self.grammar.find(name).search(self.plain, start, end)

    def match(self, name: str, start: int, end: int) -> re.Match[str] | None:
        return self.grammar.find(name).match(self.plain, start, end)

    def words(self, start: int, end: int) -> list[re.Match[str]]:
        return list(WORD.finditer(self.plain, start, end))

    def said(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def skip_space(self, start: int, end: int, extra: str = "") -> int:
        while start < end and (self.text[start].isspace() or self.text[start] in extra):
            start += 1
        return start


def trim_tail(reading: Reading, start: int, end: int) -> Span:
    """Without marks, conjunctions and "also" at the end."""
    while True:
        before = end
        if match := TAIL.search(reading.plain, start, end):
            end = match.start()
        for words in (3, 2, 1):
            place = LAST_WORDS[words].search(reading.plain, max(start, end - 40), end)
            if place and (
                reading.grammar.find("conjunction").fullmatch(place[0])
                or reading.grammar.find("tail").fullmatch(place[0])
            ):
                end = place.start()
                break
        if end == before:
            return trimmed(reading.text, start, end, " \n\t\r,;:")


def tells_of_past_year(reading: Reading, span: Span) -> bool:
    years = [
        int(y)
        for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", reading.plain[span.start : span.end])
    ]
    return bool(years) and (reading.year is None or max(years) < reading.year)
