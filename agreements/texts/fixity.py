"""Whether the originals are still the bytes that were received, and nothing lies among them."""

from __future__ import annotations

import datetime
import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone

from agreements.models import File, FileCheck
from agreements.models.file import ORIGINALS
from agreements.models.vocabulary import Fixity

NIGHTS = 90  # after so many samples every file has been looked at
YOUNG = datetime.timedelta(hours=1)  # whose row may not be committed yet
MOST_KEPT = 1000  # names of strays in the record of one check


class NoStorage(Exception):
    """The place where the originals should be is not there at all."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a file. ``fixity`` is empty where it could not be read this time."""

    file: File
    fixity: str
    problem: str = ""


@dataclass
class Report:
    """What one check found."""

    check: FileCheck
    checked: int = 0
    wrong: list[Finding] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)

    def number(self, fixity: str) -> int:
        return sum(finding.fixity == fixity for finding in self.wrong)

    @property
    def is_sound(self) -> bool:
        return not self.wrong and not self.stray


def a_quarter() -> int:
    """How many files a night are to be looked at, so that all are within a quarter."""
    return math.ceil(File.objects.count() / NIGHTS)


def check(number: int | None = None, *, look_for_strays: bool = True) -> Report:
    """Compare so many files, or all, with their hashes, the longest unchecked first.

    What is found is written at once, file by file: a check that is cut off is lost in nothing, and
    the next one goes on behind it. Raises NoStorage, and OSError where the storage can't be listed.
    """
    require_storage()
    report = Report(FileCheck.objects.create(is_sample=number is not None))
    for pk in longest_unchecked(number):
        look_at(pk, report)
    if look_for_strays:
        report.stray = list(strays())
    FileCheck.objects.filter(pk=report.check.pk).update(
        ended_at=timezone.now(),
        checked=report.checked,
        missing=report.number(Fixity.MISSING),
        altered=report.number(Fixity.ALTERED),
        stray=report.stray[:MOST_KEPT],
    )
    return report


def require_storage() -> None:
    """A folder that is not mounted is no reason to write of every file that it is missing."""
    if not File.objects.exists():
        return
    try:
        folders, _files = default_storage.listdir(ORIGINALS)
    except FileNotFoundError:
        folders = []
    if not folders:
        raise NoStorage


def longest_unchecked(number: int | None) -> list[int]:
    order = models.F("checked_at").asc(nulls_first=True)
    return list(File.objects.order_by(order, "pk").values_list("pk", flat=True)[:number])


def look_at(pk: int, report: Report) -> None:
    file = File.objects.filter(pk=pk).first()
    if file is None:  # a draft that was deleted meanwhile
        return
    try:
        fixity = fixity_of(file)
    except OSError as error:
        report.wrong.append(Finding(file, "", str(error)))
        return
    report.checked += 1
    mine = File.objects.filter(pk=pk)
    if mine.update(fixity=fixity, checked_at=timezone.now()) and fixity != Fixity.SOUND:
        report.wrong.append(Finding(file, fixity))


def fixity_of(file: File) -> str:
    """Raises OSError where it is there and can't be read."""
    try:
        stretch = default_storage.stretch(file.path)
    except FileNotFoundError:
        return Fixity.MISSING
    try:
        is_same = digest(stretch) == file.sha256
    finally:
        stretch.close()
    return Fixity.SOUND if is_same else Fixity.ALTERED


def digest(pieces: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def strays() -> Iterator[str]:
    """Names in the storage that no record knows, but for those that are being received."""
    folders, files = listed(ORIGINALS)
    yield from (f"{ORIGINALS}/{name}" for name in sorted(files))
    for folder in sorted(folders):
        path = f"{ORIGINALS}/{folder}"
        deeper, names = listed(path)
        yield from (f"{path}/{name}/" for name in sorted(deeper))
        # Listed before the records are asked: a record that came meanwhile is found.
        known = known_in(name for name in names if name.startswith(folder))
        yield from (
            f"{path}/{name}"
            for name in sorted(set(names) - known)
            if not is_young(f"{path}/{name}")
        )


def listed(path: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(path)
    except FileNotFoundError:
        return [], []


def known_in(names: Iterable[str]) -> set[str]:
    """Those that are keys of records."""
    keys = [UUID(name) for name in names if is_key(name)]
    return {key.hex for key in File.objects.filter(key__in=keys).values_list("key", flat=True)}


def is_key(name: str) -> bool:
    return len(name) == 32 and set(name) <= set("0123456789abcdef")


def is_young(path: str) -> bool:
    """Also where it has gone since it was listed."""
    try:
        return default_storage.get_modified_time(path) > timezone.now() - YOUNG
    except FileNotFoundError:
        return True
