import csv
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from agreements.importing import real_records
from agreements.importing.benchmark import corpus_words, load
from agreements.importing.reference import load_reference

# The corpus begins with its real records. A small database takes an even share of so many.
LEAST = 250_000
SCRIPT = Path("benchmark") / "scale_titles.py"
Fill = Callable[[], dict[str, int]]


class Command(BaseCommand):
    help = (
        "Makes a database of its own, benchmark_N, and fills it with N records made from real "
        "ones; or benchmark_real, with all the real ones. The archive's database is not touched. "
        "Needs the corpus, and a superuser."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("number", type=int, nargs="?", help="how many documents")
        what.add_argument(
            "--real", action="store_true", help="the real records, each under its own number"
        )
        parser.add_argument(
            "--texts", action="store_true", help="with 50 to 400 words of text for each"
        )
        parser.add_argument("--replace", action="store_true", help="make it anew if it is there")
        parser.add_argument(
            "--corpus",
            type=Path,
            default=settings.BASE_DIR.parent / "shared" / "data",
            help="the folder that holds all-bilateral/, benchmark/ and texts/",
        )

    def handle(self, *args, **options) -> None:
        started = time.monotonic()
        name, fill = self.real(options) if options["real"] else self.made(options)
        self.switch_to(name, options["replace"])
        call_command("migrate", verbosity=0)
        load_reference()
        counts = fill()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        for table, number in counts.items():
            self.stdout.write(f"{number:>10,} {table}")
        self.stdout.write(f"{name} is filled, in {time.monotonic() - started:,.0f} seconds.")

    def real(self, options: dict) -> tuple[str, Fill]:
        if options["texts"]:
            raise CommandError("The real records have no texts.")
        needed(options["corpus"] / real_records.FILE)
        records = real_records.read_records(options["corpus"])
        return "benchmark_real", partial(real_records.load_real_records, records, self.progress)

    def made(self, options: dict) -> tuple[str, Fill]:
        if options["number"] < 1:
            raise CommandError("The number of documents is at least 1.")
        needed(options["corpus"] / SCRIPT)
        name = f"benchmark_{options['number']}" + ("_texts" if options["texts"] else "")
        return name, partial(self.fill, options["number"], options["texts"], options["corpus"])

    def fill(self, number: int, texts: bool, corpus: Path) -> dict[str, int]:
        words = corpus_words(sorted((corpus / "texts").glob("*.jsonl.xz"))) if texts else None
        made = max(number, LEAST)
        maker = [sys.executable, str(corpus / SCRIPT), str(made)]
        with subprocess.Popen(maker, stdout=subprocess.PIPE, text=True, encoding="utf-8") as script:
            return load(evenly(csv.DictReader(script.stdout), number, made), words, self.progress)

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


def evenly(records: Iterable[dict], number: int, of: int) -> Iterator[dict]:
    """So many of the records, spread over all of them."""
    for position, record in enumerate(records):
        if (position + 1) * number // of > position * number // of:
            yield record
