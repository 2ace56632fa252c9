"""What a trial makes for itself in `.data/`: secrets that are this machine's alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def secret(path: Path, size: int) -> str:
    """The secret in a file that only its owner may read, made at first use of `size` random bytes.

    It gets its name when it is whole, and the first of two processes that make one wins.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o711, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(size))
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text()
