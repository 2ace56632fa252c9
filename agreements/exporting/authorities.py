"""The authority records that exported rows name by their numbers and codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from agreements.models import Agency, Place, State

from . import authority_records
from .records import BATCH, Record
from .shape import AGENCIES, PLACES, STATES, Table
from .snapshot import snapshot

# Which columns of which tables name them.
NAMING = {
    "state": ("parties", "signings"),
    "agency": ("parties", "responsible_bodies"),
    "place": ("signings",),
}


class Named:
    """They are noted while the rows are written, and read afterwards."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.state: set[str] = set()
        self.agency: set[int] = set()
        self.place: set[int] = set()

    def note(self, record: Record) -> None:
        for column, tables in NAMING.items():
            numbers = getattr(self, column)
            for table in tables:
                numbers.update(row[column] for row in record[table] if row[column] is not None)

    def rows(self) -> Iterator[tuple[Table, list[Any]]]:
        """Agencies, then places, then states: the first two name others of the latter."""
        agencies = Agency.objects.published().select_related("state").prefetch_related("names")
        for some in read(agencies, self.agency):
            for record in authority_records.agencies(some, self.base):
                self.state.add(record["state"])
                self.place.update({record["place"]} - {None})
                yield AGENCIES, list(record.values())
        places = Place.objects.published().select_related("state").prefetch_related("names")
        for some in read(places, self.place):
            for record in authority_records.places(some):
                self.state.update({record["state"]} - {None})
                yield PLACES, list(record.values())
        states = State.objects.published().prefetch_related("names")
        for some in read(states, self.state, "code"):
            for record in authority_records.states(some, self.base):
                yield STATES, list(record.values())


def read(records: QuerySet, keys: Iterable, column: str = "pk") -> Iterator[list[Any]]:
    """In the order of their keys, batch by batch."""
    ordered = iter(sorted(keys))
    while batch := list(islice(ordered, BATCH)):
        with snapshot():
            found = list(records.filter(**{f"{column}__in": batch}).order_by(column))
        yield found
