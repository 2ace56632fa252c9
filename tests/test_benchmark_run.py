"""The benchmark itself, small: that it measures and says all that it is for, never how quick."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, connections

from tests.benchmark import databases, floor
from tests.benchmark.databases import CHECKOUT, CORPUS, HOST, Database, Server
from tests.benchmark.problem import BenchmarkProblem
from tests.benchmark.server import command as server_command

SIZE = 1_500
PAGES = [
    "home",
    "state, most documents",
    "state, middle documents",
    "state, fewest documents",
    "the same, not changed",
    "pair",
    "agency",
    "year",
    "document",
    "state, year and type",
    "word, common",
    "word, middle",
    "word, rare",
    "word, absent",
    "two words",
    "prefix",
    "word, Russian",
    "word, Kazakh",
    "phrase",
    "phrase, common",
    "word and state",
    "deep page",
]
OTHERS = [
    "pair, in force",
    "subject",
    "event",
    "list of states",
    "list of agencies",
    "list of events",
    "list of years",
    "list of subjects",
]


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Server:
    """The tests' own, which need not be as large as the benchmark's."""
    settings = connections["default"].settings_dict
    return Server(settings["HOST"], str(settings["PORT"]), settings["USER"], is_private=False)


@pytest.fixture(scope="module")
def page(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What one run writes."""
    if not CORPUS.exists():
        pytest.skip(f"there is no corpus at {CORPUS}")
    database = Database(server, SIZE)
    file: Path = tmp_path_factory.mktemp("benchmark") / "performance.md"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.benchmark", str(SIZE)),
            *("--rounds", "1", "--crowded", "0.2", "--page", str(file)),
        ],
        cwd=CHECKOUT,
        env=os.environ | {"DATABASE_URL": server.url("postgres", server.user)},
        capture_output=True,
        text=True,
    )
    with server.connect("postgres") as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {database.name} WITH (FORCE)")
    for made in database.export.parent.glob(f"{database.name}.*"):
        made.unlink()
    assert done.returncode == 0, done.stderr
    return file.read_text()


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head."""
    below = page.partition(f"\n{heading}")[2]
    lines = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_page_has_its_row(page: str) -> None:
    table = rows(page, "## The run of")
    assert [row[0] for row in table] == [*PAGES, *OTHERS]
    assert {row[1] for row in table} == {f"{SIZE:,}"}


def test_every_page_is_timed_beside_datasette_and_its_floor(page: str) -> None:
    for row in rows(page, "## The run of"):
        name, found, growth = row[0], row[2], row[8]
        beside = [] if name in ["the same, not changed", *OTHERS] else row[9:11]
        above = [] if name == "the same, not changed" else row[11:13]
        assert [*filter(None, row[9:])] == [*beside, *above]
        numbers = [*row[3:8], *beside, *above]
        assert all(float(re.sub("[,†× ]", "", number)) >= 0 for number in numbers), row
        assert growth == "", "there is no smaller database"
        assert found or name in ["document", "the same, not changed", *OTHERS]


def test_words_are_as_frequent_as_they_are_called(page: str) -> None:
    found = {row[0]: int(row[2].replace(",", "") or 0) for row in rows(page, "## The run of")}
    assert found["home"] > found["word, common"] > found["word, middle"] > found["word, rare"] > 0
    assert found["word, absent"] == 0
    assert found["phrase, common"] > found["phrase"] > 0
    assert found["state, most documents"] > found["state, middle documents"]
    assert found["state, middle documents"] >= found["state, fewest documents"] > 0


def test_every_promise_is_judged(page: str) -> None:
    judged = {row[0]: row[1] for row in rows(page, "## What was promised")}
    assert set(judged.values()) <= {"kept", "**not kept**"}
    for words in ("as fast as Datasette", "its floor", "150 ms", "statements", "public and found"):
        assert any(words in promise for promise in judged), words


def test_many_readers_and_the_machine_are_described(page: str) -> None:
    crowds = {row[0]: row[2] for row in rows(page, "## Many readers at once")}
    assert {
        "the page of a state",
        "the same, not changed",
        "an empty page",
        "a static file",
    } <= set(crowds)
    assert re.search(r"Machine: \d+ cores, \d+ GB", page)
    assert re.search(r"PostgreSQL \d+.*Django 5\.2.*datasette 0", page)
    assert "after which the next search finds it" in page


@pytest.mark.parametrize("file", ["README.md", "docs/running.md"])
def test_server_is_started_as_the_docs_say(file: str) -> None:
    said = re.search(r"^ *granian (--interface.*)$", (CHECKOUT / file).read_text(), re.MULTILINE)
    started = server_command(8000)[2:]
    assert started[1:] == [*said[1].split(), "--host", HOST, "--port", "8000"]


def test_missing_corpus_is_named(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "CORPUS", Path("/nowhere"))
    with pytest.raises(BenchmarkProblem, match="There is no corpus at /nowhere"):
        Database(server, SIZE).prepare(print)


WORDS = ["10:30", "a:b", "it's :x", "a\\b:c", "::int", "no colon"]


@pytest.mark.django_db
def test_words_with_colons_reach_pgbench_as_they_are() -> None:
    """It would take what stands behind a colon for a variable of its own."""
    with connection.cursor() as cursor:
        sql = connection.ops.compose_sql("SELECT " + ", ".join(["%s::text"] * len(WORDS)), WORDS)
        guarded = floor.guarded(sql)
        assert ":" not in guarded.replace("::text", "")
        cursor.execute(guarded)
        assert list(cursor.fetchone()) == WORDS


def test_statements_that_need_a_transaction_get_one() -> None:
    assert floor.script(["SELECT 1"]) == "SELECT 1;"
    setting = "SET LOCAL enable_seqscan = off"
    assert floor.script([setting, "SELECT 1"]) == f"BEGIN;\n{setting};\nSELECT 1;\nCOMMIT;"
