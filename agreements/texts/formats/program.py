"""What a program that reads a stranger's file does first and last; ``guard.py`` starts it."""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .limits import Limits
from .problem import Refused

Job = Callable[..., Iterator[dict[str, Any]]]
OPEN_FILES = 64


def main(jobs: Mapping[str, Job], make_limits: type[Limits], job: str, values: str) -> None:
    """Lines of JSON: what the job answers, or why it refuses.

    A job takes the path, the limits, and by their names the other values.
    """
    given = json.loads(values)
    path, limits = Path(given.pop("path")), make_limits(**given.pop("limits"))
    confine(limits)
    # Whatever the machine's language, and though half a letter is among the words.
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        for answer in jobs[job](path, limits, **given):
            tell(answer)
    except Refused as refused:
        tell({"refused": asdict(refused.problem)})


def confine(limits: Limits) -> None:
    """Before the file is opened. The alarm is for the case that nobody waits any more."""
    bounds = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, limits.processor, limits.processor + 1),
        (resource.RLIMIT_FSIZE, limits.output, limits.output),
        (resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES),
        (resource.RLIMIT_AS, limits.memory, limits.memory),
    ]
    for bound, soft, hard in bounds:
        with suppress(ValueError, OSError):  # macOS knows no bound of memory
            resource.setrlimit(bound, (soft, hard))
    signal.alarm(limits.clock + 5)


def tell(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)
