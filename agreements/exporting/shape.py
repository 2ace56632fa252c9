"""The shape of what leaves the archive: the tables, their fields, and what each means.

One shape serves spreadsheets, JSON, the API and the nightly dump. ``DOCUMENTS`` has one row for
each document; every other table has many for one, and hangs on it by ``document``. In JSON the
rows of those tables stand in the record, under the table's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Choices

from agreements.models.missing_value import MissingValue
from agreements.models.status import Basis
from agreements.models.vocabulary import (
    ActingAs,
    ActionKind,
    AgencyKind,
    CountsFrom,
    EntryIntoForce,
    FileKind,
    LanguageRole,
    LegalNature,
    Level,
    MissingReason,
    PartyRole,
    RelationKind,
    Stance,
    StateKind,
    Status,
    TextAbsence,
    TextAvailability,
    Validity,
    WordedBy,
)


class Kind(StrEnum):
    """What the values of a field are, and in which form."""

    TEXT = "text"
    NUMBER = "number"  # whole
    YES_NO = "yes_no"  # true or false
    CODE = "code"  # of the field's vocabulary
    DATE = "date"  # EDTF: 2023, 2023-05, 2023-05-04, each with ~; 2023/2025
    DAY = "day"  # ISO 8601: 2023-05-04
    TIME = "time"  # ISO 8601 with its zone
    LENGTH = "length"  # ISO 8601: P5Y, P6M, P90D
    LANGUAGE = "language"  # BCP 47
    URL = "url"


# Vocabularies that an archive may extend, by the name under which code books list their rows.
TYPES, SUBJECTS, SCHEMES = "document_types", "subjects", "identifier_schemes"


@dataclass(frozen=True)
class Field:
    """``vocabulary`` is a closed list of codes, or the name of a list that archives extend.

    ``is_always_there``: no row is without it.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    vocabulary: type[Choices] | str | None = None
    is_always_there: bool = False


@dataclass(frozen=True)
class Table:
    """``fields`` of a long table do not name the document on which its rows hang."""

    name: str
    about: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> list[str]:
        return [field.name for field in self.fields]

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


def always(field: Field) -> Field:
    return replace(field, is_always_there=True)


def code(name: str, vocabulary: type[Choices] | str, about: str) -> Field:
    return Field(name, about, Kind.CODE, vocabulary)


def number(name: str, about: str) -> Field:
    return Field(name, about, Kind.NUMBER)


def yes_no(name: str, about: str) -> Field:
    return always(Field(name, about, Kind.YES_NO))


def date(name: str, about: str) -> Field:
    return Field(
        name, f"{about} As exact as it is known; empty where it is not recorded.", Kind.DATE
    )


def bounds(name: str, of: str) -> tuple[Field, Field]:
    """The first and the last day that a partial date may mean."""
    return (
        Field(f"{name}_earliest", f"The first day that {of} may mean.", Kind.DAY),
        Field(f"{name}_latest", f"The last day that {of} may mean, itself included.", Kind.DAY),
    )


SIDE = "1 or 2. Bilateral means two sides; a side may have several parties."

