"""Partial dates: what a clerk types becomes EDTF text, EDTF text becomes days and words.

EDTF text is ``2023``, ``2023-05`` or ``2023-05-04``, years 0001 to 9999, each with ``~`` for
approximate; an interval is ``A/B``, ``A/..`` or ``../B``. No day is ever invented. ``valid`` and
``bounds`` are the twins of the SQL functions in ``migrations/sql/0001_dates.sql``.
"""

import calendar
import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import get_language, gettext

EN = "January February March April May June July August September October November December"
RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
RU_GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
RU_IN = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
TG = "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"
TG_IZAFET = "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри"
KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
KK_FROM = (
    "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан"
    " шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан"
)
KK_TO = (
    "қаңтарға ақпанға наурызға сәуірге мамырға маусымға"
    " шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға"
)
KK_OF = (
    "қаңтары ақпаны наурызы сәуірі мамыры маусымы"
    " шілдесі тамызы қыркүйегі қазаны қарашасы желтоқсаны"
)
UZ = "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"
UZ_OLDER = "yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr"
SHORT = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "янв февр мар апр май июн июл авг сент окт нояб дек",
    "jan feb mar apr may jun jul aug sept oct nov dec",
)


class PartialDateError(ValueError):
    """A date that can't be kept; the message says what is wrong and what to write."""


class Part(NamedTuple):
    """One date, as exact as it is known."""

    year: int
    month: int | None = None
    day: int | None = None
    is_approximate: bool = False

    def __str__(self) -> str:
        known = f"{self.year:04}"
        known += f"-{self.month:02}" if self.month else ""
        known += f"-{self.day:02}" if self.day else ""
        return known + "~" * self.is_approximate

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or days_in(self.year, month))


def days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


# ---- EDTF text and its days


