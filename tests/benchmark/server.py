"""Our server, as production runs it."""

from __future__ import annotations

import sys

from .databases import HOST

# As docs/running.md has it, for two processors.
GRANIAN = "--interface wsgi --workers 2 --blocking-threads 4 archive.wsgi:application"


def command(port: int) -> list[str]:
    here = ["--host", HOST, "--port", str(port)]
    return [sys.executable, "-m", "granian", *GRANIAN.split(), *here]
