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
        faults = [f"there is no index {name}" for name in upkeep.lost_indexes()]
        faults += faults_of_rows() or faults_of_counts()
        for fault in faults[:MOST_NAMED]:
            self.stderr.write(fault)
        if len(faults) > MOST_NAMED:
            self.stderr.write("and more")
        if faults or len({numbers.published, numbers.findable, numbers.counted}) > 1:
            raise CommandError("The search differs from the records. Run manage.py rebuild_search.")
        self.stdout.write("The search agrees with the records.")


def faults_of_rows() -> list[str]:
    differ = islice(upkeep.documents_that_differ(), MOST_NAMED + 1)
    return [f"document {pk}: what is read of it is not what it says" for pk in differ]


def faults_of_counts() -> list[str]:
    """Counts are those of the rows: where these are wrong, they tell nothing."""
    return [
        f"count {key} {term}: {kept}, should be {anew}"
        for key, term, kept, anew in upkeep.counts_that_differ()[: MOST_NAMED + 1]
    ]
