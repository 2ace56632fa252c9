import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import Citation, Delegation, Event
from tests import builders

pytestmark = pytest.mark.django_db


def test_announced_is_told_from_recorded_and_the_heads_own_document_apart(client):
    event = builders.event("Visit to Onia")
    builders.announcement(event, 20, includes_heads_documents="no", listed=8)
    builders.document("Declaration", event=event, is_signed_by_heads=True)
    for _ in range(8):
        builders.document(event=event)
    builders.draft(event=event)
    response = client.get(event.get_absolute_url())
    (announced,) = response.context["announced"]
    assert (response.context["event"].recorded, announced.announcement.number) == (9, 20)
    assert (announced.shortfall.recorded, announced.shortfall.missing) == (8, 12)
    assertContains(response, "Signed by the heads themselves")


def test_open_question_of_the_heads_own_document_is_left_open(client):
    event = builders.event()
    builders.announcement(event, 5, includes_heads_documents="not_stated")
    builders.document(event=event, is_signed_by_heads=True)
    builders.document(event=event)
    response = client.get(event.get_absolute_url())
    assertContains(response, "or 3, if the heads’ own documents are among those announced")


def test_documents_stand_in_the_order_of_the_source(client):
    event = builders.event()
    for title, position in (("Second", 2), ("First", 1)):
        builders.document(title, event=event, event_position=position)
    response = client.get(event.get_absolute_url())
    assert [row.title for row in response.context["other_documents"]] == ["First", "Second"]


def test_says_who_headed_each_side_and_quotes_its_sources(client):
    event = builders.event()
    event.delegations.update(head="Ada Onian", office="President", is_head_present="yes")
    event.citations.update(quote="They met on the bridge.")
    response = client.get(event.get_absolute_url())
    assertContains(response, "Ada Onian, President")
    assertContains(response, "They met on the bridge.")


def test_draft_is_not_found(client):
    event = builders.event(publication_state="draft")
    assert client.get(event.get_absolute_url()).status_code == 404


def test_withdrawn_is_gone_with_its_name_or_without(client):
    gone = {"publication_state": "withdrawn", "withdrawal_reason": "Never took place."}
    shown = builders.event("Visit to Onia", **gone)
    withheld = builders.event("Secret visit", is_title_withheld=True, **gone)
    response = client.get(f"/events/{shown.pk}/")
    assertContains(response, "Visit to Onia", status_code=410)
    assertContains(response, "Never took place.", status_code=410)
    assertNotContains(client.get(f"/events/{withheld.pk}/"), "Secret visit", status_code=410)


def test_wrong_slug_redirects_for_good(client):
    event = builders.event()
    assertRedirects(client.get(f"/events/{event.pk}/wrong/"), event.get_absolute_url(), 301)


@pytest.mark.parametrize("number", ["999999", "9" * 20])
def test_unknown_number_is_not_found(client, number):
    assert client.get(f"/events/{number}/x/").status_code == 404


def test_list_takes_a_state_a_kind_and_a_year(client):
    onia = builders.state()
    builders.event("A", states=[onia], kind="summit", began_on="2021-02")
    builders.event("B", began_on="2023-05-04")
    builders.event("Secret", states=[onia], publication_state="draft")
    for query in (f"?state={onia.code}", "?kind=summit", "?year=2021"):
        events = client.get(f"/events/{query}").context["page"].rows
        assert [event.name for event in events] == ["A"], query


@pytest.mark.parametrize("query", ["?state=zz", "?kind=%00", "?year=99999"])
def test_value_that_makes_no_sense_is_an_error_at_its_field(client, query):
    builders.event()
    response = client.get(f"/events/{query}")
    assertContains(response, "could not be understood")
    assert not response.context["page"].rows


def test_list_costs_the_same_for_one_and_for_fifty(client, django_assert_num_queries):
    def fill(number: int) -> None:
        for _ in range(number):
            event = builders.event(place=builders.place(), state=builders.state())
            builders.announcement(event, 3)
            builders.document(event=event)
        builders.settle()

    fill(1)
    with django_assert_num_queries(6) as captured:
        client.get("/events/")
    fill(49)
    with django_assert_num_queries(len(captured)):
        assert len(client.get("/events/").context["page"].rows) == 50


def test_full_event_costs_no_more_than_a_bare_one(client, django_assert_max_num_queries):
    event = builders.event(place=builders.place(), state=builders.state())
    builders.later()

    def fill(number: int) -> None:
        for position in range(number):
            Delegation.objects.create(event=event, state=builders.state())
            announcement = builders.announcement(event, 3)
            for part in ({"event": event}, {"announcement": announcement}):
                Citation.objects.create(source=builders.source(), quote="They did.", **part)
            builders.document(event=event, event_position=position, side_1=builders.agency())
        Event.objects.filter(pk=event.pk).update(place=builders.place(), state=builders.state())
        builders.settle()

    fill(1)
    # Two of them are the savepoint of a test.
    with django_assert_max_num_queries(10) as captured:
        response = client.get(event.get_absolute_url())
    assert response.context["history"].lines
    fill(20)
    with django_assert_max_num_queries(len(captured)):
        assert client.get(event.get_absolute_url()).status_code == 200


def test_event_of_many_documents_leads_to_the_list_of_all(client, monkeypatch):
    monkeypatch.setattr("agreements.views.events.MOST_DOCUMENTS", 1)
    event = builders.event()
    builders.document(event=event)
    assertNotContains(client.get(event.get_absolute_url()), "All documents of this event")
    builders.document(event=event)
    response = client.get(event.get_absolute_url())
    assertContains(response, f'href="/documents/?event={event.pk}"')
