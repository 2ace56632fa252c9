"""Who was a member of an organisation on a day, where the dates are partial."""

import pytest

from agreements.models import Membership, State
from tests import builders

pytestmark = pytest.mark.django_db


def membership(since: str | None, until: str | None = None) -> Membership:
    organisation = builders.state(kind="organisation")
    return Membership.objects.create(
        organisation=organisation, member=builders.state(), since=since, until=until
    )


def answer(made: Membership, day: str) -> str:
    rows = Membership.objects.members_on(made.organisation, day)
    return {None: "no", True: "yes", False: "possibly"}[rows[0].is_certain if rows else None]


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("2004-05-01", None, "2004-04-30", "no"),
        ("2004-05-01", None, "2004-05-01", "yes"),
        ("2004-05-01", None, "2004", "possibly"),
        ("2004-05-01", None, "2003", "no"),
        ("2004-05-01", None, "2005", "yes"),
        ("2004-05", None, "2004-05-10", "possibly"),
        ("2004-05", None, "2004-05-31", "yes"),
        ("2004", None, "2004-12-31", "yes"),
        (None, None, "1990", "possibly"),
        ("1973", "2020-02-01", "2020-01-31", "yes"),
        ("1973", "2020-02-01", "2020-02-01", "no"),
        ("1973", "2020-02-01", "2020", "possibly"),
        ("1973", "2020", "2020-01-01", "possibly"),
        ("1973", "2020", "2020-12-31", "no"),
        ("1973", "2020", "2019-12-31", "yes"),
        (None, "2020", "2019", "possibly"),
        ("1973", None, "../1980", "no"),
    ],
)
def test_member_on_a_day(since: str, until: str, day: str, expected: str) -> None:
    assert answer(membership(since, until), day) == expected


def test_other_organisations_do_not_count() -> None:
    membership("2000")
    assert not Membership.objects.members_on(builders.state(), "2010").exists()


@pytest.mark.parametrize(("day", "number"), [("2012-06-01", 27), ("1980", 9), ("1957", 0)])
def test_european_union_is_there_from_the_start(day: str, number: int) -> None:
    rows = Membership.objects.members_on(State.objects.get(code="x-eu"), day)
    assert [row.is_certain for row in rows] == [True] * number
