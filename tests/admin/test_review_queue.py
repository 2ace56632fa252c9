"""The queue of what waits for review, the ways into it, and the remarks that come back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from agreements.editing import reviewing
from agreements.models import Agency, Document, Event, Place, Remark, sign
from tests import builders
from tests.admin.conftest import signed_in
from tests.admin.desk import errors, list_url, messages, queries, sheet, url_of
from tests.admin.test_admin_publishing import act
from tests.admin.test_event_sheet import url_of_sheet
from tests.admin.test_reviewing import (
    QUEUE,
    opened,
    review_of,
    send,
    state,
    states,
    waiting_document,
)


def in_queue(client: Client, query: str = "") -> list[Any]:
    return [row.record for row in client.get(QUEUE + query).context["rows"]]


def sent_by(name: str, *records: Document | Event) -> None:
    sign(User.objects.get(username=name))
    for record in records:
        reviewing.move(record, "in_review")
    sign()
    builders.settle()


def returned(record: Document | Event, remark: str = "Mend the dates") -> None:
    reviewing.give_back([record], remark, "editor")


# The queue ---------------------------------------------------------------------------------------


def test_what_waits_longest_stands_first(editor: Client) -> None:
    first, second = builders.draft("First"), builders.draft("Second")
    third = builders.event(publication_state="draft")
    for record in (second, third, first):
        reviewing.move(record, "in_review")
    builders.settle()
    assert in_queue(editor) == [second, third, first]
    reviewing.move(second, "draft")
    reviewing.move(second, "in_review")
    assert in_queue(editor) == [third, first, second]


def test_documents_wait_with_their_event_while_it_is_in_review(editor: Client) -> None:
    together = builders.event("Together", publication_state="in_review")
    alone = [
        waiting_document("Of none"),
        waiting_document("Of a draft", event=builders.event(publication_state="draft")),
        waiting_document("Of a public one", event=builders.event()),
    ]
    for _n in range(2):
        waiting_document(event=together)
    builders.draft(event=together)
    builders.document("Public already")
    builders.settle()
    assert in_queue(editor) == [together, *alone]
    assert "with 2 documents" in editor.get(QUEUE).content.decode()


def test_queue_says_who_sent_it(editor: Client, clerk: Client) -> None:
    document = builders.draft("A paper")
    sent_by("clerk", document)
    assert editor.get(QUEUE).context["rows"][0].sent.actor == "clerk"


def test_clerk_sees_what_he_sent_himself(clerk: Client, editor: Client) -> None:
    mine, theirs = builders.draft("Mine"), builders.draft("Theirs")
    event = builders.event("Visit", publication_state="draft")
    of_event = builders.draft("Of the visit", event=event)
    sent_by("clerk", mine, of_event)
    sent_by("editor", theirs, event)
    assert in_queue(clerk) == [mine, event]
    assert in_queue(editor) == [mine, theirs, event]
    assert in_queue(editor, "?mine") == [theirs, event]
    page = clerk.get(QUEUE).content.decode()
    assert review_of(mine) not in page
    assert url_of(mine) in page


def test_number_on_the_front_page_is_that_of_the_queue(editor: Client, clerk: Client) -> None:
    event = builders.event(publication_state="in_review")
    waiting_document(event=event)
    sent_by("clerk", builders.draft())
    for client, number in ((editor, 2), (clerk, 1)):
        assert client.get("/admin/").context["to_review"] == (number, False)
        assert len(in_queue(client)) == number


def test_queue_has_pages_and_few_queries(editor: Client) -> None:
    waiting_document(event=builders.event(publication_state="in_review"))
    waiting_document()
    builders.settle()
    few = queries(editor, QUEUE)
    for _n in range(30):
        waiting_document(side_1=builders.agency())
    builders.settle()
    assert queries(editor, QUEUE) <= few + 1  # the agencies' names
    assert len(in_queue(editor)) == 25
    assert len(in_queue(editor, "?page=2")) == 7
    for page in ("0", "3", "x", "9" * 20):
        assert editor.get(f"{QUEUE}?page={page}").status_code == 404


def test_publish_and_next_walks_through_the_queue(editor: Client) -> None:
    waiting = [waiting_document(f"Paper {n}") for n in range(3)]
    builders.settle()
    second = send(editor, waiting[1], opened(editor, waiting[1]), "publish_next")
    assert second.context["case"].record == waiting[2]
    third = send(editor, waiting[2], opened(editor, waiting[2]), "publish_next")
    assert third.context["case"].record == waiting[0]
    last = send(editor, waiting[0], opened(editor, waiting[0]), "publish_next")
    assert "That was the last one: nothing waits for review." in messages(last)
    assert states(*waiting) == ["published"] * 3


def test_next_is_not_what_was_just_left_waiting(editor: Client) -> None:
    event = builders.event(publication_state="in_review")
    left, other = waiting_document(event=event), waiting_document("Another")
    builders.settle()
    data = opened(editor, event) | {f"document-{left.pk}": "wait"}
    assert send(editor, event, data, "publish_next").context["case"].record == other


def test_review_makes_as_many_queries_for_ten_agencies_but_for_doubts(editor: Client) -> None:
    """What is odd, and likely doubles, are looked for record by record."""

    def measured(number: int) -> int:
        event = builders.event(publication_state="in_review")
        for _n in range(number):
            waiting_document(side_1=builders.agency(), side_2=builders.agency(), event=event)
        builders.settle()
        return queries(editor, review_of(event))

    one, two, five = measured(1), measured(2), measured(5)
    assert five - one == 4 * (two - one)
    assert two - one < 30


# Into the queue ----------------------------------------------------------------------------------


@pytest.fixture
def visit() -> Event:
    event = builders.event("Visit", publication_state="draft")
    builders.draft("Ready paper", event=event)
    bare = Document.objects.create(event=event)
    bare.titles.create(language="en", text="Bare paper")
    builders.settle()
    return event


def test_event_is_sent_with_its_documents(clerk: Client, visit: Event) -> None:
    address = f"/admin/review/event/{visit.pk}/send/"
    page = clerk.get(address).content.decode()
    assert "Bare paper" in page
    assert "Choose a type" in page
    assert state(visit) == "draft"
    said = " ".join(messages(clerk.post(address, follow=True)))
    assert "Bare paper" in said
    assert states(visit, *visit.documents.order_by("pk")) == ["in_review", "in_review", "draft"]


def test_event_is_sent_with_its_documents_from_the_list(clerk: Client, visit: Event) -> None:
    act(clerk, "event", "send_with_documents", visit)
    assert states(visit, *visit.documents.order_by("pk")) == ["in_review", "in_review", "draft"]


def test_form_and_sheet_of_an_event_offer_to_send_it_with_its_documents(
    clerk: Client, visit: Event
) -> None:
    link = f"/admin/review/event/{visit.pk}/send/"
    assert link in clerk.get(url_of(visit)).content.decode()
    assert link in clerk.get(url_of_sheet(visit)).content.decode()


def test_event_sent_alone_reminds_of_its_documents(clerk: Client, visit: Event) -> None:
    data = sheet(clerk, url_of(visit)) | {"publication_state": "in_review"}
    said = " ".join(messages(clerk.post(url_of(visit), data, follow=True)))
    assert "2 documents of the event are still drafts." in said
    assert f"/admin/review/event/{visit.pk}/send/" in said


def test_form_of_a_record_in_review_links_to_its_review(editor: Client, clerk: Client) -> None:
    document = waiting_document()
    of_event = waiting_document(event=builders.event(publication_state="in_review"))
    builders.settle()
    assert review_of(document) in editor.get(url_of(document)).content.decode()
    assert review_of(of_event.event) in editor.get(url_of(of_event)).content.decode()
    assert review_of(document) not in clerk.get(url_of(document)).content.decode()


# From lists and forms ----------------------------------------------------------------------------


def test_list_refuses_to_publish_unseen_agencies_and_names_the_review(editor: Client) -> None:
    document, plain = waiting_document(side_1=builders.agency("New Bureau")), waiting_document()
    builders.settle()
    said = act(editor, "document", "publish", document, plain)
    assert "1 record: published." in said
    report = next(words for words in said if "New Bureau" in words)
    assert f'href="{review_of(document)}"' in report
    assert states(document, plain) == ["in_review", "published"]


def test_list_refuses_to_publish_a_document_before_its_event(editor: Client) -> None:
    document = waiting_document(event=builders.event(publication_state="in_review"))
    builders.settle()
    report = act(editor, "document", "publish", document)[0]
    assert review_of(document.event) in report
    assert state(document) == "in_review"


def test_list_refuses_to_publish_an_event_at_an_unseen_place(editor: Client) -> None:
    event = builders.event(place=builders.place("Newville"), publication_state="in_review")
    builders.settle()
    assert "Newville" in act(editor, "event", "publish", event)[0]
    assert state(event) == "in_review"


def withdraw(client: Client, record: Document | Event, **more: Any) -> None:
    data = sheet(client, url_of(record)) | {"publication_state": "withdrawn", **more}
    client.post(url_of(record), data | {"withdrawal_reason": "Entered twice"})
    builders.settle()
    assert state(record) == "withdrawn"


def test_agencies_go_and_come_back_with_what_names_them(editor: Client, client: Client) -> None:
    agency = builders.agency("Bureau of Piers")
    document = builders.document("Pier paper", side_1=agency)
    builders.settle()
    assert client.get(agency.get_absolute_url()).status_code == 200
    withdraw(editor, document)
    assert client.get(agency.get_absolute_url()).status_code == 404
    page = client.get(document.get_absolute_url())
    assert (page.status_code, "Entered twice" in page.content.decode()) == (410, True)
    assert "Pier paper" in page.content.decode()
    send(editor, document, opened(editor, document), "publish")
    assert client.get(agency.get_absolute_url()).status_code == 200
    assert client.get(document.get_absolute_url()).status_code == 200


def test_withheld_title_is_not_on_the_page_that_says_withdrawn(
    editor: Client, client: Client
) -> None:
    document = builders.document("Secret paper")
    builders.settle()
    withdraw(editor, document, is_title_withheld="on")
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert "Entered twice" in page
    assert "Secret paper" not in page


def test_form_brings_back_what_brings_no_new_name(editor: Client) -> None:
    document = builders.document()
    builders.settle()
    withdraw(editor, document)
    data = sheet(editor, url_of(document)) | {"publication_state": "published"}
    editor.post(url_of(document), data)
    assert state(document) == "published"


def test_form_does_not_bring_back_an_unseen_agency(editor: Client) -> None:
    """Also where it is added in the same save."""
    document = builders.document(side_1=builders.agency("Bureau of Piers"))
    builders.settle()
    withdraw(editor, document)
    data = sheet(editor, url_of(document)) | {"publication_state": "published"}
    said = errors(editor.post(url_of(document), data))
    assert "Bureau of Piers" in said
    assert review_of(document) in said
    assert state(document) == "withdrawn"


def test_form_does_not_bring_back_an_agency_added_in_the_same_save(editor: Client) -> None:
    document, agency = builders.document(), builders.agency("Bureau of Locks")
    builders.settle()
    withdraw(editor, document)
    data = sheet(editor, url_of(document)) | {"publication_state": "published"}
    data |= {
        "parties-0-agency": agency.pk,
        "parties-0-state": agency.state_id,
        "parties-0-acting_as": "",
    }
    assert "Bureau of Locks" in errors(editor.post(url_of(document), data))
    assert state(document) == "withdrawn"
    assert not document.parties.filter(agency=agency).exists()


def test_list_does_not_bring_back_an_unseen_agency(editor: Client) -> None:
    document = builders.document(side_1=builders.agency("Bureau of Piers"))
    builders.settle()
    withdraw(editor, document)
    assert "Bureau of Piers" in " ".join(act(editor, "document", "publish", document))
    assert state(document) == "withdrawn"


def test_withdrawn_record_is_not_returned(editor: Client) -> None:
    document = builders.document()
    builders.settle()
    withdraw(editor, document)
    data = opened(editor, document) | {"remark": "No"}
    send(editor, document, data, "return")
    assert state(document) == "withdrawn"


# Back from it ------------------------------------------------------------------------------------


def test_remark_stands_on_the_form_until_the_record_is_sent_again(clerk: Client) -> None:
    document = waiting_document()
    returned(document)
    assert "Mend the dates" in clerk.get(url_of(document)).content.decode()
    reviewing.move(document, "in_review")
    builders.settle()
    assert "Mend the dates" not in clerk.get(url_of(document)).content.decode()
    reviewing.move(document, "draft")  # taken back by the clerk, not returned
    assert "Mend the dates" not in clerk.get(url_of(document)).content.decode()


def test_remarks_stand_on_the_sheet(clerk: Client) -> None:
    event = builders.event(publication_state="in_review")
    document = waiting_document("Dated paper", event=event)
    returned(event, "Who headed it?")
    returned(document, "Which years?")
    page = clerk.get(url_of_sheet(event)).content.decode()
    assert "Who headed it?" in page
    assert "Which years?" in page


def test_one_remark_on_many_stands_once_on_the_sheet(clerk: Client) -> None:
    event = builders.event(publication_state="in_review")
    documents = [waiting_document(f"Paper {n}", event=event) for n in range(3)]
    reviewing.give_back([event, *documents], "Dates are missing", "editor")
    page = clerk.get(url_of_sheet(event)).content.decode()
    assert page.count("Dates are missing") == 1
    assert "<li>Paper 2</li>" in page


def test_editor_sees_what_was_remarked_before(editor: Client) -> None:
    document = waiting_document()
    returned(document)
    reviewing.move(document, "in_review")
    builders.settle()
    assert "Mend the dates" in editor.get(review_of(document)).content.decode()


@pytest.mark.parametrize("noun", ["document", "event"])
def test_lists_are_filtered_by_returned(editor: Client, noun: str) -> None:
    make = getattr(builders, noun)
    back, again, never = (make(publication_state="in_review") for _n in range(3))
    for record in (back, again):
        returned(record)
    reviewing.move(again, "in_review")
    reviewing.move(again, "draft")
    reviewing.move(never, "draft")
    found = editor.get(list_url(noun), {"queue": "given_back"}).context["cl"].queryset
    assert list(found) == [back]


# Who may -----------------------------------------------------------------------------------------

PEOPLE = ["clerk", "editor", "administrator"]
REVIEWS = ["publish", "publish_next", "return", "return_marked"]


@pytest.mark.parametrize("noun", ["document", "event"])
@pytest.mark.parametrize("way", REVIEWS)
def test_clerk_neither_opens_a_review_nor_decides(clerk: Client, noun: str, way: str) -> None:
    record = getattr(builders, noun)(publication_state="in_review")
    builders.settle()
    assert clerk.get(review_of(record)).status_code == 403
    data = {"act": way, "remark": "Mine", "seen": [f"{noun}-{record.pk}:1-1"]}
    assert clerk.post(review_of(record), data).status_code == 403
    assert state(record) == "in_review"
    assert not Remark.objects.exists()


@pytest.mark.parametrize("noun", ["document", "event"])
@pytest.mark.parametrize("action", ["publish"])
def test_clerk_has_no_action_to_publish(clerk: Client, noun: str, action: str) -> None:
    record = getattr(builders, noun)(publication_state="in_review")
    builders.settle()
    assert act(clerk, noun, action, record) == ["No action selected."]
    assert state(record) == "in_review"


@pytest.mark.parametrize("noun", ["document", "event"])
@pytest.mark.parametrize("wanted", ["published", "withdrawn"])
@pytest.mark.parametrize("begin", ["draft", "in_review"])
@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_publishes_or_withdraws_by_form_what_is_not_public(
    who: str, begin: str, wanted: str, noun: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    record = getattr(builders, noun)(publication_state=begin)
    builders.settle()
    data = sheet(client, url_of(record)) | {"publication_state": wanted, "withdrawal_reason": "x"}
    assert "not one of the available choices" in errors(client.post(url_of(record), data))
    assert state(record) == begin


@pytest.mark.parametrize("noun", ["document", "event"])
@pytest.mark.parametrize("begin", ["published", "withdrawn"])
def test_clerk_changes_nothing_that_is_or_was_public(clerk: Client, begin: str, noun: str) -> None:
    record = getattr(builders, noun)(publication_state=begin, withdrawal_reason="Entered twice")
    builders.settle()
    for wanted in ("draft", "in_review", "published", "withdrawn"):
        data = {"publication_state": wanted, "withdrawal_reason": "x"}
        assert clerk.post(url_of(record), data).status_code == 403
        assert clerk.post(review_of(record), {"act": "publish"}).status_code == 403
    assert state(record) == begin


@pytest.mark.parametrize("noun", ["document", "event"])
@pytest.mark.parametrize("who", ["editor", "administrator"])
def test_draft_is_not_published_by_any_way(
    who: str, noun: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    record = getattr(builders, noun)(publication_state="draft")
    builders.settle()
    assert "send it to review first" in act(client, noun, "publish", record)[0]
    said = messages(client.post(review_of(record), {"act": "publish"}, follow=True))
    assert "does not wait for review: it is draft" in said[0]
    assert state(record) == "draft"


@pytest.mark.parametrize("noun", ["document", "event"])
def test_published_record_is_not_returned(editor: Client, noun: str) -> None:
    record = getattr(builders, noun)()
    builders.settle()
    for way in REVIEWS:
        editor.post(review_of(record), {"act": way, "remark": "Back"})
    assert state(record) == "published"
    assert not Remark.objects.exists()


def test_one_permission_is_not_the_other(db: None) -> None:
    """Who may publish events alone publishes none of their documents."""
    client = signed_in("half", "publish_document", group="editor")
    event = builders.event(publication_state="in_review")
    document = waiting_document(event=event)
    builders.settle()
    data = opened(client, event)
    assert client.post(review_of(event), data | {"act": "publish"}).status_code == 403
    assert client.get(review_of(document)).status_code == 403
    assert states(event, document) == ["in_review", "in_review"]
    client.post(review_of(event), data | {f"document-{document.pk}": "wait", "act": "publish"})
    assert states(event, document) == ["published", "in_review"]


@pytest.mark.parametrize("path", ["", "document/1/", "event/1/", "event/1/send/"])
def test_who_is_not_signed_in_is_asked_to(client: Client, path: str, db: None) -> None:
    for ask in (client.get, client.post):
        response = ask(QUEUE + path)
        assert (response.status_code, "/login/" in response["Location"]) == (302, True)


def test_staff_without_permissions_see_nothing(db: None) -> None:
    User.objects.create_user("guest", is_staff=True)
    client = Client()
    client.force_login(User.objects.get(username="guest"))
    event = builders.event(publication_state="in_review")
    for path in ("", f"event/{event.pk}/", f"event/{event.pk}/send/"):
        assert client.get(QUEUE + path).status_code == 403
        assert client.post(f"{QUEUE}{path}").status_code in (403, 405)
    assert "/admin/review/" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("path", ["agency/1/", "event/0/", "document/999999999999999999/"])
def test_review_of_what_is_not_there_is_not_found(editor: Client, path: str) -> None:
    assert editor.get(QUEUE + path).status_code == 404


def test_clerk_does_not_send_the_documents_of_a_public_event(clerk: Client) -> None:
    event = builders.event()
    draft = builders.draft(event=event)
    builders.settle()
    assert clerk.post(f"/admin/review/event/{event.pk}/send/").status_code == 403
    assert state(draft) == "draft"


def test_authority_records_of_drafts_stay_inside(editor: Client) -> None:
    """Returning, and leaving in review, make nothing public."""
    place, agency = builders.place("Newville"), builders.agency("New Bureau")
    event = builders.event(place=place, publication_state="in_review")
    document = waiting_document(side_1=agency, event=event)
    builders.settle()
    data = opened(editor, event) | {"remark": "Mend", f"document-{document.pk}": "return"}
    send(editor, event, data, "return_marked")
    assert not Agency.objects.published().exists()
    assert not Place.objects.published().filter(pk=place.pk).exists()
