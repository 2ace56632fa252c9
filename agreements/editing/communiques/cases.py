"""Words in the case of a Russian sentence: what is plain is put in the nominative, else asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agreements.letters import fold

LANGUAGE = "ru"
# The nouns by which documents call themselves, and those of offices.
PAPERS = (
    "договор конвенция соглашение протокол меморандум декларация заявление программа план карта "
    "договоренность письмо сертификат контракт обмен акт"
)
OFFICES = (
    "президент премьер-министр вице-премьер министр председатель глава король эмир канцлер "
    "руководитель директор заместитель замминистра губернатор аким мэр секретарь посол ректор "
    "начальник лидер спикер советник"
)
# By the ending of the nominative, those of the other cases of one.
ENDINGS = {
    "ия": "ии ию ией иею",
    "ие": "ия ию ием ии",
    "ь": "и я ю ью ем е",
    "а": "ы и у ой е",
    "о": "а у ом е",
    "": "а у ом е",
}
ADJECTIVES = {
    "ия": ("ая", "ую ой"),
    "а": ("ая", "ую ой"),
    "ь": ("ая", "ую ой"),
    "ие": ("ое", "ого ому ым ом"),
    "о": ("ое", "ого ому ым ом"),
    "": ("ый", "ого ому ым ом"),
}
OWN_ENDINGS = {"посол": "посла послу послом после", "замминистра": ""}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MOST_ADJECTIVES = 2
# Of a name, where no office tells: what only a surname in another case ends with.
SURNAMES = re.compile(r"(?:[оеё]в|ин|ын)(?:ым|у|ом)$|ск(?:ого|ому|им)$")


def forms(nouns: str) -> dict[str, str]:
    """From each case form, folded, to the nominative."""
    found = {}
    for noun in nouns.split():
        ending = ending_of(noun)
        base = noun.removesuffix(ending)
        own = OWN_ENDINGS.get(noun)
        cases = own.split() if own is not None else [base + e for e in ENDINGS[ending].split()]
        found |= dict.fromkeys(cases, noun)
    return found


def ending_of(noun: str) -> str:
    return next(ending for ending in ENDINGS if noun.endswith(ending))


PAPER_FORMS = forms(PAPERS)
OFFICE_FORMS = forms(OFFICES)


# Titles ---------------------------------------------------------------------------------------


def titled(title: str, language: str) -> str:
    """The title with its first noun, and what stands before it, in the nominative.

    "Дорожную карту по" is "Дорожная карта по"; what no rule knows stays as it is.
    """
    words = list(WORD.finditer(title))[: MOST_ADJECTIVES + 1] if language == LANGUAGE else []
    for n, word in enumerate(words):
        if noun := PAPER_FORMS.get(fold(word[0])):
            new = [nominative_adjective(each[0], noun) for each in words[:n]]
            return replaced(title, words, [*new, noun]) if all(new) else title
    return title


def nominative_adjective(word: str, noun: str) -> str:
    """Empty where it is no adjective in another case."""
    ending, cases = ADJECTIVES[ending_of(noun)]
    folded = fold(word)
    for case in cases.split():
        base = folded.removesuffix(case)
        if base != folded and len(base) > 2:
            return base + ("ий" if ending == "ый" and base[-1] in "кгхжшщч" else ending)
    return ""


def replaced(title: str, old: list[re.Match[str]], new: list[str]) -> str:
    for match, word in reversed(list(zip(old, new, strict=False))):
        word = word.capitalize() if match[0][0].isupper() else word
        title = title[: match.start()] + word + title[match.end() :]
    return title


# Persons --------------------------------------------------------------------------------------


def inflected_persons(persons: Iterable[tuple[str, str]], language: str) -> list[str]:
    """Of names and offices, each pair that is evidently in another case, as it stands."""
    if language != LANGUAGE:
        return []
    return [
        ", ".join(filter(None, (name, office)))
        for name, office in persons
        if is_inflected(name, office)
    ]


def is_inflected(name: str, office: str) -> bool:
    first = WORD.search(office)
    if first:
        return fold(first[0]) in OFFICE_FORMS
    return any(SURNAMES.search(fold(word)) for word in WORD.findall(name)[1:])
