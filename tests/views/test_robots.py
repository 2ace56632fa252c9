"""Crawlers read records, and are kept from searches and the desk."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from agreements.models import State
from tests import builders


def allows(robots: str, path: str) -> bool:
    """As RFC 9309 has it: the longest rule that fits, and of equal ones the one that allows."""
    found = []
    for line in robots.splitlines():
        name, _, pattern = line.partition(": ")
        begins = "".join(".*" if part == "*" else re.escape(part) for part in pattern)
        if name in ("Allow", "Disallow") and re.match(begins, path):
            found.append((len(pattern), name == "Allow"))
    return max(found, default=(0, True))[1]


def test_pictures_of_pages_are_for_readers(client: Client) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert not allows(robots, "/files/12/pages/3.webp")
    assert not allows(robots, "/files/12/pages/3.webp?width=480")
    assert allows(robots, "/files/12/agreement.pdf")
    assert allows(robots, "/api/") and not allows(robots, "/api/v1/documents/")


@pytest.mark.parametrize("prefix", ["", "/ru"])
@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/documents/", True),
        ("/documents/12/agreement-on-roads/", True),
        ("/documents/12/agreement-on-roads/texts/7/", True),
        ("/documents/12/agreement-on-roads/texts/7/?q=roads", False),
        ("/documents/?page=2", True),
        ("/documents/?after=2018-01-01.5&page=2", True),
        ("/documents/?q=roads", False),
        ("/documents.csv", False),
        ("/documents.xlsx?state=kz", False),
        ("/documents/code-book/", True),
        ("/suggest/?q=roads", False),
        ("/documents.atom", True),
        ("/documents.atom?state=kz", False),
        ("/calendar.ics?state=kz", False),
        ("/states/kz/tj/in-force/", True),
        ("/states/kz/tj/in-force/?on=2005-01-01", False),
        ("/documents/?page=2&q=roads", False),
        ("/documents/?state=kz&state=tj", False),
        ("/agencies/?page=3", True),
        ("/agencies/?state=kz", False),
        ("/events/?year=2023&page=2", False),
        ("/states/kz/?page=2", True),
        ("/years/2023/?page=9", True),
        ("/admin/", False),
        ("/admin/agreements/document/", False),
    ],
)
def test_where_crawlers_may_go(client: Client, prefix: str, path: str, may: bool) -> None:
    """Nobody asks the database: pytest-django forbids it here."""
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.headers["Cache-Control"] == "public, max-age=43200"
    assert allows(response.content.decode(), prefix + path) is may


@pytest.mark.django_db
def test_the_next_page_of_a_search_is_no_way_for_them(client: Client) -> None:
    state = State.objects.get(code="kz")
    for _ in range(51):
        builders.document(side_1=state)
    builders.settle()
    pages = {
        url: client.get(url).content.decode() for url in ("/documents/", "/documents/?state=kz")
    }
    assert 'rel="next"' in pages["/documents/"]
    assert 'rel="next nofollow"' in pages["/documents/?state=kz"]
