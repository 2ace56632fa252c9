"""The tables of a dump: those of an export, and events and authority records with all theirs."""

from __future__ import annotations

from dataclasses import replace

from agreements.exporting.authority_records import (
    DATED_NAMES,
    PARENTS,
    PLAIN_NAMES,
    PREDECESSORS,
    PREDECESSORS_OF_STATE,
    SUBJECT_ROWS,
)
from agreements.exporting.event_records import EVENTS, UNDER_EVENT
from agreements.exporting.shape import (
    AGENCIES,
    LONG_TABLES,
    PLACES,
    STATES,
    SUBJECTS,
    WIDE,
    Field,
    Table,
    always,
    code,
    number,
)

# Moves when a table or a field is renamed or removed, or comes to mean another thing.
VERSION = 1

OF_STATE = always(Field("state", "The code of the state of which the row is."))
OF_AGENCY = always(number("agency", "The number of the agency of which the row is."))
OF_PLACE = always(number("place", "The number of the place of which the row is."))
OF_SUBJECT = always(code("subject", SUBJECTS, "The code of the subject of which the row is."))
OF_EVENT = always(number("event", "The number of the event of which the row is."))


def names_of(name: str, whom: str, of: Field) -> Table:
    about = f"All names of {whom}, each with the time in which it was borne."
    return Table(name, about, (of, *DATED_NAMES.fields))


UNDER_EVENTS = {
    table.name: replace(table, name=f"event_{table.name}", fields=(OF_EVENT, *table.fields))
    for table in UNDER_EVENT
}
STATE_NAMES = names_of("state_names", "states", OF_STATE)
STATE_SUCCESSIONS = Table(
    "state_successions",
    "Which state followed which.",
    (
        always(Field("predecessor", "The code of the state that was followed.")),
        always(Field("successor", "The code of the state that followed it.")),
        *PREDECESSORS_OF_STATE.fields[1:],
    ),
)
AGENCY_NAMES = names_of("agency_names", "agencies", OF_AGENCY)
AGENCY_PARENTS = Table(
    "agency_parents",
    PARENTS.about,
    (
        OF_AGENCY,
        PARENTS.field("under"),
        number("parent", "The number of the agency above."),
        PARENTS.field("since"),
        PARENTS.field("until"),
    ),
)
AGENCY_SUCCESSIONS = Table(
    "agency_successions",
    "Which agency followed which.",
    (
        always(number("predecessor", "The number of the agency that was followed.")),
        always(number("successor", "The number of the agency that followed it.")),
        *PREDECESSORS.fields[1:],
    ),
)
PLACE_NAMES = names_of("place_names", "places", OF_PLACE)
# The rows of documents have the name "subjects".
SUBJECT_LIST = replace(SUBJECT_ROWS, name="subject_list")
SUBJECT_NAMES = Table("subject_names", "All names of subjects.", (OF_SUBJECT, *PLAIN_NAMES.fields))

TABLES = (
    WIDE,
    *LONG_TABLES,
    EVENTS,
    *UNDER_EVENTS.values(),
    STATES,
    STATE_NAMES,
    STATE_SUCCESSIONS,
    AGENCIES,
    AGENCY_NAMES,
    AGENCY_PARENTS,
    AGENCY_SUCCESSIONS,
    PLACES,
    PLACE_NAMES,
    SUBJECT_LIST,
    SUBJECT_NAMES,
)
