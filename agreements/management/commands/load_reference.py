from django.core.management.base import BaseCommand

from agreements.importing.reference import load_reference
from agreements.importing.seeds import analyse


class Command(BaseCommand):
    help = (
        "Adds the states, places, subjects and vocabularies that are missing. "
        "Never overwrites what a clerk has changed."
    )

    def handle(self, *args, **options) -> None:
        added = {name: number for name, number in load_reference().items() if number}
        if added:
            analyse()
        summary = ", ".join(f"{number} {name}" for name, number in added.items())
        self.stdout.write(f"Reference data: {summary or 'nothing new'}.")
