"""Looks through a table and, where that is asked for, brings it in; see docs/import.md."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from agreements.importing import (
    applying,
    errors_file,
    opening,
    own_exports,
    previewing,
    settling,
    shipped,
    table_problems,
)
from agreements.importing.opening import Table
from agreements.importing.profiles import InvalidProfile, Profile
from agreements.importing.tables import reading
from agreements.importing.tables.found import Found
from agreements.models import Import, ImportProfile
from agreements.texts.formats.problem import Refused

OPEN_QUESTION = 2  # exit status
EVERY = 0.5  # seconds between two words of how far it is


class Command(BaseCommand):
    help = (
        "Says what each row of a table (CSV, XLSX, JSON lines) would do, and with --apply does "
        "it: new documents become drafts. Without --apply nothing of the archive is written. A "
        "second run of the same table changes nothing. Exit status 1: nothing was done; 2: a "
        "question has to be answered first, by the option that is printed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--profile", help="how its columns become fields: the name of a profile"
        )
        parser.add_argument("--user", help="the account in whose name it is done")
        parser.add_argument("--apply", action="store_true", help="write it into the archive")
        parser.add_argument(
            "--publish", action="store_true", help="with --apply: publish what can be published"
        )
        parser.add_argument(
            "--errors", type=Path, metavar="FILE", help="write refused rows there, to be corrected"
        )
        parser.add_argument(
            "--warned", action="store_true", help="with --errors: rows with warnings, too"
        )
        parser.add_argument("--encoding", default="", help="where the detected one is wrong")
        parser.add_argument("--delimiter", default="", help="likewise")
        parser.add_argument("--sheet", default="", help="of a workbook")
        parser.add_argument("--header-row", type=int, help="that names the columns")
        parser.add_argument(
            "--answer",
            action="append",
            default=[],
            metavar="COLUMN:SETTING=VALUE",
            help="to a question, as it is printed",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.bring_in(options)
        except Refused as refused:
            raise CommandError(table_problems.sentence(refused.problem)) from refused
        except (InvalidProfile, applying.NotApplied) as error:
            raise CommandError(str(error)) from error

    def bring_in(self, options: dict[str, Any]) -> None:
        user = account(options["user"])
        if options["publish"] and not applying.may_publish(user):
            raise CommandError(f"{user} may not publish documents.")
        table = self.opened(options)
        made = self.received(options, table, user)
        origin = opening.origin_of(made, table.profile)
        progress = Progress(self.stderr, table.total, "rows looked through")
        previewing.preview(made, table.converted(), origin, progress.report)
        self.tell(f"import no. {made.pk}: {progress.ended()}", made.counts)
        if options["apply"]:
            progress = Progress(self.stderr, applying.to_do(made), "rows applied")
            counts = applying.apply(made, origin, user, progress.report)
            self.tell(f"applied: {progress.ended()}", counts)
        if options["errors"]:
            self.write_errors(made, table.found, options)

    def opened(self, options: dict[str, Any]) -> Table:
        path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        given = {
            "encoding": options["encoding"] or None,
            "delimiter": DELIMITERS.get(options["delimiter"], options["delimiter"]) or None,
            "sheet": options["sheet"] or None,
            "header_row": options["header_row"],
        }
        profile = named_profile(options["profile"]) if options["profile"] else None
        if profile:
            given = {name: value or profile.table.given[name] for name, value in given.items()}
        found = reading.examine(path, **given)
        self.describe(found)
        profile = profile or own_exports.own_profile(found.columns)
        if profile is None:
            names = ", ".join(names_of_profiles())
            raise CommandError(f"Say with --profile how its columns become fields: {names}.")
        table = opening.survey(path, answered(profile, options["answer"]), found)
        self.ask(table)
        return table

    def describe(self, found: Found) -> None:
        said = [found.kind.upper()]
        if found.encoding:
            said.append(f"{found.encoding} (by {found.encoding_by})")
            said.append("with a byte order mark" if found.has_mark else "without a mark")
            said.append(f"delimiter {found.delimiter!r}" if found.delimiter else "")
        if found.sheet:
            said.append(f"sheet {found.sheet!r} of {len(found.sheets)}")
        said.append(f"{len(found.columns)} columns")
        self.stdout.write(", ".join(filter(None, said)))
        for remark in found.remarks:
            self.stdout.write(f"  {table_problems.sentence(remark)}")

    def ask(self, table: Table) -> None:
        for question in table.questions:
            self.stderr.write(settling.sentence(question))
            for choice in question.choices:
                option = f"{question.column}:{question.setting}={choice}"
                self.stderr.write(f"    --answer {option!r}")
        if table.questions:
            raise SystemExit(OPEN_QUESTION)

    def received(self, options: dict[str, Any], table: Table, user: Any) -> Import:
        values = {"settings": table.profile.as_json(), "publishes": options["publish"]}
        with options["file"].open("rb") as stream, transaction.atomic():
            return opening.receive(stream, options["file"].name, user, **values)

    def tell(self, headline: str, counts: dict[str, Any]) -> None:
        self.stdout.write(headline)
        for name, number in counts.items():
            self.stdout.write(f"{number:>10,} {name.replace('_', ' ')}")

    def write_errors(self, made: Import, found: Found, options: dict[str, Any]) -> None:
        with options["errors"].open("wb") as target:
            target.writelines(errors_file.errors_file(made, found, warned=options["warned"]))


class Progress:
    """How far it is and how quick, on a terminal; else silent."""

    def __init__(self, stream: Any, total: int, what: str) -> None:
        self.stream, self.total, self.what = stream, total, what
        self.began = self.due = time.monotonic()
        self.is_shown = stream.isatty()
        self.done = 0

    def report(self, done: int) -> None:
        self.done, now = done, time.monotonic()
        if self.is_shown and now >= self.due:
            self.due = now + EVERY
            self.stream.write(f"\r{self}   ", ending="")

    def __str__(self) -> str:
        rate = self.done / max(time.monotonic() - self.began, 0.001)
        return f"{self.done:,} of {self.total:,} {self.what}, {rate:,.0f} a second"

    def ended(self) -> str:
        if self.is_shown:
            self.stream.write("\r" + " " * 70 + "\r", ending="")
        return f"{self}, {time.monotonic() - self.began:,.0f} s"


DELIMITERS = {"tab": "\t", "\\t": "\t"}


def account(name: str | None) -> Any:
    if name is None:
        return None
    model = get_user_model()
    try:
        return model.objects.get(**{model.USERNAME_FIELD: name})
    except model.DoesNotExist:
        raise CommandError(f"There is no account {name}.") from None


def named_profile(name: str) -> Profile:
    """Of the archive; or one that comes with it."""
    if own := ImportProfile.objects.filter(name=name).first():
        return Profile.from_json(own.settings)
    known = names_of_profiles()
    if name in known:
        return shipped.shipped(name).profile
    raise CommandError(f"There is no profile {name}. There are: {', '.join(known)}.")


def names_of_profiles() -> list[str]:
    return [*ImportProfile.objects.values_list("name", flat=True), *shipped.keys()]


def answered(profile: Profile, answers: list[str]) -> Profile:
    """With the settings that answer its questions."""
    for answer in answers:
        place, equals, value = answer.rpartition("=")
        column, colon, setting = place.rpartition(":")
        numbers = [n for n, use in enumerate(profile.uses) if use.column == column]
        if not equals or not colon or not numbers:
            raise CommandError(f"{answer} answers no question.")
        for number in numbers:
            profile = profile.with_use(number, **{setting: value})
    return Profile.from_json(profile.as_json())
