"""Counts as rows of a table: a label, a number, the list behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext

from agreements.models.vocabulary import Level, Status
from agreements.search import Figures


@dataclass(frozen=True)
class Row:
    label: str
    number: int
    url: str = ""
    code: str = ""

    @property
    def written(self) -> str:
        return grouped(self.number)


@dataclass(frozen=True)
class Tally:
    """Rows with the greatest number first, and that number for the bars."""

    rows: list[Row] = field(default_factory=list)
    is_about: bool = False

    @property
    def most(self) -> str:
        return str(max((row.number for row in self.rows), default=0))


def grouped(number: int) -> str:
    """As 1,234; most numbers have no need of it."""
    return intcomma(number) if number > 999 else str(number)


def list_url(**asked: Any) -> str:
    """The address of the documents that were asked for."""
    return f"{reverse('documents')}?{urlencode(asked, doseq=True)}"


def ranked(rows: list[Row], figures: Figures) -> Tally:
    some = sorted((row for row in rows if row.number), key=lambda row: -row.number)
    return Tally(some, figures.is_about)


def by_type(figures: Figures, types: Mapping[str, str], **asked: Any) -> Tally:
    """By types of documents, whose words are given by their codes."""
    rows = [
        Row(capfirst(types[code]), number, list_url(**asked, type=code))
        for code, number in figures.of_kind("t")
        if code in types
    ]
    return ranked(rows, figures)


def types_in(figures: Figures) -> dict[str, list[str]]:
    """The codes of the types that are counted, as Names takes them."""
    return {"types": [code for code, _number in figures.of_kind("t")]}


def by_level(figures: Figures, **asked: Any) -> Tally:
    numbers = dict(figures.of_kind("v"))
    rows = [
        Row(capfirst(label), numbers.get(code, 0), list_url(**asked, level=code))
        for code, label in Level.choices
    ]
    return ranked([*rows, Row(capfirst(gettext("not recorded")), numbers.get("", 0))], figures)


def by_status(figures: Figures, **asked: Any) -> Tally:
    """Each document once; one whose partial dates leave its status open has a row of its own."""
    numbers = dict(figures.of_kind("z"))
    rows = [
        Row(capfirst(label), numbers.get(code, 0), list_url(**asked, status=code), code)
        for code, label in statuses().items()
    ]
    left_open = capfirst(gettext("left open by partial dates"))
    return ranked([*rows, Row(left_open, numbers.get("?", 0), "", Status.UNKNOWN)], figures)


def statuses() -> dict[str, str]:
    """Words for documents of every legal nature, by code: those that bind nobody are in effect."""
    said = {code: str(label) for code, label in Status.choices}
    return said | {
        Status.IN_FORCE: gettext("in force or in effect"),
        Status.EXPIRED: gettext("expired or ended"),
    }


def undated() -> str:
    return capfirst(gettext("date not recorded"))


def by_year(figures: Figures, **asked: Any) -> Tally:
    """The latest year first, those without a date last."""
    rows = [
        Row(str(year), number, list_url(**asked, year=year)) if year else Row(undated(), number)
        for year, number in figures.years()
    ]
    return Tally(rows, figures.is_about)
