"""What a row of a table says, taken apart: its cells become fields, and items of lists.

Its cells are those of ``exporting.shape.WIDE`` and some besides, as ``converting`` writes them. An
empty cell says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from agreements.exporting.flat import items
from agreements.letters import fold, nfc
from agreements.models.vocabulary import ActingAs, PartyRole, Side, WordedBy

Cells = dict[str, str]
Item = dict[str, str]

# Columns of the document itself, by how their cells are read.
TEXTS = (
    "type", "legal_nature", "level", "period", "validity", "term", "renewal_term", "notice_period",
    "term_counts_from", "entry_into_force", "entry_into_force_date", "text_absence", "summary",
    "public_note", "internal_note",
)  # fmt: skip
NUMBERS = ("entry_into_force_days", "event", "event_position")
TRUTHS = ("is_signed_by_heads",)
PLAIN = (*TEXTS, *NUMBERS, *TRUTHS)
# Whose items are added to those of the archive; what else a row says, it says instead.
ADDED = (
    "other_titles", "other_title_languages", "signatories", "signatory_offices", "identifiers",
    "subjects", "relations", "text_languages", "text_urls",
)  # fmt: skip
UNDETERMINED = "und"  # of BCP 47
AGENCY, PLACE = "agency", "place"
OWN_NUMBER = "id"  # the scheme of a key that is the archive's own number
OF_A_PARTY = (
    "state", "agency", "agency_name", "agency_kind", "acting_as", "name_as_written", "role",
)  # fmt: skip


@dataclass(frozen=True)
class Body:
    """An agency or a place: by its number, or by a name that may be new to the archive."""

    noun: str
    number: int | None = None
    name: str = ""
    state: str = ""  # the code of its state
    kind: str = ""
    language: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.noun, self.state, fold(self.name)


@dataclass(frozen=True)
class Publication:
    """What a row, or the table as a whole, takes for its source."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published_on: str | None = field(default=None, compare=False)
    retrieved_on: str | None = field(default=None, compare=False)
    language: str = field(default="", compare=False)

    @property
    def words(self) -> dict[str, str]:
        """By which it is known."""
        return {"title": self.title, "publisher": self.publisher, "url": self.url}

    def __str__(self) -> str:
        return ", ".join(filter(None, self.words.values()))


@dataclass(frozen=True)
class Origin:
    """The table itself: whether every row cites it, and why what it says is written."""

    publication: Publication = Publication("-")
    is_cited: bool = False
    reason: str = "-"


