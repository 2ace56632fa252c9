"""Stored originals against their hashes, in a folder and in a bucket: what is wrong is found."""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from agreements.models import Change, Document, File, FileCheck
from agreements.texts import fixity
from tests import builders
from tests.places_of_files import in_a_bucket, in_a_folder, server_of_buckets

pytestmark = pytest.mark.django_db
LONG = bytes(range(256)) * 4200  # more than one piece


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with server_of_buckets() as address:
        yield address


@pytest.fixture(params=["folder", "bucket"])
def place(
    request: pytest.FixtureRequest, settings: Any, monkeypatch: Any, tmp_path: Path, endpoint: str
) -> Any:
    """Where files are kept, as somebody with access to it sees it; empty."""
    if request.param == "folder":
        return in_a_folder(settings, tmp_path)
    bucket = in_a_bucket(settings, monkeypatch, endpoint)
    bucket.empty()
    return bucket


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Any:
    return in_a_folder(settings, tmp_path)


@pytest.fixture
def document() -> Document:
    return builders.document("Agreement on roads")


@pytest.fixture
def files(place: Any, document: Document) -> list[File]:
    return [builders.received(document, content) for content in (LONG, b"two", b"three")]


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the storage is young."""
    monkeypatch.setattr(fixity, "YOUNG", datetime.timedelta(days=-1))


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit status, what it says, and what it complains of."""
    said, complaints = io.StringIO(), io.StringIO()
    try:
        call_command("check_files", *arguments, stdout=said, stderr=complaints)
    except CommandError as error:
        return error.returncode, said.getvalue(), f"{complaints.getvalue()}{error}"
    return 0, said.getvalue(), complaints.getvalue()


def states() -> list[str]:
    return list(File.objects.order_by("pk").values_list("fixity", flat=True))


def test_all_is_sound(files: list[File], old: None) -> None:
    status, said, complaints = run()
    assert (status, complaints) == (0, "")
    assert said.startswith("3 checked, 0 missing, 0 altered, 0 not readable, 0 stray")
    assert states() == ["sound"] * 3
    made = FileCheck.objects.get()
    assert (made.checked, made.missing, made.altered, made.stray) == (3, 0, 0, [])
    assert made.began_at <= made.ended_at and not made.is_sample
    assert not File.objects.filter(checked_at=None).exists()


@pytest.mark.parametrize("at", [0, 1, 300_000, len(LONG) - 1])
def test_one_bit_that_has_turned_is_found(files: list[File], place: Any, at: int) -> None:
    place.put(files[0].path, LONG[:at] + bytes([LONG[at] ^ 1]) + LONG[at + 1 :])
    status, said, complaints = run()
    assert status == 1
    assert "3 checked, 0 missing, 1 altered" in said
    assert f"altered: file {files[0].pk} of document {files[0].document_id}" in complaints
    assert states() == ["altered", "sound", "sound"]


@pytest.mark.parametrize("content", [LONG[:-1], LONG + b"\0", b""])
def test_file_that_has_lost_or_won_bytes_is_found(
    files: list[File], place: Any, content: bytes
) -> None:
    place.put(files[0].path, content)
    assert run()[0] == 1
    assert states() == ["altered", "sound", "sound"]


def test_file_that_is_not_there_is_found(files: list[File], place: Any) -> None:
    place.remove(files[1].path)
    status, said, complaints = run()
    assert (status, states()) == (1, ["sound", "missing", "sound"])
    assert "1 missing" in said and f"missing: file {files[1].pk}" in complaints
    assert FileCheck.objects.get().missing == 1


def test_two_that_were_swapped_are_found(files: list[File], place: Any) -> None:
    place.put(files[1].path, b"three")
    place.put(files[2].path, b"two")
    assert run()[0] == 1
    assert states() == ["sound", "altered", "altered"]


def test_what_was_mended_is_sound_again(files: list[File], place: Any) -> None:
    place.remove(files[1].path)
    assert run()[0] == 1
    place.put(files[1].path, b"two")
    assert (run()[0], states()) == (0, ["sound"] * 3)


def test_stray_is_found_wherever_it_lies(files: list[File], place: Any, old: None) -> None:
    key = files[1].key.hex
    elsewhere = "00" if key[:2] != "00" else "01"
    strays = [
        "originals/notes.txt",
        f"originals/{elsewhere}/{key}",  # a copy where it does not belong
        f"originals/{key[:2]}/{key}.bak",
        f"originals/{'ab' * 16}"[:12] + f"/{'ab' * 16}",
        f"originals/{key[:2]}/{key[:-1]}{'0' if key[-1] != '0' else '1'}",
    ]
    for name in strays:
        place.put(name, b"x")
    status, said, complaints = run()
    assert status == 1
    assert "0 altered, 0 not readable, 5 stray" in said
    assert sorted(FileCheck.objects.get().stray) == sorted(strays)
    assert all(f"stray: {name}" in complaints for name in strays)
    assert states() == ["sound"] * 3


