"""The program that reads a stranger's table.

``python -m agreements.importing.tables.reader JOB VALUES``

It answers in lines of JSON. Only ``guard.py`` starts it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from agreements.texts.formats import program
from agreements.texts.formats.problem import Refused

from . import objects, recognising, separated, workbooks
from .found import Found
from .limits import Limits

READERS = {"csv": separated, "jsonl": objects, "xlsx": workbooks}


def examine(path: Path, limits: Limits, given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One line: the fields of ``Found``."""
    kind, is_packed = recognising.recognise(path, limits, given["encoding"])
    yield READERS[kind].examine(path, limits, is_packed, given).as_json()


def rows(path: Path, limits: Limits, found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A line for each row: the fields of ``Row``, but for the names of its columns."""
    table = Found.from_json(found)
    for count, row in enumerate(READERS[table.kind].rows(path, limits, table), 1):
        if count > limits.rows:
            raise Refused("too_many_rows", limit=limits.rows)
        problems = [asdict(problem) for problem in row.problems]
        yield {"number": row.number, "cells": [*row.cells.values()], "problems": problems}


JOBS = {"examine": examine, "rows": rows}

if __name__ == "__main__":
    program.main(JOBS, Limits, *sys.argv[1:])
