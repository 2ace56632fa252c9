"""The SQL functions on partial dates against their Python twins, and through dump and restore."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.types.range import DateRange

from agreements import dates, migrations
from archive import postgres
from tests.test_dates import edtf_texts, one_dates

SQL = Path(migrations.__file__).parent / "sql"
# Texts that are nearly dates.
NEARLY = st.lists(
    st.sampled_from(
        ["2023", "1900", "2000", "0000", "-", "02", "29", "30", "31", "13", "~", "/", ".."]
    ),
    max_size=12,
).map("".join)

pytestmark = pytest.mark.django_db


def days(texts: list[str]) -> list[tuple[bool, date | None, date | None]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT edtf_valid(t), edtf_first(t), edtf_after(t)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n",
            [texts],
        )
        return cursor.fetchall()


def twins(texts: list[str]) -> list[tuple[bool, date | None, date | None]]:
    return [(dates.valid(text), *dates.bounds(text)) for text in texts]


def period(since: str | None, until: str | None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT edtf_period(%s, %s)", [since, until])
        return cursor.fetchone()[0]


@settings(deadline=None)
@given(
    st.lists(
        edtf_texts()
        | NEARLY
        | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    )
)
def test_twins_agree_on_any_text(texts: list[str]) -> None:
    assert days(texts) == twins(texts)


def test_twins_agree_on_every_month_and_on_days_that_are_not() -> None:
    years = [1, 4, 100, 400, 1899, 1900, 1904, 1999, 2000, 2023, 2024, 2096, 2100, 9996, 9999]
    texts = [
        f"{year:04}-{month:02}{day}"
        for year in years
        for month in range(14)
        for day in ["", *(f"-{day:02}" for day in range(33))]
    ]
    assert days(texts) == twins(texts)


def test_every_february_has_its_days() -> None:
    texts = [f"{year:04}-02-29" for year in range(10_000)]
    assert days(texts) == twins(texts)


@pytest.mark.parametrize("style", ["ISO, DMY", "SQL, DMY", "German", "Postgres, MDY", "ISO, YMD"])
@pytest.mark.parametrize("zone", ["Asia/Almaty", "UTC", "America/New_York"])
def test_the_manners_of_a_session_make_no_difference(style: str, zone: str) -> None:
    texts = ["2023-03-04", "0001-02", "1890-12-31", "2023-10-29/2024", "9999"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('datestyle', %s, true), set_config('timezone', %s, true)",
            [style, zone],
        )
        cursor.execute(
            "SELECT to_char(edtf_first(t), 'YYYY-MM-DD'), to_char(edtf_after(t), 'YYYY-MM-DD')"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n",
            [texts],
        )
        shown = cursor.fetchall()
    expected = [tuple(day and day.isoformat() for day in dates.bounds(text)) for text in texts]
    assert shown == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2010", "2012-05", DateRange(date(2010, 1, 1), date(2012, 5, 1))),
        ("2010-06-15", None, DateRange(date(2010, 6, 15), None)),
        (None, "2012", DateRange(None, date(2012, 1, 1))),
        (None, None, DateRange(None, None)),
        ("../2010", "2012", DateRange(None, date(2012, 1, 1))),
        ("soon", "2012", DateRange(None, date(2012, 1, 1))),
        ("2012", "2010", DateRange(empty=True)),
        ("2012", "2012", DateRange(empty=True)),
        ("2010/2012", "2012~", DateRange(date(2010, 1, 1), date(2012, 1, 1))),
    ],
)
def test_period(since: str | None, until: str | None, expected: DateRange) -> None:
    assert period(since, until) == expected


@settings(deadline=None)
@given(st.none() | edtf_texts() | NEARLY, st.none() | edtf_texts() | NEARLY)
def test_a_period_runs_from_first_day_to_first_day(since: str | None, until: str | None) -> None:
    first, end = (dates.bounds(text)[0] if text else None for text in (since, until))
    found = period(since, until)
    if first and end and first >= end:
        assert found.isempty
    else:
        assert (found.lower, found.upper) == (first, end)


@given(one_dates())
@settings(deadline=None)
def test_names_that_follow_each_other_share_no_day(edtf: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT edtf_period(NULL, %s) && edtf_period(%s, NULL),"
            " edtf_period(NULL, %s) + edtf_period(%s, NULL) = '(,)'::daterange",
            [edtf] * 4,
        )
        assert cursor.fetchone() == (False, True)


# ---- dump and restore

TABLE = """
CREATE TABLE paper (
    id integer PRIMARY KEY,
    title text NOT NULL,
    language text COLLATE "C" NOT NULL,
    signed text,
    folded text GENERATED ALWAYS AS (fold(title)) STORED,
    key text COLLATE "C" GENERATED ALWAYS AS (sort_key(title, language)) STORED,
    first_day date GENERATED ALWAYS AS (edtf_first(signed)) STORED,
    day_after date GENERATED ALWAYS AS (edtf_after(signed)) STORED,
    period daterange GENERATED ALWAYS AS (edtf_period(signed, NULL)) STORED,
    CONSTRAINT paper_signed_is_a_date CHECK (edtf_valid(signed))
);
CREATE INDEX ON paper (key);
CREATE INDEX ON paper (fold(title) text_pattern_ops);
INSERT INTO paper VALUES
    (1, 'Созишномаи Ҷумҳурии «Тоҷикистон» № 12', 'tg', '2023-05'),
    (2, 'Oʻzbekiston – Qozogʻiston', 'uz', '2018-08-17/..'),
    (3, 'Declaration', 'en', NULL),
    (4, 'Соглашение о Королёве', 'ru', '9999-12-31');
