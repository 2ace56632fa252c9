"""Files of the storage as programs want them: at a path of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import default_storage

CHUNK = 1 << 20  # bytes


@contextmanager
def local(name: str) -> Iterator[Path]:
    """Where the bytes are, to be read and never written; a remote storage's are copied meanwhile.

    ``FileNotFoundError`` where the storage has none of that name.
    """
    if path := path_of(name):
        if not path.is_file():
            raise FileNotFoundError(name)
        yield path
        return
    with NamedTemporaryFile(prefix="pacta-") as copy:
        with default_storage.open(name) as stored:
            shutil.copyfileobj(stored, copy, CHUNK)
        copy.flush()
        yield Path(copy.name)


def path_of(name: str) -> Path | None:
    try:
        return Path(default_storage.path(name))
    except NotImplementedError:
        return None
