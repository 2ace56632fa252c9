"""What a communique left open, until the record answers it or somebody dismisses it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from agreements.editing.communiques.wording import (
    NO_FULL_TITLE,
    NOT_NOMINATIVE,
    PARTY_NOT_KNOWN,
    PLACE_NOT_KNOWN,
    doubt_words,
)
from agreements.models import DismissedDoubt, Document, Event

from .doubt import Doubt

LONGEST_CODE = DismissedDoubt._meta.get_field("code").max_length


def of_reading(record: Document | Event) -> Iterator[Doubt]:
    is_told = event_is_told if isinstance(record, Event) else document_is_told
    for row in record.reading_doubts.all():
        if is_told(record, row.code, row.values):
            continue
        words = doubt_words(row.code, row.values)
        quoted = f"{words} (“{row.quote}”)" if row.quote and row.quote not in words else words
        yield Doubt(f"reading_{row.code}"[:LONGEST_CODE], str(row.pk), quoted)


def event_is_told(event: Event, code: str, values: dict[str, Any]) -> bool:
    if code in ("no_date", "no_year"):
        return event.began_on is not None
    if code == PLACE_NOT_KNOWN:
        return event.place_id is not None
    if code == NOT_NOMINATIVE:
        return values.get("words") not in [
            joined(d.head, d.office) for d in event.delegations.all()
        ]
    return code == "no_states" and len({row.state_id for row in event.delegations.all()}) > 1


def document_is_told(document: Document, code: str, values: dict[str, Any]) -> bool:
    parties = list(document.parties.all())
    if code == "no_type":
        return document.type_id not in (None, "unspecified")
    if code == NO_FULL_TITLE:
        return values.get("title") not in [title.text for title in document.titles.all()]
    if code == NOT_NOMINATIVE:
        signed = [joined(s.person, s.office) for s in document.signatories.all()]
        return values.get("words") not in signed
    if code in ("no_parties", "one_party"):
        return len({party.side for party in parties if party.state_id}) > 1
    if code in (PARTY_NOT_KNOWN, "party_without_state"):
        name = values.get("name") or values.get("party")
        is_open = any(not p.state_id and p.name_as_written in ("", name) for p in parties)
        return len({party.side for party in parties}) > 1 and not is_open
    return False


def joined(name: str, office: str) -> str:
    return ", ".join(filter(None, (name, office)))
