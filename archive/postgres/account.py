"""The account that the server's processes run as: PostgreSQL refuses to be root."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

ORDINARY = ("postgres", "nobody")  # the first is there where Debian's package is, the second always


@dataclass(frozen=True)
class Account:
    name: str
    uid: int
    gid: int

    @property
    def is_another(self) -> bool:
        return self.uid != os.geteuid()

    def popen_arguments(self) -> dict[str, object]:
        """What makes `subprocess` start a program as this account."""
        if not self.is_another:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Whether the account may pass through every folder down to this one that exists."""
        existing = (step for step in (folder, *folder.parents) if step.exists())
        return all(self._may_pass(step.stat()) for step in existing)

    def _may_pass(self, status: os.stat_result) -> bool:
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)


def ours() -> Account:
    return _numbered(os.geteuid())


def owner(folder: Path) -> Account:
    return _numbered(folder.stat().st_uid)


def unprivileged() -> Account:
    """What root chooses where nothing is made yet."""
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = next(known[name] for name in ORDINARY if name in known)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _numbered(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:  # containers run as numbers without a name
        return Account(f"number {uid}", uid, uid)
    return Account(entry.pw_name, uid, entry.pw_gid)
