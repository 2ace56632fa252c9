"""Words of PDF that run from right to left, in the order in which they are read.

PDFium takes letters that a file holds in the order of reading for letters in the order of the page,
and turns whole words around: browsers write such files. Where letters stand on the page says which
words those are.
"""

from __future__ import annotations

import re
from ctypes import c_double
from math import pi

from pypdfium2 import PdfTextPage, raw

# Letters from Hebrew to Arabic, with their marks; digits run from left to right everywhere.
LETTER = (
    "\u0591-\u05f2\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0710-\u07bf\u07ca-\u07f5\u0800-\u08ff\ufb1d-\ufdfb\ufe70-\ufefc"
)
WORD = re.compile(f"[{LETTER}]{{2,}}")
LEVEL = pi / 4  # a line that climbs more than this is left as it is


def read(text_page: PdfTextPage) -> str:
    """The words of a page, each in the order of reading."""
    text = text_page.get_text_range()
    return WORD.sub(lambda word: in_order(text_page, word), text)


def in_order(text_page: PdfTextPage, word: re.Match[str]) -> str:
    first = left(text_page, word.start(), word[0][0])
    last = left(text_page, word.end() - 1, word[0][-1])
    is_turned = first is not None and last is not None and first < last
    return word[0][::-1] if is_turned else word[0]


def left(text_page: PdfTextPage, at: int, letter: str) -> float | None:
    """Where this character of the page's words begins, in points; None where that says nothing."""
    index = raw.FPDFText_GetCharIndexFromTextIndex(text_page, at)
    if index < 0 or raw.FPDFText_GetUnicode(text_page, index) != ord(letter):
        return None
    angle = raw.FPDFText_GetCharAngle(text_page, index)
    if LEVEL < angle < 2 * pi - LEVEL:
        return None
    sides = [c_double() for _ in range(4)]
    if not raw.FPDFText_GetCharBox(text_page, index, *sides):
        return None
    return sides[0].value
