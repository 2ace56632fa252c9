"""Where a private cluster keeps its files.

In the checkout's `.data/`, unless root runs us and the server's unprivileged account can't
get there (a checkout in /root): then in /var/lib/pacta-dev. No folder's rights are widened.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import account
from .account import Account
from .errors import PostgresProblem

ELSEWHERE = Path("/var/lib/pacta-dev")
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET = 107  # bytes in sockaddr_un.sun_path, without the closing NUL


@dataclass(frozen=True)
class Place:
    folder: Path
    account: Account

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def socket(self) -> Path:
        """The folder of the server's socket: in /tmp where the checkout's path is too long."""
        here = self.folder / "socket"
        if len(os.fsencode(here / SOCKET_NAME)) <= LONGEST_SOCKET:
            return here
        return Path(tempfile.gettempdir()) / f"pacta-{self.account.uid}-{digest(self.folder)}"

    def prepare(self) -> None:
        """Make the folders, private to the account; refuse one that belongs to somebody else."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket.mkdir(mode=0o700, exist_ok=True)
        if self.account.is_another:
            os.chown(self.folder, self.account.uid, self.account.gid)
            os.chown(self.socket, self.account.uid, self.account.gid)


def digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def elsewhere(checkout: Path) -> Path:
    return ELSEWHERE / digest(checkout)


def find_place(checkout: Path, name: str) -> Place:
    """The place of the checkout's cluster of that name, by looking only: nothing is made."""
    near = checkout / ".data" / name
    if os.geteuid() != 0:
        return _of_ordinary_user(near)
    for folder in (near, elsewhere(checkout) / name):
        if (folder / "data").exists():
            return _of_existing(folder)
    chosen = account.unprivileged()
    reachable = chosen.can_enter(checkout)
    return Place(near if reachable else elsewhere(checkout) / name, chosen)


def _of_ordinary_user(folder: Path) -> Place:
    ours = account.ours()
    if folder.exists() and account.owner(folder).uid != ours.uid:
        raise PostgresProblem(
            f"{folder} belongs to the account {account.owner(folder).name}, not to {ours.name}: "
            "it was made by root's run. Go on as root, or let root remove the folder "
            "(its records go with it)."
        )
    return Place(folder, ours)


def _of_existing(folder: Path) -> Place:
    owner = account.owner(folder / "data")
    if not owner.can_enter(folder):
        raise PostgresProblem(
            f"The account {owner.name} owns {folder / 'data'} but may not enter the folders "
            f"above it. Run as {owner.name}, or let that account pass through them."
        )
    return Place(folder, owner)