"""


def address(name: str) -> dict[str, Any]:
    """What libpq's programs and psycopg need to reach a database of the tests' server."""
    known = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    return {key: known[value] for key, value in names.items() if known[value]} | {"dbname": name}


@pytest.fixture
def databases() -> Iterator[list[str]]:
    """Two databases with nothing in them."""
    names = [f"pacta_{end}_{os.getpid()}" for end in ("dumped", "restored")]
    with psycopg.connect(**address("postgres"), autocommit=True) as server:
        for name in names:
            server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield names
        for name in names:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(program: str, *arguments: str, name: str) -> None:
    known = address(name)
    variables = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    environment = {variables[key]: str(known[key]) for key in variables if key in known}
    command = [postgres.find_programs().path(program), *arguments, "--dbname", name]
    subprocess.run(command, env={**os.environ, **environment}, check=True)


def rows(name: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(**address(name)) as database:
        return database.execute("SELECT * FROM paper ORDER BY key").fetchall()


def test_generated_columns_survive_dump_and_restore(databases: list[str], tmp_path: Path) -> None:
    dumped, restored = databases
    with psycopg.connect(**address(dumped)) as database:
        if database.info.server_version // 10_000 > postgres.find_programs().major:
            pytest.skip("pg_dump here is older than the tests' server")
        for file in ("0001_letters.sql", "0001_dates.sql"):
            database.execute((SQL / file).read_text(encoding="utf-8"))
        database.execute(TABLE)
    archive = tmp_path / "dump"
    run("pg_dump", "--format=custom", f"--file={archive}", name=dumped)
    run("pg_restore", "--exit-on-error", str(archive), name=restored)
    assert len(rows(restored)) == 4
    assert rows(restored) == rows(dumped)
    with psycopg.connect(**address(restored)) as database:
        database.execute("INSERT INTO paper VALUES (5, 'Ҷибутӣ', 'tg', '2024~')")
        with pytest.raises(psycopg.errors.CheckViolation):
            database.execute("INSERT INTO paper VALUES (6, 'x', 'en', '2023-02-30')")
