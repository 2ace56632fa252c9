"""What the words of a file say of its document, each value with the words that it came from.

Nothing is guessed: what the words don't say plainly is not there. The words are those of the
first and of the last pages, where a paper says what it is and when it was signed.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from agreements.communique import languages
from agreements.communique.authority import Authority, KnownName
from agreements.communique.parsing import parse
from agreements.communique.proposal import Document, Party, Span
from agreements.communique.script import plain
from agreements.editing import proposing
from agreements.editing.communiques import authority as communiques
from agreements.editing.communiques.matching import (
    Match,
    Sought,
    bodies,
    chosen,
    places,
    states_by_code,
)
from agreements.forms.boxes import Choice
from agreements.letters import fold
from agreements.models import File, Page, StateName
from agreements.models.vocabulary import ActingAs, NameKind, Side

from . import heading
from .closing import Closing, closings

FIRST_PAGES = 4
LAST_PAGES = 6
LONGEST_PAGE = 12_000  # characters: a file without pages is one
LONGEST_QUOTE = 160
SAMPLE = 6_000
BULLET = "- "  # makes a title an item of a list, which is a document by itself

# Whose names a treaty of another time may bear.
NAMES = (*communiques.USED, NameKind.FORMER)
# What is said of a state beside its name.
OF_STATES = set(
    fold(
        "the government of and republic republics people peoples people's s socialist democratic"
        " federal federative federation kingdom islamic arab union united states state sultanate"
        " principality grand duchy commonwealth independent sovereign soviet plurinational"
        " bolivarian oriental cooperative co-operative royal his her majesty majesty's"
        " le la les l de du des d gouvernement republique royaume populaire socialiste federale et"
        " el gobierno republica reino popular o a do da governo federativa"
        " il della di dello del repubblica regno"
        " правительство правительством республики республика республикой федерации федерация"
        " королевства королевство народной народная социалистической исламской союз союза"
        " государства государство и хукумати чумхурии die der regierung republik konigreich"
    ).split()
)
# The Republic of China is two states by turns: which of them a paper means, a clerk says.
TWO_STATES = re.compile(r"(?<!people's )\brepublic of china\b(?! \(taiwan)")
WITH_REGARD = re.compile(r"\b(?:with (?:regard|respect) to|in respect of)\b", re.IGNORECASE)
BETWEEN = {
    "en": "Agreement between ",
    "fr": "Accord entre ",
    "es": "Acuerdo entre ",
    "pt": "Acordo entre ",
    "ru": "Соглашение между ",
    "tg": "Созишномаи байни ",
    "de": "Abkommen zwischen ",
    "it": "Accordo tra ",
}
GOVERNMENTS = re.compile(
    r"\b(?:government|gouvernement|gobierno|governo|regierung|правительств\w*)"
)
PREAMBLE = re.compile(
    r"[^;:]{12,420}?(?=,|;|:|\b(?:desir|desirous|consider|recogni|hereinafter|именуем|далее|desireux|anim|deseos)|$)"
)


@dataclass(frozen=True)
class Words:
    """The words that are read: ``text``, and where in it the pages begin."""

    text: str = ""
    starts: tuple[tuple[int, int], ...] = ()  # offset, number of the page
    has_pages: bool = True

    def page(self, place: int) -> int | None:
        numbers = [number for start, number in self.starts if start <= place]
        return numbers[-1] if numbers and self.has_pages else None


@dataclass(frozen=True)
class Found:
    """A value for a field, the words that say it, and the page on which they stand."""

    value: object
    quote: str
    page: int | None = None


@dataclass
class Said:
    """What is plain. ``found`` is by the field's name; ``open`` tells what no record is called."""

    words: Words = field(default_factory=Words)
    language: str = ""
    found: dict[str, Found] = field(default_factory=dict)
    states: list[int] = field(default_factory=list)  # of the sides, else those named first
    titles: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)  # field, name

    def value(self, name: str) -> object:
        return self.found[name].value if name in self.found else None


def words_of(file: File) -> Words:
    """One query, however many pages there are."""
    last = max((file.pages or 1) - LAST_PAGES, 0)
    rows = Page.objects.filter(file=file).order_by("number")
    rows = rows.filter(number__lte=FIRST_PAGES) | rows.filter(number__gt=last)
    return joined(rows.values_list("number", "words")[: FIRST_PAGES + LAST_PAGES], file.pages)


def joined(rows: Iterable[tuple[int, str]], pages: int | None) -> Words:
    text, starts = "", []
    for number, words in rows:
        starts.append((len(text), number))
        text += shortened(words) + "\n\n"
    return Words(text, tuple(starts), has_pages=bool(pages))


