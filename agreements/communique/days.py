"""On which day it was signed, as exactly as the text and the date of publication say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .instruments import instruments
from .layout import Block
from .proposal import Said, Span
from .reading import Reading

AFTERWARDS = 3


@dataclass(frozen=True)
class Day:
    """A day that the text names. ``rank``: the smaller, the more surely the day of signing."""

    edtf: str
    span: Span
    rank: float
    rests_on_publication: bool = False


def signing_day(
    reading: Reading, blocks: list[Block], published_on: date | None, told_until: int
) -> Day | None:
    """The likeliest day. ``told_until``: where the last document ends; other news may follow."""
    base = dateline(reading, blocks, published_on) or published_on
    days = [
        day
        for block in blocks
        for sentence in block.sentences
        for day in later(
            days_in(reading, block, sentence, published_on, base),
            AFTERWARDS * is_other_news(reading, sentence, told_until),
        )
    ]
    return min(days, key=lambda day: (day.rank, day.span.start), default=None)


def later(days: list[Day], ranks: int) -> list[Day]:
    return [replace(day, rank=day.rank + ranks) for day in days]


def is_other_news(reading: Reading, sentence: Span, told_until: int) -> bool:
    """Behind the last document, and of no document."""
    return sentence.start > told_until and not instruments(reading, sentence.start, sentence.end)


def day_without_year(reading: Reading, blocks: list[Block]) -> Said | None:
    """The first day of a sentence of signing that has no year."""
    for block in blocks:
        for sentence in block.sentences:
            if not reading.search("signing", sentence.start, sentence.end):
                continue
            for span, year, month, day in written_dates(reading, sentence):
                if day and year is None and not is_another_day(reading, sentence, span):
                    return Said(f"{month:02}-{day:02}", span)
    return None


def last_day(reading: Reading, day: Day) -> Said | None:
    """The end of "4-5 May", "May 4-5": the second day of the same month."""
    if len(day.edtf) != 10:
        return None
    match = RANGE.search(reading.plain, day.span.start, day.span.end)
    if match is None or int(match[1]) != int(day.edtf[-2:]):
        return None
    last = date_or_none(int(day.edtf[:4]), int(day.edtf[5:7]), int(match[2]))
    ended = last.isoformat() if last else ""
    return Said(ended, Span(*match.span())) if ended > day.edtf else None


RANGE = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th)?\s*[-–]\s*(\d{1,2})(?![\d.-])")


def is_another_day(reading: Reading, sentence: Span, span: Span) -> bool:
    """After "due on", "since": not the day of the signing."""
    before = reading.plain[max(sentence.start, span.start - 60) : span.start]
    return reading.grammar.find("not_day").search(before + "¶") is not None


def dateline(reading: Reading, blocks: list[Block], published_on: date | None) -> date | None:
    """The day at the head of the report, on which its "today" rests."""
    for block in blocks[:6]:
        for span, year, month, day in written_dates(reading, block.span):
            if day and is_dateline(reading, block, span):
                value = edtf(year, month, day, published_on)
                return date.fromisoformat(value) if value else None
    return None


def days_in(
    reading: Reading,
    block: Block,
    sentence: Span,
    published_on: date | None,
    base: date | None,
) -> list[Day]:
    found: list[Day] = []
    signs = bool(reading.search("signing", sentence.start, sentence.end))
    past = bool(reading.search("history", sentence.start, sentence.end))
    for span, year, month, day in written_dates(reading, sentence):
        if is_page_line(reading, block, span):
            continue
        value = edtf(year, month, day, published_on)
        if value is None:
            continue
        near = near_signing(reading, sentence, span)
        rank = 1.0 if near and signs else 2.0 if signs else 6.0
        if not signs and reading.search("held", sentence.start, sentence.end):
            rank = 2.8
        if is_dateline(reading, block, span) or opens(reading, block, sentence, span):
            rank = 2.5
        if is_another_day(reading, sentence, span):
            rank += 6
        if day is None:  # the month alone
            rank += 0.8
        if year and published_on and abs(published_on.year - year) > 1:
            continue
        if past:
            rank += 5
        found.append(Day(value, span, rank, year is None and len(value) == 10))
    if base and not (is_short(reading, block) and list(written_dates(reading, block.span))):
        met = reading.search("held", sentence.start, sentence.end) or reading.search(
            "meeting", sentence.start, sentence.end
        )
        found += relative(reading, sentence, base, 0 if signs else 0.8 if met else 2.0)
    return [day for day in found if day.rank < 6]


def opens(reading: Reading, block: Block, sentence: Span, span: Span) -> bool:
    """As in "20-сентябрь, Бишкек.": a day and a place before the first sentence of a text."""
    is_first = span.start - block.span.start < 12 and sentence.start == block.span.start
    return is_first and len(block.sentences) > 1 and length(reading, sentence) < 6


def is_short(reading: Reading, block: Block) -> bool:
    return length(reading, block.span) < 10


def length(reading: Reading, span: Span) -> int:
    """How many words; of a text without spaces a half of its letters."""
    said = reading.plain[span.start : span.end]
    if reading.grammar.is_unspaced:
        return sum(character.isalpha() for character in said) // 2
    return len(re.findall(r"[^\W\d_]+", said))


# A day without its month: "17日".
DAY_ALONE = re.compile(r"(?<![\d月第])(?P<d>\d{1,2})日(?!本|元)")


def last_such(number: int, published_on: date) -> date | None:
    """The last day of that number up to the day of publication."""
    month = published_on.replace(day=1)
    if number > published_on.day:
        month = (month - timedelta(days=1)).replace(day=1)
    return date_or_none(month.year, month.month, number)


def month_said(reading: Reading, published_on: date) -> date:
    """The last day of the month that the dateline names, if one does and it is not to come."""
    match = re.search(r"(?<![\d年])(\d{1,2})月\d{1,2}日", reading.plain[:400])
    if match is None or not 1 <= int(match[1]) <= 12:
        return published_on
    year = published_on.year - (int(match[1]) > published_on.month)
    last = date(year + int(match[1]) // 12, int(match[1]) % 12 + 1, 1) - timedelta(days=1)
    return min(last, published_on)


def weekdays_in(reading: Reading, sentence: Span) -> Iterator[re.Match[str]]:
    """The names of days, which may be of two words: "quarta-feira"."""
    names = sorted(reading.grammar.weekdays, key=len, reverse=True)
    pattern = "|".join(map(re.escape, names)) or r"(?!)"
    if not reading.grammar.is_unspaced:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    return reading.each(pattern, sentence.start, sentence.end)


def relative(reading: Reading, sentence: Span, published_on: date, penalty: float) -> list[Day]:
    found = []
    for name, back in (("today", 0), ("yesterday", 1)):
        if match := reading.search(name, sentence.start, sentence.end):
            day = published_on - timedelta(days=back)
            found.append(Day(day.isoformat(), Span(*match.span()), 1.5 + penalty, True))
    for match in DAY_ALONE.finditer(reading.plain, sentence.start, sentence.end):
        if day := last_such(int(match["d"]), month_said(reading, published_on)):
            found.append(Day(day.isoformat(), Span(*match.span()), 1.2 + penalty, True))
    for match in weekdays_in(reading, sentence):
        back = (published_on.weekday() - reading.grammar.weekdays[match[0]]) % 7
        before = reading.plain[max(sentence.start, match.start() - 16) : match.start()]
        if reading.grammar.find("coming").search(before):
            continue
        day = published_on - timedelta(days=back)
        found.append(Day(day.isoformat(), Span(*match.span()), 1.7 + penalty, True))
    return found


def written_dates(reading: Reading, sentence: Span):
    """(span, year, month, day) of all dates in figures or with a month's name."""
    for pattern in date_patterns(reading):
        for match in pattern.finditer(reading.plain, sentence.start, sentence.end):
            parts = match.groupdict()
            month = (
                reading.grammar.months.get(parts["m"])
                if not parts["m"].isdigit()
                else int(parts["m"])
            )
            if not month or not 1 <= month <= 12:
                continue
            day = int(parts["d"]) if parts.get("d") else None
            year = int(parts["y"]) if parts.get("y") else None
            if year is not None and year < 100:
                year += 2000
            if day is not None and not 1 <= day <= 31:
                continue
            yield Span(match.start(), match.start() + len(match[0].rstrip(" .,"))), year, month, day


