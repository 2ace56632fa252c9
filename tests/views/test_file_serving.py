"""Originals leave byte for byte, in parts or whole, and only where they are public."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings as configured
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client

from agreements.models import Document, File, Text
from agreements.views import files
from tests import builders

pytestmark = pytest.mark.django_db
BYTES = bytes(range(256)) * 3000
HTML = b"<script>alert(1)</script>"


@pytest.fixture
def document() -> Document:
    return builders.document("Agreement on roads")


@pytest.fixture
def file(document: Document) -> File:
    made = builders.received(document, BYTES, name="Соглашение № 4.pdf")
    made.refresh_from_db()
    builders.settle()
    return made


def body(response: HttpResponse) -> bytes:
    assert response.streaming, "a file is never held whole"
    return b"".join(response.streaming_content)


def part(client: Client, file: File, asked: str, **headers: str) -> HttpResponse:
    return client.get(file.get_absolute_url(), headers={"range": asked, **headers})


def test_whole_file_as_it_was_received(client: Client, file: File) -> None:
    url = file.get_absolute_url()
    assert url == f"/files/{file.pk}/soglashenie-no-4.pdf"
    response = client.get(url)
    assert (response.status_code, body(response)) == (200, BYTES)
    assert response.headers["Content-Length"] == str(len(BYTES))
    assert response.headers["ETag"] == f'"{hashlib.sha256(BYTES).hexdigest()}"'
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert not {"Vary", "Set-Cookie"} & set(response.headers)


def test_head_tells_the_same_and_reads_nothing(client: Client, file: File) -> None:
    whole, head = client.get(file.get_absolute_url()), client.head(file.get_absolute_url())
    body(whole)
    assert head.headers == whole.headers
    assert (head.status_code, head.content, head.streaming) == (200, b"", False)
    ranged = client.head(file.get_absolute_url(), headers={"range": "bytes=0-1"})
    assert (ranged.status_code, ranged.headers["Content-Length"]) == (200, str(len(BYTES)))


def test_name_is_for_looks(client: Client, file: File) -> None:
    for name in ("", "other.pdf", "a%0d%0aSet-Cookie: x", "a%00", "%D0%B0"):
        response = client.get(f"/files/{file.pk}/{name}")
        assert (response.status_code, response.url) == (301, file.get_absolute_url()), name
    assert client.post(file.get_absolute_url()).status_code == 405
    assert client.get(f"/ru/files/{file.pk}/x").status_code == 404


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-300009", 10, 300_010),
        ("bytes=767999-", 767_999, 768_000),
        ("bytes=100-99999999999999999999999999", 100, 768_000),
        ("bytes=-5", 767_995, 768_000),
        ("bytes=-99999999", 0, 768_000),
        ("Bytes = 5-6", 5, 7),
    ],
)
def test_one_part(client: Client, file: File, asked: str, start: int, end: int) -> None:
    response = part(client, file, asked)
    assert (response.status_code, body(response)) == (206, BYTES[start:end])
    assert response.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(BYTES)}"
    assert response.headers["Content-Length"] == str(end - start)
    assert response.headers["ETag"] == f'"{file.sha256}"'


@pytest.mark.parametrize("asked", ["bytes=768000-", "bytes=999999-1000000", "bytes=-0"])
def test_part_that_is_none(client: Client, file: File, asked: str) -> None:
    response = part(client, file, asked)
    assert (response.status_code, response.content) == (416, b"")
    assert response.headers["Content-Range"] == f"bytes */{len(BYTES)}"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=5-2", "bytes=-", "bytes=", "lines=1-2", "bytes=a-b", "x", "²"]
)
def test_what_is_no_part_or_many_gives_the_whole(client: Client, file: File, asked: str) -> None:
    response = part(client, file, asked)
    assert (response.status_code, body(response)) == (200, BYTES)


def test_part_of_another_state_gives_the_whole(client: Client, file: File) -> None:
    first = client.get(file.get_absolute_url())
    body(first)
    for same in (first.headers["ETag"], first.headers["Last-Modified"]):
        assert part(client, file, "bytes=0-1", **{"if-range": same}).status_code == 206
    for other in ('"x"', f"W/{first.headers['ETag']}", "Wed, 04 May 2022 10:00:00 GMT", "junk"):
        assert part(client, file, "bytes=0-1", **{"if-range": other}).status_code == 200, other


def test_what_the_reader_has_is_not_sent_again(client: Client, file: File) -> None:
    url = file.get_absolute_url()
    first = client.get(url)
    body(first)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    for known in (
        {"if-none-match": etag},
        {"if-none-match": f'"x", W/{etag}'},
        {"if-modified-since": modified},
        {"if-none-match": etag, "range": "bytes=0-1"},
    ):
        for ask in (client.get, client.head):
            response = ask(url, headers=known)
            assert (response.status_code, response.content) == (304, b""), known
            assert response.headers["ETag"] == etag
            for name in ("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
                assert response.headers[name] == first.headers[name]
    changed = {"if-none-match": '"x"', "if-modified-since": modified}
    assert client.get(url, headers=changed).status_code == 200
    assert client.get(url, headers={"if-match": '"x"'}).status_code == 412


def test_nothing_is_kept_of_what_the_signed_in_get(admin_client: Client, file: File) -> None:
    """And a browser that reads a long file in parts can still go on."""
    response = admin_client.get(file.get_absolute_url())
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["ETag"] == f'"{file.sha256}"'
    assert body(response) == BYTES


@pytest.mark.parametrize(
    ("kind", "content", "content_type", "is_inline"),
    [
        ("pdf", b"%PDF", "application/pdf", True),
        ("jpeg", b"\xff\xd8", "image/jpeg", True),
        ("png", b"\x89PNG", "image/png", True),
        ("text", "Вода".encode(), "text/plain; charset=utf-8", True),
        ("text", "Вода".encode("cp1251"), "text/plain", True),
        ("text", b"\xd0", "text/plain", True),
        ("html", HTML, "text/html", False),
        ("tiff", b"II*", "image/tiff", False),
        ("odt", b"PK", "application/vnd.oasis.opendocument.text", False),
        ("docx", b"PK", files.CONTENT_TYPES["docx"], False),
    ],
)
def test_each_kind_is_shown_or_kept(
    client: Client,
    document: Document,
    kind: str,
    content: bytes,
    content_type: str,
    is_inline: bool,
) -> None:
    file = builders.received(document, content, kind=kind, name="Paper")
    response = client.get(file.get_absolute_url())
    assert body(response) == content
    assert response.headers["Content-Type"] == content_type
    how, _semicolon, name = response.headers["Content-Disposition"].partition("; ")
    assert how == ("inline" if is_inline else "attachment")
    assert re.fullmatch(r'filename="Paper\.[a-z]+"', name)
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert ("sandbox" in policy) == (kind != "pdf")


def test_language_is_that_of_the_text(client: Client, document: Document) -> None:
    """And never that of the page before it."""
    text = builders.text(document, language="uz-Cyrl")
    for file, language in (
        (builders.received(document, text=text), "uz-Cyrl"),
        (builders.received(document), "und"),
    ):
        response = client.get(file.get_absolute_url())
        body(response)
        assert response.headers["Content-Language"] == language


def test_long_text_is_not_read_for_its_encoding(client: Client, document: Document) -> None:
    file = builders.received(document, b"a" * (files.LONGEST_READ + 1), kind="text")
    response = client.get(file.get_absolute_url())
    body(response)
    assert response.headers["Content-Type"] == "text/plain"


@pytest.mark.parametrize(
    ("name", "kept", "address"),
    [
        ("plain.pdf", "plain.pdf", "plain.pdf"),
        ('a "quoted" name\\.pdf', 'a "quoted" name_.pdf', "a-quoted-name.pdf"),
        ("Соглашение.PDF", "Соглашение.pdf", "soglashenie.pdf"),
        ("и\u0306од.pdf", "йод.pdf", "yod.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf", "a-set-cookie-x-1.pdf"),
        ("agreement.exe", "agreement.exe.pdf", "agreement-exe.pdf"),
        ("../../etc/passwd", ".._.._etc_passwd.pdf", "etc-passwd.pdf"),
        ("x\u202efdp.exe", "x_fdp.exe.pdf", "x-fdp-exe.pdf"),
        (".pdf", ".pdf.pdf", "pdf.pdf"),
        ("…", "….pdf", "file.pdf"),
        ("ы" * 500 + ".pdf", "ы" * 120 + ".pdf", None),
    ],
)
def test_names_of_all_sorts(
    client: Client, document: Document, name: str, kept: str, address: str | None
) -> None:
    file = builders.received(document, BYTES, name=name)
    file.refresh_from_db()
    response = client.get(file.get_absolute_url())
    assert response.status_code == 200
    body(response)
    said = response.headers["Content-Disposition"]
    assert said.startswith("inline; ")
    told = said.removeprefix("inline; ")
    if told.startswith("filename*"):
        assert unquote(told.removeprefix("filename*=utf-8''")) == kept
    else:
        assert told == 'filename="{}"'.format(kept.replace("\\", "\\\\").replace('"', '\\"'))
    assert address in (None, file.get_absolute_url().rpartition("/")[2])


def test_control_signs_in_a_name_break_no_header(client: Client, document: Document) -> None:
    """A form takes them out; whoever writes past it gets no error either."""
    file = builders.received(document, BYTES, name="a")
    file.name = "a\r\nb\x7f\u2028c"
    assert file.download_name == "a__b__c.pdf"
    file.name = "и\u0306од"
    assert file.download_name == "йод.pdf"
    assert "\n" not in files.disposition(file)


def every_form(client: Client, file: File) -> list[HttpResponse]:
    url = file.get_absolute_url()
    known = {"if-none-match": f'"{file.sha256}"'}
    return [
        client.get(url),
        client.head(url),
        client.get(f"/files/{file.pk}/"),
        client.get(f"/files/{file.pk}/other.pdf"),
        client.get(url, headers=known),
        client.get(url, headers={"range": "bytes=0-1"}),
        client.get(url, headers={"range": "bytes=-1", "if-range": known["if-none-match"]}),
    ]


def test_what_is_not_public_is_not_found(
    client: Client, admin_client: Client, document: Document
) -> None:
    draft, text = builders.draft(), builders.text(document, is_public=False)
    for hidden in (
        builders.received(draft),
        builders.received(draft, text=builders.text(draft)),
        builders.received(document, text=text),
        builders.received(document, is_public=False),
        builders.received(None),
        builders.received(builders.document(publication_state="in_review")),
    ):
        for reader in (client, admin_client):
            assert {response.status_code for response in every_form(reader, hidden)} == {404}
    for number in (0, 999_999_999, 10**30):
        assert client.get(f"/files/{number}/").status_code == 404


def test_file_of_a_withdrawn_document_is_gone(client: Client, document: Document) -> None:
    text = builders.text(document)
    file, inside = (
        builders.received(document, text=text),
        builders.received(document, is_public=False),
    )
    builders.settle()
    Document.objects.update(publication_state="withdrawn", withdrawal_reason="Told apart.")
    for response in every_form(client, file):
        assert response.status_code == 410
    page = client.get(file.get_absolute_url()).content.decode()
    assert "Told apart." in page and "Agreement on roads" in page
    assert {response.status_code for response in every_form(client, inside)} == {404}
    Text.objects.update(is_public=False)
    assert {response.status_code for response in every_form(client, file)} == {404}


def test_former_version_is_still_given(client: Client, document: Document, file: File) -> None:
    builders.received(document, b"new", replaces=file, reason="A page was missing.")
    assert body(client.get(file.get_absolute_url())) == BYTES


def test_bytes_that_are_not_there_are_said_and_logged(
    client: Client, file: File, caplog: pytest.LogCaptureFixture
) -> None:
    path = Path(default_storage.path(file.path))
    for damage in (lambda: path.write_bytes(BYTES[:-1]), path.unlink):
        damage()
        for ask in (client.get, client.head):
            caplog.clear()
            response = ask(file.get_absolute_url())
            assert response.status_code == 503
            assert response.headers["Cache-Control"] == "private, no-store"
            assert f"File {file.pk} can't be given" in caplog.text
            assert "Traceback" not in caplog.text
    page = client.get(file.get_absolute_url()).content.decode()
    assert "Соглашение № 4.pdf" in page and file.document.get_absolute_url() in page
    assert str(path) not in page and file.key.hex not in page


@pytest.mark.parametrize(
    ("server", "header"), [("nginx", "X-Accel-Redirect"), ("apache", "X-Sendfile")]
)
def test_server_in_front_is_told_where_it_is(
    client: Client, file: File, settings: Any, server: str, header: str
) -> None:
    settings.FILES_ARE_SENT_BY = server
    response = part(client, file, "bytes=0-1")
    assert (response.status_code, response.content) == (200, b"")
    place = {"nginx": f"/kept-files/{file.path}", "apache": default_storage.path(file.path)}
    assert response.headers[header] == place[server]
    assert response.headers["ETag"] == f'"{file.sha256}"'
    assert response.headers["Content-Type"] == "application/pdf"
    hidden = builders.received(builders.draft())
    for response in every_form(client, hidden):
        assert response.status_code == 404
        assert header not in response.headers
    Path(default_storage.path(file.path)).unlink()
    assert client.get(file.get_absolute_url()).status_code == 503


def test_this_program_sends_unless_told_otherwise(client: Client, file: File) -> None:
    assert configured.FILES_ARE_SENT_BY == "pacta"
    response = client.get(file.get_absolute_url())
    body(response)
    assert not {"X-Accel-Redirect", "X-Sendfile"} & set(response.headers)


def test_only_so_much_is_read_at_once(client: Client, document: Document) -> None:
    file = builders.received(document, b"a" * 3_000_000)
    pieces = list(client.get(file.get_absolute_url()).streaming_content)
    assert max(map(len, pieces)) <= 1 << 18
    assert sum(map(len, pieces)) == 3_000_000


def test_takes_two_statements(client: Client, file: File, django_assert_num_queries: Any) -> None:
    """The version of the content, and the file."""
    with django_assert_num_queries(2 + 2):  # a savepoint of the test, and its release
        body(client.get(file.get_absolute_url()))
