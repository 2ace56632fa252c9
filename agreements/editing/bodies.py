"""What follows from the bodies on the two sides: the level, and who answers for it today."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from agreements import dates
from agreements.models import Agency, AgencySuccession, Document, Party
from agreements.models.vocabulary import (
    ActingAs,
    AgencyKind,
    Level,
    PartyRole,
    Side,
    StateKind,
)

LEVEL_OF_CAPACITY = {
    ActingAs.STATE: Level.INTERSTATE,
    ActingAs.HEAD_OF_STATE: Level.INTERSTATE,
    ActingAs.GOVERNMENT: Level.INTERGOVERNMENTAL,
}
LEVEL_OF_KIND = {
    AgencyKind.MINISTRY: Level.INTERAGENCY,
    AgencyKind.COMMITTEE_OR_SERVICE: Level.INTERAGENCY,
    AgencyKind.HEAD_OF_STATE_OFFICE: Level.INTERAGENCY,
    AgencyKind.PARLIAMENT: Level.INTERAGENCY,
    AgencyKind.COURT: Level.INTERAGENCY,
    AgencyKind.CENTRAL_BANK: Level.INTERAGENCY,
    AgencyKind.REGION: Level.REGION,
    AgencyKind.CITY: Level.CITY,
    AgencyKind.INSTITUTE: Level.INSTITUTION,
    AgencyKind.UNIVERSITY: Level.INSTITUTION,
    AgencyKind.OTHER: Level.INSTITUTION,
    AgencyKind.COMPANY: Level.ENTERPRISE,
}
HIGHEST_FIRST = list(Level)
LONGEST_CHAIN = 12


def level_of(parties: Iterable[Party]) -> Level | None:
    """The level of a document between these parties; None while a side has no known body.

    A side speaks with its highest voice: a government with two of its ministries speaks as the
    government. Where the sides are unlike, the document is of the lower side's level: a paper
    binds nobody higher than the body that signs it, so that a government with a ministry is
    interagency, a ministry with an institute institution. A region with a city is the exception:
    they meet as territories, and the level is region. An organisation beside or opposite others
    has no level of its own; between an organisation and a state or government the level is theirs.
    """
    voices = {side: voice(p for p in parties_known(parties) if p.side == side) for side in Side}
    if any(found is None for found in voices.values()):
        return None
    spoken = [level for level in voices.values() if level]
    if set(spoken) == {Level.REGION, Level.CITY}:
        return Level.REGION
    return max(spoken, key=HIGHEST_FIRST.index, default=Level.INTERSTATE)


def parties_known(parties: Iterable[Party]) -> list[Party]:
    return [p for p in parties if p.role != PartyRole.TERRITORY and (p.state_id or p.agency_id)]


def voice(parties: Iterable[Party]) -> Level | str | None:
    """The highest level on a side; empty where organisations stand alone; None for nobody."""
    levels = [level_of_party(party) for party in parties]
    heard = [level for level in levels if level]
    if not levels:
        return None
    return min(heard, key=HIGHEST_FIRST.index, default="")


def level_of_party(party: Party) -> Level | str:
    if party.agency:
        return LEVEL_OF_KIND[AgencyKind(party.agency.kind)]
    if party.state.kind == StateKind.ORGANISATION:
        return ""
    return LEVEL_OF_CAPACITY.get(party.acting_as, Level.INTERSTATE)


@dataclass
class Followers:
    """Who took over the tasks of a body that is gone: all of them, or some."""

    body: Agency
    side: int
    whole: list[Agency] = field(default_factory=list)
    partial: list[Agency] = field(default_factory=list)


def followers(document: Document, today: datetime.date) -> list[Followers]:
    """For each signatory that is gone: who followed it, down to those that exist today.

    A whole succession decides, a partial one is a possibility. Bodies that stand on that side
    already, or are entered as responsible, are left out.
    """
    gone = {p.agency_id: p for p in document.parties.all() if p.agency and is_gone(p.agency, today)}
    found = {pk: Followers(p.agency, p.side) for pk, p in gone.items()}
    for start, agency, is_whole in ends_of_chains(set(gone), today):
        rows = found[start].whole if is_whole else found[start].partial
        if agency.pk not in known_on(document, found[start].side) and agency not in rows:
            rows.append(agency)
    return [row for row in found.values() if row.whole or row.partial]


def is_gone(agency: Agency, today: datetime.date) -> bool:
    """Whether it has ended for certain, whatever a partial date means."""
    after = dates.bounds(agency.until)[1] if agency.until else None
    return bool(after and after <= today + datetime.timedelta(days=1))


def known_on(document: Document, side: int) -> set[int]:
    parties = {p.agency_id for p in document.parties.all() if p.side == side}
    return parties | {r.agency_id for r in document.responsible_bodies.all() if r.side == side}


def ends_of_chains(starts: set[int], today: datetime.date) -> list[tuple[int, Agency, bool]]:
    """(the body it began with, one that exists today, whether wholly), one query a generation."""
    open_ends = [(start, start, True) for start in sorted(starts)]
    ends, seen = [], {(start, start) for start in starts}
    for _generation in range(LONGEST_CHAIN):
        rows = successions(pk for _start, pk, _whole in open_ends)
        going = []
        for start, pk, is_whole in open_ends:
            for row in rows.get(pk, []):
                if (start, row.successor_id) in seen:
                    continue
                seen.add((start, row.successor_id))
                whole = is_whole and not row.is_partial
                if is_gone(row.successor, today):
                    going.append((start, row.successor_id, whole))
                else:
                    ends.append((start, row.successor, whole))
        if not going:
            break
        open_ends = going
    return ends


def successions(keys: Iterable[int]) -> dict[int, list[AgencySuccession]]:
    """By predecessor. Whole ones first, so that a partial way to the same body counts less."""
    wanted = Q(predecessor__in=set(keys))
    rows = AgencySuccession.objects.filter(wanted).select_related("successor__state")
    found: dict[int, list[AgencySuccession]] = {}
    for row in rows.prefetch_related("successor__names").order_by("is_partial", "pk"):
        found.setdefault(row.predecessor_id, []).append(row)
    return found
