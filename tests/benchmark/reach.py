"""What the archive promises about its pages, and whether a run kept it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .pages import Kind
from .timing import UNCHANGED, Measured, Results

PHRASES = (Kind.PHRASE, Kind.COMMON_PHRASE)
STATEMENTS = {Kind.BROWSE: 8, Kind.DOCUMENT: 15} | dict.fromkeys((Kind.LIST, *PHRASES), 6)


@dataclass(frozen=True)
class Promise:
    """What was promised, the worst that was found, and where."""

    words: str
    worst: str
    where: str
    is_kept: bool


@dataclass(frozen=True)
class Limit:
    """A number that some pages have to keep to, each: to pass at no time, or to reach."""

    words: str
    number: float
    pages: list[Measured]
    value: Callable[[Measured], float]
    is_least: bool = False
    unit: str = ""

    def check(self) -> Promise:
        worst = (min if self.is_least else max)(self.pages, key=self.value)
        found = self.value(worst)
        is_kept = found >= self.number if self.is_least else found <= self.number
        where = f"{worst.page.name}, {worst.size:,} documents"
        return Promise(self.words, f"{found:.3g}{self.unit}", where, is_kept)


def promises(results: Results) -> list[Promise]:
    """Those that this run can tell about."""
    pages = [one for one in results.measured if one.page.kind != Kind.UNCHANGED]
    sizes = sorted({one.size for one in pages})
    top = [one for one in pages if one.size == sizes[-1]]
    limits = [*_of_growth(pages, sizes), *_against_datasette(top), *_of_times(pages, top)]
    for kind, most in STATEMENTS.items():
        asked = [one for one in pages if one.page.kind == kind]
        limits.append(Limit(f"{kind}: at most {most} statements", most, asked, _statements))
    found = [limit.check() for limit in limits if limit.pages]
    return [*found, *_at_once(results), *_published(results)]


def _of_growth(pages: list[Measured], sizes: list[int]) -> Iterator[Limit]:
    before = {one.page.name: one for one in pages if one.size == sizes[0]}
    grown = [one for one in pages if one.size == sizes[-1] and one.page.name in before]

    def growth(one: Measured) -> float:
        return one.http.median / before[one.page.name].http.median

    if len(sizes) > 1:
        browse = _of_kind(grown, Kind.BROWSE, Kind.DOCUMENT)
        span = f"from {sizes[0]:,} to {sizes[-1]:,}"
        yield Limit(f"pages to browse grow at most 1.5 times {span}", 1.5, browse, growth)
        lists = _of_kind(grown, Kind.LIST)
        yield Limit(f"lists by filters and words grow at most 6 times {span}", 6, lists, growth)


def _against_datasette(top: list[Measured]) -> Iterator[Limit]:
    def times(one: Measured) -> float:
        return one.peer.median / one.http.median

    facets = [one for one in top if one.page.has_facets and one.page.kind not in PHRASES]
    for words, least, pages in (
        ("with facets, at least 10 times as fast as Datasette", 10, facets),
        ("a phrase, at least twice as fast as Datasette", 2, _of_kind(top, *PHRASES)),
        ("a document, no slower than Datasette", 1, _of_kind(top, Kind.DOCUMENT)),
    ):
        yield Limit(words, least, pages, times, is_least=True)


def _of_times(pages: list[Measured], top: list[Measured]) -> Iterator[Limit]:
    states = [one for one in _of_kind(top, Kind.BROWSE) if one.page.name.startswith("state")]
    yield Limit("a state costs at most 3 times its floor", 3, states, _above_floor)
    others = [one for one in pages if one.page.kind != Kind.COMMON_PHRASE]
    words = "at most 60 ms, but for a phrase of common words"
    yield Limit(words, 60, others, _milliseconds, unit=" ms")
    yield Limit("at most 150 ms", 150, pages, _milliseconds, unit=" ms")


def _of_kind(pages: list[Measured], *kinds: Kind) -> list[Measured]:
    return [one for one in pages if one.page.kind in kinds]


def _above_floor(one: Measured) -> float:
    return one.http.median / one.floor


def _milliseconds(one: Measured) -> float:
    return one.http.median


def _statements(one: Measured) -> float:
    return one.statements


def _at_once(results: Results) -> Iterator[Promise]:
    for size, crowds in results.crowds.items():
        page, same = crowds["the page of a state"], crowds.get(UNCHANGED)
        if same is not None:
            times = same.per_second / page.per_second
            words = "a page that has not changed: at least 3 times the readers"
            yield Promise(words, f"{times:.3g}", f"{size:,} documents", times >= 3)


def _published(results: Results) -> Iterator[Promise]:
    for size, runs in results.published.items():
        slowest = max(statements + commit for statements, commit, _ in runs)
        is_found = all(found for *_, found in runs)
        where = f"{size:,} documents" + ("" if is_found else ": not found at once")
        words = "a document is public and found after at most 100 ms of database work"
        yield Promise(words, f"{slowest:.3g} ms", where, is_found and slowest <= 100)
