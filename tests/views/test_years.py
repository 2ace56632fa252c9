import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import MissingValue
from tests import builders

pytestmark = pytest.mark.django_db


def test_list_counts_by_year_and_says_how_many_have_no_date(client):
    builders.document(signed_on="2021")
    builders.document(signed_on="2023-05-04")
    builders.draft(signed_on="2023-05-04")
    undated = builders.document(signed_on=None)
    MissingValue.objects.create(document=undated, field="signed_on", reason="not_recorded")
    builders.settle()
    response = client.get("/years/")
    rows = [(row.label, row.number) for row in response.context["tally"].rows]
    assert rows == [("2023", 1), ("2021", 1), ("Date not recorded", 1)]
    assertContains(response, '<a href="/years/2023/">2023</a>')


def test_year_lists_its_documents_and_events_and_the_years_beside_it(client):
    builders.document("Older", signed_on="2019-12-31")
    builders.document("Of the year", signed_on="2021")
    builders.document("Newer", signed_on="2023-01-01")
    builders.event("Visit of the year", began_on="2021-12-31")
    builders.settle()
    response = client.get("/years/2021/")
    assertContains(response, "Of the year")
    assertContains(response, "Visit of the year")
    assertNotContains(response, "Newer")
    assert (response.context["earlier"], response.context["later"]) == (2019, 2023)


def test_year_without_documents_between_others_says_so_and_leads_on(client):
    builders.document(signed_on="1996")
    builders.draft(signed_on="1998")
    builders.document(signed_on="1999-01-01")
    builders.event("Visit of the year", began_on="1998-12-31")
    builders.settle()
    response = client.get("/years/1998/")
    assertContains(response, "No published document was signed in 1998.")
    assertContains(response, "Visit of the year")
    assertContains(response, '<a href="/years/1996/" rel="prev">1996</a>')
    assertContains(response, '<a href="/years/1999/" rel="next">1999</a>')


@pytest.mark.parametrize("year", ["2022", "2024", "0000", "9999", "99999", "21", "abcd", "%00"])
def test_year_before_the_first_or_after_the_last_is_not_found(client, year):
    builders.document()
    builders.draft(signed_on="2022-05-04")
    builders.settle()
    assert client.get(f"/years/{year}/").status_code == 404
