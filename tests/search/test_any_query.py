"""Whatever is typed has an answer: from the words to the page, and from the records to the rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements import search
from tests import builders
from tests.searching import TODAY

pytestmark = pytest.mark.django_db
HOSTILE = [
    '"',
    "' \\ : & ! ( )",
    "'; DROP TABLE agreements_document; --",
    "a:* & !b | (c <-> d)",
    "\\",
    "\\'",
    "%s %(today)s %% 100%",
    "{condition} {0} {",
    "_ %",
    "the",
    "of the and",
    '"of the"',
    "и в на",
    "-only",
    "-the",
    "\0",
    "wa\0ter",
    "water" * 2000,
    " ".join(f"word{n}" for n in range(100)),
    " OR ".join(f"word{n}" for n in range(100)),
    '"' + "a " * 300 + '"',
    "🦘",
    "water 🦘👩‍👩‍👧",
    "\u202ewater\u202c",
    "wa\u00adter",
    "\u200bwater",
    "\ud7ff\ufffd\U0010ffff",
    "İstanbul ı ſ ß Ω",
    "塔吉克斯坦战略伙伴",
    "ـ ً",
    "\u0306\u0301",
    "1000..9999 1999-2300",
    "^ ~ = ~*",
    "~ts",
    "'~'",
    "<b>water</b>",
    "(?P<x>[ *+",
    "١٩٩٥-٢٠٠٠",
]
SIGNS = st.sampled_from(
    [
        *"\"'«»“”-–*|&!():<>\\%_~^=+.,;#№ \t",
        "OR",
        "ИЛИ",
        "the",
        "и",
        "2020",
        "1995-2000",
        "Kazakhstan",
    ]
)
TYPED = st.one_of(
    st.text(max_size=60), st.lists(st.one_of(SIGNS, st.text(max_size=8))).map("".join)
)
SLOWLY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def document() -> object:
    made = builders.document("Agreement on water and peace", summary="Of the dams.")
    builders.text(made, body="Article 1. Water " * 3000)
    builders.settle()
    return made


def answer(typed: str) -> None:
    """All that the page asks of the search, and what it asks only where few or none are found."""
    asked = search.search(search.Selection(), typed)
    figures = search.figures(asked.selection, TODAY)
    for order in search.Order:
        page = search.listing(asked.selection, figures, order)
        assert len(page.rows) == min(figures.number, 50)
    relaxed = search.relaxed(asked.selection)
    if relaxed:
        assert search.figures(asked.selection.matching(relaxed.match), TODAY).number
    search.nearly(asked.selection, page.documents, 10)
    search.near_words(word for one in asked.match.elements for word in one.near_to)
    search.told(page.documents, TODAY, asked.match)


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_query_is_answered(document: object, typed: str) -> None:
    answer(typed)


@SLOWLY
@given(typed=TYPED)
def test_any_query_is_answered(document: object, typed: str) -> None:
    answer(typed)


@pytest.mark.parametrize("typed", HOSTILE)
def test_page_of_a_hostile_query_is_a_page(client: Client, document: object, typed: str) -> None:
    assert client.get("/documents/", {"q": typed}, follow=True).status_code == 200


@SLOWLY
@given(typed=TYPED)
def test_page_of_any_query_is_a_page(client: Client, document: object, typed: str) -> None:
    assert client.get("/documents/", {"q": typed}, follow=True).status_code == 200


@SLOWLY
@given(
    said=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    language=st.sampled_from(["en", "ru", "tg", "zh", "ar", "fr"]),
)
def test_any_words_of_a_record_are_written(said: str, language: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT search_vector(%s, %s, 'A', true), search_words(%s)", [said, language, said]
        )
        vector, words = cursor.fetchone()
    assert all(word[:60] in vector for word in words)
