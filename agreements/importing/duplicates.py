"""Rows that may speak of a document that another row speaks of, or that the archive has already.

They are only pointed out: whether two are one, a clerk decides. The measure is that of the doubts
about documents: the same sides, a near date, a title that is alike.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from agreements import dates
from agreements.letters import fold
from agreements.likeness import LIKE, likest, stems
from agreements.models import DocumentTitle, Party, StateName

from .directory import Directory
from .finding import rows
from .said import Said
from .staging import Staged

NEAR = datetime.timedelta(days=3)
SHOWN = 5
YEARS = (2, 9998)  # beyond them there is no day before, or after
# Signed within these days between the two, on different sides.
NEARBY = """
    SELECT w.number, d.id FROM unnest(%(number)s::int[], %(one)s::bigint[], %(two)s::bigint[],
        %(early)s::date[], %(late)s::date[]) AS w(number, one, two, early, late)
    CROSS JOIN LATERAL (
        SELECT d.id FROM agreements_document d
        WHERE (d.signed_first >= w.early AND d.signed_first < w.late
            OR d.signed_first IN (date_trunc('month', w.early)::date,
                date_trunc('year', w.early)::date) AND d.signed_after > w.early)
        AND EXISTS (
            SELECT FROM agreements_party p JOIN agreements_party o
            ON o.document_id = p.document_id AND o.side <> p.side
            WHERE p.document_id = d.id AND p.state_id = w.one AND o.state_id = w.two)
        ORDER BY d.id LIMIT 60) d
"""
# Of the same title and the same date.
TITLED = """
    SELECT w.number, d.id FROM unnest(%(number)s::int[], %(folded)s::text[], %(signed)s::text[])
        AS w(number, folded, signed)
    CROSS JOIN LATERAL (
        SELECT DISTINCT d.id FROM agreements_documenttitle t
        JOIN agreements_document d ON d.id = t.document_id
        WHERE t.folded = w.folded AND d.signed_on IS NOT DISTINCT FROM w.signed
        ORDER BY d.id LIMIT 20) d
"""


@dataclass(frozen=True)
class Features:
    """By what a row is compared."""

    number: int
    states: tuple[str, str]
    agencies: frozenset[int]
    signed: str
    first: datetime.date
    after: datetime.date
    titles: tuple[str, ...]


class Duplicates:
    def __init__(
        self, directory: Directory, look_up: Callable[[Iterable[int]], dict[int, Staged]]
    ) -> None:
        self.directory = directory
        self.look_up = look_up
        self.days: dict[int, tuple[int, ...]] = {}  # by hashes of the states and the day
        self.names: dict[str, set[str]] = defaultdict(set)
        for code, text in StateName.objects.values_list("state__code", "text"):
            self.names[code] |= stems([text])

    def features(self, number: int, said: Said) -> Features | None:
        """None where it does not say enough to tell it from others."""
        sides = said.sides.values()
        states = [next((p["state"] for p in side if p.get("state")), "") for side in sides]
        signed = next((s["signed_on"] for s in reversed(said.signings) if s.get("signed_on")), "")
        first, after = dates.bounds(signed) if signed else (None, None)
        titles = [said.title, *said.other_titles]
        if not all(states) or not first or not after or not said.title:
            return None
        if not YEARS[0] < first.year < YEARS[1] or after.year > YEARS[1]:
            return None
        numbers = {self.directory.number(party.get("agency")) for side in sides for party in side}
        pair = tuple(sorted(states))
        texts = tuple(title["text"] for title in titles if title)
        return Features(number, pair, frozenset(numbers - {None}), signed, first, after, texts)

    def alike(self, one: Features, titles: Sequence[str], agencies: Iterable[int]) -> bool:
        others = set(agencies)
        if one.agencies and others and not one.agencies & others:
            return False
        names = self.names[one.states[0]] | self.names[one.states[1]]
        return likest(one.titles, titles, names) >= LIKE

    def in_file(self, wanted: Sequence[Features]) -> dict[int, list[int]]:
        """Earlier rows by the row; what is asked about is remembered."""
        mine = {one.number: one for one in wanted}
        near: dict[int, list[int]] = {}
        for one in wanted:
            found = [number for day in days(one) for number in self.days.get(day, ())]
            near[one.number] = found[-SHOWN * 4 :]
            key = days(one)[0]
            self.days[key] = (*self.days.get(key, ()), one.number)
        asked = {number for numbers in near.values() for number in numbers} - mine.keys()
        for number, row in self.look_up(asked).items():
            if features := self.features(number, Said(row.record)):
                mine[number] = features
        return {
            number: found
            for number, numbers in near.items()
            if (found := [n for n in numbers if n in mine and self.are_alike(mine, number, n)])
        }

    def are_alike(self, rows: dict[int, Features], one: int, other: int) -> bool:
        return self.alike(rows[one], rows[other].titles, rows[other].agencies)

    def in_archive(self, wanted: Sequence[Features]) -> dict[int, list[int]]:
        """Documents by the row."""
        asked = [one for one in wanted if all(s in self.directory.states for s in one.states)]
        if not asked:
            return {}
        found = rows(
            NEARBY,
            number=[one.number for one in asked],
            one=[self.directory.states[one.states[0]] for one in asked],
            two=[self.directory.states[one.states[1]] for one in asked],
            early=[one.first - NEAR for one in asked],
            late=[one.after + NEAR for one in asked],
        )
        features = {one.number: one for one in asked}
        documents = {document for _number, document in found}
        titles = grouped(DocumentTitle.objects.filter(document__in=documents), "text")
        parties = Party.objects.filter(document__in=documents, agency__isnull=False)
        agencies = grouped(parties, "agency")
        alike: dict[int, list[int]] = defaultdict(list)
        for number, document in found:
            if self.alike(features[number], titles[document], agencies[document]):
                alike[number].append(document)
        return alike


def titled(said: dict[int, Said]) -> dict[int, list[int]]:
    """Documents with the title and the date of the row, by the row."""
    asked = {number: one for number, one in said.items() if one.title}
    if not asked:
        return {}
    last = [[s["signed_on"] for s in one.signings if s.get("signed_on")] for one in asked.values()]
    found = rows(
        TITLED,
        number=list(asked),
        folded=[fold(one.title["text"]) for one in asked.values()],
        signed=[signed[-1] if signed else None for signed in last],
    )
    documents: dict[int, list[int]] = defaultdict(list)
    for number, document in found:
        documents[number].append(document)
    return documents


def days(one: Features) -> list[int]:
    """Hashes of the sides with the date, then with those near it, where it is a day."""
    keys = [hash((one.states, one.signed))]
    if one.after - one.first == datetime.timedelta(days=1):
        near = [n for n in range(-NEAR.days, NEAR.days + 1) if n]
        keys += [
            hash((one.states, (one.first + datetime.timedelta(days=n)).isoformat())) for n in near
        ]
    return keys


def grouped(queryset, column: str) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for document, value in queryset.order_by().values_list("document", column):
        found[document].append(value)
    return found