def shortened(words: str) -> str:
    """A page as long as a book is read at its beginning and at its end."""
    if len(words) <= 2 * LONGEST_PAGE:
        return words
    return words[:LONGEST_PAGE] + "\n\n" + words[-LONGEST_PAGE:]


def read(words: Words) -> Said:
    text = words.text
    language = language_of(text[:SAMPLE])
    if language is None:
        return Said(words)
    said = Said(words, language)
    said.found["text_language"] = Found(language, "")
    said.found["language"] = Found(language, "")
    read_closing(said)
    known = authority_for(text[:SAMPLE] + text[-SAMPLE:], {int(day[:4]) for day in said.days})
    title = read_title(said, known)
    read_parties(said, title, known)
    read_place(said)
    return said


def authority_for(text: str, years: Collection[int] = ()) -> Authority:
    """As for communiques; with organisations, and states of the past where a paper is of theirs."""
    names = StateName.objects.filter(kind__in=NAMES).order_by("state__until", "state", "pk")
    rows = list(names.values_list(*NAME, named=True))  # thousands: records would take half a second
    today = {row.folded for row in rows if is_of_today(row)}
    rows = [row for row in rows if is_of_today(row) or is_told(row, today, years)]
    folded = fold(text)
    here = {row.state_id for row in rows if is_in(row.folded, folded)}
    return Authority(
        states=tuple(
            KnownName(row.text, row.language, row.state__code, row.state__code, "state")
            for row in rows
        ),
        places=tuple(communiques.places(folded, here)),
        agencies=tuple(communiques.agencies(here)),
    )


NAME = (
    *("text", "language", "folded", "until"),
    *("state_id", "state__code", "state__since", "state__until"),
)


def is_of_today(row: Any) -> bool:
    return row.until is None and row.state__until is None


def is_told(row: Any, today: set[str], years: Collection[int]) -> bool:
    """A name of the past that no state has today, of a state that there was in one of the years."""
    if row.folded in today:
        return False
    since, until = row.state__since, row.state__until
    first, last = (int(day[:4]) if day and day[:4].isdigit() else None for day in (since, until))
    return not years or any((first or 0) <= year <= (last or 9999) for year in years)


def is_in(name: str, folded: str) -> bool:
    return len(name) >= communiques.SHORTEST_NAME and name in folded


def language_of(text: str) -> str | None:
    """Ukrainian is known by its letters, and not read: else it would pass for another language."""
    if not text.strip():
        return None
    letters = Counter(text.lower())
    if sum(letters[one] for one in "їєґ") > 1 and not any(letters[one] for one in "қңғүұөһәў"):
        return "uk"
    return languages.recognised(text)


# The title ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Title:
    at: Span
    text: str
    document: Document | None


def read_title(said: Said, known: Authority) -> Title | None:
    """Of several the one that names both sides: a cover has a short one, the paper the whole."""
    rows = [title_at(said, span, known) for span in heading.titles(said.words.text, said.language)]
    said.titles = list(dict.fromkeys(row.text for row in rows))
    rows = [row for row in rows if row.text]
    if not rows:
        return None
    title = next((row for row in rows if row.document and has_sides(row.document.parties)), rows[0])
    if " " in title.text:  # "Agreement" alone says what it is, and is no title
        put(said, "text", title.text, title.at)
    read_type(said, title)
    return title


def read_type(said: Said, title: Title) -> None:
    by_words = proposing.type_of(title.text)
    by_parser = title.document.type if title.document else None
    code = by_words or (by_parser.value if by_parser else "")
    if not code:
        return
    put(said, "type", code, title.at)
    if by_parser and by_parser.value == code:
        quote(said, "type", by_parser.span.of(BULLET + title.text))


def quote(said: Said, name: str, words: str) -> None:
    """Words within those that are quoted so far."""
    said.found[name] = replace(said.found[name], quote=shorter(words))


def title_at(said: Said, span: Span, known: Authority) -> Title:
    text = heading.as_title(span.of(said.words.text))
    line = WITH_REGARD.sub("concerning", BULLET + text)
    return Title(span, text, document_in(line, said.language, known))


def document_in(line: str, language: str, known: Authority) -> Document | None:
    return next(iter(parse(line, language=language, authority=known).documents), None)


def has_sides(parties: Sequence[Party]) -> bool:
    return {party.side for party in parties if party.state} >= set(Side.values)


def put(said: Said, name: str, value: object, at: Span | None) -> None:
    quote = " ".join(at.of(said.words.text).split()) if at else ""
    page = said.words.page(at.start) if at else None
    said.found[name] = Found(value, shorter(quote), page)


def shorter(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[: LONGEST_QUOTE - 1].rstrip()}…"


# The sides ---------------------------------------------------------------------------------------


