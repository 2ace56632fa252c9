"""The history of a record in the admin, restoring, undoing, and saves that cross."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agreements.models import Agency, Change, Document
from tests import builders
from tests.admin.desk import errors, list_url, messages, page_forms, queries, sheet, url_of


def history_url(record: object) -> str:
    return url_of(record).replace("change", "history")


def restore_url(record: object, number: int) -> str:
    return f"{history_url(record)}{number}/restore/"


def transaction_url(number: int) -> str:
    return reverse("admin:agreements_change_transaction", args=[number])


@pytest.fixture
def ready() -> Document:
    made = builders.draft("Ready agreement")
    builders.settle()
    return made


@pytest.mark.django_db
def test_history_shows_who_changed_what_when_and_why(editor: Client, ready: Document) -> None:
    data = sheet(editor, url_of(ready))
    data |= {"summary": "Of water", "titles-0-text": "Agreement on water"}
    editor.post(url_of(ready), data | {"change_reason": "As the gazette has it"})
    page = editor.get(history_url(ready)).content.decode()
    for words in ("editor", "As the gazette has it", "Of water", "Ready agreement", "Title"):
        assert words in page, words


def test_history_of_every_kind_of_record_opens(editor: Client) -> None:
    document = builders.document(side_1=builders.agency(), event=builders.event())
    place, subject = builders.place(), builders.subject()
    parts = (document.event, document.type, document.parties.first().agency, place, subject)
    for record in (document, *parts, document.citations.get().source, builders.state()):
        response = editor.get(history_url(record))
        assert response.status_code == 200, record
        assert response.context["versions"], record


def test_history_of_something_that_is_not_there(editor: Client) -> None:
    for key in ("999999", "x", "99999999999999999999"):
        said = messages(editor.get(f"/admin/agreements/document/{key}/history/", follow=True))
        assert "doesn’t exist" in said[0]


@pytest.mark.parametrize("before", ["", "x", "-1", "9" * 30])
def test_history_with_a_bad_address_opens(editor: Client, ready: Document, before: str) -> None:
    assert editor.get(history_url(ready), {"before": before}).status_code == 200


def test_history_makes_as_many_queries_for_many_changes_as_for_few(
    editor: Client, ready: Document
) -> None:
    few = queries(editor, history_url(ready))
    for _n in range(20):
        ready.titles.update(text=f"Title {_n}")
        builders.party(ready, 1, builders.agency())
    assert queries(editor, history_url(ready)) <= few + 4


def test_version_is_restored_with_its_rows(editor: Client, ready: Document) -> None:
    version = Change.objects.latest_of(ready)
    ready.titles.update(text="Spoilt")
    ready.signings.all().delete()
    response = editor.get(restore_url(ready, version))
    page = response.content.decode()
    assert "Spoilt" in page and "Ready agreement" in page
    assert ready.titles.get().text == "Spoilt", "a look changes nothing"
    data = {"seen": response.context["seen"], "reason": "Spoilt by mistake"}
    said = messages(editor.post(restore_url(ready, version), data, follow=True))
    assert said == ["The version was restored."]
    assert ready.titles.get().text == "Ready agreement"
    assert ready.signings.count() == 1
    change = Change.objects.of(ready).latest("pk")
    assert (change.actor, change.reason) == ("editor", "Spoilt by mistake")


def test_restoring_is_refused_where_the_record_changed_meanwhile(
    editor: Client, ready: Document
) -> None:
    version = Change.objects.latest_of(ready)
    ready.titles.update(text="Second")
    seen = editor.get(restore_url(ready, version)).context["seen"]
    ready.titles.update(text="Third")
    page = editor.post(restore_url(ready, version), {"seen": seen}).content.decode()
    assert "Somebody saved the record meanwhile" in page
    assert ready.titles.get().text == "Third"


def test_restoring_what_breaks_a_rule_is_refused_in_words(editor: Client) -> None:
    draft = builders.draft()
    draft.parties.filter(side=2).delete()
    builders.settle()
    version = Change.objects.latest_of(draft)
    builders.party(draft, 2, builders.state())
    Document.objects.filter(pk=draft.pk).bring_to("published")
    builders.settle()
    page = editor.get(restore_url(draft, version)).content.decode()
    assert "needs two sides" in page
    seen = Change.objects.version_of(draft)
    page = editor.post(restore_url(draft, version), {"seen": seen}).content.decode()
    assert "cannot be restored" in page
    assert draft.parties.count() == 2


def test_restoring_is_for_editors(clerk: Client, ready: Document) -> None:
    version = Change.objects.latest_of(ready)
    ready.titles.update(text="Second")
    assert "Restore" not in clerk.get(history_url(ready)).content.decode()
    assert clerk.get(restore_url(ready, version)).status_code == 403
    data = {"seen": Change.objects.version_of(ready)}
    assert clerk.post(restore_url(ready, version), data).status_code == 403
    assert ready.titles.get().text == "Second"


def test_deleted_draft_is_brought_back(editor: Client, ready: Document) -> None:
    key = ready.pk
    editor.post(url_of(ready).replace("change", "delete"), {"post": "yes"})
    assert not Document.objects.exists()
    deletion = Change.objects.get(table="agreements_document", operation="delete")
    listed = editor.get(list_url("change"), {"operation__exact": "delete"}).content.decode()
    assert transaction_url(deletion.transaction) in listed
    # The test's own transaction holds more than the deletion: undo that alone.
    assert deletion.old["id"] == key


def test_undoing_what_was_changed_since_is_refused_in_words(editor: Client) -> None:
    subject = builders.subject()
    number = Change.objects.latest("pk").transaction
    page = editor.get(transaction_url(number)).content.decode()
    assert subject.slug in page and "Undo all of this" in page


def test_history_is_looked_at_and_nothing_else(
    editor: Client, administrator: Client, client: Client, ready: Document
) -> None:
    client.force_login(User.objects.create_superuser("root"))
    change = Change.objects.latest("pk")
    for person in (editor, administrator, client):
        assert person.get(list_url("change")).status_code == 200
        for verb, status in (("add", 403), (f"{change.pk}/delete", 403)):
            address = f"{list_url('change')}{verb}/"
            assert person.get(address).status_code == status, verb
            assert person.post(address, {"post": "yes"}).status_code == status, verb
        data = {"action": "delete_selected", "_selected_action": [change.pk], "post": "yes"}
        person.post(list_url("change"), data)
        person.post(f"{list_url('change')}{change.pk}/change/", {"actor": "nobody"})
    change.refresh_from_db()
    assert change.actor != "nobody"


# Saves that cross ---------------------------------------------------------------------------


def test_refusal_shows_who_changed_which_field_and_both_values(
    editor: Client, clerk: Client, ready: Document
) -> None:
    seen = sheet(editor, url_of(ready))
    theirs = {"summary": "The first hand", "titles-0-text": "Agreement on water"}
    clerk.post(url_of(ready), seen | theirs)
    mine = {"summary": "The second hand", "titles-0-text": "Agreement on bees"}
    response = editor.post(url_of(ready), seen | mine)
    assert "clerk" in errors(response)
    lines = {
        (line.row.kind, line.difference.name): (
            line.difference.before,
            line.difference.after,
            line.mine,
            line.change.actor,
        )
        for line in response.context["meanwhile"]
    }
    assert lines["Document", "summary"] == ("", "The first hand", "The second hand", "clerk")
    assert lines["Title", "text"] == (
        "Ready agreement",
        "Agreement on water",
        "Agreement on bees",
        "clerk",
    )
    assert "Changed while you were editing" in response.content.decode()


def test_saving_once_more_takes_nothing_back_that_was_not_touched(
    editor: Client, clerk: Client, ready: Document
) -> None:
    """Every kind of field that somebody else may have changed: text, choice, date, tick, record."""
    place = builders.place("Aland")
    seen = sheet(editor, url_of(ready))
    theirs = {
        "public_note": "Their note",
        "level": "interstate",
        "is_signed_by_heads": "on",
        "titles-0-text": "Their title",
        "signings-0-signed_on": "5 May 2023",
        "signings-0-place": place.pk,
        "period": "2023-2025",
    }
    assert clerk.post(url_of(ready), seen | theirs).status_code == 302
    response = editor.post(url_of(ready), seen | {"summary": "My summary"})
    page = response.content.decode()
    assert "you had not touched it" in page
    again = {
        field.html_name: field.value()
        for form in page_forms(response)
        for field in form
        if field.value() not in (None, False)
    }
    assert editor.post(url_of(ready), again).status_code == 302
    ready.refresh_from_db()
    assert (ready.summary, ready.public_note) == ("My summary", "Their note")
    assert (ready.level, ready.is_signed_by_heads, ready.period) == (
        "interstate",
        True,
        "2023/2025",
    )
    assert ready.titles.get().text == "Their title"
    signing = ready.signings.get()
    assert (signing.signed_on, signing.place) == ("2023-05-05", place)


def test_what_both_touched_is_mine_to_decide(
    editor: Client, clerk: Client, ready: Document
) -> None:
    seen = sheet(editor, url_of(ready))
    clerk.post(url_of(ready), seen | {"summary": "Theirs"})
    response = editor.post(url_of(ready), seen | {"summary": "Mine"})
    assert response.context["adminform"].form["summary"].value() == "Mine"
    (line,) = response.context["meanwhile"]
    assert not line.is_taken_over


def test_a_row_that_somebody_added_makes_the_form_stale(editor: Client, ready: Document) -> None:
    seen = sheet(editor, url_of(ready))
    builders.party(ready, 1, builders.state(name="Aland"))
    response = editor.post(url_of(ready), seen | {"summary": "Mine"})
    assert "Somebody else saved this record" in errors(response)
    assert "Aland" in response.content.decode()


@pytest.mark.parametrize("noun", ["agency", "state", "place", "subject", "source"])
def test_records_of_every_kind_refuse_a_stale_save(editor: Client, noun: str) -> None:
    record = getattr(builders, noun)()
    seen = sheet(editor, url_of(record))
    rows = "names-0-text"
    changed = {rows: "Theirs"} if rows in seen else {"title": "Theirs"}
    mine = {rows: "Mine"} if rows in seen else {"title": "Mine"}
    assert editor.post(url_of(record), seen | changed).status_code == 302
    response = editor.post(url_of(record), seen | mine)
    assert "Somebody else saved this record" in errors(response)
    page = response.content.decode()
    assert "Theirs" in page and "Mine" in page


def test_list_action_on_a_stale_list_changes_nothing(editor: Client, ready: Document) -> None:
    other = builders.draft("Other agreement")
    builders.settle()
    seen = editor.get(list_url("document")).context["seen_change"]
    ready.titles.update(text="Changed meanwhile")
    data = {"action": "send_to_review", "_selected_action": [ready.pk, other.pk]}
    said = messages(editor.post(list_url("document"), data | {"seen_change": seen}, follow=True))
    assert "Somebody changed meanwhile" in said[0] and "Changed meanwhile" in said[0]
    assert set(Document.objects.values_list("publication_state", flat=True)) == {"draft"}
    seen = editor.get(list_url("document")).context["seen_change"]
    editor.post(list_url("document"), data | {"seen_change": seen})
    assert set(Document.objects.values_list("publication_state", flat=True)) == {"in_review"}


def test_what_stands_beside_a_record_does_not_make_it_stale(
    editor: Client, ready: Document
) -> None:
    seen = sheet(editor, url_of(ready))
    ready.remarks.create(text="Mend the title.", written_by="editor")
    assert editor.post(url_of(ready), seen | {"summary": "Mine"}).status_code == 302


def test_saves_are_signed(editor: Client) -> None:
    agency = builders.agency()
    editor.post(url_of(agency), sheet(editor, url_of(agency)) | {"note": "Moved"})
    assert Agency.objects.get(pk=agency.pk).note == "Moved"
    assert Change.objects.of(agency).latest("pk").actor == "editor"


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ({"operation__exact": "insert"}, True),
        ({"operation__exact": "delete"}, False),
        ({"kind": "document"}, True),
        ({"kind": "place"}, False),
        ({"kind": "nonsense"}, False),
        ({"q": "nobody"}, False),
        ({"q": "9" * 30}, False),
    ],
)
def test_history_of_everything_is_filtered(
    editor: Client, ready: Document, query: dict[str, str], is_found: bool
) -> None:
    mark = f"{ready._meta.verbose_name} no. {ready.pk}"
    assert (mark in editor.get(list_url("change"), query).content.decode()) is is_found
    found = editor.get(list_url("change"), {"q": ready.pk}).context["cl"].result_list
    assert {change.root for change in found} == {str(ready.pk)}
