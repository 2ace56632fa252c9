"""What the words of a query may mean in this archive: forms of words, names of records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from agreements.letters import fold

from .forms import nominatives
from .query import Kind, Query, Term

LONGEST_NAME = 7  # words
MOST_OF_ONE_NAME = 60  # records: there is a Ministry of Justice in every state
MOST_NAMED = 600  # agencies in whose names a word stands
MOST_SUBJECTS = 8  # cooperation is in the names of many, and says nothing of them
WORD = re.compile(r"\w+")

UNDERSTAND = """
WITH term AS MATERIALIZED (
    SELECT n, is_plain, kind, search_words(written) AS words
    FROM unnest(%(texts)s::text[], %(plain)s::boolean[], %(kinds)s::text[])
    WITH ORDINALITY AS t(written, is_plain, kind, n)
), word AS MATERIALIZED (
    SELECT n, i, left(w, 60) AS w, is_plain, row_number() OVER (ORDER BY n, i) AS at,
        -- What begins a word of a name of which this is a form: militar of military, militaires.
        CASE WHEN kind NOT IN ('words', 'prefix') OR search_is_stop_word(w) THEN NULL
            WHEN kind = 'prefix' AND cardinality(words) > 1 THEN NULL
            WHEN kind = 'prefix' THEN '\\m' || w
            ELSE '\\m' || regexp_replace(coalesce((search_stems(w))[1], w), 'i$', '[iy]')
        END AS start, kind = 'prefix' AS is_prefix
    FROM term CROSS JOIN unnest(words) WITH ORDINALITY AS u(w, i)
), span AS MATERIALIZED (
    SELECT a.at AS first, b.at AS last, string_agg(c.w, ' ' ORDER BY c.at) AS words
    FROM word a
    JOIN word b ON b.at BETWEEN a.at AND a.at + %(longest)s - 1
    JOIN word c ON c.at BETWEEN a.at AND b.at
    GROUP BY a.at, b.at HAVING bool_and(c.is_plain) OR max(c.n) = min(c.n)
), gram AS MATERIALIZED (
    SELECT first, last, search_key(words) AS key FROM span
    UNION SELECT first, last, search_key(regexp_replace(words, '\\mpeoples\\M', 'people''s'))
    FROM span WHERE words ~ '\\mpeoples\\M'
), keys AS MATERIALIZED (
    SELECT array_agg(DISTINCT key) AS wanted FROM gram
)
SELECT 'word' AS what, n, i, at, w, search_stems(w), search_is_stop_word(w) FROM word
UNION ALL SELECT 'gram', first, last, NULL, key, NULL, NULL FROM gram
UNION ALL SELECT 's', state_id, NULL, NULL, search_key(folded), NULL, NULL
    FROM agreements_statename WHERE search_key(folded) = ANY ((SELECT wanted FROM keys)::text[])
UNION ALL SELECT 'a', agency_id, NULL, NULL, search_key(folded), NULL, NULL
    FROM agreements_agencyname WHERE search_key(folded) = ANY ((SELECT wanted FROM keys)::text[])
UNION ALL SELECT 'g', subject_id, NULL, NULL, search_key(folded), NULL, NULL
    FROM agreements_subjectname WHERE search_key(folded) = ANY ((SELECT wanted FROM keys)::text[])
UNION ALL SELECT 'synonym', n.subject_id, NULL, NULL, search_synonym(n.text, '='),
        ARRAY[search_synonym(n.text, '^')], NULL
    FROM agreements_subjectname n WHERE n.subject_id IN (
        SELECT subject_id FROM agreements_subjectname
        WHERE search_key(folded) = ANY ((SELECT wanted FROM keys)::text[]))
UNION ALL SELECT 'w', place_id, NULL, NULL, search_key(folded), NULL, NULL
    FROM agreements_placename WHERE search_key(folded) = ANY ((SELECT wanted FROM keys)::text[])
UNION ALL SELECT 'type', NULL, NULL, NULL, search_key(lower(name)), ARRAY[code], NULL
    FROM agreements_documenttype
    WHERE search_key(lower(name)) = ANY ((SELECT wanted FROM keys)::text[])
UNION ALL SELECT 'form', state_id, NULL, NULL, folded, NULL, NULL
    FROM agreements_statename WHERE folded = ANY (%(forms)s::text[])
    AND search_key(folded) = ANY (ARRAY(SELECT search_key(f) FROM unnest(%(forms)s::text[]) f))
UNION ALL SELECT DISTINCT 'start', at, state_id, NULL::bigint, NULL, NULL::text[], NULL::boolean
    FROM word JOIN agreements_statename ON folded ~ start WHERE is_prefix AND char_length(w) > 2
UNION ALL SELECT 'part', at, agency_id, state_id, NULL, NULL, NULL
    FROM word CROSS JOIN LATERAL (
        SELECT DISTINCT n.agency_id, a.state_id
        FROM (SELECT agency_id FROM agreements_agencyname WHERE folded ~ start
              LIMIT %(most)s + 1) n
        JOIN agreements_agency a ON a.id = n.agency_id
    ) part
    WHERE start IS NOT NULL AND char_length(w) > 3
UNION ALL SELECT DISTINCT 'subject', at, subject_id, NULL::bigint, NULL, NULL::text[], NULL::boolean
    FROM word JOIN agreements_subjectname ON folded ~ start
    WHERE start IS NOT NULL AND char_length(w) > 2
