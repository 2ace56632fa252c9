"""Numbers in words, made from the words of the units and the tens."""

from __future__ import annotations


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


def numbered(words: str) -> dict[str, int]:
    """Names in order with their numbers from one: months; forms are parted by ``|``."""
    return {name.replace("_", " "): number for name, number in counted(words).items()}


def days_of_week(words: str) -> dict[str, int]:
    """Names of the days from Monday, which is 0."""
    return {name.replace("_", " "): number for name, number in counted(words, 0).items()}


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())
