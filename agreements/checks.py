"""What the archive asks of its database in production: `check --deploy --database default`."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError, connections

REWRITES = "SELECT has_table_privilege('agreements_change', 'UPDATE, DELETE, TRUNCATE')"


def history_is_out_of_reach(
    databases: Sequence[str] | None, **kwargs: object
) -> list[CheckMessage]:
    """Whether the account of this process may only read the history."""
    return [
        Warning(
            "The web server's database account could rewrite the history of the records.",
            hint="Let it be another account than the one that migrates, and run: "
            "manage.py grant_application ROLE. See docs/running.md.",
            obj=alias,
            id="agreements.W001",
        )
        for alias in databases or ()
        if may_rewrite(alias)
    ]


def may_rewrite(alias: str) -> bool:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(REWRITES)
            return cursor.fetchone()[0]
    except DatabaseError:  # not migrated yet, or out of reach: other checks speak of that
        return False
