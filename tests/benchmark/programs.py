"""Servers that are started for the benchmark, and end with it."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .clients import ask
from .databases import CHECKOUT, HOST
from .problem import BenchmarkProblem

PATIENCE = 60  # seconds
KILOBYTE = 1024


@dataclass(frozen=True)
class Program:
    process: subprocess.Popen
    port: int

    def memory(self) -> float:
        """Megabytes of its largest process: what it has for itself, and its part of what is
        shared. 0 where the system does not tell."""
        sizes = [_proportional(pid) for pid in [self.process.pid, *_children(self.process.pid)]]
        return max(sizes) / KILOBYTE


@contextmanager
def serving(
    name: str, command: list[str], variables: Mapping[str, str] | None, port: int, path: str
) -> Iterator[Program]:
    """A server that answers at the path; it is ended afterwards."""
    with tempfile.TemporaryFile() as said:  # a pipe that nobody reads would fill up
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=variables, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            if not _answers(process, port, path):
                said.seek(0)
                words = said.read().decode(errors="replace")
                raise BenchmarkProblem(f"{name} does not answer at {path}. It said:\n{words}")
            yield Program(process, port)
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        return probe.getsockname()[1]


def _answers(process: subprocess.Popen, port: int, path: str) -> bool:
    """Waits until it does, or has ended."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return ask(port, path).status == 200
        except OSError:
            time.sleep(0.2)
    return False


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def _proportional(pid: int) -> int:
    path = Path(f"/proc/{pid}/smaps_rollup")
    if not path.exists():
        return 0
    lines = path.read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
