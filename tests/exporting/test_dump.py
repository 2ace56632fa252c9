"""The nightly dump: all that is published in files, whole or not at all."""

from __future__ import annotations

import csv
import datetime
import gzip
import hashlib
import json
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from agreements.exporting.dumping import folders
from agreements.exporting.dumping.dump import LOCK, make, published
from agreements.exporting.event_records import EventRecords
from agreements.exporting.records import Records
from agreements.models import (
    AgencySuccession,
    Citation,
    Document,
    DocumentTitle,
    Event,
    Relation,
    ResponsibleBody,
    Signatory,
    Signing,
    State,
    Text,
)
from tests import builders

pytestmark = pytest.mark.django_db
FORMULA = "=HYPERLINK(1) on roads"


@pytest.fixture
def document() -> Document:
    """With a row in every corner of the tables."""
    kz, tj = State.objects.get(code="kz"), State.objects.get(code="tj")
    ministry, service = builders.agency("Ministry", of=kz), builders.agency("Service", of=kz)
    AgencySuccession.objects.create(predecessor=ministry, successor=service)
    place = builders.place("Roadville", state=kz)
    event = builders.event("Visit", states=[kz, tj], place=place, kind="summit")
    builders.announcement(event, 20)
    document = builders.document(FORMULA, side_1=service, side_2=tj, event=event)
    other = builders.document("Протокол о мостах", side_1=ministry, side_2=tj)
    draft = builders.draft("Draft", side_1=kz, side_2=tj)
    Relation.objects.create(document=other, kind="amends", target=document)
    Relation.objects.create(document=other, kind="cites", target=draft)
    DocumentTitle.objects.create(document=document, language="tg", text="Созишнома")
    signing = Signing.objects.create(document=document, place=place, signed_on="2023-05")
    Signatory.objects.create(
        document=document, signing=signing, party=document.parties.first(), person="Ada"
    )
    text = Text.objects.create(document=document, language="en", role="authentic")
    old = builders.received(document, name="Old.pdf", text=text)
    builders.received(document, name="New.pdf", text=text, replaces=old, reason="Clearer.")
    Citation.objects.create(document=other, text=text, quote="Article 1")
    inside = builders.agency("Ministry of nothing", of=kz)
    ResponsibleBody.objects.create(document=document, side=1, agency=inside)
    builders.settle()
    return document


@contextmanager
def opened(dump: folders.Dump):
    with closing(sqlite3.connect(f"file:{dump.path / 'pacta.sqlite'}?mode=ro", uri=True)) as file:
        yield file


