"""Where a private cluster keeps its files.

In the checkout's `.data/`; but where root runs us and the server's unprivileged account can't
get there (a checkout in /root), in /var/lib/pacta-dev. No existing folder's rights are widened.
"""

import hashlib
import os
import shlex
import stat
from dataclasses import dataclass
from pathlib import Path

from . import account
from .account import Account
from .errors import PostgresProblem

ELSEWHERE = Path("/var/lib/pacta-dev")
TEMPORARY = Path("/tmp")  # never TMPDIR: processes that share a server may differ in it
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET = 107  # bytes that sockaddr_un.sun_path holds beside the closing NUL


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
        """The folder of the server's socket: in /tmp where the usual path is too long for one,
        or has a comma, at which libpq ends a host's name."""
        usual = self.folder / "socket"
        path = os.fsencode(usual / SOCKET_NAME)
        if len(path) <= LONGEST_SOCKET and b"," not in path:
            return usual
        return TEMPORARY / f"pacta-{self.account.uid}-{digest(self.folder)}"

    def prepare(self) -> None:
        """Make the folders that are missing, private to the account."""
        try:
            make_passable(self.folder.parent)
            self._make_private(self.folder)
            self._make_private(self.socket)
        except PermissionError as error:
            raise PostgresProblem(
                f"The account {account.ours().name} may not make {error.filename}. Another "
                "account began here; go on as that one, or remove what it made."
            ) from None

    def _make_private(self, folder: Path) -> None:
        """Make or accept a folder. In /tmp anybody may have made one first, or a link."""
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), self.account.uid}:
            raise PostgresProblem(f"{folder} is somebody else's; remove it first.")
        if found.st_uid != self.account.uid:
            os.chown(folder, self.account.uid, self.account.gid)


def digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def elsewhere(checkout: Path) -> Path:
    return ELSEWHERE / digest(checkout)


def make_passable(folder: Path) -> None:
    """Make a folder and those above it that are missing, for anyone to pass through, not to list,
    whatever the umask."""
    if not folder.exists():
        make_passable(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o711)


def find_place(checkout: Path, name: str) -> Place:
    """The place of the checkout's cluster of that name. Only looks; makes nothing."""
    near = checkout / ".data" / name
    far = elsewhere(checkout) / name
    if os.geteuid() != 0:
        return _of_ordinary_user(near)
    for folder in (near, far):
        if (folder / "data").exists():
            return _of_existing(folder)
    chosen = account.unprivileged()
    return Place(near if chosen.can_enter(near.parent) else far, chosen)


def _of_ordinary_user(folder: Path) -> Place:
    ours = account.ours()
    if folder.exists() and account.owner(folder) != ours:
        raise PostgresProblem(
            f"{folder} belongs to the account {account.owner(folder).name}, not to {ours.name}: "
            "root began here. Go on as root, or let root remove that folder "
            "(its records go with it)."
        )
    return Place(folder, ours)


def _of_existing(folder: Path) -> Place:
    owner = account.owner(folder / "data")
    if owner.uid == 0:  # what `cp -r` by root makes of it
        raise PostgresProblem(
            f"{folder} belongs to root, and PostgreSQL won't run as root. Give it to an account "
            f"that may: chown -R {account.unprivileged().name} {shlex.quote(str(folder))}"
        )
    if not owner.can_enter(folder):
        raise PostgresProblem(
            f"{folder / 'data'} belongs to the account {owner.name}, which may no longer pass "
            f"through the folders above it. Run as {owner.name}, or let it pass."
        )
    return Place(folder, owner)
