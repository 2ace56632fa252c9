"""A private PostgreSQL for trial, development and tests; production names its own server.

Unix socket only, data in the checkout's `.data/`, never run as root. Standard library only, and
POSIX only. Nothing is started by an import: `hold_private_server()` does it.
"""

from collections.abc import Mapping
from pathlib import Path

from .copying import within_reach
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
        "HOST": str(find_place(checkout, name).socket),
        "PORT": "5432",
        "OPTIONS": {},
    }


def hold_private_server(
    checkout: Path, name: str, *, durable: bool, settings: Mapping[str, str] | None = None
) -> None:
    """Start the private cluster, or join those who use it; it stops when the last of them ends.

    A durable one keeps every acknowledged row through kill -9; one for tests is only quick.
    Settings are PostgreSQL's, by name; who joins a server takes it as it was started.
    Raises PostgresProblem, with a message for the person at the keyboard.
    """
    place = find_place(checkout, name)
    programs = within_reach(find_programs(), place.account, checkout)
    hold(Server(place, programs, durable, settings or {}))
