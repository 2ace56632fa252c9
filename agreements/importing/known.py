"""What the archive knows, read once for an import: names of agencies, places and codes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Choices

from agreements.exporting.shape import SCHEMES, SUBJECTS, TYPES
from agreements.kind_words import TYPES as TYPES_BY_WORDS
from agreements.letters import fold
from agreements.models import (
    Agency,
    AgencyName,
    DocumentType,
    Event,
    IdentifierScheme,
    Place,
    PlaceName,
    SubjectName,
)

from .finding import documents_of
from .state_names import Days, StateNames, overlap

MOST_NEAR = 3
NEAR = 0.6  # of the words of two names that both have
WORD = re.compile(r"\w+")
# Words that nearly every name of a body has.
COMMON = "the of and for de la el del do da dos e y и по в при республики republic"
LITTLE = frozenset(COMMON.split())


@dataclass(frozen=True)
class Named:
    """A record of that number, under one of its names."""

    number: int
    state: str
    text: str
    borne: Days


class Agencies:
    def __init__(self, names: Iterable[Named]) -> None:
        self.by_name: dict[tuple[str, str], list[Named]] = defaultdict(list)
        self.by_word: dict[tuple[str, str], set[int]] = defaultdict(set)
        self.words: dict[int, list[frozenset[str]]] = defaultdict(list)
        self.shown: dict[int, str] = {}
        self.near_ones: dict[tuple[str, str], list[int]] = {}
        for name in names:
            self.by_name[name.state, fold(name.text)].append(name)
            self.shown.setdefault(name.number, name.text)
            mine = weighty(name.text)
            self.words[name.number].append(mine)
            for word in mine:
                self.by_word[name.state, word].add(name.number)

    @classmethod
    def read(cls) -> Agencies:
        columns = ("agency", "agency__state__code", "text", "valid")
        rows = AgencyName.objects.order_by("pk").values_list(*columns)
        return cls(Named(n, state, text, (d.lower, d.upper)) for n, state, text, d in rows)

    def find(self, text: str, state: str, days: Days) -> list[int]:
        """Those of the state that bore the name on that day; else all that ever did."""
        names = self.by_name.get((state, fold(text)), [])
        held = [one for one in names if overlap(one.borne, days)]
        return list(dict.fromkeys(one.number for one in held or names))

    def near(self, text: str, state: str) -> list[int]:
        """Those of the state with a name like it, the likest first."""
        key = (state, fold(text))
        if key not in self.near_ones:
            self.near_ones[key] = self.look_near(weighty(text), state)
        return self.near_ones[key]

    def look_near(self, mine: frozenset[str], state: str) -> list[int]:
        shared: dict[int, int] = defaultdict(int)
        for word in mine:
            for number in self.by_word.get((state, word), ()):
                shared[number] += 1
        scored = [
            (max(len(mine & other) / len(mine | other) for other in self.words[number]), -number)
            for number, count in shared.items()
            if count * 2 >= len(mine)
        ]
        near = sorted((one for one in scored if one[0] >= NEAR), reverse=True)
        return [-number for _likeness, number in near[:MOST_NEAR]]


def weighty(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(fold(name))) - LITTLE


class Places:
    def __init__(self, names: Iterable[Named]) -> None:
        self.by_name: dict[str, list[Named]] = defaultdict(list)
        for name in names:
            self.by_name[fold(name.text)].append(name)

    @classmethod
    def read(cls) -> Places:
        rows = PlaceName.objects.order_by("pk").values_list("place", "place__state__code", "text")
        return cls(Named(n, state or "", text, (None, None)) for n, state, text in rows)

    def find(self, text: str) -> dict[int, str]:
        """The places of that name, each with its state's code."""
        return {one.number: one.state for one in self.by_name.get(fold(text), [])}


class Known:
    """All of it. Numbers of records are read only where a table gives some."""

    def __init__(self) -> None:
        self.states = StateNames.read()
        self.agencies = Agencies.read()
        self.places = Places.read()
        self.lists = {TYPES: words_of_types(), SUBJECTS: words_of_subjects(), SCHEMES: schemes()}
        self.documents: dict[int, bool] = {}
        self.closed: dict[type[Choices], dict[str, str]] = {}

    def codes(self, vocabulary: type[Choices] | str) -> dict[str, str]:
        """By folded word: a code itself, and what it is called."""
        if isinstance(vocabulary, str):
            return self.lists[vocabulary]
        if vocabulary not in self.closed:
            self.closed[vocabulary] = dict(words_of(vocabulary))
        return self.closed[vocabulary]

    @cached_property
    def agency_numbers(self) -> dict[int, str]:
        """Each with the code of its state."""
        return dict(Agency.objects.values_list("pk", "state__code"))

    @cached_property
    def place_numbers(self) -> set[int]:
        return set(Place.objects.values_list("pk", flat=True))

    @cached_property
    def event_numbers(self) -> set[int]:
        return set(Event.objects.values_list("pk", flat=True))

    def has_document(self, number: int) -> bool:
        """Asked for the few that a table relates to, of which there may be millions."""
        if number not in self.documents:
            key = f"id:{number}"
            self.documents[number] = bool(documents_of([key])[key])
        return self.documents[number]


def words_of(vocabulary: type[Choices]) -> Iterator[tuple[str, str]]:
    for value, label in vocabulary.choices:
        yield fold(str(label)), str(value)
        yield fold(str(value).replace("_", " ")), str(value)
        yield str(value), str(value)


def words_of_types() -> dict[str, str]:
    """By the words with which documents call themselves, in whatever language, too."""
    types = dict(DocumentType.objects.values_list("code", "name"))
    called = {" ".join(words): code for words, code in TYPES_BY_WORDS.items() if code in types}
    return called | {
        word: code
        for code, name in types.items()
        for word in (fold(name), code.replace("_", " "), code)
    }


def words_of_subjects() -> dict[str, str]:
    """By every name in every language; a name of two subjects tells of neither."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, slug in SubjectName.objects.values_list("folded", "subject__slug"):
        found[text].add(slug)
        found[slug].add(slug)
    return {text: next(iter(slugs)) for text, slugs in found.items() if len(slugs) == 1}


def schemes() -> dict[str, str]:
    rows = IdentifierScheme.objects.values_list("code", "name")
    return {word: code for code, name in rows for word in (fold(name), code)}
