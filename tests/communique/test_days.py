"""On which day it was signed: as exact as the text and the day of publication are."""

from __future__ import annotations

from datetime import date

import pytest

from tests.communique.reading import THURSDAY, began, codes, only, read, years

SIGNED = "Jordan and Chile signed an Agreement on visas in Amman"


@pytest.mark.parametrize(
    "words",
    [
        "on 4 May 2023",
        "on May 4, 2023",
        "on the 4th of May 2023",
        "on 4th May 2023",
        "on May 4th, 2023",
        "on 04.05.2023",
        "on 4/5/2023",
        "on 04/05/2023",
        "on 4-5-2023",
        "on 4.05.23",
        "on 2023-05-04",
        "on Thursday, 4 May 2023",
        "(4 May 2023)",
    ],
)
@pytest.mark.parametrize("published_on", [None, date(2023, 5, 5)])
def test_a_whole_date_is_read_however_written(words: str, published_on: date | None) -> None:
    proposal = read(f"{SIGNED} {words}.", published_on=published_on)
    assert began(proposal) == "2023-05-04"
    assert not proposal.event.rests_on_publication
    assert not {"no_date", "no_year"} & set(codes(proposal))


def test_a_day_comes_before_its_month_in_figures() -> None:
    assert began(read(f"{SIGNED} on 10/3/2022.", published_on=date(2022, 3, 11))) == "2022-03-10"
    assert began(read(f"{SIGNED} on 31.10.17.", published_on=date(2017, 11, 1))) == "2017-10-31"


@pytest.mark.parametrize("words", ["on 31.02.2023", "on 40 May 2023", "on 12.13.2023"])
def test_a_day_that_does_not_exist_is_no_date(words: str) -> None:
    assert began(read(f"{SIGNED} {words}.", published_on=None)) is None


def test_a_month_alone_is_as_exact_as_that() -> None:
    assert began(read(f"{SIGNED} in May 2023.", published_on=None)) == "2023-05"


def test_a_day_without_a_year_has_that_of_publication() -> None:
    proposal = read(f"{SIGNED} on 14 May.")
    assert began(proposal) == "2024-05-14"
    assert proposal.event.rests_on_publication
    assert "publication_date" in codes(proposal)


def test_a_day_without_a_year_that_would_lie_ahead_is_of_the_year_before() -> None:
    assert began(read(f"{SIGNED} on 29 December.", published_on=date(2024, 1, 3))) == "2023-12-29"


def test_a_day_without_a_year_nor_publication_is_told_without_a_year() -> None:
    proposal = read(f"{SIGNED} on 14 May.", published_on=None)
    assert began(proposal) is None
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "no_year")
    assert dict(doubt.values)["date"] == "14 May"


@pytest.mark.parametrize("words", ["on 4-5 May 2023", "on May 4-5, 2023", "on 4–5 May 2023"])
def test_an_event_of_two_days_has_a_beginning_and_an_end(words: str) -> None:
    event = read(f"{SIGNED} during the visit {words}.", published_on=None).event
    assert event.began_on and event.began_on.value == "2023-05-04"
    assert event.ended_on and event.ended_on.value == "2023-05-05"


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("today", "2024-05-16"),
        ("yesterday", "2024-05-15"),
        ("on Thursday", "2024-05-16"),
        ("on Wednesday", "2024-05-15"),
        ("on Monday", "2024-05-13"),
        ("on Friday", "2024-05-10"),
        ("this morning", "2024-05-16"),
    ],
)
def test_a_relative_day_rests_on_the_publication(word: str, day: str) -> None:
    text = f"{SIGNED} {word}."
    proposal = read(text)
    assert began(proposal) == day
    assert proposal.event.rests_on_publication
    doubt = next(doubt for doubt in proposal.doubts if doubt.code == "publication_date")
    assert dict(doubt.values)["words"] in text


@pytest.mark.parametrize("word", ["today", "yesterday", "on Thursday"])
def test_a_relative_day_without_publication_is_no_date(word: str) -> None:
    proposal = read(f"{SIGNED} {word}.", published_on=None)
    assert began(proposal) is None
    assert "no_date" in codes(proposal)


def test_a_text_without_a_date_has_none_though_published() -> None:
    proposal = read(f"{SIGNED}.")
    assert began(proposal) is None
    assert "no_date" in codes(proposal)


def test_today_rests_on_the_dateline_before_the_publication() -> None:
    text = f"AMMAN, May 14, 2024 – {SIGNED} today, the ministry of Jordan said in the evening."
    assert began(read(text)) == "2024-05-14"


