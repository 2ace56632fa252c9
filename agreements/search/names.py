"""What states, agencies and places are called: all that a page names, in one statement."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from agreements.letters import fold
from agreements.marking import worded
from agreements.models import agency, state
from agreements.models.name import Borne, address_word, shown_name

ALWAYS = DateRange(None, None)
NAME = (
    "n.language, n.text, n.kind, n.until, nullif(n.valid, '(,)') AS valid, n.is_preferred, "
    "n.id AS name_pk, n.sort_key"
)
# A state has names in many languages. Where one in the reader's always holds, no other can be the
# one that is shown, so only those are read.
READERS = """
    LEFT JOIN (
        SELECT r.*, bool_or(r.language = %(language)s AND r.kind IN ('short', 'official')
            AND r.since IS NULL AND r.until IS NULL) OVER (PARTITION BY r.{owner}_id) AS is_settled
        FROM agreements_{owner}name r WHERE r.{owner}_id = ANY({keys})
    ) n ON n.{owner}_id = o.id AND (n.language = %(language)s OR NOT n.is_settled)
"""
STATES, AGENCIES = "(SELECT states FROM asked)::bigint[]", "(SELECT agencies FROM asked)::bigint[]"
PLACES = "%(places)s::bigint[]"
# Of what is asked for, and of the parties of documents.
NAMES = f"""
    WITH party AS MATERIALIZED (
        SELECT state_id, agency_id FROM agreements_party
        WHERE document_id = ANY(%(documents)s::bigint[])
    ), body AS MATERIALIZED (
        SELECT id, state_id FROM agreements_agency WHERE id = ANY(
            %(agencies)s::bigint[] || ARRAY(SELECT DISTINCT agency_id FROM party))
    ), asked AS MATERIALIZED (
        SELECT ARRAY(SELECT id FROM body) AS agencies,
            %(states)s::bigint[] || ARRAY(
                SELECT state_id FROM party UNION SELECT state_id FROM body) AS states
    )
    SELECT 'state' AS what, o.id AS pk, o.code AS word, {NAME} FROM agreements_state o
    {READERS.format(owner="state", keys=STATES)} WHERE o.id = ANY({STATES})
    UNION ALL
    SELECT 'place', o.id, o.id::text, {NAME} FROM agreements_place o
    {READERS.format(owner="place", keys=PLACES)} WHERE o.id = ANY({PLACES})
    UNION ALL
    SELECT 'agency', o.id, o.state_id::text, {NAME} FROM agreements_agency o
    LEFT JOIN agreements_agencyname n ON n.agency_id = o.id
    WHERE o.id = ANY({AGENCIES})
    UNION ALL
    SELECT 'type', 0, t.code, NULL, t.name, NULL, NULL, NULL, NULL, NULL, NULL
    FROM agreements_documenttype t WHERE t.code = ANY(%(types)s::text[])
"""


@dataclass(eq=False)
class Called(Borne):
    """As much of a name as decides whether it is shown."""

    language: str
    text: str
    kind: str = ""
    until: str | None = None
    valid: DateRange = ALWAYS
    is_preferred: bool = False
    pk: int | None = None
    sort_key: str = ""

    def __str__(self) -> str:
        return self.text

    @cached_property
    def marked(self) -> SafeString:
        return worded(self)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)


class PlainCalled(NamedTuple):
    """As much of a title, or of another name without kind and time."""

    pk: int
    language: str
    text: str
    is_variant: bool

    @property
    def stands_aside(self) -> bool:
        return self.is_variant


class Bearer:
    """A state, an agency or a place by its names. ``word`` stands for it where it has none."""

    def __init__(self, kinds: Sequence[str], word: str, names: list[Called]) -> None:
        self.kinds = kinds
        self.word = word
        self.names = names
        ends = {day for name in names for day in (name.valid.lower, name.valid.upper) if day}
        self.changes = sorted(ends)
        self.known: dict[int, Called] = {}

    def called(self, day: datetime.date | None = None) -> Called:
        """What it was called on that day; None means today."""
        if len(self.names) == 1:
            return self.names[0]
        time = bisect_right(self.changes, day) if day else -1
        if time not in self.known:
            found = shown_name(self.names, self.kinds, day)
            self.known[time] = found or Called(get_language() or "en", self.word)
        return self.known[time]

    @property
    def slug(self) -> str:
        return address_word(self.names)


class Names:
    """The bearers by their keys: of the records that are asked for, and of the parties of
    documents, all of which must be public.

    ``types`` has the words of types of documents by their codes.
    """

    def __init__(self, **asked: Iterable) -> None:
        """``asked``: as ``values_of()`` takes it."""
        with connection.cursor() as cursor:
            cursor.execute(NAMES, values_of(**asked))
            self.take(cursor)

    @classmethod
    def read(cls, rows: Iterable[Sequence]) -> Names:
        """From rows of ``NAMES`` that have been read with others."""
        names = cls.__new__(cls)
        names.take(rows)
        return names

    def take(self, rows: Iterable[Sequence]) -> None:
        self.types: dict[str, str] = {}
        found: dict[tuple[str, int, str], list[Called]] = defaultdict(list)
        for kind, pk, word, language, text, of_kind, until, valid, *rest in rows:
            if kind == "type":
                self.types[word] = gettext(text)
                continue
            mine = found[kind, pk, word]
            if text:
                held = ALWAYS if valid is None else valid
                mine.append(Called(language, text, of_kind, until, held, *rest))
        self.states: dict[int, Bearer] = {}
        self.agencies: dict[int, Bearer] = {}
        self.places: dict[int, Bearer] = {}
        self.state_of: dict[int, int] = {}  # of each agency
        for (kind, pk, word), mine in found.items():
            if kind == "agency":
                self.state_of[pk] = int(word)
                word = gettext("agency %(id)s") % {"id": pk}
                self.agencies[pk] = Bearer(agency.SHOWN, word, mine)
            else:
                bearers = self.states if kind == "state" else self.places
                bearers[pk] = Bearer(state.SHOWN, word, mine)

    @classmethod
    def together(cls, *asked: Mapping[str, Iterable]) -> Names:
        """Of what several lists name."""
        return cls(**joined(*asked))


KINDS = ("states", "agencies", "places", "types", "documents")


def joined(*asked: Mapping[str, Iterable]) -> dict[str, set]:
    return {kind: set().union(*(one.get(kind, ()) for one in asked)) for kind in KINDS}


def values_of(**asked: Iterable) -> dict[str, Any]:
    """What stands in ``NAMES``: keys of states, agencies, places and documents, codes of types."""
    lists = {kind: list(asked.get(kind, ())) for kind in KINDS}
    return {**lists, "language": get_language() or "en"}
