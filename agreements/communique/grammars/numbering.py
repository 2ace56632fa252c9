"""Short ways to write a grammar's tables: alternatives, words, numbers, months, days."""

from __future__ import annotations

import re


def either(text: str) -> str:
    """Alternatives written one on a line, or several with bars between, as one pattern.

    A line that begins with a bar goes on with the group that the line before has opened.
    """
    lines = (line.strip() for line in text.splitlines() if line.strip())
    return re.sub(r"\n(?=\|)", "", "\n".join(lines)).replace("\n", "|")


def counted(words: str, first: int = 1) -> dict[str, int]:
    """Words in order, from ``first`` on; forms of one number are parted by ``|``."""
    return {
        form: number
        for number, forms in enumerate(words.split(), first)
        for form in forms.split("|")
    }


def tens(words: str, units: dict[str, int], *patterns: str) -> dict[str, int]:
    """Twenty, thirty and on, alone and with units: ``{ten}-{unit}``, ``{unit}und{ten}``."""
    found: dict[str, int] = {}
    for place, forms in enumerate(words.split(), 2):
        for ten in forms.split("|"):
            found[ten.replace("_", " ")] = place * 10
            for pattern in patterns:
                for unit, value in units.items():
                    if value < 10:
                        said = pattern.format(ten=ten.replace("_", " "), unit=unit)
                        found[said] = place * 10 + value
    return found


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Names in order with their numbers: months; forms are parted by ``|``."""
    return {name.replace("_", " "): number for name, number in counted(words, first).items()}


def days_of_week(words: str) -> dict[str, int]:
    """Names of the days from Monday, which is 0."""
    return {name.replace("_", " "): number for name, number in counted(words, 0).items()}


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def up_to_99(tens: dict[int, str], ones: dict[int, str], between: str = " ") -> dict[str, int]:
    """Numbers in words from 1 to 99, made of those for tens and for ones."""
    numbers = {word: value for value, words in ones.items() for word in words.split("|")}
    for ten, ten_words in tens.items():
        for ten_word in ten_words.split("|"):
            numbers[ten_word] = ten
            for one, one_words in ones.items():
                if one < 10:
                    numbers |= {
                        f"{ten_word}{between}{word}": ten + one for word in one_words.split("|")
                    }
    return numbers
