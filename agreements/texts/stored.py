"""Files of the storage as programs want them: at a path of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


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
        with closing(default_storage.stretch(name)) as pieces:
            copy.writelines(pieces)
        copy.flush()
        yield Path(copy.name)


def read(name: str) -> bytes:
    """All of it at once; FileNotFoundError, or OSError where the storage is out of reach."""
    with closing(default_storage.stretch(name)) as pieces:
        return b"".join(pieces)


def replace(name: str, content: bytes) -> None:
    """Put it there whole, in the place of what is there: in a folder. In a bucket what is first
    stays, since nothing is deleted there."""
    path = path_of(name)
    if path is None:
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(content))
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as fresh:
        fresh.write(content)
    os.chmod(fresh.name, settings.FILE_UPLOAD_PERMISSIONS)
    os.replace(fresh.name, path)


def path_of(name: str) -> Path | None:
    try:
        return Path(default_storage.path(name))
    except NotImplementedError:
        return None
