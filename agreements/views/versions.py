"""Files as a reader sees them: the one that counts, and behind it those that it replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agreements.models import File


@dataclass(frozen=True)
class Former:
    """``reason`` says why it was replaced; empty where only those inside may know by what."""

    file: File
    reason: str


@dataclass(frozen=True)
class Current:
    file: File
    former: list[Former]  # the newest first


def current(files: Iterable[File], links: Iterable[File]) -> list[Current]:
    """In the order of ``files``, all public. ``links`` are whatever files replace others, with
    their numbers alone: where a version between two is not public, the older one is former still.
    """
    public = {file.pk: file for file in files}
    next_ = {link.replaces_id: link.pk for link in links}
    before: dict[int | None, Former] = {}
    latest = []
    for file in public.values():
        by = follower(file.pk, next_, public)
        if by is None:
            latest.append(file)
        else:
            reason = public[by].reason if by == next_[file.pk] else ""
            before[by] = Former(file, reason)
    return [Current(file, list(back(file.pk, before))) for file in latest]


def follower(pk: int, next_: dict[int, int], public: dict[int, File]) -> int | None:
    """The next version that is public."""
    after = next_.get(pk)
    while after is not None and after not in public:
        after = next_.get(after)
    return after


def back(pk: int, before: dict[int | None, Former]) -> Iterable[Former]:
    while former := before.get(pk):
        yield former
        pk = former.file.pk
