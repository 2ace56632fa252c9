"""When the documents of a selection end, and the periods that they cover: what a calendar is made
of. By two walks along days, so that the size of the archive does not matter.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db import connection

from agreements import dates
from agreements.models import Document, StatusPeriod
from agreements.models.status import Basis
from agreements.models.vocabulary import Status

from .selection import Selection

ENDED = (Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED)
ONE_DAY = datetime.timedelta(days=1)
# The longest time, from the first day on which an end is possible to that on which it is certain,
# that is still shown: that of an end of which the year is known.
LONGEST_DOUBT = datetime.timedelta(days=366)

FOUND = "SELECT FROM agreements_searchrow WHERE document_id = {key} AND {found} OFFSET 0"
# What became possible before the range may become certain in it.
ENDING = f"""
SELECT s.document_id FROM agreements_statusperiod s
CROSS JOIN LATERAL ({FOUND.format(key="s.document_id", found="{found}")}) r
WHERE s.status IN ('expired', 'terminated', 'superseded')
AND lower(s.during) >= %s AND lower(s.during) <= %s AND (lower(s.during) >= %s OR NOT s.is_certain)
ORDER BY lower(s.during), s.document_id LIMIT %s
"""
COVERING = f"""
SELECT d.id FROM agreements_document d
CROSS JOIN LATERAL ({FOUND.format(key="d.id", found="{found}")}) r
WHERE d.publication_state = 'published' AND d.period_after IS NOT NULL
AND d.period_after >= %s AND d.period_after <= %s
ORDER BY d.period_after, d.id LIMIT %s
"""


@dataclass(frozen=True)
class End:
    """The end of a document, or of the period that it covers where it does not end with that.

    Possible from ``first`` on, certain from ``certain`` on, None for never: the two are the same
    day where that is known. ``number`` counts the ends of a document, for some come back to life.
    """

    document: int
    number: int
    first: datetime.date
    certain: datetime.date | None
    status: str
    basis: str
    period: str = ""  # set where it is the period that ends

    @property
    def is_known(self) -> bool:
        return self.first == self.certain

    @property
    def is_too_vague(self) -> bool:
        return self.certain is None or self.certain - self.first > LONGEST_DOUBT

    def is_within(self, since: datetime.date, until: datetime.date) -> bool:
        return self.first <= until and (self.certain is None or self.certain >= since)


@dataclass(frozen=True)
class Ends:
    """In the order of their days. ``vague``: how many are known too roughly to be shown.
    ``is_cut``: there are more, all of them later."""

    shown: list[End]
    vague: int
    is_cut: bool


def ends(selection: Selection, since: datetime.date, until: datetime.date, *, most: int) -> Ends:
    ending = keys_of(ENDING, selection, [earliest(since), until, since], most + 1)
    covering = keys_of(COVERING, selection, [since, until], most + 1)
    documents = set(ending[:most]) | set(covering[:most])
    found = [end for end in ends_of(documents) if end.is_within(since, until)]
    shown = sorted(
        (end for end in found if not end.is_too_vague),
        key=lambda end: (end.first, end.document, end.number),
    )
    is_cut = len(shown) > most or len(ending) > most or len(covering) > most
    return Ends(shown[:most], len(found) - len(shown), is_cut)


def earliest(day: datetime.date) -> datetime.date:
    return max(day, datetime.date.min + LONGEST_DOUBT) - LONGEST_DOUBT


def keys_of(sql: str, selection: Selection, days: Sequence[datetime.date], most: int) -> list[int]:
    found = selection.row_by_row()
    with connection.cursor() as cursor:
        cursor.execute(sql.format(found=found.sql), [*found.params, *days, most])
        return [pk for (pk,) in cursor]


def ends_of(documents: Iterable[int]) -> list[End]:
    """All ends of these documents, whenever they are."""
    keys = list(documents)
    rows = StatusPeriod.objects.filter(document__in=keys).order_by("document", "during", "id")
    of_document = {
        pk: [Period(*row) for row in mine]
        for pk, mine in groupby(
            rows.values_list("document", "during", "status", "basis", "is_certain"),
            key=lambda row: row[0],
        )
    }
    found = [end for pk, periods in of_document.items() for end in ends_among(pk, periods)]
    covered = Document.objects.published().filter(pk__in=keys, period_after__isnull=False)
    for pk, period, after in covered.values_list("pk", "period", "period_after"):
        found += end_of_period(pk, period, after, of_document.get(pk, []))
    return found


class Period(NamedTuple):
    document: int
    during: object
    status: str
    basis: str
    is_certain: bool


def ends_among(pk: int, periods: Sequence[Period]) -> list[End]:
    """An end lasts until another status is certain again."""
    found: list[End] = []
    is_over = False
    for period in periods:
        if period.status in ENDED:
            certain = period.during.lower if period.is_certain else None
            if not is_over and period.during.lower is not None:
                found.append(End(pk, len(found) + 1, period.during.lower, certain, *period[2:4]))
                is_over = True
            elif is_over and certain and found[-1].certain is None:
                last = found[-1]
                found[-1] = End(pk, last.number, last.first, certain, *period[2:4])
        elif period.is_certain:
            is_over = False
    return found


def end_of_period(
    pk: int, period: str, after: datetime.date, periods: Sequence[Period]
) -> list[End]:
    """None where the document ends with its period, or has ended before. An approximate period has
    no day at which it ends."""
    ended_by_it = any(one.basis == Basis.END_OF_PERIOD for one in periods)
    is_over = any(one.status in ENDED and one.is_certain and after in one.during for one in periods)
    if ended_by_it or is_over:
        return []
    _first, last = dates.ends(period) or (None, None)
    certain = None if last is None or last.is_approximate else after
    return [End(pk, 0, after, certain, "", Basis.END_OF_PERIOD, period)]
