"""What a person sees in a cell of a workbook."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from openpyxl.utils.escape import unescape

# Of a number format: what stands in quotation marks, in brackets or behind a backslash.
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
LONGEST_INTEGER = 21  # digits that are written without an exponent
SHOWN = 15  # digits that Excel keeps


def shown(value: Any, number_format: str) -> str:
    """Dates in ISO 8601, as exact as the cell shows them; numbers without "1.0" and "1e+16"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return padded(number(value), number_format)
    if isinstance(value, datetime | date):
        return day(value, number_format)
    if isinstance(value, time):
        return clock(value)
    return duration(value) if isinstance(value, timedelta) else unescape(str(value))


def number(value: int | float) -> str:
    if isinstance(value, int):
        return str(value)
    exact = Decimal(format(value, f".{SHOWN}g"))
    if not exact.is_finite() or abs(exact.adjusted()) > LONGEST_INTEGER:
        return str(exact)
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def padded(text: str, number_format: str) -> str:
    """The format 00000 shows 42 as 00042: a code, not a quantity."""
    is_code = number_format.strip("0") == "" and text.isdigit()
    return text.zfill(len(number_format)) if is_code else text


def is_day(number_format: str) -> bool:
    return not {"y", "d"}.isdisjoint(letters(number_format))


def letters(number_format: str) -> str:
    return LITERAL.sub("", number_format).lower().split(";")[0]


def day(value: date, number_format: str) -> str:
    parts = letters(number_format)
    if "y" in parts and "d" not in parts and "h" not in parts:
        return f"{value.year:04}-{value.month:02}" if "m" in parts else f"{value.year:04}"
    if not isinstance(value, datetime):
        return value.isoformat()
    at = clock(value.time())
    return value.date().isoformat() + (f"T{at}" if at != "00:00" else "")


def clock(value: time) -> str:
    """Excel counts days in floats: fractions of a second are nobody's."""
    return value.isoformat("seconds" if value.second else "minutes")


def duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    minutes, seconds = divmod(abs(seconds), 60)
    sign = "-" if value < timedelta() else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
