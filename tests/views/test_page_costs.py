"""No page takes more statements for much than for little, and none more than eight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from agreements.models import AgencyName, AgencyParent, AgencySuccession, StateSuccession
from tests import builders

pytestmark = pytest.mark.django_db
MOST = 8
SAVEPOINT = 2  # of a test, and its release


class Archive:
    """Documents of two states, of a body, a subject and a year, with whatever stands beside."""

    def __init__(self) -> None:
        self.one, self.two = builders.state("x-zz-a"), builders.state("x-zz-b")
        self.body = builders.agency("Ministry of Roads", of=self.one)
        self.subject = builders.subject("roads-of-onia", "Roads")

    def fill(self, number: int) -> None:
        for _ in range(number):
            event = builders.event(
                states=[self.one, self.two], place=builders.place(), began_on="2023-05-04"
            )
            builders.announcement(event, 3)
            other = builders.agency(of=self.two)
            document = builders.document(side_1=self.body, side_2=other, event=event, level="city")
            document.subjects.add(self.subject, builders.subject(parent=self.subject))
            builders.document(side_1=self.one, side_2=builders.state(), type="treaty")
            below, followed = builders.agency(of=self.one), builders.agency(of=self.one)
            builders.document(side_1=below, side_2=followed, signed_on="2021")
            AgencyParent.objects.create(agency=below, parent=self.body)
            AgencySuccession.objects.create(predecessor=followed, successor=self.body)
            AgencyName.objects.create(agency=self.body, language="ru", text=f"Имя {followed.pk}")
            StateSuccession.objects.create(predecessor=builders.state(), successor=self.one)
        builders.settle()


PAGES: dict[str, Callable[[Archive], str]] = {
    "home": lambda archive: "/",
    "state": lambda archive: "/states/x-zz-a/",
    "pair": lambda archive: "/states/x-zz-a/x-zz-b/",
    "agency": lambda archive: archive.body.get_absolute_url(),
    "year": lambda archive: "/years/2023/",
    "subject": lambda archive: "/subjects/roads-of-onia/",
    "states": lambda archive: "/states/",
    "years": lambda archive: "/years/",
    "subjects": lambda archive: "/subjects/",
    "about": lambda archive: "/about/",
}


@pytest.mark.parametrize("page", PAGES)
def test_much_takes_no_more_statements_than_little(
    page: str, client: Client, django_assert_max_num_queries: Any
) -> None:
    archive = Archive()
    archive.fill(1)
    with django_assert_max_num_queries(MOST + SAVEPOINT) as captured:
        assert client.get(PAGES[page](archive)).status_code == 200
    archive.fill(20)
    with django_assert_max_num_queries(len(captured)):
        assert client.get(PAGES[page](archive)).status_code == 200


def test_lists_of_a_page_have_an_end(client: Client) -> None:
    archive = Archive()
    archive.fill(55)
    response = client.get("/states/x-zz-a/")
    assert (len(response.context["rows"]), response.context["figures"].number) == (50, 165)
    assert len(response.context["agencies"]) == 24
    assert len(response.context["events"]) == 5
