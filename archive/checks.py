"""What the database server must be able to do. `migrate` asks, and `check --database default`."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connections, transaction

OLDEST = 15

HOW_TO_MAKE = (
    "The letters of a database are chosen when it is made. Make a new one: CREATE DATABASE pacta "
    "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'; (or the server: initdb --encoding=UTF8 "
    "--locale=C.UTF-8), and restore the old one's dump into it."
)


def server_version(databases: Sequence[str] | None, **kwargs: object) -> list[CheckMessage]:
    return [
        Error(f"PostgreSQL {OLDEST} or newer is needed.", obj=alias, id="archive.E001")
        for alias in databases or ()
        if connections[alias].pg_version < OLDEST * 10_000
    ]


def server_letters(databases: Sequence[str] | None, **kwargs: object) -> list[CheckMessage]:
    """Whether Tajik and Kazakh letters are letters to the server: with the locale C they aren't,
    and searches then find nothing without any error."""
    return [message for alias in databases or () for message in _letters_of(alias)]


def _letters_of(alias: str) -> list[CheckMessage]:
    try:
        lowered, trigrams = _ask(alias)
    except DatabaseError as error:
        hint = "Let the database's owner run: CREATE EXTENSION pg_trgm; (Debian: postgresql)."
        return [Error(f"pg_trgm can't be used: {error}", hint=hint, obj=alias, id="archive.E003")]
    if lowered == "қ" and trigrams:
        return []
    problem = "The database does not know Cyrillic letters, so that search would not find them."
    return [Error(problem, hint=HOW_TO_MAKE, obj=alias, id="archive.E002")]


def _ask(alias: str) -> tuple[str, list[str]]:
    """The answers, from a transaction that is undone: the first migration makes the extension."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute("SELECT lower('Қ'), show_trgm('Ҷум')")
        answers = cursor.fetchone()
        transaction.set_rollback(True, using=alias)
    return answers
