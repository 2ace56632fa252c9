"""What comes in is written to disk and stops at the largest size, with an answer all the same."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from agreements.middleware.uploads import MOST


def sent(user: Any, **fields: Any) -> HttpRequest:
    request = RequestFactory().post("/", fields)
    request.user = user
    len(request.FILES)
    return request


def file(name: str, size: int = 10) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def names(request: HttpRequest) -> list[str]:
    return [upload.name for field in request.FILES for upload in request.FILES.getlist(field)]


def test_smallest_file_is_on_disk() -> None:
    upload = sent(User(), map=file("map.png")).FILES["map"]
    assert isinstance(upload, TemporaryUploadedFile)
    assert (upload.read(), upload.size) == (b"x" * 10, 10)


@pytest.mark.parametrize("order", [[10, 200_000, 20], [10, 20, 200_000], [200_000, 10, 20]])
def test_too_large_file_alone_is_dropped(order: list[int]) -> None:
    with override_settings(FILE_MAX_SIZE=199_999):
        request = sent(User(), a=[file(f"{size}.pdf", size) for size in order], title="Kept")
    assert request.POST["title"] == "Kept"
    assert names(request) == [f"{size}.pdf" for size in order if size < 100]
    assert [upload.read() for upload in request.FILES.getlist("a")] == [b"x" * 10, b"x" * 20]
    [(field, name, words)] = request.not_received
    assert (field, name) == ("a", "200000.pdf")
    assert "larger than" in words


def test_file_of_the_largest_size_is_received() -> None:
    with override_settings(FILE_MAX_SIZE=200_000):
        assert names(sent(User(), a=file("a.pdf", 200_000))) == ["a.pdf"]


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_who_is_not_signed_in_fills_no_disk(user: Any) -> None:
    request = sent(user, a=[file("a.pdf"), file("b.pdf")], title="Kept")
    assert not request.FILES
    assert request.POST["title"] == "Kept"
    assert [name for _field, name, _words in request.not_received] == ["a.pdf", "b.pdf"]


def test_too_many_files_are_told_of() -> None:
    request = sent(User(), a=[file(f"{n}.pdf") for n in range(MOST + 2)], title="Kept")
    assert request.POST["title"] == "Kept"
    assert names(request) == [f"{n}.pdf" for n in range(MOST)]
    assert [name for _field, name, _words in request.not_received] == ["50.pdf", "51.pdf"]


@pytest.mark.parametrize(
    "name", ["n" * 300, "n." + "e" * 300, "соглашение" * 30 + ".pdf", "a\0.pdf"]
)
def test_any_name_is_received(name: str) -> None:
    assert sent(User(), a=file(name)).FILES["a"].read() == b"x" * 10


@pytest.fixture
def narrow_disk() -> Iterator[None]:
    """No file of this process grows beyond 100,000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [100_001, 300_000])
def test_full_disk_is_told_of(narrow_disk: None, size: int) -> None:
    request = sent(User(), a=[file("a.pdf", size), file("b.pdf")], title="Kept")
    assert request.POST["title"] == "Kept"
    assert names(request) == ["b.pdf"]
    [(_field, name, words)] = request.not_received
    assert name == "a.pdf"
    assert "no room" in words
