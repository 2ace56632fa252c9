"""The run in words and tables, for the screen and for docs/performance.md."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
import sqlite3
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import server
from .clients import READERS
from .databases import Server, server_settings
from .pages import Kind
from .peer import SETTINGS
from .plans import MOST_ROWS
from .reach import Promise, promises
from .timing import OURS_A_ROUND, Measured, Results, Times

HEADER = (
    "page", "documents", "found", "p50", "p95", "in Django", "statements", "in SQL", "growth",
    "Datasette", "ratio", "floor", "ratio",
)  # fmt: skip
HOW_TO_READ = """\
# Performance

This page is written by `make bench`; see [running.md](running.md#benchmark).

## How to read it

Times are milliseconds, from a request to the last byte of the answer, of one reader on this
machine, warm. A page is asked for in turn of each database, in Django and over HTTP, and of
Datasette, so that what else the machine does falls on all alike: trust the ratios more than the
times.

- **documents**: how many the database holds; **found**: how many the page is about, by
  Datasette's count.
- **p50**, **p95**: of our server over HTTP. **In Django**: p50 within one process, without a
  server. **Statements**, **in SQL**: how many the page asks of PostgreSQL, and for how long.
- **growth**: p50 against the smallest database of the run.
- **Datasette**: p50 of the same documents there, listed by date, with the same words, filters and
  facets as ours; of a document its row and the pages of its children; nothing for pages that have
  no like there. The first **ratio** says how many times slower it is. It has indexes for everything
  that is filtered, a full-text index of titles and texts, facets on, `suggest_facets` off, and its
  own limits of time: † marks where it left facets out for want of it, ‡ where it gave an error in
  the place of the page.
- **floor**: what the page can't do without: its own statements, prepared, by pgbench; its
  templates with data that is there; an empty page of the same server. The second **ratio** is p50
  against it.
"""


@dataclass(frozen=True)
class Circumstances:
    """Of a run: read before it starts."""

    server: Server
    rounds: int
    load: float  # processes that ran or waited, over a minute

    def lines(self) -> Iterator[str]:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        with self.server.connect("postgres") as connection:
            (postgresql,) = connection.execute("SHOW server_version").fetchone()
            rows = connection.execute(
                "SELECT name, current_setting(name) FROM pg_settings WHERE name = ANY(%s)",
                [list(server_settings())],
            ).fetchall()
        packages = ("Django", "psycopg", "granian", "datasette")
        versions = [f"{name} {importlib.metadata.version(name)}" for name in packages]
        yield (
            f"- Machine: {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} "
            f"{platform.machine()}; {self.load:.1f} processes ran or waited before it began."
        )
        yield (
            f"- Python {platform.python_version()}, PostgreSQL {postgresql.split()[0]}, "
            f"SQLite {sqlite3.sqlite_version}, {', '.join(versions)}."
        )
        yield f"- PostgreSQL: {', '.join(f'{name} {value}' for name, value in rows)}."
        yield f"- Our server: `granian {server.GRANIAN}`."
        settings = ", ".join(f"{name} {value}" for name, value in SETTINGS.items())
        yield f"- Datasette: one process, on a file that does not change; {settings}."
        yield (
            f"- {self.rounds} rounds: in each, every page {OURS_A_ROUND} times in Django and over "
            "HTTP, and once of Datasette."
        )


def document(results: Results, circumstances: Circumstances) -> str:
    today = datetime.date.today()
    return "\n".join(
        [
            HOW_TO_READ,
            f"## The run of {today.day} {today:%B %Y}\n",
            *circumstances.lines(),
            "",
            *pages_table(results),
            *(f"\nNot timed, for it answers with an error: {words}." for words in results.missing),
            "\n## What was promised\n",
            *promises_table(promises(results)),
            "\n## Many readers at once\n",
            *crowds_table(results),
            "\n## Plans\n",
            *plans(results),
            "",
        ]
    )


def table(header: tuple[str, ...], rows: Iterable[Iterable[str]], words: int = 1) -> Iterator[str]:
    """In Markdown; the first columns are words, the rest numbers."""
    yield f"| {' | '.join(header)} |"
    marks = ["---"] * words + ["---:"] * (len(header) - words)
    yield f"|{'|'.join(marks)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def pages_table(results: Results) -> Iterator[str]:
    names = dict.fromkeys(one.page.name for one in results.measured)
    rows = []
    for name in names:
        sizes = sorted((one for one in results.measured if one.page.name == name), key=by_size)
        rows += [page_row(one, sizes[0]) for one in sizes]
    return table(HEADER, rows)


def by_size(measured: Measured) -> int:
    return measured.size


def page_row(one: Measured, smallest: Measured) -> list[str]:
    found = "" if one.page.documents is None else f"{one.page.documents:,}"
    growth = "" if one is smallest else times(one.http.median / smallest.http.median)
    mark = "‡" if one.has_peer_failed else "†" if one.has_peer_given_up else ""
    beside, floor = ["", ""], ["", ""]
    if one.peer.all:
        beside = [f"{ms(one.peer.median)}{mark}", times(one.peer.median / one.http.median)]
    if one.page.kind != Kind.UNCHANGED:
        floor = [ms(one.floor), times(one.http.median / one.floor)]
    return [
        one.page.name,
        f"{one.size:,}",
        found,
        ms(one.http.median),
        ms(one.http.p95),
        ms(one.within.median),
        str(one.statements),
        ms(one.database.median),
        growth,
        *beside,
        *floor,
    ]


def ms(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}"


def times(ratio: float) -> str:
    return f"{ratio:,.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×"


def promises_table(found: list[Promise]) -> Iterator[str]:
    rows = [
        (one.words, "kept" if one.is_kept else "**not kept**", one.where, one.worst)
        for one in found
    ]
    return table(("promise", "", "the worst", "there"), rows, words=3)


def crowds_table(results: Results) -> Iterator[str]:
    yield (
        f"{READERS} connections that stay open, in one process of their own on the same machine: "
        "what it takes of a processor is not the server's."
    )
    yield ""
    rows = [
        (name, f"{size:,}", f"{found.per_second:,.0f}", f"{found.own_share:.0%}")
        for size, crowds in sorted(results.crowds.items())
        for name, found in crowds.items()
    ]
    yield from table(("asked for", "documents", "answers a second", "readers' processor"), rows)
    yield ""
    for size, runs in sorted(results.published.items()):
        statements = statistics.median(run[0] for run in runs)
        commit = statistics.median(run[1] for run in runs)
        ours, theirs = results.memory[size]
        yield (
            f"With {size:,} documents: publishing one takes {statements:.1f} ms of statements and "
            f"{commit:.1f} ms of commit, after which the next search finds it. A worker of ours "
            f"has {ours:.0f} MB, Datasette {theirs:.0f} MB. An empty page takes "
            f"{empty(results, size).median:.1f} ms, a static file "
            f"{results.static[size].median:.1f} ms."
        )


def empty(results: Results, size: int) -> Times:
    return next(one.empty for one in results.measured if one.size == size)


def plans(results: Results) -> Iterator[str]:
    """What a plan costs too much for, by page."""
    found = [(one, words) for one in results.measured for words in one.complaints]
    if not found:
        yield (
            f"No statement of these pages reads a table of more than {MOST_ROWS:,} rows from end "
            "to end, or drops more rows than that after it has read them."
        )
    for one, words in found:
        yield f"- {one.page.name}, {one.size:,} documents: {words}."