@dataclass
class Said:
    """``key`` is by what the document is known again: "id:4821", "unts:1234", or nothing."""

    cells: Cells
    key: str = ""
    origin: Origin = Origin()

    def text(self, name: str) -> str:
        return line(self.cells.get(name, ""))

    @cached_property
    def plain(self) -> dict[str, str | int | bool]:
        """Columns of the document, by name."""
        said = {name: self.cells[name].strip() for name in TEXTS if self.text(name)}
        said |= {name: int(self.text(name)) for name in NUMBERS if self.text(name)}
        return said | {name: self.text(name) == "true" for name in TRUTHS if self.text(name)}

    @cached_property
    def title(self) -> Item | None:
        if not self.text("title"):
            return None
        language = self.text("title_language") or UNDETERMINED
        worded_by = self.text("title_worded_by") or str(WordedBy.SOURCE)
        return {"text": self.text("title"), "language": language, "worded_by": worded_by}

    @cached_property
    def other_titles(self) -> list[Item]:
        rows = self.rows(text="other_titles", language="other_title_languages")
        return [row | {"language": row["language"] or UNDETERMINED} for row in rows if row["text"]]

    def side(self, number: int) -> list[dict]:
        """Its parties, each with what the row says of it; ``agency`` is None or a ``Body``."""
        names = {name: f"side_{number}_{name}" for name in OF_A_PARTY}
        says_agency = self.text(names["agency"]) or self.text(names["agency_name"])
        parties = []
        for row in self.rows(**names):
            party = {name: row[name] for name in self.given(names, "state", "name_as_written")}
            for name, known in (("acting_as", ActingAs), ("role", PartyRole)):
                if row[name] in known.values:
                    party[name] = row[name]
            if says_agency:
                party["agency"] = self.agency(row)
            parties.append(party)
        return each_once(parties)

    def agency(self, row: Item) -> Body | None:
        if row["agency"]:
            return Body(AGENCY, int(row["agency"]))
        if not row["agency_name"] or not row["state"]:
            return None
        kind = row["agency_kind"] or "other"
        return Body(AGENCY, None, row["agency_name"], row["state"], kind, self.language)

    @property
    def language(self) -> str:
        """In which names are given, as far as is known."""
        language = self.text("title_language")
        return language if language and language != UNDETERMINED else "en"

    @cached_property
    def sides(self) -> dict[int, list[dict]]:
        return {number: self.side(number) for number in Side.values}

    @cached_property
    def signings(self) -> list[dict]:
        """Each with what the row says of it; ``place`` is None or a ``Body``."""
        names = {
            "signed_on": "signing_dates",
            "place": "place",
            "place_name": "place_name",
            "state": "place_state",
        }
        signings = []
        for row in self.rows(**names):
            signing: dict = {name: row[name] for name in self.given(names, "signed_on")}
            if row["place"]:
                signing["place"] = Body(PLACE, int(row["place"]))
            elif row["place_name"]:
                name, state = row["place_name"], row["state"]
                signing["place"] = Body(PLACE, None, name, state, language=self.language)
            elif row["state"]:
                signing["state"] = row["state"]
            signings.append(signing)
        return [signing for signing in signings if any(signing.values())]

    @cached_property
    def signatories(self) -> list[Item]:
        rows = self.rows(person="signatories", office="signatory_offices")
        return [row for row in rows if row["person"]]

    @cached_property
    def entries_into_force(self) -> list[Item]:
        return [row for row in self.rows(effective_on="in_force_on") if row["effective_on"]]

    @cached_property
    def notices(self) -> list[Item]:
        names = {"done_on": "notice_given_on", "effective_on": "notice_effective_on"}
        rows = self.rows(**names)
        return [{name: row[name] for name in self.given(names, *names)} for row in rows]

    @cached_property
    def identifiers(self) -> list[tuple[str, str]]:
        """Scheme and value; that by which the row is known among them."""
        scheme, _colon, value = self.key.partition(":")
        known = [(scheme, value)] if value and scheme != OWN_NUMBER else []
        return list(dict.fromkeys([*known, *pairs(self.text("identifiers"))]))

    @cached_property
    def subjects(self) -> list[str]:
        return list(dict.fromkeys(filter(None, items(self.text("subjects")))))

    @cached_property
    def relations(self) -> list[tuple[str, str]]:
        """Kind and the other end, by a number, by an identifier, or in words."""
        return pairs(self.text("relations"))

    @cached_property
    def texts(self) -> list[Item]:
        return self.rows(language="text_languages", url="text_urls")

    @cached_property
    def missing(self) -> list[tuple[str, str]]:
        return pairs(self.text("missing"))

    @cached_property
    def ending(self) -> tuple[str, str] | None:
        """How it ended, and from when."""
        if self.text("ended_on") and self.text("ended_as"):
            return self.text("ended_as"), self.text("ended_on")
        return None

    @cached_property
    def source(self) -> Publication | None:
        """Its own."""
        said = Publication(*(self.text(f"source_{name}") for name in ("title", "publisher", "url")))
        return said if said != Publication() else None

    @cached_property
    def citations(self) -> list[tuple[Publication, str]]:
        """What it cites, with the exact words."""
        quote = self.cells.get("source_quote", "").strip()
        own = [(self.source, quote)] if self.source else []
        if self.origin.is_cited and self.origin.publication != self.source:
            own.append((self.origin.publication, "" if self.source else quote))
        return own

    @property
    def publications(self) -> list[Publication]:
        ending = [self.source or self.origin.publication] if self.ending else []
        return [*(source for source, _quote in self.citations), *ending]

    def given(self, names: dict[str, str], *wanted: str) -> list[str]:
        """Those of which a cell says anything."""
        return [name for name in wanted if self.text(names[name])]

    def rows(self, **names: str) -> list[Item]:
        """Lists that belong together, item by item."""
        columns = [items(self.text(name)) for name in names.values()]
        rows = zip_longest(*columns, fillvalue="")
        return [dict(zip(names, row, strict=True)) for row in rows]

    @cached_property
    def bodies(self) -> list[Body]:
        """Agencies and places that it names."""
        parties = [party for side in self.sides.values() for party in side]
        named = [party.get("agency") for party in parties]
        return [*filter(None, named), *(s["place"] for s in self.signings if s.get("place"))]


def each_once(parties: list[dict]) -> list[dict]:
    """A body may be named twice on a side, and is one party."""
    names = ("state", "agency", "role", "name_as_written")
    found: dict[tuple, dict] = {}
    for party in parties:
        found.setdefault(tuple(party.get(name) for name in names), party)
    return list(found.values())


def line(cell: str) -> str:
    """As a LineField keeps it."""
    return nfc(" ".join(cell.split()))


def pairs(cell: str) -> list[tuple[str, str]]:
    """Items of the form "this:that", each once."""
    found = (re.split(r":\s*", item, maxsplit=1) for item in items(cell))
    return list(dict.fromkeys((one[0], one[1]) for one in found if len(one) == 2 and one[1]))
