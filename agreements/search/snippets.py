"""Pieces of texts around the words that were sought, with the words apart, to be marked.

A text is folded letter by letter, so that every place in it stays where it was; words are then
sought in it as the index has them: as spelt, by their beginnings, by their stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agreements.letters import fold

from .matching import Match

LENGTH = 240  # characters
BEFORE = 60

# Of each document the part of its texts that has most of the elements, the first of equals.
PARTS = """
SELECT DISTINCT ON (document_id) document_id, words, language FROM (
    SELECT t.document_id, t.words, t.language, 1 AS number, {score_of_row} AS score
    FROM agreements_searchrow r
    CROSS JOIN LATERAL (
        SELECT * FROM (
            SELECT id, document_id, language, agreements_words(id, body) AS words
            FROM agreements_text WHERE document_id = r.document_id AND is_public OFFSET 0
        ) t WHERE words <> '' ORDER BY id LIMIT 1) t
    WHERE r.document_id = ANY (%(documents)s) AND NOT r.is_long
    UNION ALL
    SELECT p.document_id, substr(agreements_words(t.id, t.body), p.start, p.size), t.language,
        p.number, {score_of_part}
    FROM agreements_searchpart p JOIN agreements_text t ON t.id = p.text_id AND t.is_public
    WHERE p.document_id = ANY (%(documents)s)
) part WHERE score > 0 ORDER BY document_id, score DESC, number
"""


class Shadow(dict):
    """Letters to their folds of one letter, for str.translate()."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code).lower()[:1]
        return self[code]


SHADOW = Shadow({ord(space): " " for space in " \t\n\r"})


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Snippet:
    """Pieces that follow each other; ``language`` is that of the text."""

    pieces: tuple[Piece, ...]
    language: str


def parts(match: Match) -> tuple[str, dict[str, str]]:
    """The statement that reads, of the documents that it is given, the texts to be cut."""
    params = {f"q{n}": element.anywhere for n, element in enumerate(match.elements)}
    scores = {
        name: " + ".join(f"({table}.vector @@ %({key})s::tsquery)::int" for key in params)
        for name, table in (("score_of_row", "r"), ("score_of_part", "p"))
    }
    return PARTS.format(**scores), params


def snippets(match: Match, rows: Iterable[Sequence]) -> dict[int, Snippet]:
    """By document, of those rows of ``parts()`` in whose text a word is found."""
    patterns = [pattern(element.forms) for element in match.elements if element.forms]
    cut = ((pk, snippet(words, patterns), language) for pk, words, language in rows)
    return {pk: Snippet(pieces, language) for pk, pieces, language in cut if pieces}


def pattern(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms))


def snippet(text: str, patterns: list[re.Pattern[str]]) -> tuple[Piece, ...]:
    """The place with the most of the patterns; empty where there is none of them."""
    shadow = text.translate(SHADOW)
    hits = sorted(
        (hit.start(), hit.end(), n)
        for n, one in enumerate(patterns)
        for hit in one.finditer(shadow)
    )
    if not hits:
        return ()
    reach = LENGTH - BEFORE
    best = max(
        range(len(hits)),
        key=lambda at: (
            len({n for start, _end, n in hits[at : at + 40] if start < hits[at][0] + reach}),
            -at,
        ),
    )
    start = word_start(text, max(0, hits[best][0] - BEFORE))
    end = word_end(text, min(len(text), start + LENGTH))
    return pieces(text, start, end, [hit[:2] for hit in hits])


def word_start(text: str, at: int) -> int:
    blank = text.find(" ", at, at + 30) if at else -1
    return blank + 1 if blank >= 0 else at


def word_end(text: str, at: int) -> int:
    blank = text.rfind(" ", at - 30, at) if at < len(text) else -1
    return blank if blank > 0 else at


def pieces(text: str, start: int, end: int, hits: list[tuple[int, int]]) -> tuple[Piece, ...]:
    found = [Piece("… ")] if start else []
    at = start
    for first, last in hits:
        if first < at or last > end:
            continue
        found += [Piece(text[at:first]), Piece(text[first:last], is_marked=True)]
        at = last
    found.append(Piece(text[at:end] + (" …" if end < len(text) else "")))
    return tuple(piece for piece in found if piece.text)
