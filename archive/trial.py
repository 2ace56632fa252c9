"""What a trial makes for itself in `.data/`: secrets that are this machine's alone."""

import os
import secrets
from pathlib import Path


def secret(path: Path) -> str:
    """The secret kept in a file that only its owner may read, made at first use."""
    path.parent.mkdir(exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()
