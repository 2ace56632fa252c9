"""Counts as rows of a table: a label, a number, the list behind it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from agreements.models import DocumentType
from agreements.models.document import DocumentQuerySet
from agreements.models.vocabulary import Level, Status


@dataclass(frozen=True)
class Row:
    label: str
    number: int
    url: str = ""
    code: str = ""


@dataclass(frozen=True)
class Tally:
    """Rows with the greatest number first, and that number for the bars."""

    rows: list[Row] = field(default_factory=list)

    @property
    def most(self) -> int:
        return max((row.number for row in self.rows), default=0)


def list_url(**asked: Any) -> str:
    """The address of the documents that were asked for."""
    return f"{reverse('documents')}?{urlencode(asked, doseq=True)}"


def ranked(rows: list[Row]) -> Tally:
    return Tally(sorted((row for row in rows if row.number), key=lambda row: -row.number))


def by_type(documents: DocumentQuerySet, **asked: Any) -> Tally:
    numbers = documents.count_by("type")
    types = DocumentType.objects.filter(pk__in=numbers)
    return ranked(
        [Row(str(kind), numbers[kind.pk], list_url(**asked, type=kind.pk)) for kind in types]
    )


def by_level(documents: DocumentQuerySet, **asked: Any) -> Tally:
    numbers = documents.count_by("level")
    rows = [
        Row(str(label), numbers.get(code, 0), list_url(**asked, level=code))
        for code, label in Level.choices
    ]
    return ranked([*rows, Row(gettext("not recorded"), numbers.get("", 0))])


def by_status(documents: DocumentQuerySet, today: datetime.date, **asked: Any) -> Tally:
    """Each document once; one whose partial dates leave its status open has a row of its own."""
    numbers = documents.count_by_status(today)
    said = {
        Status.IN_FORCE: gettext("in force or in effect"),
        Status.EXPIRED: gettext("expired or ended"),
    }
    rows = [
        Row(
            said.get(code) or str(label),
            numbers.get(code, 0),
            list_url(**asked, status=code),
            code,
        )
        for code, label in Status.choices
    ]
    open_row = Row(gettext("left open by partial dates"), numbers[None], "", Status.UNKNOWN)
    return ranked([*rows, open_row])


def by_year(documents: DocumentQuerySet, **asked: Any) -> Tally:
    """The latest year first, those without a date last."""
    numbers = documents.count_by_year()
    undated = numbers.pop(None, 0)
    rows = [
        Row(str(year), numbers[year], list_url(**asked, year=year))
        for year in sorted(numbers, reverse=True)
    ]
    return Tally([*rows, Row(gettext("date not recorded"), undated)] if undated else rows)
