"""Finds the states and places that a text names, in every form in which a newspaper prints them."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .authority import Authority, KnownName
from .proposal import Span
from .script import WORD, plain

WORDS = Path(__file__).parent / "words"
# Whose forms are read for a text in which language; English last, since names travel in it.
FAMILIES = {
    "uz": ("uz", "uz-Cyrl", "ru"),
    "kk": ("kk", "ru"),
    "ky": ("ky", "ru"),
    "tg": ("tg", "ru"),
    "sr-Cyrl": ("sr",),
}
LONGEST_SUFFIX = 9
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CLITIC = re.compile(r"(?:[وف](?=\w{3}))?(?:[بک](?=ال))?")
# "And", "so"; "in", "to", "like"; the article. Written to the word that follows.
JOINED, PREPOSITIONS, ARTICLE = ("", "و", "ف"), ("", "ب", "ل", "\u06a9"), "ال"


@dataclass(frozen=True)
class Mention:
    """Words that name a state or a place. ``form``: name, adjective, abbreviation, place."""

    span: Span
    state: str
    form: str

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass
class Gazetteer:
    """Forms by their words, the first word leading to the rest, longest first."""

    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    #: abbreviations of several states
    shared: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    unspaced: dict[str, tuple[str, str]] = field(default_factory=dict)
    suffix: re.Pattern[str] | None = None
    is_arabic: bool = False

    def add(self, text: str, state: str, form: str) -> None:
        if CHINESE.search(text):
            self.unspaced.setdefault(text, (state, form))
            return
        words = tuple(WORD.findall(plain(text)))
        if self.is_arabic:
            words = tuple(word.removeprefix(ARTICLE) or word for word in words)
        if not words:
            return
        if form == "abbreviation":
            self.shared.setdefault(words, []).append(state)
        rows = self.by_first.setdefault(words[0], [])
        if all(known != words for known, _, _ in rows):
            rows.append((words, state, form))
            rows.sort(key=lambda row: -len(row[0]))

    @property
    def unspaced_forms(self) -> re.Pattern[str]:
        forms = sorted(self.unspaced, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, forms)) or r"(?!)")

    def find(self, text: str, plain_text: str) -> list[Mention]:
        """All mentions in order, none within another."""
        found = [*self.find_unspaced(text)]
        if self.by_first:
            found += self.find_words(text, plain_text)
        return settle(sorted(found, key=lambda mention: mention.span))

    def find_unspaced(self, text: str) -> Iterator[Mention]:
        if not self.unspaced or not CHINESE.search(text):
            return
        for match in self.unspaced_forms.finditer(text):
            state, form = self.unspaced[match[0]]
            yield Mention(Span(*match.span()), state, form)

    def find_words(self, text: str, plain_text: str) -> Iterator[Mention]:
        words = [(match[0], match.start(), match.end()) for match in WORD.finditer(plain_text)]
        place, count = 0, len(words)
        while place < count:
            match = self.longest(words, place, text)
            if match is None:
                place += 1
                continue
            length, state, form = match
            start = words[place][1] + self.clitic(words[place][0])
            yield Mention(Span(start, words[place + length - 1][2]), state, form)
            place += length

    def clitic(self, word: str) -> int:
        """The length of "and", "in" before an Arabic name, unless they belong to it."""
        if not self.is_arabic or word in self.by_first:
            return 0
        return len(CLITIC.match(word)[0])

    def longest(
        self, words: list[tuple[str, int, int]], place: int, text: str
    ) -> tuple[int, str, str] | None:
        for first in self.readings(words[place][0]):
            for form_words, state, form in self.by_first.get(first, ()):
                length = len(form_words)
                if place + length > len(words):
                    continue
                heard = words[place : place + length]
                if all(
                    said == word or said in self.readings(word)
                    for said, (word, _, _) in zip(form_words[1:], heard[1:], strict=True)
                ) and self.is_written_so(text, heard, form):
                    return length, state, form
        return None

    def is_written_so(self, text: str, heard: list[tuple[str, int, int]], form: str) -> bool:
        first = text[heard[0][1]]
        if any(
            text[one[2] : other[1]].strip(" \n’‘ʻʼ'`´-–.").strip() != ""
            for one, other in itertools.pairwise(heard)
        ):
            return False
        if form == "abbreviation":
            return text[heard[0][1] : heard[-1][2]].replace(".", "").replace(" ", "").isupper()
        if form in ("name", "place"):
            return first.isupper() or not first.islower()
        if form == "capitalised":
            return first.isupper()
        return True

    def readings(self, word: str) -> Iterator[str]:
        """The word, and what it may be without its clitics or its case ending."""
        yield word
        if self.is_arabic:
            yield from without_clitics(word)
        if self.suffix:
            for length in range(1, min(LONGEST_SUFFIX, len(word) - 3) + 1):
                if self.suffix.fullmatch(word, len(word) - length):
                    yield word[:-length]


def without_clitics(word: str) -> Iterator[str]:
    """What an Arabic word may be without "and", "in" and the article before it."""
    for joined, preposition in itertools.product(JOINED, PREPOSITIONS):
        if not word.startswith(joined + preposition):
            continue
        name = word.removeprefix(joined + preposition)
        yield name
        if name.startswith(ARTICLE):
            yield name.removeprefix(ARTICLE)
        elif preposition == "ل":
            yield name.removeprefix(preposition)


def resolved(found: Gazetteer, mentions: list[Mention], plain_text: str) -> list[Mention]:
    """Abbreviations only of states that the text names in full too, be they of several."""
    known = {m.state for m in mentions if m.form not in ("abbreviation", "place")}
    kept: list[Mention] = []
    for mention in mentions:
        if mention.state == NO_STATE:
            continue
        if mention.form == "abbreviation":
            words = tuple(WORD.findall(plain_text[mention.start : mention.end]))
            states = [s for s in found.shared.get(words, [mention.state]) if s in known]
            if not states:
                continue
            mention = Mention(mention.span, states[0], mention.form)
        kept.append(mention)
    return kept


def settle(mentions: list[Mention]) -> list[Mention]:
    settled: list[Mention] = []
    for mention in mentions:
        if settled and mention.start < settled[-1].end:
            if mention.end - mention.start > settled[-1].end - settled[-1].start:
                settled[-1] = mention
            continue
        settled.append(mention)
    return settled


SUFFIXES = {
    "tr": r"(?:lar|ler)?(?:y?[iu]|n?[iu]n|[dt][ae]n?|y?[ae]|yl[ae]|l[iu]|s[iu]|s[iu]n[iu]n"
    r"|s[iu]nd[ae]n?|s[iu]y?l[ae])?",
    "kk": r"(?:нын|нин|дын|дин|тын|тин|га|ге|ка|ке|ны|ни|ды|ди|ты|ти|да|де|та|те|нан|нен|дан|ден"
    r"|тан|тен|мен|бен|пен|дагы|деги|тагы|теги|сы|си|сынын|синин|сына|сине|сымен|симен|сында|синде"
    r"|лык|лик|дык|дик|тык|тик|нда|нде|ндагы|ндеги|ы|и)",
    "ky": r"(?:нын|нин|нун|дын|дин|дун|тын|тин|тун|га|ге|го|ка|ке|ко|ны|ни|ну|ды|ди|ду|ты|ти|ту"
    r"|да|де|до|та|те|то|нан|нен|дан|ден|дон|тан|тен|тон|дагы|деги|догу|тагы|теги|сы|си|су|сынын"
    r"|синин|сунун|сына|сине|суна|сында|синде|сунда|лык|лик|дык|дик|тык|тик|ы|и|у|нда|ндагы)",
    "uz": r"(?:ning|ni|ga|ka|qa|da|dan|si|sining|siga|sini|sida|sidan|lik|dagi|idagi|sidagi"
    r"|нинг|ни|га|ка|да|дан|си|сининг|сига|сини|сида|сидан|лик|даги|сидаги|и|i)",
    "tg": r"(?:и|у|ро|ви|е|ию|ро)",
}


@lru_cache(maxsize=16)
def gazetteer(authority: Authority, language: str) -> Gazetteer:
    """The forms for texts in this language."""
    built = Gazetteer(is_arabic=language == "ar")
    if language in SUFFIXES:
        built.suffix = re.compile(SUFFIXES[language])
    for one in (*FAMILIES.get(language, (language,)), "en"):
        for form, state, text in forms_of(one):
            built.add(text, state, form)
        for name in of_language(authority.states, one):
            built.add(name.text, name.state, "name")
        for name in of_language(authority.places, one):
            built.add(name.text, name.state, "place")
            for form in declined(name.text) if one == "ru" else ():
                built.add(form, name.state, "place")
    return built


def of_language(names: Iterable[KnownName], language: str) -> Iterator[KnownName]:
    return (name for name in names if name.language == language)


def declined(name: str) -> Iterator[str]:
    """A Russian name of a city in the other cases, by its last letter."""
    stem, last = name[:-1], name[-1]
    if last in "бвгджзклмнпрстфхцчшщ":
        yield from (name + ending for ending in ("а", "у", "ом", "е", "ем"))
    elif last == "а":
        yield from (stem + ending for ending in ("ы", "и", "е", "у", "ой"))
    elif last in "ьй":
        yield from (stem + ending for ending in ("я", "ю", "ем", "е", "и", "ью"))
    elif last == "я":
        yield from (stem + ending for ending in ("и", "ю", "ей", "е"))


# Names that hold a state's name and mean none: "Gulf of Guinea".
NO_STATE = "-"
KEYS = {
    "names": "name",
    "adjectives": "adjective",
    "weak": "adjective",
    "abbreviations": "abbreviation",
    "places": "place",
}


def forms_of(language: str) -> Iterator[tuple[str, str, str]]:
    path = WORDS / f"{language}.json"
    if not path.exists():
        return
    capitalised = language in ("en", "de", "tr")
    for state, keys in json.loads(path.read_text(encoding="utf-8")).items():
        for key, form in KEYS.items():
            for text in keys.get(key, ()):
                is_capitalised = capitalised and form == "adjective" and language != "de"
                yield "capitalised" if is_capitalised else form, state, text
