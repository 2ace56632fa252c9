"""Days in the words of treaties: "this nineteenth day of September, two thousand and nineteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agreements.communique.days import edtf
from agreements.communique.proposal import Span

UNITS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
]
NUMBER_OF = {word: n for n, word in enumerate(UNITS, 1)}
NUMBER_OF |= {word: 10 * n for n, word in enumerate(TENS, 2)}
DAY_OF = {word: n for n, word in enumerate(ORDINALS, 1)}
DAY_OF |= {f"twenty {word}": n for n, word in enumerate(ORDINALS[:9], 21)}
DAY_OF |= {"thirtieth": 30, "thirty first": 31}

COUNTED = "|".join([*NUMBER_OF, "hundred", "thousand", "and"])
YEAR = rf"(?:(?P<y>(?:18|19|20)\d\d)|(?P<yw>(?:(?:{COUNTED})[ -]+){{1,9}}(?:{COUNTED})))(?!\w)"
WORDS = "|".join(sorted(DAY_OF, key=len, reverse=True)).replace(" ", "[ -]+")
DAY = rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?|(?P<dw>{WORDS}))"
IN_THE_YEAR = r"(?:in\s+the\s+year\s+)?(?:of\s+our\s+lord\s+)?"


def dates(plain_text: str, months: Mapping[str, int]) -> Iterator[tuple[Span, str | None]]:
    """Places and EDTF text of such days; English alone."""
    if "january" not in months:
        return
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    before = rf"(?<!\w){DAY}\s+(?:day\s+)?(?:of\s+)?"
    pattern = rf"{before}(?P<m>{names})\W*{IN_THE_YEAR}{YEAR}"
    for match in re.finditer(pattern, plain_text):
        day = int(match["d"]) if match["d"] else DAY_OF[" ".join(re.split("[ -]+", match["dw"]))]
        year = int(match["y"]) if match["y"] else year_of(match["yw"])
        if year and 1800 <= year < 2100:
            yield Span(*match.span()), edtf(year, months[match["m"]], day, None)


def year_of(words: str) -> int:
    """ "One thousand nine hundred and sixty-three", "nineteen hundred sixty-three" are 1963."""
    total = part = 0
    for word in re.split("[ -]+", words):
        if word == "thousand":
            total, part = total + max(part, 1) * 1000, 0
        elif word == "hundred":
            total, part = total + max(part, 1) * 100, 0
        else:
            part += NUMBER_OF.get(word, 0)
    return total + part
