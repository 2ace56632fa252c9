"""Dates of one column, all read in one way.

Which number of 03/04/2019 is the month is settled for the whole column by a value such as
27/10/2020. Where none settles it, or values contradict each other, the clerk is asked; nothing is
guessed from a cell alone, and no day is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from agreements import dates
from agreements.dates import PartialDateError, days_in

from .remarks import Remark, error

# Two numbers and a year in digits, parted alike: what can be read in more than one way.
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
TIME = re.compile(
    r"(?P<day>.*\d)(?:T| +)(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?P<part>[.,]\d+)?)?"
    r"(?: ?(?P<noon>[AaPp])\.?[Mm]\.?)?(?:Z| ?[-+]\d\d:?\d\d)?"
)
FIRST_OF_EXCEL = {"excel": date(1899, 12, 30), "excel_1904": date(1904, 1, 1)}
LAST_OF_EXCEL = 2_958_465  # the end of 9999
EXAMPLES = 3
WRITTEN = {
    "dmy": "31/12/2020",
    "mdy": "12/31/2020",
    "ymd": "2020/12/31",
    "words": "2020-12-31",
    "excel": "44196",
    "excel_1904": "42734",
}


class BadDate(ValueError):
    """Holds what is to be said of the row."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def remark(self, column: str) -> Remark:
        return error(self.code, column, **self.values)


# Of the whole column ------------------------------------------------------------------------------


@dataclass
class Column:
    """What the values of a column tell of their form: examples of each, and how many there are."""

    seen: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def see(self, text: str) -> None:
        for kind in kinds(text):
            self.counts[kind] = self.counts.get(kind, 0) + 1
            examples = self.seen.setdefault(kind, [])
            if len(examples) < EXAMPLES and text not in examples:
                examples.append(text)

    @property
    def doubt(self) -> str:
        """ "contradictory", "day_or_month", or nothing."""
        if {"dmy", "mdy"} <= self.seen.keys():
            return "contradictory"
        is_settled = {"dmy", "mdy"} & self.seen.keys()
        return "day_or_month" if "open" in self.seen and not is_settled else ""

    @property
    def order(self) -> str:
        """Of a column without doubt."""
        return "mdy" if "mdy" in self.seen else "dmy" if self.seen.keys() & ORDERED else "words"

    def examples(self, *kinds: str) -> tuple[str, ...]:
        return tuple(text for kind in kinds for text in self.seen.get(kind, ()))


ORDERED = {"dmy", "dotted", "open"}


def kinds(text: str) -> Iterator[str]:
    """ "dmy", "mdy" where it can be one only; "open" where it can be both, "dotted" where the
    points make it days first; "century" where the year has two digits."""
    for one, sign, other, year in YEAR_LAST.findall(text):
        if len(year) == 2:
            yield "century"
        first, second = int(one), int(other)
        if 12 < first <= 31 and 0 < second <= 12:
            yield "dmy"
        elif 12 < second <= 31 and 0 < first <= 12:
            yield "mdy"
        elif 0 < first <= 12 and 0 < second <= 12 and first != second:
            yield "dotted" if sign == "." else "open"


# Of one cell --------------------------------------------------------------------------------------


def read(text: str, form: str, century: str = "") -> str:
    """EDTF text of a value; ``form`` is one of ``profiles.FORMATS``. Raises BadDate."""
    bare = without_midnight(text.strip())
    if form in FIRST_OF_EXCEL and re.fullmatch(r"\d{1,7}(\.0+)?", bare):
        return of_excel(int(bare.split(".")[0]), form, text)
    if dates.valid(bare):
        return bare
    if found := YEAR_FIRST.fullmatch(bare):
        year, _sign, month, day = found.groups()
        return day_of(year, month, day, text)
    plainly = YEAR_LAST.sub(lambda found: in_order(found, form, century, text), bare)
    try:
        return dates.parse(plainly)
    except PartialDateError as problem:
        raise BadDate("no_date", value=text, format=WRITTEN[form]) from problem


def without_midnight(text: str) -> str:
    """A time of day is cut off where it says nothing."""
    found = TIME.fullmatch(text)
    if not found:
        return text
    hour = int(found["hour"])
    if found["noon"] and found["noon"] in "Aa" and hour == 12:
        hour = 0
    parts = (found["minute"], found["second"], (found["part"] or "")[1:])
    if hour or any(int(part or 0) for part in parts):
        raise BadDate("time_of_day", value=text)
    return found["day"]


def in_order(found: re.Match[str], form: str, century: str, text: str) -> str:
    """Day, month and year in digits as an ISO date."""
    one, _sign, other, year = found.groups()
    if form == "words" and "open" in kinds(found[0]):  # nobody has settled which is the month
        raise BadDate("no_date", value=text, format=WRITTEN[form])
    if len(year) == 2:
        if not century:
            raise BadDate("two_digit_year", value=text)
        year = century + year
    day, month = (other, one) if form == "mdy" else (one, other)
    return day_of(year, month, day, text)


def day_of(year: str, month: str, day: str, text: str) -> str:
    numbers = int(year), int(month), int(day)
    is_day = numbers[0] and 1 <= numbers[1] <= 12 and 1 <= numbers[2] <= days_in(*numbers[:2])
    if not is_day:
        raise BadDate("impossible_date", value=text)
    return "{:04}-{:02}-{:02}".format(*numbers)


def of_excel(days: int, form: str, text: str) -> str:
    if not 60 < days <= LAST_OF_EXCEL:  # before, Excel counts a day that never was
        raise BadDate("impossible_date", value=text)
    try:
        return str(FIRST_OF_EXCEL[form] + timedelta(days))
    except OverflowError as problem:
        raise BadDate("impossible_date", value=text) from problem