def test_what_is_just_being_received_is_no_stray(files: list[File], place: Any) -> None:
    place.put(f"originals/ab/{'ab' * 16}", b"x")
    assert run()[0] == 0


def test_stray_is_one_after_an_hour(folder: Any, document: Document) -> None:
    builders.received(document)
    name = f"originals/ab/{'ab' * 16}"
    folder.put(name, b"x")
    for minutes, status in ((59, 0), (61, 1)):
        then = timezone.now().timestamp() - minutes * 60
        os.utime(folder.root / name, (then, then))
        assert run()[0] == status


def test_other_folders_of_the_storage_are_not_looked_into(
    files: list[File], place: Any, old: None
) -> None:
    place.put("pages/ab/picture.png", b"x")
    assert run()[0] == 0


def test_sample_takes_the_longest_unchecked_first(files: list[File], place: Any) -> None:
    place.remove(files[2].path)
    assert run("--sample", "2")[0] == 0
    assert states() == ["sound", "sound", "not_checked"]
    assert run("--sample", "1")[0] == 1
    assert states() == ["sound", "sound", "missing"]
    File.objects.filter(pk=files[1].pk).update(checked_at="2020-01-01T00:00Z")
    assert run("--sample", "1")[0] == 0
    assert File.objects.get(pk=files[1].pk).checked_at > timezone.now() - datetime.timedelta(1)
    assert list(FileCheck.objects.values_list("is_sample", "checked")) == [(True, 1)] * 2 + [
        (True, 2)
    ]


def test_samples_of_every_night_cover_all_in_a_quarter(
    folder: Any, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixity, "NIGHTS", 3)
    for _ in range(7):
        builders.received(document)
    for left in (4, 1, 0):
        assert run("--sample")[0] == 0
        assert File.objects.filter(checked_at=None).count() == left


def test_sample_looks_for_strays_where_asked(files: list[File], place: Any, old: None) -> None:
    place.put("originals/notes.txt", b"x")
    assert run("--sample", "1")[0] == 0
    assert run("--sample", "1", "--stray")[0] == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "²", "9" * 30])
def test_sample_of_no_number_is_refused(db: None, number: str) -> None:
    with pytest.raises(CommandError, match=r"give a number of files|expected"):
        call_command("check_files", "--sample", number)


