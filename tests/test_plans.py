"""The benchmark's look at plans: it sees what would cost more with every record."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper

from tests.benchmark.plans import complaints

pytestmark = pytest.mark.django_db

LARGE, SMALL = 20_000, 5_000


@pytest.fixture
def cursor() -> Iterator[CursorWrapper]:
    with connection.cursor() as cursor:
        for name, rows in (("large", LARGE), ("small", SMALL)):
            cursor.execute(
                f"CREATE TABLE {name} AS SELECT id, md5(id::text) AS word, id %% 2 = 0 AS is_even "
                "FROM generate_series(1, %s) AS id",
                [rows],
            )
            cursor.execute(f"CREATE INDEX {name}_id ON {name} (id)")
            cursor.execute(f"ANALYZE {name}")
        yield cursor


def test_large_table_that_is_read_whole(cursor: CursorWrapper) -> None:
    found = complaints(cursor, "SELECT count(*) FROM large WHERE is_even", None)
    assert "Seq Scan of large: reads a table of 20,000 rows" in found


def test_it_is_seen_below_other_steps(cursor: CursorWrapper) -> None:
    sql = (
        "WITH words AS MATERIALIZED (SELECT word FROM large WHERE is_even) "
        "SELECT * FROM small WHERE id < %s AND word IN (SELECT word FROM words) ORDER BY id"
    )
    assert [words.split(":")[0] for words in complaints(cursor, sql, [9])] == ["Seq Scan of large"]


def test_row_that_an_index_finds(cursor: CursorWrapper) -> None:
    assert complaints(cursor, "SELECT word FROM large WHERE id = %s", [7]) == []


def test_small_table_may_be_read_whole(cursor: CursorWrapper) -> None:
    assert complaints(cursor, "SELECT count(*) FROM small WHERE is_even", None) == []


def test_index_that_is_walked_for_rows_that_are_not_there(cursor: CursorWrapper) -> None:
    cursor.execute("SET LOCAL enable_seqscan = off")
    cursor.execute("SET LOCAL enable_sort = off")
    sql = "SELECT id FROM large WHERE word = %s ORDER BY id LIMIT 1"
    found = complaints(cursor, sql, ["none"])
    assert found == ["Index Scan of large_id: drops 20,000 rows that it has read"]


def test_rows_that_are_dropped_in_many_small_steps(cursor: CursorWrapper) -> None:
    for setting in ("enable_hashjoin", "enable_mergejoin", "enable_seqscan", "enable_memoize"):
        cursor.execute(f"SET LOCAL {setting} = off")
    sql = (
        "SELECT s.id, (SELECT count(*) FROM large l WHERE l.id BETWEEN s.id AND s.id + 9 "
        "AND l.word = 'none') FROM small s WHERE s.id <= 2000"
    )
    assert [words.split(": ")[1] for words in complaints(cursor, sql, None)] == [
        "drops 20,000 rows that it has read"
    ]


def test_setting_holds_for_the_statement_after_it(cursor: CursorWrapper) -> None:
    read = "SELECT word FROM large WHERE id > 0 AND id < 19000 AND id <> 7"
    assert complaints(cursor, read, None) != []
    assert complaints(cursor, "SET LOCAL enable_seqscan = off", None) == []
    assert complaints(cursor, read, None) == []
