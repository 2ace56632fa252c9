"""Words made ready for search. No database."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.texts.wording.cleaning import cleaned
from tests.texts.real import need_real_texts, sample


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("the agree-\nment", "the agreement"),
        ("coope\u00adra\u00ad\ntion", "cooperation"),
        ("coopera¬\ntion", "cooperation"),
        ("Согла-\nшение", "Соглашение"),
        ("THE AGREE-\nMENT", "THE AGREEMENT"),
        ("the Kazakh-\nTurkish border", "the Kazakh-Turkish border"),
        ("the years 2023-\n2025", "the years 2023-2025"),
        ("article 5-\nбап", "article 5-бап"),
        ("научно-\nтехнический", "научно-технический"),
        ("какой-\nлибо", "какой-либо"),
        ("celui-\nci", "celui-ci"),
        ("an x-\nray", "an x-ray"),
        ("the end -\nand more", "the end - and more"),
        ("co-operation and co-\noperation", "co-operation and co-operation"),
        ("re-enter; relation and re-\nlation", "re-enter; relation and relation"),
        ("ﬁnancial eﬀects of ﬂights", "financial effects of flights"),
        ("ﻣﺎﺩﺓ", "مادة"),
        ("и\u0306", "й"),
        ("nul\x00l\x07 and \ud800sur\ufeffro\u200bgate", "null and surrogate"),
        ("many   \t spaces\u00a0here", "many spaces here"),
        ("one paragraph\nof two lines\n\nand one more", "one paragraph of two lines\nand one more"),
        ("第一条\n双方同意\n合作", "第一条双方同意合作"),
        ("a\r\nb\rc", "a b c"),
    ],
)
def test_words_of_a_page(page: str, words: str) -> None:
    assert cleaned([page]).text == words


def paged(*bodies: str, header: str = "UNTS Vol. {n}", footer: str = "- {n} -") -> list[str]:
    return [
        f"{header.format(n=n)}\n\n{body}\n\n{footer.format(n=n)}\n"
        for n, body in enumerate(bodies, start=17)
    ]


def test_headers_and_page_numbers_are_left_out() -> None:
    found = cleaned(paged("First page.", "Second page.", "Third page.", "Fourth page."))

    assert found.text == "UNTS Vol. 17\nFirst page.\nSecond page.\nThird page.\nFourth page."
    assert [found.text[start:][:6] for start in found.page_starts] == [
        "UNTS V",
        "Second",
        "Third ",
        "Fourth",
    ]


def test_left_and_right_pages_have_different_headers() -> None:
    left, right = (
        paged(*"abcd", header="TREATY SERIES"),
        paged(*"efgh", header="Recueil des Traités"),
    )
    pages = [page for both in zip(left, right, strict=True) for page in both]

    text = cleaned(pages).text
    assert text.count("TREATY SERIES") == text.count("Recueil des Traités") == 1


def test_what_returns_amid_the_pages_stays() -> None:
    body = "\n".join(
        ["one", "two", "three", "four", "The Parties agree", "five", "six", "seven", "8a"]
    )

    assert cleaned([body.replace("one", f"one {n}") for n in "abcd"]).text.count("Parties") == 4


def test_numbers_of_a_text_of_one_page_stay() -> None:
    assert cleaned(["1992\nAgreement\n12"]).text == "1992 Agreement 12"


def test_a_word_goes_on_on_the_next_page() -> None:
    found = cleaned(["The Parties co-\noperate and the agree-", "ment ends.", "", "Co-operation"])

    assert found.text == "The Parties co-operate and the agreement ends.\nCo-operation"
    assert [found.text[start:][:4] for start in found.page_starts] == [
        "The ",
        "ends",
        "Co-o",
        "Co-o",
    ]


def test_the_page_of_a_place() -> None:
    found = cleaned(["One.", "Two.", "", "Four."])

    assert [found.page_at(found.text.index(word)) for word in ("One", "Two", "Four")] == [0, 1, 3]


def test_no_pages() -> None:
    assert cleaned([]) == cleaned([]) and cleaned([]).text == ""
    assert cleaned(["", " \n"]).page_starts == [0, 0]


PIECES = st.one_of(
    st.sampled_from(
        [
            "agree-\n",
            "ment",
            "\n",
            "\n\n",
            "12",
            "- 3 -",
            "-\n",
            "\u00ad\n",
            "ﬁ",
            "条",
            " ",
            "A-\nB",
        ]
    ),
    st.text(max_size=8),
)
PAGES = st.lists(st.lists(PIECES, max_size=8).map("".join), max_size=6)


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_pages_begin_in_order_within_the_text(pages: list[str]) -> None:
    found = cleaned(pages)

    assert len(found.page_starts) == len(pages)
    assert found.page_starts == sorted(found.page_starts)
    assert all(0 <= start <= len(found.text) for start in found.page_starts)
    assert found.page_starts[:1] in ([], [0])
    assert not any(letter in found.text for letter in "\x00\r\f\ufb01\u00ad")
    found.text.encode()


@settings(deadline=None)
@given(st.lists(st.lists(st.text("abcde", min_size=1), min_size=1).map(" ".join), max_size=5))
def test_plain_words_are_all_kept(lines: list[str]) -> None:
    assert cleaned(["\n".join(lines)]).text == " ".join(lines)


def test_as_many_lines_as_one_likes() -> None:
    """Would not end if the work grew faster than the text."""
    assert len(cleaned(["ab-\n" * 200_000]).text) == 400_001
    assert len(cleaned(["a" * 3_000_000, "b" * 3_000_000]).text) == 6_000_001
    assert len(cleaned(["The Parties agree.\n"] * 20_000).page_starts) == 20_000


@need_real_texts
def test_real_texts_keep_their_words() -> None:
    for row in sample():
        pages = [row["text"][at : at + 3000] for at in range(0, len(row["text"]), 3000)]
        found = cleaned(pages)
        before = sum(map(str.isalpha, row["text"]))

        assert found.page_starts == sorted(found.page_starts)
        assert sum(map(str.isalpha, found.text)) > 0.97 * before
