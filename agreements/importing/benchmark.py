"""A database of real size: up to millions of records made from real ones, by COPY.

The corpus is one record a document (title, parties, dates, place, subject), as the script that
makes it prints it. What the forms would derive is written along, so that the result is what
the same records entered by hand would be; ``refresh_all()`` must find nothing to change.
"""

from __future__ import annotations

import datetime
import itertools
import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.db import connection, transaction

from agreements.letters import fold
from agreements.models import DocumentType, PlaceName, State, Subject, content_changed

from .bodies import GOVERNMENT
from .shipped import words_of

BATCH = 20_000
FIRST_PUBLISHED = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
COLUMNS = {
    "place": "id state_id",
    "placename": "place_id language text kind since until is_preferred",
    "agency": "id kind state_id place_id since until note",
    "agencyname": "agency_id language text kind since until is_preferred",
    "event": "id kind began_on ended_on place_id state_id public_note publication_state "
    "withdrawal_reason is_title_withheld internal_note version published_at",
    "eventname": "event_id language text",
    "delegation": "event_id state_id role head office is_head_present",
    "document": "id type_id legal_nature level event_id event_position is_signed_by_heads period "
    "validity term renewal_term notice_period term_counts_from entry_into_force "
    "entry_into_force_days entry_into_force_date text_absence summary public_note signed_on "
    "text_availability publication_state withdrawal_reason is_title_withheld internal_note version "
    "published_at",
    "documenttitle": "document_id language text worded_by",
    "document_subjects": "document_id subject_id",
    "party": "document_id side position state_id agency_id acting_as name_as_written role",
    "signing": "document_id signed_on place_id state_id party_id note_number",
    "action": "document_id kind side party_id done_on received_on effective_on reference note",
    "relation": "document_id kind target_id target_text effective_on extent",
    "identifier": "document_id scheme_id value",
    "text": "document_id language role body url origin is_public",
    "missingvalue": "document_id field reason looked_on note",
    "citation": "source_id text_id article quote quote_start document_id event_id agency_id "
    "action_id party_id announcement_id field stance value",
}
# The words of the corpus as codes: as the profiles have them with which it is imported.
TYPES = {
    words.lower().replace(" ", "_"): code
    for words, code in words_of("all-bilateral", "type").items()
}
# The first letters of a topic code of the World Treaty Index to a subject.
TOPICS = words_of("world-treaty-index", "subjects") | {
    "Investment": "investment-protection",
    "Environment": "environmental-protection",
}
ANY_TYPE, ANY_SUBJECT = "unspecified", "general-cooperation"
MINISTRIES = re.compile(
    r"between the ((?:Ministry|Customs|Academy|Committee|Civil|National) [^()]+?) of .+? and the "
    r"((?:Ministry|Customs|Academy|Committee|Civil|National) [^()]+?) of "
)
CITIES = re.compile(
    r"(?:between the City of (.+?) \(.+?\) and the City of (.+?) \(|между городами (.+?) и (.+?)$)"
)
PERIOD = re.compile(r"\b(\d{4})[-–](\d{4})\b")


