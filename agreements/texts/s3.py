"""Originals in a bucket that speaks S3. Needs the extra ``s3``; settings import it by name only."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from storages.backends.s3 import S3Storage

from .storages import Stretch

ABSENT = {"404", "NoSuchKey", "NotFound"}
# Other makers' servers know no checksums that are newer than they are. A reader waits.
ASKING = Config(
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=5,
    read_timeout=20,
    retries={"max_attempts": 2, "mode": "standard"},
)


@contextmanager
def as_of_files() -> Iterator[None]:
    """What goes wrong is told as it would be of a folder: FileNotFoundError, or OSError."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] in ABSENT:
            raise FileNotFoundError(str(error)) from error
        raise OSError(str(error)) from error
    except BotoCoreError as error:
        raise OSError(str(error)) from error


class Bucket(S3Storage):
    """A bucket, read in stretches: the storage's own file would fetch all of it first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.client_config = self.client_config.merge(ASKING)

    def stretch(self, name: str, start: int = 0, length: int | None = None) -> Stretch:
        """As that of a folder."""
        last = "" if length is None else start + length - 1
        asked = {"Range": f"bytes={start}-{last}"} if start or length is not None else {}
        with as_of_files():
            found = self.bucket.Object(self._normalize_name(name)).get(**asked)
        whole = int(found.get("ContentRange", "").rpartition("/")[2] or found["ContentLength"])
        return Stretch(Body(found["Body"]), length, whole)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with as_of_files():
            return super().listdir(name)

    def get_modified_time(self, name: str) -> Any:
        with as_of_files():
            return super().get_modified_time(name)

    def exists(self, name: str) -> bool:
        with as_of_files():
            return super().exists(name)

    def _save(self, name: str, content: File) -> str:
        """In one go from beginning to end, so that what is counted is what is stored."""
        with as_of_files():
            return super()._save(name, Passing(content))


class Body:
    """The body of an answer, whose errors are those of a file."""

    def __init__(self, body: Any) -> None:
        self.body = body

    def read(self, size: int) -> bytes:
        with as_of_files():
            return self.body.read(size)

    def close(self) -> None:
        self.body.close()


class Passing(io.RawIOBase):
    """The chunks of a file as a stream that can't be sought."""

    def __init__(self, content: File) -> None:
        self.chunks = content.chunks()
        self.rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        found = []
        while size and (piece := self.rest or next(self.chunks, b"")):
            taken = piece if size < 0 else piece[:size]
            self.rest = piece[len(taken) :]
            size -= len(taken) if size > 0 else 0
            found.append(taken)
        return b"".join(found)
