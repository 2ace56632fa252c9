"""Words of a text as mark-up: escaped, their lines as they are read, what was sought marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

MOST_MARKED = 1000
GONE = "\ufdd1"  # in place of what is left out; no text has it: see words.sound()
UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
# Of a full line; one that is shorter was ended on purpose.
SHORT = 0.6
NARROWEST = 30  # letters that a line has that was broken for want of room


class Marks:
    """Gives spans of a text; ``places`` are the words that were sought, in order.

    The first ``MOST_MARKED`` of those from character ``start`` to ``end`` are marked. One of them
    is ``found``: that at which a reader wants to begin. ``prefix`` is that of the anchors.
    """

    def __init__(
        self,
        text: str,
        places: Sequence[tuple[int, int]] = (),
        start: int = 0,
        end: int | None = None,
        begin: int = 0,
        prefix: str = "",
    ) -> None:
        self.text = text
        self.places = places
        self.prefix = prefix
        self.first = bisect_left(places, (start, 0))
        last = len(places) if end is None else bisect_left(places, (end, 0))
        self.after = min(last, self.first + MOST_MARKED)
        self.in_reach = last - self.first
        at = bisect_left(places, (begin, 0))
        self.found = at if self.first <= at < self.after else self.first

    def __len__(self) -> int:
        """How many are marked."""
        return self.after - self.first

    @property
    def first_anchor(self) -> str:
        return self.anchor(self.first)

    def anchor(self, n: int) -> str:
        return f"{self.prefix}hit-{n + 1}"

    def span(self, start: int, end: int) -> SafeString:
        """Mark-up of the words from ``start`` to ``end``."""
        shown = flowing(self.text[start:end])
        pieces: list[str] = []
        at = start
        n = bisect_right(self.places, start, key=lambda place: place[1])
        while n < self.after and self.places[n][0] < end:
            first, last = max(self.places[n][0], start), min(self.places[n][1], end)
            pieces.append(written(shown[at - start : first - start]))
            words = written(shown[first - start : last - start])
            pieces.append(self.mark(n, words, first, last) if n >= self.first else words)
            at = last
            n += 1
        pieces.append(written(shown[at - start :]))
        # Each piece was escaped by written(), or is a tag made here of numbers and escaped words.
        return mark_safe("".join(pieces))

    def mark(self, n: int, words: str, first: int, last: int) -> str:
        """With a way to the next at its end. One that goes on over a page has its anchor once."""
        is_begun, is_ended = first == self.places[n][0], last == self.places[n][1]
        found = '<span id="found"></span>' if is_begun and self.is_found(n) else ""
        anchor = f' id="{self.anchor(n)}"' if is_begun else ""
        next_ = self.next(n) if is_ended and n + 1 < self.after else ""
        return f"{found}<mark{anchor}>{words}</mark>{next_}"

    def is_found(self, n: int) -> bool:
        """Once on a page: of two texts, in the first."""
        return n == self.found and not self.prefix

    def next(self, n: int) -> str:
        label = escape(gettext("Next place"))
        return f'\u2060<a class="next" href="#{self.anchor(n + 1)}" aria-label="{label}">↓</a>'


def written(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace(GONE, "")


def flowing(text: str) -> str:
    """A paragraph with the line breaks that were made on purpose; no letter moves.

    Where a line is full it was broken for want of room, and goes on in the next one.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    width = max(map(len, lines))
    breaks = [
        "\n" if is_ended(line, width) else between(line, following)
        for line, following in pairwise(lines)
    ]
    return "".join(line + mark for line, mark in zip(lines, [*breaks, ""], strict=True))


def is_ended(line: str, width: int) -> bool:
    narrowest = NARROWEST // 2 if UNSPACED.search(line) else NARROWEST
    return width < narrowest or len(line) < SHORT * width


def between(line: str, following: str) -> str:
    """Chinese has no blanks between words."""
    ends = line[-1:], following[:1]
    return GONE if all(UNSPACED.match(end) for end in ends) else " "
