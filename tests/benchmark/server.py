"""Our server, as production runs it."""

from __future__ import annotations

import sys

from .databases import HOST

WORKERS = 2


def command(port: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "archive.wsgi:application", "--interface", "wsgi",
        "--host", HOST, "--port", str(port), "--workers", str(WORKERS), "--blocking-threads", "4",
        "--log-level", "warning",
    ]  # fmt: skip
