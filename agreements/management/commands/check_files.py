import argparse

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from agreements.models.vocabulary import Fixity
from agreements.texts import fixity
from agreements.texts.fixity import Finding, Report

MOST_NAMED = 50
WRONG, FAILED = 1, 2
OF_A_QUARTER = 0


def some(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 10**9:
        raise argparse.ArgumentTypeError(f"give a number of files, not {text!r}")
    return int(text)


class Command(BaseCommand):
    help = (
        "Compares the stored files with the hashes that they had when received, and names what no "
        "record knows. Ends with 1 where something is wrong, with 2 where it could not look."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sample",
            nargs="?",
            type=some,
            const=OF_A_QUARTER,
            metavar="N",
            help="only so many files, the longest unchecked; without a number so many that every "
            "night's sample covers all within a quarter",
        )
        parser.add_argument(
            "--stray",
            action="store_true",
            help="with --sample: look for files that no record knows as well",
        )

    def handle(self, *args, **options) -> None:
        number = options["sample"]
        try:
            if number == OF_A_QUARTER:
                number = fixity.a_quarter()
            report = fixity.check(number, look_for_strays=number is None or options["stray"])
        except fixity.NoStorage as error:
            raise CommandError(
                "There are files on record, and not one in the storage. Is MEDIA_ROOT right, and "
                "the disk mounted? Nothing was written.",
                returncode=FAILED,
            ) from error
        except (OSError, DatabaseError) as error:
            raise CommandError(f"Could not look: {error}", returncode=FAILED) from error
        self.tell(report)
        if not report.is_sound:
            raise CommandError("Not all is as it should be.", returncode=WRONG)
        self.stdout.write("All is as it should be.")

    def tell(self, report: Report) -> None:
        numbers = {
            "checked": report.checked,
            "missing": report.number(Fixity.MISSING),
            "altered": report.number(Fixity.ALTERED),
            "not readable": report.number(""),
            "stray": len(report.stray),
        }
        self.stdout.write(", ".join(f"{number:,} {word}" for word, number in numbers.items()))
        lines = [line(finding) for finding in report.wrong]
        lines += [f"stray: {name}" for name in report.stray]
        for words in lines[:MOST_NAMED]:
            self.stderr.write(words)
        if len(lines) > MOST_NAMED:
            self.stderr.write(f"and {len(lines) - MOST_NAMED:,} more")


def line(finding: Finding) -> str:
    file = finding.file
    owner = f"document {file.document_id}" if file.document_id else "the inbox"
    what = finding.fixity or f"not readable ({finding.problem})"
    return f"{what}: file {file.pk} of {owner}, {file.name}, {file.path}"
