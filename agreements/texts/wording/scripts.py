"""Scripts: which one letters belong to, and in which a language is written."""

from __future__ import annotations

import unicodedata
from collections import Counter

# The first words of the Unicode names of letters, and the four letters of ISO 15924.
CODES = {
    "LATIN": "Latn",
    "FULLWIDTH": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "HEBREW": "Hebr",
    "CJK": "Hani",
    "HIRAGANA": "Hani",
    "KATAKANA": "Hani",
    "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "THAI": "Thai",
    "MONGOLIAN": "Mong",
}
OTHER = "Zzzz"
# Of a language, the first its usual one. Those that are not listed are not judged.
LANGUAGES = {
    script: words.split()
    for script, words in {
        "Latn": "en fr es pt de it nl sv da nb nn no fi et lv lt pl cs sk sl hr hu ro id ms vi sq "
        "is ca tr mt ga",
        "Cyrl": "ru uk be bg mk",
        "Latn Cyrl": "uz az tk bs cnr sh gag",
        "Cyrl Latn": "sr kk ky tg tt ba cv mn ab os kaa",
        "Arab": "ar fa ur ps prs dv",
        "Arab Latn": "ku ug",
        "Grek": "el",
        "Armn": "hy",
        "Geor": "ka",
        "Hebr": "he yi",
        "Hani": "zh ja",
        "Hang Hani": "ko",
        "Deva": "hi mr ne sa",
        "Beng": "bn",
        "Thai": "th",
    }.items()
}
WRITTEN_IN = {
    language: frozenset(scripts.split()) | ({"Arab"} if scripts == "Cyrl Latn" else set())
    for scripts, languages in LANGUAGES.items()
    for language in languages
} | {
    "uz": frozenset({"Latn", "Cyrl", "Arab"}),
    "az": frozenset({"Latn", "Cyrl", "Arab"}),
    "tk": frozenset({"Latn", "Cyrl", "Arab"}),
    "mn": frozenset({"Cyrl", "Latn", "Mong"}),
    "ro": frozenset({"Latn", "Cyrl"}),  # of Moldova
}
# Written without spaces, or with few letters for much.
DENSE = frozenset({"Hani", "Hang", "Thai"})
_known: dict[str, str] = {}


def script_of(letter: str) -> str:
    """The code of a letter's script."""
    if letter not in _known:
        first = unicodedata.name(letter, "").partition(" ")[0]
        _known[letter] = CODES.get(first, OTHER)
    return _known[letter]


def shares(letters: Counter[str]) -> dict[str, float]:
    """Of counted letters, the share of each script."""
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        counts[script_of(letter)] += count
    return {script: count / max(letters.total(), 1) for script, count in counts.items()}


def expected(language: str) -> frozenset[str]:
    """The scripts that a text in the language (BCP 47) may be in; none where it isn't known."""
    return WRITTEN_IN.get(language.partition("-")[0].lower(), frozenset())
