"""States, agencies, places and subjects as plain values: in lists by what they are called, alone
with all their names and what they followed or stand under.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F

from agreements.models import (
    Agency,
    AgencyParent,
    AgencySuccession,
    Place,
    State,
    StateSuccession,
    Subject,
)
from agreements.models.vocabulary import NameKind, Under

from .addresses import address
from .records import Record, empty
from .shape import (
    AGENCIES,
    PLACES,
    STATES,
    SUBJECTS,
    Field,
    Kind,
    Table,
    always,
    code,
    date,
    number,
    yes_no,
)

NUMBER_OF_NAME = always(number("id", "The row's own number."))
LANGUAGE = always(Field("language", "Its language.", Kind.LANGUAGE))
TEXT = always(Field("text", "The name."))
DATED_NAMES = Table(
    "names",
    "All names, each with the time in which it was borne.",
    (
        NUMBER_OF_NAME,
        LANGUAGE,
        TEXT,
        always(code("kind", NameKind, "What the name is to its bearer.")),
        date("since", "Since when it is borne."),
        date("until", "From when on it is no longer borne."),
        yes_no("is_preferred", "The one to show, of several that hold at once."),
    ),
)
PLAIN_NAMES = Table(
    "names",
    "All names.",
    (NUMBER_OF_NAME, LANGUAGE, TEXT, yes_no("is_variant", "Another wording, to be found by.")),
)
SUBJECT_ROWS = Table(
    "subjects",
    "What documents are about: groups, and subjects in them.",
    (
        always(code("subject", SUBJECTS, "The subject's code.")),
        always(Field("name", "What it is called.")),
        code("group", SUBJECTS, "The group in which it stands; empty for a group."),
        always(Field("url", "Its page.", Kind.URL)),
    ),
)


def other_states(name: str, about: str) -> Table:
    return Table(
        name,
        about,
        (
            always(Field("state", "The code of the other state.")),
            date("succeeded_on", "When."),
            Field("note", "A note."),
        ),
    )


def other_agencies(name: str, about: str) -> Table:
    return Table(
        name,
        about,
        (
            always(number("agency", "The number of the other agency.")),
            date("succeeded_on", "When."),
            yes_no("is_partial", "Only some of its tasks were taken over."),
        ),
    )


PARENTS = Table(
    "parents",
    "What an agency stands or stood under.",
    (
        always(code("under", Under, "Another agency, or the state acting as one of these.")),
        number("agency", "The number of that agency."),
        date("since", "Since when."),
        date("until", "Until when."),
    ),
)
PREDECESSORS_OF_STATE = other_states("predecessors", "The states that it followed.")
SUCCESSORS_OF_STATE = other_states("successors", "The states that followed it.")
PREDECESSORS = other_agencies("predecessors", "The public agencies that it followed.")
SUCCESSORS = other_agencies("successors", "The public agencies that followed it.")
UNDER_STATE = (DATED_NAMES, PREDECESSORS_OF_STATE, SUCCESSORS_OF_STATE)
UNDER_AGENCY = (DATED_NAMES, PARENTS, PREDECESSORS, SUCCESSORS)
UNDER_SUBJECT = (PLAIN_NAMES,)


def states(found: Iterable[State], base: str = "") -> list[Record]:
    return [written(STATES, state, base) for state in found]


def state(one: State, base: str = "") -> Record:
    rows = StateSuccession.objects.order_by("pk")
    before = rows.filter(successor=one).values("succeeded_on", "note", state=F("predecessor__code"))
    after = rows.filter(predecessor=one).values("succeeded_on", "note", state=F("successor__code"))
    return written(STATES, one, base) | {
        "names": names(DATED_NAMES, one),
        "predecessors": plain(PREDECESSORS_OF_STATE, before),
        "successors": plain(SUCCESSORS_OF_STATE, after),
    }


def agencies(found: Iterable[Agency], base: str = "") -> list[Record]:
    return [
        written(AGENCIES, agency, base, state=agency.state.code, place=agency.place_id)
        for agency in found
    ]


def agency(one: Agency, base: str = "") -> Record:
    """Of those that are not public nothing is told. What stands above a public one is."""
    public = Agency.objects.published()
    columns = ("succeeded_on", "is_partial")
    rows = AgencySuccession.objects.order_by("pk")
    before = rows.filter(successor=one, predecessor__in=public)
    after = rows.filter(predecessor=one, successor__in=public)
    parents = AgencyParent.objects.filter(agency=one).order_by("pk")
    above = parents.values("under", "since", "until", "parent")
    (record,) = agencies([one], base)
    return record | {
        "names": names(DATED_NAMES, one),
        "parents": plain(PARENTS, (row | {"agency": row["parent"]} for row in above)),
        "predecessors": plain(PREDECESSORS, before.values(*columns, agency=F("predecessor"))),
        "successors": plain(SUCCESSORS, after.values(*columns, agency=F("successor"))),
    }


def places(found: Iterable[Place]) -> list[Record]:
    return [
        written(PLACES, place, state=place.state.code if place.state else None) for place in found
    ]


def subjects(found: Iterable[Subject], base: str = "") -> list[Record]:
    return [
        written(
            SUBJECT_ROWS,
            subject,
            base,
            subject=subject.slug,
            group=subject.parent.slug if subject.parent else None,
        )
        for subject in found
    ]


def subject(one: Subject, base: str = "") -> Record:
    (record,) = subjects([one], base)
    return record | {"names": names(PLAIN_NAMES, one)}


def written(table: Table, record: Any, base: str = "", **values: Any) -> Record:
    """Of what is not given the fields of the record itself."""
    values["name"] = str(record)
    if "url" in table.names:
        values["url"] = address(record, base)
    return {
        name: empty(values[name] if name in values else getattr(record, name))
        for name in table.names
    }


def names(table: Table, record: Any) -> list[Record]:
    rows = sorted(record.names.all(), key=lambda name: name.pk)
    return plain(table, (vars(row) for row in rows))


def plain(table: Table, rows: Iterable[Record]) -> list[Record]:
    return [{name: empty(row[name]) for name in table.names} for row in rows]
