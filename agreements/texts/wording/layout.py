"""What returns on the pages of a file: headers, footers, stamps and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

EDGE = 3  # lines from the top and the foot of a page that are looked at
FEWEST = 3  # pages that a line must return on
SHARE = 1 / 3  # of the pages: left and right ones may differ
LONGEST = 160
NUMBERS = re.compile(r"\d+")
SPACES = re.compile(r"\s+")
PAGE_NUMBER = re.compile(
    r"[\s\-–—~|•.\[(]*"
    r"(?:(?:page|p\.|pg\.|стр\.?|страница|с\.|seite|página|pág\.|sayfa|бет|бет:|hal\.|第|صفحة|صفحه)\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|из|von|de|sur|ішінен)\s*\d{1,4})?(?:\s*(?:页|頁|-бет|бет))?"
    r"[\s\-–—~|•.\])]*",
    re.I,
)


def signature(line: str) -> str:
    """The same for lines that differ by their numbers, capitals and spaces."""
    return NUMBERS.sub("0", SPACES.sub(" ", line.strip()).casefold())


def edges(lines: Sequence[str]) -> set[int]:
    """The places of the first and the last lines that are not blank."""
    written = [place for place, line in enumerate(lines) if line.strip()]
    return {*written[:EDGE], *written[-EDGE:]}


def returning(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Signatures of lines that stand at the top or foot of many pages; none are page numbers."""
    counts: Counter[str] = Counter()
    for lines in pages:
        at_edges = {signature(lines[at]) for at in edges(lines) if len(lines[at]) <= LONGEST}
        counts.update(at_edges)
    fewest = max(FEWEST, SHARE * len(pages))
    return frozenset(
        line
        for line, count in counts.items()
        if count >= fewest and any(letter.isalpha() for letter in line)
    )


def page_number_places(pages: Sequence[Sequence[str]]) -> frozenset[int]:
    """Which of a page's lines, 0 the first and -1 the last, are page numbers on most pages."""
    places = []
    for place in (0, -1):
        numbered = 0
        for lines in pages:
            written = [line for line in lines if line.strip()]
            numbered += bool(written) and PAGE_NUMBER.fullmatch(written[place]) is not None
        if numbered >= 2 and numbered * 3 >= len(pages):
            places.append(place)
    return frozenset(places)
