"""The parts of two language versions beside each other. No database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.texts.wording.aligning import aligned
from agreements.texts.wording.articles import parts
from agreements.texts.wording.parts import Kind, Part
from tests.texts.real import cultural, need_real_texts


def made(*words: str) -> list[Part]:
    """Of "article 5", "annex a", "closing"; what follows an annex is in it."""
    found, within = [], ""
    for place, each in enumerate(words):
        kind, _, number = each.partition(" ")
        found.append(Part(Kind(kind), number, "", f"{place}", place, place, place + 1, within))
        within = f"{place}" if kind == "annex" else within
    return found


def shown(left: list[Part], right: list[Part]) -> list[tuple[str, str]]:
    return [
        tuple(f"{part.kind} {part.number}".strip() if part else "-" for part in pair)
        for pair in aligned(left, right)
    ]


def test_parts_of_one_kind_and_number_are_partners() -> None:
    whole = made("title", "preamble", "article 1", "article 2", "closing")

    assert shown(whole, whole) == [
        ("title", "title"),
        ("preamble", "preamble"),
        ("article 1", "article 1"),
        ("article 2", "article 2"),
        ("closing", "closing"),
    ]


def test_a_part_that_one_version_lacks_stands_alone() -> None:
    left = made("preamble", "article 1", "article 2", "article 3", "closing")
    right = made("title", "preamble", "article 1", "article 3", "closing", "annex 1")

    assert shown(left, right) == [
        ("-", "title"),
        ("preamble", "preamble"),
        ("article 1", "article 1"),
        ("article 2", "-"),
        ("article 3", "article 3"),
        ("closing", "closing"),
        ("-", "annex 1"),
    ]


def test_articles_of_annexes_are_those_of_the_same_annex() -> None:
    articles = ("article 1", "article 2")
    left = made(*articles, "annex a", *articles, "annex b", *articles)
    right = made(*articles, "annex б", *articles)

    assert shown(left, right) == [
        ("article 1", "article 1"),
        ("article 2", "article 2"),
        ("annex a", "-"),
        ("article 1", "-"),
        ("article 2", "-"),
        ("annex b", "annex б"),
        ("article 1", "article 1"),
        ("article 2", "article 2"),
    ]


def test_an_annex_may_be_called_an_appendix_and_a_chapter_a_part() -> None:
    left = made("chapter 1", "article 1", "annex 1", "article 1")
    right = made("part 1", "article 1", "appendix 1", "article 1")

    assert all("-" not in pair for pair in shown(left, right))


def test_by_order_where_numbers_are_lacking() -> None:
    left = made("article 1", "article ", "article ", "article 4")
    right = made("article 1", "article 2", "article 3", "article 4")

    assert shown(left, right)[1:3] == [("article", "article 2"), ("article", "article 3")]


def test_a_number_that_is_misread_does_not_part_partners() -> None:
    left = made("article 1", "article 2", "article 3")
    right = made("article 1", "article 22", "article 3")

    assert ("article 2", "article 22") in shown(left, right)


def test_other_numbers_are_no_partners() -> None:
    left = made("article 1", "article 2", "article 9")
    right = made("article 1", "article 7", "article 8", "article 9")

    assert shown(left, right)[1:4] == [("article 2", "-"), ("-", "article 7"), ("-", "article 8")]


def test_points_are_the_articles_of_the_other() -> None:
    assert shown(made("point 1", "point 2"), made("article 1", "article 2")) == [
        ("point 1", "article 1"),
        ("point 2", "article 2"),
    ]


NAMES = st.builds(
    lambda kind, number: f"{kind} {number}".strip(),
    st.sampled_from([kind.value for kind in Kind]),
    st.sampled_from(["", "1", "2", "3", "a", "б"]),
)
LISTS = st.lists(NAMES, max_size=14).map(lambda words: made(*words))


@given(LISTS, LISTS)
def test_each_part_stands_in_one_pair_in_its_order(left: list[Part], right: list[Part]) -> None:
    pairs = aligned(left, right)

    assert [one for one, _ in pairs if one] == left
    assert [other for _, other in pairs if other] == right
    assert (None, None) not in pairs


@given(LISTS)
def test_a_version_is_its_own_partner(whole: list[Part]) -> None:
    assert aligned(whole, whole) == [(part, part) for part in whole]


@need_real_texts
def test_english_and_french_versions_of_real_agreements() -> None:
    texts = cultural()
    both = [
        (parts(text), parts(texts[f"{name[:-2]}fr"]))
        for name, text in texts.items()
        if name.endswith("-en") and f"{name[:-2]}fr" in texts
    ]
    alone = [sum(None in pair for pair in aligned(*each)) for each in both]

    if len(both) < 100:
        pytest.skip("there are too few texts in both languages")
    assert sum(count <= 2 for count in alone) > 0.75 * len(both)
