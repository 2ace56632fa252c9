"""Runs the program that reads files, and ends it when it takes too much."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from .limits import Limits
from .problem import Refused

HOME = Path(__file__).parents[3]
# No secret of ours is in the reach of what reads a stranger's file.
PASSED_ON = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "TZ")
PROGRAM = "agreements.texts.formats.examiner"


def run(
    job: str,
    values: dict[str, Any],
    limits: Limits,
    *,
    program: str = PROGRAM,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[dict[str, Any]]:
    """Each line that the program answers; ``Refused`` where it refuses, breaks or takes too long.

    ``program`` is a module of ours that ends in ``program.main``, ``more`` variables for it.

    The answers wait in a temporary file, so that memory holds a line at a time, and what takes the
    lines may take its time.
    """
    values = {**values, "path": os.path.abspath(values["path"]), "limits": asdict(limits)}
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as answers:
        command = [sys.executable, "-m", program, job, json.dumps(values)]
        code = wait(command, answers, limits.clock, more=more)
        answers.seek(0)
        for line in answers:
            if not line.endswith("\n"):
                break  # it was ended while it wrote
            answer = json.loads(line)
            if "refused" in answer:
                raise Refused(answer["refused"]["code"], **answer["refused"]["values"])
            yield answer
    if code == -signal.SIGXCPU:
        raise Refused("takes_too_long", of="processor")
    if code in (-signal.SIGALRM, -signal.SIGKILL):
        raise Refused("takes_too_long", of="clock")
    if code:
        raise Refused("breaks_reader")


def wait(
    command: list[str],
    answers: IO | int,
    seconds: int,
    *,
    problems: IO | int = subprocess.DEVNULL,
    folder: Path | str = HOME,
    more: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """The program's exit code; it and what it started are gone when this returns.

    Where it takes longer than so many seconds, that of a program that was killed. ``more`` are
    variables for it beside those that are passed on.
    """
    program = subprocess.Popen(
        command,
        cwd=folder,
        env={**{name: os.environ[name] for name in PASSED_ON if name in os.environ}, **more},
        stdin=subprocess.DEVNULL,
        stdout=answers,
        stderr=problems,
        start_new_session=True,
    )
    try:
        return program.wait(seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGKILL
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