class Benchmark:
    """One run: reads the corpus and gives rows by table, with the identities that it hands out.

    Unless the records are to stay as they are, one in twenty gets a signing ceremony, and one
    in twenty is a draft.
    """

    def __init__(self, words: list[str] | None = None, *, as_they_are: bool = False) -> None:
        self.random = random.Random(1)
        self.words = words or []
        self.as_they_are = as_they_are
        self.types = set(DocumentType.objects.values_list("code", flat=True))
        self.states = state_ids()
        self.subjects = dict(Subject.objects.values_list("slug", "pk"))
        self.places = known_places()
        self.agencies: dict[tuple[str, int], int] = {}
        self.documents: dict[str, int] = {}
        self.ids = defaultdict(lambda: itertools.count(1))
        self.ids["place"] = itertools.count(max(self.places.values(), default=0) + 1)
        self.rows: dict[str, list[tuple]] = defaultdict(list)
        self.source = 1

    def next(self, table: str) -> int:
        return next(self.ids[table])

    def add(self, table: str, *values: object) -> None:
        self.rows[table].append(values)

    def place(self, name: str, state: int | None, language: str = "en") -> int | None:
        if not name:
            return None
        key = (fold(name), state)
        if key not in self.places:
            pk = self.places[key] = self.next("place")
            self.add("place", pk, state)
            self.add("placename", pk, language, name, "short", None, None, False)
        return self.places[key]

    def agency(self, name: str, kind: str, state: int, language: str = "en") -> int:
        if (name, state) not in self.agencies:
            pk = self.agencies[name, state] = self.next("agency")
            place = self.place(name, state) if kind == "city" else None
            self.add("agency", pk, kind, state, place, None, None, "")
            self.add("agencyname", pk, language, name, "official", None, None, False)
        return self.agencies[name, state]

    def record(self, row: dict[str, str]) -> None:
        """Add one record of the corpus. A party without a known state leaves it a draft."""
        sides = [self.states.get(row[f"party{side}_code"].lower()) for side in (1, 2)]
        is_public = None not in sides and (self.as_they_are or self.random.random() < 0.95)
        pk = self.documents[row["id"]] = self.next("document")
        bodies, level = self.bodies(row, sides)
        signed = row["date_signed"] or None
        has_event = is_public and signed and pk % 20 == 0 and not self.as_they_are
        event = self.event(row, sides) if has_event else None
        self.document(pk, row, level, event, is_public)
        self.add("documenttitle", pk, row["title_lang"], row["title"].strip() or "—", "source")
        self.add("document_subjects", pk, self.subject(row["subject"]))
        for side, (state, body) in enumerate(zip(sides, bodies, strict=True), start=1):
            acting_as = "" if body else "government" if level == "intergovernmental" else "state"
            written = row.get(f"party{side}_name", "")
            self.add("party", pk, side, 0, state, body, acting_as, written, "party")
        self.life(pk, row)
        self.add(
            "citation", self.source, None, "", row["title"], None, pk, *[None] * 5, "", "states", ""
        )

    def document(
        self, pk: int, row: dict[str, str], level: str, event: int | None, is_public: bool
    ):
        period = PERIOD.search(row["title"])
        covered = period and int(period[1]) <= int(period[2]) and f"{period[1]}/{period[2]}"
        values = dict.fromkeys(COLUMNS["document"].split(), "")
        values |= {
            "id": pk,
            "type_id": self.type(row["doc_type"]),
            "legal_nature": "not_determined",
            "level": level,
            "event_id": event,
            "event_position": 0,
            "is_signed_by_heads": False,
            "period": covered or None,
            "validity": "not_recorded",
            "term_counts_from": "not_recorded",
            "entry_into_force": "not_recorded",
            "entry_into_force_days": None,
            "entry_into_force_date": None,
            "text_absence": "title_only",
            "signed_on": row["date_signed"] or None,
            "text_availability": "text_here" if self.words or row.get("texts") else "title_only",
            "publication_state": "published" if is_public else "draft",
            "is_title_withheld": False,
            "version": 1,
            "published_at": published_at(pk) if is_public else None,
        }
        self.add("document", *values.values())

    def life(self, pk: int, row: dict[str, str]) -> None:
        """Signing, entry into force, amendment, number, text."""
        if row["date_signed"]:
            place = self.place(row["place_signed"], None, row["title_lang"])
            self.add("signing", pk, row["date_signed"], place, None, None, "")
        else:
            self.add("missingvalue", pk, "signed_on", "not_recorded", None, "")
        if row["date_in_force"]:
            values = ("entered_into_force", None, None, None, None, row["date_in_force"], "", "")
            self.add("action", pk, *values)
        if row["amends"] in self.documents:
            self.add("relation", pk, "amends", self.documents[row["amends"]], "", None, "")
        for scheme, value in row.get("identifiers") or [("national_series", row["number"])]:
            if value:
                self.add("identifier", pk, scheme, value)
        if self.words:
            self.add("text", pk, row["title_lang"], "authentic", self.body(), "", "", True)
        for language, words in row.get("texts", ()):
            self.add("text", pk, language, "", words, "", "", True)

    def event(self, row: dict[str, str], sides: list[int]) -> int:
        pk = self.next("event")
        day, place = row["date_signed"], self.place(row["place_signed"], None, row["title_lang"])
        text = ("", "published", "", False, "", 1, published_at(pk))
        self.add("event", pk, "signing_ceremony", day, None, place, None, *text)
        self.add("eventname", pk, "en", f"Signing of {row['title']}")
        for state in dict.fromkeys(sides):
            self.add("delegation", pk, state, "party", "", "", "not_stated")
        self.add(
            "citation", self.source, None, "", "", None, None, pk, *[None] * 4, "", "states", ""
        )
        return pk

    def bodies(self, row: dict, sides: list[int | None]) -> tuple[list[int | None], str]:
        """The agencies that a record or its title names, one a side, and the level that follows."""
        title = row["title"]
        if any(row.get("bodies", ())) and None not in sides:
            return [
                body and self.agency(*body, state=state, language=row["title_lang"])
                for body, state in zip(row["bodies"], sides, strict=True)
            ], level_of(row["bodies"])
        if None not in sides:
            for pattern, kind, level in (
                (MINISTRIES, "ministry", "interagency"),
                (CITIES, "city", "city"),
            ):
                if found := pattern.search(title):
                    names = [name for name in found.groups() if name]
                    return [
                        self.agency(name, kind, state)
                        for name, state in zip(names, sides, strict=True)
                    ], level
        return [None, None], "intergovernmental" if GOVERNMENT.search(title) else "interstate"

    def type(self, words: str) -> str:
        code = words.lower().strip(" ,").replace(" ", "_")
        code = TYPES.get(code, code) or ANY_TYPE
        return code if code in self.types else "other"

    def subject(self, topic: str) -> int:
        """By the longest beginning of the topic that is known."""
        beginnings = (topic[:length] for length in range(len(topic), 0, -1))
        slug = next((TOPICS[known] for known in beginnings if known in TOPICS), ANY_SUBJECT)
        return self.subjects[slug]

    def body(self) -> str:
        """50 to 400 running words of real texts: their frequencies, and their phrases."""
        length = self.random.randrange(50, 401)
        start = self.random.randrange(max(1, len(self.words) - length))
        return " ".join(self.words[start : start + length])