def test_the_date_of_an_older_treaty_is_not_the_day() -> None:
    text = (
        "Jordan and Chile signed a Protocol amending the Agreement on Trade of 3 March 1998 on 14"
        " May 2024."
    )
    assert began(read(text)) == "2024-05-14"


@pytest.mark.parametrize(
    "other",
    [
        "Diplomatic relations were established on 5 June 1992.",
        "The next meeting is due on 20 June 2024.",
        "The minister was born on 1 May 1970.",
        "The agreement will enter into force on 1 July 2024.",
    ],
)
def test_another_date_is_not_the_day(other: str) -> None:
    assert began(read(f"{SIGNED} on 14 May 2024. {other}")) == "2024-05-14"
    assert began(read(f"{SIGNED}. {other}", published_on=None)) is None


def test_the_stamp_of_a_page_is_not_the_day_of_signing() -> None:
    assert began(read(f"17.05.2024 10:42\n\n{SIGNED} on 14 May 2024.")) == "2024-05-14"
    assert began(read(f"17.05.2024 10:42\n\n{SIGNED}.", published_on=None)) is None


def test_the_day_of_signing_wins_over_the_days_of_the_visit() -> None:
    text = (
        "The president of Chile arrived in Jordan on 13 May 2024. An Agreement on visas was signed"
        " by the ministers on 14 May 2024."
    )
    assert began(read(text)) == "2024-05-14"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("for 2023-2025", (2023, 2025)),
        ("for 2023–2025", (2023, 2025)),
        ("for 2023 − 2025", (2023, 2025)),
        ("for 2025-27", (2025, 2027)),
        ("for 2023/2024", (2023, 2024)),
        ("(2023-2025)", (2023, 2025)),
        ("for the years 2023-2025", (2023, 2025)),
        ("from 2023 to 2025", (2023, 2025)),
        ("for 2023 and 2024", (2023, 2024)),
        ("until 2030", (None, 2030)),
        ("to 2030", (None, 2030)),
        ("for 2025", (2025, 2025)),
        ("for the year 2025", (2025, 2025)),
    ],
)
def test_a_period_in_the_title_is_its_validity(words: str, period: tuple[int, int]) -> None:
    assert (
        years(only(f"Jordan and Chile signed a Programme of student exchange {words}.")) == period
    )


def test_the_words_of_a_period_are_pointed_at() -> None:
    text = "Jordan and Chile signed a Programme of student exchange for 2023-2025."
    period = only(text).period
    assert period and "2023-2025" in period.span.of(text)


def test_the_same_period_is_that_of_the_document_before() -> None:
    text = (
        "Jordan and Chile signed:\n- Programme of student exchange for 2023-2025;\n"
        "- Plan of museum fairs for the same period."
    )
    assert [years(document) for document in read(text).documents] == [(2023, 2025)] * 2


@pytest.mark.parametrize(
    "title",
    [
        "Memorandum of Understanding on the Year of Culture 2025",
        "Protocol amending the Agreement on Trade of 1998",
        "Protocol on carrying out Resolution 2023/45",
        "Agreement on Building 2030 Homes",
        "Agreement on the Expo 2027 in Amman",
    ],
)
def test_a_year_that_is_a_name_or_a_date_is_no_validity(title: str) -> None:
    document = only(f"Jordan and Chile signed the following document:\n- {title};")
    assert years(document) is None


def test_a_period_of_the_text_is_not_of_a_title_without_one() -> None:
    text = "Trade grew in 2021-2023. Jordan and Chile signed an Agreement on visas."
    assert years(only(text)) is None


def test_the_year_of_the_signing_is_no_validity() -> None:
    assert years(only(f"{SIGNED} on 14 May 2024.")) is None


def test_the_day_of_publication_in_these_tests_is_a_thursday() -> None:
    assert THURSDAY.strftime("%A") == "Thursday"


def test_the_first_day_of_a_visit_may_be_the_day() -> None:
    text = (
        "On the first day of the visit, May 4, Jordan and Chile signed a Protocol on dams. On May 5"
        " the guests left."
    )
    assert began(read(text)) == "2024-05-04"


def test_the_date_of_other_news_behind_the_documents_is_not_the_day() -> None:
    text = (
        "Amman today saw the signing of an Agreement on visas between Jordan and Chile."
        "\n\nA code of conduct, endorsed on May 2 by the Ministry of Rivers, is in force."
    )
    assert began(read(text, published_on=THURSDAY)) == THURSDAY.isoformat()


def test_the_day_may_stand_behind_the_documents() -> None:
    text = "Jordan and Chile have an Agreement on visas.\n\nThe agreement was signed on May 2."
    assert began(read(text, published_on=THURSDAY)) == "2024-05-02"
