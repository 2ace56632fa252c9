"""Partial dates: what is typed, the days it means, the words it is shown in. No database."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from agreements import dates

SHARED = Path(__file__).parents[2] / "shared"
LANGUAGES = sorted(dates.WORDINGS)
DAYS = st.dates(date(1, 1, 1), date.max)


@st.composite
def one_dates(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "~"]))


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(["{0}", "{0}/..", "../{0}", "{0}/{1}"]))
    first, last = draw(one_dates()), draw(one_dates())
    if dates.bounds(first)[0] >= (dates.bounds(last)[1] or date.max):
        first, last = last, first
    return form.format(first, last)


# ---- what a clerk types


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023", "2023"),
        ("2023-05", "2023-05"),
        ("2023-05-04", "2023-05-04"),
        (" 2023-05-04 ", "2023-05-04"),
        ("2023-5-4", "2023-05-04"),
        ("2023/05/04", "2023-05-04"),
        ("2023.05.04", "2023-05-04"),
        ("4 May 2023", "2023-05-04"),
        ("4\u00a0May\u00a02023", "2023-05-04"),
        ("4th of May, 2023", "2023-05-04"),
        ("May 4, 2023", "2023-05-04"),
        ("4. May 2023", "2023-05-04"),
        ("MAY 2023", "2023-05"),
        ("Sept. 2020", "2020-09"),
        ("in the year 2023", "2023"),
        ("05.2023", "2023-05"),
        ("5/2023", "2023-05"),
        ("29.02.2024", "2024-02-29"),
        ("04. 05. 2023", "2023-05-04"),
    ],
)
def test_a_date_is_read(text: str, edtf: str) -> None:
    assert dates.parse(text) == edtf


@pytest.mark.parametrize("text", ["03/04/2019", "03.04.2019", "03-04-2019", "3.4.2019"])
def test_the_day_stands_before_the_month(text: str) -> None:
    assert dates.parse(text) == "2019-04-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("4 мая 2023", "2023-05-04"),
        ("4 мая 2023 г.", "2023-05-04"),
        ("4-го мая 2023 года", "2023-05-04"),
        ("май 2023", "2023-05"),
        ("в мае 2023 года", "2023-05"),
        ("1 янв. 2020", "2020-01-01"),
        ("2023 год", "2023"),
        ("4 майи соли 2023", "2023-05-04"),
        ("4 май 2023", "2023-05-04"),
        ("14 августи соли 2018", "2018-08-14"),
        ("соли 2023", "2023"),
        ("2023 жылғы 4 мамыр", "2023-05-04"),
        ("2023 жылғы 4 мамырда", "2023-05-04"),
        ("2023 жылдың 21 қыркүйегі", "2023-09-21"),
        ("2023 жылдың мамырында", "2023-05"),
        ("2023 ж. 21 қыркүйек", "2023-09-21"),
        ("қазан 2023", "2023-10"),
        ("казан 2023", "2023-10"),
        ("2023-yil 4-may", "2023-05-04"),
        ("2023-yil 14-sentabrda", "2023-09-14"),
        ("14-oktyabr 2023-yil", "2023-10-14"),
        ("2023 йил 4 майдаги", "2023-05-04"),
        ("2023 йил 14 сентябрь", "2023-09-14"),
    ],
)
def test_months_are_read_in_the_languages_of_the_archive(text: str, edtf: str) -> None:
    assert dates.parse(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-2025", "2023/2025"),
        ("2023–2025", "2023/2025"),
        ("2023 — 2025 гг.", "2023/2025"),
        ("2023/2025", "2023/2025"),
        ("from 2023 to 2025", "2023/2025"),
        ("солҳои 2023–2025", "2023/2025"),
        ("2023 жылдан 2025 жылға дейін", "2023/2025"),
        ("4-5 May 2023", "2023-05-04/2023-05-05"),
        ("May 4-5, 2023", "2023-05-04/2023-05-05"),
        ("4 May - 6 June 2023", "2023-05-04/2023-06-06"),
        ("4 May 2023 - 6 June 2024", "2023-05-04/2024-06-06"),
        ("с 4 по 6 мая 2023 г.", "2023-05-04/2023-05-06"),
        ("30.04-2.05.2023", "2023-04-30/2023-05-02"),
        ("30.04.2023-02.05.2023", "2023-04-30/2023-05-02"),
        ("2023-04-30 - 2023-05-02", "2023-04-30/2023-05-02"),
        ("2023-05-04 - 06", "2023-05-04/2023-05-06"),
        ("May-June 2023", "2023-05/2023-06"),
        ("2023 жылғы 4–5 мамыр", "2023-05-04/2023-05-05"),
        ("4-4 May 2023", "2023-05-04"),
    ],
)
def test_a_range_is_read(text: str, edtf: str) -> None:
    assert dates.parse(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("from 2023", "2023/.."),
        ("since May 2023", "2023-05/.."),
        ("с 4 мая 2023 года", "2023-05-04/.."),
        ("until 2023", "../2023"),
        ("до мая 2023", "../2023-05"),
        ("2023/..", "2023/.."),
        ("c. 1990", "1990~"),
        ("ca 1990", "1990~"),
        ("около 1990 г.", "1990~"),
        ("1990~", "1990~"),
        ("about May 1990", "1990-05~"),
        ("c. 1990-1995", "1990~/1995~"),
        ("c. 1990 - 1995", "1990~/1995"),
        ("since c. 1990", "1990~/.."),
    ],
)
def test_open_and_approximate_dates_are_read(text: str, edtf: str) -> None:
    assert dates.parse(text) == edtf


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 February 2023", "February 2023 has 28 days, so it has no day 31."),
        ("29.02.1900", "February 1900 has 28 days, so it has no day 29."),
        ("2023-04-31", "April 2023 has 30 days, so it has no day 31."),
        ("0 May 2023", "May 2023 has 31 days, so it has no day 0."),
        ("28 - 31 April 2023", "April 2023 has 30 days, so it has no day 31."),
        ("05/13/2023", "There is no month 13. Write the day first"),
        ("2007-00-11", "There is no month 0. "),
        ("2023-24", "For a range of years write 2023–2024."),
        ("04.05.23", "Write the year, and with four digits"),
        ("May 23", "Write the year, and with four digits"),
        ("23", "Write the year, and with four digits"),
        ("4 May", "Write the year, and with four digits"),
        ("4-5 May 23", "Write the year, and with four digits"),
        ("0000", "Write the year, and with four digits"),
        ("٠٠٠٠", "Write the year, and with four digits"),
        ("99999", "Write the year, and with four digits"),
        ("2025-2023", "The range ends before it begins"),
        ("2025-05-04/2025-05-03", "The range ends before it begins"),
        ("spring 2023", "“spring 2023” can’t be read as a date. Write 2023, May 2023"),
        ("2023 4", "can’t be read"),
        ("4 - 2023", "can’t be read"),
        ("2023-", "can’t be read"),
        ("m5 2023", "can’t be read"),
        ("F 2023", "can’t be read"),
        ("ℳ5 2023", "can’t be read"),
        ("../..", "can’t be read"),
        ("", "can’t be read"),
        ("-" * 5000, "can’t be read"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(dates.PartialDateError) as refusal:
        dates.parse(text)
    assert sentence in str(refusal.value)
    assert len(str(refusal.value)) < 300


@given(st.text(max_size=120))
def test_any_text_gives_a_valid_date_or_a_refusal(text: str) -> None:
    try:
        edtf = dates.parse(text)
    except dates.PartialDateError:
        return
    assert dates.valid(edtf)


PIECES = " ".join(
    [
        *(dates.EN, dates.RU_GENITIVE, dates.KK_FROM, dates.UZ),
        "from to c. с по до г. 0 4 05 31 32 23 2023 0000 2024 - – / . .. ~ ,",
    ]
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["", " "]))
def test_pieces_of_dates_in_any_order_give_a_valid_date_or_a_refusal(
    pieces: list[str], between: str
) -> None:
    try:
        edtf = dates.parse(between.join(pieces))
    except dates.PartialDateError:
        return
    assert dates.valid(edtf)


@given(edtf_texts())
def test_edtf_text_is_read_as_it_is(edtf: str) -> None:
    assert dates.parse(edtf) == edtf


def test_dates_of_real_agreements_are_read() -> None:
    file = SHARED / "data" / "central-asia-sample" / "agreements.csv"
    if not file.exists():
        pytest.skip("the folder shared with the sample of agreements is not beside the project")
    with file.open(encoding="utf-8", newline="") as rows:
        known = [row["date_signed"] for row in csv.DictReader(rows) if row["date_signed"]]
    assert len(known) > 100
    assert [dates.parse(text) for text in known] == known
    assert all(dates.parse(dates.words(text, "ru")) == text for text in known)


# ---- the days


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2023", date(2023, 1, 1), date(2024, 1, 1)),
        ("2023-12", date(2023, 12, 1), date(2024, 1, 1)),
        ("2023-02", date(2023, 2, 1), date(2023, 3, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2023-05-04~", date(2023, 5, 4), date(2023, 5, 5)),
        ("2023/2025", date(2023, 1, 1), date(2026, 1, 1)),
        ("2023/..", date(2023, 1, 1), None),
        ("../2023", None, date(2024, 1, 1)),
        ("2023-05/2023", date(2023, 5, 1), date(2024, 1, 1)),
        ("0001", date(1, 1, 1), date(2, 1, 1)),
        ("9999-12-30", date(9999, 12, 30), date(9999, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), None),
        ("9999", date(9999, 1, 1), None),
    ],
)
def test_bounds_are_the_first_day_and_the_day_after(
    edtf: str, first: date | None, after: date | None
) -> None:
    assert dates.bounds(edtf) == (first, after)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-30", "2023-02-29", "1900-02-29", "2023-04-31", "2023-13", "2023-00", "0000"),
        *("23", "20230504", "2023-5", "2023-05-04T00", "2023?", "2023~~", "٢٠٢٣", "", " 2023"),
        *("2023/", "/2023", "/", "..", "../..", "2023/2024/2025", "2025/2023", "2024/2023-12"),
        *("2023/abc", "abc/..", "2023\n"),
    ],
)
def test_what_is_not_valid_has_no_days(text: str) -> None:
    assert not dates.valid(text)
    assert dates.bounds(text) == (None, None)
    assert dates.iso(text) is None


@given(DAYS)
def test_a_day_is_bounded_by_itself_and_the_next(day: date) -> None:
    after = day + timedelta(days=1) if day < date.max else None
    assert dates.bounds(day.isoformat()) == (day, after)


@given(one_dates())
def test_a_known_day_lies_in_its_month_and_its_year(edtf: str) -> None:
    first, after = dates.bounds(edtf)
    year_first, year_after = dates.bounds(edtf[:4])
    assert year_first <= first
    assert year_after is None or (after is not None and after <= year_after)


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2023", "2023"),
        ("2023-05", "2023-05"),
        ("2023-05-04", "2023-05-04"),
        ("2023~", None),
        ("2023/2025", None),
        ("2023/..", None),
    ],
)
def test_time_elements_get_exact_dates_only(edtf: str, machine: str | None) -> None:
    assert dates.iso(edtf) == machine


# ---- the words


@pytest.mark.parametrize(
    ("language", "year", "month", "day", "about"),
    [
        ("en", "2023", "May 2023", "4 May 2023", "about 1990"),
        ("ru", "2023", "май 2023", "4 мая 2023", "около 1990 года"),
        ("tg", "соли 2023", "майи соли 2023", "4 майи соли 2023", "тақрибан соли 1990"),
        ("kk", "2023 жыл", "2023 жылғы мамыр", "2023 жылғы 4 мамыр", "шамамен 1990 жыл"),
        ("uz", "2023-yil", "2023-yil may", "2023-yil 4-may", "taxminan 1990-yil"),
        ("uz-Cyrl", "2023 йил", "2023 йил май", "2023 йил 4 май", "тахминан 1990 йил"),
        ("zh", "2023", "2023-05", "2023-05-04", "≈ 1990"),
    ],
)
def test_a_date_in_words(language: str, year: str, month: str, day: str, about: str) -> None:
    texts = ("2023", "2023-05", "2023-05-04", "1990~")
    assert [dates.words(text, language) for text in texts] == [year, month, day, about]


@pytest.mark.parametrize(
    ("language", "years", "months", "days", "since", "until"),
    [
        ("en", "2023–2025", "May–June 2023", "4–5 May 2023", "from 2023", "until 2023"),
        ("ru", "2023–2025", "май–июнь 2023", "4–5 мая 2023", "с 2023 года", "до 2023 года"),
        (
            "tg",
            "солҳои 2023–2025",
            "май–июни соли 2023",
            "4–5 майи соли 2023",
            "аз соли 2023",
            "то соли 2023",
        ),
        (
            "kk",
            "2023–2025 жылдар",
            "2023 жылғы мамыр–маусым",
            "2023 жылғы 4–5 мамыр",
            "2023 жылдан бастап",
            "2023 жылға дейін",
        ),
        (
            "uz",
            "2023–2025-yillar",
            "2023-yil may–iyun",
            "2023-yil 4–5-may",
            "2023-yildan",
            "2023-yilgacha",
        ),
        (
            "de",
            "2023 – 2025",
            "2023-05 – 2023-06",
            "2023-05-04 – 2023-05-05",
            "2023 – …",
            "… – 2023",
        ),
    ],
)
def test_a_range_in_words(
    language: str, years: str, months: str, days: str, since: str, until: str
) -> None:
    texts = ("2023/2025", "2023-05/2023-06", "2023-05-04/2023-05-05", "2023/..", "../2023")
    shown = [dates.words(text, language) for text in texts]
    assert shown == [years, months, days, since, until]


def test_cases_of_a_month_after_a_preposition() -> None:
    assert dates.words("2023-05-04/..", "kk") == "2023 жылғы 4 мамырдан бастап"
    assert dates.words("../2023-09", "kk") == "2023 жылғы қыркүйекке дейін"
    assert dates.words("2023-01/..", "ru") == "с января 2023 года"
    assert dates.words("../2023-01-15", "uz-Cyrl") == "2023 йил 15 январгача"


def test_words_are_in_the_language_of_the_page() -> None:
    with translation.override("ru"):
        assert dates.words("2023-05-04") == "4 мая 2023"
    with translation.override("en-gb"):
        assert dates.words("2023-05-04") == "4 May 2023"
    with translation.override(None):
        assert dates.words("2023-05-04") == "4 May 2023"


def test_text_that_is_no_date_is_shown_as_it_is() -> None:
    assert dates.words("some time in May", "ru") == "some time in May"


@given(edtf_texts(), st.sampled_from(LANGUAGES))
def test_words_are_read_back(edtf: str, language: str) -> None:
    first, last = edtf.split("/")[0], edtf.split("/")[-1]
    expected = first if first == last else edtf
    assert dates.parse(dates.words(edtf, language)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_has_its_own_words_and_is_read_back(language: str) -> None:
    for form in ("2023-{:02}", "2023-{:02}-04", "2023-{:02}/..", "../2023-{:02}", "2023-{:02}~"):
        texts = [form.format(month) for month in range(1, 13)]
        shown = [dates.words(text, language) for text in texts]
        assert len(set(shown)) == 12
        assert [dates.parse(text) for text in shown] == texts
