"""The ceremony of May 2023 as its press release has it, and a proposal of it made by hand."""

from __future__ import annotations

from pathlib import Path

from agreements.communique.proposal import (
    Document,
    Doubt,
    Event,
    EventState,
    Party,
    Period,
    Person,
    Proposal,
    Said,
    Span,
    Total,
)
from agreements.editing.communiques.keeping import digest
from agreements.editing.communiques.opening import opened
from agreements.editing.communiques.second import linked
from agreements.models import Communique
from tests import builders

PAPER = Path(__file__).parents[2] / "shared" / "communique-2023-05-04.txt"


def paper() -> str:
    return PAPER.read_text(encoding="utf-8")


# A short one, with what the long one has: two heads, unlike bodies, a doubt.
TEXT = """Visit - In the presence of the President of the Republic of Tajikistan, Emomali Rahmon, \
and the President of the Republic of Kazakhstan, Kassym-Jomart Tokayev, documents were signed on \
4 May 2023.

The heads of state signed the Declaration on Allied Cooperation.

- Protocol between the Customs Service of Tajikistan and the Ministry of Finance of Kazakhstan on \
the exchange of advance information;

- Roadmap between the Ministry of Agriculture of Tajikistan and the Ministry of Agriculture of \
Kazakhstan for 2023-2025;

- Memorandum between the cities of Khujand and Turkestan.

In total, 20 new documents were signed during the state visit to the Republic of Kazakhstan."""


def at(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def said(text: str, words: str, value: str = "", after: int = 0) -> Said:
    return Said(value or words, at(text, words, after))


def agency(text: str, words: str, state: str, side: int, after: int, kind: str = "agency") -> Party:
    return Party(said(text, words, after=after), kind, state, side=side)


def document(text: str, title: str, type_: str, first_words: str, **values: object) -> Document:
    place = at(text, title)
    return Document(Said(type_, at(text, first_words, place.start)), Said(title, place), **values)


def proposal(text: str) -> Proposal:
    """Of TEXT, as somebody would read it."""
    titles = {
        "protocol": "Protocol between the Customs Service of Tajikistan and the Ministry of "
        "Finance of Kazakhstan on the exchange of advance information",
        "roadmap": "Roadmap between the Ministry of Agriculture of Tajikistan and the Ministry "
        "of Agriculture of Kazakhstan for 2023-2025",
        "memorandum": "Memorandum between the cities of Khujand and Turkestan",
        "declaration": "Declaration on Allied Cooperation",
    }
    start = {name: text.index(title) for name, title in titles.items()}
    heads = at(text, "The heads of state signed")
    documents = [
        document(
            text,
            titles["declaration"],
            "declaration",
            "Declaration",
            parties=(
                Party(
                    said(text, "Republic of Tajikistan"),
                    "state",
                    "tj",
                    side=1,
                    acting_as="head_of_state",
                ),
                Party(
                    said(text, "Republic of Kazakhstan"),
                    "state",
                    "kz",
                    side=2,
                    acting_as="head_of_state",
                ),
            ),
            is_signed_by_heads=True,
            heads_span=heads,
        ),
        document(
            text,
            titles["protocol"],
            "protocol",
            "Protocol",
            parties=(
                agency(text, "Customs Service of Tajikistan", "tj", 1, start["protocol"]),
                agency(text, "Ministry of Finance of Kazakhstan", "kz", 2, start["protocol"]),
            ),
            is_signed_by_heads=False,
        ),
        document(
            text,
            titles["roadmap"],
            "roadmap",
            "Roadmap",
            parties=(
                agency(text, "Ministry of Agriculture of Tajikistan", "tj", 1, start["roadmap"]),
                agency(text, "Ministry of Agriculture of Kazakhstan", "kz", 2, start["roadmap"]),
            ),
            period=Period(2023, 2025, at(text, "for 2023-2025")),
            is_signed_by_heads=False,
        ),
        document(
            text,
            titles["memorandum"],
            "memorandum",
            "Memorandum",
            parties=(
                agency(text, "Khujand", "tj", 1, start["memorandum"], "city"),
                agency(text, "Turkestan", "kz", 2, start["memorandum"], "city"),
            ),
            is_signed_by_heads=False,
            doubts=[Doubt("state_from_other_side", (("party", "Khujand"),), at(text, "Khujand"))],
        ),
    ]
    return Proposal(
        text,
        "en",
        Event(
            kind=said(text, "state visit", "state_visit"),
            began_on=said(text, "4 May 2023", "2023-05-04"),
            states=(
                EventState("tj", at(text, "Republic of Tajikistan"), "guest"),
                EventState("kz", at(text, "Republic of Kazakhstan"), "host"),
            ),
            heads=(
                Person(
                    said(text, "Emomali Rahmon"),
                    said(text, "President of the Republic of Tajikistan"),
                    "tj",
                ),
                Person(
                    said(text, "Kassym-Jomart Tokayev"),
                    said(text, "President of the Republic of Kazakhstan"),
                    "kz",
                ),
            ),
            total=Total(20, at(text, "20 new documents were signed"), "exactly", "no"),
        ),
        documents,
    )


def begun(read: Proposal | None = None, by: str = "clerk", **source: object) -> Communique:
    """Pasted and read; by hand, so that a test does not hang on how well the parser reads."""
    read = read or proposal(TEXT)
    values = {"language": "en", "published_on": "2023-05-04", **source}
    kept = builders.source(kept_text=read.text, **values)
    return Communique.objects.create(
        source=kept,
        digest=digest(read.text),
        form=linked(opened(read), kept.language),
        made_by=by,
        written_by=by,
    )
