"""A private PostgreSQL for trial, development and tests; production names its own server.

Unix socket only, data in the checkout's `.data/`, run as an unprivileged account. Standard
library only, and POSIX only. Nothing starts at import: `hold()` starts it.
"""

from pathlib import Path

from .errors import PostgresProblem
from .place import find_place
from .programs import find_programs
from .server import USER, Server
from .sharing import hold

__all__ = ["PostgresProblem", "connection_settings", "find_programs", "hold_private_server"]


def connection_settings(checkout: Path, name: str) -> dict[str, object]:
    """Django's connection settings for the checkout's private cluster of that name."""
    return {
        "NAME": "postgres",
        "USER": USER,
        "PASSWORD": "",
        "HOST": str(find_place(checkout, name).socket),
        "PORT": "5432",
        "OPTIONS": {},
    }


def hold_private_server(checkout: Path, name: str, *, durable: bool) -> None:
    """Start the private cluster, or join those who use it; it stops when the last one ends."""
    hold(Server(find_place(checkout, name), find_programs(), durable))
