"""Rows of tables, and what is made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agreements.importing.converting import Converted, Converter, settle
from agreements.importing.known import Known
from agreements.importing.profiles import Profile, Use
from agreements.importing.tables.found import Row

TITLE = Use("title", "title", language="en")


def rows(*cells: dict[str, str]) -> list[Row]:
    return [Row(number, {"title": "Agreement", **given}) for number, given in enumerate(cells, 2)]


def convert(profile: Profile, *cells: dict[str, str]) -> list[Converted]:
    """With nothing left to ask."""
    profile, questions = settle(profile, rows(*cells))
    assert not questions
    converter = Converter(profile, Known())
    return [converter.convert(row) for row in rows(*cells)]


def one(use: Use, text: str, **settings: Any) -> Converted:
    """A row of a title and one more column, through a profile of these two."""
    profile = replace(Profile(uses=(TITLE, use)), **settings)
    return convert(profile, {use.column: text})[0]


def codes(row: Converted) -> list[str]:
    return [remark.code for remark in row.remarks]
