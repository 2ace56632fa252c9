"""The authority records that exported rows name by their numbers and codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from agreements.models import Agency, Place, State

from .records import BATCH, Record, empty
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
        for agency in read(agencies, self.agency):
            self.state.add(agency.state.code)
            if agency.place_id:
                self.place.add(agency.place_id)
            yield (
                AGENCIES,
                self.row(AGENCIES, agency, state=agency.state.code, place=agency.place_id),
            )
        places = Place.objects.published().select_related("state").prefetch_related("names")
        for place in read(places, self.place):
            code = place.state.code if place.state else None
            if code:
                self.state.add(code)
            yield PLACES, self.row(PLACES, place, state=code)
        for state in read(State.objects.published().prefetch_related("names"), self.state, "code"):
            yield STATES, self.row(STATES, state)

    def row(self, table: Table, record: Any, **values: Any) -> list[Any]:
        values["name"] = str(record.name or record)
        if "url" in table.names:
            with translation.override(settings.LANGUAGE_CODE):
                values["url"] = f"{self.base}{record.get_absolute_url()}"
        return [
            empty(values[name] if name in values else getattr(record, name)) for name in table.names
        ]


def read(records: QuerySet, keys: Iterable, column: str = "pk") -> Iterator[Any]:
    """In the order of their keys, in batches."""
    ordered = iter(sorted(keys))
    while batch := list(islice(ordered, BATCH)):
        with snapshot():
            found = list(records.filter(**{f"{column}__in": batch}).order_by(column))
        yield from found
