"""Documents as plain values, in the shape of ``shape.py``.

Whatever leaves the archive as data is made of these records, so that a spreadsheet, the API and
the nightly dump never say different things. They hold what is public, and nothing else.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from agreements.models import Document, DocumentTitle, Event
from agreements.models.gathering import give
from agreements.models.wording import Standing

from .addresses import address
from .bodies import Bodies
from .rows import READERS, Rows, grouped
from .shape import DOCUMENTS, LONG_TABLES
from .snapshot import snapshot

Record = dict[str, Any]

BATCH = 500
ONE_DAY = datetime.timedelta(days=1)


class Records:
    """Reads records: ``today`` says for which day their status is given, ``base`` stands before
    each address, as ``https://archive.example``. Names are in the reader's language.
    """

    def __init__(self, today: datetime.date, base: str = "") -> None:
        self.today = today
        self.base = base
        self.bodies = Bodies()

    @property
    def documents(self) -> QuerySet[Document]:
        return Document.objects.published()

    def rows(self, documents: list[int]) -> dict[str, Rows]:
        """Of the long tables, by their names."""
        return {name: read(documents) for name, read in READERS.items()}

    def events(self) -> QuerySet[Event]:
        return Event.objects.published()

    def stream(self, documents: Iterable[int]) -> Iterator[Record]:
        """In this order, read in batches, each in a number of statements that does not grow.

        No connection is held between two batches, for whoever reads may be slow.
        """
        numbers = iter(documents)
        while batch := list(islice(numbers, BATCH)):
            with snapshot():
                records = self.read(batch)
            yield from records

    def read(self, documents: Sequence[int]) -> list[Record]:
        """In this order, without those that are not public, or are no longer."""
        found = self.documents.in_bulk(list(documents))
        titles = DocumentTitle.objects.filter(document__in=list(found))
        give(found.values(), titles, "titles")  # Django's own prefetching takes much longer
        under = {name: grouped(rows) for name, rows in self.rows(list(found)).items()}
        events = self.events_of(found.values())
        self.meet(under)
        records = []
        for document in (found[pk] for pk in documents if pk in found):
            rows = {name: mine.get(document.pk, []) for name, mine in under.items()}
            records.append(self.record(document, rows, events.get(document.event_id)))
        return records

    def events_of(self, documents: Iterable[Document]) -> dict[int, Event]:
        """By their numbers."""
        numbers = {document.event_id for document in documents if document.event_id}
        return self.events().prefetch_related("names").in_bulk(numbers) if numbers else {}

    def meet(self, under: dict[str, dict[int, list[dict]]]) -> None:
        def numbers(column: str, *tables: str) -> set[int | None]:
            return {row[column] for name in tables for rows in under[name].values() for row in rows}

        self.bodies.states.meet(numbers("state", "parties", "signings"))
        self.bodies.agencies.meet(numbers("agency", "parties", "responsible_bodies"))
        self.bodies.places.meet(numbers("place", "signings"))
        self.bodies.subjects.meet(numbers("subject", "subjects"))

    def record(
        self, document: Document, rows: dict[str, list[dict]], event: Event | None
    ) -> Record:
        """The fields of the document, then the rows of each long table."""
        record = self.fields(document, rows, event)
        for table in LONG_TABLES:
            make = getattr(self, f"of_{table.name}", as_it_is)
            made = (make(row, document) for row in rows[table.name])
            record[table.name] = [
                {name: empty(row.get(name)) for name in table.names} for row in made
            ]
        return record

    def fields(
        self, document: Document, rows: dict[str, list[dict]], event: Event | None
    ) -> Record:
        title = document.title
        values = {name: vars(document).get(name) for name in DOCUMENTS.names}
        values |= {
            "url": self.address(document),
            "title": str(title) if title else None,
            "title_language": title.language if title else None,
            "type": document.type_id,
            **first_and_last("signed", document.signed_first, document.signed_after),
            **first_and_last("period", document.period_first, document.period_after),
            **self.status(document, rows["status_periods"]),
            "event": event.pk if event else None,
            "event_name": str(event) if event else None,
            "event_position": document.event_position if event else None,
            "changed_at": moment(document.changed_at),
        }
        return {name: empty(value) for name, value in values.items()}

    def status(self, document: Document, periods: list[dict]) -> Record:
        """On the day of ``today``, as the pages say it."""
        held = [Period(row) for row in periods if self.today in row["during"]]
        standing = Standing(document.legal_nature, held)
        alone = held[0] if standing.is_certain and held else None
        return {
            "status": str(standing.code),
            "status_on": self.today.isoformat(),
            "status_basis": alone.basis if alone else None,
            "status_since": iso(alone.first) if alone else None,
            "status_is_certain": standing.is_certain,
        }

    def address(self, of: Any) -> str:
        return address(of, self.base)

    # The rows of the long tables ------------------------------------------------------------------

    def of_parties(self, row: dict, document: Document) -> dict:
        day = document.signed_first
        return row | {
            "state": self.bodies.code(row["state"]),
            "state_name": self.bodies.states.name(row["state"], day),
            "agency_name": self.bodies.agencies.name(row["agency"], day),
        }

    def of_signings(self, row: dict, document: Document) -> dict:
        return row | {
            **first_and_last("signed", row["signed_first"], row["signed_after"]),
            "place_name": self.bodies.places.name(row["place"]),
            "state": self.bodies.code(row["state"]),
        }

    def of_actions(self, row: dict, document: Document) -> dict:
        return row | {
            **first_and_last("done", row["done_first"], row["done_after"]),
            **first_and_last("effective", row["effective_first"], row["effective_after"]),
        }

    def of_subjects(self, row: dict, document: Document) -> dict:
        subject = self.bodies.subjects[row["subject"]]
        group = subject.parent.slug if subject.parent else None
        name = self.bodies.subjects.name(subject.pk)
        return {"subject": subject.slug, "name": name, "group": group}

    def of_identifiers(self, row: dict, document: Document) -> dict:
        return row | {"url": row["template"].replace("{value}", row["value"])}

    def of_texts(self, row: dict, document: Document) -> dict:
        page = f"{self.address(document)}texts/{row['id']}/" if row["is_here"] else None
        return row | {"page": page}

    def of_files(self, row: dict, document: Document) -> dict:
        return row | {"url": self.address(row["file"])}

    def of_status_periods(self, row: dict, document: Document) -> dict:
        period = Period(row)
        return row | {"first": iso(period.first), "last": iso(period.last)}

    def of_missing_values(self, row: dict, document: Document) -> dict:
        return row | {"looked_on": iso(row["looked_on"])}

    def of_responsible_bodies(self, row: dict, document: Document) -> dict:
        return row | {"agency_name": self.bodies.agencies.name(row["agency"])}


def as_it_is(row: dict, document: Document) -> dict:
    return row


class Period:
    """A status period as plain values."""

    def __init__(self, row: dict) -> None:
        self.status, self.basis = row["status"], row["basis"]
        self.is_certain = row["is_certain"]
        self.first = row["during"].lower
        self.last = row["during"].upper and row["during"].upper - ONE_DAY


# Values -------------------------------------------------------------------------------------------


def empty(value: Any) -> Any:
    """None for what is not there, however the database says that."""
    return None if value == "" else value


def iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def moment(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def first_and_last(
    name: str, first: datetime.date | None, after: datetime.date | None
) -> dict[str, str | None]:
    last = after - ONE_DAY if after else None
    return {f"{name}_earliest": iso(first), f"{name}_latest": iso(last)}