UNION ALL SELECT 'unspaced', state_id, NULL, NULL, folded, NULL, NULL
    FROM agreements_statename
    WHERE %(unspaced)s <> '' AND folded ~ '[\\u3400-\\u9fff]'
    AND position(folded IN %(unspaced)s) > 0
ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Word:
    """A folded word of the query: the term that it is of, its place among all words, its stems."""

    term: int
    at: int
    text: str
    stems: tuple[str, ...]
    is_stop_word: bool


@dataclass(frozen=True)
class Name:
    """Words ``first`` to ``last`` are a name of these records, as terms of search rows: s12."""

    first: int
    last: int
    terms: tuple[str, ...]

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass
class Understanding:
    """The words of each term, the names among them that don't overlap, and for a word, by its
    place, in whose names it stands: agencies, as pairs with their states, and subjects.

    ``starts`` are the states with a name that begins as the word at a place does.
    ``synonyms`` are the names of a subject that is named, by its term: tsqueries for anywhere and
    for titles.
    """

    query: Query
    words: dict[int, list[Word]] = field(default_factory=lambda: defaultdict(list))
    names: list[Name] = field(default_factory=list)
    unspaced: list[tuple[str, int]] = field(default_factory=list)
    parts: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    synonyms: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    subjects: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    starts: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def joined(self, word: Word) -> list[str]:
        """With the word before it and after it as one: of "road map" both may be roadmap."""
        plain = {
            other.at: other.text
            for n, term in enumerate(self.query.terms)
            if is_plain(self.query, term)
            for other in self.words[n]
            if len(other.text) > 2 and other.text.isalpha()
        }
        pairs = [(word.at - 1, word.at), (word.at, word.at + 1)]
        return [plain[a] + plain[b] for a, b in pairs if a in plain and b in plain]

    def named_by(self, word: Word) -> list[str]:
        """Terms of the records in whose names the word stands beside others."""
        subjects = self.subjects[word.at]
        if len(subjects) > MOST_SUBJECTS:
            subjects = []
        return [*self.starts[word.at], *self.agencies(word), *subjects]

    def is_sought(self, name: Name) -> bool:
        """Not so where its absence is asked for."""
        terms = sum(map(len, self.query.groups))
        return any(word.at == name.first for n in range(terms) for word in self.words[n])

    def agencies(self, word: Word) -> list[str]:
        """Of the states that the query names, where it does; none where the word is too common."""
        names = [name for name in self.names if self.is_sought(name)]
        states = {term for name in names for term in name.terms if term.startswith("s")}
        states |= {f"s{state}" for _name, state in self.unspaced}
        pairs = self.parts[word.at]
        if len(pairs) > MOST_NAMED:
            return []
        pairs = [pair for pair in pairs if not states or f"s{pair[1]}" in states]
        return [f"a{agency}" for agency, _ in pairs] if len(pairs) <= MOST_OF_ONE_NAME else []


def understand(query: Query) -> Understanding:
    """By one statement, whatever was typed."""
    found = Understanding(query)
    terms = query.terms
    if not terms:
        return found
    forms = {
        form: word
        for term in terms
        if is_plain(query, term)
        for word in WORD.findall(fold(term.text))
        for form in nominatives(word)
    }
    unspaced = " ".join(fold(term.text) for term in terms)
    asked = {
        "texts": [term.text for term in terms],
        "plain": [is_plain(query, term) for term in terms],
        "kinds": [str(term.kind) for term in terms],
        "forms": list(forms),
        "longest": LONGEST_NAME,
        "most": MOST_NAMED,
        "unspaced": unspaced if any("\u3400" <= letter <= "\u9fff" for letter in unspaced) else "",
    }
    grams: dict[str, list[tuple[int, int]]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    inflected: dict[str, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(UNDERSTAND, asked)
        for what, a, b, c, text, stems, is_stop_word in cursor.fetchall():
            if what == "word":
                word = Word(a - 1, c, text, tuple(dict.fromkeys(stems or ())), is_stop_word)
                found.words[word.term].append(word)
            elif what == "gram":
                grams[text].append((a, b))
            elif what == "part":
                found.parts[a].append((b, c))
            elif what == "synonym":
                if text:
                    found.synonyms[f"g{a}"].append((text, stems[0]))
            elif what == "subject":
                found.subjects[a].append(f"g{b}")
            elif what == "start":
                found.starts[a].append(f"s{b}")
            elif what == "type":
                bearers[text].add(f"t{stems[0]}")
            elif what == "form":
                inflected[forms[text]].add(f"s{a}")
            elif what == "unspaced":
                found.unspaced.append((text, a))
            else:
                bearers[text].add(f"{what}{a}")
    spans: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key, named in bearers.items():
        for span in grams[key]:
            spans[span] |= named
    for words in found.words.values():
        for word in words:
            spans[word.at, word.at] |= inflected[word.text]
    found.names = longest_first(
        Name(*span, tuple(sorted(named))) for span, named in spans.items() if named
    )
    return found


def is_plain(query: Query, term: Term) -> bool:
    """Whether its words may be part of a name that goes on in the next term."""
    return term.kind == Kind.WORDS and any(group == (term,) for group in query.groups)


def longest_first(names: Iterable[Name]) -> list[Name]:
    """Those that don't overlap with a longer one: Republic of the Congo, not Congo."""
    chosen: list[Name] = []
    for name in sorted(names, key=lambda name: (-name.size, name.first)):
        if len(name.terms) > MOST_OF_ONE_NAME:
            continue
        if all(name.last < other.first or other.last < name.first for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.first)
