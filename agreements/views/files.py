"""Originals, byte for byte: whole, in parts, or not at all where the reader has them."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.utils.log import log_response
from django.views.decorators.http import require_safe

from agreements.models import Document, File
from agreements.models.vocabulary import FileKind

from .pages import gone, moved
from .permanent import permanent
from .ranges import NoSuchPart, Part, part, sent

CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.TIFF: "image/tiff",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.HTML: "text/html",
    FileKind.TEXT: "text/plain",
}
# The others are kept by the reader: an HTML page of somebody else is never shown as one of ours.
INLINE = {FileKind.PDF, FileKind.JPEG, FileKind.PNG, FileKind.TEXT}
# What a browser shows by itself runs nothing and fetches nothing.
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
# Browsers show a PDF by a page of their own, which a stricter policy stops in some of them.
OF_PDF = "frame-ancestors 'none'"
LONGEST_READ = 1 << 20  # bytes of a plain text whose encoding is looked for


@require_safe
def file(request: HttpRequest, pk: int, name: str = "") -> HttpResponseBase:
    found = File.objects.published().select_related("text").filter(pk=pk).first()
    if found is None:
        return gone_with_its_document(request, pk)
    if request.path != found.get_absolute_url():
        return moved(request, found.get_absolute_url())
    try:
        response = given(request, found)
    except OSError as error:
        return out_of_reach(request, found, error)
    if response.status_code < 300:
        landing = permanent(request, "document", found.document_id)
        response["Link"] = f'<{landing}>; rel="collection"; type="text/html"'
    return response


def gone_with_its_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 unless its document was withdrawn."""
    once = File.objects.withdrawn().filter(pk=pk).first()
    if once is None:
        raise Http404
    return gone(
        request, Document.objects.withdrawn().for_list(timezone.localdate()), once.document_id
    )


def given(request: HttpRequest, found: File) -> HttpResponseBase:
    """Raises OSError where its bytes can't be read, or are fewer or more than were received."""
    etag, modified = f'"{found.sha256}"', int(found.received_at.timestamp())
    state = {"ETag": etag, "Last-Modified": http_date(modified)} | policy(found)
    unasked = HttpResponse(headers=state)
    response = get_conditional_response(request, etag, modified, unasked)
    if response is not unasked:
        return with_headers(response, policy(found))
    try:
        asked = part(request, found.size, etag, modified)
    except NoSuchPart:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{found.size}"})
    more = {
        "Content-Type": content_type(found),
        "Content-Language": found.text.language if found.text else "und",
        "Content-Disposition": disposition(found),
    }
    return with_headers(answer(request, found, asked), state | more)


def with_headers(response: HttpResponseBase, headers: dict[str, str]) -> HttpResponseBase:
    for name, value in headers.items():
        response.headers[name] = value
    return response


def policy(found: File) -> dict[str, str]:
    """Also of an answer without the file: a browser takes what it says for what it has kept."""
    return {
        "Content-Security-Policy": OF_PDF if found.kind == FileKind.PDF else NOTHING,
        "X-Content-Type-Options": "nosniff",
    }


def answer(request: HttpRequest, found: File, asked: Part | None) -> HttpResponseBase:
    """The bytes, or the word to the web server in front that it is to send them."""
    if settings.FILES_ARE_SENT_BY in FORWARDED:
        must_be_whole(default_storage.size(found.path), found)
        return HttpResponse(headers=FORWARDED[settings.FILES_ARE_SENT_BY](found))
    start, length = (asked.start, asked.length) if asked else (0, found.size)
    stretch = default_storage.stretch(found.path, start, length)
    try:
        must_be_whole(stretch.whole, found)
    except OSError:
        stretch.close()
        raise
    return sent(request, stretch, found.size, asked)


def must_be_whole(size: int, found: File) -> None:
    if size != found.size:
        raise OSError(f"{found.path} has {size} bytes instead of {found.size}")


def to_nginx(found: File) -> dict[str, str]:
    return {"X-Accel-Redirect": f"{settings.FILES_PREFIX}{found.path}"}


def to_apache(found: File) -> dict[str, str]:
    return {"X-Sendfile": default_storage.path(found.path)}


FORWARDED = {"nginx": to_nginx, "apache": to_apache}


def content_type(found: File) -> str:
    """Of a text with its encoding where that is sure; a browser guesses better than we others."""
    kind = CONTENT_TYPES[FileKind(found.kind)]
    if found.kind == FileKind.TEXT and found.size <= LONGEST_READ:
        stretch = default_storage.stretch(found.path)
        try:
            return f"{kind}; charset=utf-8" if is_utf_8(stretch) else kind
        finally:
            stretch.close()
    return kind


def is_utf_8(pieces: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces:
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def disposition(found: File) -> str:
    is_attachment = found.kind not in INLINE
    return content_disposition_header(is_attachment, found.download_name) or "inline"


def out_of_reach(request: HttpRequest, found: File, error: OSError) -> HttpResponse:
    """A page that says so, and a line for whoever looks after the storage."""
    response = render(request, "file_out_of_reach.html", {"file": found}, status=503)
    log_response("File %s can't be given: %s", found.pk, error, response=response, request=request)
    return response