DOCUMENTS = Table(
    "documents",
    "One row for each document: one paper that two sides signed.",
    (
        always(number("id", "The document's number in this archive. It never changes.")),
        always(
            Field(
                "url",
                "Its address. The number in it never changes; the words behind that may.",
                Kind.URL,
            )
        ),
        Field("title", "The title in the reader's language, else in English, else the first one."),
        Field("title_language", "The language of that title.", Kind.LANGUAGE),
        code("type", TYPES, "What the document calls itself."),
        always(code("legal_nature", LegalNature, "Whether and under which law it binds.")),
        code("level", Level, "Who speaks to whom. Empty where it is not recorded."),
        date("signed_on", "When it was signed; of several signings, the last."),
        *bounds("signed", "signed_on"),
        date("period", "The period that it covers, as 2023/2025."),
        *bounds("period", "period"),
        always(code("validity", Validity, "How long it is to last.")),
        Field("term", "The length of its first term.", Kind.LENGTH),
        Field("renewal_term", "The length of each further term.", Kind.LENGTH),
        Field("notice_period", "How long before its end notice is given.", Kind.LENGTH),
        always(code("term_counts_from", CountsFrom, "What the term is counted from.")),
        always(code("entry_into_force", EntryIntoForce, "How it enters into force.")),
        number("entry_into_force_days", "How many days after the last notification."),
        date("entry_into_force_date", "The agreed date of entry into force."),
        always(
            code(
                "status", Status, "Where it stands on the day of status_on; computed, never typed."
            )
        ),
        always(Field("status_on", "The day for which the status is given.", Kind.DAY)),
        code("status_basis", Basis, "What the status rests on."),
        Field("status_since", "The first day of that status, where it is known.", Kind.DAY),
        yes_no("status_is_certain", "False where partial dates leave several answers open."),
        always(code("text_availability", TextAvailability, "Whether its text is here.")),
        always(code("text_absence", TextAbsence, "Where there is no text: why.")),
        number("event", "The number of the occasion on which it was signed."),
        Field("event_name", "What that occasion is called."),
        number("event_position", "Its place among the documents of the occasion; 0 where open."),
        yes_no("is_signed_by_heads", "Signed by the heads of the two sides themselves."),
        Field("summary", "What it is about, in a few words."),
        Field("public_note", "A note on the record."),
        always(Field("changed_at", "When the record was last changed.", Kind.TIME)),
    ),
)
TITLES = Table(
    "titles",
    "All titles of a document, as written.",
    (
        always(number("id", "The row's own number.")),
        always(Field("language", "Its language.", Kind.LANGUAGE)),
        always(Field("text", "The title.")),
        always(code("worded_by", WordedBy, "Whose words these are.")),
        yes_no("is_variant", "Another wording, to be found by."),
    ),
)
PARTIES = Table(
    "parties",
    "The bodies on each side, in their order.",
    (
        always(number("id", "The row's own number; signings, actions and signatories name it.")),
        always(number("side", SIDE)),
        always(number("position", "Its place on the side.")),
        always(Field("state", "The code of its state: ISO 3166, or x- and a word.")),
        always(Field("state_name", "What the state was called on the day of the document.")),
        number("agency", "The number of the agency; empty where the state itself is the party."),
        Field("agency_name", "What the agency was called on that day."),
        code("acting_as", ActingAs, "The capacity of a state where no agency is named."),
        Field("name_as_written", "What the document calls it."),
        always(
            code("role", PartyRole, "Party, on whose behalf, or a territory to which it applies.")
        ),
    ),
)
SIGNINGS = Table(
    "signings",
    "The acts of signing. An exchange of notes has two.",
    (
        always(number("id", "The row's own number; signatories name it.")),
        date("signed_on", "When."),
        *bounds("signed", "signed_on"),
        number("place", "The number of the place."),
        Field("place_name", "What the place is called."),
        Field("state", "The code of the state, where no place is known."),
        number("party", "The party that signed; empty where all signed together."),
        Field("note_number", "The number of the note, in an exchange of notes."),
    ),
)
SIGNATORIES = Table(
    "signatories",
    "The persons who signed.",
    (
        always(number("id", "The row's own number.")),
        always(Field("person", "The name.")),
        Field("office", "The office as stated."),
        number("party", "The party for which."),
        number("signing", "The act of signing; empty where there is only one."),
    ),
)
ACTIONS = Table(
    "actions",
    "The dated steps in a document's life.",
    (
        always(number("id", "The row's own number.")),
        always(code("kind", ActionKind, "What was done.")),
        number("side", "The side that did it; empty where a party or all did."),
        number("party", "The party that did it."),
        date("done_on", "When it was done."),
        *bounds("done", "done_on"),
        date("received_on", "When it was received."),
        date("effective_on", "When it takes effect."),
        *bounds("effective", "effective_on"),
        Field("reference", "The law, decree or note that it rests on."),
        Field("note", "A note."),
    ),
)
RELATIONS = Table(
    "relations",
    "What a document does to others. Each stands once, with the document that acts.",
    (
        always(number("id", "The row's own number.")),
        always(code("kind", RelationKind, "What it does.")),
        number("target", "The number of the other document, where this archive has it."),
        Field("target_text", "The other document in words, where it has not."),
        date("effective_on", "When that takes effect."),
        Field("extent", "The articles, where not the whole."),
    ),
)
IDENTIFIERS = Table(
    "identifiers",
    "What other registers call the document.",
    (
        always(number("id", "The row's own number.")),
        always(code("scheme", SCHEMES, "The series or register.")),
        always(Field("value", "The number or name in it.")),
        Field("url", "The address there, where the register has any.", Kind.URL),
    ),
)
OF_SUBJECTS = Table(
    "subjects",
    "What a document is about.",
    (
        always(code("subject", SUBJECTS, "The subject.")),
        always(Field("name", "What it is called.")),
        code("group", SUBJECTS, "The group in which it stands."),
    ),
)
TEXTS = Table(
    "texts",
    "The language versions that are here or known elsewhere.",
    (
        always(number("id", "The row's own number.")),
        always(Field("language", "Its language.", Kind.LANGUAGE)),
        code("role", LanguageRole, "Authentic, or a translation. Empty where it is not known."),
        Field("url", "Where it stands elsewhere.", Kind.URL),
        Field("origin", "Where it comes from."),
        Field("page", "Where it can be read here.", Kind.URL),
    ),
)
FILES = Table(
    "files",
    "The originals, as they were received.",
    (
        always(number("id", "The file's number.")),
        number("text", "The text that it holds; empty for an attachment."),
        always(Field("name", "Its name.")),
        always(Field("url", "Its address.", Kind.URL)),
        always(code("kind", FileKind, "What it is by its content.")),
        always(number("size", "In bytes.")),
        always(Field("sha256", "SHA-256 of its bytes, in hexadecimal.")),
        number("pages", "How many pages it has."),
        number("replaces", "The older version that it replaces."),
    ),
)
STATUS_PERIODS = Table(
    "status_periods",
    "The status over time, as the rules find it. Where dates are partial, periods overlap.",
    (
        always(code("status", Status, "The status.")),
        Field("first", "Its first day; empty where it has none.", Kind.DAY),
        Field("last", "Its last day, itself included; empty where it goes on.", Kind.DAY),
        always(code("basis", Basis, "What it rests on.")),
        yes_no("is_certain", "False where partial dates leave several answers open."),
    ),
)
MISSING_VALUES = Table(
    "missing_values",
    "What is missing, said on purpose.",
    (
        always(code("field", MissingValue.Field, "What is missing.")),
        always(code("reason", MissingReason, "How it is missing.")),
        Field("looked_on", "When it was looked for.", Kind.DAY),
        Field("note", "A note."),
    ),
)
RESPONSIBLE_BODIES = Table(
    "responsible_bodies",
    "Who answers for a document today, where it is not the signatory.",
    (
        always(number("side", SIDE)),
        always(number("agency", "The number of the agency.")),
        always(Field("agency_name", "What it is called today.")),
    ),
)
CITATIONS = Table(
    "citations",
    "What sources say of the document, its parties and the steps in its life.",
    (
        always(number("id", "The row's own number.")),
        number("source", "The number of the source."),
        Field("source_title", "What the source is."),
        Field("source_url", "Its address.", Kind.URL),
        number("text", "A text of this archive that is cited in the place of a source."),
        Field("article", "The article of that text."),
        number("party", "The party of which it speaks; empty where it is the document."),
        number("action", "The step of which it speaks."),
        Field("field", "The field of which it speaks; empty for the whole."),
        Field("quote", "The exact words."),
        always(code("stance", Stance, "States, agrees, or differs.")),
        Field("value", "The value that it gives."),
    ),
)
LONG_TABLES = (
    TITLES,
    PARTIES,
    SIGNINGS,
    SIGNATORIES,
    ACTIONS,
    RELATIONS,
    IDENTIFIERS,
    OF_SUBJECTS,
    TEXTS,
    FILES,
    STATUS_PERIODS,
    MISSING_VALUES,
    RESPONSIBLE_BODIES,
    CITATIONS,
)

