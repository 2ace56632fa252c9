"""Addresses of the pictures of a file's pages, as the worker paints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from agreements.models import File

MOST_SHOWN = 60


@dataclass(frozen=True)
class Picture:
    number: int
    url: str


def picture(file: File, number: int) -> Picture:
    return Picture(number, f"{reverse('admin:index')}agreements/file/{file.pk}/pages/{number}.webp")


def pictures(file: File) -> list[Picture]:
    """Of every page, or of the first ones of a book; none for kinds without pages."""
    return [picture(file, number) for number in range(1, min(file.pages or 0, MOST_SHOWN) + 1)]


def with_pictures(files: Iterable[File]) -> list[File]:
    """Each with ``preview``: its first page, or None."""
    rows = list(files)
    for file in rows:
        file.preview = picture(file, 1) if file.pages else None
    return rows
