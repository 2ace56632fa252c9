"""Short reads of one state of the archive, for those who read much and slowly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
LIMIT = "SELECT set_config('statement_timeout', %s, true)"


@contextmanager
def snapshot() -> Iterator[None]:
    """What is read within is of one moment, and no connection is held afterwards. Within a
    transaction it is that of the transaction."""
    if connection.in_atomic_block:
        yield
        return
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(BEGIN)
                cursor.execute(LIMIT, [f"{settings.PUBLIC_STATEMENT_SECONDS}s"])
            yield
    finally:
        connection.close_if_unusable_or_obsolete()
