"""Who may publish, and by which ways: form, actions, deletion."""

import pytest
from django.test import Client

from agreements.models import Document
from tests import builders
from tests.admin.desk import add_url, errors, list_url, messages, sheet, url_of


def act(client: Client, noun: str, action: str, *records: object) -> list[str]:
    keys = [record.pk for record in records]
    data = {"action": action, "_selected_action": keys}
    return messages(client.post(list_url(noun), data, follow=True))


def state_choices(client: Client, url: str) -> list[str]:
    form = client.get(url).context["adminform"].form
    return [value for value, _label in form.fields["publication_state"].choices]


@pytest.fixture
def published() -> Document:
    made = builders.document("Published agreement")
    builders.settle()
    return made


@pytest.fixture
def ready() -> Document:
    made = builders.draft("Ready agreement")
    builders.settle()
    return made


@pytest.mark.parametrize("noun", ["document", "event"])
def test_clerk_is_offered_draft_and_review_only(clerk: Client, noun: str) -> None:
    assert state_choices(clerk, add_url(noun)) == ["draft", "in_review"]


def test_clerk_cannot_send_published(clerk: Client, ready: Document) -> None:
    data = sheet(clerk, url_of(ready)) | {"publication_state": "published"}
    assert "not one of the available choices" in errors(clerk.post(url_of(ready), data))
    ready.refresh_from_db()
    assert ready.publication_state == "draft"


def test_published_record_is_read_only_for_clerks(
    clerk: Client, editor: Client, published: Document
) -> None:
    response = clerk.get(url_of(published))
    assert response.status_code == 200
    assert 'name="_save"' not in response.content.decode()
    data = sheet(editor, url_of(published)) | {"publication_state": "draft"}
    assert clerk.post(url_of(published), data).status_code == 403


def test_published_event_is_read_only_for_clerks(clerk: Client) -> None:
    event = builders.event()
    builders.settle()
    assert 'name="_save"' not in clerk.get(url_of(event)).content.decode()
    assert clerk.post(url_of(event), {"kind": "visit"}).status_code == 403


def test_what_was_public_is_withdrawn_with_a_reason(editor: Client, published: Document) -> None:
    assert state_choices(editor, url_of(published)) == ["published", "withdrawn"]
    data = sheet(editor, url_of(published)) | {"publication_state": "withdrawn"}
    assert "Say why it is withdrawn" in errors(editor.post(url_of(published), data))
    editor.post(url_of(published), data | {"withdrawal_reason": "Entered twice"})
    published.refresh_from_db()
    assert published.publication_state == "withdrawn"


def test_publish_action_is_for_those_who_may(clerk: Client, ready: Document) -> None:
    page = clerk.get(list_url("document")).content.decode()
    assert 'value="send_to_review"' in page
    assert 'value="publish"' not in page
    assert act(clerk, "document", "publish", ready) == ["No action selected."]
    ready.refresh_from_db()
    assert ready.publication_state == "draft"


def test_send_to_review(clerk: Client, ready: Document) -> None:
    assert act(clerk, "document", "send_to_review", ready) == ["1 record: in review."]
    ready.refresh_from_db()
    assert ready.publication_state == "in_review"


def test_send_to_review_reports_what_each_record_lacks(editor: Client, ready: Document) -> None:
    bare = Document.objects.create()
    bare.titles.create(language="en", text="Bare agreement")
    builders.settle()
    said = act(editor, "document", "send_to_review", ready, bare)
    assert "1 record: in review." in said
    report = next(words for words in said if "Bare agreement" in words)
    assert url_of(bare) in report
    for words in ("Choose a type", "two sides", "date of signing"):
        assert words in report
    ready.refresh_from_db()
    bare.refresh_from_db()
    assert (ready.publication_state, bare.publication_state) == ("in_review", "draft")