def valid(edtf: str) -> bool:
    """Whether the text is well formed, in the calendar and not backwards."""
    return ends(edtf) is not None


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first day and the day after the last; None where it is open, or nothing valid.

    An end on 9999-12-31 counts as open: the day after is no date.
    """
    first, last = ends(edtf) or (None, None)
    return (
        first and first.first,
        last.last + timedelta(days=1) if last and last.last < date.max else None,
    )


def iso(edtf: str) -> str | None:
    """The value for ``<time datetime>``; None for a range or an approximate date."""
    first, last = ends(edtf) or (None, None)
    return str(first) if first and first == last and not first.is_approximate else None


def ends(edtf: str) -> tuple[Part | None, Part | None] | None:
    """The two ends, None for an open one, twice the same for one date; None if not valid."""
    texts = edtf.split("/")
    parts = [None if text == ".." else read_part(text) for text in texts]
    if len(parts) > 2 or not any(parts) or (None in parts and ".." not in texts):
        return None
    first, last = parts[0], parts[-1]
    if first and last and first.first > last.last:
        return None
    return first, last


def read_part(text: str) -> Part | None:
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)", text)
    if not found:
        return None
    year, month, day = (int(number) if number else None for number in found.groups()[:3])
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Part(year, month, day, found[4] == "~")


# ---- from what a clerk types to EDTF text


def simplify(text: str) -> str:
    """Small letters without marks, plain dashes, single spaces."""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text)).lower()
    return " ".join(plain.translate(SIMPLER).split())


SIMPLER = str.maketrans("қғҳҷәңөұүһі‐‒–—―−,'ʻʼ‘’", "кгхчаноуухи------      ")
LONGEST = 100

MONTHS = {
    simplify(name): number
    for names in (EN, RU, RU_GENITIVE, RU_IN, TG, TG_IZAFET, KK, KK_OF, UZ, UZ_OLDER, *SHORT)
    for number, name in enumerate(names.split(), 1)
}
YEAR_STEMS = set(simplify("жыл йил yil").split())
MEANINGLESS = set(
    simplify(
        "the of in on year г гг год года году годы годов в во соли сол солҳои ж жж жыл жылғы"
        " жылдар жылдары йил йиллар yil yillar ай айы айында oyi oyida st nd rd th го е"
    ).split()
)
SIGNS = {
    **dict.fromkeys(simplify("from since с со аз бастап boshlab бошлаб").split(), "F"),
    **dict.fromkeys(simplify("until till to до по то дейін").split(), "U"),
    **dict.fromkeys(
        simplify(
            "c ca circa about around approximately approx около примерно приблизительно прибл ок"
            " тақрибан тахминан шамамен taxminan"
        ).split(),
        "~",
    ),
}
# Case endings of Kazakh and Uzbek, in the letters of simplify().
ENDINGS = {
    **dict.fromkeys(simplify("дан ден тан тен нан нен dan").split(), "F"),
    **dict.fromkeys(simplify("гача gacha").split(), "U"),
    **dict.fromkeys(simplify("да де та те дагы деги даги dagi da га ге ка ке").split(), ""),
    **dict.fromkeys(simplify("нын нин дын дин тын тин нинг ning нда нде").split(), ""),
}
ONE_DATE = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})([-./])(?P<month>\d{1,2})\2(?P<year>\d+)",
        r"(?P<month>\d{1,2})[-./](?P<year>\d{4})",
        r"(?P<day>\d{1,2})\.? ?M(?P<month>\d+)(?: (?P<year>\d+))?",
        r"M(?P<month>\d+) (?P<day>\d{1,2})(?: (?P<year>\d+))?",
        r"M(?P<month>\d+)(?: (?P<year>\d+))?",
        r"(?P<year>\d{4}) M(?P<month>\d+)(?: (?P<day>\d{1,2}))?",
        r"(?P<year>\d{4}) (?P<day>\d{1,2})(?: ?M(?P<month>\d+))?",
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})",
        r"(?P<day>\d{1,2})(?: (?P<year>\d{4}))?",
        r"(?P<year>\d{3,})",
    )
]


def parse(text: str) -> str:
    """EDTF text for a date as people write it, the day before the month (04.05.2023 is in May).

    Takes ISO dates, months in words (English, Russian, Tajik, Kazakh, Uzbek), ranges
    (4-5 May 2023, 2023-2025), open ends (from 2023, до 2023) and approximate dates (c. 1990).
    What ``words`` writes in those languages is read back. Raises PartialDateError.
    """
    if valid(text.strip()):
        return text.strip()
    if len(text) > LONGEST:
        raise unreadable(text)
    marked = re.sub(r"F[ F]*", "F", " ".join(words_to_signs(simplify(text)).split()))
    found = open_ended(marked) or one_date(marked) or date_range(as_range(marked))
    if not found:
        raise unreadable(text)
    if not valid(found):
        raise PartialDateError(
            gettext("The range ends before it begins: write the earlier date first.")
        )
    return found


def unreadable(text: str) -> PartialDateError:
    message = gettext(
        "“%(text)s” can’t be read as a date. Write 2023, May 2023, 4 May 2023 or 04.05.2023,"
        " a range such as 2023–2025, or c. 1990."
    )
    return PartialDateError(message % {"text": text.strip()[:LONGEST]})


def words_to_signs(text: str) -> str:
    """Months as M5, F for from, U for until, ~ for about; words of no weight left out.

    The text is in small letters, so that nobody can write a sign.
    """
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", text)
    text = re.sub(r"(?<=\d)-(?=[^\W\d_])", " ", text)
    return re.sub(r"([^\W\d_]+)\.?", lambda found: word_to_sign(found[1]), text)


def word_to_sign(word: str) -> str:
    if word in MONTHS:
        return f"M{MONTHS[word]}"
    if word in MEANINGLESS:
        return ""
    if word in SIGNS:
        return SIGNS[word]
    for ending, sign in ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem != word and (stem in MONTHS or stem in YEAR_STEMS):
            return f"M{MONTHS[stem]}{sign}" if stem in MONTHS else sign
    return word


def open_ended(marked: str) -> str | None:
    """``A/..`` for F before or after one date, ``../A`` for U."""
    found = re.fullmatch(r"(~?) ?(?:([FU]) ?([^FU]+)|([^FU]+?) ?([FU]))", marked)
    if not found:
        return None
    text = found[1] + (found[3] or found[4])
    only = one_date(text.replace("~ ", "~").strip())
    if not only:
        return None
    return f"{only}/.." if "F" in (found[2], found[5]) else f"../{only}"


def as_range(marked: str) -> str:
    """``from A to B``, ``A to B`` and their like as ``A - B``."""
    for pattern in (r"F ?(.+?) ?U ?(.+)", r"(.+?) ?F ?(.+?) ?U", r"([^FU]+?) ?U ?([^FU]+)"):
        if found := re.fullmatch(pattern, marked):
            return f"{found[1]} - {found[2]}"
    return marked


def date_range(text: str) -> str | None:
    """``A/B`` from two dates of which one may lend the other its year and month."""
    dashes = sorted(re.finditer(r" ?[-/] ?", text), key=lambda dash: dash[0] == dash[0].strip())
    for dash in dashes:
        is_tight = dash[0] == dash[0].strip()
        first, last = read_fields(text[: dash.start()]), read_fields(text[dash.end() :])
        if first and last:
            return joined(first, last, is_tight)
    return None


def joined(first: dict[str, str], last: dict[str, str], is_tight: bool) -> str | None:
    """Without spaces around the dash, the ~ before the first date is meant for both."""
    first, last = completed(first, last), completed(last, first)
    if is_tight and "~" in first:
        last["~"] = "~"
    if is_day_alone(first) or is_day_alone(last):
        return None
    since, until = str(checked(first)), str(checked(last))
    return since if since == until else f"{since}/{until}"


def completed(fields: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    lent = ("year", "month") if "day" in fields else ("year",)
    return {name: other[name] for name in lent if name in other} | fields


def is_day_alone(fields: dict[str, str]) -> bool:
    """Whether a year has a day but no month."""
    return "year" in fields and "day" in fields and "month" not in fields


def one_date(text: str) -> str | None:
    fields = read_fields(text)
    return str(checked(fields)) if fields and not is_day_alone(fields) else None


def read_fields(text: str) -> dict[str, str] | None:
    """What is written of year, month, day and ~; None if the text has no form of a date."""
    bare = text.strip("~ ")
    for pattern in ONE_DATE:
        if found := pattern.fullmatch(bare):
            fields = {name: value for name, value in found.groupdict().items() if value}
            return fields | ({"~": "~"} if "~" in text else {})
    return None


def checked(fields: dict[str, str]) -> Part:
    """The date of the fields, if there is such a year, month and day."""
    year = fields.get("year", "")
    if len(year) != 4 or not int(year):
        raise PartialDateError(
            gettext("Write the year, and with four digits: 4 May 2023, May 2023 or 2023.")
        )
    month, day = (int(fields[name]) if name in fields else None for name in ("month", "day"))
    if month is not None and not 1 <= month <= 12:
        raise PartialDateError(no_month(year, month, day))
    if day is not None and not 1 <= day <= days_in(int(year), month):
        raise PartialDateError(no_day(Part(int(year), month), day))
    return Part(int(year), month, day, "~" in fields)


def no_month(year: str, month: int, day: int | None) -> str:
    if day is None and int(year[2:]) < month:
        return gettext("There is no month %(month)d. For a range of years write %(range)s.") % {
            "month": month,
            "range": f"{year}–{year[:2]}{month}",
        }
    return gettext(
        "There is no month %(month)d. Write the day first, then the month: 31.12.%(year)s."
    ) % {"month": month, "year": year}


def no_day(month: Part, day: int) -> str:
    return gettext("%(month)s has %(count)d days, so it has no day %(day)d.") % {
        "month": words(str(month)),
        "count": month.last.day,
        "day": day,
    }


# ---- from EDTF text to words


class Case(NamedTuple):
    """One grammatical case of a date: its year alone, its month with the year, its day."""

    year: str
    dated: str
    months: str
    day_months: str


class Wording(NamedTuple):
    """How a language writes dates."""

    plain: Case
    since: Case
    until: Case
    about: Case
    roughly: str
    years: str = "{year}"
    day: str = "{day} {month}"
    first_months: str = ""


UZ_CYRILLIC_STEMS = RU.replace("ь", "")
WORDINGS = {
    "en": Wording(
        plain=Case("{year}", "{date} {year}", EN, EN),
        since=Case("from {year}", "from {date} {year}", EN, EN),
        until=Case("until {year}", "until {date} {year}", EN, EN),
        about=Case("about {year}", "about {date} {year}", EN, EN),
        roughly="approximately",
    ),
    "ru": Wording(
        plain=Case("{year}", "{date} {year}", RU, RU_GENITIVE),
        since=Case("с {year} года", "с {date} {year} года", RU_GENITIVE, RU_GENITIVE),
        until=Case("до {year} года", "до {date} {year} года", RU_GENITIVE, RU_GENITIVE),
        about=Case("около {year} года", "около {date} {year} года", RU_GENITIVE, RU_GENITIVE),
        roughly="примерно",
    ),
    "tg": Wording(
        plain=Case("соли {year}", "{date} соли {year}", TG_IZAFET, TG_IZAFET),
        since=Case("аз соли {year}", "аз {date} соли {year}", TG_IZAFET, TG_IZAFET),
        until=Case("то соли {year}", "то {date} соли {year}", TG_IZAFET, TG_IZAFET),
        about=Case("тақрибан соли {year}", "тақрибан {date} соли {year}", TG_IZAFET, TG_IZAFET),
        roughly="тақрибан",
        years="солҳои {year}",
        first_months=TG,
    ),
    "kk": Wording(
        plain=Case("{year} жыл", "{year} жылғы {date}", KK, KK),
        since=Case("{year} жылдан бастап", "{year} жылғы {date} бастап", KK_FROM, KK_FROM),
        until=Case("{year} жылға дейін", "{year} жылғы {date} дейін", KK_TO, KK_TO),
        about=Case("шамамен {year} жыл", "шамамен {year} жылғы {date}", KK, KK),
        roughly="шамамен",
        years="{year} жылдар",
    ),
    "uz": Wording(
        plain=Case("{year}-yil", "{year}-yil {date}", UZ, UZ),
        since=Case("{year}-yildan", "{year}-yil {date}dan", UZ, UZ),
        until=Case("{year}-yilgacha", "{year}-yil {date}gacha", UZ, UZ),
        about=Case("taxminan {year}-yil", "taxminan {year}-yil {date}", UZ, UZ),
        roughly="taxminan",
        years="{year}-yillar",
        day="{day}-{month}",
    ),
    "uz-Cyrl": Wording(
        plain=Case("{year} йил", "{year} йил {date}", RU, RU),
        since=Case("{year} йилдан", "{year} йил {date}дан", UZ_CYRILLIC_STEMS, UZ_CYRILLIC_STEMS),
        until=Case("{year} йилгача", "{year} йил {date}гача", UZ_CYRILLIC_STEMS, UZ_CYRILLIC_STEMS),
        about=Case("тахминан {year} йил", "тахминан {year} йил {date}", RU, RU),
        roughly="тахминан",
        years="{year} йиллар",
    ),
}


def words(edtf: str, language: str | None = None) -> str:
    """The date as a reader of the language writes it; by default the language of the page.

    Languages: en, ru, tg, kk, uz, uz-Cyrl; others see ISO dates. Text that is not valid EDTF
    comes back as it is.
    """
    parts = ends(edtf)
    if not parts:
        return edtf
    wording = wording_for(language or get_language() or "en")
    first, last = parts
    if wording is None:
        return iso_words(first, last)
    if first is None or last is None:
        return open_words(wording, first, last)
    return one_words(wording, first) if first == last else range_words(wording, first, last)


def wording_for(language: str) -> Wording | None:
    script = "-Cyrl" if "-cyrl" in language.lower() else ""
    return WORDINGS.get(language.lower().split("-")[0] + script)


def iso_words(first: Part | None, last: Part | None) -> str:
    """``2023-05-04``, ``≈ 1990``, ``2023-05-03 – 2023-05-05``, ``2023 – …``."""
    texts = [
        "…" if part is None else f"≈ {str(part)[:-1]}" if part.is_approximate else str(part)
        for part in (first, last)
    ]
    return texts[0] if first == last else " – ".join(texts)


def open_words(wording: Wording, first: Part | None, last: Part | None) -> str:
    part = first or last
    text = case_words(wording, wording.since if first else wording.until, part)
    return f"{wording.roughly} {text}" if part.is_approximate else text


def one_words(wording: Wording, part: Part) -> str:
    return case_words(wording, wording.about if part.is_approximate else wording.plain, part)


def case_words(wording: Wording, case: Case, part: Part) -> str:
    if not part.month:
        return case.year.format(year=f"{part.year:04}")
    return case.dated.format(date=month_and_day(wording, case, part), year=f"{part.year:04}")


def month_and_day(wording: Wording, case: Case, part: Part) -> str:
    if not part.day:
        return case.months.split()[part.month - 1]
    return wording.day.format(day=part.day, month=case.day_months.split()[part.month - 1])


def range_words(wording: Wording, first: Part, last: Part) -> str:
    """What both ends share is written once, if both are approximate or both are not."""
    alike = first.is_approximate == last.is_approximate
    text = shared_words(wording, first, last) if alike else None
    if text is None:
        return f"{one_words(wording, first)} – {one_words(wording, last)}"
    return f"{wording.roughly} {text}" if first.is_approximate else text


def shared_words(wording: Wording, first: Part, last: Part) -> str | None:
    """``2023–2025``, ``May–June 2023``, ``4–5 May 2023``, ``4 May – 6 June 2023``, or None."""
    if not first.month and not last.month:
        return wording.years.format(year=f"{first.year:04}–{last.year:04}")
    same_year, same_month = first.year == last.year, first[:2] == last[:2]
    if same_month and first.day and last.day:
        shared = f"{first.day}–{month_and_day(wording, wording.plain, last)}"
    elif same_year and first.month and last.month and not first.day and not last.day:
        months = (wording.first_months or wording.plain.months).split()
        shared = f"{months[first.month - 1]}–{month_and_day(wording, wording.plain, last)}"
    elif same_year and first.day and last.day and not first.is_approximate:
        shared = " – ".join(month_and_day(wording, wording.plain, part) for part in (first, last))
    else:
        return None
    return wording.plain.dated.format(date=shared, year=f"{first.year:04}")
