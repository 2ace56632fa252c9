"""What the public may call the records that a change names; the others stay without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agreements.models import (
    Agency,
    Document,
    Event,
    Party,
    Place,
    ResponsibleBody,
    Source,
    State,
    Subject,
    Text,
)


@dataclass(frozen=True)
class Words:
    """Words and the language that they are in: empty where that is not known."""

    text: str
    language: str


def of_page(text: object) -> Words:
    """Words of this site, in the reader's language."""
    return Words(str(text), get_language() or "en")


def not_public() -> Words:
    return of_page(_("not public today"))


def public(model: type[models.Model]) -> models.QuerySet:
    """The records of a kind that may be named, with what ``words_of`` reads."""
    if model is Agency:
        answers = ResponsibleBody.objects.filter(
            agency=OuterRef("pk"), document__publication_state="published"
        )
        named = Agency.objects.published().values("pk")
        return Agency.objects.filter(Q(pk__in=named) | Exists(answers)).with_names()
    if model is Party:
        parties = Party.objects.filter(document__publication_state="published")
        return parties.select_related("state", "agency").prefetch_related(
            "state__names", "agency__names"
        )
    if model is Document:
        return Document.objects.published().prefetch_related("titles")
    if model in (Event, Place, Source, Text):
        found = model.objects.published()
        return found if model in (Source, Text) else found.with_names()
    return model.objects.with_names() if model in (State, Subject) else model.objects.all()


def words_of(record: models.Model) -> Words:
    if isinstance(record, Party):
        return words_of(record.agency or record.state)
    if isinstance(record, Text):
        return of_page(_("a text of this archive"))
    if isinstance(record, Source):
        return Words(str(record), record.language)
    name = record.title if isinstance(record, Document) else getattr(record, "name", None)
    return Words(name.text, name.language) if hasattr(name, "language") else of_page(record)


class Names:
    """In one query for each kind of record, and those that their names take."""

    def __init__(self, wanted: Iterable[tuple[type[models.Model], Any]]) -> None:
        keys: dict[type[models.Model], set[Any]] = defaultdict(set)
        for model, key in wanted:
            keys[model].add(key)
        self.records = {
            model: {record.pk: record for record in public(model).filter(pk__in=mine)}
            for model, mine in keys.items()
        }

    def has(self, model: type[models.Model], key: Any) -> bool:
        return key in self.records.get(model, {})

    def of(self, model: type[models.Model], key: Any) -> Words:
        record = self.records.get(model, {}).get(key)
        return words_of(record) if record else not_public()
