"""A body takes another name on a day. What it signed before keeps the name of then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models

from agreements.models.name import DatedName
from agreements.models.vocabulary import RENAMED


def names_today(record: models.Model) -> list[DatedName]:
    """The names that a change of name ends: those still borne, former and other ones apart."""
    borne = record.names.filter(kind__in=RENAMED, until=None)
    return sorted(borne, key=lambda name: (RENAMED.index(name.kind), name.language, name.pk))


def rename(
    record: models.Model,
    on: str,
    new: Mapping[DatedName, str],
    more: Iterable[tuple[str, str, str]] = (),
    ended: Iterable[DatedName] = (),
) -> None:
    """End the names of ``new`` and ``ended`` on the date (EDTF text), begin the new ones there.

    A new name takes the language, the kind and the preference of the one that it follows;
    ``more`` are (language, kind, text) of names that follow none. Must run in a transaction;
    raises IntegrityError where a new name clashes with one that is there.
    """
    names = record.names.model
    owner = record.names.field.name
    names.objects.filter(pk__in=[name.pk for name in [*new, *ended]]).update(until=on)
    for old, text in new.items():
        names.objects.create(
            language=old.language,
            kind=old.kind,
            text=text,
            since=on,
            is_preferred=old.is_preferred,
            **{owner: record},
        )
    for language, kind, text in more:
        names.objects.create(language=language, kind=kind, text=text, since=on, **{owner: record})
