"""Where and when a paper says that it was signed, and in which languages: "Done at Bonn on"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.communique import days
from agreements.communique.languages import GRAMMARS
from agreements.communique.proposal import Span
from agreements.communique.reading import Reading
from agreements.communique.script import plain

from . import written_out

BEHIND = 420  # characters after the verb; before it, where a language puts it last
BEFORE = 320
# Over plain text, so that lengths are those of the text; the place is read where a capital begins.
VERB_FIRST = re.compile(
    r"\b(?:(?:done|signed|executed|concluded|made)\b(?=[^.;]{0,90}\b(?:at|in)\b)"
    r"|(?:fait|faite|faits|signee?s?)\b(?=[^.;]{0,90}\ba\b)|(?:hech[oa]|firmad[oa]|suscrit[oa])\b(?=[^.;]{0,90}\ben\b)"
    r"|(?:feit[oa]|assinad[oa])\b(?=[^.;]{0,90}\bem\b)|(?:geschehen|unterzeichnet)\b(?=[^.;]{0,90}\b(?:zu|in)\b)"
    r"|fatto\b(?=[^.;]{0,90}\ba\b)|(?:совершено?|подписан[оаы]?|составлено|заключен[оаы]?)\b(?=[^;]{0,90}\b(?:в|г)\b))"
)
VERB_LAST = re.compile(
    r"\b(?:жасалды|жасалган|жасалынды|кол койылды|тузилди|тузилган|tuzildi|tuzilgan"
    r"|имзоланди|imzolandi"
    r"|тузулду|кол коюлду|жасалды|анчом дода шуд\w*|ба имзо расид\w*|имзо шуд\w*|тартиб дода шуд\w*"
    r"|duzenlenmis\w*|imzalanm\w+)"
)
AT = {
    "en": r"\b(?:at|in) (?:the )?(?:city of |town of )?",
    "fr": r"\ba (?:la ville de )?",
    "es": r"\ben (?:la ciudad de )?",
    "pt": r"\bem |\bna cidade de ",
    "de": r"\b(?:zu|in) ",
    "it": r"\ba ",
    "ru": r"\bв (?:г\. ?|гор\. ?|городе |столице )?|\bг\. ?",
    "tg": r"\b(?:дар )?(?:шахри |ш\. ?)",
    "tr": r"\b",
}
# There the word for a city, or a case, follows the name.
NAME_FIRST = re.compile(
    r"(?P<place>[^\W\d_][\w’'ʻ‘-]*)(?: (?:каласында|шахрида|shahrida|шаарында)|да\b|de\b|da\b)"
)
# A line of its own under the title: "г. Душанбе, 22 декабря 2004 года".
DATELINE = re.compile(r"(?:г\.|гор\.|город|ш\.|шахри|city of)\s*(?P<place>[^\W\d_][\w-]+)")
# What a series prints beside the signing has days of its own.
OTHER_STEP = re.compile(
    r"\b(?:registered|official texts?|authentic texts?|(?:came|entered) into force|ratified"
    r"|instruments of|textes? officiels?|textes? authentiques?|enregistree?|entree? en vigueur"
    r"|зарегистрирован\w*|вступил\w* в силу|ратифицирован\w*)"
)
LANGUAGES = {
    "en": "english|английск|anglais|ingles|англис|agylshyn|ingliz|агылшын",
    "ru": "russian|русск|russe|ruso|русс?и\\b|орыс|rus\\b|орус",
    "fr": "french|французск|francais|frances|фаронса",
    "es": "spanish|испанск|espagnol|espanol|castellan",
    "ar": "arabic|арабск|arabe",
    "zh": "chinese|китайск|chinois|chino",
    "tg": "tajik|таджикск|tadjik|точики|тажик",
    "kk": "kazakh|казахск|казак|qozoq|казоки",
    "ky": "kyrgyz|kirghiz|киргизск|кыргыз|киргизи",
    "uz": "uzbek|узбекск|узбеки|o'zbek|узбек|озбек",
    "de": "german|немецк|allemand|deutsch|aleman",
    "it": "italian",
    "pt": "portugu",
    "tr": "turkish|турецк|turc\\b|turk|турки",
    "fa": "persian|farsi|персидск|форси",
    "uk": "ukrainian|украинск",
    "be": "belarusian|белорусск",
    "tk": "turkmen|туркменск",
    "mn": "mongolian|монгольск",
    "sk": "slovak",
    "cs": "czech",
    "pl": "polish|польск|polonais",
    "id": "indonesian",
    "ko": "korean|корейск",
    "ja": "japanese|японск",
}
LANGUAGES = {code: re.compile(rf"\b(?:{words})") for code, words in LANGUAGES.items()}
EQUALLY = re.compile(
    r"equally (?:authentic|authoritative|valid)|same (?:legal )?(?:force|validity)|being authentic"
    r"|both (?:texts|versions)[^.]{0,20}authentic|faisant (?:egalement )?foi|igualmente"
    r"|одинаков\w+ (?:юридическ\w+ )?силу|равн\w+ (?:юридическ\w+ )?силу|аутентичн"
    r"|эътибори якхела|кувваи якхела|кучи? баробар|бирдей|тен куши бар|bir xil kuch|teng kuch"
    r"|кучи тенг|ikisi de ayni"
)
PREVAILS = re.compile(
    r"(?P<before>[^.;]{0,90})\b(?:shall prevail|will prevail|prevails|prevaudra|prevalecera"
    r"|имеет преимущественн|преимуществ\w+ имеет|будет использовать)"
)


@dataclass(frozen=True)
class Closing:
    """What a formula of signing says. ``day`` is EDTF text; ``place`` as it is written."""

    span: Span
    day: str = ""
    day_at: Span | None = None
    place: str = ""
    place_at: Span | None = None
    languages: tuple[str, ...] = ()
    role: str = ""  # of the language of the text: authentic, prevails


def closings(text: str, language: str) -> list[Closing]:
    """Every formula that names a day, in the order of the text."""
    found = [closing(text, span, language) for span in formulas(text)]
    found += [closing(text, span, language) for span in datelines(text, language)]
    return sorted((one for one in found if one.day), key=lambda one: one.span)


def formulas(text: str) -> Iterator[Span]:
    said = plain(text).replace("\n", " ")
    # Within a sentence it is another paper that was signed.
    starts = [m.start() for m in VERB_FIRST.finditer(said) if text[m.start()].isupper()]
    for start, following in itertools.pairwise([*starts, len(text)]):
        yield Span(start, min(start + BEHIND, following))
    for match in VERB_LAST.finditer(said):
        yield Span(max(0, match.start() - BEFORE), min(len(text), match.end() + BEFORE))


def datelines(text: str, language: str) -> Iterator[Span]:
    """Short lines with a place and a day, near the head."""
    for match in re.finditer(r"[^\n]{8,90}", text[:4_000]):
        if DATELINE.search(plain(match[0])) and next(dates_in(match[0], language), None):
            yield Span(*match.span())


def closing(text: str, span: Span, language: str) -> Closing:
    said = text[span.start : span.end]
    other = OTHER_STEP.search(plain(said))
    day = next(dates_in(said[: other.start() if other else None], language), None)
    day_at = day and Span(span.start + day[0].start, span.start + day[0].end)
    until = day[0].start if day else len(said)
    place = place_in(said, until, language)
    named = languages_in(said)
    return Closing(
        Span(span.start, day_at.end if day_at else span.end),
        day[1] if day else "",
        day_at,
        said[place.start : place.end] if place else "",
        place and Span(span.start + place.start, span.start + place.end),
        named,
        role_of(said, language, named),
    )


def dates_in(said: str, language: str) -> Iterator[tuple[Span, str]]:
    """Days, then months, each in the order of the text."""
    grammar = GRAMMARS.get(language) or GRAMMARS["en"]
    plain_text = re.sub('["«»“”„_]', " ", plain(said)).replace("\n", " ")
    reading = Reading(said, plain_text, grammar)
    rows = [
        (span, days.edtf(year, month, day, None))
        for span, year, month, day in days.written_dates(reading, Span(0, len(said)))
    ]
    rows += written_out.dates(plain_text, grammar.months)
    rows = [(span, edtf) for span, edtf in rows if edtf]
    yield from sorted(rows, key=lambda row: (-len(row[1]), row[0].start))


def place_in(said: str, until: int, language: str) -> Span | None:
    """The name after "at", or before a word for a city: it begins with a capital."""
    folded = plain(said).replace("\n", " ")
    if language in AT:
        for match in re.finditer(AT[language], folded[: until or None]):
            if name := capitalised(said, match.end(), until or len(said)):
                return name
        # "this 3rd day of May 2003 at Ankara"
        for match in re.finditer(AT[language], folded[until : until + 120]):
            if name := capitalised(said, until + match.end(), len(said)):
                return name
    for match in NAME_FIRST.finditer(folded):
        if said[match.start()].isupper():
            return Span(*match.span("place"))
    return None


WORD = re.compile(r"[^\W\d_][\w’'ʻ‘.-]*")
SMALL = frozenset(["de", "la", "el", "of", "sur", "am", "do", "da", "na", "на"])
MOST_WORDS = 4


def capitalised(said: str, start: int, end: int) -> Span | None:
    """A run of words with capitals: "Nur-Sultan", "Port of Spain", "Washington, D.C."."""
    place, last, count = start, start, 0
    while count < MOST_WORDS and (match := WORD.match(said, place, end)):
        word = match[0].rstrip(".-")
        is_small = plain(word) in SMALL and count
        if not word[0].isupper() and not is_small:
            break
        if plain(word) in NO_PLACE:
            break
        if not is_small:
            last = match.start() + len(word)
        count += 1
        place = match.end()
        if said[place : place + 1] not in (" ", "\n"):
            break
        place += 1
    return Span(start, last) if last > start else None


NO_PLACE = frozenset(
    [
        *("the", "this", "two", "both", "duplicate", "triplicate", "english", "french"),
        *("russian", "spanish", "arabic", "on", "in", "witness", "le", "les", "deux"),
        *("double", "los", "dos", "dois", "duas", "двух", "трех"),
    ]
)


def languages_in(said: str) -> tuple[str, ...]:
    folded = plain(said)
    places = {code: pattern.search(folded) for code, pattern in LANGUAGES.items()}
    found = [(match.start(), code) for code, match in places.items() if match]
    return tuple(code for _start, code in sorted(found))


def role_of(said: str, language: str, named: tuple[str, ...]) -> str:
    """What the formula says of the text in this language; empty where it names others only."""
    main, folded = language.partition("-")[0], plain(said).replace("\n", " ")
    if main not in named:
        return ""
    if match := PREVAILS.search(folded):
        winners = languages_in(match["before"][-60:])
        if winners == (main,):
            return "prevails"
    return "authentic" if EQUALLY.search(folded) else ""
