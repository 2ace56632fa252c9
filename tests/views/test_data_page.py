"""The page of what can be taken along as a whole, and the files behind it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import html5lib
import pytest
from django.test import Client
from django.test.utils import override_settings

from agreements.exporting.dumping.dump import make
from agreements.exporting.dumping.folders import Dump
from agreements.models import Document
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def root(tmp_path: Path, settings) -> Path:
    settings.DUMPS_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def dump(root: Path) -> Dump:
    builders.document("Agreement on roads")
    builders.settle()
    return make(root, keep=30)


def test_page_says_that_there_is_none_yet(client: Client) -> None:
    page = client.get("/data/").content.decode()
    assert "No dump has been made yet" in page and "application/ld+json" not in page
    assert client.get("/data/2026-11-27/").status_code == 404


def test_page_shows_every_file_with_its_size_rows_and_hash(client: Client, dump: Dump) -> None:
    page = client.get("/data/").content.decode()
    for file in dump.files:
        assert f'href="/data/{dump.name}/{file.name}"' in page, file.name
        assert file.sha256 in page
    assert f"Data of {dump.day}. http://testserver/data/{dump.name}/" in page
    assert "No licence is given for these data." in page
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(script)
    assert told["@type"] == "Dataset" and told["version"] == dump.name
    urls = {file["name"]: file["contentUrl"] for file in told["distribution"]}
    assert urls["pacta.sqlite"] == f"http://testserver/data/{dump.name}/pacta.sqlite"
    assert f'href="/ru/data/{dump.name}/"' in client.get(f"/data/{dump.name}/").content.decode()


@pytest.mark.parametrize("prefix", ["", "/ru"])
def test_pages_are_sound(client: Client, dump: Dump, root: Path, prefix: str) -> None:
    make(root, keep=30)
    for url in (f"{prefix}/data/", f"{prefix}/data/{dump.name}/"):
        page = client.get(url).content.decode()
        html5lib.HTMLParser(strict=True).parse(page)
        assert page.count("<h1") == 1
        for link in re.findall(r'href="(/[^"#]*)"', page):
            if "/static/" not in link and "/admin/" not in link:
                assert client.get(link).status_code == 200, link


def test_licence_stands_on_the_page(client: Client, dump: Dump, settings) -> None:
    settings.DATA_LICENCE = "CC BY 4.0, https://licence.example/by/4.0/"
    page = client.get("/data/").content.decode()
    assert 'href="https://licence.example/by/4.0/"' in page and "No licence" not in page


def test_older_ones_have_pages(client: Client, dump: Dump, root: Path) -> None:
    newer = make(root, keep=30)
    page = client.get("/data/").content.decode()
    assert f'href="/data/{newer.name}/documents.csv"' in page
    assert f'href="/data/{dump.name}/"' in page
    old = client.get(f"/data/{dump.name}/").content.decode()
    assert f'href="/data/{dump.name}/documents.csv"' in old and f"Data of {dump.name}" in old


def test_page_that_is_kept_no_longer_holds_after_the_next_dump(
    client: Client, dump: Dump, root: Path
) -> None:
    tag = {"If-None-Match": client.get("/data/").headers["ETag"]}
    assert client.get("/data/", headers=tag).status_code == 304
    make(root, keep=30)
    assert client.get("/data/", headers=tag).status_code == 200


@pytest.mark.parametrize("name", ["documents.csv", "pacta.sqlite", "manifest.json", "SHA256SUMS"])
def test_file_comes_byte_for_byte(client: Client, dump: Dump, name: str) -> None:
    url, content = f"/data/{dump.name}/{name}", (dump.path / name).read_bytes()
    response = client.get(url)
    assert b"".join(response.streaming_content) == content
    headers = response.headers
    assert headers["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert headers["Content-Length"] == str(len(content))
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"] == f'attachment; filename="pacta-{dump.name}-{name}"'
    known = client.get(url, headers={"If-None-Match": headers["ETag"]})
    assert (known.status_code, known.content) == (304, b"")
    head = client.head(url)
    assert head.headers == headers and not head.streaming
    part = client.get(url, headers={"Range": "bytes=2-5"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, content[2:6])
    assert part.headers["Content-Range"] == f"bytes 2-5/{len(content)}"
    beyond = client.get(url, headers={"Range": f"bytes={len(content)}-"})
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{len(content)}")


@pytest.mark.parametrize(
    "path",
    [
        "{}/other.csv",
        "{}/secret.txt",
        "{}/../secret.txt",
        "{}/..%2Fsecret.txt",
        "{}/%2E%2E/secret.txt",
        "{}/documents.csv%00",
        "{}/documents.csv/",
        "{}/",
        "{}-2/documents.csv",
        ".half-{}/documents.csv",
        "../secret.txt",
        "secret.txt",
        "9999-99-99/documents.csv",
        "{}-0/documents.csv",
    ],
)
def test_nothing_else_is_given(client: Client, dump: Dump, root: Path, path: str) -> None:
    (root / "secret.txt").write_text("secret")
    (dump.path / "secret.txt").write_text("secret")
    (root / f".half-{dump.name}").symlink_to(dump.path)
    response = client.get(f"/data/{path.format(dump.name)}")
    if path == "{}/":
        assert response.status_code == 200
    else:
        assert response.status_code == 404, path
        assert "There is nothing at this address" in response.content.decode()
    assert "secret.txt" not in response.content.decode() or response.status_code == 404


def test_file_of_a_record_withheld_since_is_not_given(client: Client, dump: Dump) -> None:
    url = f"/data/{dump.name}/documents.csv"
    assert client.get(url).status_code == 200
    Document.objects.update(
        publication_state="withdrawn", withdrawal_reason="An insult.", is_title_withheld=True
    )
    builders.settle()
    for gone in (url, f"/data/{dump.name}/"):
        assert client.get(gone).status_code == 404
    assert "No dump has been made yet" in client.get("/data/").content.decode()


@pytest.mark.parametrize(
    ("server", "header", "value"),
    [
        ("nginx", "X-Accel-Redirect", "/kept-dumps/{dump}/documents.csv"),
        ("apache", "X-Sendfile", "{root}/{dump}/documents.csv"),
    ],
)
def test_server_in_front_is_told_to_send_it(
    client: Client, dump: Dump, root: Path, server: str, header: str, value: str
) -> None:
    with override_settings(FILES_ARE_SENT_BY=server):
        response = client.get(f"/data/{dump.name}/documents.csv")
    assert response.headers[header] == value.format(root=root, dump=dump.name)
    assert response.content == b"" and response.headers["X-Content-Type-Options"] == "nosniff"


def test_spoiled_dump_is_left_out(client: Client, dump: Dump, root: Path) -> None:
    newer = make(root, keep=30)
    (newer.path / "manifest.json").write_text("{")
    page = client.get("/data/")
    assert page.status_code == 200 and f"/data/{dump.name}/documents.csv" in page.content.decode()
    assert client.get(f"/data/{newer.name}/documents.csv").status_code == 404
