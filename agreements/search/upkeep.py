"""The derived tables against the truth: what differs, and writing them anew while readers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from agreements.models import SearchCount, SearchPart, SearchRow, content_changed

BATCH = 1_000

ROWS_THAT_DIFFER = """
SELECT d.id FROM agreements_document d
LEFT JOIN agreements_searchrow r ON r.document_id = d.id
CROSS JOIN LATERAL search_row(d.id) anew
WHERE d.id BETWEEN %(first)s AND %(last)s AND (
    (r.document_id IS NULL) <> (d.publication_state <> 'published')
    OR (r.document_id IS NOT NULL AND (
        (r.signed_first, r.terms, r.in_sample, r.is_long)
            IS DISTINCT FROM (anew.signed_first, anew.terms, anew.in_sample, anew.is_long)
        OR (r.status, r.status_since, r.status_until, r.vector)
            IS DISTINCT FROM (anew.status, anew.status_since, anew.status_until, anew.vector)
        -- What the calendar has changed since is renewed every night, and read as it should be.
        AND coalesce(r.status_until > agreements_today(), true))))
UNION SELECT r.document_id FROM agreements_searchrow r
LEFT JOIN agreements_document d ON d.id = r.document_id
WHERE r.document_id BETWEEN %(first)s AND %(last)s AND d.id IS NULL
UNION SELECT coalesce(p.document_id, t.document_id)
FROM (SELECT * FROM agreements_searchpart
      WHERE document_id BETWEEN %(first)s AND %(last)s) p
FULL JOIN (
    SELECT d.id AS document_id, a.* FROM agreements_document d
    CROSS JOIN LATERAL search_parts_of(d.id) a
    WHERE d.id BETWEEN %(first)s AND %(last)s AND d.publication_state = 'published') t
USING (document_id, number)
WHERE (p.vector, p.text_id, p.start, p.size)
    IS DISTINCT FROM (t.vector, t.text_id, t.start, t.size)
ORDER BY 1
"""
COUNTS_THAT_DIFFER = """
SELECT key, term, sum(kept) AS kept, sum(anew) AS anew FROM (
    SELECT key, term, number AS kept, 0 AS anew FROM agreements_searchcount
    UNION ALL SELECT key, term, number, 0 FROM agreements_searchcountchange
    UNION ALL SELECT key, term, 0, number FROM search_counts_anew()
) c GROUP BY key, term HAVING sum(kept) <> sum(anew) ORDER BY key, term LIMIT 100
"""
NUMBERS = """
SELECT
    (SELECT count(*) FROM agreements_document WHERE publication_state = 'published'),
    (SELECT count(*) FROM agreements_searchrow WHERE vector @@ '''~'''::tsquery),
    (SELECT coalesce(sum(number), 0)::bigint FROM (
        SELECT number FROM agreements_searchcount WHERE (key, term) = ('*', '*')
        UNION ALL SELECT number FROM agreements_searchcountchange
        WHERE (key, term) = ('*', '*')) c)
"""


@dataclass(frozen=True)
class Numbers:
    """Three that must be one."""

    published: int
    findable: int
    counted: int


def numbers() -> Numbers:
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS)
        return Numbers(*cursor.fetchone())


def lost_indexes() -> list[str]:
    """Names of indexes that the tables of the search should have, and have not."""
    tables = (SearchRow, SearchPart, SearchCount)
    wanted = {index.name for table in tables for index in table._meta.indexes}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid "
            "WHERE indisvalid AND relname = ANY(%s)",
            [list(wanted)],
        )
        return sorted(wanted - {name for (name,) in cursor.fetchall()})


def documents_that_differ() -> Iterator[int]:
    """Identities of documents whose rows or parts are not as they should be."""
    for first, last in batches():
        with connection.cursor() as cursor:
            cursor.execute(ROWS_THAT_DIFFER, {"first": first, "last": last})
            yield from (pk for (pk,) in cursor.fetchall())


def counts_that_differ() -> list[tuple[str, str, int, int]]:
    """Key, term, what is kept, what it should be; the first hundred."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS_THAT_DIFFER)
        return cursor.fetchall()


def rebuild(progress: Callable[[int], None]) -> None:
    """Batch by batch, each in a transaction of its own; then the counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT write_search_sample()")
        for first, last in batches():
            with transaction.atomic():
                cursor.execute("SELECT rewrite_search(%s, %s)", [first, last])
            progress(last)
    recount()


def recount() -> None:
    """In one snapshot, while nobody drains: what is committed later stays noted as a change."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('agreements_searchcount'))")
        try:
            with transaction.atomic():
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                cursor.execute("DELETE FROM agreements_searchcountchange")
                cursor.execute("DELETE FROM agreements_searchcount")
                cursor.execute(
                    "INSERT INTO agreements_searchcount (key, term, number) "
                    "SELECT key, term, number FROM search_counts_anew() ORDER BY key, term"
                )
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('agreements_searchcount'))")
    content_changed()


def renew_statuses() -> int:
    """Rows whose status has changed with the days that went by. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(write_search_row(document_id)::text) FROM agreements_searchrow "
            "WHERE status_until <= agreements_today()"
        )
        number = cursor.fetchone()[0]
        cursor.execute("SELECT drain_search_counts()")
    if number:
        content_changed()
    return number


def batches() -> Iterator[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT greatest((SELECT max(id) FROM agreements_document), "
            "(SELECT max(document_id) FROM agreements_searchrow), "
            "(SELECT max(document_id) FROM agreements_searchpart))"
        )
        last = cursor.fetchone()[0] or 0
    for first in range(0, last + 1, BATCH):
        yield first, first + BATCH - 1
