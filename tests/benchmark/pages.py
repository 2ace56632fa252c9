"""The pages that are timed, chosen from what a database holds: each run chooses the same ones."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from .databases import Database
from .export import CHILDREN
from .peer import ROWS, Peer

LISTS = ("states", "agencies", "events", "years", "subjects")
DEPTH = 200  # pages
# What our pages count, and Datasette beside them.
OF_STATE = ("state_1", "state_2", "type", "level")
OF_PAIR = ("year", "type", "level", "status")
OF_AGENCY = ("agency_1", "agency_2", "type", "year")
OF_YEAR = ("type", "level")
OF_LIST = (
    "year", "state_1", "state_2", "agency_1", "agency_2", "type", "level", "status", "subject",
    "language", "text",
)  # fmt: skip
PHRASES = (
    "avoidance of double taxation",
    "fight against terrorism",
    "mutual legal assistance",
    "technical assistance",
    "sister city",
)
COMMON_PHRASES = ("in accordance with", "government of the", "entry into force", "field of")
ABSENT = "qwzxkvbrj"
LONG_WORD = 8  # letters: no word of that length is left out of an index
FEW = 20  # documents


class Kind(StrEnum):
    BROWSE = "browse"
    LIST = "list"
    PHRASE = "phrase"
    COMMON_PHRASE = "common phrase"  # its words are near each other in too many documents
    DOCUMENT = "document"
    OTHER = "other"  # Datasette has nothing like it
    UNCHANGED = "unchanged"  # asked for by somebody who has it


@dataclass(frozen=True)
class Page:
    name: str
    kind: Kind
    path: str
    peer: tuple[str, ...] = ()
    documents: int | None = None
    has_facets: bool = False
    after: str = ""  # the place in the list at which the page begins


class Chooser:
    """Looks into the export, where every count is quick."""

    def __init__(self, database: Database, file: sqlite3.Connection) -> None:
        self.database = database
        self.file = file
        self.peer = Peer(database.export.stem)
        self.number = self.one("SELECT count(*) FROM document")[0]

    def one(self, sql: str, *parameters: object) -> tuple:
        return self.file.execute(sql, parameters).fetchone()

    def all(self) -> Iterator[Page]:
        yield Page("home", Kind.BROWSE, "/", (self.peer.table(),), self.number)
        yield from self.states()
        yield self.pair()
        yield self.agency()
        yield self.year()
        yield self.document()
        yield self.three_filters()
        yield from self.words()
        yield self.deep()
        yield from self.others()

    def browse(self, name: str, path: str, documents: int, peer: str) -> Page:
        return Page(name, Kind.BROWSE, path, (peer,), documents, has_facets=True)

    def states(self) -> Iterator[Page]:
        ranked = self.ranked_states()
        places = {"most": 0, "middle": len(ranked) // 2, "fewest": len(ranked) - 1}
        for name, place in places.items():
            code, documents = ranked[place]
            peer = self.peer.table(facets=OF_STATE, where=[of_state(code)])
            yield self.browse(f"state, {name} documents", f"/states/{code}/", documents, peer)
        yield Page("the same, not changed", Kind.UNCHANGED, f"/states/{ranked[0][0]}/")

    def ranked_states(self) -> list[tuple[str, int]]:
        return self.file.execute(
            "SELECT code, count(DISTINCT id) AS n FROM (SELECT state_1 AS code, id FROM document "
            "UNION ALL SELECT state_2, id FROM document) WHERE code IS NOT NULL "
            "GROUP BY code ORDER BY n DESC, code"
        ).fetchall()

    def busiest_pair(self) -> tuple[str, str, int]:
        return self.one(
            "SELECT state_1, state_2, count(*) AS n FROM document WHERE state_1 < state_2 "
            "GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT 1"
        )

    def pair(self) -> Page:
        one, other, documents = self.busiest_pair()
        peer = self.peer.table(facets=OF_PAIR, state_1=one, state_2=other)
        return self.browse("pair", f"/states/{one}/{other}/", documents, peer)

    def agency(self) -> Page:
        label, documents = self.one(
            "SELECT label, count(DISTINCT id) AS n FROM (SELECT agency_1 AS label, id "
            "FROM document UNION ALL SELECT agency_2, id FROM document) "
            "WHERE label IS NOT NULL GROUP BY label ORDER BY n DESC, label LIMIT 1"
        )
        name, code = re.fullmatch(r"(.*) \((.*)\)", label).groups()
        with self.database.server.connect(self.database.name) as connection:
            (pk,) = connection.execute(
                "SELECT min(agency.id) FROM agreements_agency agency "
                "JOIN agreements_agencyname name ON name.agency_id = agency.id "
                "JOIN agreements_state state ON state.id = agency.state_id "
                "WHERE name.text = %s AND state.code = %s",
                [name, code],
            ).fetchone()
        quoted = label.replace("'", "''")
        where = f"agency_1 = '{quoted}' or agency_2 = '{quoted}'"
        peer = self.peer.table(facets=OF_AGENCY, where=[where])
        return self.browse("agency", f"/agencies/{pk}/", documents, peer)

    def year(self) -> Page:
        year, documents = self.most("year", "1 = 1")
        peer = self.peer.table(facets=OF_YEAR, year=year)
        return self.browse("year", f"/years/{year}/", documents, peer)

    def three_filters(self) -> Page:
        code = self.ranked_states()[0][0]
        year, _ = self.most("year", of_state(code))
        kind, documents = self.most("type", f"{of_state(code)} AND year = {year}")
        peer = self.peer.table(facets=OF_LIST, where=[of_state(code)], year=year, type=kind)
        asked = {"state": code, "year": year, "type": kind}
        return self.list("state, year and type", documents, peer, **asked)

    def most(self, column: str, where: str) -> tuple[object, int]:
        """The value that most of these documents have, and how many."""
        return self.one(
            f"SELECT {column}, count(*) AS n FROM document WHERE ({where}) "
            f"AND {column} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1"
        )

    def words(self) -> Iterator[Page]:
        common, middle = self.word(self.number), self.word(self.number // 8)
        searches = {
            "word, common": common,
            "word, middle": middle,
            "word, rare": self.word(FEW),
            "word, absent": ABSENT,
            "two words": f"{common} {middle}",
            "prefix": self.word(self.number // 100)[:6] + "*",
            "word, Russian": self.word_in("ru"),
            "word, Kazakh": self.word_in("kk"),
        }
        for name, words in searches.items():
            yield self.search(name, words)
        yield self.search("phrase", self.phrase(PHRASES, self.number // 150), Kind.PHRASE)
        common_phrase = self.phrase(COMMON_PHRASES, self.number)
        yield self.search("phrase, common", common_phrase, Kind.COMMON_PHRASE)
        yield self.search("word and state", middle, state=self.ranked_states()[0][0])

    def search(self, name: str, words: str, kind: Kind = Kind.LIST, state: str = "") -> Page:
        where = [of_state(state)] if state else []
        peer = self.peer.table(facets=OF_LIST, where=where, words=words)
        asked = {"q": words} | ({"state": state} if state else {})
        return self.list(name, self.found(words, *where), peer, kind, **asked)

    def list(
        self, name: str, documents: int, peer: str, kind: Kind = Kind.LIST, **asked: object
    ) -> Page:
        path = f"/documents/?{urlencode(asked)}"
        return Page(name, kind, path, (peer,), documents, has_facets=True)

    def found(self, words: str, *where: str) -> int:
        conditions = ["id IN (SELECT rowid FROM document_fts WHERE document_fts MATCH ?)", *where]
        return self.one(f"SELECT count(*) FROM document WHERE {' AND '.join(conditions)}", words)[0]

    def word(self, documents: int) -> str:
        """The long English word that is in about so many documents."""
        return self.one(
            "SELECT word FROM known_word WHERE length(word) >= ? AND word NOT GLOB '*[^a-z]*' "
            "ORDER BY abs(documents - ?), word LIMIT 1",
            LONG_WORD,
            documents,
        )[0]

    def word_in(self, language: str) -> str:
        """The word that most titles in a language have."""
        titles = self.file.execute(
            "SELECT title FROM title WHERE language = ? ORDER BY id LIMIT 5000", [language]
        )
        words = Counter(
            word
            for (title,) in titles
            for word in set(re.findall(r"[^\W\d_]+", title.lower()))
            if len(word) >= LONG_WORD and not word.isascii()
        )
        return min(words, key=lambda word: (-words[word], word), default=ABSENT)

    def phrase(self, phrases: tuple[str, ...], documents: int) -> str:
        """The one that is in about so many documents."""
        return min(
            (f'"{phrase}"' for phrase in phrases),
            key=lambda phrase: (abs(self.found(phrase) - documents), phrase),
        )

    def document(self) -> Page:
        """One that has much to show, of the first few thousand."""
        rows = " + ".join(
            f"(SELECT count(*) FROM {table} WHERE document_id = document.id)" for table in CHILDREN
        )
        (pk,) = self.one(
            f"SELECT id FROM document WHERE id <= 5000 ORDER BY {rows} DESC, id LIMIT 1"
        )
        children = [
            self.peer.children(table, pk)
            for table in CHILDREN
            if self.one(f"SELECT 1 FROM {table} WHERE document_id = ? LIMIT 1", pk)
        ]
        return Page("document", Kind.DOCUMENT, f"/documents/{pk}/", (self.peer.row(pk), *children))

    def deep(self) -> Page:
        """Many pages on from the first; nobody follows so many links, but crawlers do."""
        rows = min(DEPTH * ROWS, self.number - 2 * ROWS)
        there = self.one(
            "SELECT signed_on, id FROM document ORDER BY signed_on DESC, id LIMIT 1 OFFSET ?", rows
        )
        with self.database.server.connect(self.database.name) as connection:
            day, pk = connection.execute(
                "SELECT signed_first, id FROM agreements_document "
                "WHERE publication_state = 'published' "
                "ORDER BY signed_first DESC NULLS LAST, id DESC LIMIT 1 OFFSET %s",
                [rows],
            ).fetchone()
        peer = self.peer.table(facets=OF_LIST, after=there)
        place = f"{day or 'undated'}.{pk}"
        path = "/documents/"
        return Page("deep page", Kind.LIST, path, (peer,), self.number, True, after=place)

    def others(self) -> Iterator[Page]:
        """The public's other lists, whose plans are looked at too."""
        one, other, documents = self.busiest_pair()
        path = f"/states/{one}/{other}/in-force/"
        yield Page("pair, in force", Kind.OTHER, path, documents=documents)
        slug, documents = self.most("subject", "1 = 1")
        yield Page("subject", Kind.OTHER, f"/subjects/{slug}/", documents=documents)
        with self.database.server.connect(self.database.name) as connection:
            (pk,) = connection.execute(
                "SELECT min(id) FROM agreements_event WHERE publication_state = 'published'"
            ).fetchone()
        yield Page("event", Kind.OTHER, f"/events/{pk}/")
        for name in LISTS:
            yield Page(f"list of {name}", Kind.OTHER, f"/{name}/")


def of_state(code: str) -> str:
    return f"(state_1 = '{code}' or state_2 = '{code}')"


def choose(database: Database) -> list[Page]:
    with closing(sqlite3.connect(database.export)) as file:
        return list(Chooser(database, file).all())
