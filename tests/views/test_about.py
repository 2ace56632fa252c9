import pytest

from tests import builders

pytestmark = pytest.mark.django_db


def test_coverage_is_computed_for_each_state_and_level(client):
    one, two = builders.state(name="Onia"), builders.state(name="Twonia")
    builders.document(side_1=one, side_2=two, level="city", signed_on="1999")
    builders.document(side_1=builders.agency(of=one), level="interagency", signed_on="2021-03")
    builders.draft(side_1=one, level="city", signed_on="1950")
    builders.settle()
    rows = {row.state.word: row.held for row in client.get("/about/").context["coverage"]}
    assert (rows[one.code].number, rows[one.code].first, rows[one.code].last) == (2, "1999", "2021")
    assert rows[one.code].levels == {"city": 1, "interagency": 1}
    assert rows[two.code].number == 1


def test_costs_the_same_for_two_states_and_for_fifty(client, django_assert_num_queries):
    builders.document()
    builders.settle()
    with django_assert_num_queries(6) as captured:
        client.get("/about/")
    for _ in range(24):
        builders.document()
    builders.settle()
    with django_assert_num_queries(len(captured)):
        client.get("/about/")
