import csv
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

from agreements.importing import real_records
from agreements.importing.benchmark import corpus_words, load
from agreements.management.benchmarks import BenchmarkCommand, Fill, needed

# The corpus begins with its real records. A small database takes an even share of so many.
LEAST = 250_000
SCRIPT = Path("benchmark") / "scale_titles.py"


class Command(BenchmarkCommand):
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
        super().add_arguments(parser)

    def filling(self, options: dict) -> tuple[str, Fill]:
        return self.real(options) if options["real"] else self.made(options)

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


def evenly(records: Iterable[dict], number: int, of: int) -> Iterator[dict]:
    """So many of the records, spread over all of them."""
    for position, record in enumerate(records):
        if (position + 1) * number // of > position * number // of:
            yield record
