"""The event sheet without script: everything is entered, kept and saved by the form alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.forms.boxes import BoxField
from agreements.models import (
    Agency,
    Change,
    Citation,
    Document,
    Event,
    Party,
    Signatory,
    Signing,
    Source,
    StatusOverride,
)
from tests import builders
from tests.admin.desk import list_url, messages, url_of

NEW = "/admin/agreements/event/sheet/"


def url_of_sheet(event: Event) -> str:
    return reverse("admin:agreements_event_sheet", args=[event.pk])


def forms_of(response: HttpResponse) -> list[Any]:
    sheet = response.context["sheet"]
    parts = [sheet.delegations, sheet.announcements, sheet.rows]
    rows = [form for part in parts for form in (part.management_form, *part.forms)]
    return [sheet.top, sheet.source, *rows]


def fields(response: HttpResponse) -> dict[str, Any]:
    """What the page would send back if nothing were typed."""
    assert response.status_code == 200, response.status_code
    data: dict[str, Any] = {}
    for form in forms_of(response):
        for field in form:
            value = field.value()
            if isinstance(form.fields.get(field.name), BoxField):
                box = form.fields[field.name].widget.get_context(field.html_name, value, {})["box"]
                data[field.html_name] = [choice.key for choice in box["chosen"]]
                data[f"{field.html_name}-typed"] = box["typed"]
            elif value is not None and value is not False and not field.field.disabled:
                data[field.html_name] = "on" if value is True else value
    return data


def blank(client: Client, url: str = NEW) -> dict[str, Any]:
    return fields(client.get(url))


def errors(response: HttpResponse) -> str:
    """Everything that the page says is wrong; nothing was saved."""
    assert response.status_code == 200, response.status_code
    forms = forms_of(response)
    return " ".join(f"{name}: {words}" for form in forms for name, words in form.errors.items())


@pytest.fixture
def visit(editor: Client) -> dict[str, Any]:
    """A sheet filled in at the top: Guestland visits Hostland."""
    guest, host = builders.state(name="Guestland"), builders.state(name="Hostland")
    return blank(editor) | {
        "event-kind": "state_visit",
        "event-name": "State visit",
        "event-began_on": "4 May 2023",
        "event-where-typed": "Hostland",
        "event-presence": "yes",
        "delegations-0-state": [f"state-{guest.pk}"],
        "delegations-0-head": "A. Guest",
        "delegations-0-office": "President",
        "delegations-1-state-typed": "hostland",
        "delegations-1-head": "B. Host",
        "announcements-0-number": "20",
        "announcements-0-counts": "documents of the ministries",
        "source-publisher": "Gazette",
        "source-kept_text": "They signed 20 documents.",
        "guest": guest,
        "host": host,
    }


def send(client: Client, data: dict[str, Any], url: str) -> HttpResponse:
    sent = {name: value for name, value in data.items() if name not in ("guest", "host")}
    return client.post(url, sent | {"save": "1"}, follow=True)


def save(client: Client, data: dict[str, Any], url: str = NEW) -> HttpResponse:
    response = send(client, data, url)
    assert messages(response), errors(response)
    builders.settle()
    return response


def refused(client: Client, data: dict[str, Any], url: str = NEW) -> HttpResponse:
    before = (Event.objects.count(), Document.objects.count(), Source.objects.count())
    response = send(client, data, url)
    assert "Not saved." in response.content.decode(), messages(response)
    assert before == (Event.objects.count(), Document.objects.count(), Source.objects.count())
    return response


def test_event_and_documents_are_saved_at_once(editor: Client, visit: dict) -> None:
    customs = builders.agency("Customs Service", of=visit["guest"])
    finance = builders.agency("Ministry of Finance", of=visit["host"])
    trade = builders.subject(name="Trade")
    visit |= {
        "documents-0-text": "Declaration on alliance",
        "documents-0-side_1-typed": "guestland",
        "documents-0-side_2-typed": "government of hostland",
        "documents-0-is_signed_by_heads": "on",
        "documents-1-text": "  Protocol on\ncustoms for 2023-2025 ",
        "documents-1-side_1-typed": "Customs Service",
        "documents-1-side_2": [f"agency-{finance.pk}"],
        "documents-1-subjects-typed": "trade",
        "documents-2-text": "Meeting notes",
        "documents-2-type": "minutes",
        "documents-2-same_parties": "on",
        "documents-2-signed_on": "5 May 2023",
    }
    response = save(editor, visit)
    event = Event.objects.get()
    assert "Documents added: 3" in messages(response)[0]
    assert set(Change.objects.content().values_list("actor", flat=True)) >= {"editor"}
    assert Change.objects.get(table="agreements_event").actor == "editor"
    assert (event.publication_state, event.began_on) == ("draft", "2023-05-04")
    assert (event.place, event.state) == (None, visit["host"])
    assert [(d.state, d.role, d.head, d.is_head_present) for d in event.delegations.all()] == [
        (visit["guest"], "guest", "A. Guest", "yes"),
        (visit["host"], "host", "B. Host", "yes"),
    ]
    assert event.announcements.get().number == 20
    source = event.citations.get().source
    assert (source.publisher, source.kept_text) == ("Gazette", "They signed 20 documents.")
    declaration, protocol, notes = event.documents.order_by("event_position")
    assert [d.event_position for d in (declaration, protocol, notes)] == [1, 2, 3]
    assert {d.publication_state for d in (declaration, protocol, notes)} == {"draft"}
    assert [d.type_id for d in (declaration, protocol, notes)] == [
        "declaration",
        "protocol",
        "minutes",
    ]
    assert [(p.side, p.state, p.acting_as) for p in declaration.parties.all()] == [
        (1, visit["guest"], "state"),
        (2, visit["host"], "government"),
    ]
    assert [(s.person, s.party.state) for s in declaration.signatories.all()] == [
        ("A. Guest", visit["guest"]),
        ("B. Host", visit["host"]),
    ]
    levels = ["intergovernmental", "interagency", "interagency"]
    assert [d.level for d in (declaration, protocol, notes)] == levels
    assert (str(protocol), protocol.period) == ("Protocol on customs for 2023-2025", "2023/2025")
    for document in (protocol, notes):
        assert [p.agency for p in document.parties.all()] == [customs, finance]
    assert list(protocol.subjects.all()) == [trade]
    assert [(d.signed_on, d.signings.get().state) for d in event.documents.all()] == [
        ("2023-05-04", visit["host"]),
        ("2023-05-04", visit["host"]),
        ("2023-05-05", visit["host"]),
    ]


def test_wrong_date_saves_nothing_and_keeps_everything(editor: Client, visit: dict) -> None:
    visit |= {
        "documents-0-text": "Protocol",
        "documents-0-signed_on": "31 June 2023",
        "documents-1-text": "Roadmap",
        "documents-1-side_1-typed": "somebody unknown",
    }
    response = refused(editor, visit)
    assert "signed_on" in errors(response) and "Nothing is called" in errors(response)
    kept = fields(response)
    assert {k: kept[k] for k in ("documents-0-signed_on", "documents-1-side_1-typed")} == {
        "documents-0-signed_on": "31 June 2023",
        "documents-1-side_1-typed": "somebody unknown",
    }
    assert kept["source-kept_text"] == "They signed 20 documents."
    assert kept["delegations-0-head"] == "A. Guest"


def test_ambiguous_name_is_offered_to_be_ticked(editor: Client, visit: dict) -> None:
    first = builders.agency("Ministry of Trade")
    builders.agency("Ministry of Trade and Sport")
    builders.agency("Ministry of Trade", of=first.state)
    visit |= {"documents-0-text": "Protocol", "documents-0-side_1-typed": "ministry trade"}
    response = refused(editor, visit)
    assert "may be several" in errors(response)
    assert f'value="agency-{first.pk}"' in response.content.decode()
    visit |= {"documents-0-side_1": [f"agency-{first.pk}"], "documents-0-side_1-typed": ""}
    save(editor, visit)
    assert Party.objects.get().agency == first


def test_body_of_the_sides_own_state_is_meant(editor: Client, visit: dict) -> None:
    """Two states have a ministry of this name; side 1 is Guestland, side 2 Hostland."""
    mine = builders.agency("Ministry of Trade", of=visit["guest"])
    theirs = builders.agency("Ministry of Trade", of=visit["host"])
    typed = {f"documents-0-side_{side}-typed": "Ministry of Trade" for side in (1, 2)}
    save(editor, visit | {"documents-0-text": "Protocol"} | typed)
    assert [p.agency for p in Party.objects.order_by("side")] == [mine, theirs]


def test_above_is_repeated_by_a_tick_or_a_mark(editor: Client, visit: dict) -> None:
    agency = builders.agency("Customs")
    visit |= {
        "documents-0-text": "Protocol",
        "documents-0-side_1-typed": "customs",
        "documents-0-signed_on": "6 May 2023",
        "documents-1-text": "Roadmap",
        "documents-1-side_1-typed": '"',
        "documents-1-signed_on": '"',
        "documents-2-text": "Plan",
        "documents-2-same_parties": "on",
        "documents-2-same_dates": "on",
    }
    save(editor, visit)
    assert [p.agency for p in Party.objects.all()] == [agency] * 3
    assert {d.signed_on for d in Document.objects.all()} == {"2023-05-06"}


def test_first_row_has_nothing_above(editor: Client, visit: dict) -> None:
    visit |= {"documents-0-text": "Protocol", "documents-0-same_parties": "on"}
    assert "no row above" in errors(refused(editor, visit))


def test_rows_are_kept_in_the_order_of_their_numbers(editor: Client, visit: dict) -> None:
    for number, title in enumerate(("Third", "First", "Second")):
        visit[f"documents-{number}-text"] = title
        visit[f"documents-{number}-position"] = str((number + 2) % 3 + 1)
    save(editor, visit)
    assert [str(d) for d in Document.objects.order_by("event_position")] == [
        "First",
        "Second",
        "Third",
    ]


def test_new_row_that_is_removed_is_not_saved(editor: Client, visit: dict) -> None:
    save(editor, visit | {"documents-0-text": "Protocol", "documents-0-DELETE": "on"})
    assert Event.objects.exists() and not Document.objects.exists()


def test_more_rows_are_added_and_what_was_typed_is_kept(editor: Client, visit: dict) -> None:
    visit |= {"documents-0-text": "Roadmap for 2023-2025", "documents-0-side_1-typed": "nobody"}
    sent = {name: value for name, value in visit.items() if name not in ("guest", "host")}
    response = editor.post(NEW, sent | {"add_rows": "1"})
    kept = fields(response)
    assert int(kept["documents-TOTAL_FORMS"]) == 20
    assert kept["documents-0-side_1-typed"] == "nobody"
    assert kept["documents-0-type"] == "roadmap"  # the proposal is seen before it is saved
    assert "errorlist" not in response.content.decode()
    assert not Event.objects.exists()


def test_shown_proposal_that_was_emptied_stays_empty(editor: Client, visit: dict) -> None:
    visit |= {"documents-0-text": "Roadmap for 2023-2025", "documents-0-proposed": "1"}
    save(editor, visit)
    document = Document.objects.get()
    assert (document.type, document.period) == (None, None)


def test_known_address_of_a_source_is_not_entered_twice(editor: Client, visit: dict) -> None:
    known = builders.source()
    response = refused(editor, visit | {"source-url": known.url})
    assert "known already" in errors(response)
    assert f'value="source-{known.pk}"' in response.content.decode()
    bare = {f"source-{name}": "" for name in ("publisher", "kept_text", "url")}
    save(editor, visit | bare | {"source-source": [f"source-{known.pk}"]})
    assert Citation.objects.get().source == known


def test_event_needs_a_name_and_states_stand_once(editor: Client, visit: dict) -> None:
    again = {"delegations-1-state-typed": "guestland", "event-name": ""}
    said = errors(refused(editor, visit | again))
    assert "name:" in said and "at the event already" in said


def test_last_day_before_the_first_is_refused(editor: Client, visit: dict) -> None:
    assert "before the first" in errors(refused(editor, visit | {"event-ended_on": "3 May 2023"}))


def test_days_of_the_event_date_its_documents(editor: Client, visit: dict) -> None:
    """Of several days no one is picked."""
    save(editor, visit | {"event-ended_on": "5 May 2023", "documents-0-text": "Protocol"})
    assert Signing.objects.get().signed_on == "2023-05-04/2023-05-05"


@pytest.mark.parametrize(
    "bad",
    [
        {"documents-0-side_1": ["agency-999999999999"]},
        {"documents-0-side_1": ["agency-99999999999999999999999"]},
        {"documents-0-side_1": ["source-1"]},
        {"documents-0-side_1": ["x" * 300]},
        {"documents-0-type": "no_such"},
        {"documents-0-text": "a\0b"},
        {"documents-0-text": "a" * 2001},
        {"documents-0-side_1-typed": "\0x;" * 40},
        {"documents-0-position": "9" * 30},
        {"documents-0-document": "77"},
        {"event-language": "Klingon"},
        {"announcements-0-number": "-1"},
        {"delegations-0-state": []},
        {"source-url": "javascript:alert(1)"},
    ],
    ids=str,
)
def test_bad_input_has_an_answer(editor: Client, visit: dict, bad: dict) -> None:
    refused(editor, visit | {"documents-0-text": "Protocol"} | bad)


@pytest.mark.parametrize("total", ["", "x", "9" * 20])
def test_bad_count_of_rows_has_an_answer(editor: Client, visit: dict, total: str) -> None:
    refused(editor, visit | {"documents-TOTAL_FORMS": total, "documents-0-text": "Protocol"})


# An event that is there ----------------------------------------------------------------------


@pytest.fixture
def rich(editor: Client) -> Document:
    """A draft document with more than a row shows, at a draft event."""
    event = builders.event(publication_state="draft")
    made = builders.draft("Agreement", event=event, side_1=builders.agency("Customs"))
    made.titles.create(text="Соглашение", language="ru")
    side_2 = made.parties.get(side=2)
    side_2.name_as_written = "The Other One"
    side_2.save()
    behalf = builders.party(made, 2, builders.state(), role="on_behalf_of")
    made.signatories.create(person="C. Person", party=behalf)
    made.signings.update(note_number="12")
    made.actions.create(kind="ratified", party=side_2)
    made.identifiers.create(scheme_id="unts", value="77")
    builders.settle()
    return made


def everything(event: Event) -> list:
    roots = [event, *event.documents.order_by("pk")]
    rows = [
        model.objects.filter(document__event=event).order_by("pk").values_list()
        for model in (Party, Signing, Signatory, Citation, StatusOverride)
    ]
    titles = [list(d.titles.values_list()) for d in event.documents.all()]
    return [[r.version for r in roots], [list(r) for r in rows], titles]


def test_sheet_that_nobody_changed_changes_nothing(editor: Client, rich: Document) -> None:
    url, before = url_of_sheet(rich.event), everything(Event.objects.get())
    response = save(editor, blank(editor, url), url)
    builders.settle()
    assert "added: 0, changed: 0, deleted: 0" in messages(response)[0]
    assert everything(Event.objects.get()) == before


def test_row_changes_what_it_shows_and_nothing_else(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    data = blank(editor, url)
    agency = builders.agency("Bridges")
    data |= {"documents-0-text": "Protocol", "documents-0-side_1": [f"agency-{agency.pk}"]}
    data |= {"documents-0-signed_on": "6 May 2023", "documents-0-period": "2024"}
    data |= {"documents-0-level": "city"}
    save(editor, data, url)
    rich.refresh_from_db()
    assert [t.text for t in rich.titles.all()] == ["Protocol", "Соглашение"]
    assert [(p.agency, p.name_as_written, p.role) for p in rich.parties.all()] == [
        (agency, "", "party"),
        (None, "The Other One", "party"),
        (None, "", "on_behalf_of"),
    ]
    signing = rich.signings.get()
    assert (signing.signed_on, signing.note_number) == ("2023-05-06", "12")
    assert (rich.period, rich.level) == ("2024", "city")
    assert rich.actions.count() == rich.signatories.count() == rich.identifiers.count() == 1


def test_party_that_has_acted_is_not_taken_away_here(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    response = refused(editor, blank(editor, url) | {"documents-0-side_2": []}, url)
    assert "More is tied to a party" in errors(response)
    assert rich.actions.exists()


def test_rich_document_is_not_deleted_from_a_row(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    response = refused(editor, blank(editor, url) | {"documents-0-DELETE": "on"}, url)
    assert "more than this row shows" in errors(response)


def test_bare_draft_is_deleted(editor: Client) -> None:
    event = builders.event(publication_state="draft")
    made = builders.draft(event=event)
    made.citations.all().delete()
    url = url_of_sheet(event)
    save(editor, blank(editor, url) | {"documents-0-DELETE": "on"}, url)
    assert not Document.objects.exists()


def test_date_of_the_event_is_corrected_with_its_documents(editor: Client) -> None:
    """Those that were signed on its day follow; one with a day of its own does not."""
    event = builders.event(publication_state="draft")
    for day in ("2023-05-04", "2023-05-03"):
        builders.draft(event=event, signed_on=day)
    builders.draft(event=event, signed_on=None)
    url = url_of_sheet(event)
    save(editor, blank(editor, url) | {"event-began_on": "5 May 2023"}, url)
    builders.settle()
    days = [d.signed_on for d in Document.objects.order_by("pk")]
    assert days == ["2023-05-05", "2023-05-03", None]


def test_exchange_of_notes_keeps_its_signings(editor: Client) -> None:
    event = builders.event(publication_state="draft")
    made = builders.draft(event=event)
    made.signings.create(signed_on="2023-06-01", note_number="2")
    url = url_of_sheet(event)
    data = blank(editor, url)
    assert "more than one signing" in editor.get(url).content.decode()
    save(editor, data | {"documents-0-text": "Notes", "documents-0-signed_on": "2020"}, url)
    assert [s.signed_on for s in made.signings.all()] == ["2023-05-04", "2023-06-01"]


def test_rows_are_moved(editor: Client) -> None:
    event = builders.event(publication_state="draft")
    for position, title in enumerate(("One", "Two", "Three"), 1):
        builders.draft(title, event=event, event_position=position)
    url = url_of_sheet(event)
    data = blank(editor, url) | {f"documents-{n}-position": str(3 - n) for n in range(3)}
    save(editor, data, url)
    titles = [str(d) for d in Document.objects.order_by("event_position")]
    assert titles == ["Three", "Two", "One"]


def test_published_document_of_a_draft_event_is_only_shown(editor: Client) -> None:
    event = builders.event(publication_state="draft")
    made = builders.document("Treaty", event=event)
    url = url_of_sheet(event)
    data = blank(editor, url)
    assert "not edited here" in editor.get(url).content.decode()
    save(editor, data | {"documents-0-text": "Changed", "documents-0-DELETE": "on"}, url)
    assert str(Document.objects.get(pk=made.pk)) == "Treaty"


def test_published_event_is_edited_in_its_form(editor: Client) -> None:
    event = builders.event()
    response = editor.get(url_of_sheet(event), follow=True)
    assert "Only a draft" in messages(response)[0]
    assert editor.post(url_of_sheet(event), {"save": "1"}).status_code == 403


def test_clerk_is_led_to_the_drafts_of_an_event_that_is_published(clerk: Client) -> None:
    event = builders.event()
    draft = builders.draft("Memorandum on trade", event=event)
    builders.document("Treaty", event=event)
    response = clerk.get(url_of_sheet(event), follow=True)
    (said,) = messages(response)
    assert f"/admin/agreements/document/{draft.pk}/change/" in said and "Treaty" not in said
    assert response.status_code == 200
    assert clerk.post(url_of_sheet(event), {"save": "1"}).status_code == 403


def test_body_that_is_still_open_leads_to_the_full_form(clerk: Client) -> None:
    event = builders.event(publication_state="draft")
    draft = builders.draft("Memorandum on trade", event=event)
    Party.objects.create(document=draft, side=2, name_as_written="NILERD, India")
    page = clerk.get(url_of_sheet(event)).content.decode()
    words = page.partition("Not chosen yet which body it is:")[2][:300]
    assert "NILERD, India" in words
    assert f"/admin/agreements/document/{draft.pk}/change/#parties-group" in words


# Two clerks ------------------------------------------------------------------------------------


def test_stale_event_is_refused_once(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    data = blank(editor, url) | {"event-name": "My name"}
    rich.event.public_note = "Theirs"
    rich.event.save()
    builders.settle()
    response = refused(editor, data, url)
    assert "Somebody else saved this record" in errors(response)
    assert fields(response)["event-name"] == "My name"
    told = [(line.difference.after, line.mine) for line in response.context["meanwhile"]]
    assert told == [("Theirs", None)]
    save(editor, fields(response), url)
    assert str(Event.objects.get()) == "My name"
    assert Event.objects.get().public_note == "Theirs"


def test_stale_document_is_refused_once(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    data = blank(editor, url) | {"documents-0-text": "Mine"}
    rich.titles.filter(language="en").update(text="Theirs")
    builders.settle()
    response = refused(editor, data, url)
    assert "Somebody else changed this document" in errors(response)
    [line] = response.context["meanwhile"]
    assert (line.difference.before, line.difference.after, line.mine) == (
        "Agreement",
        "Theirs",
        "Mine",
    )
    save(editor, fields(response), url)
    assert str(Document.objects.get()) == "Mine"


def test_document_that_somebody_moved_away_is_said(editor: Client, rich: Document) -> None:
    url = url_of_sheet(rich.event)
    data = blank(editor, url)
    Document.objects.update(event=None)
    response = refused(editor, data, url)
    assert "no longer among those of the event" in errors(response)
    assert fields(response)["documents-0-text"] == "Agreement"


def test_refusal_of_the_database_keeps_what_was_typed(editor: Client, visit: dict) -> None:
    """A rule that no form knows: everything is undone, and the page stands as it was sent."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE agreements_documenttitle ADD CONSTRAINT no_tea CHECK (text <> 'Tea')"
        )
    titles = {"documents-0-text": "Coffee", "documents-1-text": "Tea"}
    response = refused(editor, visit | titles)
    assert "no_tea" in errors(response)
    assert fields(response)["documents-1-text"] == "Tea"


