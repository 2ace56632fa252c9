"""All lists of codes with their words: closed ones, and those that archives extend."""

from __future__ import annotations

from typing import Any

from .authority_records import SUBJECT_ROWS, UNDER_AGENCY, UNDER_STATE
from .code_book import Codes, closed, extended, vocabulary_of
from .event_records import EVENTS, UNDER_EVENT
from .shape import AUTHORITIES, DOCUMENTS, LONG_TABLES

TABLES = (
    DOCUMENTS,
    *LONG_TABLES,
    *AUTHORITIES,
    *UNDER_STATE,
    *UNDER_AGENCY,
    SUBJECT_ROWS,
    EVENTS,
    *UNDER_EVENT,
)


def vocabularies() -> list[dict[str, Any]]:
    """By their names."""
    of_archive = extended()
    fields = [field for table in TABLES for field in table.fields if field.vocabulary]
    every = {vocabulary_of(field): closed(field) for field in fields} | of_archive
    return [listed(name, every[name], is_closed=name not in of_archive) for name in sorted(every)]


def listed(name: str, known: Codes, *, is_closed: bool) -> dict[str, Any]:
    words = [{"code": code, "words": words} for code, words in known]
    return {"name": name, "is_closed": is_closed, "codes": words}
