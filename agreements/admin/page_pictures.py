"""Addresses of the pictures of a file's pages, as the worker paints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from agreements.models import File

MOST_SHOWN = 60
NARROW = "?width=480"


@dataclass(frozen=True)
class Picture:
    number: int
    url: str


def picture(file: File, number: int) -> Picture:
    return Picture(number, reverse("admin:page_image", args=[file.pk, number]))


def narrow(of_page: Picture) -> Picture:
    return Picture(of_page.number, of_page.url + NARROW)


def pictures(file: File) -> list[Picture]:
    """Of every page, or of the first ones of a book; none for kinds without pages."""
    return [picture(file, number) for number in range(1, min(file.pages or 0, MOST_SHOWN) + 1)]


def with_pictures(files: Iterable[File]) -> list[File]:
    """Each with ``preview``: its first page, or None."""
    rows = list(files)
    for file in rows:
        file.preview = narrow(picture(file, 1)) if file.pages else None
    return rows
