"""Where no document has all that was sought: those that have the most of it, and near words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from django.db import connection

from .figures import FEW, counted
from .matching import Element, Match, all_of, any_of, every_of
from .selection import Selection

MOST_ELEMENTS = 6  # of more, one at a time is left out, or all but one
MOST_NEAR = 40
NEARLY = """
WITH found AS MATERIALIZED (
    SELECT signed_first, array(SELECT t FROM unnest(terms) t WHERE t LIKE 'p%%') AS pairs,
        array(SELECT t FROM unnest(terms) t WHERE t LIKE 'j%%') AS subjects
    FROM agreements_searchrow WHERE document_id = ANY (%s)
)
SELECT document_id FROM (
    SELECT document_id, signed_first, CASE {rank} END AS subset,
        (vector @@ %s::tsquery)::int AS in_title,
        ts_rank(ts_filter(vector, '{{a,b}}'), %s::tsquery, 2) AS rank,
        EXISTS (SELECT FROM found f WHERE f.pairs && terms) AS is_of_those_sides,
        EXISTS (SELECT FROM found f WHERE f.subjects && terms) AS is_on_that_subject,
        EXISTS (SELECT FROM found f
            WHERE f.signed_first = agreements_searchrow.signed_first AND f.pairs && terms)
            AS is_of_that_day
    FROM agreements_searchrow WHERE {condition} AND document_id <> ALL (%s)
) near
ORDER BY is_of_that_day DESC, is_of_those_sides DESC, is_on_that_subject DESC,
    subset, in_title DESC, rank DESC,
    signed_first DESC NULLS LAST, document_id DESC
LIMIT %s
"""
LIKE = 0.3  # by trigrams, to be looked at
ALIKE = 0.75  # letter by letter, to be offered
SHORTEST = 4  # letters of a word that is looked for or offered: "for" is near to "force"

# The likeness is set before anything is looked up by it: what is looked up names it.
NEAR = """
SELECT sought, near, sum(number)
FROM set_config('pg_trgm.similarity_threshold', %s, true) AS likeness,
unnest(%s::text[]) AS u(sought) CROSS JOIN LATERAL (
    (SELECT term AS near, number + waiting AS number FROM agreements_searchcount c
     CROSS JOIN LATERAL (
         SELECT coalesce(sum(w.number), 0) AS waiting FROM agreements_searchcountchange w
         WHERE w.key = 'word' AND w.term = c.term) w
     WHERE likeness IS NOT NULL AND key = 'word' AND term %% sought AND number + waiting > 0
     ORDER BY similarity(term, sought) DESC LIMIT %s)
    UNION ALL
    (SELECT folded, 1 FROM agreements_statename
     WHERE likeness IS NOT NULL AND folded %% sought AND folded !~ ' '
     ORDER BY similarity(folded, sought) DESC LIMIT 5)
) n GROUP BY sought, near
"""


@dataclass(frozen=True)
class Subset:
    """Some of the elements, and how many documents have them, up to a limit."""

    elements: tuple[Element, ...]
    number: int


@dataclass(frozen=True)
class Relaxed:
    """``missing`` are the words that no document has beside the others; empty where it is now
    these, now those."""

    match: Match
    missing: tuple[str, ...] = ()


def relaxed(selection: Selection) -> Relaxed | None:
    """What matches the documents that have the most elements; None where none has any."""
    subsets = largest(selection, 0)
    if not subsets:
        return None
    left_out = [one for one in selection.match.elements if one not in subsets[0].elements]
    missing = tuple(one.words for one in left_out) if len(subsets) == 1 else ()
    return Relaxed(with_any(selection.match, subsets), missing)


def nearly(selection: Selection, found: list[int], size: int) -> list[int]:
    """Documents to stand after the few that were found, which have all but the least of what was
    sought: first those of the same day between the same sides, then between the same sides, then on
    the same subject, then by how rare it is what they have."""
    subsets = [one for one in largest(selection, len(found)) if one.number <= FEW]
    if not subsets:
        return []
    subsets.sort(key=lambda one: one.number)
    ranked = [all_of(element.anywhere for element in one.elements) for one in subsets]
    every = with_any(selection.match, subsets)
    rows = selection.matching(every).by_index()
    sql = NEARLY.format(
        condition=rows.sql,
        rank=" ".join(f"WHEN vector @@ %s::tsquery THEN {n}" for n in range(len(ranked))),
    )
    params = [found, *ranked, every.in_title, every.anywhere, *rows.params, found, size]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [pk for (pk,) in cursor.fetchall()]


def with_any(match: Match, subsets: list[Subset]) -> Match:
    """What has all of one of the subsets."""
    return replace(match, elements=(any_of([every_of(one.elements) for one in subsets]),))


def largest(selection: Selection, more_than: int) -> list[Subset]:
    """The largest subsets that more documents have than these; counted as far as few go."""
    elements = selection.match.elements
    for left in sizes(len(elements)):
        subsets = list(combinations(elements, left))
        matches = (replace(selection.match, elements=subset) for subset in subsets)
        numbers = counted([selection.matching(match) for match in matches], FEW + 1)
        if found := [one for one in map(Subset, subsets, numbers) if one.number > more_than]:
            return found
    return []


def sizes(number: int) -> Iterable[int]:
    if number <= MOST_ELEMENTS:
        return range(number - 1, 0, -1)
    return (number - 1, 1)


def near_words(words: Iterable[str]) -> dict[str, str]:
    """For each word that titles and names of states don't have, the one that is most like it."""
    sought = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and not word.isdigit()]
    if not sought:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NEAR, [str(LIKE), sought, MOST_NEAR])
        rows = cursor.fetchall()
    there = {word for word, near, _ in rows if near == word}
    best: dict[str, tuple[float, int, str]] = {}
    for word, near, number in rows:
        likeness = SequenceMatcher(None, word, near).ratio()
        if word not in there and likeness >= ALIKE and len(near) >= SHORTEST:
            best[word] = max(best.get(word, (0.0, 0, "")), (likeness, number, near))
    return {word: near for word, (_likeness, _number, near) in best.items()}