def rows(dump: folders.Dump, name: str) -> list[dict[str, str]]:
    with (dump.path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_published_record_is_in_all_forms(document: Document, tmp_path: Path) -> None:
    dump = make(tmp_path, keep=30)
    today = datetime.date.fromisoformat(dump.manifest["status_on"])
    both = list(Document.objects.published().order_by("pk").values_list("pk", flat=True))
    records = Records(today, "http://localhost:8000").read(both)
    packed = gzip.decompress((dump.path / "documents.jsonl.gz").read_bytes())
    assert [json.loads(line) for line in packed.splitlines()] == records
    (event,) = gzip.decompress((dump.path / "events.jsonl.gz").read_bytes()).splitlines()
    assert json.loads(event) == EventRecords("http://localhost:8000").read([document.event_id])[0]
    titles = {row["id"]: row["title"] for row in rows(dump, "documents")}
    assert titles == {str(both[0]): f"'{FORMULA}", str(both[1]): "Протокол о мостах"}
    assert [row["event"] for row in rows(dump, "event_delegations")] == [str(document.event_id)] * 2
    assert len(rows(dump, "states")) == State.objects.count()
    assert {row["name"] for row in rows(dump, "agencies")} == {"Ministry", "Service"}
    assert [row["is_partial"] for row in rows(dump, "agency_successions")] == ["false"]
    assert rows(dump, "relations")[0]["target"] == str(document.pk)
    assert len(rows(dump, "relations")) == 1


def test_database_is_sound_and_its_rows_are_tied(document: Document, tmp_path: Path) -> None:
    dump = make(tmp_path, keep=30)
    with opened(dump) as database:

        def ask(sql: str) -> list[tuple]:
            return database.execute(sql).fetchall()

        assert ask("PRAGMA integrity_check") == [("ok",)]
        assert ask("PRAGMA foreign_key_check") == []
        tied = {(row[2], row[3]) for row in ask("PRAGMA foreign_key_list(signings)")}
        assert tied == {
            ("documents", "document"), ("parties", "party"), ("places", "place"),
            ("states", "state"),
        }  # fmt: skip
        found = "SELECT document FROM titles WHERE id IN (SELECT rowid FROM titles_fts WHERE {})"
        assert ask(found.format("titles_fts MATCH 'протокол'")) == [(document.pk + 1,)]
        assert ask(found.format("titles_fts MATCH 'созишнома'")) == [(document.pk,)]
        row = ask("SELECT title, period, is_signed_by_heads, typeof(place) FROM documents")[0]
        assert row == (FORMULA, None, 0, "text")
        assert ask("SELECT agency_name FROM responsible_bodies") == [("Ministry of nothing",)]
        indices = {row[1] for row in ask("PRAGMA index_list(documents)")}
        assert {"documents_event", "documents_signed_earliest"} <= indices
        assert ask("SELECT filled FROM code_book WHERE \"table\" = 'documents' AND field = 'id'")
        words = "SELECT words FROM vocabularies WHERE vocabulary = 'level' AND code = 'interagency'"
        assert ask(words) == [("interagency",)]
        for name, number in dump.rows.items():
            assert ask(f'SELECT count(*) FROM "{name}"') == [(number,)], name
            assert len(rows(dump, name)) == number, name


def test_datasette_opens_it(document: Document, tmp_path: Path) -> None:
    dump = make(tmp_path, keep=30)
    asked = "/pacta/titles.json?_search=созишнома&_shape=array"
    metadata = ["--metadata", str(dump.path / "metadata.json")]
    command = [
        sys.executable,
        "-m",
        "datasette",
        str(dump.path / "pacta.sqlite"),
        *metadata,
        "--get",
    ]

    def get(path: str) -> str:
        done = subprocess.run([*command, path], capture_output=True, text=True, check=True)
        return done.stdout

    assert [row["text"] for row in json.loads(get(asked))] == ["Созишнома"]
    assert "As exact as it is known" in get("/pacta/documents")


def test_sums_and_manifest_tell_every_file(document: Document, tmp_path: Path) -> None:
    dump = make(tmp_path, keep=30)
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=dump.path, check=True
    )
    names = {path.name for path in dump.path.iterdir()}
    assert {file.name for file in dump.files} == names
    for file in dump.files:
        content = (dump.path / file.name).read_bytes()
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    told = {file["name"]: file for file in dump.manifest["files"]}
    assert told["pacta.sqlite"]["media_type"] == "application/vnd.sqlite3"
    assert told["documents.csv"]["rows"] == dump.rows["documents"] == 2
    assert dump.manifest["shape"] == 1


@pytest.mark.parametrize("said", ["", "CC BY 4.0, https://licence.example/by/4.0/"])
def test_licence_is_what_was_set_or_nothing(settings, said: str, tmp_path: Path) -> None:
    settings.DATA_LICENCE = said
    dump = make(tmp_path, keep=30)
    words = (dump.path / "LICENCE.txt").read_text()
    assert words == f"{said}\n" if said else words.startswith("No licence is given")
    metadata = json.loads((dump.path / "metadata.json").read_text())
    assert metadata.get("license_url") == ("https://licence.example/by/4.0/" if said else None)
    assert "/data/" in (dump.path / "README.txt").read_text()


def test_second_one_of_a_day_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    first = make(tmp_path, keep=30)
    before = (first.path / "SHA256SUMS").read_bytes()
    second = make(tmp_path, keep=30)
    assert second.name == f"{first.name}-2"
    assert (first.path / "SHA256SUMS").read_bytes() == before
    assert [dump.name for dump in folders.dumps(tmp_path)] == [second.name, first.name]


