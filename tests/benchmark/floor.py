"""The least that a page can cost: its statements alone, by pgbench."""

from __future__ import annotations

import re
import statistics
import subprocess
import tempfile
from pathlib import Path

from archive import postgres

from .databases import WEB_ACCOUNT, Database
from .problem import BenchmarkProblem

LITERAL = re.compile(r"(\bE)?'((?:[^']|'')*)'")
IN_TRANSACTION = re.compile(r"^\s*SET LOCAL|set_config\(", re.IGNORECASE | re.MULTILINE)
MOST, LEAST, BUDGET = 200, 10, 1000  # rounds, rounds, milliseconds


def script(statements: list[str]) -> str:
    """For pgbench; in a transaction only where they need one."""
    lines = [f"{guarded(sql)};" for sql in statements]
    if any(IN_TRANSACTION.search(sql) for sql in statements):
        lines = ["BEGIN;", *lines, "COMMIT;"]
    return "\n".join(lines)


def guarded(sql: str) -> str:
    """Without colons in literals: pgbench takes a word behind one for a variable of its own."""

    def escape(match: re.Match) -> str:
        prefix, words = match.groups()
        if ":" not in words:
            return match[0]
        words = words if prefix else words.replace("\\", "\\\\")
        return f" E'{words.replace(':', chr(92) + '072')}'"

    return LITERAL.sub(escape, sql)


def replay(database: Database, statements: list[str], expected: float) -> float:
    """Milliseconds of all statements one after the other, prepared, as the web server's account.

    The median of as many rounds as about a second has of the expected milliseconds.
    """
    if not statements:
        return 0
    rounds = int(min(MOST, max(LEAST, BUDGET / max(expected, 0.1))))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.sql"
        file.write_text(script(statements))
        done = subprocess.run(
            [
                postgres.find_programs().path("pgbench"), "--no-vacuum", "--protocol=prepared",
                f"--file={file}", f"--transactions={rounds}", "--log",
                f"--host={database.server.host}", f"--port={database.server.port or 5432}",
                f"--username={WEB_ACCOUNT}", database.name,
            ],
            cwd=folder, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode != 0:
            raise BenchmarkProblem(f"pgbench failed:\n{done.stderr}")
        logs = Path(folder).glob("pgbench_log.*")
        times = [int(line.split()[2]) for log in logs for line in log.read_text().splitlines()]
    return statistics.median(times) / 1000
