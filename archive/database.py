"""The database of this process: the named server, or the trial's private one, started."""

import os
from pathlib import Path

from archive import postgres

CHECKOUT = Path(__file__).resolve().parent.parent


def hold() -> None:
    """In trial mode, keep the private server running until this process ends."""
    if not os.environ.get("DATABASE_URL", "").strip():
        postgres.hold_private_server(CHECKOUT, "trial", durable=True)
