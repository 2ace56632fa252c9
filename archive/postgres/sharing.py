"""Several processes share one server; the last one to end stops it.

Each holds a shared `flock` while it lives. The kernel takes it back even at kill -9, so a server
left behind by a killed process is found by the next one, used, and stopped.
"""

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .account import Account
from .place import Place
from .server import Server

_held: dict[Path, IO[bytes]] = {}


def hold(server: Server) -> None:
    """See that the server runs, and goes on running until this process ends."""
    server.place.prepare()
    with _alone(server.place):
        if server.place.folder not in _held:
            _join(server)
        if not server.is_answering():
            server.ensure_data()
            server.start()


def _join(server: Server) -> None:
    users = _lock_file(server.place.folder / "users.lock", server.place.account)
    fcntl.flock(users, fcntl.LOCK_SH)
    _held[server.place.folder] = users
    atexit.register(_leave, server, os.getpid())


def _leave(server: Server, joined: int) -> None:
    """Stop the server if nobody else holds it."""
    if os.getpid() != joined:  # a forked child ends: the lock is its parent's
        return
    with _alone(server.place), _held.pop(server.place.folder) as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        server.stop()


@contextmanager
def _alone(place: Place) -> Iterator[None]:
    """Starting, joining and leaving are done by one process at a time."""
    with _lock_file(place.folder / "start.lock", place.account) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _lock_file(path: Path, account: Account) -> IO[bytes]:
    """The file opened, and the account's own, so that it may come back without root."""
    file = path.open("ab")
    if account.is_another:
        os.fchown(file.fileno(), account.uid, account.gid)
    return file
