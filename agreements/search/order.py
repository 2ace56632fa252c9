"""The orders of a list of documents, and the places in it from which a page goes on."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

PLACE = re.compile(r"([01]?)((?:[0-9]{4}-[0-9]{2}-[0-9]{2})|undated)\.([0-9]{1,18})")


class Order(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


@dataclass(frozen=True)
class Place:
    """A document by what it is ordered by, so that the place outlives the document.

    ``is_in_title`` says whether it has the words in its title: such documents stand first in the
    order of relevance.
    """

    signed_first: datetime.date | None
    document: int
    is_in_title: bool = False

    def __str__(self) -> str:
        return f"{'1' if self.is_in_title else ''}{self.signed_first or 'undated'}.{self.document}"

    @classmethod
    def read(cls, text: str) -> Place | None:
        """None where the text is no place."""
        found = PLACE.fullmatch(text) if text.isascii() else None
        if found is None:
            return None
        try:
            day = None if found[2] == "undated" else datetime.date.fromisoformat(found[2])
        except ValueError:
            return None
        return cls(day, int(found[3]), found[1] == "1")
