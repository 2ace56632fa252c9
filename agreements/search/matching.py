"""From what a query means to what the index is asked: tsquery texts over the rows' vectors.

The lexemes of a vector are explained in migrations/sql/0016_search_words.sql.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from .condition import Condition, in_no_part, in_row, in_row_or_part, joined
from .forms import beginning
from .query import Kind, Term
from .understanding import Name, Understanding, Word

YEAR = re.compile("[12][0-9]{3}")
LONG = "'~long'"
CHINESE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True)
class Element:
    """One thing that a document must have, in four ways of having it, from the loosest.

    Each is a tsquery: anywhere in any form, in the title in any form, anywhere as it is spelt,
    in the title as it is spelt.
    """

    words: str
    anywhere: str
    in_title: str
    exact: str
    exact_in_title: str
    near_to: tuple[str, ...] = ()  # folded words that may be written wrongly
    forms: tuple[str, ...] = ()  # regular expressions of what it is in a folded text
    # Where there is a phrase in it, which a row doesn't tell of the later parts of a long text:
    # a tsquery for rows that may have it there too, and the condition that makes sure.
    likely: str = ""
    sure: Condition | None = None

    @property
    def by_index(self) -> str:
        return self.likely or self.anywhere

    @property
    def certainly(self) -> Condition:
        return self.sure or in_row(self.anywhere)


@dataclass(frozen=True)
class Match:
    """What is asked of a row: all elements, and none of ``without``. ``named`` are the terms of
    records by whose names it is asked."""

    elements: tuple[Element, ...]
    without: str = ""
    has_phrase_without: bool = False
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.elements or self.without)

    @property
    def anywhere(self) -> str:
        return self.every(element.anywhere for element in self.elements)

    @property
    def by_index(self) -> str:
        """As ``anywhere``, and of long texts what may have the phrases; ``sure`` is for these."""
        return self.every(element.by_index for element in self.elements)

    @property
    def sure(self) -> Condition | None:
        found = [element.sure for element in self.elements if element.sure]
        if self.has_phrase_without:
            found.append(in_no_part(self.without))
        return joined([Condition("NOT is_long"), joined(found, "AND")], "OR") if found else None

    @property
    def in_title(self) -> str:
        return self.every(element.in_title for element in self.elements)

    @property
    def levels(self) -> list[str]:
        """From the best: as spelt in the title, in the title, as spelt."""
        return [
            self.every(element.exact_in_title for element in self.elements),
            self.in_title,
            self.every(element.exact for element in self.elements),
        ]

    def every(self, queries: Iterable[str]) -> str:
        wanted = [f"({query})" for query in queries]
        return " & ".join([*wanted, *([f"!({self.without})"] if self.without else [])])


def match(found: Understanding) -> Match:
    """Words that say nothing by themselves count only where there are no others."""
    elements = list(elements_of(found))
    telling = [element for element, is_telling in elements if is_telling]
    chosen = telling or [element for element, _ in elements]
    without = list(elements_without(found))
    return Match(
        tuple(chosen),
        either(f"({element.anywhere})" for element in without),
        has_phrase_without=any(element.sure for element in without),
        named=tuple(term for name in found.names for term in name.terms),
    )


def elements_without(found: Understanding) -> Iterable[Element]:
    """What is to be absent is all that would be found without the minus."""
    first = len(found.query.terms) - len(found.query.without)
    for n, term in enumerate(found.query.without, start=first):
        element = of_term(found, n, term)
        if element:
            yield element


def elements_of(found: Understanding) -> Iterable[tuple[Element, bool]]:
    """Each with whether it says something by itself."""
    place = 0
    for group in found.query.groups:
        terms = list(enumerate(group, start=place))
        place += len(group)
        if len(group) == 1 and group[0].kind == Kind.WORDS:
            yield from of_plain_term(found, *terms[0])
            continue
        ways = [element for element in (of_term(found, n, term) for n, term in terms) if element]
        if ways:
            yield any_of(ways), True


def of_plain_term(found: Understanding, n: int, term: Term) -> Iterable[tuple[Element, bool]]:
    """Names that begin in the term, and its words that are in no name."""
    free: list[Word] = []
    for word in found.words[n]:
        name = next((name for name in found.names if name.first <= word.at <= name.last), None)
        if name is None:
            free.append(word)
        elif word.at == name.first:
            yield of_name(found, name), True
    free, names = without_unspaced_names(found, free)
    for element in names:
        yield element, True
    if len(free) == 1:
        element = of_word(free[0], found.named_by(free[0]), found.joined(free[0]))
        yield element, not free[0].is_stop_word
    elif free:
        yield of_phrase(free, term.text), True


def of_term(found: Understanding, n: int, term: Term) -> Element | None:
    words = found.words[n]
    if term.kind == Kind.YEARS:
        return of_years(term, [word.text for word in words])
    if not words:
        return None
    if term.kind == Kind.PREFIX:
        return of_prefix(found, words)
    if term.kind == Kind.WORDS:
        parts = [element for element, _ in of_plain_term(found, n, term)]
        return parts[0] if len(parts) == 1 else every_of(parts)
    whole = next((n for n in found.names if (n.first, n.last) == (words[0].at, words[-1].at)), None)
    phrase = of_phrase(words, term.text)
    return any_of([phrase, of_name(found, whole)]) if whole else phrase


def of_word(word: Word, records: Iterable[str] = (), joined: Iterable[str] = ()) -> Element:
    """``records`` are the terms of agencies and subjects in whose names it stands too; ``joined``
    what it is with a neighbour as one word."""
    start = beginning(word.text, word.stems)
    year = [lexeme(f"~y{word.text}")] if YEAR.fullmatch(word.text) else []
    stems = [lexeme(mark + stem) for stem in word.stems for mark in ("=", "")]
    starts = [f"{lexeme(start)}:*"] if start else []
    title = [lexeme(f"^{form}") for form in (word.text, *word.stems)]
    title_starts = [f"{lexeme('^' + start)}:*"] if start else []
    own = lexeme(word.text)
    named = [lexeme(f"~{term}") for term in records]
    joined = list(joined)
    return Element(
        words=word.text,
        anywhere=either([own, *stems, *starts, *year, *map(lexeme, joined), *named]),
        in_title=either([*title, *title_starts, *year, *(f"{lexeme(one)}:A" for one in joined)]),
        exact=either([own, *year]),
        exact_in_title=either([f"{own}:A", *year]),
        near_to=(word.text,),
        forms=forms_of(word.text, word.stems, start),
    )


def forms_of(word: str, stems: Iterable[str], start: str) -> tuple[str, ...]:
    """The longest first: a shorter one would end the mark before its time."""
    if CHINESE.search(word):
        return (re.escape(word),)
    found = [rf"\b{re.escape(start)}\w*"] if start else []
    # Of a stem such as treati the last letter may be another in the word.
    found += [
        rf"\b{re.escape(stem[:-1])}(?:{stem[-1]}|(?<=[a-z])[iy])\w{{0,{min(len(stem), 6) - 1}}}\b"
        for stem in stems
        if len(stem) > 2
    ]
    return (*found, rf"\b{re.escape(word)}\b")


def of_phrase(found: list[Word], written: str) -> Element:
    """Words that follow each other; those that hyphens join may also stand as one.

    The index knows which words a title has, but not where: so it is asked for these first.
    """
    words = [word.text for word in found]
    titles = (either(lexeme(f"^{form}") for form in (word.text, *word.stems)) for word in found)
    text = " <-> ".join(map(lexeme, words))
    title = " <-> ".join(f"{lexeme(word)}:A" for word in words)
    one_word = "".join(words)[:60]
    as_one = [lexeme(one_word)] if "-" in written and one_word.isalpha() else []
    titled = either([f"({all_of(titles)} & ({title}))", *(f"{one}:A" for one in as_one)])
    return phrased(
        Element(
            words=" ".join(words),
            forms=(phrase_form(words),),
            anywhere=either([f"({text})", *as_one]),
            in_title=titled,
            exact=either([f"({text})", *as_one]),
            exact_in_title=titled,
        ),
        all_of(map(lexeme, words)),
    )


def phrased(element: Element, words: str) -> Element:
    """The element of a phrase, with what makes sure of it; ``words`` ask for each of its words."""
    return replace(
        element,
        likely=either([element.anywhere, f"({words} & {LONG})"]),
        sure=in_row_or_part(element.anywhere),
    )


def phrase_form(words: list[str]) -> str:
    if all(CHINESE.search(word) for word in words):
        return re.escape("".join([words[0], *(word[-1] for word in words[1:])]))
    return r"\b" + r"\W+".join(map(re.escape, words)) + r"\b"


def of_prefix(found: Understanding, words: list[Word]) -> Element:
    """Of one word also the records of whose names a word begins so."""
    *before, last = (word.text for word in words)
    text = " <-> ".join([*map(lexeme, before), f"{lexeme(last)}:*"])
    title = " <-> ".join([*(f"{lexeme(w)}:A" for w in before), f"{lexeme(last)}:*A"])
    form = phrase_form([*before, last]).removesuffix(r"\b") + r"\w*"
    element = Element(f"{' '.join([*before, last])}*", text, title, text, title, forms=(form,))
    if not before:
        named = (lexeme(f"~{term}") for term in found.named_by(words[0]))
        return replace(element, anywhere=either([element.anywhere, *named]))
    return phrased(element, all_of([*map(lexeme, before), f"{lexeme(last)}:*"]))


def of_years(term: Term, words: list[str]) -> Element:
    """Signed within the years, or with the range in its words."""
    first, last = term.years
    years = [lexeme(f"~y{year}") for year in range(first, last + 1)]
    text = " <-> ".join(map(lexeme, words)) if words else ""
    query = either([*years, *([f"({text})"] if text else [])])
    return Element(term.text, query, query, query, query)


def of_name(found: Understanding, name: Name) -> Element:
    """Its words, or any of the records that bear the name. A type of documents has so many that
    those with its words in the title come first."""
    inside = [
        word
        for words in found.words.values()
        for word in words
        if name.first <= word.at <= name.last
    ]
    inside.sort(key=lambda word: word.at)
    whole = every_of([of_word(word, found.named_by(word)) for word in inside])
    bearers = [term for term in name.terms if term[0] != "t"]
    types = [lexeme(f"~{term}") for term in name.terms if term[0] == "t"]
    records = [lexeme(f"~{term}") for term in bearers]
    synonyms = [pair for term in name.terms for pair in found.synonyms[term]]
    return Element(
        words=whole.words,
        forms=(phrase_form([word.text for word in inside]),) if inside else (),
        anywhere=either([whole.anywhere, *records, *types, *(f"({one})" for one, _ in synonyms)]),
        in_title=either([whole.in_title, *records, *(f"({one})" for _, one in synonyms)]),
        exact=either([whole.exact, *records]),
        exact_in_title=either([whole.exact_in_title, *records]),
    )


def without_unspaced_names(
    found: Understanding, words: list[Word]
) -> tuple[list[Word], list[Element]]:
    """Of a run without spaces, the names of states in it apart from the rest: 塔吉克斯坦战略."""
    elements: list[Element] = []
    for name, state in sorted(found.unspaced, key=lambda pair: -len(pair[0])):
        pairs = [name[at : at + 2] for at in range(max(1, len(name) - 1))]
        texts = [word.text for word in words]
        for at in range(len(texts) - len(pairs) + 1):
            if texts[at : at + len(pairs)] != pairs:
                continue
            phrase = " <-> ".join(map(lexeme, pairs))
            query = either([f"({phrase})", lexeme(f"~s{state}")])
            elements.append(Element(name, query, query, query, query))
            # The pairs across the edge of the name go too.
            words = words[: max(0, at - 1) if at else 0] + words[at + len(pairs) + 1 :]
            break
    return words, elements


def any_of(ways: list[Element]) -> Element:
    return Element(
        words=" OR ".join(way.words for way in ways),
        anywhere=either(f"({way.anywhere})" for way in ways),
        in_title=either(f"({way.in_title})" for way in ways),
        exact=either(f"({way.exact})" for way in ways),
        exact_in_title=either(f"({way.exact_in_title})" for way in ways),
        near_to=each_once(way.near_to for way in ways),
        forms=each_once(way.forms for way in ways),
        likely=either(f"({way.by_index})" for way in ways),
        sure=joined((way.certainly for way in ways), "OR") if any(w.sure for w in ways) else None,
    )


def every_of(parts: Sequence[Element]) -> Element:
    sure = joined((part.certainly for part in parts), "AND")
    return Element(
        words=" ".join(part.words for part in parts),
        anywhere=all_of(part.anywhere for part in parts),
        in_title=all_of(part.in_title for part in parts),
        exact=all_of(part.exact for part in parts),
        exact_in_title=all_of(part.exact_in_title for part in parts),
        near_to=each_once(part.near_to for part in parts),
        forms=each_once(part.forms for part in parts),
        likely=all_of(part.by_index for part in parts),
        sure=sure if any(part.sure for part in parts) else None,
    )


def each_once(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(several)))


def all_of(queries: Iterable[str]) -> str:
    return "(" + " & ".join(f"({query})" for query in queries) + ")"


def either(queries: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(queries))


def lexeme(text: str) -> str:
    """A lexeme as a tsquery writes it."""
    return "'" + text[:62].replace("\\", "\\\\").replace("'", "''") + "'"
