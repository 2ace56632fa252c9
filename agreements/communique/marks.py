"""Vowel signs of Arabic: a text is read without them, and spoken of with them."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from .proposal import Said, Span

MARK = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")


class Unmarked:
    """A text without its vowel signs, and the way back to the text that has them."""

    def __init__(self, text: str) -> None:
        self.marked = text
        self.places = [place for place, letter in enumerate(text) if not MARK.match(letter)]
        self.text = "".join(text[place] for place in self.places)

    def back(self, value: Any) -> Any:
        """The same of the text with the signs: every span, and every value of its words."""
        if isinstance(value, Span):
            return Span(self.place(value.start), self.end(value.end))
        if isinstance(value, Said) and self.is_quoted(value):
            span = self.back(value.span)
            return Said(" ".join(span.of(self.marked).split()), span)
        if isinstance(value, list | tuple):
            return type(value)(self.back(one) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {f.name: self.back(getattr(value, f.name)) for f in dataclasses.fields(value)}
            return dataclasses.replace(value, **fields)
        return value

    def is_quoted(self, said: Said) -> bool:
        return said.value == " ".join(said.span.of(self.text).split())

    def place(self, offset: int) -> int:
        return self.places[offset] if offset < len(self.places) else len(self.marked)

    def end(self, offset: int) -> int:
        """Behind the letter before, and the signs that it bears."""
        if offset == 0:
            return 0
        place = self.places[offset - 1] + 1
        while place < len(self.marked) and MARK.match(self.marked[place]):
            place += 1
        return place
