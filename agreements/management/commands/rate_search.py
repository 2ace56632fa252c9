import time
from collections.abc import Iterable
from pathlib import Path
from statistics import mean

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agreements import search
from agreements.models import Document, Identifier
from agreements.search.rating import FIRST, BadFile, Query, Rating, read_queries

SCHEME = "import"


class Command(BaseCommand):
    help = (
        "Asks the search each of the queries in a file, and says how well it answers by the "
        "judgments in another: how many of the expected records stand among the first ten, or of "
        "a larger set before all others, and NDCG@10. Records are known by their number in the "
        "register that they were imported from. -v 2 shows the answers."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("queries", type=Path, help="CSV with columns qid, query")
        parser.add_argument(
            "judgments", type=Path, help="tab-separated, with columns qid, id, grade (0, 1, 2)"
        )
        parser.add_argument(
            "--require", action="store_true", help="fail unless all that is expected is found"
        )

    def handle(self, *args, **options) -> None:
        try:
            queries = read_queries(options["queries"], options["judgments"])
        except BadFile as error:
            raise CommandError(str(error)) from error
        if unknown := lacking(queries):
            raise CommandError(
                f"No published document bears these numbers: {', '.join(unknown)}. Is this the "
                "database that was judged?"
            )
        width = max(len(query.qid) for query in queries)
        ratings = []
        for query in queries:
            ratings.append(rate(query))
            self.show(ratings[-1], width, is_long=options["verbosity"] > 1)
        self.total(ratings)
        if options["require"] and any(rating.missed for rating in ratings):
            raise CommandError("Not all that is expected was found.")

    def show(self, rating: Rating, width: int, *, is_long: bool) -> None:
        query = rating.query
        self.stdout.write(
            f"{query.qid:>{width}}  {rating.found:>2} of {len(query.expected):<2}  "
            f"NDCG {rating.ndcg:.3f}  {rating.seconds * 1000:>6.0f} ms  {query.text}"
        )
        for number in rating.missed:
            self.stdout.write(f"{'':>{width}}  missed: {number}")
        if is_long:
            titles = titles_of(rating.answers)
            for place, number in enumerate(rating.answers[: query.depth], start=1):
                grade = query.grades.get(number, "")
                self.stdout.write(
                    f"{'':>{width}}  {place:>2} {grade!s:1} {number} {titles.get(number, '')}"
                )

    def total(self, ratings: list[Rating]) -> None:
        found = sum(rating.found for rating in ratings)
        expected = sum(len(rating.query.expected) for rating in ratings)
        whole = sum(not rating.missed for rating in ratings)
        self.stdout.write(
            f"Found in {FIRST}: {whole} of {len(ratings)} queries, {found} of {expected} records. "
            f"Mean NDCG@{FIRST}: {mean(rating.ndcg for rating in ratings):.3f}. "
            f"Time: {sum(rating.seconds for rating in ratings):.1f} s."
        )


def rate(query: Query) -> Rating:
    started = time.perf_counter()
    found = answers(query.text, query.depth)
    seconds = time.perf_counter() - started
    return Rating(query, numbers_of(found), seconds)


def answers(text: str, most: int) -> list[int]:
    """Keys of the first documents that the list of documents shows for these words."""
    asked = search.search(search.Selection(), text).selection
    found = search.answer(asked, search.Order.RELEVANCE, timezone.localdate(), size=most)
    return [*found.listing.documents, *found.nearly][:most]


def numbers_of(documents: list[int]) -> list[str]:
    """In the order of the documents; one that was not imported keeps its place."""
    known = dict(
        Identifier.objects.filter(document__in=documents, scheme=SCHEME)
        .order_by("-pk")
        .values_list("document", "value")
    )
    return [known.get(pk, "") for pk in documents]


def lacking(queries: Iterable[Query]) -> list[str]:
    judged = {number for query in queries for number in query.grades}
    known = Identifier.objects.filter(
        scheme=SCHEME, value__in=judged, document__in=Document.objects.published()
    )
    return sorted(judged - set(known.values_list("value", flat=True)))


def titles_of(numbers: Iterable[str]) -> dict[str, str]:
    found = Identifier.objects.filter(scheme=SCHEME, value__in=numbers)
    return dict(found.values_list("value", "document__titles__text"))
