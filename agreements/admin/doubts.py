"""What is odd but happens: shown after saving, with links, and never in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from agreements.editing.doubts import Doubt, of_agency, of_document, of_event, of_names
from agreements.forms.admin_labels import label
from agreements.models import Agency, Document, Event, Place, State, Subject

LOOKS = {
    Document: of_document,
    Event: of_event,
    Agency: of_agency,
    State: of_names,
    Place: of_names,
    Subject: of_names,
}
# Of one kind: a title of three words may stand on hundreds of documents.
MOST_OF_A_KIND = 5


def of_record(record: models.Model) -> list[Doubt]:
    """The doubts about a saved record, a few of each kind."""
    look = LOOKS.get(type(record))
    return few_of_each(look(record)) if look else []


def few_of_each(doubts: Iterable[Doubt]) -> list[Doubt]:
    kept: list[Doubt] = []
    for doubt in doubts:
        if sum(one.code == doubt.code for one in kept) < MOST_OF_A_KIND:
            kept.append(doubt)
    return kept


def message(doubt: Doubt) -> str:
    """Its words and links to what it speaks of, as HTML that is safe to show."""
    links = format_html_join("; ", '<a href="{}">{}</a>', map(address, doubt.records))
    return format_html("{} {}", doubt.words, links) if doubt.records else doubt.words


def address(record: models.Model) -> tuple[str, str]:
    return reverse(f"admin:agreements_{record._meta.model_name}_change", args=[record.pk]), label(
        record
    )


def messages_of(record: models.Model) -> Iterator[str]:
    yield from map(message, of_record(record))
