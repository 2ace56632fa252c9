"""Records that a reader may mean by words, each as an address that asks for it instead of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from agreements import dates
from agreements.filters import DocumentFilters
from agreements.filters.base import from_first_page
from agreements.filters.narrowing import narrowed
from agreements.letters import fold
from agreements.models.vocabulary import Status
from agreements.search import Figures
from agreements.search.names import Names
from agreements.search.query import Query
from agreements.search.rewriting import terms_of, written
from agreements.search.understanding import is_plain
from agreements.search.vocabularies import Offered, Vocabulary

from . import tallies
from .facets import named, of_agency

MOST_OF_ONE_NAME = 3
MOST = 6
DAY_OR_MONTH = re.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
# The parameter that asks for a record, by the letter of its term.
PARAMETERS = {"s": "state", "a": "agency", "g": "subject", "w": "place", "t": "type"}


@dataclass(frozen=True)
class Offer:
    """``kind`` says what it is; ``words`` are those that it may be meant by."""

    label: SafeString | str
    kind: str
    words: str
    query: QueryDict


def offers(filters: DocumentFilters, figures: Figures, names: Names) -> list[Offer]:
    """Of the names in the query. ``names`` must hold ``named_in_query()``."""
    if filters.search is None:
        return []
    found = []
    understood = filters.search.understanding
    for name, terms in recognised(filters, figures):
        places = terms_of(understood, name)
        if places is None:
            continue
        words = " ".join(understood.query.terms[place].text for place in places)
        rest = written(understood.query, places)
        found += [
            offer
            for term in terms
            if (offer := offered(filters.vocabulary, names, term, words, filters.data, rest))
        ]
    return [*dates_offered(filters), *statuses_offered(filters), *found][:MOST]


def dates_offered(filters: DocumentFilters) -> list[Offer]:
    """A day or a month in the query, as that of signing."""
    if any(filters.data.get(name) for name in ("since", "until")):
        return []
    for words, places in runs(filters.search.query):
        try:
            edtf = dates.parse(words)
        except dates.PartialDateError:
            continue
        if DAY_OR_MONTH.fullmatch(edtf):
            query = instead_of(filters, places, since=edtf, until=edtf)
            return [Offer(dates.words(edtf), gettext("date of signing"), words, query)]
    return []


def statuses_offered(filters: DocumentFilters) -> list[Offer]:
    """A status that the query names: in force."""
    if filters.data.get("status"):
        return []
    known = {fold(str(label)): code for code, label in Status.choices}
    for words, places in runs(filters.search.query):
        if code := known.get(fold(words)):
            query = instead_of(filters, places, status=code)
            label = capfirst(tallies.statuses()[code])
            return [Offer(label, gettext("status today"), words, query)]
    return []


def runs(query: Query) -> Iterator[tuple[str, range]]:
    """Up to three words that follow each other, with their places; the longest first."""
    is_word = [is_plain(query, term) for term in query.terms]
    for size in (3, 2, 1):
        for start in range(len(is_word) - size + 1):
            places = range(start, start + size)
            if all(is_word[place] for place in places):
                yield " ".join(query.terms[place].text for place in places), places


def instead_of(filters: DocumentFilters, places: range, **asked: str) -> QueryDict:
    """What was asked for with this in the place of some of the words."""
    query = from_first_page(filters.data)
    query.update(asked)
    return with_words(query, written(filters.search.query, places))


def with_words(query: QueryDict, words: str) -> QueryDict:
    query["q"] = words
    if not words:
        del query["q"]
    return query


def recognised(filters: DocumentFilters, figures: Figures) -> list[tuple]:
    """Names, each with the terms of those that it names, where documents of this list have them:
    so nothing is named that isn't public."""
    names = filters.search.understanding.names if filters.search else []
    pairs = []
    for name in names:
        terms = [term for term in name.terms if term[0] in PARAMETERS and figures.terms[term]]
        terms.sort(key=lambda term: (term[0] != "s", -figures.terms[term]))
        pairs.append((name, terms[:MOST_OF_ONE_NAME]))
    return pairs


def named_in_query(filters: DocumentFilters, figures: Figures) -> dict[str, set[int]]:
    """The keys of agencies and places that are offered, as Names takes them."""
    terms = [term for _name, terms in recognised(filters, figures) for term in terms]
    return keys_of(terms)


def unheld(filters: DocumentFilters) -> list[Offered]:
    """States that are named in the query and of which no document is published: their pages are
    public all the same."""
    names = filters.search.understanding.names if filters.search else []
    numbers = [int(term[1:]) for name in names for term in name.terms if term[0] == "s"]
    known = filters.vocabulary.state_of_number
    named = (known[number] for number in dict.fromkeys(numbers) if number in known)
    return [state for state in named if not state.has_documents][:MOST_OF_ONE_NAME]


def keys_of(terms: list[str]) -> dict[str, set[int]]:
    return {
        "agencies": {int(term[1:]) for term in terms if term.startswith("a")},
        "places": {int(term[1:]) for term in terms if term.startswith("w")},
    }


def offered(
    vocabulary: Vocabulary, names: Names, term: str, words: str, data: QueryDict, rest: str
) -> Offer | None:
    """``rest`` is what is still typed when the words are gone."""
    kind, value, label = PARAMETERS[term[0]], term[1:], ""
    if kind == "type":
        label = dict(vocabulary.types)[value]
    elif kind in ("state", "subject"):
        known = vocabulary.state_of_number if kind == "state" else vocabulary.subject_of_number
        if one := known.get(int(value)):
            value, label = one.word, named(one)
    elif kind == "place" and int(value) in names.places:
        label = names.places[int(value)].called().marked
    elif kind == "agency" and int(value) in names.agencies:
        label = of_agency(int(value), names)
    query = narrowed(data, kind, value)
    if not label or query is None:
        return None
    return Offer(label, said(kind), words, with_words(query, rest))


def said(kind: str) -> str:
    words = {
        "state": gettext("state"),
        "agency": gettext("agency, city or institute"),
        "subject": gettext("subject"),
        "place": gettext("place of signing"),
        "type": gettext("type"),
    }
    return words[kind]
