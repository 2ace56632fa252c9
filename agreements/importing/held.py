"""What the archive says of documents, to be compared with what a table says."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from agreements.exporting.inside import InsideRecords
from agreements.exporting.records import Record
from agreements.models import Citation, Document, MissingValue, StatusOverride
from agreements.models.vocabulary import PublicationState

PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
# Of a document of which the archive says nothing yet.
LISTS = (
    "titles", "parties", "signings", "signatories", "actions", "relations", "identifiers",
    "subjects", "texts",
)  # fmt: skip


@dataclass
class Held:
    """A document as ``InsideRecords`` reads it, and what is not exported."""

    number: int | None
    record: Record
    is_public: bool = False
    internal_note: str = ""
    overrides: list[dict] = field(default_factory=list)
    citations: list[dict] = field(default_factory=list)
    missing: list[dict] = field(default_factory=list)

    def plain(self, column: str) -> Any:
        return self.internal_note if column == "internal_note" else self.record.get(column)

    def side(self, number: int) -> list[dict]:
        return [party for party in self.record["parties"] if party["side"] == number]


NOTHING = Held(None, {name: [] for name in LISTS})


class Holdings:
    """Reads documents by their numbers, in a number of statements that does not grow."""

    def __init__(self, today: datetime.date | None = None) -> None:
        self.records = InsideRecords(today or timezone.localdate())

    def read(self, numbers: Collection[int]) -> dict[int, Held]:
        if not numbers:
            return {}
        found = {record["id"]: record for record in self.records.read(list(numbers))}
        besides = Document.objects.filter(pk__in=found).values_list(
            "pk", "publication_state", "internal_note"
        )
        overrides = grouped(
            StatusOverride.objects.filter(document__in=found).values(
                "id", "document", "status", "effective_on"
            )
        )
        citations = grouped(
            Citation.objects.filter(document__in=found, source__isnull=False).values(
                "document", "quote", "source__title", "source__publisher", "source__url"
            )
        )
        missing = grouped(
            MissingValue.objects.filter(document__in=found).values(
                "id", "document", "field", "reason"
            )
        )
        return {
            pk: Held(
                pk, found[pk], state in PUBLIC, note, overrides[pk], citations[pk], missing[pk]
            )
            for pk, state, note in besides
        }


def grouped(rows: Any) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return found
