"""The text as the grammars read it: one plain character for each character of the text.

``plain`` has the length of the text, so that every offset found in it is an offset of the text:
lower case, no diacritics, straight quotes and apostrophes, plain dashes, one kind of space.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agreements import letters

from .proposal import Span

WORD = re.compile(r"[^\W_]+")
# As letters that look alike are written in words of one script: kept, one for one.
APART = str.maketrans(
    {
        "\u3001": "、",
        "\uff0c": ",",
        "\uff1b": ";",
        "\uff1a": ":",
        "\u3002": "。",
        "\u060c": ",",
        "\u061b": ";",
        "\u061f": "?",
    }
)


def plain(text: str) -> str:
    return "".join(map(plain_character, text.translate(APART)))


@lru_cache(maxsize=4096)
def plain_character(character: str) -> str:
    if character in "\n\r":
        return "\n"
    if character in "\u00a0\u202f\u2009\t":
        return " "
    if character in "–—―−":
        return "–"
    folded = letters.fold(character)
    return folded[0] if folded else " " if character.isspace() else character


def capital(text: str, start: int) -> bool:
    return start < len(text) and text[start].isupper()


def trimmed(text: str, start: int, end: int, characters: str = " \n\t\r,;:.") -> Span:
    """The span without these characters at its ends."""
    characters += "،؛" if "," in characters else ""
    while start < end and (text[start] in characters or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in characters or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def content_words(plain_text: str, noise: frozenset[str]) -> list[str]:
    return [word for word in WORD.findall(plain_text) if word not in noise]