# Authority records that the rows name by their numbers and codes.
STATES = Table(
    "states",
    "States, territories and international organisations, present and former.",
    (
        always(Field("code", "ISO 3166-1 (two letters), ISO 3166-3 (four), or x- and a word.")),
        Field("alpha3", "ISO 3166-1 alpha-3, where there is one."),
        always(Field("name", "Its name today, or the last.")),
        always(code("kind", StateKind, "What it is.")),
        date("since", "Since when it exists."),
        date("until", "Until when it existed."),
        always(Field("url", "Its page.", Kind.URL)),
    ),
)
AGENCIES = Table(
    "agencies",
    "The bodies below the state that the rows name.",
    (
        always(number("id", "The agency's number. It never changes.")),
        always(Field("name", "Its name today, or the last.")),
        always(code("kind", AgencyKind, "What it is.")),
        always(Field("state", "The code of its state.")),
        number("place", "For a city or region: the number of its place."),
        date("since", "Since when it exists."),
        date("until", "Until when it existed."),
        always(Field("url", "Its page.", Kind.URL)),
    ),
)
PLACES = Table(
    "places",
    "The places that the rows name.",
    (
        always(number("id", "The place's number. It never changes.")),
        always(Field("name", "Its name.")),
        Field("state", "The code of its state."),
    ),
)
AUTHORITIES = (STATES, AGENCIES, PLACES)


