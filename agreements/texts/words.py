"""The words of a text as they are read: those that were typed, else those of its files, page by
page, as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left, Length

from agreements.models import File, Page, Text
from agreements.models.vocabulary import WordsState
from agreements.texts.formats.kinds import KINDS

# Characters of a text that are shown; the longest treaty that we know of has 1.3 million.
MOST = 4_000_000
READ_FILES = "SELECT file_id FROM agreements_read_files(%s)"
# What no page of the web may have; and the other ends of a line. Places stay where they are.
FORBIDDEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
BREAKS = re.compile("[\v\f\x85\u2028\u2029]|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file: its words are those from ``start`` to ``end``.

    ``number`` counts through all files of the text, ``page`` within this one. Without a number it
    is a file that has no pages.
    """

    file: File
    number: int | None
    page: int
    start: int
    end: int

    @property
    def anchor(self) -> str:
        return f"page-{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Words:
    """``is_cut``: there are more, which are not shown. ``files`` are those that were read."""

    text: str = ""
    sheets: list[Sheet] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    is_cut: bool = False

    @property
    def is_typed(self) -> bool:
        return not self.files

    @property
    def engines(self) -> list[str]:
        """What read them from a scan; empty where they are typed, or the file's own."""
        read = [file.words_by for file in self.files if file.words_state == WordsState.USABLE]
        return list(dict.fromkeys(filter(None, read)))


def words_of(*texts: int) -> dict[int, Words]:
    """Of public texts, by their numbers, by three statements at most."""
    typed = (
        Text.objects.published()
        .filter(pk__in=texts)
        .values_list("pk", Left("body", MOST), Length("body"))
    )
    found = {pk: Words(sound(body), is_cut=size > MOST) for pk, body, size in typed}
    untyped = [pk for pk, words in found.items() if not words.text]
    files = read_files(untyped)
    pages = pages_of(files)
    for pk in untyped:
        found[pk] = joined([file for file in files if file.text_id == pk], pages)
    return found


def sound(text: str) -> str:
    """As a page of the web can show it; no letter moves."""
    return BREAKS.sub("\n", FORBIDDEN.sub(" ", text)).replace("\r", " ")


def read_files(texts: Iterable[int]) -> list[File]:
    """The public files in which the words of these texts are read, in their order."""
    read = Q()
    for pk in texts:
        read |= Q(pk__in=RawSQL(READ_FILES, [pk]))
    if not read:
        return []
    return list(File.objects.published().filter(read).order_by("text", "position", "pk"))


def pages_of(files: Iterable[File]) -> dict[int, list[Page]]:
    """The pages of each file that can be read; of an endless one no more words than are shown."""
    usable = [file.pk for file in files if file.words_state == WordsState.USABLE]
    found: dict[int, list[Page]] = {}
    if not usable:
        return found
    rows = (
        Page.objects.filter(file__in=usable)
        .defer("words")
        .annotate(shown=Left(F("words"), MOST + 1))
        .order_by("file__text", "file__position", "file", "number")
    )
    left = MOST * 2  # of two texts
    for page in rows.iterator(chunk_size=200):
        found.setdefault(page.file_id, []).append(page)
        left -= len(page.shown)
        if left < 0:
            break
    return found


def joined(files: list[File], pages: dict[int, list[Page]]) -> Words:
    """One text of the words of several files."""
    text: list[str] = []
    sheets: list[Sheet] = []
    at = before = 0
    for file in files:
        by_number = {page.number: page.shown for page in pages.get(file.pk, ())}
        last = max([file.pages or 1, *by_number])
        is_paged = KINDS[file.kind].has_pages
        for page in range(1, last + 1):
            words = by_number.get(page, "")[: MOST - at] + "\n"
            text.append(words)
            number = before + page if is_paged else None
            sheets.append(Sheet(file, number, page, at, at + len(words)))
            at += len(words)
            if at > MOST:
                return Words(sound("".join(text)), sheets, files, is_cut=True)
        before += file.pages or last
    return Words(sound("".join(text)), sheets, files)
