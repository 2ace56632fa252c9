"""Uploads go to disk as they come in, of those who are signed in, up to the largest size."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NoReturn

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    SkipFile,
    TemporaryFileUploadHandler,
)
from django.utils.translation import gettext as _

MOST = 50  # files of one form


class ToDisk(TemporaryFileUploadHandler):
    """What is not received is read to its end, so that the sender gets an answer, and dropped.

    ``request.not_received`` has it then: (name of the field, name of the file, why).
    """

    received = 0

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        FileUploadHandler.new_file(self, field_name, file_name, *args, **kwargs)
        # Named afterwards: else the name's ending, of any length, would end the temporary one.
        self.file = TemporaryUploadedFile("upload", self.content_type, 0, self.charset)
        self.file.name = file_name
        if not is_signed_in(self.request):
            self.drop(
                _(
                    "“%(name)s” was not received, as your session had ended. Choose it once more, "
                    "or save without it."
                )
            )
        self.received += 1
        if self.received > MOST:
            self.drop(_("“%(name)s” was not received: send at most %(most)s files at once."))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.FILE_MAX_SIZE:
            self.drop(_("“%(name)s” is larger than %(limit)s MB, the most that the archive takes."))
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            self.drop(no_room())

    def file_complete(self, file_size: int) -> TemporaryUploadedFile | None:
        """None where the last bytes found no room."""
        try:
            return super().file_complete(file_size)
        except OSError:
            self.note(no_room())
            with suppress(OSError):  # it tries once more to write them, and removes the file
                self.file.close()
            return None

    def drop(self, words: str) -> NoReturn:
        self.note(words)
        raise SkipFile

    def note(self, words: str) -> None:
        limit = settings.FILE_MAX_SIZE // 1024**2
        values = {"name": self.file.name, "limit": limit, "most": MOST}
        dropped = getattr(self.request, "not_received", [])
        self.request.not_received = [*dropped, (self.field_name, self.file.name, words % values)]


def no_room() -> str:
    return _(
        "“%(name)s” could not be received: there is no room for it. Tell those who run the "
        "archive, and try again later."
    )


def is_signed_in(request: Any) -> bool:
    """Nobody else has a form with files; their bytes would fill the disk."""
    return bool(getattr(request, "user", None) and request.user.is_authenticated)