def lay(root: Path, *names: str, withheld: tuple[str, ...] = ()) -> None:
    """Dumps as they were made once."""
    told = {"made_at": "2026-01-01T00:00:00Z", "rows": {"documents": 1}, "files": []}
    for name in names:
        (root / name).mkdir(parents=True)
        (root / name / "manifest.json").write_text(json.dumps(told | {"withheld": withheld}))
        (root / name / "SHA256SUMS").write_text("")


def test_newest_and_the_first_of_each_month_are_kept(tmp_path: Path) -> None:
    lay(tmp_path, "2026-01-05", "2026-01-06", "2026-02-03", "2026-02-03-2", "2026-02-03-10")
    (tmp_path / "notes").mkdir()
    (tmp_path / "2026-02-04").mkdir()  # somebody's own
    made = make(tmp_path, keep=2)
    kept = [dump.name for dump in folders.dumps(tmp_path)]
    assert kept == [made.name, "2026-02-03-10", "2026-02-03", "2026-01-05"]
    assert (tmp_path / "notes").exists() and (tmp_path / "2026-02-04").exists()


def test_forgetting_removes_all_older_ones(tmp_path: Path) -> None:
    lay(tmp_path, "2026-01-05", "2026-02-03")
    call_command("dump", str(tmp_path), "--forget", verbosity=0)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("kind", [Document, Event])
def test_record_withheld_since_takes_dumps_away(kind: type, tmp_path: Path) -> None:
    record = builders.document("An insult") if kind is Document else builders.event("An insult")
    builders.settle()
    before = make(tmp_path, keep=30)
    reason = {"publication_state": "withdrawn", "withdrawal_reason": "An insult."}
    kind.objects.filter(pk=record.pk).update(**reason)
    assert published(tmp_path) == [before]
    kind.objects.filter(pk=record.pk).update(is_title_withheld=True)
    assert published(tmp_path) == []
    after = make(tmp_path, keep=30)
    assert published(tmp_path) == folders.dumps(tmp_path) == [after]


# What goes wrong -------------------------------------------------------------------------------


@contextmanager
def short_of_room(size: int):
    """A file can't grow beyond this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize("size", [4_096, 60_000])
def test_full_disk_is_told_and_leaves_nothing(size: int, tmp_path: Path) -> None:
    lay(tmp_path, "2026-01-05")
    with short_of_room(size), pytest.raises(CommandError, match="nothing is left") as refused:
        call_command("dump", str(tmp_path), verbosity=0)
    assert refused.value.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["2026-01-05"]


def test_leftover_of_one_that_was_killed_is_not_seen_and_swept(tmp_path: Path) -> None:
    half = tmp_path / f"{folders.HIDDEN}2026-01-05"
    half.mkdir(parents=True)
    (half / "documents.csv").write_text("id\n")
    assert folders.dumps(tmp_path) == []
    made = make(tmp_path, keep=30)
    assert [path.name for path in tmp_path.iterdir()] == [made.name]


def test_name_comes_last(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Until the disk has every file, none is to be seen."""
    seen = []
    flush = folders.flush
    monkeypatch.setattr(
        folders, "flush", lambda path: (seen.append(folders.dumps(tmp_path)), flush(path))
    )
    made = make(tmp_path, keep=30)
    assert len(seen) > 20
    assert all(dumps == [] for dumps in seen[:-1]) and seen[-1] == [made]


def test_one_at_a_time(tmp_path: Path) -> None:
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@{quote(database['HOST'], safe='')}"
    with psycopg.connect(f"{address}/{database['NAME']}") as other:
        other.execute(LOCK)
        with pytest.raises(CommandError, match="Another dump is being made") as refused:
            call_command("dump", str(tmp_path), verbosity=0)
    assert refused.value.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_statements_do_not_grow_with_the_records(
    django_assert_max_num_queries, tmp_path: Path
) -> None:
    builders.document(event=builders.event(states=[builders.state()]))
    builders.settle()
    with django_assert_max_num_queries(60) as few:
        make(tmp_path, keep=30)
    for _number in range(5):
        builders.document(event=builders.event(states=[builders.state()]))
    builders.settle()
    with django_assert_max_num_queries(len(few)):
        make(tmp_path, keep=30)
