"""What is suggested while somebody types: names in any script, old ones too, of what is public."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import PlaceName, Signing, State, StateName
from tests import builders

pytestmark = pytest.mark.django_db


def suggested(client: Client, typed: str, **asked: str) -> list[tuple[str, str]]:
    answer = client.get("/suggest.json", {"q": typed, **asked}).json()
    return [(one["label"], one["url"].partition("?")[2]) for one in answer["suggestions"]]


@pytest.fixture
def iran() -> State:
    state = State.objects.get(code="ir")
    ministry = builders.agency("Ministry of Rivers", of=state)
    document = builders.document("Agreement on rivers", side_1=ministry)
    place = builders.place("Tehrantown", state=state)
    PlaceName.objects.create(place=place, language="ru", kind="former", text="Старый Город")
    Signing.objects.filter(document=document).update(place=place)
    builders.settle()
    return state


@pytest.mark.parametrize("typed", ["ira", "IRAN", "Persia", "иран", "Эрон", "ایران", "伊朗"])
def test_state_is_found_by_any_name_in_any_script(client, iran, typed):
    assert ("Iran", "state=ir") in suggested(client, typed), typed


def test_agency_place_and_subject_are_found(client, iran):
    document = builders.document("Agreement on roads")
    document.subjects.add(builders.subject("test-canals", "Canals and locks"))
    builders.settle()
    assert [label for label, _ in suggested(client, "ministry of riv")] == [
        "Ministry of Rivers, Iran"
    ]
    assert [label for label, _ in suggested(client, "rivers")] == ["Ministry of Rivers, Iran"]
    assert [label for label, _ in suggested(client, "старый")] == ["Tehrantown"]
    assert suggested(client, "lock") == [("Canals and locks", "subject=test-canals")]


def test_words_before_the_name_stay_words(client, iran):
    assert ("Iran", "q=water+treaty&state=ir") in suggested(client, "water treaty iran")


def test_what_is_filtered_stays_so(client, iran):
    assert ("Iran", "type=treaty&state=ir") in suggested(client, "iran", type="treaty")
    assert ("Iran", "between=tj&between=ir") in suggested(client, "iran", state="tj")
    assert suggested(client, "iran", between="tj") == []


def test_address_leads_to_the_documents(client, iran):
    (_label, query), *_ = suggested(client, "ministry of riv")
    assert client.get(f"/documents/?{query}").context["page"].figures.number == 1


def test_nothing_is_suggested_that_no_published_document_names(client):
    state = builders.state(name="Draftland")
    place = builders.place("Drafttown")
    draft = builders.draft(side_1=builders.agency("Draft Office", of=state))
    Signing.objects.filter(document=draft).update(place=place)
    builders.event("Draft visit", place=place, publication_state="draft")
    builders.settle()
    assert suggested(client, "draft") == []


@pytest.mark.parametrize(
    "typed", ["", "i", " ", "\0", "%", "%%", "_____", "\\", "'", "x" * 10_000, "a " * 5000]
)
def test_odd_input_gets_an_empty_answer(client, iran, typed):
    assert suggested(client, typed) == []


def test_letters_that_stand_for_others_elsewhere_are_letters(client):
    state = builders.state(name="100% State")
    builders.document(side_1=state)
    builders.settle()
    assert suggested(client, "100%") == [("100% State", f"state={state.code}")]
    assert suggested(client, "1__%") == []


def test_page_works_without_a_script(client, iran):
    response = client.get("/suggest/?q=persia")
    assertContains(response, '<a href="/documents/?state=ir" rel="nofollow">Iran</a>')
    assertContains(response, '<meta name="robots" content="noindex, follow">')
    assertContains(client.get("/suggest/?q=nosuch"), "No published document names")
    assertNotContains(client.get("/suggest/"), "No published document names")


def test_names_are_told_in_the_language_of_the_page(client, iran):
    with translation.override("ru"):
        answer = client.get("/ru/suggest.json?q=persia").json()["suggestions"]
    assert answer[0]["label"] == "Иран"
    assert answer[0]["url"] == "/ru/documents/?state=ir"


def test_label_is_plain_text(client):
    state = builders.state(name="<b>A & B</b>")
    StateName.objects.filter(state=state).update(language="tg")
    builders.document(side_1=state)
    builders.settle()
    assert suggested(client, "<b>a")[0][0] == "<b>A & B</b>"


def test_costs_three_statements(client, iran, django_assert_num_queries):
    client.get("/suggest.json?q=iran")
    with django_assert_num_queries(5):  # with the savepoint of a test
        client.get("/suggest.json?q=ministry")
