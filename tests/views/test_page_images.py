"""Pictures of pages: of what is public alone, painted once, and not too many at a time."""

from __future__ import annotations

import io

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from PIL import Image
from pytest_django import Settings

from agreements.models import Document, File, Text
from agreements.texts import page_images, stored
from agreements.texts.formats import examining
from agreements.texts.formats.limits import Limits
from agreements.texts.formats.problem import Refused
from tests import builders
from tests.texts import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    return builders.document("Agreement on roads")


@pytest.fixture
def file(document: Document) -> File:
    made = builders.received(document, files.pdf(files.ENGLISH), pages=2)
    builders.settle()
    return made


def address(file: File, page: int | str = 1, width: str = "") -> str:
    return f"/files/{file.pk}/pages/{page}.webp{f'?width={width}' if width else ''}"


def size(content: bytes) -> tuple[int, int]:
    image = Image.open(io.BytesIO(content))
    assert image.format == "WEBP"
    return image.size


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Page and width of each picture that is painted from now on."""
    asked: list[tuple[int, int]] = []
    paint = examining.paint

    def noted(path: str, kind: str, number: int, width: int, limits: object) -> bytes:
        asked.append((number, width))
        return paint(path, kind, number, width, limits)

    monkeypatch.setattr(examining, "paint", noted)
    return asked


def test_page_is_painted_once_in_two_widths(
    client: Client, file: File, painted: list[tuple[int, int]]
) -> None:
    for width, wide in [("", 1200), ("1200", 1200), ("480", 480)] * 2:
        response = client.get(address(file, 2, width))
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/webp")
        assert size(response.content)[0] == wide
    assert painted == [(2, 1200), (2, 480)]
    assert default_storage.exists(f"derived/{file.key.hex[:2]}/{file.key.hex}/2-480.webp")


def test_browser_keeps_it_and_asks(client: Client, file: File) -> None:
    first = client.get(address(file))
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    tag = first.headers["ETag"]
    again = client.get(address(file), headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address(file, 2), headers={"if-none-match": tag}).status_code == 200
    File.objects.filter(pk=file.pk).update(is_public=False)
    assert client.get(address(file), headers={"if-none-match": tag}).status_code == 404


@pytest.mark.parametrize(
    ("page", "width"),
    [
        (0, ""), (3, ""), ("9" * 20, ""), (1, "0"), (1, "481"), (1, "x"), (1, "%00"), (-1, ""),
        ("x", ""), (1, "480 "),
    ],
)  # fmt: skip
def test_page_or_width_that_is_not_there_is_not_found(
    client: Client, file: File, painted: list[tuple[int, int]], page: int | str, width: str
) -> None:
    assert client.get(address(file, page, width)).status_code == 404
    assert not painted


def test_what_is_not_public_has_no_pictures(client: Client, document: Document, file: File) -> None:
    draft = builders.received(builders.draft(), files.pdf(files.ENGLISH), pages=2)
    inbox = builders.received(None, files.pdf(files.ENGLISH), pages=2)
    held = Text.objects.create(document=document, language="en", is_public=False)
    of_text = builders.received(document, files.pdf(files.ENGLISH), pages=2, text=held)
    for one in (draft, inbox, of_text):
        page_images.keep_preview(one)
        assert client.get(address(one, 1, "480")).status_code == 404
        assert client.get(address(one)).status_code == 404
    assert client.get(address(file)).status_code == 200


def test_kind_without_pages_has_no_pictures(client: Client, document: Document) -> None:
    written = builders.received(document, b"All about the wombat.", kind="text")
    assert client.get(address(written)).status_code == 404


def test_page_that_can_not_be_painted_is_tried_once(
    client: Client, document: Document, painted: list[tuple[int, int]]
) -> None:
    broken = builders.received(document, files.pdf(files.ENGLISH)[:300], pages=2)
    assert client.get(address(broken)).status_code == 404
    assert client.get(address(broken)).status_code == 404
    assert painted == [(1, 1200)]


def test_picture_that_a_busy_machine_did_not_paint_is_tried_again(
    client: Client, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(page_images, "LIMITS", Limits(clock=0))
        assert client.get(address(file)).status_code == 503
    assert client.get(address(file)).status_code == 200


def test_empty_picture_is_painted_anew(client: Client, file: File) -> None:
    whole = client.get(address(file)).content
    name = page_images.path_of(file, 1, 1200)
    stored.replace(name, b"")
    assert client.get(address(file)).content == whole
    assert stored.read(name) == whole


def test_picture_that_can_not_be_kept_is_shown(
    client: Client, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(stored, "replace", full)
    assert size(client.get(address(file)).content)[0] == 1200


def test_folder_holds_pictures_and_nothing_half_written(client: Client, file: File) -> None:
    name = page_images.path_of(file, 1, 480)
    stored.replace(name, b"one")
    stored.replace(name, b"two")
    assert stored.read(name) == b"two"
    assert default_storage.listdir(name.rpartition("/")[0])[1] == ["1-480.webp"]


def test_pictures_of_a_remote_storage(client: Client, document: Document, far: None) -> None:
    file = builders.received(document, files.pdf(files.ENGLISH), pages=2)
    assert size(client.get(address(file, 2)).content)[0] == 1200
    stored.replace(page_images.path_of(file, 2, 1200), b"another")
    assert size(client.get(address(file, 2)).content)[0] == 1200


def test_original_that_is_away_is_said_to_be_so(client: Client, file: File) -> None:
    default_storage.delete(file.path)
    response = client.get(address(file))
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


def test_few_are_painted_at_once(
    client: Client, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_images, "PATIENCE", 0)
    others = connection.copy()
    lock = "SELECT pg_advisory_lock(%s, %s)"
    with others.cursor() as cursor:
        for place in range(page_images.AT_ONCE):
            cursor.execute(lock, [page_images.LOCK, place])
        assert client.get(address(file)).status_code == 503
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [page_images.LOCK, 1])
        assert client.get(address(file)).status_code == 200
        cursor.execute("SELECT pg_advisory_unlock_all()")
    others.close()


def test_one_address_sees_so_many_in_a_minute(
    client: Client, file: File, settings: Settings
) -> None:
    settings.PAGE_IMAGES_PER_MINUTE = 3
    answers = [client.get(address(file)).status_code for _n in range(4)]
    assert answers == [200, 200, 200, 429]
    assert int(client.get(address(file)).headers["Retry-After"]) > 0
    assert client.get(address(file), REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get("/documents/").status_code == 200


def test_picture_can_not_be_posted(client: Client, file: File) -> None:
    assert client.post(address(file)).status_code == 405


def test_preview_that_fails_stops_nothing(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise Refused("takes_too_long", of="clock")

    monkeypatch.setattr(examining, "paint", refuse)
    page_images.keep_preview(file)
    default_storage.delete(file.path)
    page_images.keep_preview(file)
