"""Pieces of texts around the words that were sought, with the words apart, to be marked.

A text is folded letter by letter, so that every place in it stays where it was; words are then
sought in it as the index has them: as spelt, by their beginnings, by their stems.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agreements.letters import fold

from .matching import Match

LENGTH = 240  # characters
BEFORE = 60
MOST_PATTERNS = 16

# Of each document the part of its texts that has most of the elements, the first of equals; only
# that one is cut out of its text. Where nobody typed it, with what is known of its files: FileRead.
PARTS = """
SELECT best.document_id,
    coalesce(best.words, substr(agreements_words(t.id, t.body), best.start + 1, best.size)),
    t.language, t.id, best.start, CASE WHEN t.body = '' THEN (
        SELECT json_agg(json_build_array(
            coalesce(f.pages, cardinality(w.page_starts), 1), char_length(w.words), w.page_starts,
            f.kind IN ('pdf', 'tiff', 'jpeg', 'png')) ORDER BY r.place)
        FROM agreements_read_files(t.id) r JOIN agreements_file f ON f.id = r.file_id
        LEFT JOIN agreements_filewords w ON w.file_id = f.id) END
FROM (SELECT DISTINCT ON (document_id) * FROM (
    SELECT t.document_id, t.id AS text_id, t.words, 0 AS start, NULL::int AS size, 1 AS number,
        {score_of_row} AS score
    FROM agreements_searchrow r
    CROSS JOIN LATERAL (
        SELECT * FROM (
            SELECT id, document_id, agreements_words(id, body) AS words
            FROM agreements_text WHERE document_id = r.document_id AND is_public OFFSET 0
        ) t WHERE words <> '' ORDER BY id LIMIT 1) t
    WHERE r.document_id = ANY (%(documents)s) AND NOT r.is_long
    UNION ALL
    SELECT p.document_id, p.text_id, NULL, p.start - 1, p.size, p.number, {score_of_part}
    FROM agreements_searchpart p JOIN agreements_text t ON t.id = p.text_id AND t.is_public
    WHERE p.document_id = ANY (%(documents)s)
) part WHERE score > 0 ORDER BY document_id, score DESC, number) best
JOIN agreements_text t ON t.id = best.text_id
"""
BETWEEN_FILES = 2  # characters, in agreements_words()


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


class FileRead(NamedTuple):
    """What is known of a file of which a text was read; without words it has no ``starts``."""

    pages: int
    size: int | None
    starts: list[int] | None
    is_paged: bool


@dataclass(frozen=True)
class Snippet:
    """Pieces that follow each other; ``language`` is that of the text.

    ``at`` counts the characters before the first word that is marked, in the words of the search;
    ``page`` is that of the text's files, through them all, where they have pages.
    """

    pieces: tuple[Piece, ...]
    language: str
    text: int = 0
    at: int | None = None
    page: int | None = None

    @property
    def place(self) -> str:
        """Where it is, as the page of the text understands it: see ``agreements.views.texts``."""
        return f"page-{self.page}" if self.page else "" if self.at is None else str(self.at)

    @property
    def anchor(self) -> str:
        return self.place if self.page else "found"


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
    patterns = patterns_of(match)
    found = {}
    for pk, words, language, text, start, files in rows:
        pieces, at = snippet(words, patterns)
        if not pieces:
            continue
        page = page_at(start + at, [FileRead(*file) for file in files]) if files else None
        is_typed = files is None
        found[pk] = Snippet(pieces, language, text, start + at if is_typed else None, page)
    return found


def page_at(at: int, files: Iterable[FileRead]) -> int | None:
    """The page on which a character of ``agreements_words()`` stands; None where there are none."""
    before = 0
    for file in files:
        if file.starts is not None:
            if at < file.size + BETWEEN_FILES:
                page = max(1, bisect_right(file.starts, at))
                return before + page if file.is_paged else None
            at -= file.size + BETWEEN_FILES
        before += file.pages
    return None


def places(match: Match, text: str) -> list[tuple[int, int]]:
    """Where the words that were sought stand in a text, from which character to which. They are in
    order, and none overlaps with another."""
    found: list[tuple[int, int]] = []
    for start, end, _n in hits(text, patterns_of(match)):
        if start < end and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def patterns_of(match: Match) -> list[re.Pattern[str]]:
    """Of so many elements as a reader may mean; each goes through the whole of a text."""
    told = [element.forms for element in match.elements if element.forms]
    return [pattern(forms) for forms in told[:MOST_PATTERNS]]


def pattern(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms))


def hits(text: str, patterns: list[re.Pattern[str]]) -> list[tuple[int, int, int]]:
    """From which character to which, and of which pattern; in order."""
    shadow = text.translate(SHADOW)
    return sorted(
        (hit.start(), hit.end(), n)
        for n, one in enumerate(patterns)
        for hit in one.finditer(shadow)
    )


def snippet(text: str, patterns: list[re.Pattern[str]]) -> tuple[tuple[Piece, ...], int]:
    """The place with the most of the patterns, and the first character of one; empty where there
    is none of them."""
    found = hits(text, patterns)
    if not found:
        return (), 0
    reach = LENGTH - BEFORE
    best = max(
        range(len(found)),
        key=lambda at: (
            len({n for start, _end, n in found[at : at + 40] if start < found[at][0] + reach}),
            -at,
        ),
    )
    start = word_start(text, max(0, found[best][0] - BEFORE))
    end = word_end(text, min(len(text), start + LENGTH))
    return pieces(text, start, end, [hit[:2] for hit in found]), found[best][0]


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
