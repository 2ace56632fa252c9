"""Makes .venv and installs the locked packages: `python3 -m archive.setup_env trial` (bench, dev).

Run by whatever Python there is, before anything is installed: standard library only. Nothing is
done when the lock file has not changed. Whatever is missing is named in one sentence.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 11)
CHECKOUT = Path(__file__).resolve().parent.parent
# What is in place after installing each lock: each has the packages of those before it.
COVERED = {
    "trial": ["trial"],
    "bench": ["trial", "bench"],
    "dev": ["trial", "bench", "dev"],
}
STAMPS = "pacta-installed"
IS_WHOLE = """
import pathlib, sys
packages = pathlib.Path(sys.prefix, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
sys.exit(sys.prefix == sys.base_prefix or not packages.is_dir())
"""


class SetupProblem(Exception):
    """Something that the person at the keyboard has to settle; the message says how."""


def main() -> None:
    try:
        require_python(sys.version_info[:2])
        set_up(CHECKOUT, sys.argv[1])
    except SetupProblem as problem:
        sys.exit(f"pacta: {problem}")
    except PermissionError as error:
        sys.exit(
            f"pacta: This account may not use {error.filename}. Another account began here; "
            "go on as that one, or remove what it made (.venv and .data)."
        )


def set_up(checkout: Path, kind: str) -> None:
    """Bring .venv in step with requirements-KIND.lock. A .venv that it began and could not finish
    is removed: half of one would pass for a whole one."""
    venv = checkout / ".venv"
    with _alone(checkout):
        is_new = not _is_usable(venv)
        if not is_new and _stamp(checkout, kind) in _stamps(venv):
            return
        try:
            if is_new:
                _make(venv)
            _install(venv, checkout / _lock(kind))
        except BaseException:
            if is_new:
                shutil.rmtree(venv, ignore_errors=True)
            raise
        stamps = [_stamp(checkout, covered) for covered in COVERED[kind]]
        (venv / STAMPS).write_text("\n".join(stamps))


def require_python(version: tuple[int, ...]) -> None:
    if version < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise SetupProblem(
            f"Python {oldest} or newer is needed, and this is {'.'.join(map(str, version))}. "
            f"Install one and name it, as in: make run PYTHON=python{oldest}"
        )


def require_pip() -> None:
    if not find_spec("pip") and not find_spec("ensurepip"):
        raise SetupProblem(
            "This Python has no pip to install with. On Debian: apt-get install python3-venv"
        )


def _is_usable(venv: Path) -> bool:
    """Whether its Python runs, is of the version that it was made for, and keeps to itself."""
    python = venv / "bin" / "python"
    return python.exists() and subprocess.run([python, "-c", IS_WHOLE]).returncode == 0


def _make(venv: Path) -> None:
    """Without pip of its own, which takes seconds, where this Python's pip can do the work."""
    require_pip()
    shutil.rmtree(venv, ignore_errors=True)
    print("Making .venv ...", flush=True)
    _run(sys.executable, "-m", "venv", "--without-pip", str(venv))


def _install(venv: Path, lock: Path) -> None:
    python = str(venv / "bin" / "python")
    print(f"Installing {lock.name} ...", flush=True)
    if find_spec("pip"):
        pip = [sys.executable, "-m", "pip", "--python", python]
    else:
        _run(python, "-m", "ensurepip")
        pip = [python, "-m", "pip"]
    _run(*pip, "install", "--quiet", "--disable-pip-version-check", "--no-input",
         "--require-hashes", "--requirement", str(lock))  # fmt: skip


def _run(*command: str) -> None:
    if subprocess.run(command).returncode != 0:
        raise SetupProblem(f"This failed, for the reason above: {' '.join(command)}")


def _lock(kind: str) -> str:
    return f"requirements-{kind}.lock"


def _stamp(checkout: Path, kind: str) -> str:
    return f"{_lock(kind)} {hashlib.sha256((checkout / _lock(kind)).read_bytes()).hexdigest()}"


def _stamps(venv: Path) -> list[str]:
    stamps = venv / STAMPS
    return stamps.read_text().splitlines() if stamps.exists() else []


@contextmanager
def _alone(checkout: Path) -> Iterator[None]:
    """One process at a time for a checkout."""
    with (checkout / "pyproject.toml").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    main()
