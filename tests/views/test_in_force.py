import datetime

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import State
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[State, State]:
    one, two = builders.state(name="Onia"), builders.state(name="Twonia")
    return tuple(sorted((one, two), key=lambda state: state.code))


@pytest.fixture
def url(pair: tuple[State, State]) -> str:
    return f"/states/{pair[0].code}/{pair[1].code}/in-force/"


def signed(title: str, pair: tuple[State, State], **facts: object) -> None:
    """A document that is in force from its signature."""
    sides = {"side_1": pair[0], "side_2": pair[1], **facts}
    builders.document(title, entry_into_force="on_signature", **sides)


def test_holds_from_the_day_of_signing_to_the_day_before_its_end(client, pair, url):
    signed("Treaty", pair, signed_on="2020-05-04", period="2020/2021", type="programme")
    builders.settle()
    for day, is_listed in (
        ("2020-05-03", False),
        ("2020-05-04", True),
        ("2021-12-31", True),
        ("2022-01-01", False),
    ):
        response = client.get(url, {"on": day})
        assert [row.title for row in response.context["certain"]] == ["Treaty"] * is_listed, day


def test_partial_date_leaves_it_open_within_its_year(client, pair, url):
    signed("Treaty", pair, signed_on="2020")
    builders.settle()
    response = client.get(url, {"on": "2020-06-01"})
    assert response.context["certain"] == []
    assert [row.title for row in response.context["possible"]] == ["Treaty"]
    assert len(client.get(url, {"on": "2021-01-01"}).context["certain"]) == 1


def test_only_what_stands_between_the_two_and_is_published(client, pair, url):
    other = builders.state(name="Threenia")
    signed("Theirs", pair)
    signed("With another", pair, side_2=other)
    builders.draft("Draft", side_1=pair[0], side_2=pair[1], entry_into_force="on_signature")
    builders.settle()
    response = client.get(url)
    assert [row.title for row in response.context["certain"]] == ["Theirs"]
    assertNotContains(response, "Draft")


def test_without_a_day_it_is_today(client, pair, url):
    signed("Treaty", pair)
    builders.settle()
    response = client.get(url)
    assert response.context["on"] == datetime.date.today()
    assertContains(response, "Today")


def test_links_to_the_list_of_the_same(client: Client, pair: tuple[State, State], url: str) -> None:
    signed("Treaty", pair, signed_on="2020-05-04")
    signed("Open", pair, signed_on="2020")
    builders.settle()
    response = client.get(url, {"on": "2020-06-01"})
    for link, titles in (("list_url", {"Treaty"}), ("possible_url", {"Treaty", "Open"})):
        listed = client.get(response.context[link]).context["rows"]
        assert {row.title for row in listed} == titles


def test_says_of_how_many_it_is_not_recorded_with_the_way_to_just_these(client, pair, url):
    signed("Treaty", pair, signed_on="2020-05-04")
    signed("Expired", pair, signed_on="2010-05-04", period="2010/2011", type="programme")
    for signed_on in ("2021-01-01", "2023-05-04", "2024"):
        builders.document(signed_on, side_1=pair[0], side_2=pair[1], signed_on=signed_on)
    builders.document("With another", side_1=pair[0])
    builders.settle()
    for query, titles in (
        ("", {"2021-01-01", "2023-05-04", "2024"}),
        ("?on=2023-06-01", {"2021-01-01", "2023-05-04"}),
    ):
        response = client.get(url + query)
        are = f"Of {len(titles)} more it is not recorded whether they are in force."
        assertContains(response, are)
        listed = client.get(response.context["unknown_url"]).context["rows"]
        assert {row.title for row in listed} == titles
    assertNotContains(client.get(url, {"on": "2020-06-01"}), "it is not recorded")


def test_of_two_without_documents_says_that_there_are_none(client, pair, url):
    builders.document("With another", side_1=pair[0])
    builders.settle()
    assertContains(client.get(url), "The archive holds no published document between the two.")
    builders.document("Theirs", side_1=pair[0], side_2=pair[1])
    builders.settle()
    response = client.get(url)
    assertNotContains(response, "holds no published document")
    assertContains(response, "knows of no document that was certainly in force")
    assertContains(response, "Of 1 more it is not recorded whether it is in force.")


@pytest.mark.parametrize("day", ["2020", "yesterday", "2020-02-31", "May 2023", "\0", "9" * 30])
def test_what_is_no_day_is_an_error_that_names_only_what_is(client, url, day):
    response = client.get(url, {"on": day})
    assertContains(response, "could not be understood")
    (error,) = response.context["form"].errors["on"]
    assert "1990" not in error


@pytest.mark.parametrize("day", ["4 May 2023", "2023-05-04"])
def test_hint_names_forms_that_the_field_takes(client: Client, url: str, day: str) -> None:
    response = client.get(url, {"on": day})
    assertContains(response, "4 May 2023 or 2023-05-04. Left empty, it means today.")
    assert response.context["on"] == datetime.date(2023, 5, 4)


def test_other_way_round_redirects_for_good(client, pair, url):
    backwards = f"/states/{pair[1].code}/{pair[0].code}/in-force/?on=2020-01-01"
    assertRedirects(client.get(backwards), f"{url}?on=2020-01-01", 301)


def test_state_has_nothing_in_force_with_itself_or_with_one_unknown(client, pair):
    assert client.get(f"/states/{pair[0].code}/{pair[0].code}/in-force/").status_code == 404
    assert client.get(f"/states/{pair[0].code}/zz/in-force/").status_code == 404


def test_costs_as_many_queries_for_one_as_for_fifty(client, pair, url, django_assert_num_queries):
    signed("First", pair)
    builders.settle()
    with django_assert_num_queries(7) as captured:
        client.get(url)
    for n in range(49):
        signed(f"Treaty {n}", pair)
    signed("Possible", pair, signed_on="2020/2999")
    builders.settle()
    with django_assert_num_queries(len(captured)):
        response = client.get(url)
    assert (len(response.context["certain"]), len(response.context["possible"])) == (50, 1)
