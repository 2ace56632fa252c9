"""The rounds: every page of every database, ours and Datasette's, one after the other."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from . import floor
from .clients import Throughput, ask, crowd
from .pages import Kind, Page
from .sites import EMPTY, Site

OURS_A_ROUND = 2
WARMING = 2  # rounds at most
FLOORS = 3  # times, spread over the rounds
PUBLISHED = 5  # documents
UNCHANGED = "the same, not changed"
TIMED_OUT = b'class="facets-timed-out"'


@dataclass
class Times:
    """Milliseconds, of one page by one way."""

    all: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.all)

    @property
    def p95(self) -> float:
        if len(self.all) < 2:
            return self.all[0]
        return statistics.quantiles(self.all, n=20, method="inclusive")[-1]


@dataclass
class Measured:
    """What was found of one page of one database."""

    page: Page
    size: int
    statements: int = 0
    http: Times = field(default_factory=Times)
    within: Times = field(default_factory=Times)
    database: Times = field(default_factory=Times)
    peer: Times = field(default_factory=Times)
    replay: Times = field(default_factory=Times)
    templates: Times = field(default_factory=Times)
    empty: Times = field(default_factory=Times)  # the same for all pages of a size
    has_peer_given_up: bool = False  # on a facet
    has_peer_failed: bool = False  # with an error in the place of the page
    complaints: list[str] = field(default_factory=list)  # about its plans
    wrong: set[int] = field(default_factory=set)  # answers that are no page

    @property
    def floor(self) -> float:
        """The page's own statements, its templates with ready data, an empty page."""
        return self.replay.median + self.templates.median + self.empty.median


@dataclass
class Results:
    measured: list[Measured]
    static: dict[int, Times]
    crowds: dict[int, dict[str, Throughput]]
    published: dict[int, list[tuple[float, float, bool]]]
    memory: dict[int, tuple[float, float]]  # megabytes of a worker of ours, and of Datasette
    missing: list[str] = field(default_factory=list)  # pages that could not be timed, and why

    def faults(self) -> Iterator[str]:
        """What must not be, however quick it is."""
        yield from (f"there is no page: {words}" for words in self.missing)
        for one in self.measured:
            where = f"{one.page.name} ({one.page.path}), {one.size:,} documents"
            yield from (f"{where}: {words}" for words in one.complaints)
            yield from (f"{where}: an answer was {status}" for status in sorted(one.wrong))
        for size, crowds in self.crowds.items():
            for name, found in crowds.items():
                odd = set(found.statuses) - {304 if name == UNCHANGED else 200}
                yield from (f"{name}, {size:,} documents: an answer was {one}" for one in odd)
        for size, runs in self.published.items():
            if not all(is_found for *_, is_found in runs):
                yield f"{size:,} documents: the next search did not find what was just published"


def measure(sites: list[Site], rounds: int, crowded: float, tell: Callable[[str], None]) -> Results:
    """``crowded``: seconds for each page that many ask for at once."""
    pairs = [(site, Measured(page, site.size)) for site in sites for page in site.pages]
    empty = {site.size: Times() for site in sites}
    static = {site.size: Times() for site in sites}
    for _, measured in pairs:
        measured.empty = empty[measured.size]
    tell("Reading the plans ...")
    for site, measured in pairs:
        if measured.page.path in site.statements:
            measured.complaints = site.application.ask("examine", path=measured.page.path)
    floors = {round(step * rounds / FLOORS) for step in range(FLOORS)}
    for number in range(-min(WARMING, rounds), rounds):
        tell(f"Round {number + 1} of {rounds} ..." if number >= 0 else "Warming up ...")
        kept = number >= 0
        for site in sites:
            empty[site.size].all += [ask(site.server.port, EMPTY).milliseconds] * kept
            static[site.size].all += [ask(site.server.port, site.static_path).milliseconds] * kept
        for site, measured in pairs:
            time_page(site, measured, kept)
            if number in floors and measured.page.kind != Kind.UNCHANGED:
                time_floor(site, measured)
    tell("Asking with many readers at once, and publishing ...")
    return Results(
        [measured for _, measured in pairs],
        static,
        {site.size: crowds(site, crowded) for site in sites},
        {site.size: [site.publish() for _ in range(PUBLISHED)] for site in sites},
        {site.size: (site.server.memory(), site.peer.memory()) for site in sites},
        [words for site in sites for words in site.missing],
    )


def time_page(site: Site, measured: Measured, kept: bool) -> None:
    expected = 304 if measured.page.kind == Kind.UNCHANGED else 200
    for _ in range(OURS_A_ROUND):
        reply, answer = site.within(measured.page), site.over_http(measured.page)
        measured.wrong |= {reply["status"], answer.status} - {expected}
        measured.statements = reply["statements"]
        if kept:
            measured.within.all.append(reply["milliseconds"])
            measured.database.all.append(reply["database"])
            measured.http.all.append(answer.milliseconds)
    answers = site.at_peer(measured.page)
    measured.has_peer_failed |= any(answer.status != 200 for answer in answers)
    measured.has_peer_given_up |= any(TIMED_OUT in answer.body for answer in answers)
    if kept and answers:
        measured.peer.all.append(sum(answer.milliseconds for answer in answers))


def time_floor(site: Site, measured: Measured) -> None:
    path = measured.page.path
    replayed = floor.replay(site.database, site.statements[path], measured.database.median)
    measured.replay.all.append(replayed)
    measured.templates.all += [
        site.application.ask("render", path=path) for _ in range(2 * OURS_A_ROUND)
    ]


def crowds(site: Site, seconds: float) -> dict[str, Throughput]:
    """The busiest state's page, the same not changed, an empty page, a static file."""
    page = next(page for page in site.pages if page.name.startswith("state, most"))
    asked = {"the page of a state": (page.path, {})}
    if page.path in site.tags:
        asked[UNCHANGED] = (page.path, {"If-None-Match": site.tags[page.path]})
    asked["an empty page"] = (EMPTY, {})
    asked["a static file"] = (site.static_path, {})
    return {
        name: crowd(site.server.port, path, headers, seconds)
        for name, (path, headers) in asked.items()
    }
