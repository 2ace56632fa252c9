"""Making a dump: one walk over one state of the archive, into all files at once."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone, translation

from agreements.exporting.about import About
from agreements.exporting.code_book import Codes, code_book, lines, plain, vocabularies
from agreements.exporting.columns import rows_of
from agreements.exporting.event_records import EVENTS, EventRecords
from agreements.exporting.records import BATCH, Record, Records
from agreements.exporting.shape import WIDE
from agreements.exporting.snapshot import BEGIN
from agreements.exporting.tables import CODE_BOOK, Counting, Writer, write_sheet
from agreements.models import Document, Event, content_changed

from . import folders, words
from .database import Database
from .files import CsvFiles, JsonLines
from .folders import Dump
from .rows import Rows, of_authorities, of_event
from .shape import TABLES, VERSION

Tell = Callable[[str, int], None]
LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('agreements_dump'))"
VOCABULARIES = "vocabularies"
NUMBERS = 10_000  # of records, read at once
EACH = 5000  # records, after which it is told how far they are


class AnotherIsMade(Exception):
    """Somebody is making one just now."""


def make(root: Path, keep: int, tell: Tell = lambda *told: None, *, forget: bool = False) -> Dump:
    """The new one; older ones are removed as ``keep`` says, with ``forget`` all of them.

    Raises AnotherIsMade, and OSError where it can't be written.
    """
    root.mkdir(parents=True, exist_ok=True)
    with alone(), translation.override(settings.LANGUAGE_CODE):
        day = timezone.localdate()
        name = folders.free_name(root, day)
        with folders.new(root, name) as folder:
            write(folder, about_of(name, day), tell)
        made = Dump(root / name)
        older = [dump for dump in folders.dumps(root) if dump.name != name]
        for dump in older if forget else no_longer_kept(made, older, keep):
            folders.remove(dump)
    content_changed()  # the page that lists them shows something else
    return made


@contextmanager
def alone() -> Iterator[None]:
    """In one state of the archive, and with nobody else at it. The lock ends with whoever has it,
    however that ends."""
    is_first = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if is_first:
            cursor.execute(BEGIN)
        cursor.execute(LOCK)
        if not cursor.fetchone()[0]:
            raise AnotherIsMade
        yield


def no_longer_kept(made: Dump, older: list[Dump], keep: int) -> list[Dump]:
    old = folders.too_old([made, *older], keep)
    return [dump for dump in older if dump in old or not made.withheld <= dump.withheld]


def about_of(name: str, day: datetime.date) -> About:
    base = settings.PUBLIC_ADDRESS
    return About(
        address=f"{base}{reverse('data_of_day', args=[name])}",
        code_book=f"{base}{reverse('code_book')}",
        made_at=timezone.now(),
        status_on=day,
        number=0,
        language=settings.LANGUAGE_CODE,
        licence=settings.DATA_LICENCE,
    )


# Writing ----------------------------------------------------------------------------------------


def write(folder: Path, about: About, tell: Tell) -> None:
    with ExitStack() as opened:
        database = opened.enter_context(closing(Database(folder / "pacta.sqlite")))
        both = Both(CsvFiles(opened, folder), database)
        counting = Counting(both, TABLES)
        for table, row in all_rows(opened, folder, about, tell):
            counting.write(table, row)
        book = code_book(counting.filled, TABLES)
        write_sheet(both, CODE_BOOK, lines(book))
        write_sheet(both, VOCABULARIES, words_of_codes(vocabularies(book)))
        database.finish()
    write_json(folder / "code-book.json", plain(book))
    write_json(folder / "metadata.json", words.for_datasette(about))
    (folder / "README.txt").write_text(words.readme(about), encoding="utf-8")
    (folder / "LICENCE.txt").write_text(words.licence(), encoding="utf-8")
    rows = {table.name: counting.filled.rows[table.name] for table in TABLES}
    write_manifest(folder, about, rows)


def all_rows(opened: ExitStack, folder: Path, about: About, tell: Tell) -> Rows:
    """Each record is read once, for all files."""
    base = settings.PUBLIC_ADDRESS
    documents = JsonLines(opened, folder / "documents.jsonl.gz")
    for record in told(read(Document, Records(about.status_on, base).read), "documents", tell):
        documents.write(record)
        yield from rows_of(record)
    events = JsonLines(opened, folder / "events.jsonl.gz")
    for record in told(read(Event, EventRecords(base).read), "events", tell):
        events.write(record)
        yield from of_event(record)
    yield from of_authorities(base)


def read(
    model: type[Document] | type[Event], batch_of: Callable[[list[int]], list[Record]]
) -> Iterator[Record]:
    numbers = model.objects.published().order_by("pk").values_list("pk", flat=True)
    found = numbers.iterator(chunk_size=NUMBERS)
    while batch := list(islice(found, BATCH)):
        yield from batch_of(batch)


def told(records: Iterable[Record], what: str, tell: Tell) -> Iterator[Record]:
    number = 0
    for number, record in enumerate(records, start=1):
        yield record
        if number % EACH == 0:
            tell(what, number)
    tell(what, number)


class Both:
    """Writes each row to several."""

    def __init__(self, *writers: Writer) -> None:
        self.writers = writers

    def begin(self, name: str, head: list[str]) -> None:
        for writer in self.writers:
            writer.begin(name, head)

    def write(self, name: str, row: list[Any]) -> None:
        for writer in self.writers:
            writer.write(name, row)


def words_of_codes(known: Mapping[str, Codes]) -> Iterator[tuple[str, str, str]]:
    yield "vocabulary", "code", "words"
    for name, codes in known.items():
        yield from ((name, code, words) for code, words in codes)


def write_manifest(folder: Path, about: About, rows: dict[str, int]) -> None:
    of_table = {f"{name}.csv": number for name, number in rows.items()}
    of_table |= {f"{name}.jsonl.gz": rows[name] for name in (WIDE.name, EVENTS.name)}
    files = [folders.described(path, of_table.get(path.name)) for path in sorted(folder.iterdir())]
    told = {
        "archive": about.archive,
        "address": about.address,
        "made_at": about.made,
        "status_on": about.status_on.isoformat(),
        "shape": VERSION,
        "licence": about.licence or None,
        "rows": rows,
        "files": [asdict(file) for file in files],
        # Withdrawn records of which not even the title is in here.
        "withheld": withheld(),
    }
    write_json(folder / folders.MANIFEST, told)
    files.append(folders.described(folder / folders.MANIFEST))
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    (folder / folders.SUMS).write_text(sums, encoding="ascii")


def write_json(path: Path, value: Any) -> None:
    path.write_text(f"{json.dumps(value, ensure_ascii=False, indent=1)}\n", encoding="utf-8")


# What is given of them ----------------------------------------------------------------------------


def withheld() -> list[str]:
    """The withdrawn records whose title itself must not show."""
    return [
        f"{name}/{pk}"
        for name, model in (("documents", Document), ("events", Event))
        for pk in model.objects.withdrawn()
        .filter(is_title_withheld=True)
        .order_by("pk")
        .values_list("pk", flat=True)
    ]


def published(root: Path) -> list[Dump]:
    """The newest first, without those that hold a record of which nothing may be shown since."""
    since = set(withheld())
    return [dump for dump in folders.dumps(root) if since <= dump.withheld]
