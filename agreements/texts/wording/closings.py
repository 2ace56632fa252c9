"""Where an agreement ends: done at …, in witness whereof, signatures."""

from __future__ import annotations

import re

from agreements.texts.wording import heading_words as words
from agreements.texts.wording.headings import ENDED
from agreements.texts.wording.lines import Line

LOOKED_AT = 500
BEGINS = re.compile("|".join(words.CLOSING), re.I)
ENDS = re.compile("|".join(words.CLOSING_ENDS), re.I)
END_WORDS = re.compile(
    r"жасал|имзолан|imzolan|imzalan|тузил|tuzil|түзүл|коюл|yapıl|düzenlen|bağlan"
)


def closing(lines: list[Line], first: int, last: int) -> int | None:
    """The first line that a closing begins with, of those from ``first`` until before ``last``."""
    before = ""
    for at in range(first, last):
        line = lines[at].words[:LOOKED_AT]
        if line and (not before or ENDED.search(before) or before.isupper() or len(before) < 40):
            if BEGINS.match(line) and not line[0].islower():
                return at
            if END_WORDS.search(line) and ENDS.search(line):
                return at
        before = lines[at].words
    return None
