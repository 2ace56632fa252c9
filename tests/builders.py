"""Build records for tests. What a test is about stands in the test; the rest is filled in here,
distinct every time. Rules that the database checks at commit are checked by ``settle()``."""

from __future__ import annotations

import io
import itertools
from typing import Any

from django.db import connection

from agreements.models import (
    Agency,
    AgencyName,
    Announcement,
    Change,
    Citation,
    Delegation,
    Document,
    DocumentTitle,
    DocumentType,
    Event,
    EventName,
    File,
    Party,
    Place,
    PlaceName,
    Signing,
    Source,
    State,
    StateName,
    Subject,
    SubjectName,
    Text,
)
from agreements.texts.receiving import keep

number = itertools.count(1)


def settle() -> None:
    """Do now what the database does at commit: check the rules, write what is derived."""
    connection.check_constraints()
    with connection.cursor() as cursor:  # what is said for one transaction
        cursor.execute("SELECT set_config('agreements.content', '', true)")


def later(days: int = 1) -> None:
    """As if all that was written so far had been written by other transactions, days before."""
    append_only = next(iter(Change._meta.triggers)).get_pgid(Change)
    settle()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agreements_change DISABLE TRIGGER {append_only}")
        cursor.execute(
            "UPDATE agreements_change SET transaction = transaction - 1, "
            "made_at = made_at - make_interval(days => %s) "
            "WHERE root_kind IN ('document', 'event')",
            [days],
        )
        cursor.execute(f"ALTER TABLE agreements_change ENABLE TRIGGER {append_only}")


def state(code: str = "", name: str = "", **values: Any) -> State:
    """A state with an English short name; the code is one that no real state has."""
    n = next(number)
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(n))
    made = State.objects.create(code=code or f"x-test-{letters}", **values)
    StateName.objects.create(state=made, language="en", kind="short", text=name or f"Testland {n}")
    return made


def place(name: str = "", **values: Any) -> Place:
    made = Place.objects.create(**values)
    PlaceName.objects.create(
        place=made, language="en", kind="short", text=name or f"Testville {next(number)}"
    )
    return made


def agency(name: str = "", *, of: State | None = None, **values: Any) -> Agency:
    made = Agency.objects.create(state=of or state(), **{"kind": "ministry", **values})
    AgencyName.objects.create(
        agency=made, language="en", kind="official", text=name or f"Ministry {next(number)}"
    )
    return made


def subject(slug: str = "", name: str = "", **values: Any) -> Subject:
    n = next(number)
    made = Subject.objects.create(slug=slug or f"test-subject-{n}", **values)
    SubjectName.objects.create(subject=made, language="en", text=name or f"Subject {n}")
    return made


def source(**values: Any) -> Source:
    n = next(number)
    return Source.objects.create(
        **{"publisher": f"Gazette {n}", "url": f"https://gazette.example/{n}", **values}
    )


def event(name: str = "", *, states: list[State] | None = None, **values: Any) -> Event:
    """A published event with a source and two delegations."""
    state_ = values.pop("publication_state", "published")
    made = Event.objects.create(**{"began_on": "2023-05-04", **values})
    EventName.objects.create(event=made, language="en", text=name or f"Visit {next(number)}")
    for guest in states if states is not None else [state(), state()]:
        Delegation.objects.create(event=made, state=guest)
    Citation.objects.create(event=made, source=source(), quote="The visit took place.")
    return brought_to(made, state_)


def announcement(event: Event, number: int, **values: Any) -> Announcement:
    return Announcement.objects.create(
        event=event, number=number, **{"counts": "documents", **values}
    )


def document(
    title: str = "",
    *,
    side_1: State | Agency | None = None,
    side_2: State | Agency | None = None,
    signed_on: str | None = "2023-05-04",
    type: str = "agreement",
    language: str = "en",
    **values: Any,
) -> Document:
    """A published document with a title, two sides, a signing and a source."""
    state_ = values.pop("publication_state", "published")
    made = Document.objects.create(type=DocumentType.objects.get(code=type), **values)
    DocumentTitle.objects.create(
        document=made, language=language, text=title or f"Agreement {next(number)}"
    )
    party(made, 1, side_1 or state())
    party(made, 2, side_2 or state())
    if signed_on:
        Signing.objects.create(document=made, signed_on=signed_on)
    Citation.objects.create(document=made, source=source(), quote="They signed it.")
    return brought_to(made, state_)


def brought_to(record: Document | Event, state: str) -> Document | Event:
    """Step by step, as the workflow has it."""
    type(record).objects.filter(pk=record.pk).bring_to(state)
    record.publication_state = state
    return record


def draft(title: str = "", **values: Any) -> Document:
    return document(title, publication_state="draft", **values)


def party(document: Document, side: int, body: State | Agency, **values: Any) -> Party:
    """A state acting as itself, or an agency."""
    if isinstance(body, Agency):
        return Party.objects.create(
            document=document, side=side, state=body.state, agency=body, **values
        )
    return Party.objects.create(
        document=document, side=side, state=body, **{"acting_as": "state", **values}
    )


def file(document: Document | None, **values: Any) -> File:
    """A row alone, without bytes; see ``received`` for both."""
    n = next(number)
    row = {"name": f"agreement-{n}.pdf", "kind": "pdf", "size": n, "sha256": f"{n:064x}"}
    return File.objects.create(document=document, **row | values)


def received(document: Document | None, content: bytes = b"%PDF-1.7 ...", **values: Any) -> File:
    """A file with its bytes in the storage, and the job that reads them."""
    named = {"name": f"agreement-{next(number)}.pdf", "kind": "pdf", **values}
    return keep(io.BytesIO(content), document=document, **named)


def text(document: Document, **values: Any) -> Text:
    return Text.objects.create(
        document=document, **{"language": "en", "body": f"Article {next(number)}", **values}
    )
