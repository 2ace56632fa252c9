"""A large file goes through the form without ever lying in memory."""

from __future__ import annotations

import io
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from agreements.models import Document, File
from tests import builders
from tests.admin.desk import sheet, url_of
from tests.texts import files

MEGABYTE = 1024 * 1024
BOUNDARY = "boundary-of-the-test"


def large_pdf(path: Path, pages: int) -> int:
    """A megabyte of grey for each page; gives its size."""
    drawn = files.Drawn()
    grey = b"/Type /XObject /Subtype /Image /Width 1024 /Height 1024 /ColorSpace /DeviceGray"
    kids = []
    for _ in range(pages):
        image = drawn.stream(os.urandom(MEGABYTE), grey + b" /BitsPerComponent 8", pack=False)
        kids.append(
            drawn.add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /XObject << /I %d 0 R >> >> >>"
                % (drawn.stream(b"q 595 0 0 842 0 0 cm /I Do Q"), image)
            )
        )
    drawn.objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    drawn.objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, listed)
    return path.write_bytes(drawn.bytes())


class Body(io.RawIOBase):
    """What a browser sends, read from disk as it goes."""

    def __init__(self, fields: dict[str, object], path: Path) -> None:
        self.parts = self.sent(fields, path)
        self.left = b""

    def sent(self, fields: dict[str, object], path: Path) -> Iterator[bytes]:
        for name, value in fields.items():
            for one in value if isinstance(value, list) else [value]:
                yield f"{self.head(name)}\r\n\r\n{one}\r\n".encode()
        yield f'{self.head("attachments")}; filename="large.pdf"\r\n\r\n'.encode()
        with path.open("rb") as file:
            while chunk := file.read(64 * 1024):
                yield chunk
        yield f"\r\n--{BOUNDARY}--\r\n".encode()

    def head(self, name: str) -> str:
        return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'

    def read(self, size: int = -1) -> bytes:
        self.left = self.left or next(self.parts, b"")
        piece, self.left = self.left[:size], self.left[size:]
        return piece


@pytest.mark.django_db
def test_large_upload_takes_little_memory(clerk: Client, tmp_path: Path) -> None:
    draft = builders.draft()
    builders.settle()
    path = tmp_path / "large.pdf"
    size = large_pdf(path, pages=60)
    fields = sheet(clerk, url_of(draft))
    tracemalloc.start()
    try:
        response = clerk.request(
            REQUEST_METHOD="POST",
            PATH_INFO=url_of(draft),
            CONTENT_TYPE=f"multipart/form-data; boundary={BOUNDARY}",
            CONTENT_LENGTH=str(size + 10 * MEGABYTE),
            **{"wsgi.input": Body(fields, path)},
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert response.status_code == 302
    file = File.objects.get(document=Document.objects.get())
    assert (file.size, file.pages) == (size, 60)
    assert default_storage.size(file.path) == size
    assert peak < 20 * MEGABYTE, peak
