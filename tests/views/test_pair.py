import datetime

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from agreements.models import Document
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """Two states, in the order of their codes."""
    return sorted(
        [builders.state(name="Onia"), builders.state(name="Twonia")], key=lambda s: s.code
    )


def test_counts_by_type_level_and_status_add_up_to_the_documents(client, pair):
    one, two = pair
    shared = {"side_1": two, "side_2": one}
    builders.document(type="treaty", level="interstate", **shared)
    builders.document(type="treaty", entry_into_force="on_signature", **shared)
    builders.document(signed_on="1990", entry_into_force="on_last_notification", **shared)
    this_year = str(datetime.date.today().year)
    builders.document(signed_on=this_year, entry_into_force="on_signature", **shared)
    builders.document(side_1=one)
    builders.draft(type="treaty", **shared)
    builders.settle()
    response = client.get(f"/states/{one.code}/{two.code}/")
    for tally in ("by_type", "by_level", "by_status", "numbers"):
        assert sum(row.number for row in response.context[tally].rows) == 4, tally
    assert response.context["by_type"].rows[0].number == 2


def test_chronology_is_by_year_with_the_events_of_the_two(client, pair):
    builders.document("Older", side_1=pair[0], side_2=pair[1], signed_on="2020-01-01")
    builders.document("Newer", side_1=pair[1], side_2=pair[0], signed_on="2023-05-04")
    builders.event("Visit of the two", states=pair)
    builders.event("Visit of others", states=[pair[0], builders.state()])
    builders.settle()
    response = client.get(f"/states/{pair[0].code}/{pair[1].code}/")
    assert [year for year, _documents in response.context["years"]] == [2023, 2020]
    assert [event.name for event in response.context["events"]] == ["Visit of the two"]


def test_link_of_a_count_lists_just_what_was_counted(client, pair):
    for level in ("city", "city", "interstate"):
        builders.document(side_1=pair[0], side_2=pair[1], level=level)
    builders.document(side_1=pair[0], level="city")
    builders.settle()
    response = client.get(f"/states/{pair[0].code}/{pair[1].code}/")
    for row in response.context["by_level"].rows:
        listed = client.get(row.url, follow=True).context["page"].figures.number
        assert listed == row.number


def test_other_way_round_redirects_for_good(client, pair):
    one, two = pair
    url = f"/states/{one.code}/{two.code}/"
    assertRedirects(client.get(f"/states/{two.code}/{one.code}/?page=1"), f"{url}?page=1", 301)
    assertRedirects(client.get("/states/TJ/kz/"), "/states/kz/tj/", 301)


@pytest.mark.parametrize("codes", ["tj/tj", "tj/TJ", "kz/zz", "zz/kz", "kz/t%00"])
def test_no_pair_is_not_found(client, codes):
    assert client.get(f"/states/{codes}/").status_code == 404


def test_pair_without_documents_says_so(client, pair):
    one, two = pair
    assertContains(client.get(f"/states/{one.code}/{two.code}/"), "holds no published record")


def test_same_state_on_both_sides_has_no_pair_to_link_to(client, pair):
    builders.document(side_1=pair[0], side_2=pair[0])
    builders.settle()
    (partner,) = client.get(f"/states/{pair[0].code}/").context["partners"]
    assert (partner.name, partner.url) == ("Onia", "")
    assert Document.objects.published().between(pair[0], pair[0]).count() == 1
