"""All that a record lacks for a state of publication; the database names the first thing only."""

from __future__ import annotations

from collections.abc import Callable

from .document import Document
from .event import Event
from .vocabulary import PartyRole, PublicationState

DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = PublicationState
Rule = tuple[str, tuple[str, ...], Callable[[], bool]]
ALWAYS = (DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN)


# What the rules read.
READ = {
    Document: (
        "titles", "parties__citations", "signings", "missing_values", "actions__citations",
        "citations", "texts", "event__citations",
    ),
    Event: ("names", "citations", "announcements__citations"),
}  # fmt: skip


def lacking(record: Document | Event, state: str) -> list[str]:
    """Names of all the rules that a saved record breaks in this publication state, asked anew.

    The database has the last word all the same.
    """
    model = type(record)
    saved = model._base_manager.filter(pk=record.pk).prefetch_related(*READ[model])
    return broken(saved.get(), state)


def broken(record: Document | Event, state: str) -> list[str]:
    """The same, by the rows that were fetched along with the record; see ``READ``."""
    rules = document_rules(record) if isinstance(record, Document) else event_rules(record)
    return [rule for rule, states, holds in rules if state in states and not holds()]


def document_rules(document: Document) -> list[Rule]:
    not_draft = (IN_REVIEW, PUBLISHED)
    return [
        ("document_has_a_title", ALWAYS, lambda: bool(document.titles.all())),
        ("document_has_a_type", not_draft, lambda: document.type_id is not None),
        ("document_has_two_sides", not_draft, lambda: has_two_sides(document)),
        ("document_has_a_date", not_draft, lambda: has_date(document)),
        ("document_has_a_source", (PUBLISHED,), lambda: has_source(document)),
    ]


def event_rules(event: Event) -> list[Rule]:
    return [
        ("event_has_a_name", ALWAYS, lambda: bool(event.names.all())),
        ("event_has_a_source", (PUBLISHED,), lambda: event_has_source(event)),
    ]


def has_two_sides(document: Document) -> bool:
    parties = document.parties.all()
    sides = {party.side for party in parties if party.role != PartyRole.TERRITORY}
    return len(sides) == 2 and all(party.state_id for party in parties)


def has_date(document: Document) -> bool:
    return any(signing.signed_on for signing in document.signings.all()) or any(
        value.field == "signed_on" for value in document.missing_values.all()
    )


def has_source(document: Document) -> bool:
    """Its own, a text, or one of its event."""
    return bool(
        document.citations.all()
        or document.texts.all()
        or (document.event and document.event.citations.all())
        or any(action.citations.all() for action in document.actions.all())
        or any(party.citations.all() for party in document.parties.all())
    )


def event_has_source(event: Event) -> bool:
    return bool(
        event.citations.all()
        or any(announcement.citations.all() for announcement in event.announcements.all())
    )
