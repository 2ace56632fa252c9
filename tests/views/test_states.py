import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import StateName, StateSuccession
from tests import builders

pytestmark = pytest.mark.django_db


def test_list_has_states_with_documents_first_and_the_rest_folded(client):
    one = builders.state(name="Onia")
    builders.state(name="Twonia")
    builders.document(side_1=one)
    builders.settle()
    response = client.get("/states/")
    assertContains(
        response, f'<a href="/states/{one.code}/">Onia</a> <span class="number">1</span>'
    )
    assert "Twonia" in [entry.name for entry in response.context["others"]]


def test_list_is_in_the_order_of_the_alphabet_of_the_reader(client):
    for name in ("Zonia", "Ázonia", "Bonia"):
        builders.document(side_1=builders.state(name=name), side_2=builders.state(name="Åland X"))
    builders.settle()
    (_kind, entries), *_ = client.get("/states/").context["kinds"]
    names = [entry.name for entry in entries if "onia" in entry.name]
    assert names == ["Ázonia", "Bonia", "Zonia"]


def test_list_costs_the_same_for_one_state_and_for_fifty(client, django_assert_num_queries):
    builders.document()
    builders.settle()
    with django_assert_num_queries(6) as captured:
        client.get("/states/")
    for _ in range(25):
        builders.document()
    builders.settle()
    with django_assert_num_queries(len(captured)):
        client.get("/states/")


def test_state_shows_names_partners_bodies_and_events(client):
    one, two = builders.state(name="Onia"), builders.state(name="Twonia")
    StateName.objects.create(state=one, language="tg", kind="short", text="Ония")
    ministry = builders.agency("Ministry of Roads", of=one)
    builders.document("Agreement on roads", side_1=ministry, side_2=two)
    builders.event("Visit to Onia", states=[one, two])
    builders.settle()
    response = client.get(f"/states/{one.code}/")
    assertContains(response, '<li lang="tg" dir="auto">Ония</li>')
    assertContains(response, "Ministry of Roads")
    assertContains(response, "Visit to Onia")
    assertContains(response, "Agreement on roads")
    (partner,) = response.context["partners"]
    assert (partner.name, partner.number) == ("Twonia", 1)
    assertContains(response, f'href="{partner.url}"')


def test_territory_to_which_a_document_applies_is_no_party(client):
    island = builders.state(name="Island")
    document = builders.document("Agreement on roads")
    builders.party(document, 1, island, role="territory")
    response = client.get(f"/states/{island.code}/")
    assertNotContains(response, "Agreement on roads")


def test_predecessor_and_successor_are_linked(client):
    old, new = builders.state(name="Old Onia"), builders.state(name="New Onia")
    StateSuccession.objects.create(predecessor=old, successor=new, succeeded_on="1991")
    assertContains(client.get(f"/states/{new.code}/"), "Old Onia")
    assertContains(client.get(f"/states/{old.code}/"), "New Onia")


def test_state_without_documents_has_a_page(client):
    state = builders.state(name="Onia")
    assertContains(client.get(f"/states/{state.code}/"), "holds no published record")


@pytest.mark.parametrize("code", ["zz", "zzzz", "x-nowhere", "t", "t%00j", "%00", "a" * 300])
def test_unknown_code_is_not_found(client, code):
    assert client.get(f"/states/{code}/").status_code == 404


def test_capital_letters_redirect_for_good(client):
    assertRedirects(client.get("/states/TJ/?page=1"), "/states/tj/?page=1", 301)


def test_further_page_is_that_of_the_list_of_the_same_documents(client):
    response = client.get("/states/tj/?page=2")
    assertRedirects(response, "/documents/?state=tj&page=2", fetch_redirect_response=False)


def test_one_document_costs_as_much_as_fifty(client, django_assert_max_num_queries):
    one = builders.state()

    def fill(number: int) -> None:
        for _ in range(number):
            event = builders.event(states=[one, builders.state()])
            builders.document(side_1=builders.agency(of=one), event=event)
        builders.settle()

    fill(1)
    with django_assert_max_num_queries(32) as captured:
        client.get(f"/states/{one.code}/")
    fill(49)
    with django_assert_max_num_queries(len(captured)):
        client.get(f"/states/{one.code}/")


def test_names_in_other_languages_stand_once(client):
    """However many languages share one: Andorra is Andorra in nine of them."""
    page = client.get("/states/ad/").content.decode()
    names = page.split('<ul class="names">')[1].split("</ul>")[0]
    texts = re.findall(r"<li[^>]*>\s*(.+?)\s*</li>", names)
    assert "Andorre" in texts and "Андорра" in texts
    assert "Andorra" not in texts
    assert len(texts) == len(set(texts))