def date_patterns(reading: Reading) -> list[re.Pattern[str]]:
    if reading.grammar.code not in _patterns:
        months = "|".join(
            sorted((re.escape(m) for m in reading.grammar.months), key=len, reverse=True)
        )
        patterns = [
            r"(?<![\d.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d|\d\d)(?!\d|\.\d)",
            r"(?<![\d-])(?P<d>\d{1,2})\s?-\s?(?P<m>\d{1,2})\s?-\s?(?P<y>20\d\d)(?![\d-])",
            *reading.grammar.dates,
            r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
            r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
            r"(?<!年)(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        ]
        if months:
            suffix = reading.grammar.month_suffix
            patterns += [
                rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°|-?\w{{0,4}})?\.?"
                r"(?:\s*[-–]\s*\d{1,2})?\s+(?:(?:de|of|of the|ning|-)\s+)?"
                rf"(?P<m>{months}){suffix}(?!\w)\.?"
                r"(?:,?\s+(?:(?:de|del|do|of|соли|,)\s+)?(?P<y>(?:19|20)\d\d))?",
                rf"(?<!\w)(?P<d>\d{{1,2}})-(?P<m>{months}){suffix}(?!\w)",
                *(
                    rf"(?<!\w)(?:{within}) (?P<m>{months}){suffix} (?:of )?(?P<y>20\d\d)"
                    for within in [reading.grammar.in_month]
                    if within
                ),
                rf"(?<!\w)(?P<m>{months}){suffix}\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
                r"(?:\s*[-–]\s*\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?P<y>(?:19|20)\d\d))?",
                rf"(?<!\w)(?P<y>20\d\d)[\s-]*(?:yil|йил|жылы|жылдын|yili|йили|yilning|жыл|-жылы|-жылдын)?[\s-]*(?:ning|нинг|гы|дын)?\s*(?P<d>\d{{1,2}})[\s-]*(?P<m>{months}){suffix}(?!\w)",
            ]
        _patterns[reading.grammar.code] = [re.compile(p) for p in patterns]
    return _patterns[reading.grammar.code]


