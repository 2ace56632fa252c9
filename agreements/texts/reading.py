"""What the worker reads: the words of a file, kept by page, and for the search where they serve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agreements.models import File, FileWords, Page
from agreements.models.vocabulary import JobKind, WordsState

from . import examining, kinds, stored
from .cleaning import cleaned

PAGES_AT_ONCE = 500


@dataclass(frozen=True)
class Reading:
    """The words of each page, and whether they serve. ``by`` is the engine that read a scan."""

    file: File
    pages: list[str]
    state: str
    reason: str = ""
    by: str = ""

    def __str__(self) -> str:
        return f"{len(self.pages)} pages, {self.state}"

    def write(self) -> None:
        """In the place of what was read before. Needs a transaction."""
        Page.objects.filter(file=self.file).delete()
        rows = (
            Page(file=self.file, number=number, words=words)
            for number, words in enumerate(self.pages, start=1)
        )
        Page.objects.bulk_create(rows, batch_size=PAGES_AT_ONCE)
        self.write_words()
        values = {"words_state": self.state, "words_reason": self.reason, "words_by": self.by}
        File.objects.filter(pk=self.file.pk).update(**values)
        if kinds.KINDS[self.file.kind].has_pages:
            # Known since it was examined, but where it came in by another way.
            File.objects.filter(pk=self.file.pk, pages=None).update(pages=len(self.pages))

    def write_words(self) -> None:
        if self.state != WordsState.USABLE:
            FileWords.objects.filter(file=self.file).delete()
            return
        found = cleaned(self.pages)
        values = {"words": found.text, "page_starts": found.page_starts}
        FileWords.objects.update_or_create(file=self.file, defaults=values)


def read(file: File) -> Reading:
    """Its own words. ``Refused`` where it can't be read, ``FileNotFoundError`` where it is gone."""
    with stored.local(file.path) as path:
        pages = [sound(words) for words in examining.words(path, file.kind)]
    return Reading(file, pages, WordsState.USABLE if any(pages) else WordsState.NEEDS_OCR)


def sound(words: str) -> str:
    """Without what the database can't hold: NUL, and halves of letters."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


READERS: dict[str, Callable[[File], Reading]] = {JobKind.WORDS: read}
