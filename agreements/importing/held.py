"""What the archive says of documents, to be compared with what a table says."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from agreements.exporting.inside import INSIDE_READERS, InsideRecords
from agreements.exporting.records import Record, empty
from agreements.exporting.rows import Rows
from agreements.exporting.shape import DOCUMENTS
from agreements.models import Citation, Document, Event, MissingValue, StatusOverride
from agreements.models.vocabulary import PublicationState

PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
LISTS = (
    "titles", "parties", "signings", "signatories", "actions", "relations", "identifiers",
    "subjects", "texts",
)  # fmt: skip
READ = (*LISTS, "status_periods")


@dataclass
class Held:
    """A document as ``InsideRecords`` reads it, without names, and what is not exported."""

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


# Of a document of which the archive says nothing yet.
NOTHING = Held(None, {name: [] for name in LISTS})


class Numbers(InsideRecords):
    """Records with codes and numbers only: names and addresses say nothing that they don't."""

    def rows(self, documents: list[int]) -> dict[str, Rows]:
        return {
            name: read(documents) if name in READ else [] for name, read in INSIDE_READERS.items()
        }

    def events_of(self, documents: Any) -> dict[int, Event]:
        return {}

    def meet(self, under: dict[str, dict[int, list[dict]]]) -> None:
        for named, column, tables in (
            (self.bodies.states, "state", ("parties", "signings")),
            (self.bodies.subjects, "subject", ("subjects",)),
        ):
            rows = (row for name in tables for rows in under[name].values() for row in rows)
            named.meet({row[column] for row in rows})

    def fields(
        self, document: Document, rows: dict[str, list[dict]], event: Event | None
    ) -> Record:
        title = document.title
        values = {name: vars(document).get(name) for name in DOCUMENTS.names} | {
            "title": title.text if title else None,
            "type": document.type_id,
            "event": document.event_id,
            "status": self.status(document, rows["status_periods"])["status"],
        }
        return {name: empty(value) for name, value in values.items()}

    def of_parties(self, row: dict, document: Document) -> dict:
        return row | {"state": self.bodies.code(row["state"])}

    of_signings = of_parties

    def of_actions(self, row: dict, document: Document) -> dict:
        return row

    of_identifiers = of_texts = of_status_periods = of_actions

    def of_subjects(self, row: dict, document: Document) -> dict:
        return {"subject": self.bodies.subjects[row["subject"]].slug}


class Holdings:
    """Reads documents by their numbers, in a number of statements that does not grow."""

    def __init__(self, today: datetime.date | None = None) -> None:
        self.records = Numbers(today or timezone.localdate())

    def read(self, numbers: Collection[int]) -> dict[int, Held]:
        if not numbers:
            return {}
        found = {record["id"]: record for record in self.records.read(list(numbers))}
        columns = ("pk", "publication_state", "internal_note")
        besides = Document.objects.filter(pk__in=found).values_list(*columns)
        overrides = grouped(found, StatusOverride.objects.all(), "id", "status", "effective_on")
        sources = ("source__title", "source__publisher", "source__url")
        cited = Citation.objects.filter(source__isnull=False)
        citations = grouped(found, cited, "quote", *sources)
        missing = grouped(found, MissingValue.objects.all(), "id", "field", "reason")
        return {
            pk: Held(
                pk, found[pk], state in PUBLIC, note, overrides[pk], citations[pk], missing[pk]
            )
            for pk, state, note in besides
        }


def grouped(documents: Collection[int], rows: QuerySet, *columns: str) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = defaultdict(list)
    for row in rows.filter(document__in=documents).values("document", *columns):
        found[row["document"]].append(row)
    return found
