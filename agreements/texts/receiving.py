"""Originals come into the storage, byte for byte, and are there before their row is."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from typing import IO, Any

from django.core.files import File as Stream
from django.core.files.storage import default_storage

from agreements.models import Document, File, Job, Text
from agreements.models.vocabulary import JobKind

CHUNK = 1 << 20  # bytes


class Hashed(Stream):
    """Tells what went through it: ``digest`` and ``passed`` bytes. Has no path to be moved from."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        super().__init__(stream, name)
        self.digest = hashlib.sha256()
        self.passed = 0

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        self.file.seek(0)
        while chunk := self.file.read(CHUNK):
            self.digest.update(chunk)
            self.passed += len(chunk)
            yield chunk


def keep(
    stream: IO[bytes],
    name: str,
    kind: str,
    *,
    document: Document | None = None,
    text: Text | None = None,
    user: Any = None,
    **values: Any,
) -> File:
    """Store the bytes and make the row, and the job that reads the words. Needs a transaction.

    ``stream`` can be sought and has been examined; ``values`` are other fields: ``pages``,
    ``is_signed``, ``is_public``, ``position``, ``replaces`` and ``reason``. Where the transaction
    fails, the bytes stay behind and ``check_files`` reports them: nothing is deleted in a request.
    """
    key = uuid.uuid4()
    file = File(
        document=document,
        text=text,
        key=key,
        name=name,
        kind=kind,
        received_by=user.get_username() if user else "",
        **values,
    )
    passing = Hashed(stream, file.path)
    stored = default_storage.save(file.path, passing)
    if stored != file.path:
        raise FileExistsError(f"The storage has something under {file.path} already.")
    file.size, file.sha256 = passing.passed, passing.digest.hexdigest()
    file.save(force_insert=True)
    Job.objects.create(kind=JobKind.WORDS, file=file)
    return file


def held_already(sha256: str) -> Any:
    """Files with these bytes, wherever they are; for those only who may see drafts."""
    return File.objects.filter(sha256=sha256).select_related("document", "text")
