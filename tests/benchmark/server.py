"""Our server, as production runs it."""

from __future__ import annotations

import sys

from .databases import HOST

WORKERS = 2


def command(port: int) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "archive.wsgi", "--bind", f"{HOST}:{port}",
        "--worker-class", "gthread", "--workers", str(WORKERS), "--threads", "4",
        "--log-level", "warning", "--no-control-socket",
    ]  # fmt: skip
