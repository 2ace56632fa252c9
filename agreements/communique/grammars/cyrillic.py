"""A Serbian grammar of Latin letters without their marks, turned into one of Cyrillic letters."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import product

from .grammar import Grammar

# What a Latin letter without its mark may be in Cyrillic.
LETTERS = {
    "lj": "љ",
    "nj": "њ",
    "dz": "џ",
    "a": "а",
    "b": "б",
    "v": "в",
    "g": "г",
    "d": "дђ",
    "e": "е",
    "i": "и",
    "j": "ј",
    "k": "к",
    "l": "л",
    "m": "м",
    "n": "н",
    "o": "о",
    "p": "п",
    "r": "р",
    "s": "сш",
    "t": "т",
    "u": "у",
    "f": "ф",
    "h": "х",
    "c": "цчћ",
    "z": "зж",
}
# What is syntax in a pattern stays as it is: escapes, groups, lookarounds, classes.
SYNTAX = re.compile(r"\\.|\(\?P<\w+>|\(\?(?:[:=!]|<[=!])|\[[^\]]*\]|\{[^}]*\}")
UNIT = re.compile("lj|nj|dz|[a-z]")
KEPT = frozenset({"code", "weak"})


def in_cyrillic(grammar: Grammar) -> Grammar:
    changed = {
        field.name: turned(getattr(grammar, field.name))
        for field in fields(grammar)
        if field.name not in KEPT
    }
    return replace(grammar, code=f"{grammar.code}-Cyrl", **changed)


def turned(value: object) -> object:
    """A pattern, or patterns and words in tables; the codes of tables stay."""
    if isinstance(value, str):
        return pattern(value)
    if isinstance(value, dict):
        return {said: number for word, number in value.items() for said in spellings(word)}
    if isinstance(value, frozenset):
        return frozenset(said for word in value for said in spellings(word))
    if isinstance(value, tuple):
        return tuple(row(one) for one in value)
    return value


def row(value: object) -> object:
    if isinstance(value, tuple):
        return (value[0], *map(pattern, value[1:]))
    return pattern(value) if isinstance(value, str) else value


def pattern(source: str) -> str:
    """The same pattern, each letter standing for those Cyrillic ones that it may be."""
    made, place = [], 0
    for syntax in SYNTAX.finditer(source):
        made += [UNIT.sub(alternatives, source[place : syntax.start()]), syntax[0]]
        place = syntax.end()
    return "".join([*made, UNIT.sub(alternatives, source[place:])])


def alternatives(unit: re.Match[str]) -> str:
    letters = LETTERS.get(unit[0], unit[0])
    return letters if len(letters) == 1 else f"[{letters}]"


def spellings(word: str) -> list[str]:
    """All words that this one may be in Cyrillic letters."""
    units = [LETTERS.get(unit, unit) for unit in re.findall("lj|nj|dz|.", word)]
    return ["".join(letters) for letters in product(*units)]
