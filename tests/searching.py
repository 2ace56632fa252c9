"""Ask the search as the page asks it."""

from __future__ import annotations

import datetime
from typing import Any

from agreements import search
from agreements.models import Document

TODAY = datetime.date(2026, 7, 1)


def found(typed: str, order: search.Order = search.Order.RELEVANCE, **lookups: Any) -> list[int]:
    """Identities of the documents, in order; the figures must agree with them."""
    asked = search.search(search.Selection().narrowed(**lookups), typed)
    figures = search.figures(asked.selection, TODAY)
    documents = search.listing(asked.selection, figures, order).documents
    assert len(documents) == min(figures.number, 50), typed
    return documents


def finds(typed: str, *documents: Document) -> bool:
    """Whether these are found and no others, in whatever order."""
    return sorted(found(typed)) == sorted(document.pk for document in documents)


def snippet(typed: str, document: Document) -> search.Snippet | None:
    asked = search.search(search.Selection(), typed)
    rows = search.told([document.pk], TODAY, asked.match).rows
    return rows[0].snippet if rows else None
