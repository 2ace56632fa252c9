"""An SQLite database of the same published documents, for Datasette.

Laid out as by somebody who wants Datasette quick: one narrow row a document with everything that
our pages count, indexes for what is filtered and sorted, full-text search over titles and texts;
what stands on a document's own page in tables of its own.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg

from .databases import Database

BATCH = 5_000
PUBLISHED = (
    "document_id IN (SELECT id FROM agreements_document WHERE publication_state = 'published')"
)
# The first row that a document has on a side, as a title, as a subject.
DOCUMENTS = """
WITH agency AS (
    SELECT DISTINCT ON (agency_id) agency_id, text FROM agreements_agencyname
    ORDER BY agency_id, kind <> 'official', id
), first_party AS (
    SELECT DISTINCT ON (document_id, side) document_id, side, state.code,
        agency.text || ' (' || state.code || ')' AS agency
    FROM agreements_party party
    JOIN agreements_state state ON state.id = party.state_id
    LEFT JOIN agency ON agency.agency_id = party.agency_id
    ORDER BY document_id, side, position, party.id
), first_title AS (
    SELECT DISTINCT ON (document_id) document_id, language, text FROM agreements_documenttitle
    ORDER BY document_id, language <> 'en', id
), first_subject AS (
    SELECT DISTINCT ON (document_id) document_id, slug
    FROM agreements_document_subjects JOIN agreements_subject subject ON subject.id = subject_id
    ORDER BY document_id, subject_id
), status_today AS (
    SELECT DISTINCT ON (document_id) document_id, status FROM agreements_statusperiod
    WHERE during @> current_date ORDER BY document_id, id
)
SELECT document.id, signed_on, extract(year FROM signed_first)::int,
    least(one.code, other.code), greatest(one.code, other.code),
    CASE WHEN one.code <= other.code THEN one.agency ELSE other.agency END,
    CASE WHEN one.code <= other.code THEN other.agency ELSE one.agency END,
    type_id, level, status, slug, language, text_availability, first_title.text
FROM agreements_document document
LEFT JOIN first_party one ON one.document_id = document.id AND one.side = 1
LEFT JOIN first_party other ON other.document_id = document.id AND other.side = 2
LEFT JOIN first_title ON first_title.document_id = document.id
LEFT JOIN first_subject ON first_subject.document_id = document.id
LEFT JOIN status_today ON status_today.document_id = document.id
WHERE publication_state = 'published' ORDER BY document.id
"""
# By table: what it holds besides its number, and where that comes from.
CHILDREN = {
    "title": (
        "language TEXT, title TEXT",
        "SELECT id, document_id, language, text FROM agreements_documenttitle",
    ),
    "party": (
        "side INTEGER, state TEXT, agency TEXT, acting_as TEXT, name TEXT, role TEXT",
        "SELECT id, document_id, side, (SELECT code FROM agreements_state s WHERE s.id = state_id),"
        " (SELECT text FROM agreements_agencyname n WHERE n.agency_id = p.agency_id"
        " ORDER BY kind <> 'official', id LIMIT 1), acting_as, name_as_written, role"
        " FROM agreements_party p",
    ),
    "signing": (
        "signed_on TEXT, place TEXT",
        "SELECT id, document_id, signed_on, (SELECT text FROM agreements_placename n"
        " WHERE n.place_id = s.place_id ORDER BY language <> 'en', id LIMIT 1)"
        " FROM agreements_signing s",
    ),
    "action": (
        "kind TEXT, done_on TEXT, effective_on TEXT, reference TEXT",
        "SELECT id, document_id, kind, done_on, effective_on, reference FROM agreements_action",
    ),
    "relation": (
        "kind TEXT, target_id INTEGER REFERENCES document(id)",
        "SELECT id, document_id, kind, target_id FROM agreements_relation",
    ),
    "identifier": (
        "scheme TEXT, value TEXT",
        "SELECT id, document_id, scheme_id, value FROM agreements_identifier",
    ),
    "status_period": (
        "status TEXT, since TEXT, until TEXT",
        "SELECT id, document_id, status, lower(during)::text, upper(during)::text"
        " FROM agreements_statusperiod",
    ),
    "text": (
        "language TEXT, role TEXT, body TEXT",
        "SELECT id, document_id, language, role, body FROM agreements_text WHERE is_public",
    ),
    "citation": (
        "publisher TEXT, title TEXT, quote TEXT",
        "SELECT c.id, document_id, publisher, title, c.quote FROM agreements_citation c"
        " JOIN agreements_source s ON s.id = source_id WHERE document_id IS NOT NULL",
    ),
}
TABLES = """
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, signed_on TEXT, year INTEGER, state_1 TEXT, state_2 TEXT,
    agency_1 TEXT, agency_2 TEXT, type TEXT, level TEXT, status TEXT, subject TEXT,
    language TEXT, text TEXT, title TEXT);
