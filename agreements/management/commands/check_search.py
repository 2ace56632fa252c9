from itertools import islice

from django.core.management.base import BaseCommand, CommandError

from agreements.search import upkeep

MOST_NAMED = 20


class Command(BaseCommand):
    help = (
        "Compares what the search reads with the records: published = findable = counted. "
        "Ends with an error where they differ; rebuild_search mends it."
    )

    def handle(self, *args, **options) -> None:
        numbers = upkeep.numbers()
        self.stdout.write(
            f"{numbers.published:,} published, {numbers.findable:,} findable, "
            f"{numbers.counted:,} counted"
        )
        faults = [
            *(f"document {pk}" for pk in islice(upkeep.documents_that_differ(), MOST_NAMED + 1)),
            *(
                f"count {key} {term}: {kept}, should be {anew}"
                for key, term, kept, anew in upkeep.counts_that_differ()[: MOST_NAMED + 1]
            ),
        ]
        for fault in faults[:MOST_NAMED]:
            self.stderr.write(fault)
        if faults or len({numbers.published, numbers.findable, numbers.counted}) > 1:
            more = " and more" if len(faults) > MOST_NAMED else ""
            raise CommandError(
                f"The search differs from the records{more}. Run manage.py rebuild_search."
            )
