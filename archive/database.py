"""The database of this process: the server that DATABASE_URL names, else a private one."""

from pathlib import Path

from archive import env, postgres

CHECKOUT = Path(__file__).resolve().parent.parent


def hold() -> None:
    """In trial mode, keep the private server running until this process ends."""
    if not env.text("DATABASE_URL"):
        postgres.hold_private_server(CHECKOUT, "trial", durable=True)