CREATE VIRTUAL TABLE document_fts USING fts5 (title, text, content="document", content_rowid="id");
"""
COUNTED = ("year", "type", "level", "status", "subject", "language", "text")
ON_A_SIDE = ("state_1", "state_2", "agency_1", "agency_2")
INDEXES = [
    *(f"CREATE INDEX document_{column} ON document ({column})" for column in COUNTED),
    *(f"CREATE INDEX document_{column} ON document ({column}, signed_on)" for column in ON_A_SIDE),
    "CREATE INDEX relation_target ON relation (target_id)",
    "CREATE INDEX document_states ON document (state_1, state_2, signed_on)",
    "CREATE INDEX document_newest ON document (signed_on, id)",
    "INSERT INTO document_fts (document_fts) VALUES ('optimize')",
    "CREATE TABLE known_word (word TEXT PRIMARY KEY, documents INTEGER) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, document_fts, 'row')",
    "INSERT INTO known_word SELECT term, doc FROM temp.vocabulary",
    "ANALYZE",
]


def prepare(database: Database, tell: Callable[[str], None]) -> None:
    """Write the file, unless it is there and made from this database.

    It is written beside its place, and moved there when it is whole.
    """
    path, version = database.export, version_of(database)
    if path.exists() and _version(path) == version:
        return
    tell(f"Writing {path.name} for Datasette ...")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(fresh, isolation_level=None)) as target,
        database.server.connect(database.name) as source,
    ):
        target.executescript(TABLES)
        copy(source, DOCUMENTS, target, "INSERT INTO document VALUES")
        for table, (columns, rows) in CHILDREN.items():
            document = "document_id INTEGER REFERENCES document(id)"
            target.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {document}, {columns})")
            public = f"SELECT * FROM ({rows}) AS rows WHERE {PUBLISHED} ORDER BY document_id, id"
            copy(source, public, target, f"INSERT INTO {table} VALUES")
            target.execute(f"CREATE INDEX {table}_document ON {table} (document_id)")
        index_words(target)
        for statement in INDEXES:
            target.execute(statement)
        target.execute(f"PRAGMA user_version = {version}")
    fresh.rename(path)


def index_words(target: sqlite3.Connection) -> None:
    """Titles and texts, without a second copy of either in Datasette's narrow table."""
    target.execute(
        "INSERT INTO document_fts (rowid, title, text) SELECT id, (SELECT group_concat(title, ' ')"
        " FROM title WHERE document_id = document.id), (SELECT group_concat(body, ' ')"
        " FROM text WHERE document_id = document.id) FROM document ORDER BY id"
    )


def copy(source: psycopg.Connection, select: str, target: sqlite3.Connection, insert: str) -> None:
    target.execute("BEGIN")
    with source.transaction(), source.cursor("export") as rows:
        rows.itersize = BATCH
        rows.execute(select)
        places = ", ".join("?" * len(rows.description))
        target.executemany(f"{insert} ({places})", rows)
    target.execute("COMMIT")


def version_of(database: Database) -> int:
    """Tells from which database a file was made, in the 31 bits that SQLite has for it."""
    return zlib.crc32(database.identity().encode()) >> 1


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("PRAGMA user_version").fetchone()[0]
