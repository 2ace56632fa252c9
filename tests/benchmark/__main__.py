"""`python -m tests.benchmark 10000 1000000`: fills what is missing, times, writes the page."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from archive.postgres import PostgresProblem

from . import export
from .databases import CHECKOUT, Database, find_server
from .problem import BenchmarkProblem
from .report import Circumstances, document
from .sites import open_site
from .timing import measure

PAGE = CHECKOUT / "docs" / "performance.md"
LEAST = 1_000
FAILED = 3  # exit code where the pages were timed, but not all is as it must be


def main() -> None:
    # A request to end is an ordinary end: the servers end too.
    for request in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(request, lambda number, frame: sys.exit(128 + number))
    try:
        sys.exit(run(arguments()))
    except (BenchmarkProblem, PostgresProblem) as problem:
        sys.exit(f"pacta: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.benchmark", description=__doc__)
    parser.add_argument("sizes", type=size, nargs="+", help="numbers of documents")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument(
        "--crowded", type=float, default=4, help="seconds that many readers ask for one page"
    )
    parser.add_argument("--page", type=Path, default=PAGE, help="where the tables are written")
    return parser.parse_args()


def size(words: str) -> int:
    if not words.isdecimal() or int(words) < LEAST:
        raise argparse.ArgumentTypeError(f"a size is a number from {LEAST}, not {words!r}")
    return int(words)


def run(asked: argparse.Namespace) -> int:
    load = os.getloadavg()[0]
    server = find_server()
    databases = [Database(server, size) for size in sorted(set(asked.sizes))]
    for database in databases:
        database.prepare(tell)
        export.prepare(database, tell)
    databases[0].manage("collectstatic", "--no-input", "--verbosity=0")
    tell("Starting the servers, and looking for the pages ...")
    with ExitStack() as stack:
        sites = [stack.enter_context(open_site(database)) for database in databases]
        results = measure(sites, asked.rounds, asked.crowded, tell)
    page = document(results, Circumstances(server, asked.rounds, load))
    asked.page.write_text(page)
    print(page)
    faults = list(results.faults())
    for fault in faults:
        print(f"pacta: {fault}", file=sys.stderr)
    return FAILED if faults else 0


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