def published_at(pk: int) -> datetime.datetime:
    """One a minute, in the order in which they were entered."""
    return FIRST_PUBLISHED + datetime.timedelta(minutes=pk)


def level_of(bodies: Iterable[tuple[str, str] | None]) -> str:
    """Of bodies as (name, kind): that of the first, since the others are mostly its likes."""
    kind = next(body[1] for body in bodies if body)
    levels = {"city": "city", "region": "region", "company": "enterprise"}
    levels |= dict.fromkeys(["institute", "university"], "institution")
    return levels.get(kind, "interagency")


def state_ids() -> dict[str, int]:
    """States by code and by three-letter code, in small letters."""
    found = {}
    for pk, code, alpha3 in State.objects.values_list("pk", "code", "alpha3"):
        found[code] = pk
        if alpha3:
            found[alpha3.lower()] = pk
    return found


def known_places() -> dict[tuple[str, int | None], int]:
    """Places by folded name and state, and by name alone: of two that share one, the older."""
    found = {}
    names = PlaceName.objects.order_by("place_id").values_list("folded", "place__state", "place")
    for folded, state, pk in names:
        found.setdefault((folded, state), pk)
        found.setdefault((folded, None), pk)
    return found


def corpus_words(paths: Iterable[Path], most: int = 4_000_000) -> list[str]:
    """The running words of full texts, lines of JSON with a ``text``, packed by xz."""
    words: list[str] = []
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words += json.loads(line)["text"].replace("\x00", "").split()
                if len(words) >= most:
                    return words
    return words


