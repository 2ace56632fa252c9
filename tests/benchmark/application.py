"""The application in a process of its own, set up for one database as production is.

The questions and the answers are lines of JSON; `inside` is the other end.
"""

from __future__ import annotations

import json
import subprocess
import sys
from types import TracebackType

from .databases import CHECKOUT, Database
from .problem import BenchmarkProblem


class Application:
    """A process that answers questions about pages: `application.get(path="/")`."""

    def __init__(self, database: Database) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmark.inside"],
            cwd=CHECKOUT,
            env=database.variables(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Application:
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.stdin.close()
        self.process.wait()

    def ask(self, do: str, **about: object) -> object:
        print(json.dumps({"do": do, **about}), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        answer = json.loads(line or '{"error": "It ended."}')
        if "error" in answer:
            raise BenchmarkProblem(f"The application could not {do} {about}:\n{answer['error']}")
        return answer["answer"]
