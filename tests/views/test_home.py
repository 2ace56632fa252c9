import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests import builders

pytestmark = pytest.mark.django_db


def test_shows_what_was_signed_last_and_how_much_there_is(client):
    builders.document("Agreement on roads", event=builders.event("Visit to Onia"))
    builders.draft(
        "Secret agreement", event=builders.event("Secret visit", publication_state="draft")
    )
    builders.settle()
    response = client.get("/")
    assertContains(response, "Agreement on roads")
    assertContains(response, "Visit to Onia")
    assertNotContains(response, "Secret")
    numbers = ("documents_number", "states_number", "agencies_number", "events_number")
    assert [str(response.context[number]) for number in numbers] == ["1", "2", "0", "1"]


def test_empty_archive_says_so(client):
    assertContains(client.get("/"), "No document is published yet.")


def test_names_its_twin_in_each_language(client):
    response = client.get("/ru/")
    assertContains(response, '<link rel="canonical" href="http://testserver/ru/">')
    assertContains(response, 'hreflang="x-default" href="http://testserver/"')


def test_other_methods_than_reading_are_refused(client):
    assert client.post("/").status_code == 405