def read_parties(said: Said, title: Title | None, known: Authority) -> None:
    parties = title.document.parties if title and title.document else ()
    place = title.at if title else None
    if not has_sides(parties):
        preamble, place = parties_of_preamble(said, title, known)
        parties = preamble or parties
    states = states_by_code(party.state or "" for party in parties)
    sought = [sought_for(party, states) for party in parties]
    matches = bodies(sought)
    said.states = list(dict.fromkeys(states[p.state].pk for p in parties if p.state in states))
    for side in Side.values:
        rows = [(p, m) for p, m in zip(parties, matches, strict=True) if p.side == side]
        choices = [choice_of(party, match, states) for party, match in rows]
        if choices and all(choices) and is_plain([party for party, _match in rows]):
            put(said, f"side_{side}", choices, place)
            quote(said, f"side_{side}", "; ".join(party.name.value for party, _match in rows))
        for (party, _match), choice in zip(rows, choices, strict=True):
            if choice is None:
                said.open.append((f"side_{side}", party.name.value))


def is_plain(parties: Sequence[Party]) -> bool:
    """Not "the Republic of China"; and no two of one name: "the United States of Mexico"."""
    if any(TWO_STATES.search(plain(party.name.value)) for party in parties):
        return False
    return all(
        two.name.span.start - one.name.span.end > len(" of ")
        for one, two in itertools.pairwise(sorted(parties, key=lambda party: party.name.span))
    )


def parties_of_preamble(
    said: Said, title: Title | None, known: Authority
) -> tuple[tuple[Party, ...], Span | None]:
    """ "The Government of A and the Government of B," behind the title."""
    text, start = said.words.text, title.at.end if title else 0
    begins = heading.TEXT_BEGINS.search(text, start, start + 2_500)
    if begins is None or said.language not in BETWEEN:
        return (), None
    bare = re.sub(r"\([^()]{0,200}\)", lambda m: " " * len(m[0]), text[begins.start() :][:900])
    match = PREAMBLE.match(plain(bare).replace("\n", " "))
    if match is None:
        return (), None
    phrase = " ".join(bare[: match.end()].split())
    document = document_in(f"{BULLET}{BETWEEN[said.language]}{phrase}", said.language, known)
    if document is None or not has_sides(document.parties):
        return (), None
    return document.parties, Span(begins.start(), begins.start() + match.end())


def sought_for(party: Party, states: dict) -> Sought:
    state = states.get(party.state or "")
    name = "" if is_state(party) else party.name.value
    return Sought(name, state.pk if state else None, party.kind)


def is_state(party: Party) -> bool:
    """Also "the Austrian Republic": a state's name, and words that are said of states alone."""
    if party.kind == "state":
        return True
    if party.state is None or party.kind != "agency" or party.state_span is None:
        return False
    start = party.state_span.start - party.name.span.start
    end = party.state_span.end - party.name.span.start
    rest = f"{party.name.value[:start]} {party.name.value[end:]}"
    return set(re.findall(r"[\w']+", fold(rest))) <= OF_STATES


def choice_of(party: Party, matches: list[Match], states: dict) -> Choice | None:
    if not is_state(party):
        match = chosen(matches)
        return match.choice if match else None
    if party.state not in states:
        return None
    acting = party.acting_as
    if party.kind != "state":
        acting = ActingAs.GOVERNMENT if GOVERNMENTS.search(plain(party.name.value)) else ""
    acting = "" if acting == ActingAs.STATE else acting
    return Choice(states[party.state], acting)


# The signing -------------------------------------------------------------------------------------


def read_closing(said: Said) -> None:
    rows = closings(said.words.text, said.language)
    said.days = list(dict.fromkeys(row.day for row in rows))
    row = plainest(rows)
    if row is None:
        return
    put(said, "signed_on", row.day, row.span)
    same = [row, *(other for other in rows if other.day == row.day)]
    if place := next((other for other in same if other.place), None):
        put(said, "where", place.place, place.span)
    if role := next((other for other in same if other.role), None):
        put(said, "role", role.role, role.span)


def plainest(rows: list[Closing]) -> Closing | None:
    """The one day that is said, or that is said again; where several are, none is plain."""
    counts = {row.day: [other for other in rows if other.day == row.day] for row in rows}
    if len(counts) == 1:
        return rows[-1]
    again = [found for found in counts.values() if len(found) > 1]
    return again[0][-1] if len(again) == 1 else None


def read_place(said: Said) -> None:
    """The name becomes the place that the archive has; one that it has not is left open."""
    if (found := said.found.pop("where", None)) is None:
        return
    name = str(found.value)
    place = places([name], said.states).get(name)
    if place is None:
        said.open.append(("where", name))
    else:
        said.found["where"] = replace(found, value=[Choice(place)])
