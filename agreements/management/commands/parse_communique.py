import io
import json
import os
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agreements.communique.parsing import parse
from agreements.communique.reference import reference_authority
from agreements.communique.report import as_json
from agreements.letters import nfc, without_nul

STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = (
        "Reads a communique and prints what was signed, as one JSON object. Names of states and "
        "places come from the archive's reference files, so that no database is needed."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", default=STANDARD_INPUT, help="a text in UTF-8; - for standard input"
        )
        parser.add_argument("--language", help="of the text, such as ru; else it is recognised")
        parser.add_argument(
            "--date",
            default=os.environ.get("COMMUNIQUE_DATE", ""),
            help="of publication, such as 2023-05-04; else COMMUNIQUE_DATE of the environment",
        )

    def handle(self, *args, **options) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):  # JSON is UTF-8, whatever the terminal is
            sys.stdout.reconfigure(encoding="utf-8")
        proposal = parse(
            read(options["file"]),
            language=options["language"],
            published_on=day(options["date"]),
            authority=reference_authority(),
        )
        self.stdout.write(json.dumps(as_json(proposal), ensure_ascii=False, indent=2))


def read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} can't be read: {error.strerror}.") from None
    source = "Standard input" if name == STANDARD_INPUT else name
    try:
        text = without_nul(nfc(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{source} is not a text in UTF-8 (byte {error.start + 1}). Save it as UTF-8 first."
        ) from None
    if not text.strip():
        raise CommandError(f"{source} holds no text.")
    return text


def day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text} is no day. Write it as 2023-05-04.") from None
