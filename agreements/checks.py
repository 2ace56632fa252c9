"""What the archive asks of its database: `check --deploy --database default`.

The checks with the tag ``ready`` are asked by /ready too, and often: they are cheap.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pgtrigger
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError, connections
from django.db.migrations.recorder import MigrationRecorder

READY = "ready"

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


# The comment on a trigger is the hash that django-pgtrigger has of it.
TRIGGERS = """
    SELECT t.tgrelid::regclass::text, t.tgname, t.tgenabled = 'O', obj_description(t.oid)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    AND c.relname LIKE 'agreements\\_%'
"""


def triggers_are_on(databases: Sequence[str] | None, **kwargs: object) -> list[CheckMessage]:
    """Whether what writes the history and holds the rules is there and switched on."""
    return [message for alias in databases or () for message in broken_triggers(alias)]


def triggers_are_ours(databases: Sequence[str] | None, **kwargs: object) -> list[CheckMessage]:
    """Whether each is as this version of the program has it.

    Not asked by /ready: while a new version is brought in, the old one goes on serving.
    """
    return [message for alias in databases or () for message in other_triggers(alias)]


def broken_triggers(alias: str) -> Iterator[CheckMessage]:
    if (found := triggers_of(alias)) is None:
        return
    for key in sorted(expected().keys() - found.keys()):
        yield of_trigger("is missing", key, alias, "agreements.E001")
    for key, (is_on, _hash) in sorted(found.items()):
        if not is_on:
            yield of_trigger("is switched off", key, alias, "agreements.E002")


def other_triggers(alias: str) -> Iterator[CheckMessage]:
    found = triggers_of(alias) or {}
    for key, hash_ in sorted(expected().items()):
        if key in found and found[key][1] != hash_:
            yield of_trigger("is of another version", key, alias, "agreements.E003")


def of_trigger(state: str, key: tuple[str, str], alias: str, id: str) -> CheckMessage:
    table, name = key
    return Error(
        f"The trigger {name} of the table {table} {state}.",
        hint="Until it is right, changes go unrecorded or rules do not hold. As the database's "
        "owner run: manage.py migrate; ALTER TABLE ... ENABLE TRIGGER ...; or manage.py pgtrigger "
        "install.",
        obj=alias,
        id=id,
    )


@cache
def expected() -> dict[tuple[str, str], str]:
    """Table and name of each trigger that the models name, and its hash."""
    return {
        (model._meta.db_table, trigger.get_pgid(model)): trigger.compile(model).hash
        for model, trigger in pgtrigger.registered()
    }


def triggers_of(alias: str) -> dict[tuple[str, str], tuple[bool, str]] | None:
    """The triggers of the archive's tables: whether each is on, and its hash.

    None where the database does not answer, or waits for a migration that may bring them.
    """
    try:
        if waits_for_migration(alias):
            return None
        with connections[alias].cursor() as cursor:
            cursor.execute(TRIGGERS)
            rows = cursor.fetchall()
    except DatabaseError:
        return None
    return {(table, name): (is_on, hash_) for table, name, is_on, hash_ in rows}


def waits_for_migration(alias: str) -> bool:
    recorder = MigrationRecorder(connections[alias])
    applied = {name for app, name in recorder.applied_migrations() if app == "agreements"}
    return not known_migrations() <= applied


@cache
def known_migrations() -> set[str]:
    folder = Path(__file__).parent / "migrations"
    return {file.stem for file in folder.glob("[0-9]*.py")}
