"""Every list of the admin, by every filter and order that it offers: nothing is counted beyond a
limit, no row comes twice and must be told apart. That a list asks as often for fifty rows as for
one is tested beside each kind of record."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import (
    Agency,
    Document,
    DocumentType,
    Event,
    IdentifierScheme,
    Place,
    Proposal,
    Source,
    State,
    Subject,
)
from tests import builders
from tests.admin.desk import list_url

# Other lists may be empty.
MAKERS = {
    Proposal: lambda: Proposal.objects.create(
        document=builders.document(), changes=[], form={}, seen_version=1, made_by="clerk"
    ),
    Agency: builders.agency,
    Document: builders.draft,
    DocumentType: lambda: DocumentType.objects.create(
        code=f"type-{next(builders.number)}", name="Type"
    ),
    Event: builders.event,
    IdentifierScheme: lambda: IdentifierScheme.objects.create(
        code=f"scheme-{next(builders.number)}", name="Scheme"
    ),
    Place: builders.place,
    Source: builders.source,
    State: builders.state,
    Subject: builders.subject,
}
LISTS = [
    pytest.param(model, id=model._meta.model_name)
    for model in admin.site._registry
    if model._meta.app_label == "agreements"
]
NUMBERS = {"year": "1990", "import": "1"}  # filters by what is no record to choose
DISTINCT_ROWS = re.compile(r"SELECT (COUNT\(\*\) FROM \(SELECT )?DISTINCT")


def offered(client: Client, model: type[models.Model]) -> Iterator[str]:
    """The list, and every filter and order that it links to; a search; a record to filter by."""
    url = list_url(model._meta.model_name)
    page = client.get(url).content.decode()
    yield url
    for query in sorted(set(re.findall(r'href="(\?[^"]+)"', page))):
        yield url + query.replace("&amp;", "&")
    yield f"{url}?q=a"
    for field in re.findall(r'id="filter_(\w+)"', page):
        value = NUMBERS.get(field) or relation(field).objects.latest("pk").pk
        yield f"{url}?{field}={value}"


def relation(field: str) -> type[models.Model]:
    return {"state": State, "agency": Agency, "event": Event}[field]


def unbounded(sql: str) -> bool:
    """Counts, or takes for granted that a join gave rows twice, with no limit to it."""
    return bool(DISTINCT_ROWS.match(sql)) or ("COUNT(" in sql and "LIMIT" not in sql)


@pytest.mark.parametrize("model", LISTS)
def test_no_list_counts_or_compares_all_rows(editor: Client, model: type[models.Model]) -> None:
    builders.event()
    builders.draft(side_1=builders.agency())
    MAKERS.get(model, builders.agency)()
    builders.settle()
    addresses = list(offered(editor, model))
    assert len(addresses) > 2
    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(address).status_code == 200, address
        assert [query["sql"] for query in captured if unbounded(query["sql"])] == [], address


@pytest.mark.parametrize("direction", ["", "-"])
def test_documents_by_date_put_those_without_one_last(editor: Client, direction: str) -> None:
    for title, day in (("Old", "1990"), ("Dateless", None), ("New", "2000-05")):
        builders.draft(title, signed_on=day)
    builders.settle()
    page = editor.get(list_url("document"), {"o": f"{direction}2"})
    titles = [str(document) for document in page.context["cl"].result_list]
    assert titles == (["New", "Old", "Dateless"] if direction else ["Old", "New", "Dateless"])
