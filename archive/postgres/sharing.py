"""Several processes share one server; the last one to end stops it.

Each holds a shared `flock` for as long as it lives, which the kernel gives up even at kill -9.
"""

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .server import Server

_held: dict[Path, IO[str]] = {}  # by users' lock: a process counts itself once


def hold(server: Server) -> None:
    """See that the server runs, and keep it running until this process ends."""
    place = server.place
    place.prepare()
    with _one_at_a_time(place.folder / "start.lock"):
        users = place.folder / "users.lock"
        if users not in _held:
            _held[users] = _open(users)
            fcntl.flock(_held[users], fcntl.LOCK_SH)
            atexit.register(_release, server, users, os.getpid())
        if not server.is_answering():
            server.ensure_data()
            server.start()


def _release(server: Server, users: Path, holder: int) -> None:
    """Stop the server if nobody else holds it. A forked child's exit is not its parent's."""
    if os.getpid() != holder:
        return
    with _one_at_a_time(server.place.folder / "start.lock"), _held.pop(users) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        server.stop()


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with _open(path) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _open(path: Path) -> IO[str]:
    return path.open("a")
