import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import Agency, AgencyName, AgencyParent, AgencySuccession
from tests import builders

pytestmark = pytest.mark.django_db


def test_list_has_bodies_that_published_documents_name_and_those_above(client):
    above, below = builders.agency("Ministry of Roads"), builders.agency("Service of Bridges")
    AgencyParent.objects.create(agency=below, parent=above)
    builders.document(side_1=below)
    builders.draft(side_1=builders.agency("Secret service"))
    names = [agency.name for agency in client.get("/agencies/").context["page"].rows]
    assert names == ["Ministry of Roads", "Service of Bridges"]


def test_list_takes_words_a_state_and_a_kind(client):
    onia = builders.state(name="Onia")
    city = builders.agency("Roadville", kind="city", of=onia)
    builders.document(side_1=city, side_2=builders.agency("Ministry of Roads"))
    for query in ("?q=ROADVILLE", f"?state={onia.code}", "?kind=city"):
        page = client.get(f"/agencies/{query}").context["page"]
        assert [agency.name for agency in page.rows] == ["Roadville"], query


@pytest.mark.parametrize("query", ["?state=zz", "?kind=nonsense", "?q=%00", "?q=%22"])
def test_value_that_makes_no_sense_is_an_error_at_its_field(client, query):
    builders.document(side_1=builders.agency())
    response = client.get(f"/agencies/{query}")
    assertContains(response, "could not be understood")
    assert not response.context["page"].rows


def test_agency_shows_parents_children_successors_and_names_through_time(client):
    state = builders.state()
    old, new = builders.agency("Old ministry", of=state), builders.agency("New ministry", of=state)
    service = builders.agency("Service of Bridges", of=state)
    AgencySuccession.objects.create(predecessor=old, successor=new, succeeded_on="2014")
    AgencyParent.objects.create(agency=service, parent=new)
    AgencyParent.objects.create(agency=new, under="government")
    AgencyName.objects.create(agency=new, language="ru", kind="official", text="Министерство")
    partner = builders.agency("Their ministry")
    for body in (old, new, service):
        builders.document(f"Paper of {body}", side_1=body, side_2=partner)
    builders.settle()
    response = client.get(new.get_absolute_url())
    for words in ("Old ministry", "Service of Bridges", "the Government", "Министерство"):
        assertContains(response, words)
    for words in ("Paper of Old ministry", "Paper of New ministry", "Paper of Service"):
        assertContains(response, words)
    assert [(body.name, body.number) for body in response.context["counterparts"]] == [
        (str(partner), 3)
    ]


def test_bodies_that_only_drafts_name_do_not_show_beside_it(client):
    agency, below = builders.agency(), builders.agency("Secret service")
    followed = builders.agency("Secret predecessor")
    AgencyParent.objects.create(agency=below, parent=agency)
    AgencySuccession.objects.create(predecessor=followed, successor=agency)
    builders.document(side_1=agency)
    builders.draft(side_1=below)
    response = client.get(agency.get_absolute_url())
    assertNotContains(response, "Secret")


def test_agency_that_only_drafts_name_is_not_found(client):
    agency = builders.agency()
    builders.draft(side_1=agency)
    assert client.get(agency.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("number", ["999999", "9" * 20])
def test_unknown_number_is_not_found(client, number):
    assert client.get(f"/agencies/{number}/x/").status_code == 404


def test_wrong_slug_redirects_for_good(client):
    agency = builders.agency()
    builders.document(side_1=agency)
    url = agency.get_absolute_url()
    assertRedirects(client.get(f"/agencies/{agency.pk}/wrong/"), url, 301)
    assertRedirects(client.get(f"/agencies/{agency.pk}/"), url, 301)


def test_list_costs_the_same_for_one_and_for_fifty(client, django_assert_num_queries):
    builders.document(side_1=builders.agency())
    builders.settle()
    with django_assert_num_queries(9) as captured:
        client.get("/agencies/")
    for _ in range(49):
        builders.document(side_1=builders.agency())
    builders.settle()
    with django_assert_num_queries(len(captured)):
        assert len(client.get("/agencies/").context["page"].rows) == 50


def test_all_are_in_the_order_of_the_names_that_are_shown(client):
    """The same whether the names are walked, as for the list of all, or sorted."""
    for name in ("Zoo", "Academy", "Ábbey", "Museum"):
        body = builders.agency(name)
        AgencyName.objects.create(agency=body, language="ru", kind="official", text="Аа")
        AgencyName.objects.create(agency=body, language="en", kind="other", text=f"A {name}")
        builders.document(side_1=body)
        builders.agency(f"Unseen {name}")
    public = Agency.objects.published()
    sorted_ = list(public.by_name().values_list("pk", flat=True))
    assert len(sorted_) == 4
    for number in (1, 2, 3, 4, 9):
        assert public.first_by_name(number) == sorted_[:number]
    names = [agency.name for agency in client.get("/agencies/").context["page"].rows]
    assert names == ["Ábbey", "Academy", "Museum", "Zoo"]
    assert client.get("/agencies/?page=2").status_code == 404
