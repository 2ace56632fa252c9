"""A file leaves the inbox: as a text or an attachment of a document, or with a draft made for it.

Everything happens in the caller's transaction, which holds the file; see ``held()``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from agreements.editing import proposing
from agreements.editing.bodies import level_of
from agreements.editing.event_sheets import parties_of, place_or_state, save_parties
from agreements.forms.admin_files import attach
from agreements.forms.event_sheet_rows import SIDES
from agreements.models import Document, DocumentTitle, Event, File, Signing, Text
from agreements.texts.reading import ask_with_languages


def held(pk: int) -> File | None:
    """The file, which nobody else places until this transaction ends; None where there is none.

    Its document is asked for by itself: joined, it would be that of before the wait.
    """
    return File.objects.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()


def as_text(
    file: File, document: Document, language: str, role: str, *, text: Text | None, position: Any
) -> Text:
    """``text`` is the one that it is added to; None for a new one."""
    text = text or Text.objects.create(document=document, language=language, role=role)
    place(file, document, text, position)
    return text


def as_attachment(file: File, document: Document, position: int | None) -> None:
    place(file, document, None, position)


def place(file: File, document: Document, text: Text | None, position: int | None) -> None:
    values: dict[str, Any] = {"placed_at": timezone.now(), "set_aside": ""}
    if position is not None:
        values["position"] = position
    attach(file, document, text, **values)
    if text:
        ask_with_languages(file)


def as_draft(file: File, given: Mapping[str, Any]) -> Document:
    """``given`` is what the form for a new draft has."""
    parties = [
        party for side, name in SIDES.items() for party in parties_of(side, given[name], after=0)
    ]
    title, event = given["text"], given["event"]
    document = Document.objects.create(
        type_id=given["type"] or proposing.type_of(title) or None,
        level=given["level"] or level_of(parties) or "",
        period=proposing.period_of(title) or None,
        event=event,
        event_position=last_at(event) + 1 if event else 0,
        internal_note=given["note"],
    )
    DocumentTitle.objects.create(document=document, text=title, language=given["language"])
    save_parties(document, parties)
    signing = {"signed_on": given["signed_on"], **place_or_state(given["where"])}
    if any(signing.values()):
        Signing.objects.create(document=document, **signing)
    as_text(file, document, given["text_language"], given["role"], text=None, position=None)
    return document


def last_at(event: Event) -> int:
    return event.documents.aggregate(last=Max("event_position"))["last"] or 0


def set_aside(file: File, reason: str) -> None:
    file.set_aside = reason
    file.save(update_fields=["set_aside"])


def given_back(documents: QuerySet | Iterable[Document]) -> QuerySet:
    """What goes back to the inbox when these are deleted."""
    rows = File.objects.filter(document__in=documents, placed_at__isnull=False)
    return rows.filter(replaces=None, replaced_by=None)


def give_back(documents: QuerySet | Iterable[Document]) -> list[File]:
    """Before documents are deleted: what came out of the inbox goes back there, and is kept.

    Files that were added on a document's own form, and those of which there are versions, go with
    their document, as whoever deletes it is told.
    """
    rows = given_back(documents)
    files = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))
    for file in files:
        file.document = file.text = file.placed_at = None
        file.position = 0
        file.save(update_fields=["document", "text", "placed_at", "position"])
    return files
