"""Which state a name or a code means, on the day of the document.

All names of all states are read once. A name that two states bear is never settled by a guess:
the one that bore it on that day is taken; where there are several, they are the candidates.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreements import dates
from agreements.letters import fold
from agreements.models import State, StateName, StateSuccession
from agreements.models.vocabulary import NameKind, StateKind

# Of a former state that is in truth an older name of another: see reference/README.md.
RENAMED = "Change of name"
ARTICLES = "the of and la el los las le les l de del d da do das dos du des e y et и"
LITTLE = frozenset(ARTICLES.split())
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
# "ORGANIZACIÓN DE LAS NACIONES UNIDAS-ONU", "FAO - Food and Agriculture Organization"
DASH = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|[-–—](?=[A-Z.]{2,}$)|\s*/\s*")
GOVERNMENT = re.compile(
    r"\b(?:(?:(?:royal |federal )?government|(?:cabinet|council) of ministers) of(?: the)?\b"
    r"|gobierno (?:de|del)\b|governo (?:de|do|da)\b|gouvernement (?:de|du)\b|gouvernement d'"
    r"|(?:(?:royal|federal) )?government$|правительств[оа]\b|ҳукумати\b)\s*",
    re.IGNORECASE,
)
SHORTENED = {"rep": "republic", "dem": "democratic", "fed": "federal", "st": "saint"}
# "FAO", "U.N.E.S.C.O.": too short to tell by itself which of several bodies is meant.
ABBREVIATION = re.compile(r"[\w.]{1,10}")
Days = tuple[datetime.date | None, datetime.date | None]  # the first, and the one after the last
ALWAYS: Days = (None, None)


@dataclass(frozen=True)
class Bearer:
    """A name of a state: when it was borne, and when the state existed."""

    code: str
    kind: str
    state_kind: str
    borne: Days
    existed: Days

    @property
    def is_proper(self) -> bool:
        """No mere form by which people search."""
        return self.kind != NameKind.OTHER


@dataclass(frozen=True)
class Found:
    """``code`` is empty where nobody, or more than one of the ``candidates``, is meant."""

    code: str = ""
    candidates: tuple[str, ...] = ()
    was_there: bool = True  # on that day


NOBODY = Found()


class StateNames:
    def __init__(
        self,
        states: Iterable[tuple[str, str, str, Days]],
        names: Iterable[tuple[str, str, str, Days]],
        followed: Iterable[tuple[str, str, str]],
    ) -> None:
        """States as code, alpha-3 code, kind, days; names as code, text, kind, days; successions
        as predecessor, successor, note."""
        self.states = {code: (kind, existed) for code, _alpha3, kind, existed in states}
        self.codes: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        self.predecessors: dict[str, list[str]] = defaultdict(list)
        for predecessor, successor, note in followed:
            if note == RENAMED:
                self.renamed[predecessor] = successor
            else:
                self.predecessors[successor].append(predecessor)
        self.by_name: dict[str, list[Bearer]] = defaultdict(list)
        self.by_words: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
        self.words_of: dict[str, list[set[str]]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self.answers: dict[tuple[str, Days, str], Found] = {}
        for code, text, kind, borne in names:
            bearer = Bearer(code, kind, self.states[code][0], borne, self.states[code][1])
            self.by_name[fold(text)].append(bearer)
            self.by_words[words(text)].append(bearer)
            self.words_of[code].append(set(words(text)))

    @classmethod
    def read(cls) -> StateNames:
        """In four statements."""
        columns = ("code", "alpha3", "kind", "since_first", "until_first")
        states = [
            (code, alpha3, kind, (since, until))
            for code, alpha3, kind, since, until in State.objects.values_list(*columns)
        ]
        names = StateName.objects.order_by("pk").values_list("state__code", "text", "kind", "valid")
        followed = StateSuccession.objects.values_list(
            "predecessor__code", "successor__code", "note"
        )
        found = cls(
            states,
            [(code, text, kind, (days.lower, days.upper)) for code, text, kind, days in names],
            followed,
        )
        found.codes = {code: code for code, *_ in states}
        found.codes |= {alpha3.lower(): code for code, alpha3, *_ in states if alpha3}
        short = StateName.objects.filter(language="en", kind=NameKind.SHORT).order_by("-pk")
        found.shown = dict(short.values_list("state__code", "text"))
        return found

    def is_code(self, text: str) -> bool:
        return text in self.states

    def kind(self, code: str) -> str:
        return self.states[code][0]

    def existed(self, code: str, days: Days) -> bool:
        return overlap(self.states[code][1], days)

    def find(self, text: str, days: Days = ALWAYS, prefer: str = "") -> Found:
        """``days`` are those that the date of the document can mean; ``prefer`` is a kind of
        state, where several bear the name."""
        key = (text, days, prefer)
        if key not in self.answers:
            self.answers[key] = self.look(text, days, prefer)
        return self.answers[key]

    def look(self, text: str, days: Days, prefer: str) -> Found:
        code, others = self.codes.get(text.lower(), ""), self.by_name.get(fold(text), [])
        if code and is_one_case(text):
            codes = self.present([*self.of_code(code), *others])
            was_there = self.existed(codes[0], days) or self.was_renamed(codes[0])
            return Found("" if codes[1:] else codes[0], tuple(codes), was_there)
        for wording in wordings(text):
            bearers = self.by_name.get(fold(wording)) or self.by_words.get(words(wording), [])
            if bearers:
                return self.chosen(bearers, wording, days, prefer)
        return self.of_parts(text, days, prefer)

    def of_code(self, code: str) -> list[Bearer]:
        """For a code, as if it were a name that the state always bore."""
        kind, existed = self.states[code]
        return [Bearer(code, NameKind.SHORT, kind, ALWAYS, existed)]

    def chosen(self, bearers: list[Bearer], text: str, days: Days, prefer: str) -> Found:
        """Those that bore it on that day; else those that existed then; else all."""
        there = [one for one in bearers if overlap(one.existed, days)]
        held = [one for one in there if overlap(one.borne, days)]
        pool = held or there or bearers
        if days == ALWAYS:  # without a day, those of today come first
            pool = [one for one in bearers if is_today(one)] or bearers
        if prefer and any(one.state_kind == prefer for one in pool):
            pool = [one for one in pool if one.state_kind == prefer]
        codes = self.present(pool)
        if len(codes) > 1:
            codes = self.present(one for one in pool if one.is_proper) or codes
        if len(codes) > 1:
            return Found(candidates=tuple(codes))
        code = codes[0]
        if self.existed(code, days) or self.was_renamed(code):
            return Found(code, (code,))
        before = self.namesakes_before(code, text, days)
        return (
            Found(candidates=(*before, code)) if before else Found(code, (code,), was_there=False)
        )

    def namesakes_before(self, code: str, text: str, days: Days) -> list[str]:
        """In 1975 there was no Yemen, but two states of such names that became it."""
        mine = set(words(text))
        return [
            one
            for one in self.predecessors.get(code, ())
            if self.existed(one, days) and any(mine < names for names in self.words_of[one])
        ]

    def present(self, bearers: Iterable[Bearer]) -> list[str]:
        """Their codes; of a state that was only renamed, that of today."""
        return list(dict.fromkeys(self.renamed.get(one.code, one.code) for one in bearers))

    def was_renamed(self, code: str) -> bool:
        return code in self.renamed.values()

    def of_parts(self, text: str, days: Days, prefer: str) -> Found:
        """A name with another in brackets, or behind a dash: what is known of them must agree."""
        parts = [part for part in divided(text) if part != text]
        known = [self.look(part, days, prefer) for part in parts]
        codes = dict.fromkeys(code for found in known for code in found.candidates)
        if len(codes) != 1:
            return Found(candidates=tuple(codes))
        code = next(iter(codes))
        told = [part for part, found in zip(parts, known, strict=True) if found.candidates]
        is_whole = len(told) == len(parts)
        # "Korea (North)" is not Korea, and OIC is more than one organisation.
        is_told = any(not ABBREVIATION.fullmatch(part) for part in told)
        if not is_whole and not (is_told and self.kind(code) == StateKind.ORGANISATION):
            return Found(candidates=(code,))
        return next(found for found in known if found.candidates)

    def names_of(self, codes: Iterable[str]) -> list[str]:
        """For a sentence: what they are called, with their codes."""
        return [f"{self.shown.get(code, code)} ({code})" for code in codes]


def words(name: str) -> tuple[str, ...]:
    """In whatever order, without little words: CHINA REPUBLICA POPULAR, "Korea, Republic of"."""
    plain = re.sub(r"\b[dl]'", "", fold(name)).replace("'", "")
    kept = [SHORTENED.get(word, word) for word in re.findall(r"\w+", plain)]
    return tuple(sorted(word for word in kept if word not in LITTLE))


def is_one_case(text: str) -> bool:
    return text.isascii() and (text.isupper() or text.islower())


def wordings(text: str) -> Iterator[str]:
    """The name, and without the words that say that its government is meant."""
    yield text
    if (bare := GOVERNMENT.sub("", text).strip(" ,")) and bare != text:
        yield bare


def divided(text: str) -> Iterator[str]:
    inner = BRACKETS.findall(text)
    outer = BRACKETS.sub(" ", text).strip(" ,-–")
    for part in (outer, *inner):
        yield from (
            piece.strip(" ,.") for piece in DASH.split(part) if piece and piece.strip(" ,.")
        )


def overlap(one: Days, other: Days) -> bool:
    return all(
        first is None or after is None or first < after
        for first, after in ((one[0], other[1]), (other[0], one[1]))
    )


def is_today(bearer: Bearer) -> bool:
    return bearer.existed[1] is None and bearer.borne[1] is None


def days_of(edtf: str) -> Days:
    return dates.bounds(edtf) if edtf else ALWAYS
