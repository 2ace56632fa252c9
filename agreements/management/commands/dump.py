import argparse
import logging
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from agreements.exporting.dumping.dump import AnotherIsMade, make

KEPT = 30
FAILED, BUSY = 1, 2

logger = logging.getLogger(__name__)


def some(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:6]) < 10_000:
        raise argparse.ArgumentTypeError(f"give a number of dumps from 1 to 9999, not {text!r}")
    return int(text)


class Command(BaseCommand):
    help = (
        "Writes all that is published into a folder named by the day, as CSV, JSON Lines and "
        "SQLite, which the page /data/ offers. It is there whole, or not at all. Ends with 1 where "
        "it could not be written, with 2 where another one is being made."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, help="where the dumps lie; without it DUMPS_ROOT"
        )
        parser.add_argument(
            "--keep",
            type=some,
            default=KEPT,
            metavar="N",
            help=f"keep the newest N, {KEPT} without it, and the first of each month; the others "
            "are removed",
        )
        parser.add_argument(
            "--forget",
            action="store_true",
            help="afterwards remove all older ones, since they hold what must not be had any more",
        )

    def handle(self, *args, **options) -> None:
        started = time.monotonic()
        root = options["folder"] or Path(settings.DUMPS_ROOT)
        try:
            dump = make(root, options["keep"], self.progress, forget=options["forget"])
        except AnotherIsMade:
            raise CommandError("Another dump is being made just now.", returncode=BUSY) from None
        except (OSError, DatabaseError) as error:
            raise CommandError(
                f"The dump could not be written, and nothing is left of it: {error}",
                returncode=FAILED,
            ) from error
        logger.info(
            "Dump %s: %s documents, %s events, %.1f MB in %.0f s",
            dump.path,
            f"{dump.rows['documents']:,}",
            f"{dump.rows['events']:,}",
            dump.size / 1e6,
            time.monotonic() - started,
        )

    def progress(self, what: str, number: int) -> None:
        self.stdout.write(f"{what}: {number:,}", ending="\r" if self.stdout.isatty() else "\n")
        self.stdout.flush()
