"""Pages that follow each other show every document once, in order, few or many."""

from __future__ import annotations

import datetime
import importlib
import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.db.models import OuterRef
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements import search
from agreements.models import SearchRow
from agreements.search.listing import Listing
from tests.searching import TODAY

pytestmark = pytest.mark.django_db
Order, Place = search.Order, search.Place
SIZE = 7
# Rows without documents: a list of many reads nothing else.
INSERT = """
INSERT INTO agreements_searchrow
    (document_id, signed_first, terms, status, in_sample, is_long, vector)
SELECT n, day, terms, '', search_is_sampled(n), false,
    array_to_tsvector(ARRAY['~', '~z'])
    || array_to_tsvector(ARRAY(SELECT '~' || t FROM unnest(terms) t))
    || CASE WHEN in_title THEN search_vector('water', 'en', 'A', true)
        ELSE search_vector('water', 'en') END
FROM (
    SELECT n, day, in_title, ARRAY['y' || coalesce(extract(year FROM day)::text, ''), 's1'] AS terms
    FROM unnest(%s::bigint[], %s::date[], %s::boolean[]) AS u(n, day, in_title)) r
"""
Row = tuple[int, datetime.date | None, bool]


@pytest.fixture(params=["few", "many", "sampled"])
def mode(request: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """A list of many is made of few by another measure of few."""
    if request.param != "few":
        for name in ("figures", "listing"):
            module = importlib.import_module(f"agreements.search.{name}")
            monkeypatch.setattr(module, "FEW", 20)
            monkeypatch.setattr(module, "FEW_RANKED", 20)
    SearchRow.objects.all().delete()
    with connection.cursor() as cursor:
        one_in = 4 if request.param == "sampled" else 1
        cursor.execute("UPDATE agreements_searchsample SET one_in = %s", [one_in])
        cursor.execute(
            "INSERT INTO agreements_searchsample (one_in) "
            "SELECT %s WHERE NOT EXISTS (SELECT FROM agreements_searchsample)",
            [one_in],
        )
    return request.param


def insert(rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM agreements_searchrow; DELETE FROM agreements_searchcount")
        cursor.execute(INSERT, [list(column) for column in zip(*rows, strict=True)])
        cursor.execute("INSERT INTO agreements_searchcount SELECT * FROM search_counts_anew()")


def asked(typed: str) -> tuple[search.Selection, search.Figures]:
    selection = search.search(search.Selection(), typed).selection
    return selection, search.figures(selection, TODAY)


def in_order(rows: list[Row], order: search.Order) -> list[int]:
    def key(row: Row) -> tuple:
        pk, day, in_title = row
        sign = 1 if order == Order.OLDEST else -1
        number = sign * day.toordinal() if day else 0
        title = order == Order.RELEVANCE and not in_title
        return title, day is None, number, sign * pk

    return [row[0] for row in sorted(rows, key=key)]


def forward(typed: str, order: search.Order) -> list[Listing]:
    selection, figures = asked(typed)
    pages = [search.listing(selection, figures, order, size=SIZE)]
    while pages[-1].has_after:
        after = pages[-1].rows[-1].place
        pages.append(search.listing(selection, figures, order, after=after, size=SIZE))
    return pages


def backward(typed: str, order: search.Order, last: Listing) -> list[Listing]:
    selection, figures = asked(typed)
    pages = [last]
    while pages[0].has_before:
        before = pages[0].rows[0].place
        pages.insert(0, search.listing(selection, figures, order, before=before, size=SIZE))
    return pages


def documents(pages: list[Listing]) -> list[int]:
    return [pk for page in pages for pk in page.documents]


def made_of(*, many: int = 150, seed: int = 1) -> list[Row]:
    """Busy years, sparse ones and gaps, ties on one day, undated ones, a third in the title."""
    chance = random.Random(seed)
    days = [
        *[datetime.date(2020, 5, 4)] * 30,
        *[datetime.date(2019, 1, 1) + datetime.timedelta(days=n % 365) for n in range(40)],
        datetime.date(1703, 1, 1),
        datetime.date(1850, 12, 31),
        datetime.date(1851, 1, 1),
        *[None] * 25,
    ]
    days += [datetime.date(chance.randint(1900, 2024), 1, 1) for _ in range(many - len(days))]
    chance.shuffle(days)
    return [(n + 1, day, chance.random() < 0.3) for n, day in enumerate(days)]


@pytest.mark.parametrize("order", Order)
def test_pages_show_each_document_once_in_order(mode: str, order: search.Order) -> None:
    rows = made_of()
    insert(rows)
    pages = forward("water", order)
    assert documents(pages) == in_order(rows, order)
    assert all(len(page.rows) == SIZE for page in pages[:-1])
    assert [page.has_before for page in pages] == [False] + [True] * (len(pages) - 1)
    back = backward("water", order, pages[-1])
    assert documents(back) == in_order(rows, order)
    assert not back[0].has_before


@pytest.mark.parametrize("typed", ["", "-zebra", "water OR zebra", "2020 OR water"])
def test_pages_of_any_query_show_all(mode: str, typed: str) -> None:
    rows = made_of(seed=2)
    insert(rows)
    for order in (Order.NEWEST, Order.OLDEST):
        assert documents(forward(typed, order)) == in_order(rows, order)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("typed", ["", "water", "water -zebra", "water zebra"])
def test_all_at_once_are_those_of_the_pages(mode: str, typed: str, order: search.Order) -> None:
    """In their order; where nothing has all of the words, what the pages then show."""
    insert(made_of(seed=3))
    selection = search.search(search.Selection(), typed).selection
    every = search.every(selection, order, TODAY)
    shown: list[int] = []
    answer = search.answer(selection, order, TODAY, size=SIZE)
    while True:
        shown += answer.listing.documents
        if not answer.listing.has_after:
            break
        after = answer.listing.rows[-1].place
        answer = search.answer(selection, order, TODAY, after=after, size=SIZE)
    assert every.documents.tolist() == shown
    assert len(shown) == 150
    assert every.is_relaxed == (typed == "water zebra")
    assert every.missing == answer.missing


def test_all_of_nothing_are_none(mode: str) -> None:
    insert(made_of())
    selection = search.search(search.Selection(), "zebra").selection
    assert not search.every(selection, Order.RELEVANCE, TODAY).documents


def test_number_that_is_about_ends_no_list() -> None:
    """What other tables have is sorted by an estimate, which may be too low."""
    rows = made_of()
    insert(rows)
    some = SearchRow.objects.filter(document=OuterRef("document"))
    selection = search.Selection().with_some(some)
    about = search.Figures(Counter({"*": SIZE + 1}), is_about=True)
    pages = [search.listing(selection, about, Order.NEWEST, size=SIZE)]
    while pages[-1].has_after:
        after = pages[-1].rows[-1].place
        pages.append(search.listing(selection, about, Order.NEWEST, after=after, size=SIZE))
    assert documents(pages) == in_order(rows, Order.NEWEST)


def test_numbers_count_from_the_first_where_all_are_sorted(mode: str) -> None:
    insert(made_of())
    numbers = [row.number for page in forward("water", Order.RELEVANCE) for row in page.rows]
    assert numbers == (list(range(1, 151)) if mode == "few" else [None] * 150)


def test_page_is_known_by_its_number_too(mode: str) -> None:
    rows = made_of()
    insert(rows)
    selection, figures = asked("water")
    for order in Order:
        page = search.listing(selection, figures, order, skip=3 * SIZE, size=SIZE)
        assert page.documents == in_order(rows, order)[3 * SIZE : 4 * SIZE]
        assert page.has_before
        assert page.has_after
    assert search.listing(selection, figures, Order.NEWEST, skip=999, size=SIZE).rows == []


@pytest.mark.parametrize("order", Order)
def test_place_outlives_its_document(mode: str, order: search.Order) -> None:
    """Whichever is withdrawn while a reader looks at the page that it ends, or begins."""
    rows = made_of()
    expected = in_order(rows, order)
    for at in (3, 29, 40, 90, 130, 148):
        insert(rows)
        selection, figures = asked("water")
        page = search.listing(selection, figures, order, skip=at, size=1)
        place = page.rows[0].place
        SearchRow.objects.filter(pk=place.document).delete()
        selection, figures = asked("water")
        after = search.listing(selection, figures, order, after=place, size=SIZE)
        before = search.listing(selection, figures, order, before=place, size=SIZE)
        assert after.documents == expected[at + 1 : at + 1 + SIZE]
        assert before.documents == expected[max(0, at - SIZE) : at]


def test_new_document_moves_no_page_that_is_read_on(mode: str) -> None:
    rows = made_of()
    insert(rows)
    first = search.listing(*asked(""), Order.NEWEST, size=SIZE)
    insert([*rows, (999, datetime.date(2025, 1, 1), False)])
    second = search.listing(*asked(""), Order.NEWEST, after=first.rows[-1].place, size=SIZE)
    assert second.documents == in_order(rows, Order.NEWEST)[SIZE : 2 * SIZE]


def test_place_beyond_all_is_an_empty_page(mode: str) -> None:
    rows = [(n, datetime.date(2000, 1, 1), False) for n in range(1, 60)]
    insert(rows)
    for order in Order:
        place = Place(datetime.date(2500 if order == Order.OLDEST else 1500, 1, 1), 999)
        assert search.listing(*asked("water"), order, after=place, size=SIZE).rows == []
        before = search.listing(*asked("water"), order, before=place, size=SIZE)
        assert before.documents == in_order(rows, order)[-SIZE:]


DAYS = st.one_of(
    st.none(),
    st.sampled_from([datetime.date(2020, 5, 4), datetime.date(2019, 12, 31)]),
    st.dates(datetime.date(1700, 1, 1), datetime.date(2100, 1, 1)),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=st.lists(st.tuples(DAYS, st.booleans()), min_size=1, max_size=90))
def test_pages_of_any_dates_show_each_document_once(
    mode: str, days: list[tuple[datetime.date | None, bool]]
) -> None:
    rows = [(n + 1, day, in_title) for n, (day, in_title) in enumerate(days)]
    insert(rows)
    for order in Order:
        pages = forward("water", order)
        assert documents(pages) == in_order(rows, order)
        assert documents(backward("water", order, pages[-1])) == in_order(rows, order)


def test_figures_of_a_sample_say_that_they_are_about(mode: str) -> None:
    insert(made_of(many=150))
    _selection, figures = asked("water")
    assert figures.is_about == (mode == "sampled")
    if mode == "sampled":
        assert 60 < figures.number < 300
        assert figures.number % 4 == 0
    else:
        assert figures.number == 150
        assert sum(number for _year, number in figures.years()) == 150
    rare = [(n, datetime.date(2000, 1, 1), False) for n in range(1, 12)]
    insert(rare)
    assert asked("water")[1].number == 11
    assert not asked("water")[1].is_about


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(datetime.date(2023, 5, 4), 12), "2023-05-04.12"),
        (Place(None, 12), "undated.12"),
        (Place(datetime.date(2023, 5, 4), 12, is_in_title=True), "12023-05-04.12"),
        (Place(None, 12, is_in_title=True), "1undated.12"),
    ],
)
def test_place_is_written_and_read(place: search.Place, text: str) -> None:
    assert str(place) == text
    assert Place.read(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2023-05-04",
        "2023-02-30.1",
        "0000-01-01.1",
        "2023-05-04.",
        "undated.x",
        "2023-05-04.-1",
        "2023-05-04.9999999999999999999",
        "undated.١",
        "２023-05-04.1",
        " undated.1",
        "undated.1\n",
        "2undated.1",
    ],
)
def test_nonsense_is_no_place(text: str) -> None:
    assert Place.read(text) is None


@given(st.text())
def test_any_text_is_a_place_or_none(text: str) -> None:
    place = Place.read(text)
    assert place is None or Place.read(str(place)) == place
