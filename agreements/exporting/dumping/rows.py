"""What a dump is made of: the rows of its tables, in one walk over all that is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from agreements.exporting.authority_records import (
    DATED_NAMES,
    PLAIN_NAMES,
    agencies,
    names,
    places,
    states,
    subjects,
)
from agreements.exporting.event_records import EVENTS
from agreements.exporting.records import BATCH, Record, empty
from agreements.exporting.shape import AGENCIES, PLACES, STATES, Table
from agreements.models import (
    Agency,
    AgencyParent,
    AgencySuccession,
    Place,
    State,
    StateSuccession,
    Subject,
)

from .shape import (
    AGENCY_NAMES,
    AGENCY_PARENTS,
    AGENCY_SUCCESSIONS,
    PLACE_NAMES,
    STATE_NAMES,
    STATE_SUCCESSIONS,
    SUBJECT_LIST,
    SUBJECT_NAMES,
    UNDER_EVENTS,
)

Rows = Iterator[tuple[Table, list[Any]]]


def of_event(record: Record) -> Rows:
    yield EVENTS, [record[name] for name in EVENTS.names]
    for name, table in UNDER_EVENTS.items():
        for row in record[name]:
            yield table, [record["id"], *row.values()]


def of_authorities(base: str) -> Rows:
    """Of all that are public, whether or not another row names them."""
    for state, record in written(State.objects.published(), states, base):
        yield STATES, list(record.values())
        yield from named(STATE_NAMES, state.code, names(DATED_NAMES, state))
    followed = StateSuccession.objects.values_list(
        "predecessor__code", "successor__code", "succeeded_on", "note"
    )
    yield from plain(STATE_SUCCESSIONS, followed)
    yield from of_agencies(base)
    for place, record in written(Place.objects.published().select_related("state"), places):
        yield PLACES, list(record.values())
        yield from named(PLACE_NAMES, place.pk, names(DATED_NAMES, place))
    for subject, record in written(
        Subject.objects.published().select_related("parent"), subjects, base
    ):
        yield SUBJECT_LIST, list(record.values())
        yield from named(SUBJECT_NAMES, subject.slug, names(PLAIN_NAMES, subject))


def of_agencies(base: str) -> Rows:
    """With what stands above them, which is public as they are, and what they followed."""
    public = Agency.objects.published()
    for agency, record in written(public.select_related("state"), agencies, base):
        yield AGENCIES, list(record.values())
        yield from named(AGENCY_NAMES, agency.pk, names(DATED_NAMES, agency))
    above = AgencyParent.objects.filter(agency__in=public)
    yield from plain(
        AGENCY_PARENTS, above.values_list("agency", "under", "parent", "since", "until")
    )
    followed = AgencySuccession.objects.filter(predecessor__in=public, successor__in=public)
    yield from plain(
        AGENCY_SUCCESSIONS,
        followed.values_list("predecessor", "successor", "succeeded_on", "is_partial"),
    )


def written(found: QuerySet, write: Callable, *base: str) -> Iterator[tuple[Any, Record]]:
    """The records of the authority lists, each with what is written of it."""
    ordered = found.order_by("pk").prefetch_related("names").iterator(chunk_size=BATCH)
    while batch := list(islice(ordered, BATCH)):
        yield from zip(batch, write(batch, *base), strict=True)


def named(table: Table, of: Any, rows: Iterable[Record]) -> Rows:
    yield from ((table, [of, *row.values()]) for row in rows)


def plain(table: Table, rows: QuerySet) -> Rows:
    for row in rows.order_by("pk").iterator(chunk_size=BATCH):
        yield table, [empty(value) for value in row]
