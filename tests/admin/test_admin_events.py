"""The event form and the lists' filters."""

from django.test import Client

from agreements.models import Announcement, Event
from tests import builders
from tests.admin.desk import add_url, errors, list_url, page_forms, queries, row, sheet, url_of


def listed(client: Client, noun: str, **query: object) -> list[str]:
    changelist = client.get(list_url(noun), query).context["cl"]
    return sorted(str(record) for record in changelist.result_list)


def test_event_is_entered_whole(editor: Client) -> None:
    host, guest, source = builders.state(), builders.state(), builders.source()
    data = sheet(editor, add_url("event")) | {"kind": "state_visit", "began_on": "4 May 2023"}
    data |= {"names-0-text": "State visit", "publication_state": "in_review"}
    data |= {"delegations-0-state": host.pk, "delegations-1-state": guest.pk}
    data |= {"delegations-1-head": "Emomali Rahmon", "citations-0-source": source.pk}
    row(
        data,
        "announcements",
        number=20,
        qualifier="exactly",
        counts="documents",
        listed=8,
        includes_heads_documents="not_stated",
    )
    editor.post(add_url("event"), data)
    made = Event.objects.get()
    assert (made.publication_state, made.began_on) == ("in_review", "2023-05-04")
    assert [d.role for d in made.delegations.all()] == ["host", "guest"]
    assert Announcement.objects.get().listed == 8


def test_published_event_needs_a_source(editor: Client) -> None:
    event = builders.event(publication_state="withdrawn", withdrawal_reason="Not sure.")
    event.citations.all().delete()
    builders.settle()
    data = sheet(editor, url_of(event)) | {"names-0-text": "Visit"}
    response = editor.post(url_of(event), data | {"publication_state": "published"})
    assert "A published event needs a source." in errors(response)
    kept = {f.html_name: f.value() for form in page_forms(response) for f in form}
    assert kept["names-0-text"] == "Visit"


def test_last_source_of_published_documents_cannot_be_taken_from_their_event(
    editor: Client,
) -> None:
    event = builders.event(publication_state="draft")
    made = builders.document(event=event)
    made.citations.all().delete()
    builders.settle()
    data = sheet(editor, url_of(event)) | {"citations-0-DELETE": "on"}
    assert "A published document needs a source" in errors(editor.post(url_of(event), data))
    assert event.citations.count() == 1


def test_event_that_ends_before_it_begins_is_refused(editor: Client) -> None:
    data = sheet(editor, add_url("event")) | {"names-0-text": "Visit", "began_on": "2023-05-04"}
    response = editor.post(add_url("event"), data | {"ended_on": "3 May 2023"})
    assert "cannot be before the first" in errors(response)


def test_event_links_to_its_documents_and_to_one_more(editor: Client) -> None:
    event = builders.event()
    made = builders.draft("Protocol on bees", event=event)
    builders.settle()
    page = editor.get(url_of(event)).content.decode()
    assert f'<a href="{url_of(made)}">Protocol on bees' in page
    assert f"{add_url('document')}?event={event.pk}" in page
    assert "recorded: 1, published: 0" in page


def test_event_form_makes_as_many_queries_for_fifty_documents_as_for_one(editor: Client) -> None:
    event = builders.event()
    builders.draft(event=event)
    builders.settle()
    one = queries(editor, url_of(event))
    for _n in range(49):
        builders.draft(event=event)
    builders.settle()
    assert queries(editor, url_of(event)) == one


def test_list_of_documents_by_state_agency_event_and_year(editor: Client) -> None:
    state, agency, event = builders.state(), builders.agency(), builders.event()
    builders.draft("Mine", side_1=state, side_2=agency, event=event, signed_on="1999-12-31")
    builders.draft("Other", signed_on="2000")
    builders.settle()
    for query in ({"state": state.pk}, {"agency": agency.pk}, {"event": event.pk}, {"year": 1999}):
        assert listed(editor, "document", **query) == ["Mine"]
    assert listed(editor, "document", state=state.pk, year=2000) == []


def test_filter_keeps_the_other_filters(editor: Client) -> None:
    page = editor.get(list_url("document"), {"publication_state__exact": "draft", "q": "bees"})
    html = page.content.decode()
    assert '<input type="hidden" name="publication_state__exact" value="draft">' in html
    assert '<input type="hidden" name="q" value="bees">' in html
