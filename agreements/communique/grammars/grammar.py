"""What a grammar holds. Every pattern is a regular expression over ``script.plain``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property


def whole(pattern: str, start: str = r"(?<!\w)") -> re.Pattern[str]:
    """The alternatives as whole words; a stem ends in ``\\w*``, an elided word in ``'``."""
    return re.compile(rf"{start}(?:{pattern})(?:(?<=')|(?!\w))" if pattern else r"(?!)")


@dataclass(frozen=True)
class Grammar:
    """One language. ``types``: code, pattern of one, pattern of several (may be empty)."""

    code: str
    types: tuple[tuple[str, str, str], ...]
    numbers: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    #: whether connectives are read, and not only list marks and words for types
    is_built: bool = True
    #: types whose words are common words: they need a word of signing beside them
    weak: frozenset[str] = frozenset()
    #: documents of no stated type, plural and singular
    papers: str = ""
    plural_papers: str = ""
    #: words of a type that mean something else here, and what they then stand after
    not_types: str = ""
    not_after: str = ""
    #: "another", "one more", "the third", "those": a document of the type said before
    again: str = ""
    #: may stand before a type without belonging to the title
    determiners: str = ""
    definite: str = ""
    #: words that end the walk to the left from a type to the start of its title
    stop_left: str = ""
    between: str = ""
    conjunction: str = ""
    with_: str = ""
    by: str = ""
    #: what follows the parties or the type: on, for, in the field of
    subject: str = ""
    #: finite passive and active words of conclusion
    was_signed: str = ""
    signed: str = ""
    #: ends a title in running text
    stop_right: str = ""
    #: the same in a list item, where more belongs to the title
    stop_item: str = ""
    #: between a verb and what it governs; "of" that goes on after parties; offices of persons
    adverbs: str = ""
    of_: str = ""
    #: before parties where no "between" is said
    of_parties: str = ""
    persons: str = ""
    #: between two instruments of which the second is not within the title of the first
    siblings: str = ""
    #: what joins an instrument to the title before it: "to implement ¶", "amending the ¶"
    nesters: str = ""
    #: before the subjects of several documents: on, for, in the fields of
    topics: str = ""
    #: behind a plural of which the text says no more: "agreements in various fields"
    vague: str = ""
    #: what makes the names of parties those of cities
    twins: str = ""
    #: the case alone says "of" before parties
    bare_genitive: bool = False
    #: "which" behind a title
    relative: str = ""
    #: "for" behind the noun of a body, where its name goes on: "Polish Agency for Trade"
    purpose: str = ""
    infinitive: str = ""
    #: "signed in Paris in 1995", "dated ...": after a title, an older document
    dated: str = ""
    #: "for the fields of" behind a verb; "subjects of" before the documents, "are" behind them
    fields_list: str = ""
    topic_words: str = ""
    copulas: str = ""
    same_kind: str = ""
    #: "the cities of", before the names of two
    city_heads: str = ""
    city_head: str = ""
    ordinals: str = ""
    #: what begins a clause with a subject of its own; that a parliament or a law dealt with it
    clauses: str = ""
    conjunctives: str = ""
    ratified: str = ""
    in_presence: str = ""
    #: words that a title does not end with
    tail: str = ""
    #: whether nouns have articles; whether a title goes on over "was signed between A and B"
    has_articles: bool = True
    verb_in_title: bool = True
    #: after a comma: what still belongs to the title, and what begins another clause
    participle: str = ""
    new_clause: str = ""
    clause_verbs: str = ""
    #: forms that are plural or a genitive, and what stands before them where they are plural
    ambiguous_plural: str = ""
    plural_before: str = ""
    #: heads as the subject of a verb, where the case shows it
    rulers_subject: str = ""
    #: whether a verb of conclusion has an auxiliary before it
    aux_verbs: bool = False
    #: at the head of a line that leads to another story
    other_story: str = ""
    #: "was ¶" before a title; "in ¶" and "in May ¶" before a year
    copula: str = ""
    in_year: str = ""
    #: a phrase before the subject of a sentence; words that may begin it
    intro: str = ""
    adverbs_first: str = ""
    #: "which relate to", "cover": before the subjects of several documents
    relates: str = ""
    #: "the areas of" after "in", before the subjects (a bare pattern)
    field_words: str = ""
    #: "CEO of", "governor of": who signs for a firm, a region, a city, a university
    officers: str = ""
    #: before those who signed, in a sentence that tells nothing else; "exchanged" before "by"
    names_of: str = ""
    aside: str = ""
    #: before "between", where what follows are ends of a road and no parties
    not_between: str = ""
    #: "for the same period"
    same_period: str = ""
    #: words for bodies of one state only: "akimat" and its state
    local: tuple[tuple[str, str], ...] = ()
    #: any word of signing, for whether a sentence speaks of it
    signing: str = ""
    planned: str = ""
    older: str = ""
    spoken: str = ""
    #: plural head of a collective party, and "of the two countries"
    plural_heads: str = ""
    both: str = ""
    counterpart: str = ""
    #: heads of bodies by kind
    heads: tuple[tuple[str, str], ...] = ()
    #: whether names of bodies begin with small letters
    lower_heads: bool = True
    government: str = ""
    #: the word for governments alone, where they are the subject of "signed"
    governments: str = ""
    rulers: str = ""
    #: what before, and what after, makes it no head of state: "vice ¶", "of the Academy"
    not_rulers: str = ""
    not_ruler_of: str = ""
    presence: str = ""
    ministers: str = ""
    issued: str = ""
    #: verbs by which heads sign themselves; empty: any of ``signed``
    heads_signed: str = ""
    #: whether who signed stands behind the verb without "by"
    bare_agent: bool = False
    heads_passive: str = ""
    subject_after_verb: bool = False
    #: between an office and a name; what ends a name
    before_name: str = ""
    after_name: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    total_words: str = ""
    #: between a number and the word for documents
    adjectives: str = ""
    #: "these ¶": the number sums up what was told, and announces nothing
    these: str = ""
    in_total: str = ""
    by_bodies: str = ""
    #: after the word for documents, a bare pattern with a group n
    number_after: str = ""
    listing: str = ""
    partial: str = ""
    besides: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    history: str = ""
    #: before a date or weekday that is not the signing's; "next" before a weekday
    not_day: str = ""
    coming: str = ""
    month_suffix: str = ""
    #: before a month without a day: "in May 2023"
    in_month: str = ""
    #: "was held", "took place": of the day of the event
    held: str = ""
    #: before a state that took no part; before a visit that is another one
    elsewhere: str = ""
    not_kind: str = ""
    #: between a visit and the state that it was paid to
    visit_to: str = ""
    talks: str = ""
    meeting: str = ""
    in_place: str = ""
    title_noise: frozenset[str] = field(default_factory=frozenset)
    today: str = ""
    yesterday: str = ""
    #: the type stands last: "A bilan B o'rtasida ... memorandum"
    type_last: bool = False
    #: the verb stands last, so that the parties stand before the title: "A va B ... imzo kardand"
    verb_last: bool = False
    #: written without spaces between words
    is_unspaced: bool = False
    #: where the type stands last: after these a title may begin ("in the presence of", "the
    #: sides"); words in a case of place; words that join parties only; "under" of a
    #: body within another; "one each"; "a number of"
    lead: str = ""
    locative: str = ""
    joins: str = ""
    under: str = ""
    each: str = ""
    some: str = ""
    #: "12. Dönem": a number with a full stop is an ordinal, not the end of a sentence
    ordinal_dot: bool = False
    #: a word in the genitive: "the president's visit" has no president who signs
    genitive: str = ""
    #: types that between states are treaties; the state whose press writes in this language
    treaties: str = ""
    home: str = ""
    #: "10'dan fazla", "10 dan ortiq": between the number and the word for documents
    qualifiers_after: tuple[tuple[str, str], ...] = ()
    #: case endings that a number in figures may carry; a bare pattern of totals with a group n
    number_suffix: str = ""
    total_pattern: str = ""
    #: articles, prepositions with them: after a connective they say nothing of a fault
    articles: str = ""
    #: "ministère tchadien de ...": an adjective of the state after the head closes the body
    adjective_follows: bool = False
    #: a conjunction that is written together with the next word (Arabic)
    glued: str = ""
    #: what may be written together before a word: "and", "in", "the" (Arabic)
    clitics: tuple[str, ...] = ()
    #: the article that is written before the word itself (Arabic)
    glued_article: str = ""
    #: types of one word that say their subject too: "Luftverkehrsabkommen"
    compounds: str = ""
    #: dates in figures that only this language writes, with groups d, m, y (bare patterns)
    dates: tuple[str, ...] = ()
    #: after a comma, what still belongs to the name of a body: ", du Travail et de l'Emploi"
    continued: str = ""
    #: "The second is an MoU": between "the second" and the type that it then has
    is_: str = ""
    #: "which replaces": what follows is older, the instrument before it is not
    replaces: str = ""
    #: "city of", before the name of a city
    city_of: str = ""
    #: "X unterschrieben A und B": whom an active verb after the title names, signed it
    agent_after_verb: bool = False
    period: tuple[str, ...] = ()
    noise: frozenset[str] = field(default_factory=frozenset)

    def __hash__(self) -> int:
        return hash(self.code)

    @cached_property
    def type_pattern(self) -> re.Pattern[str]:
        parts = []
        for index, (_, one, several) in enumerate(self.types):
            if several:
                parts.append(f"(?P<s{index}>{several})")
            if one:
                parts.append(f"(?P<o{index}>{one})")
        if self.is_unspaced:
            return re.compile("|".join(parts))
        return re.compile(rf"{self.word_start}(?:{'|'.join(parts)})(?!\w)")

    @cached_property
    def word_start(self) -> str:
        """Where a word begins: also behind what is written together with it."""
        behind = "".join(rf"|(?<=\b{clitic})" for clitic in self.clitics)
        article = f"(?:{self.glued_article})?" if self.glued_article else ""
        return rf"(?:(?<!\w){behind}){article}"

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def word(self, pattern: str) -> re.Pattern[str]:
        """A bare pattern as whole words, compiled once."""
        if pattern not in self._patterns:
            self._patterns[pattern] = whole(pattern)
        return self._patterns[pattern]

    def find(self, name: str) -> re.Pattern[str]:
        """The field of that name, or ``head:`` and a kind of body, as a pattern of whole words."""
        if name not in self._patterns:
            table, _, key = name.rpartition(":")
            tables = {"head": self.heads, "kind": self.kinds}
            source = dict(tables[table]).get(key, "") if table else getattr(self, name)
            self._patterns[name] = self.compiled(name, source)
        return self._patterns[name]

    @cached_property
    def ands(self) -> str:
        """A conjunction and the space behind it, or what is written together with the word."""
        glued = rf"|(?:{self.glued})(?=\w)" if self.glued else ""
        return rf"(?:{self.conjunction})\s+{glued}"

    def compiled(self, name: str, source: str) -> re.Pattern[str]:
        if self.is_unspaced and source:
            return re.compile(source)
        # What may not follow a word is matched from its end on.
        made = whole(source, "" if name == "not_ruler_of" else self.word_start)
        if name == "conjunction" and self.glued:
            return re.compile(rf"{made.pattern}|(?<!\w)(?:{self.glued})(?=\w|\Z)")
        return made
