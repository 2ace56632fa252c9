"""What a citation of a document is made of, whatever the form in which it is written."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from agreements.exporting.records import Record
from agreements.letters import fold
from agreements.models import Document, DocumentTitle, Party
from agreements.models.vocabulary import PartyRole, Side, WordedBy
from agreements.models.wording import Standing

ARCHIVE = "Pacta"
BY_THE_SIDES = (WordedBy.SIDE_1, WordedBy.SIDE_2, WordedBy.BOTH)
OURS = "import"  # the scheme of numbers that mean something to this archive alone


@dataclass(frozen=True)
class Cited:
    """``sides`` are the bodies of each side, ``status`` is in the reader's words."""

    number: int
    url: str
    title: str
    language: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    signed_on: str | None
    status: str
    status_on: str
    original_title: str | None = None
    summary: str | None = None
    places: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """By which those who cite it name it; the same for ever."""
        return f"pacta{self.number}"

    @property
    def authors(self) -> list[str]:
        return once(name for side in self.sides for name in side)


def of_record(record: Record) -> Cited:
    titles = [(t["text"], t["worded_by"], t["is_variant"]) for t in record["titles"]]
    one, two = (tuple(once(names_of(record["parties"], side))) for side in Side.values)
    named = [(row["scheme"], row["value"]) for row in record["identifiers"]]
    return Cited(
        number=record["id"],
        url=without_words(record["url"]),
        title=plain(record["title"] or ""),
        language=record["title_language"] or "und",
        sides=(one, two),
        signed_on=record["signed_on"],
        status=Standing(record["legal_nature"], periods_on(record)).words,
        status_on=record["status_on"],
        original_title=original(titles, record["title"]),
        summary=plain(record["summary"] or "") or None,
        places=once(plain(row["place_name"] or "") for row in record["signings"]),
        subjects=once(plain(row["name"] or "") for row in record["subjects"]),
        identifiers=numbers_elsewhere(named),
    )


def of_document(document: Document, today: datetime.date, url: str) -> Cited:
    """The same from a document that was read whole, its standing today; ``url`` is permanent."""
    titles = [(t.text, t.worded_by, t.is_variant) for t in document.titles.all()]
    title: DocumentTitle | None = document.title
    one, two = (tuple(once(body_of(party) for party in s.parties)) for s in document.sides)
    named = [(row.scheme_id, row.value) for row in document.identifiers.all()]
    subjects = sorted(document.subjects.all(), key=lambda subject: (subject.position, subject.pk))
    places = [signing.place for signing in document.signings.all() if signing.place]
    return Cited(
        number=document.pk,
        url=url,
        title=plain(title.text if title else ""),
        language=title.language if title else "und",
        sides=(one, two),
        signed_on=document.signed_on,
        status=document.standing.words,
        status_on=today.isoformat(),
        original_title=original(titles, title.text if title else None),
        summary=plain(document.summary) or None,
        places=once(plain(str(place.name or place)) for place in places),
        subjects=once(plain(str(subject.name or subject)) for subject in subjects),
        identifiers=numbers_elsewhere(named),
    )


# Parts --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Period:
    status: str
    is_certain: bool


def periods_on(record: Record) -> list[Period]:
    """Those that hold on the day for which the record gives its status."""
    day = record["status_on"]
    return [
        Period(row["status"], row["is_certain"])
        for row in record["status_periods"]
        if (row["first"] or day) <= day <= (row["last"] or day)
    ]


def names_of(parties: list[dict], side: int) -> Iterable[str]:
    for party in parties:
        if party["side"] == side and party["role"] != PartyRole.TERRITORY:
            yield body(party["agency_name"], party["state_name"], party["name_as_written"])


def body_of(party: Party) -> str:
    state = str(party.state_name or party.state) if party.state else None
    agency = str(party.name or party.agency) if party.agency else None
    return body(agency, state, party.name_as_written)


def body(agency: str | None, state: str | None, written: str | None) -> str:
    """An agency with its state in brackets, unless its name says that; or the state itself."""
    if not agency:
        return plain(state or written or "")
    if not state or fold(state) in fold(agency):
        return plain(agency)
    return plain(f"{agency} ({state})")


def original(titles: list[tuple[str, str, bool]], shown: str | None) -> str | None:
    """What a side itself calls the document, where what is shown are another's words."""
    theirs = [text for text, by, is_variant in titles if by in BY_THE_SIDES and not is_variant]
    return plain(theirs[0]) if theirs and shown not in theirs else None


def numbers_elsewhere(named: list[tuple[str, str]]) -> list[str]:
    """As ``UNTS: 1234``."""
    return [
        plain(f"{scheme.upper() if len(scheme) <= 4 else scheme.replace('_', ' ')}: {value}")
        for scheme, value in named
        if scheme != OURS
    ]


def without_words(url: str) -> str:
    """The address by its number alone: the words that follow may change."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


def plain(text: str) -> str:
    """In one line, without what is no character of a text in any of these forms."""
    kept = (c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))
    return " ".join("".join(kept).split())
