from django.core.management.base import BaseCommand

from agreements.importing.sample import load_sample
from agreements.importing.seeds import analyse


class Command(BaseCommand):
    help = (
        "Adds the sample: a state visit with its nine documents, and agreements of Central Asian "
        "states. Never overwrites what a clerk has changed. Needs load_reference first."
    )

    def handle(self, *args, **options) -> None:
        added = {name: number for name, number in load_sample().items() if number}
        if added:
            analyse()
        summary = ", ".join(f"{number} {name}" for name, number in added.items())
        self.stdout.write(f"Sample: {summary or 'nothing new'}.")
