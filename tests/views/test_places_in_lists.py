"""Which page of a list of documents an address names, or that it names none."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from agreements.models import Document
from tests import builders

pytestmark = pytest.mark.django_db

NONSENSE = [
    "page=0",
    "page=-1",
    "page=x",
    "page=1.5",
    "page=" + "9" * 20,
    "page=" + "9" * 5000,
    "page=١",
    "page=%00",
    "page=99",
    "after=x",
    "after=%00",
    "after=2023-02-30.1",
    "after=2023-05-04",
    "after=2023-05-04." + "9" * 20,
    "after=undated.-1",
    "after=2023-05-04.1%0A",
    "before=x",
    "before=undated",
    "before=99999-01-01.1",
    "after=undated.1",
    "after=1500-01-01.1",
    "after=2023-05-04.1&before=x",
]


@pytest.mark.parametrize("place", NONSENSE)
def test_page_that_is_none_of_the_list_is_not_found(client: Client, place: str) -> None:
    builders.document("Agreement on water")
    builders.settle()
    assert client.get(f"/documents/?{place}").status_code == 404
    assert client.get(f"/documents/?q=water&{place}").status_code == 404


def shown(client: Client, query: str) -> list[int]:
    response = client.get(f"/documents/?{query}")
    assert response.status_code == 200
    found = re.findall(r'<a [^>]*href="/documents/([0-9]+)/', response.content.decode())
    return list(dict.fromkeys(map(int, found)))


@pytest.mark.parametrize("more", ["", "&q=water", "&q=water&order=newest"])
def test_list_goes_on_where_a_document_was_withdrawn(client: Client, more: str) -> None:
    old, gone, new = (
        builders.document("On water", signed_on=day).pk
        for day in ("1999-01-01", "2000-01-01", "2001-01-01")
    )
    builders.settle()
    place = f"2000-01-01.{gone}"
    if "order" not in more and more:
        place = f"1{place}"
    assert shown(client, f"after={place}{more}") == [old]
    Document.objects.filter(pk=gone).update(
        publication_state="withdrawn", withdrawal_reason="By mistake."
    )
    builders.settle()
    assert shown(client, f"after={place}{more}") == [old]
    assert shown(client, f"before={place}{more}") == [new]
    assert shown(client, "after=2000-01-01.1&order=oldest") == [new]


@pytest.mark.parametrize("address", ["/documents/", "/ru/documents/", "/documents/?type=agreement"])
def test_second_page_leads_back_to_the_first(client: Client, address: str) -> None:
    """Also where the first page has no parameter at all."""
    for _ in range(51):
        builders.document()
    builders.settle()
    first = client.get(address).content.decode()
    (onward,) = re.findall(r'<a href="([^"]*)" rel="next', first)
    for second in (
        html.unescape(onward),
        f"{address}{'&' if '?' in address else '?'}page=2",
    ):
        page = client.get(second).content.decode()
        (back,) = re.findall(r'<a href="([^"]*)" rel="prev', page)
        assert html.unescape(back) == address
