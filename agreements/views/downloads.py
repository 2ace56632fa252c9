"""The ways to take a list along."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from agreements.exporting.formats import FORMATS, Format
from agreements.filters.base import from_first_page

from .tallies import grouped

# The mark by which Excel knows that it reads UTF-8.
BOM = "bom"


@dataclass(frozen=True)
class Download:
    """``url`` is empty where the list is longer than the format takes."""

    format: Format
    url: str
    bom_url: str = ""

    @property
    def most(self) -> str:
        return grouped(self.format.most or 0)


@dataclass(frozen=True)
class Downloads:
    """A list in every format; ``is_about`` where its number is."""

    number: int
    is_about: bool
    formats: list[Download]


def downloads(list_url: str, number: int, *, is_about: bool = False) -> Downloads:
    """Of the list at this address."""
    query = list_url.partition("?")[2]
    formats = [download(format, query, number) for format in FORMATS.values()]
    return Downloads(number, is_about, formats)


def address_of_list(query: QueryDict) -> str:
    """From its first page."""
    return f"{reverse('documents')}?{from_first_page(query, BOM).urlencode()}".rstrip("?")


def download(format: Format, query: str, number: int) -> Download:
    if format.most is not None and number > format.most:
        return Download(format, "")
    path = reverse("export", args=[format.suffix])
    with_bom = f"{query}&{BOM}=1".lstrip("&")
    bom_url = f"{path}?{with_bom}" if format.has_bom else ""
    return Download(format, f"{path}?{query}".rstrip("?"), bom_url)
