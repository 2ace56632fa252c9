"""How a record is shown where a clerk chooses it: so that two likely ones can be told apart."""

from __future__ import annotations

from functools import singledispatch

from django.db import models
from django.db.models import Prefetch, QuerySet
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from agreements import dates, languages
from agreements.models import (
    Agency,
    Document,
    Event,
    Party,
    Place,
    Signing,
    Source,
    State,
    Subject,
    Text,
)
from agreements.models.vocabulary import Side


def named(records: QuerySet) -> QuerySet:
    """With all that ``label`` reads, in a number of queries that does not grow."""
    if records.model is Document:
        parties = Party.objects.select_related("state").prefetch_related("state__names")
        return records.prefetch_related("titles", Prefetch("parties", parties))
    if records.model is Subject:
        return records.select_related("parent").prefetch_related("names", "parent__names")
    if records.model is Place:
        return records.select_related("state").prefetch_related("names", "state__names")
    return records.with_names() if hasattr(records, "with_names") else records


def day(value: str | None) -> str:
    """A partial date in words; nothing where none is recorded."""
    return dates.words(value) if value else ""


def joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def years(record: State | Agency) -> str:
    """When it existed, as 1992–2017; nothing while it exists and its beginning is unknown."""
    since, until = ((value or "")[:4] for value in (record.since, record.until))
    return f"{since}–{until}" if since or until else ""


def sides(document: Document) -> str:
    """The states of the one side and of the other, by their names of then."""
    if not document.parties.all():
        return ""
    return " – ".join(dict.fromkeys(states_of(document, side) or "?" for side in Side.values))


def states_of(document: Document, side: int) -> str:
    names = (party.state_name or party.state or "?" for party in document.parties_of_side(side))
    return " + ".join(dict.fromkeys(map(str, names)))


@singledispatch
def label(record: models.Model) -> str:
    return str(record)


@label.register
def _state(state: State) -> str:
    return joined(f"{state} ({state.code})", years(state) if state.until else "")


@label.register
def _agency(agency: Agency) -> str:
    return joined(agency, agency.state, agency.get_kind_display(), years(agency))


@label.register
def _place(place: Place) -> str:
    return joined(place, place.state)


@label.register
def _subject(subject: Subject) -> str:
    return f"{subject.parent}: {subject}" if subject.parent else str(subject)


@label.register
def _event(event: Event) -> str:
    return joined(event, day(event.began_on), event.place)


@label.register
def _document(document: Document) -> str:
    state = "" if document.is_published else document.get_publication_state_display()
    title = Truncator(str(document)).chars(160)
    number = _("no. %(number)s") % {"number": document.pk}
    return joined(title, day(document.signed_on), sides(document), number, state)


@label.register
def _source(source: Source) -> str:
    return joined(source, day(source.published_on))


@label.register
def _party(party: Party) -> str:
    return joined(party.agency or party.name_as_written, party.state)


@label.register
def _text(text: Text) -> str:
    return joined(capfirst(languages.name(text.language)), text.get_role_display())


@label.register
def _signing(signing: Signing) -> str:
    return joined(day(signing.signed_on) or signing, signing.place, signing.note_number)
