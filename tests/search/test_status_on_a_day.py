"""What had a status on a day, in a list of many that is never sorted whole."""

from __future__ import annotations

import datetime
import importlib

import pytest
from django.db import connection
from django.http import QueryDict

from agreements import search
from agreements.filters import DocumentFilters
from agreements.models import Document, SearchRow
from agreements.search import Order, Place
from tests import builders

pytestmark = pytest.mark.django_db

DAY = datetime.date(2000, 6, 1)
TODAY = datetime.date(2026, 7, 1)
SIZE = 4


@pytest.fixture(params=[1, 2])
def long_list(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> search.Selection:
    """By a measure of few by which these are many; counted, or by a sample."""
    for name in ("figures", "listing"):
        module = importlib.import_module(f"agreements.search.{name}")
        monkeypatch.setattr(module, "FEW", 3)
        monkeypatch.setattr(module, "FEW_RANKED", 3)
    monkeypatch.setattr(importlib.import_module("agreements.search.listing"), "FEW_EXISTING", 3)
    for year in (1980, 1995, 1999, 2000, 2001, 2004, 2020):
        for month, begins in (("03", 1996), ("07", 1999), ("11", 2000), ("12", 2010)):
            document = builders.document(f"On water {month}", signed_on=f"{year}-{month}-01")
            document.actions.create(kind="entered_into_force", done_on=f"{begins}-05-04")
    undated = builders.document("On water", signed_on=None)
    undated.missing_values.create(field="signed_on", reason="not_recorded")
    undated.actions.create(kind="entered_into_force", done_on="1999-05-04")
    builders.settle()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_searchsample SET one_in = %s", [request.param])
        cursor.execute("UPDATE agreements_searchrow SET in_sample = search_is_sampled(document_id)")
    return selection(f"status=in_force&on={DAY}")


def selection(query: str) -> search.Selection:
    filters = DocumentFilters(QueryDict(query), TODAY)
    assert filters.is_valid(), filters.form.errors
    return filters.selection


def truth(order: Order) -> list[int]:
    held = Document.objects.filter(
        status_periods__status="in_force",
        status_periods__is_certain=True,
        status_periods__during__contains=DAY,
    )
    newest = list(held.order_by("-signed_first", "-pk"))
    dated = [document for document in newest if document.signed_first]
    undated = sorted(
        (document.pk for document in newest if not document.signed_first),
        reverse=order == Order.NEWEST,
    )
    return [document.pk for document in (dated if order == Order.NEWEST else dated[::-1])] + undated


def pages(asked: search.Selection, order: Order, start: Place | None, way: str) -> list[int]:
    figures = search.figures(asked, TODAY)
    found: list[int] = []
    for _ in range(20):
        page = search.listing(asked, figures, order, size=SIZE, **({way: start} if start else {}))
        found = found + page.documents if way == "after" else page.documents + found
        if not (page.has_after if way == "after" else page.has_before):
            return found
        start = page.rows[-1 if way == "after" else 0].place
    raise AssertionError("endless")


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_each_is_shown_once_in_order_both_ways(long_list: search.Selection, order: Order) -> None:
    expected = truth(order)
    assert len(expected) > 15
    later = Document.objects.filter(pk__in=expected, signed_first__year__gt=DAY.year)
    assert later.count() > 5, "in force before they were signed"
    assert pages(long_list, order, None, "after") == expected
    last = search.Place(Document.objects.get(pk=expected[-1]).signed_first, expected[-1])
    assert pages(long_list, order, last, "before") == expected[:-1]


def test_with_words_too(long_list: search.Selection) -> None:
    asked = selection(f"status=in_force&on={DAY}&q=water")
    found = pages(asked, Order.RELEVANCE, None, "after")
    assert sorted(found) == sorted(truth(Order.NEWEST))


def test_what_had_a_status_before_it_was_signed_is_marked() -> None:
    early = builders.document(signed_on="2000-01-01")
    early.actions.create(kind="entered_into_force", done_on="1999-01-01")
    usual = builders.document(signed_on="2000-01-01")
    usual.actions.create(kind="entered_into_force", done_on="2001-01-01")
    undated = builders.document(signed_on=None)
    undated.missing_values.create(field="signed_on", reason="not_recorded")
    builders.settle()
    marked = {row.document_id: "r" in row.terms for row in SearchRow.objects.all()}
    assert marked == {early.pk: True, usual.pk: False, undated.pk: False}
