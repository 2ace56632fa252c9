from django.core.management.base import BaseCommand, CommandParser

from agreements.search import upkeep


class Command(BaseCommand):
    help = (
        "Writes what the search reads anew, from the records, while readers read. With --due only "
        "what has changed with the calendar: run that every night."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--due", action="store_true", help="only statuses that have changed")

    def handle(self, *args, **options) -> None:
        if options["due"]:
            self.stdout.write(f"{upkeep.renew_statuses():,} statuses renewed.")
            return
        upkeep.rebuild(self.progress)
        self.stdout.write(f"{upkeep.numbers().findable:,} documents can be found.")

    def progress(self, last: int) -> None:
        if last % 20_000 == 19_999:
            self.stdout.write(f"documents up to {last:,}")
            self.stdout.flush()
