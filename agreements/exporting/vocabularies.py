"""All lists of codes with their words: closed ones, and those that archives extend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Choices

from agreements.models import DocumentType, IdentifierScheme, Subject

from .authority_records import SUBJECT_ROWS, UNDER_AGENCY, UNDER_STATE
from .event_records import EVENTS, UNDER_EVENT
from .shape import AUTHORITIES, DOCUMENTS, LONG_TABLES, SCHEMES, SUBJECTS, TYPES, codes

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


def name_of(vocabulary: type[Choices] | str) -> str:
    """As ``legal_nature``."""
    if isinstance(vocabulary, str):
        return vocabulary
    words = vocabulary.__qualname__.replace(".", "")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words).lower()


def vocabularies() -> list[dict[str, Any]]:
    """By their names."""
    closed = {
        field.vocabulary
        for table in TABLES
        for field in table.fields
        if field.vocabulary and not isinstance(field.vocabulary, str)
    }
    found = [listed(name_of(one), codes(one), is_closed=True) for one in closed]
    subjects = Subject.objects.published().with_names()
    found += [
        listed(TYPES, ((one.code, str(one)) for one in DocumentType.objects.all())),
        listed(SUBJECTS, ((one.slug, str(one)) for one in subjects)),
        listed(SCHEMES, ((one.code, str(one)) for one in IdentifierScheme.objects.all())),
    ]
    return sorted(found, key=lambda one: one["name"])


def listed(
    name: str, known: Iterable[tuple[str, str]], *, is_closed: bool = False
) -> dict[str, Any]:
    words = [{"code": code, "words": words} for code, words in known]
    return {"name": name, "is_closed": is_closed, "codes": words}
