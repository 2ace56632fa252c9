"""What the name of a file says: words, days and years, numbers, a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from agreements.communique.days import date_or_none
from agreements.letters import fold

ENDING = re.compile(r"\.[A-Za-z]{2,4}$")
DAY = re.compile(
    r"(?<!\d)(?:(?P<y>(?:18|19|20)\d\d)[-_. ]?(?P<m>[01]\d)[-_. ]?(?P<d>[0-3]\d)"
    r"|(?P<d2>[0-3]?\d)[-_.](?P<m2>[01]?\d)[-_.](?P<y2>(?:18|19|20)\d\d)"
    r"|(?P<d3>[0-3]\d)(?P<m3>[01]\d)(?P<y3>(?:19|20)\d\d))(?!\d)"
)
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
# A number of a register, with the letters and signs that it is written with.
NUMBER = re.compile(r"(?<![^\W_])(?:[A-Za-zА-Яа-я]{1,8}[-. ]?)?\d+(?:[-/.]\d+)*(?![^\W_])")
WORD = re.compile(r"[^\W\d_]{3,}")
# Said of any file.
OF_ANY = frozenset(
    fold(
        "scan scanned copy page pages img image file document doc pdf final signed version new"
        " скан копия стр страница файл документ подписанный подписано версия новый нусха сканер"
    ).split()
)
LANGUAGES = {
    "en": "en eng english англ",
    "ru": "ru rus russian рус русский",
    "tg": "tg taj tajik тадж таджикский точики тоҷикӣ",
    "kk": "kk kaz kazakh каз казахский",
    "uz": "uz uzb uzbek узб узбекский",
    "ky": "ky kyr kgz кырг",
    "fr": "fr fra fre french",
    "es": "es spa spanish",
    "de": "de deu ger german нем",
    "zh": "zh chn chinese кит",
    "ar": "ar ara arabic",
    "fa": "fa fas farsi форси",
    "tr": "tr tur turkish тур",
}
LANGUAGE_OF = {word: code for code, words in LANGUAGES.items() for word in fold(words).split()}
MOST = 12


@dataclass(frozen=True)
class Name:
    """``days`` are ISO dates; ``numbers`` are as written, and the figures of each alone."""

    words: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    language: str = ""


def named(name: str) -> Name:
    bare = ENDING.sub("", PurePath(name.replace("\\", "/")).name)
    days = [day for match in DAY.finditer(bare) if (day := day_of(match))]
    rest = DAY.sub(lambda match: " " if day_of(match) else match[0], bare)
    years = [int(year) for year in YEAR.findall(rest)]
    said = [word for word in WORD.findall(rest.replace("_", " ")) if fold(word) not in OF_ANY]
    return Name(
        words=tuple(dict.fromkeys(word for word in said if fold(word) not in LANGUAGE_OF))[:MOST],
        days=tuple(days),
        years=tuple(dict.fromkeys([*years, *(int(day[:4]) for day in days)])),
        numbers=tuple(numbers_in(rest))[:MOST],
        language=language_in(rest),
    )


def day_of(match: re.Match[str]) -> str:
    for year, month, day in (("y", "m", "d"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if match[year]:
            found = date_or_none(int(match[year]), int(match[month]), int(match[day]))
            return found.isoformat() if found else ""
    return ""


def numbers_in(said: str) -> list[str]:
    """Without years, and without "page 3": a number of a register has more figures."""
    found: dict[str, None] = {}
    for match in NUMBER.finditer(said.replace("_", " ")):
        whole = match[0].strip()
        figures = re.sub(r"^[^\d]+", "", whole)
        for number in (whole, figures):
            if len(figures) > 1 and not YEAR.fullmatch(figures):
                found[number] = None
    return list(found)


def language_in(said: str) -> str:
    """The last word that stands for one: "agreement_2004_ru"."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", said)]
    return next((LANGUAGE_OF[w] for w in reversed(words[-2:]) if w in LANGUAGE_OF), "")
