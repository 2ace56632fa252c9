"""The beginnings by which a word is sought in languages that no dictionary here knows.

Tajik, Kazakh, Kyrgyz, Uzbek and their neighbours put endings behind a word that stays: созишнома,
созишномаи, созишномаҳо. So a word without its ending finds whatever begins with it.
"""

from __future__ import annotations

import re

CYRILLIC = re.compile("[\u0400-\u052f]")
LEAST = 4  # letters that stay
LEAST_LATIN = 6
# Folded, so without the letters' marks.
CYRILLIC_ENDINGS = (
    "хоро хои нинг лары лери дары дери тары тери лари нын нин дын дин тын тин нан нен дан ден тан "
    "тен лар лер дар дер тар тер мен бен пен хо ро га ге ка ке на не да де та те ни сы си и ы"
)
# Of Russian nouns, and those with which they are named.
CASES = "ами ями ией иею ии ию ом ем ой ей ою ам ям ах ях а я у ю е и ы"
NOMINATIVES = ("", "а", "я", "й", "ия", "ь")
LATIN_ENDINGS = "larining sining lari ning dagi lar dan ga ni si"
# Of words that stemmers know, though they leave some as they are: agreement, document.
KNOWN_ENDING = "ment"


def beginning(word: str, stems: tuple[str, ...]) -> str:
    """What a form of the word begins with, folded; empty where its stems are enough."""
    if CYRILLIC.search(word):
        return without_ending(word, CYRILLIC_ENDINGS, LEAST) if len(word) > LEAST else ""
    if not word.isascii() or not word.isalpha() or len(word) < LEAST_LATIN:
        return ""
    if word.endswith(KNOWN_ENDING):
        return ""
    shorter = without_ending(word, LATIN_ENDINGS, LEAST_LATIN)
    return shorter if shorter != word or word in stems[:1] else ""


def nominatives(word: str) -> set[str]:
    """What a folded Cyrillic word may be as the name of a state: казахстане is of казахстан."""
    if not CYRILLIC.search(word):
        return set()
    endings = (*CASES.split(), *CYRILLIC_ENDINGS.split())
    bases = {word.removesuffix(ending) for ending in endings if word.endswith(ending)}
    return {base + ending for base in bases if len(base) >= LEAST - 1 for ending in NOMINATIVES} - {
        word
    }


def without_ending(word: str, endings: str, least: int) -> str:
    """The word without the first of the endings that it has, if enough of it is left."""
    for ending in endings.split():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending)
    return word