# Who may ---------------------------------------------------------------------------------------


def lacking(*codenames: str) -> Client:
    """Somebody with all permissions of the archive but these."""
    user = User.objects.create_user("poor", is_staff=True)
    mine = Permission.objects.filter(content_type__app_label="agreements")
    user.user_permissions.set(mine.exclude(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


def test_sheet_is_for_those_who_may(client: Client, clerk: Client) -> None:
    event = builders.event(publication_state="draft")
    for url in (NEW, url_of_sheet(event)):
        assert clerk.get(url).status_code == 200
        assert client.get(url).status_code == 302
    assert clerk.get("/admin/agreements/event/77777/sheet/").status_code == 404


def test_without_permission_to_add_documents_none_is_added(visit: dict, db: None) -> None:
    poor = lacking("add_document", "add_source")
    visit |= {"documents-TOTAL_FORMS": "1", "documents-0-text": "Protocol"}
    said = errors(refused(poor, visit))
    assert "may not add documents" in said and "may not add sources" in said


@pytest.mark.parametrize("permission", ["add_event", "change_event"])
def test_without_permission_the_sheet_is_closed(permission: str, db: None) -> None:
    event = builders.event(publication_state="draft")
    poor = lacking(permission)
    url = NEW if permission == "add_event" else url_of_sheet(event)
    assert poor.get(url).status_code == poor.post(url, {"save": "1"}).status_code == 403


# Cost ------------------------------------------------------------------------------------------


def event_with(number: int) -> Event:
    event = builders.event(publication_state="draft")
    for _row in range(number):
        document = builders.draft(event=event, side_1=builders.agency(), side_2=builders.agency())
        document.signings.update(place=builders.place(state=builders.state()))
        document.subjects.add(builders.subject(parent=builders.subject()))
    return event


def count(act: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_fifty_rows_cost_no_more_queries_than_two(editor: Client) -> None:
    few, many = event_with(2), event_with(50)
    ContentType.objects.get_for_models(Event, Document)  # read once by each process
    costs = []
    for event in (few, many):
        url = url_of_sheet(event)
        data = blank(editor, url) | {"documents-0-text": "Changed"}
        get = count(lambda url=url: editor.get(url))
        costs.append((get, count(lambda data=data, url=url: save(editor, data, url))))
    assert costs[0] == costs[1]
    assert max(costs[0]) < 110, costs


# The way there, and what the script asks -----------------------------------------------------


def test_sheet_is_reached_from_the_list_the_front_page_and_the_event(clerk: Client) -> None:
    event = builders.event(publication_state="draft")
    for url in ("/admin/", list_url("event")):
        assert f'href="{NEW}"' in clerk.get(url).content.decode(), url
    assert f'href="{url_of_sheet(event)}"' in clerk.get(url_of(event)).content.decode()


def found(client: Client, **query: Any) -> list[str]:
    response = client.get(f"{NEW}find/", query)
    assert response.status_code == 200, response.status_code
    return [row["short"] for row in response.json()["results"]]


def test_one_box_finds_states_and_agencies_by_every_name(editor: Client) -> None:
    state = builders.state(name="Guestland")
    agency = builders.agency("Customs", of=state)
    agency.names.create(text="Хадамоти гумруки бандар", language="tg", kind="official")
    assert found(editor, kind="body", term="guestland") == [
        "Guestland",
        "Guestland, the Government",
        "Guestland, the head of state",
        "Customs, Guestland",
    ]
    assert found(editor, kind="body", term="government of guestland") == [
        "Guestland, the Government"
    ]
    assert found(editor, kind="body", term="ГУМРУКИ бандар") == ["Customs, Guestland"]
    assert found(editor, kind="body", term="customs guestland") == ["Customs, Guestland"]


def test_bodies_of_the_side_and_of_the_title_come_first(editor: Client) -> None:
    one, two = builders.state(), builders.state()
    builders.agency("Ministry of Trade", of=two)
    builders.agency("Ministry of Trade and Ports", of=one)
    builders.agency("Ministry of Water and Ports", of=one)
    query = {"kind": "body", "term": "ministry", "first": [one.pk, two.pk]}
    trade = "Ministry of Trade and Ports"
    assert found(editor, **query)[0].startswith(trade)
    told = found(editor, **query, title="Between the ministry of water and ports and others")
    assert told[0].startswith("Ministry of Water")
    nothing = found(editor, **(query | {"term": ""}), title="Of the Ministry of Trade and Ports")
    assert nothing[0].startswith(trade) and str(one) in nothing[1]


@pytest.mark.parametrize("kind", ["state", "where", "subject", "source"])
def test_each_box_finds_its_own_kind(editor: Client, kind: str) -> None:
    builders.state(name="Harbourland")
    builders.place("Harbour City")
    builders.subject(name="Harbours")
    builders.source(title="Harbour news")
    assert len(found(editor, kind=kind, term="harbour")) == (2 if kind == "where" else 1)
    assert found(editor, kind=kind, term="") == []


@pytest.mark.parametrize("query", [{"kind": "agency"}, {}, {"kind": "body", "term": "a\0"}])
def test_bad_question_has_an_answer(editor: Client, query: dict) -> None:
    assert editor.get(f"{NEW}find/", query).status_code == 400


def test_odd_terms_have_an_answer(editor: Client) -> None:
    for term in ("%", "_", '"', "x" * 3000, "a " * 400, "’"):
        found(editor, kind="body", term=term, first=["x", "9" * 30, "-1"], title="%" * 5000)


def test_search_costs_the_same_for_many(editor: Client) -> None:
    state = builders.state(name="Harbourland")
    costs = []
    for number in (1, 30):
        for _agency in range(number):
            builders.agency("Ministry of Harbours", of=state)
        query = {"kind": "body", "term": "ministry", "first": state.pk, "title": "Harbours"}
        found(editor, **query)
        costs.append(count(lambda query=query: found(editor, **query)))
    assert costs[0] == costs[1] < 25, costs


def test_proposals_are_read_from_pasted_text(editor: Client) -> None:
    text = "- Memorandum of understanding on trade;\n\n- Roadmap for 2023-2025;"
    rows = editor.post(f"{NEW}propose/", {"text": text}).json()["rows"]
    assert rows == [
        {
            "title": "Memorandum of understanding on trade",
            "type": "memorandum_of_understanding",
            "period": "",
        },
        {"title": "Roadmap for 2023-2025", "type": "roadmap", "period": "2023–2025"},
    ]
    assert editor.get(f"{NEW}propose/").status_code == 405


def new_agency(state: Any, **values: Any) -> dict[str, Any]:
    data = {"name": "Ministry of Ports", "language": "en", "kind": "ministry"} | values
    data = {f"agency-{name}": value for name, value in data.items()}
    return data | {"agency-state": [f"state-{state.pk}"]}


def test_new_agency_is_made_on_the_spot(clerk: Client) -> None:
    state = builders.state(name="Hostland")
    response = clerk.post(f"{NEW}agency/add/", new_agency(state))
    agency = Agency.objects.get()
    assert response.status_code == 201
    assert response.json()["key"] == f"agency-{agency.pk}"
    assert (str(agency), agency.kind, agency.state) == ("Ministry of Ports", "ministry", state)


def test_second_agency_of_a_name_is_made_only_when_said_so(editor: Client) -> None:
    state = builders.state()
    known = builders.agency("MINISTRY of  Ports", of=state)
    response = editor.post(f"{NEW}agency/add/", new_agency(state))
    assert response.status_code == 422
    assert "has a body of this name" in response.json()["errors"]["name"][0]
    assert [row["key"] for row in response.json()["doubles"]] == [f"agency-{known.pk}"]
    assert Agency.objects.count() == 1
    editor.post(f"{NEW}agency/add/", new_agency(builders.state()))  # of another state
    editor.post(f"{NEW}agency/add/", new_agency(state, is_another="on"))
    assert Agency.objects.count() == 3


def test_likely_agencies_are_shown_those_of_the_state_first(editor: Client) -> None:
    state = builders.state()
    builders.agency("Ministry of Ports and Harbours")
    mine = builders.agency("Ministry of Ports & Harbour", of=state)
    mine.names.create(text="Министерство портов", language="ru", kind="official")
    builders.agency("Ministry of Water", of=state)
    query = {"name": "Ministry of Ports and Harbours", "state": state.pk}
    answer = editor.get(f"{NEW}agency/", query).json()
    assert answer["kind"] == "ministry"
    assert answer["likely"][0]["key"] == f"agency-{mine.pk}"
    assert answer["likely"][0]["names"] == ["Министерство портов"]


@pytest.mark.parametrize(
    "bad",
    [
        {"name": ""},
        {"kind": ""},
        {"kind": "x"},
        {"language": "?"},
        {"name": "a\0"},
        {"name": "a" * 801},
    ],
    ids=str,
)
def test_bad_new_agency_has_an_answer(editor: Client, bad: dict) -> None:
    response = editor.post(f"{NEW}agency/add/", new_agency(builders.state(), **bad))
    assert (response.status_code, Agency.objects.count()) == (422, 0)


def test_new_agency_needs_permission_and_token(db: None) -> None:
    poor = lacking("add_agency")
    state = builders.state()
    assert poor.post(f"{NEW}agency/add/", new_agency(state)).status_code == 403
    assert poor.get(f"{NEW}agency/", {"name": "x"}).status_code == 403
    assert "<dialog" not in poor.get(NEW).content.decode()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.create_superuser("boss"))
    assert strict.post(f"{NEW}agency/add/", new_agency(state)).status_code == 403
    assert not Agency.objects.exists()


def test_what_the_script_asks_is_for_those_who_enter(client: Client, db: None) -> None:
    nobody = lacking("add_event", "change_event")
    assert nobody.get(f"{NEW}find/", {"kind": "body"}).status_code == 403
    assert nobody.post(f"{NEW}propose/", {"text": "x"}).status_code == 403
    assert client.get(f"{NEW}find/", {"kind": "body"}).status_code == 302
