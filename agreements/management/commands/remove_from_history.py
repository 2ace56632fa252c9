from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError

from agreements.editing.removing import REMOVED, Place, places, remove, renamed, without

SHORTEST = 3


class Command(BaseCommand):
    help = (
        "Finds words in the records and in their history, and takes them out of the history where "
        "the law demands it. Run it as the owner of the database; see docs/privacy.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--find", metavar="WORDS", help="only say where they stand")
        what.add_argument("--replace", metavar="WORDS", help="put [removed] in their place")
        what.add_argument(
            "--account", metavar="NAME", help="give the account another name; needs --with"
        )
        parser.add_argument("--with", dest="by_words", metavar="WORDS", help="instead of [removed]")
        parser.add_argument("--reason", help="written into the history; don't name what is removed")
        parser.add_argument("--by", default="", help="who does it; else the database's account")

    def handle(self, *args, **options) -> None:
        words = options["find"] or options["replace"] or options["account"]
        if len(words.strip()) < SHORTEST:
            raise CommandError(f"Give at least {SHORTEST} letters.")
        if options["find"]:
            self.tell(places(words))
            return
        self.refuse(words, options)
        if options["account"]:
            swap = renamed(words, options["by_words"])
        else:
            swap = without(words, options["by_words"] or REMOVED)
        try:
            rows = remove(words, swap, options["reason"], options["by"])
        except ProgrammingError as error:
            raise CommandError(
                f"Only the account that owns the database may change the history: {error}"
            ) from error
        self.stdout.write(f"Changed in {rows} rows, and written down that it was done.")
        self.left(places(words))

    def refuse(self, words: str, options: dict[str, str]) -> None:
        if not (options["reason"] or "").strip():
            raise CommandError("Give a --reason: it is written into the history.")
        if options["account"] and not options["by_words"]:
            raise CommandError("Say with --with what the account is to be called.")
        said = (options["reason"], options["by"], options["by_words"] or "")
        if any(words in each for each in said):
            raise CommandError("The words themselves would be written down again. Say it without.")

    def tell(self, found: list[Place]) -> None:
        """The history and what is cleaned with it, then the records."""
        if not found:
            self.stdout.write("They stand nowhere.")
        for is_cleaned, heading in ((True, "In the history and beside records"), (False, "Now")):
            some = [place for place in found if place.is_cleaned is is_cleaned]
            if some:
                self.stdout.write(f"{heading} (table.column: rows):")
                self.stdout.write("".join(f"  {place}\n" for place in some), ending="")

    def left(self, found: list[Place]) -> None:
        if any(not place.is_cleaned for place in found):
            self.stdout.write("They still stand in records or accounts. Correct those in the admin")
            self.stdout.write("and run this again, since correcting writes them into the history.")
        self.tell(found)
