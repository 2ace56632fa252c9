"""The kinds of pages that sitemaps list, each in parts.

A part of records is a range of their numbers, so that it costs the same wherever it lies, and keeps
its records however many come after them.
"""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from agreements.models import (
    Agency,
    AgencyName,
    Document,
    DocumentTitle,
    Event,
    EventName,
    File,
    State,
    Subject,
    Text,
)
from agreements.models.name import address_word
from agreements.search.names import Called, PlainCalled
from agreements.search.numbers import numbers_of

# What the protocol allows in one file, and the most that one address takes with its mark-up.
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
LONGEST = 260
LANGUAGES = len(settings.LANGUAGES)
# Pages of a part: each stands there once in every language, and names itself in all of them.
SIZE = min(MOST_ADDRESSES // LANGUAGES, MOST_BYTES // (LANGUAGES * (LANGUAGES + 2) * LONGEST))
BATCH = 1_000


class Page(NamedTuple):
    """``path`` is what follows the address of the front page, in every language."""

    path: str
    changed_at: datetime.datetime | None = None


class Section(ABC):
    name: str

    @abstractmethod
    def parts(self) -> Iterator[int]:
        """The numbers of the parts that have pages."""

    @abstractmethod
    def pages(self, part: int) -> Iterator[Page]:
        """Nothing where there is no such part."""


@dataclass(frozen=True)
class Listed(Section):
    """Few pages, all known at once."""

    name: str
    all_pages: Callable[[], list[Page]]

    def parts(self) -> Iterator[int]:
        return iter(range(1, -(-len(self.all_pages()) // SIZE) + 1))

    def pages(self, part: int) -> Iterator[Page]:
        return iter(self.all_pages()[(part - 1) * SIZE : part * SIZE])


@dataclass(frozen=True)
class Numbered(Section):
    """Pages of records, by their numbers: of each batch ``written`` gives the pages."""

    name: str
    public: Callable[[], QuerySet]
    written: Callable[[QuerySet], list[Page]]
    batch: int = BATCH

    def parts(self) -> Iterator[int]:
        """From one number that is taken to the first one past its part: gaps cost nothing."""
        start = 0
        while (pk := self.first_from(start)) is not None:
            yield pk // SIZE + 1
            start = (pk // SIZE + 1) * SIZE

    def first_from(self, start: int) -> int | None:
        rows = self.public().filter(pk__gte=start).order_by("pk")
        return rows.values_list("pk", flat=True).first()

    def pages(self, part: int) -> Iterator[Page]:
        first, after = (part - 1) * SIZE, part * SIZE
        step = min(self.batch, SIZE)
        for start in range(first, after, step):
            rows = self.public().filter(pk__gte=start, pk__lt=min(start + step, after))
            yield from self.written(rows.order_by("pk"))


def words_of(rows: QuerySet, owner: str, *columns: str, made: Callable) -> dict[int, str]:
    """By the key of each owner, the word of its address."""
    names: dict[int, list] = defaultdict(list)
    for pk, *values in rows.order_by().values_list(owner, *columns):
        names[pk].append(made(*values))
    return {pk: address_word(mine) for pk, mine in names.items()}


PLAIN = ("pk", "language", "text", "is_variant")


def words_of_documents(keys: Iterable[int]) -> dict[int, str]:
    titles = DocumentTitle.objects.filter(document__in=keys)
    return words_of(titles, "document", *PLAIN, made=PlainCalled)


def documents(rows: QuerySet) -> list[Page]:
    found = list(rows.values_list("pk", "changed_at"))
    words = words_of_documents([pk for pk, _ in found])
    return [Page(f"documents/{pk}/{words.get(pk) or 'document'}/", at) for pk, at in found]


def texts(rows: QuerySet) -> list[Page]:
    """As old as the last change of the document."""
    found = list(rows.values_list("pk", "document", "document__changed_at"))
    words = words_of_documents({document for _, document, _ in found})
    return [
        Page(f"documents/{document}/{words.get(document) or 'document'}/texts/{pk}/", at)
        for pk, document, at in found
    ]


def texts_here() -> QuerySet:
    """Those of which there is something to read."""
    mine = File.objects.published().filter(text=OuterRef("pk"))
    return Text.objects.published().filter(~Q(body="") | Exists(mine))


def events(rows: QuerySet) -> list[Page]:
    found = list(rows.values_list("pk", "changed_at"))
    names = EventName.objects.filter(event__in=[pk for pk, _ in found])
    words = words_of(names, "event", *PLAIN, made=PlainCalled)
    return [Page(f"events/{pk}/{words.get(pk) or 'event'}/", at) for pk, at in found]


def agencies(rows: QuerySet) -> list[Page]:
    keys = list(rows.values_list("pk", flat=True))
    names = AgencyName.objects.filter(agency__in=keys)
    columns = ("language", "text", "kind", "until", "pk")
    words = words_of(names, "agency", *columns, made=agency_name)
    return [Page(f"agencies/{pk}/{words.get(pk) or 'agency'}/") for pk in keys]


def agency_name(language: str, text: str, kind: str, until: str | None, pk: int) -> Called:
    return Called(language, text, kind, until, pk=pk)


def main_pages() -> list[Page]:
    lists = ("documents", "states", "agencies", "events", "years", "subjects", "about", "api")
    return [Page(""), *(Page(f"{name}/") for name in lists)]


def states() -> list[Page]:
    codes = State.objects.published().order_by("code").values_list("code", flat=True)
    return [Page(f"states/{code}/") for code in codes]


def pairs() -> list[Page]:
    """Of states that have signed something with each other."""
    code_of = {str(pk): code for pk, code in State.objects.published().values_list("pk", "code")}
    found = []
    for pair, _number in numbers_of({"*": "p"})["*"].of_kind("p"):
        one, two = sorted(code_of[pk] for pk in pair.split("_"))
        if one != two:
            found.append(Page(f"states/{one}/{two}/"))
    return sorted(found)


def years() -> list[Page]:
    years = numbers_of({"*": "y"})["*"].years()
    return [Page(f"years/{year:04}/") for year, _number in years if year]


def subjects() -> list[Page]:
    slugs = Subject.objects.published().order_by("slug").values_list("slug", flat=True)
    return [Page(f"subjects/{slug}/") for slug in slugs]


SECTIONS: dict[str, Section] = {
    section.name: section
    for section in (
        Listed("pages", main_pages),
        Listed("states", states),
        Listed("pairs", pairs),
        Listed("years", years),
        Listed("subjects", subjects),
        Numbered("events", lambda: Event.objects.published(), events),
        # What stands above public bodies is found once for all of a part.
        Numbered("agencies", lambda: Agency.objects.published(), agencies, MOST_ADDRESSES),
        Numbered("documents", lambda: Document.objects.published(), documents),
        Numbered("texts", texts_here, texts),
    )
}
