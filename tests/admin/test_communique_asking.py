"""Before a review is saved: what would be a double, and what becomes public, is said once."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from agreements.editing.communiques import keeping
from agreements.models import Communique, Document, Event
from tests import builders
from tests.admin.communique_desk import PASTE, address, errors, insist, save, send
from tests.admin.desk import messages
from tests.communiques import begun
from tests.editing.test_second_communique import other_side


@pytest.fixture
def event(clerk: Client) -> Event:
    return save(clerk, begun())


@pytest.fixture
def published(event: Event) -> Event:
    for document in event.documents.all():
        builders.brought_to(document, "published")
    builders.brought_to(event, "published")
    return event


def second(language: str = "ru") -> Communique:
    return begun(other_side(), language=language, published_on="2023-05-05")


def page(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def test_likely_double_is_said_before_it_is_made(clerk: Client, event: Event) -> None:
    communique = second()
    values = {"documents-1-same_as": "", "documents-1-text": "Protocol of customs"}
    response = send(clerk, communique, **values)
    doubles = response.context["asked"].doubles
    assert [(double.number, double.document.type_id) for double in doubles] == [(2, "protocol")]
    assert "likely recorded already" in page(response) and "Save all the same" in page(response)
    assert Document.objects.count() == 4
    communique.refresh_from_db()
    assert communique.form["documents-1-text"] == ["Protocol of customs"]


def test_clerk_can_insist_on_a_new_record(clerk: Client, event: Event) -> None:
    assert insist(clerk, second(), **{"documents-1-same_as": ""}) == event
    assert Document.objects.filter(event=event, type="protocol").count() == 2


def test_what_is_changed_after_the_question_is_asked_about_anew(
    clerk: Client, event: Event
) -> None:
    communique = second()
    asked = send(clerk, communique, **{"documents-1-same_as": ""}).context["asked"]
    values = {"documents-1-same_as": "", "documents-2-same_as": "", "confirmed": asked.token}
    assert len(send(clerk, communique, **values).context["asked"].doubles) == 2
    assert Document.objects.count() == 4


def test_document_like_one_that_another_row_is_is_no_double(clerk: Client, event: Event) -> None:
    communique = second()
    send(clerk, communique, "add", add_words="Declaration on Allied Cooperation")
    assert save(clerk, communique) == event
    assert Document.objects.count() == 5


def test_row_as_the_text_proposes_is_the_recorded_one_again(
    clerk: Client, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    communique = second()
    monkeypatch.setattr(keeping, "read", lambda source: other_side())
    same = communique.form["documents-1-same_as"]
    send(clerk, communique, "restore-1", **{"documents-1-same_as": "", "documents-1-text": "X"})
    communique.refresh_from_db()
    assert communique.form["documents-1-same_as"] == same
    assert communique.form["documents-1-text"][0].startswith("Protocol between")


def test_button_says_that_it_changes_what_is_published(editor: Client, published: Event) -> None:
    communique = second()
    shown = page(editor.get(address(communique)))
    assert "Add to the published records" in shown and "Save as drafts" not in shown
    no_match = {f"documents-{n}-same_as": "" for n in range(4)}
    send(editor, communique, "keep", **no_match, **{"event-into": ""})
    shown = page(editor.get(address(communique)))
    assert "Save as drafts" in shown and "Add to the published" not in shown


def test_editor_is_told_what_becomes_public(editor: Client, published: Event) -> None:
    communique = second()
    values = {
        "announcements-0-number": "21",
        "documents-0-text": "Декларацию о союзничестве",
        "documents-1-parties-1-body": [],
        "documents-1-parties-1-is_new": None,
    }
    response = send(editor, communique, **values)
    public = {row.record: row for row in response.context["asked"].public}
    assert public[published].added == ("this text as a source", "the announced number 21")
    declaration, protocol, *_rest = published.documents.order_by("event_position")
    assert "the title “Декларацию о союзничестве” (ru)" in public[declaration].added
    assert public[declaration].open[0].startswith("Is the title as it stands on the document")
    assert "Which body is “Ministry of Finance of Kazakhstan”?" in " ".join(public[protocol].open)
    assert declaration.titles.count() == 1
    assert "What is added to them is public at once" in page(response)


def test_after_the_answer_it_is_added(editor: Client, published: Event) -> None:
    communique = second()
    asked = send(editor, communique).context["asked"]
    response = send(editor, communique, confirmed=asked.token)
    assert "Added to the published records. New documents: 0" in messages(response)[0]
    assert published.documents.get(type="declaration").titles.count() == 2


def test_clerk_is_refused_and_not_asked(clerk: Client, published: Event) -> None:
    response = send(clerk, second())
    assert response.context["asked"] is None and "You may not add to these" in errors(response)


# Passed to an editor ----------------------------------------------------------------------------


def test_clerk_passes_a_review_to_an_editor(
    clerk: Client, editor: Client, published: Event
) -> None:
    communique = second()
    shown = page(clerk.get(address(communique)))
    assert 'value="pass"' in shown
    response = send(clerk, communique, "pass", **{"documents-1-text": "Typed by the clerk"})
    assert "Passed to an editor" in messages(response)[0]
    communique.refresh_from_db()
    assert communique.passed_by == "clerk" and communique.passed_at
    assert communique.form["documents-1-text"] == ["Typed by the clerk"]
    for client in (clerk, editor):
        assert "Passed to an editor by clerk" in page(client.get(address(communique)))
        assert "passed on by clerk" in page(client.get(PASTE))
    front = editor.get("/admin/")
    waiting = next(shelf for shelf in front.context["work"] if shelf.group == "editors").waiting
    assert [row.words for row in waiting["communiques"]] == ["passed on by a clerk"]
    assert "#communique-passed" in page(front)
    assert "passed on by a clerk" not in page(clerk.get("/admin/"))


def test_passed_review_waits_until_it_is_saved(
    clerk: Client, editor: Client, published: Event
) -> None:
    communique = second()
    send(clerk, communique, "pass")
    assert 'value="pass"' not in page(editor.get(address(communique)))
    insist(editor, communique)
    assert not Communique.objects.passed().exists()
    communique.refresh_from_db()
    assert communique.passed_at is None


def test_clerk_takes_a_review_back(clerk: Client, published: Event) -> None:
    communique = second()
    send(clerk, communique, "pass")
    assert 'value="unpass"' in page(clerk.get(address(communique)))
    send(clerk, communique, "unpass")
    assert not Communique.objects.passed().exists()


def test_what_a_clerk_can_save_is_not_passed(clerk: Client, event: Event) -> None:
    assert 'value="pass"' not in page(clerk.get(address(second())))