_patterns: dict[str, list[re.Pattern[str]]] = {}


def edtf(year: int | None, month: int, day: int | None, published_on: date | None) -> str | None:
    if year is None and published_on:
        year = published_on.year
        if (
            day
            and date_or_none(year, month, day)
            and date_or_none(year, month, day) > published_on + timedelta(days=31)
        ):
            year -= 1
    if year is None:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if date_or_none(year, month, day) else None


def date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def near_signing(reading: Reading, sentence: Span, span: Span) -> bool:
    return (
        reading.search(
            "signing", max(sentence.start, span.start - 80), min(sentence.end, span.end + 120)
        )
        is not None
    )


def is_dateline(reading: Reading, block: Block, span: Span) -> bool:
    """As in "TASHKENT, May 4 -": at the head of a paragraph, before a dash or a stop."""
    if span.start - block.span.start > 60:
        return False
    after = reading.plain[span.end : span.end + 14].lstrip(" .,")
    if span.start == block.span.start:
        return False
    if is_place_line(reading, block, span):
        return True
    if re.match(r"[-–/(—|:]|\(", after):
        return True
    follows = reading.plain[span.end : span.end + 1]
    return (
        follows in ".,"
        and block.span.end - span.end > 60
        and span.start - block.span.start < 45
        and not reading.search("signing", block.span.start, span.start)
    )


def is_place_line(reading: Reading, block: Block, span: Span) -> bool:
    """As in "Kigali, 31 July 2023": a short line that begins with a place and ends with a date."""
    if reading.plain[span.end : block.span.end].strip(" .") or not is_short(reading, block):
        return False
    mentions = reading.mentions_in(block.span.start, span.start)
    return bool(mentions) and mentions[0].form == "place" and mentions[0].start == block.span.start


def is_page_line(reading: Reading, block: Block, span: Span) -> bool:
    """The date of the page: a line that holds little else."""
    rest = length(reading, block.span) - length(reading, span)
    if re.search(
        r"\d{1,2}:\d{2}", reading.plain[max(block.span.start, span.start - 12) : span.end + 12]
    ):
        return True
    return (
        rest <= 9
        and not reading.search("signing", block.span.start, block.span.end)
        and not is_dateline(reading, block, span)
    )