# The wide row -------------------------------------------------------------------------------------


def of_side(side: int) -> tuple[Field, ...]:
    """Lists with one item for each party of the side, in the same order."""
    shown = [
        ("state", "state", "The codes of their states."),
        ("state_name", "state_name", "What the states were called on the day of the document."),
        ("agency", "agency", "The numbers of the agencies; empty where the state is the party."),
        ("agency_name", "agency_name", "What the agencies were called on that day."),
        ("acting_as", "acting_as", "The capacity of a state where no agency is named."),
        ("name_as_written", "name_as_written", "What the document calls them."),
        ("role", "role", "Party, on whose behalf, or a territory to which it applies."),
    ]
    return tuple(
        replace(PARTIES.field(of), name=f"side_{side}_{name}", about=f"{about} {A_LIST}")
        for name, of, about in shown
    )


def listed(name: str, of: Table, column: str, about: str) -> Field:
    return replace(of.field(column), name=name, about=f"{about} {A_LIST}")


A_LIST = "A list."
# A document in one row, as spreadsheets have it: what is many, as lists. The long tables say more.
WIDE = Table(
    "documents",
    "One row for each document: one paper that two sides signed. The items of a list stand "
    "between vertical bars; a bar within an item has a backslash before it.",
    (
        *DOCUMENTS.fields,
        *of_side(1),
        *of_side(2),
        listed("other_titles", TITLES, "text", "The other titles."),
        listed("other_title_languages", TITLES, "language", "Their languages."),
        listed("signing_dates", SIGNINGS, "signed_on", "When it was signed, each time."),
        listed("place", SIGNINGS, "place", "The numbers of the places of signing."),
        listed("place_name", SIGNINGS, "place_name", "What these places are called."),
        listed("place_state", SIGNINGS, "state", "The states, where only these are known."),
        listed("signatories", SIGNATORIES, "person", "The persons who signed."),
        listed("signatory_offices", SIGNATORIES, "office", "Their offices as stated."),
        listed("in_force_on", ACTIONS, "effective_on", "When it entered into force."),
        listed("notice_given_on", ACTIONS, "done_on", "When notice of termination was given."),
        listed("notice_effective_on", ACTIONS, "effective_on", "When that notice takes effect."),
        Field("identifiers", f"What other registers call it: scheme, colon, number. {A_LIST}"),
        listed("subjects", OF_SUBJECTS, "subject", "What it is about."),
        Field("relations", f"What it does: amends:4821, the number of the other one. {A_LIST}"),
        listed("text_languages", TEXTS, "language", "The languages of the texts."),
        listed("text_urls", TEXTS, "url", "Where the texts stand elsewhere."),
        Field("missing", f"What is missing on purpose: signed_on:not_recorded. {A_LIST}"),
    ),
)


def codes(vocabulary: type[Choices]) -> Iterable[tuple[str, str]]:
    """The codes of a closed list with their words."""
    return [(str(value), str(label)) for value, label in vocabulary.choices]
