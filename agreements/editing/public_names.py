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
    File,
    Party,
    Place,
    ResponsibleBody,
    Source,
    State,
    Subject,
    Text,
)
from agreements.models.gathering import gather, give, link

CALLED_BY = {
    Agency: "names",
    Document: "titles",
    Event: "names",
    Place: "names",
    State: "names",
    Subject: "names",
}


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
    """The records of a kind that may be named."""
    if model is Agency:
        answers = ResponsibleBody.objects.filter(
            agency=OuterRef("pk"), document__publication_state="published"
        )
        named = Agency.objects.published().values("pk")
        return Agency.objects.filter(Q(pk__in=named) | Exists(answers))
    if model is Party:
        return Party.objects.filter(document__publication_state="published")
    if model is Source:
        return Source.objects.published().defer("kept_text")
    if model is Text:
        return Text.objects.published().defer("body")
    if model is File:
        return File.objects.published()
    if model in (Document, Event, Place):
        return model.objects.published()
    return model.objects.all()


def words_of(record: models.Model) -> Words:
    if isinstance(record, Party):
        return words_of(record.agency or record.state)
    if isinstance(record, Text):
        return of_page(_("a text of this archive"))
    if isinstance(record, Source):
        return Words(str(record), record.language)
    if isinstance(record, File):
        return Words(record.name, "")
    name = record.title if isinstance(record, Document) else getattr(record, "name", None)
    return Words(name.text, name.language) if hasattr(name, "language") else of_page(record)


class Names:
    """In two queries, whatever is named: the records, then what they are called."""

    def __init__(self, wanted: Iterable[tuple[type[models.Model], Any]]) -> None:
        keys: dict[type[models.Model], set[Any]] = defaultdict(set)
        for model, key in wanted:
            keys[model].add(key)
        asked = {model.__name__: public(model).filter(pk__in=mine) for model, mine in keys.items()}
        parties = keys[Party]
        found = gather(
            {
                **asked,
                "agencies": Agency.objects.filter(party__in=parties),
                "states": State.objects.filter(parties__in=parties),
            }
        )
        link(found.get("Party", ()), "agency", found["agencies"])
        link(found.get("Party", ()), "state", found["states"])
        give_names([record for rows in found.values() for record in rows])
        self.records = {
            model: {record.pk: record for record in found[model.__name__]}
            for model in keys
            if model.__name__ in found
        }

    def has(self, model: type[models.Model], key: Any) -> bool:
        return key in self.records.get(model, {})

    def of(self, model: type[models.Model], key: Any) -> Words:
        record = self.records.get(model, {}).get(key)
        return words_of(record) if record else not_public()


def give_names(records: list[models.Model]) -> None:
    """To each the names that it is called by."""
    of_kind = {
        model: [record for record in records if isinstance(record, model)] for model in CALLED_BY
    }
    names = gather(
        {
            model.__name__: model._meta.get_field(relation).related_model.objects.filter(
                **{f"{model._meta.get_field(relation).field.name}__in": [r.pk for r in mine]}
            )
            for (model, relation), mine in zip(CALLED_BY.items(), of_kind.values(), strict=True)
        }
    )
    for model, relation in CALLED_BY.items():
        give(of_kind[model], names[model.__name__], relation)
