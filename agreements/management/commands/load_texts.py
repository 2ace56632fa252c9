from functools import partial

from django.core.management.base import CommandError

from agreements.importing.real_texts import FOLDER, load_real_texts, not_found, read_texts
from agreements.management.benchmarks import BenchmarkCommand, Fill, needed


class Command(BenchmarkCommand):
    help = (
        "Makes a database of its own, benchmark_texts, and fills it with the real texts of the "
        "corpus; then looks whether the search finds each of them. The archive's database is not "
        "touched. Needs the corpus, and a superuser."
    )

    def filling(self, options: dict) -> tuple[str, Fill]:
        needed(options["corpus"] / FOLDER)
        papers = read_texts(options["corpus"])
        return "benchmark_texts", partial(load_real_texts, papers, self.progress)

    def handle(self, *args, **options) -> None:
        super().handle(*args, **options)
        missed = not_found()
        if missed:
            numbers = ", ".join(map(str, missed[:20]))
            raise CommandError(f"The search does not find {len(missed):,} of them: {numbers}.")
        self.stdout.write("The search finds each of them by its last words.")