def test_action_does_not_unpublish(editor: Client, published: Document) -> None:
    said = act(editor, "document", "send_to_review", published)
    assert "already published" in said[0]
    published.refresh_from_db()
    assert published.is_published


def test_clerk_cannot_move_a_published_record_by_action(clerk: Client, published: Document) -> None:
    assert "may not change it" in act(clerk, "document", "send_to_review", published)[0]
    published.refresh_from_db()
    assert published.is_published


def test_draft_is_not_published_without_review(editor: Client, ready: Document) -> None:
    assert "send it to review first" in act(editor, "document", "publish", ready)[0]
    ready.refresh_from_db()
    assert ready.publication_state == "draft"


def test_publish_event(editor: Client) -> None:
    event = builders.event(publication_state="in_review")
    bare = builders.event(publication_state="in_review")
    bare.citations.all().delete()
    builders.settle()
    said = act(editor, "event", "publish", event, bare)
    assert "1 record: published." in said
    assert any("A published event needs a source." in words for words in said)


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_what_was_public_cannot_be_deleted(editor: Client, published: Document, state: str) -> None:
    Document.objects.filter(pk=published.pk).update(publication_state=state, withdrawal_reason="x")
    address = url_of(published).replace("change", "delete")
    assert editor.post(address, {"post": "yes"}).status_code == 403
    response = editor.post(
        list_url("document"),
        {"action": "delete_selected", "_selected_action": [published.pk], "post": "yes"},
    )
    assert response.status_code == 403
    assert Document.objects.filter(pk=published.pk).exists()


def test_draft_can_be_deleted_with_its_rows(editor: Client, ready: Document) -> None:
    address = url_of(ready).replace("change", "delete")
    page = editor.get(address).content.decode()
    assert "Ready agreement" in page
    assert "Parties: 2" in page
    editor.post(address, {"post": "yes"})
    assert not Document.objects.exists()


def test_stale_form_is_refused_and_what_was_typed_is_kept(editor: Client, ready: Document) -> None:
    seen = sheet(editor, url_of(ready))
    first = editor.post(url_of(ready), seen | {"summary": "The first hand"}, follow=True)
    assert "successfully" in messages(first)[0]
    response = editor.post(url_of(ready), seen | {"public_note": "The second hand"})
    assert "Somebody else saved this record" in errors(response)
    assert "editor" in errors(response)
    assert "The second hand" in response.content.decode()
    ready.refresh_from_db()
    assert (ready.summary, ready.public_note) == ("The first hand", "")


def test_stale_form_is_saved_the_second_time(editor: Client, ready: Document) -> None:
    seen = sheet(editor, url_of(ready))
    editor.post(url_of(ready), seen | {"summary": "The first hand"})
    response = editor.post(url_of(ready), seen | {"summary": "The second hand"})
    again = response.context["adminform"].form["seen"].value()
    editor.post(url_of(ready), seen | {"summary": "The second hand", "seen": again})
    ready.refresh_from_db()
    assert ready.summary == "The second hand"


def test_form_without_a_version_is_stale(editor: Client, ready: Document) -> None:
    seen = sheet(editor, url_of(ready))
    del seen["seen"]
    assert "Somebody else" in errors(editor.post(url_of(ready), seen))


def test_too_many_records_at_once_are_refused(editor: Client, ready: Document) -> None:
    data = {"action": "publish", "_selected_action": [ready.pk, *range(1, 201)]}
    said = messages(editor.post(list_url("document"), data, follow=True))
    assert said == ["Choose at most 200 records at a time; none was changed."]
    ready.refresh_from_db()
    assert ready.publication_state == "draft"


def test_published_record_links_to_its_page(editor: Client, published: Document) -> None:
    link = f'href="{published.get_absolute_url()}"'
    assert link in editor.get(url_of(published)).content.decode()


def test_draft_has_no_public_page_to_link_to(editor: Client, ready: Document) -> None:
    assert "View on site" not in editor.get(url_of(ready)).content.decode()
