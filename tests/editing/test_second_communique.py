"""A second communique of one ceremony adds to what is recorded, and says where it differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from agreements.communique.proposal import Proposal, Said
from agreements.models import Citation, Communique, Document, Event, Source
from tests import builders
from tests.admin.communique_desk import address, errors, fields, insist, save, send
from tests.admin.conftest import signed_in
from tests.communiques import TEXT, begun, proposal

RUSSIAN = {
    "Declaration on Allied Cooperation": "Декларация о союзническом взаимодействии",
    "Memorandum between the cities of Khujand and Turkestan": "Меморандум между городами "
    "Худжанд и Туркестан",
}


@pytest.fixture
def clerk(db: None) -> Client:
    return signed_in("clerk")


@pytest.fixture
def event(clerk: Client) -> Event:
    return save(clerk, begun())


def other_side(**total: object) -> Proposal:
    """The same ceremony as the other side tells it: another language, another number."""
    read = proposal("Astana. " + TEXT)
    for document in read.documents:
        document.title = replace(
            document.title, value=RUSSIAN.get(document.title.value, document.title.value)
        )
    if total:
        read.event.total = replace(read.event.total, **total)
    return read


def second(**values: object) -> Communique:
    return begun(other_side(**values), language="ru", published_on="2023-05-05")


def test_ceremony_and_its_documents_are_found(event: Event) -> None:
    communique = second()
    documents = list(event.documents.order_by("event_position"))
    assert communique.form["event-into"] == [str(event.pk)]
    for n, document in enumerate(documents):
        assert communique.form[f"documents-{n}-same_as"] == [str(document.pk)]


def test_titles_and_sources_are_added_and_nothing_is_doubled(clerk: Client, event: Event) -> None:
    communique = second()
    assert save(clerk, communique) == event
    assert Event.objects.count() == 1 and Document.objects.count() == 4
    declaration = event.documents.get(type="declaration")
    assert {(t.language, t.text) for t in declaration.titles.all()} == {
        ("en", "Declaration on Allied Cooperation"),
        ("ru", "Декларация о союзническом взаимодействии"),
    }
    assert {c.source for c in declaration.citations.all()} == set(
        Source.objects.exclude(kept_text="")
    )
    assert event.announcements.count() == 1 and event.delegations.count() == 2
    agrees = Citation.objects.filter(source=communique.source, stance="agrees")
    assert agrees.filter(announcement__event=event).exists()
    assert agrees.filter(party__document__event=event).count() == 8


def test_other_title_in_the_same_language_is_a_variant(clerk: Client, event: Event) -> None:
    communique = begun(proposal("Astana. " + TEXT), published_on="2023-05-05")
    save(clerk, communique, **{"documents-1-text": "Protocol on customs information"})
    titles = event.documents.get(type="protocol").titles.order_by("pk")
    assert [title.is_variant for title in titles] == [False, True]


def test_differences_are_shown_and_cited(clerk: Client, event: Event) -> None:
    communique = second(number=21)
    page = clerk.get(address(communique)).content.decode()
    assert "Where the two differ" in page
    save(clerk, communique, **{"documents-1-type": "agreement"})
    assert sorted(event.announcements.values_list("number", flat=True)) == [20, 21]
    protocol = event.documents.get(event_position=2)
    assert protocol.type_id == "protocol"
    cited = protocol.citations.get(source=communique.source, field="type")
    assert (cited.stance, cited.value) == ("differs", "agreement")


def test_row_differences_name_both_values(clerk: Client, event: Event) -> None:
    communique = second()
    communique.form["documents-1-type"] = ["agreement"]
    communique.form["documents-2-period"] = ["2023–2026"]
    communique.save()
    rows = clerk.get(address(communique)).context["review"].rows.forms
    assert [(d.name, d.recorded, d.here) for d in rows[1].differences] == [
        ("type", "Protocol", "Agreement")
    ]
    assert [d.field for d in rows[2].differences] == ["period"]
    assert rows[0].differences == []


def test_what_was_left_open_is_filled(clerk: Client, event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(state=None)
    roadmap = event.documents.get(type="roadmap")
    Document.objects.filter(pk=roadmap.pk).update(period=None)
    event.delegations.update(head="", office="")
    save(clerk, second())
    event.refresh_from_db()
    roadmap.refresh_from_db()
    assert event.state.code == "kz" and roadmap.period == "2023/2025"
    assert set(event.delegations.values_list("head", flat=True)) == {
        "Emomali Rahmon",
        "Kassym-Jomart Tokayev",
    }


def test_document_that_the_first_left_out_is_added(clerk: Client) -> None:
    event = save(clerk, begun(), **{"documents-3-is_taken": None})
    communique = second()
    assert "documents-3-same_as" not in communique.form
    save(clerk, communique)
    assert [d.type_id for d in event.documents.order_by("event_position")] == [
        "declaration",
        "protocol",
        "roadmap",
        "memorandum",
    ]


def test_clerk_may_say_that_it_is_another_event(clerk: Client, event: Event) -> None:
    values = {f"documents-{n}-same_as": None for n in range(4)}
    other = insist(clerk, second(), **values, **{"event-into": ""})
    assert other != event and other.documents.count() == 4


def test_mistyped_day_is_one_mistake_and_loses_no_choice(clerk: Client, event: Event) -> None:
    response = send(clerk, second(), **{"event-began_on": "4 Mai 20233"})
    assert response.status_code == 200
    review = response.context["review"]
    assert review.error_count == 1
    assert review.top["into"].value() == str(event.pk)
    assert all(row["same_as"].value() for row in review.taken)


def test_one_document_is_not_said_twice(clerk: Client, event: Event) -> None:
    communique = second()
    same = communique.form["documents-0-same_as"]
    response = send(clerk, communique, **{"documents-1-same_as": same})
    assert "Another row is this document already." in errors(response)


def test_published_record_is_for_editors(clerk: Client, event: Event) -> None:
    for document in event.documents.all():
        builders.brought_to(document, "published")
    builders.brought_to(event, "published")
    communique = second()
    response = send(clerk, communique)
    assert "You may not add to these records, they are published: 5." in errors(response)
    assert "Not saved. 1 thing is wrong" in response.content.decode()
    assert Citation.objects.filter(source=communique.source).count() == 0
    editor = signed_in("editor")
    assert insist(editor, communique) == event
    assert event.documents.get(type="declaration").titles.count() == 2


def test_what_was_recorded_meanwhile_is_found_when_asked(clerk: Client) -> None:
    communique = second()
    assert "event-into" not in communique.form
    event = save(clerk, begun())
    assert 'value="link"' in clerk.get(address(communique)).content.decode()
    send(clerk, communique, "link")
    assert save(clerk, communique) == event
    assert Document.objects.count() == 4


def test_ceremony_of_other_days_is_another(clerk: Client, event: Event) -> None:
    read = other_side()
    read.event.began_on = Said("2024-05-04", read.event.began_on.span)
    communique = begun(read, language="ru")
    assert "event-into" not in communique.form
    assert clerk.get(address(communique)).context["into"] is None


def test_likely_document_of_no_event_is_shown(clerk: Client) -> None:
    event = save(clerk, begun())
    Document.objects.filter(event=event).update(event=None)
    event.delete()
    communique = second()
    communique.form = {k: v for k, v in communique.form.items() if not k.endswith("same_as")}
    communique.save()
    rows = clerk.get(address(communique)).context["rows"]
    assert [str(document.type_id) for row in rows for document in row.likely[:1]] == [
        "declaration",
        "protocol",
        "roadmap",
        "memorandum",
    ]
    assert fields(communique)["version"] == "1"
