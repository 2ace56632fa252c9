"""What the worker reads: the words of a file, kept by page, and for the search where they serve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from agreements.jobs import queue
from agreements.models import File, FileWords, Job, Page, Text
from agreements.models.vocabulary import SCANS, JobKind, WordsReason, WordsState

from . import page_images, scans, stored
from .formats import examining, kinds
from .wording.cleaning import cleaned
from .wording.quality import Outcome, judged

PAGES_AT_ONCE = 500  # rows in one statement


@dataclass(frozen=True)
class Reading:
    """What came out of a file. Without ``pages`` those stay that were read before.

    ``reason`` is a code of ``WordsReason``; ``by`` is the engine that read a scan.
    """

    file: File
    pages: list[str] | None
    state: str
    reason: str = ""
    by: str = ""

    def __str__(self) -> str:
        read = "nothing usable" if self.pages is None else f"{len(self.pages)} pages"
        return f"{read}, {self.state}{f' ({self.reason})' if self.reason else ''}"

    def write(self) -> None:
        """In the place of what was read before, all at once. Needs a transaction."""
        values = {"words_state": self.state, "words_reason": self.reason, "words_by": self.by}
        File.objects.filter(pk=self.file.pk).update(**values)
        if self.pages is not None:
            self.write_pages(self.pages)
            self.write_words(self.pages)
        if not self.by and self.state in SCANS:
            ask_for_scans([self.file])

    def write_pages(self, pages: list[str]) -> None:
        Page.objects.filter(file=self.file).delete()
        rows = [Page(file=self.file, number=n, words=words) for n, words in enumerate(pages, 1)]
        Page.objects.bulk_create(rows, batch_size=PAGES_AT_ONCE)
        if kinds.KINDS[self.file.kind].has_pages:
            # Known since it was examined, but where it came in by another way.
            File.objects.filter(pk=self.file.pk, pages=None).update(pages=len(pages))

    def write_words(self, pages: list[str]) -> None:
        if self.state != WordsState.USABLE:
            FileWords.objects.filter(file=self.file).delete()
            return
        found = cleaned(pages)
        values = {"words": found.text, "page_starts": found.page_starts}
        FileWords.objects.update_or_create(file=self.file, defaults=values)


def read(file: File) -> Reading:
    """Its own words. ``Refused`` where it can't be read, ``FileNotFoundError`` where it is gone."""
    with stored.local(file.path) as path:
        pages = [sound(words) for words in examining.words(path, file.kind)]
    page_images.keep_preview(file)
    return Reading(file, pages, *verdict(file, pages))


def read_scan(file: File) -> Reading:
    """What a machine makes of it; also ``scans.Unreadable``."""
    models = scans.models_for(languages(file))
    if not models:
        raise scans.Unreadable("There is no model for its language on this machine.")
    with stored.local(file.path) as path:
        number = file.pages or sum(1 for _page in examining.words(path, file.kind))
        pages = [sound(words.strip()) for words in scans.words(path, file.kind, number, models)]
    by = f"{scans.engine()} ({'+'.join(models)})"[: File._meta.get_field("words_by").max_length]
    # Backs of sheets have no words; all pages together must have some.
    state, _reason = verdict(file, ["\n".join(pages)])
    if state == WordsState.USABLE:
        return Reading(file, pages, state, by=by)
    return Reading(file, None, file.words_state, WordsReason.MACHINE_FAILED, by)


def verdict(file: File, pages: list[str]) -> tuple[str, str]:
    """State and reason."""
    language = file.text.language if file.text else ""
    found = judged(pages, language)
    if found.outcome == Outcome.USABLE:
        return WordsState.USABLE, ""
    has_pages = kinds.KINDS[file.kind].has_pages
    if found.outcome == Outcome.NO_TEXT_LAYER and not has_pages and any(map(has_letters, pages)):
        return WordsState.USABLE, ""  # few words, and that is all there are
    return found.outcome.value, found.reason.value if found.reason else ""


def has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))


def languages(file: File) -> list[str]:
    """Its text's, then those of the document's other texts; the archive's own where none is."""
    texts = (
        Text.objects.filter(document=file.document_id).order_by("id") if file.document_id else ()
    )
    own = [file.text.language] if file.text else []
    found = [*own, *(text.language for text in texts)]
    return list(dict.fromkeys(found)) or [code for code, _name in settings.LANGUAGES]


def ask_with_languages(file: File) -> int:
    """Let it be judged and read once more, now that its document's languages are known.

    What a machine has read with the models of these languages stays.
    """
    if not file.words_by:
        return queue.ask([Job(kind=JobKind.WORDS, file=file)])
    read_with = re.split(r"[^a-z_]+", file.words_by)
    return 0 if set(scans.models_for(languages(file))) <= set(read_with) else ask_for_scans([file])


def ask_for_scans(files: Iterable[File]) -> int:
    """Let a machine read those for whose language it has a model; how many are asked for."""
    readable = [
        file
        for file in files
        if kinds.KINDS[file.kind].has_pages and scans.models_for(languages(file))
    ]
    return queue.ask(Job(kind=JobKind.OCR, file=file) for file in readable)


def ask_for_all_scans() -> int:
    """Those that nobody has let a machine read yet: the programs may be new on this machine."""
    if not scans.installed():
        return 0
    asked = Job.objects.filter(kind=JobKind.OCR).values("file")
    waiting = File.objects.filter(words_state__in=SCANS).exclude(pk__in=asked)
    return ask_for_scans(waiting.select_related("text").order_by("id").iterator())


def sound(words: str) -> str:
    """Without what the database can't hold: NUL, and halves of letters."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