def load(
    records: Iterable[dict[str, str]],
    words: list[str] | None,
    progress: Callable[[str, int], None],
    *,
    as_they_are: bool = False,
) -> dict[str, int]:
    """Fill this database, which must hold no document yet. Returns the rows of each table."""
    counts: dict[str, int] = defaultdict(int)
    with transaction.atomic(), bare_tables([*COLUMNS, "statusperiod"]):
        begin()
        benchmark = Benchmark(words, as_they_are=as_they_are)
        for batch in batches(records):
            for row in batch:
                benchmark.record(row)
            for table in COLUMNS:
                counts[table] += copy(table, benchmark.rows.pop(table, []))
            progress("documents", counts["document"])
    progress("indexes", counts["document"])
    analyse([f"agreements_{table}" for table in COLUMNS])
    counts["statusperiod"] = derive("status periods", "statusperiod", counts["document"], progress)
    counts["twin"] = derive("likely duplicates", "twin", counts["document"], progress)
    counts["searchrow"] = fill_search(counts["document"], progress)
    move_sequences()
    content_changed()
    return dict(counts)


def batches(rows: Iterable[dict]) -> Iterator[list[dict]]:
    iterator = iter(rows)
    while batch := list(itertools.islice(iterator, BATCH)):
        yield batch


def copy(table: str, rows: list[tuple]) -> int:
    columns = ", ".join(COLUMNS[table].split())
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY agreements_{table} ({columns}) FROM STDIN") as target,
    ):
        for row in rows:
            target.write_row(row)
    return len(rows)


def begin() -> None:
    """Name the source that every record cites."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE agreements_source CASCADE")
        cursor.execute(
            "INSERT INTO agreements_source (id, publisher, title, url, language, kept_text) "
            "VALUES (1, 'Pacta', 'Benchmark corpus', '', 'en', '')"
        )


class bare_tables:
    """Without triggers and secondary indexes while it lasts; they are made again at the end.

    Needs a superuser: foreign keys are triggers too.
    """

    def __init__(self, tables: Iterable[str]) -> None:
        self.tables = list(tables)

    def __enter__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(
                "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) "
                "FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid "
                "WHERE c.oid IS NULL AND i.indrelid::regclass::text = ANY(%s)",
                [[f"agreements_{table}" for table in self.tables]],
            )
            self.indexes = cursor.fetchall()
            for name, _ in self.indexes:
                cursor.execute(f"DROP INDEX {name}")

    def __exit__(self, kind: type | None, *error: object) -> None:
        if kind is None:
            with connection.cursor() as cursor:
                for _, definition in self.indexes:
                    cursor.execute(definition)


# The functions that write a derived table, by table: the rules are known to them alone.
WRITERS = {"statusperiod": "write_status_periods", "twin": "write_twins"}


def analyse(tables: list[str]) -> None:
    """Not of derived tables: the plans made of one that is empty would read all of it later."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")


def derive(what: str, table: str, documents: int, progress: Callable[[str, int], None]) -> int:
    """Write a derived table, and count its rows."""
    with connection.cursor() as cursor:
        for first in range(1, documents + 1, BATCH):
            last = min(first + BATCH - 1, documents)
            cursor.execute(
                f"SELECT count({WRITERS[table]}(id)::text) FROM agreements_document "
                "WHERE id BETWEEN %s AND %s",
                [first, last],
            )
            progress(what, last)
        cursor.execute(f"SELECT count(*) FROM agreements_{table}")
        return cursor.fetchone()[0]


def fill_search(documents: int, progress: Callable[[str, int], None]) -> int:
    """Write what the search reads, and count its rows."""
    with connection.cursor() as cursor:
        with transaction.atomic(), bare_tables(["searchrow"]):
            cursor.execute("SELECT write_search_sample()")
            for first in range(1, documents + 1, BATCH):
                last = min(first + BATCH - 1, documents)
                cursor.execute("SELECT fill_search_rows(%s, %s)", [first, last])
                progress("search rows", last)
        cursor.execute(
            "INSERT INTO agreements_searchcount (key, term, number) "
            "SELECT key, term, number FROM search_counts_anew() ORDER BY key, term"
        )
        cursor.execute("SELECT count(*) FROM agreements_searchrow")
        return cursor.fetchone()[0]


def move_sequences() -> None:
    """New rows get identities above the loaded ones.

    A sequence never goes back: that could not be undone with the transaction.
    """
    with connection.cursor() as cursor:
        for table in ("place", "agency", "event", "document", "source"):
            cursor.execute(
                f"SELECT setval('agreements_{table}_id_seq', greatest(last_value, "
                f"(SELECT max(id) FROM agreements_{table}))) FROM agreements_{table}_id_seq"
            )