def test_one_that_cannot_be_read_stops_nothing(
    files: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written of it: nobody knows whether it is sound."""
    File.objects.filter(pk=files[0].pk).update(fixity="sound")
    given = default_storage.stretch

    def stretch(name: str, *rest: Any) -> Any:
        if name == files[0].path:
            raise OSError(5, "Input/output error")
        return given(name, *rest)

    monkeypatch.setattr(default_storage._wrapped, "stretch", stretch)
    status, said, complaints = run()
    assert status == 1
    assert "2 checked, 0 missing, 0 altered, 1 not readable" in said
    assert "not readable ([Errno 5] Input/output error)" in complaints
    assert states() == ["sound"] * 3
    assert File.objects.get(pk=files[0].pk).checked_at is None


def test_error_in_the_midst_of_a_file_stops_nothing(
    folder: Any, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.received(document, LONG)
    monkeypatch.setattr(fixity, "digest", broken_off)
    status, said, _complaints = run()
    assert (status, states()) == (1, ["not_checked"])
    assert "1 not readable" in said


def broken_off(pieces: Any) -> str:
    next(iter(pieces))
    raise OSError("broken off")


def test_storage_that_is_not_there_is_told_from_lost_files(
    folder: Any, document: Document, settings: Any, tmp_path: Path
) -> None:
    """A disk that is not mounted: nothing is written of any file."""
    builders.received(document)
    settings.MEDIA_ROOT = tmp_path / "other"
    for made in (False, True):
        if made:
            (tmp_path / "other" / "originals").mkdir(parents=True)
        status, _said, complaints = run()
        assert (status, states()) == (2, ["not_checked"])
        assert "disk mounted" in complaints
    assert not FileCheck.objects.exists()


def test_bucket_that_is_not_there_is_an_error(
    document: Document, settings: Any, monkeypatch: Any, endpoint: str
) -> None:
    in_a_bucket(settings, monkeypatch, endpoint)
    builders.received(document)
    options = settings.STORAGES["default"]["OPTIONS"] | {"bucket_name": "nobodys"}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": options},
    }
    status, _said, complaints = run()
    assert (status, states()) == (2, ["not_checked"])
    assert "Could not look" in complaints


def test_database_that_does_not_answer_is_an_error(
    folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any, **values: Any) -> None:
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(fixity, "check", fail)
    assert run()[0] == 2


def test_archive_without_files_is_sound(folder: Any) -> None:
    assert run()[0] == run("--sample")[0] == 0


def test_check_that_was_cut_off_is_gone_on_with(
    files: list[File], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = fixity.look_at

    def killed(pk: int, report: Any) -> None:
        if pk == files[1].pk:
            raise KeyboardInterrupt
        looked(pk, report)

    monkeypatch.setattr(fixity, "look_at", killed)
    with pytest.raises(KeyboardInterrupt):
        run()
    assert states() == ["sound", "not_checked", "not_checked"]
    assert FileCheck.objects.get().ended_at is None
    monkeypatch.setattr(fixity, "look_at", looked)
    assert run("--sample", "2")[0] == 0
    assert states() == ["sound"] * 3


def test_file_that_goes_meanwhile_is_no_matter(
    folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = builders.draft()
    builders.received(draft)
    gone = builders.received(draft)
    monkeypatch.setattr(fixity, "longest_unchecked", lambda number: [*ids(), 10**9])
    ids = lambda: list(File.objects.order_by("pk").values_list("pk", flat=True))  # noqa: E731
    assert run()[0] == 0
    assert FileCheck.objects.get().checked == 2
    assert gone.path


def test_check_is_no_change_of_a_document(files: list[File], document: Document) -> None:
    builders.settle()
    document.refresh_from_db()
    changes = Change.objects.count()
    run()
    builders.settle()
    assert (Document.objects.get().version, Change.objects.count()) == (document.version, changes)


# From one end to the other ---------------------------------------------------------------------


def test_what_was_received_is_given_in_parts(files: list[File], client: Client, place: Any) -> None:
    file = files[0]
    assert place.get(file.path) == LONG
    url = file.get_absolute_url()
    whole = client.get(url)
    assert b"".join(whole.streaming_content) == LONG
    part = client.get(url, headers={"range": "bytes=70000-70009"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, LONG[70_000:70_010])
    end = client.get(url, headers={"range": "bytes=-3", "if-range": whole.headers["ETag"]})
    assert (end.status_code, b"".join(end.streaming_content)) == (206, LONG[-3:])
    for damage in (lambda: place.put(file.path, LONG[:-1]), lambda: place.remove(file.path)):
        damage()
        for asked in ({}, {"range": "bytes=0-9"}, {"range": f"bytes={len(LONG) - 1}-"}):
            assert client.get(url, headers=asked).status_code == 503


def test_part_is_all_that_a_bucket_is_asked_for(
    document: Document, client: Client, settings: Any, monkeypatch: Any, endpoint: str
) -> None:
    in_a_bucket(settings, monkeypatch, endpoint)
    file = builders.received(document, LONG)
    asked: list[dict[str, Any]] = []
    client_of_storage = default_storage.connection.meta.client
    client_of_storage.meta.events.register(
        "before-send.s3.GetObject", lambda request, **more: asked.append(dict(request.headers))
    )
    response = client.get(file.get_absolute_url(), headers={"range": "bytes=5-6"})
    assert b"".join(response.streaming_content) == LONG[5:7]
    assert [request["Range"] for request in asked] == [b"bytes=5-6"]


def test_long_file_goes_into_a_bucket_in_one_go(
    document: Document, settings: Any, monkeypatch: Any, endpoint: str
) -> None:
    """In several parts, as they are called there, of which none is read twice."""
    bucket = in_a_bucket(settings, monkeypatch, endpoint)
    content = LONG * 18  # more than 16 MiB
    file = builders.received(document, content)
    assert file.size == len(content)
    assert bucket.get(file.path) == content
    assert run("--sample", "1")[0] == 0


def test_server_of_a_bucket_that_does_not_answer_gives_a_page(
    document: Document, client: Client, settings: Any, monkeypatch: Any, endpoint: str
) -> None:
    in_a_bucket(settings, monkeypatch, endpoint)
    file = builders.received(document, LONG)
    options = settings.STORAGES["default"]["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:9"}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": options},
    }
    assert client.get(file.get_absolute_url()).status_code == 503
