"""The rows of a list of documents, ready to be written: two statements, however many rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from agreements.marking import partial_date
from agreements.models.document import DocumentQuerySet
from agreements.models.name import address_word, in_reader_language
from agreements.models.vocabulary import Level, PartyRole, Side
from agreements.models.wording import Standing, made_label

from .names import Called, Names, PlainCalled
from .snippets import Snippet

# Whatever is asked for, only what is published is read.
ROWS = """
    SELECT d.id, d.level, d.legal_nature, d.period, d.signed_on, d.signed_first,
        d.is_signed_by_heads, t.name AS type,
        (SELECT json_agg(json_build_array(n.id, n.language, n.text, n.is_variant) ORDER BY n.id)
            FROM agreements_documenttitle n WHERE n.document_id = d.id) AS titles,
        (SELECT json_agg(json_build_array(p.side, p.state_id, p.agency_id, p.role)
                ORDER BY p.side, p.position, p.id)
            FROM agreements_party p WHERE p.document_id = d.id) AS parties,
        (SELECT json_agg(json_build_array(s.status, s.is_certain) ORDER BY s.during, s.id)
            FROM agreements_statusperiod s WHERE s.document_id = d.id AND s.during @> {today})
            AS periods
    FROM unnest({keys}) WITH ORDINALITY AS found(id, place)
    JOIN agreements_document d ON d.id = found.id AND d.publication_state = 'published'
    LEFT JOIN agreements_documenttype t ON t.code = d.type_id
    ORDER BY found.place
"""


@dataclass(frozen=True)
class Row:
    """What a list says of a document. Safe strings hold mark-up."""

    pk: int
    url: str
    title: str
    language: str
    made: str  # the label for a reader who can't read the title, else empty
    between: SafeString | str
    kind: SafeString
    when: SafeString | str
    status: str
    status_words: str
    year: int | None
    is_signed_by_heads: bool
    snippet: Snippet | None = None  # of its text, around the words that were sought


class Party(NamedTuple):
    side: int
    state: int
    agency: int | None
    role: str


class Period(NamedTuple):
    status: str
    is_certain: bool


class Found(NamedTuple):
    """A document as it is read."""

    pk: int
    level: str
    legal_nature: str
    period: str | None
    signed_on: str | None
    signed_first: datetime.date | None
    is_signed_by_heads: bool
    type: str | None
    titles: list[PlainCalled]
    parties: list[Party]
    periods: tuple[Period, ...]


def rows_of(keys: Sequence[int], today: datetime.date) -> list[Row]:
    """Of these documents, in this order; what is not published is left out."""
    return with_names(found_of(keys, today))


def rows_in(documents: DocumentQuerySet, today: datetime.date) -> list[Row]:
    """Of the documents in a slice of a list, in its order."""
    return with_names(found_in(documents, today))


def with_names(found: list[Found]) -> list[Row]:
    return written(found, Names(**named_in(found))) if found else []


def found_of(keys: Sequence[int], today: datetime.date) -> list[Found]:
    return read(ROWS.format(today="%s", keys="%s::bigint[]"), [today, list(keys)])


def found_in(documents: DocumentQuerySet, today: datetime.date) -> list[Found]:
    try:
        sql, params = documents.values("pk").query.sql_with_params()
    except EmptyResultSet:  # Django knows that there can be none
        return []
    return read(ROWS.format(today="%s", keys=f"ARRAY({sql})"), [today, *params])


def read(sql: str, params: Sequence[Any]) -> list[Found]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [found(*row) for row in cursor]


def found(*values: Any) -> Found:
    """Of a row of ``ROWS``."""
    *own, titles, parties, periods = values
    return Found(
        *own,
        [PlainCalled(*title) for title in titles or ()],
        [Party(*party) for party in parties or ()],
        tuple(Period(*period) for period in periods or ()),
    )


def named_in(found: list[Found]) -> dict[str, set[int]]:
    """The keys of what their rows name, as Names takes them."""
    parties = [party for document in found for party in document.parties]
    return {
        "states": {party.state for party in parties},
        "agencies": {party.agency for party in parties if party.agency},
    }


def written(found: Iterable[Found], names: Names) -> list[Row]:
    """The rows, by names that have been read already."""
    writer = Writer(names)
    return [writer.row(document) for document in found]


class Writer:
    """Writes rows; what many of them have in common it writes once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.address = reverse("documents")
        self.language = get_language()
        self.and_ = format_html(' <span class="and">{}</span> ', gettext("and"))
        self.covers = gettext("covers")
        self.undated = gettext("Date not recorded")
        self.level = cache(lambda code: str(Level(code).label))
        self.type = cache(lambda name: gettext(name) if name else gettext("document"))
        self.date = cache(partial_date)
        self.body = cache(body)
        self.standing = cache(standing)

    def row(self, document: Found) -> Row:
        title = in_reader_language(document.titles)
        is_read = any(title.language == self.language for title in document.titles)
        sides = [self.side(document, number) for number in Side.values]
        code, words = self.standing(document.legal_nature, document.periods)
        first = document.signed_first
        return Row(
            document.pk,
            f"{self.address}{document.pk}/{address_word(document.titles) or 'document'}/",
            title.text,
            title.language,
            "" if is_read else self.made(document, sides),
            self.between(document, sides) if is_read or has_agencies(document) else "",
            self.kind(document),
            self.date(document.signed_on) if document.signed_on else self.undated,
            code,
            words,
            first and first.year,
            document.is_signed_by_heads,
        )

    def side(self, document: Found, number: int) -> list[tuple[Called, Called | None]]:
        """The state and the agency of each party, as they were called on the day of signing."""
        day = document.signed_first
        return [
            (
                self.names.states[party.state].called(day),
                self.names.agencies[party.agency].called(day) if party.agency else None,
            )
            for party in document.parties
            if party.side == number and party.role != PartyRole.TERRITORY
        ]

    def made(self, document: Found, sides: list) -> str:
        states = (dict.fromkeys(state for state, _agency in side) for side in sides)
        words = [", ".join(state.text for state in side) for side in states]
        return made_label(self.type(document.type), words, document.signed_on)

    def between(self, document: Found, sides: list) -> SafeString:
        written = ("; ".join(self.body(*party) for party in side) for side in sides)
        return SafeString(self.and_.join(written))

    def kind(self, document: Found) -> SafeString:
        words = capfirst(self.type(document.type))
        if document.level:
            words += f" · {self.level(document.level)}"
        if not document.period:
            return conditional_escape(words)
        return format_html("{} · {} {}", words, self.covers, self.date(document.period))


def has_agencies(document: Found) -> bool:
    return any(party.agency for party in document.parties)


def body(state: Called, agency: Called | None) -> SafeString:
    """An agency with its state, unless its name says that; or the state itself."""
    if agency is None:
        return state.marked
    if state.folded in agency.folded:
        return agency.marked
    return format_html("{}, {}", agency.marked, state.marked)


def standing(legal_nature: str, periods: tuple[Period, ...]) -> tuple[str, str]:
    found = Standing(legal_nature, periods)
    return found.code, capfirst(found.words)
