"""What was saved of a communique too early is deleted in one step; the review is open again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import Communique, Document, Event
from tests import builders
from tests.admin.communique_desk import address, save
from tests.admin.conftest import signed_in
from tests.admin.desk import messages
from tests.communiques import begun

ACTION = "Delete the event with its drafts"


@pytest.fixture
def event(clerk: Client) -> Event:
    return save(clerk, begun())


def confirmation(client: Client, event: Event) -> str:
    url = reverse("admin:agreements_event_delete", args=[event.pk])
    return client.get(url).content.decode()


def delete(client: Client, event: Event) -> object:
    url = reverse("admin:agreements_event_delete_with_drafts", args=[event.pk])
    return client.post(url, follow=True)


def test_event_goes_with_its_drafts_and_the_review_is_open_again(
    editor: Client, event: Event
) -> None:
    communique = Communique.objects.get()
    page = confirmation(editor, event)
    assert ACTION in page and "its 4 documents" in page
    response = delete(editor, event)
    assert response.redirect_chain[-1][0] == address(communique)
    assert "its drafts (4) are deleted" in messages(response)[0]
    assert not Event.objects.exists() and not Document.objects.exists()
    assert save(editor, communique).documents.count() == 4


def refused(client: Client, event: Event) -> bool:
    is_shown = ACTION in confirmation(client, event)
    assert delete(client, event).status_code == 403
    assert Event.objects.filter(pk=event.pk).exists()
    return not is_shown


def test_document_of_another_source_keeps_all(editor: Client, event: Event) -> None:
    builders.draft("Another", event=event)
    assert refused(editor, event)
    assert Document.objects.count() == 5


def test_document_that_another_source_speaks_of_keeps_all(editor: Client, event: Event) -> None:
    event.documents.first().citations.create(source=builders.source())
    assert refused(editor, event)


def test_document_in_review_keeps_all(editor: Client, event: Event) -> None:
    builders.brought_to(event.documents.get(type="declaration"), "in_review")
    assert refused(editor, event)


def test_event_that_is_no_draft_stays(editor: Client, event: Event) -> None:
    builders.brought_to(event, "in_review")
    assert refused(editor, event)


def test_event_of_no_communique_stays(editor: Client, db: None) -> None:
    event = builders.event(publication_state="draft")
    builders.draft("Document", event=event)
    assert refused(editor, event)


def test_rights_are_needed(event: Event) -> None:
    somebody = signed_in("somebody", "delete_document", group="editor")
    assert refused(somebody, event)
