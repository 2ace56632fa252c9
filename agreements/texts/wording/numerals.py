"""Numbers of articles: digits, roman numerals, words and Chinese numerals, spoilt ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agreements.texts.wording import ordinals

LATIN_SUFFIXES = "bis|ter|quater|quinquies|sexies|septies|octies"
ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})", re.I)
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# What machines read for the strokes of roman numerals and for digits.
STROKES = str.maketrans({"l": "I", "1": "I", "|": "I", "!": "I", "i": "I", "T": "I", "Ӏ": "I"})
WIDE = (("H", "II"), ("U", "II"), ("n", "II"), ("m", "III"), ("Y", "V"))
DIGITS = str.maketrans("lI|!iOoОоSZ", "11111000052")
CYRILLIC_ROMAN = str.maketrans("ІХСМ", "IXCM")
HAN = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_NUMERAL = "零〇一二三四五六七八九十百千两兩"

# One level of a number, and a whole number: 5, 5.2, 9-08, XIV.3, 5 bis, 5a, 1er, 3º.
LEVEL = r"(?:\d{1,4}|[IVXLCІХ]{1,8})"
WHOLE = re.compile(
    rf"(?P<levels>{LEVEL}(?:(?:\.|\s?[-–]\s?|/){LEVEL}){{0,2}})"
    rf"(?P<mark>\.?[ºª°o]\b|\s?er\b|[eè]re\b|[-–](?:й|я|е|ой|nji|njy)\b|['’]?(?:inci|ıncı|uncu|üncü)\b)?"
    rf"(?:(?P<letter>[a-zа-г])\b|[ \t]?(?P<suffix>{LATIN_SUFFIXES})\b)?",
)


class Number(NamedTuple):
    """What is counted (5.2 is (5, 2)), and what tells it from its namesake (bis, a)."""

    levels: tuple[int, ...]
    suffix: str = ""

    def __str__(self) -> str:
        return ".".join(map(str, self.levels)) + (f"-{self.suffix}" if self.suffix else "")


class Found(NamedTuple):
    """Readings of the number that words begin with, likeliest first, and where it ends."""

    readings: tuple[Number, ...]
    end: int


def roman(numeral: str) -> int | None:
    """Of a plain roman numeral, also one written with Cyrillic letters."""
    numeral = numeral.translate(CYRILLIC_ROMAN).upper()
    if not numeral or not ROMAN.fullmatch(numeral):
        return None
    values = [ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def han(numeral: str) -> int | None:
    """Of a Chinese numeral below ten thousand."""
    total, digit = 0, 0
    for letter in numeral:
        if letter in HAN_UNITS:
            total += (digit or 1) * HAN_UNITS[letter]
            digit = 0
        elif letter in HAN:
            digit = digit * 10 + HAN[letter] if digit else HAN[letter]
        else:
            return None
    return total + digit


def number(words: str) -> Found | None:
    """The number that the words begin with, written plainly."""
    if found := WHOLE.match(words):
        levels = re.split(r"\.|\s?[-–]\s?|/", found["levels"])
        values = [int(level) if level.isdigit() else roman(level) for level in levels]
        following = words[found.end() : found.end() + 3]
        is_apart = not following[:1].isalnum() and following[:1] != "_"
        # "Article 6The Parties", where the break of a line is lost.
        is_glued = found.group().isdigit() and len(following) == 3 and following.isalpha()
        if None not in values and (is_apart or is_glued):
            suffix = found["letter"] or found["suffix"] or ""
            return Found((Number(tuple(values), suffix),), found.end())  # type: ignore[arg-type]
    if found := ordinals.BEGINS.match(words):
        value = ordinals.value(found.group())
        if value:
            return Found((Number((value,)),), found.end())
    return None


def guesses(token: str) -> Iterator[Number]:
    """What a short spoilt number may have been: "HI" is III, "l" is 1 or I, "1O" is 10."""
    bare = re.sub(r"\s+", "", token)
    digits = bare.translate(DIGITS)
    if digits.isdecimal() and len(digits) <= 3:
        yield Number((int(digits),))
    wide = bare.translate(STROKES)
    for seen, strokes in WIDE:
        wide = wide.replace(seen, strokes)
    if value := roman(wide):
        yield Number((value,))
    if bare == "in":
        yield Number((3,))
