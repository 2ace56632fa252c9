"""What the parser proposes: an event and its documents, every value with the words it came from.

Offsets count characters of the text as it was given. State codes are the archive's (``kz``, or
``x-...``), document types, event kinds and qualifiers its vocabularies' codes. Nothing here is
a guess: what the text does not say is ``None``, and what is doubtful has a ``Doubt``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Said:
    """A value and the words that say it. The value may be a code, the words are the text's."""

    value: str
    span: Span


@dataclass(frozen=True)
class Doubt:
    """Something that a clerk has to settle: a code of ``doubts.WORDS`` and what fills its words."""

    code: str
    values: tuple[tuple[str, str], ...] = ()
    span: Span | None = None


@dataclass(frozen=True)
class Person:
    """A head who was present, or a signatory: the name as written, office and state if said."""

    name: Said | None
    office: Said | None = None
    state: str | None = None


@dataclass(frozen=True)
class Party:
    """One body of one side. ``kind``: state, agency, city, region, company, university, other.

    A ``state`` party acts as ``acting_as`` (state, government, head_of_state). ``is_collective``:
    one plural phrase ("the ministries of culture") stands for this party and another's.
    """

    name: Said
    kind: str
    state: str | None
    state_span: Span | None = None
    acting_as: str = ""
    is_collective: bool = False
    side: int | None = None


@dataclass(frozen=True)
class Period:
    """The years that a document covers, of which one may be unsaid."""

    first: int | None
    last: int | None
    span: Span


@dataclass
class Document:
    """One instrument that the text says was signed (adopted, exchanged, issued) now."""

    type: Said
    title: Said
    parties: tuple[Party, ...] = ()
    period: Period | None = None
    signatories: tuple[Person, ...] = ()
    is_signed_by_heads: bool | None = None
    heads_span: Span | None = None
    told_again: tuple[Span, ...] = ()
    is_several: bool = False
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True)
class NotSignedNow:
    """An instrument that the text names and that is no new record.

    ``why``: older, planned, ratified, implemented, reaffirmed.
    """

    title: Said
    why: str


@dataclass(frozen=True)
class EventState:
    """A state that took part, and where the text first says so. ``role``: host, guest, party."""

    code: str
    span: Span
    role: str = "party"


@dataclass(frozen=True)
class Total:
    """How many documents the text says were signed.

    ``qualifier``: exactly, more_than, at_least, about, up_to. ``includes_heads_documents``: yes,
    no, not_stated.
    """

    number: int
    span: Span
    qualifier: str = "exactly"
    includes_heads_documents: str = "not_stated"


@dataclass
class Event:
    """The occasion. ``began_on`` and ``ended_on`` are EDTF text, as exact as the text is."""

    kind: Said | None = None
    began_on: Said | None = None
    ended_on: Said | None = None
    #: month and day, MM-DD, where neither the text nor a date of publication says the year
    day_without_year: Said | None = None
    place: Said | None = None
    states: tuple[EventState, ...] = ()
    heads: tuple[Person, ...] = ()
    total: Total | None = None
    rests_on_publication: bool = False


@dataclass
class Proposal:
    text: str
    language: str
    event: Event
    documents: list[Document] = field(default_factory=list)
    not_signed_now: list[NotSignedNow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
