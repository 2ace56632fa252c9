"""What the commands share that make a database for benchmarks, beside the archive's own."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from agreements.importing.reference import load_reference

# Fills the database; tells the rows of each table.
Fill = Callable[[], dict[str, int]]


class BenchmarkCommand(BaseCommand, ABC):
    """Makes the database that ``filling()`` names, and fills it as that says."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--replace", action="store_true", help="make it anew if it is there")
        parser.add_argument(
            "--corpus",
            type=Path,
            default=settings.BASE_DIR.parent / "shared" / "data",
            help="the folder that holds all-bilateral/, benchmark/ and texts/",
        )

    @abstractmethod
    def filling(self, options: dict) -> tuple[str, Fill]:
        """The name of the database, and what fills it."""

    def handle(self, *args, **options) -> None:
        started = time.monotonic()
        name, fill = self.filling(options)
        self.switch_to(name, options["replace"])
        call_command("migrate", verbosity=0)
        load_reference()
        counts = fill()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        for table, number in counts.items():
            self.stdout.write(f"{number:>10,} {table}")
        self.stdout.write(f"{name} is filled, in {time.monotonic() - started:,.0f} seconds.")

    def switch_to(self, name: str, replace: bool) -> None:
        """Create the database and let this process work in it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if cursor.fetchone() and not replace:
                raise CommandError(
                    f"The database {name} is there already. --replace makes it anew."
                )
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        connection.close()
        connection.close_pool()
        connection.settings_dict["NAME"] = name

    def progress(self, what: str, number: int) -> None:
        self.stdout.write(f"{what}: {number:,}", ending="\r" if self.stdout.isatty() else "\n")
        self.stdout.flush()


def needed(path: Path) -> None:
    if not path.exists():
        raise CommandError(f"There is no corpus at {path}. Name its folder by --corpus.")
