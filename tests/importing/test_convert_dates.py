"""Dates of a column: one form for all, found out or asked, and no day made up."""

from __future__ import annotations

import pytest

from agreements.importing.column_dates import BadDate, Column, read


def column(*texts: str) -> Column:
    found = Column()
    for text in texts:
        found.see(text)
    return found


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["27/10/2020", "03/04/2019"], "dmy"),
        (["03/04/2019", "10/27/2020"], "mdy"),
        (["03.04.2019"], "dmy"),
        (["10.27.2020", "03.04.2019"], "mdy"),
        (["2019-04-03", "2019/04/03", "May 2023"], "words"),
        (["05/05/2019"], "words"),  # the same either way
        (["31/02/2020"], "dmy"),
        (["13/13/2020", "00/00/2020"], "words"),  # impossible ones tell nothing
        (["27/10/2020 - 03/11/2020"], "dmy"),
        ([], "words"),
    ],
)
def test_a_value_that_can_be_one_thing_only_settles_the_column(
    texts: list[str], order: str
) -> None:
    assert (column(*texts).doubt, column(*texts).order) == ("", order)


@pytest.mark.parametrize(
    ("texts", "doubt"),
    [
        (["03/04/2019"], "day_or_month"),
        (["03-04-2019", "05/05/2019"], "day_or_month"),
        (["27/10/2020", "10/27/2020"], "contradictory"),
        (["27.10.2020", "10/27/2020"], "contradictory"),
    ],
)
def test_what_stays_in_doubt_is_said(texts: list[str], doubt: str) -> None:
    assert column(*texts).doubt == doubt


@pytest.mark.parametrize(
    ("text", "form", "edtf"),
    [
        ("03/04/2019", "dmy", "2019-04-03"),
        ("03/04/2019", "mdy", "2019-03-04"),
        ("3-4-2019", "dmy", "2019-04-03"),
        ("03.04.2019", "dmy", "2019-04-03"),
        ("2019/4/3", "mdy", "2019-04-03"),
        ("2019-04-03", "dmy", "2019-04-03"),
        ("2019-04", "dmy", "2019-04"),
        ("04/2019", "dmy", "2019-04"),
        ("2019", "dmy", "2019"),
        ("2019~", "words", "2019~"),
        ("2023/2025", "words", "2023/2025"),
        ("4 мая 2023 г.", "words", "2023-05-04"),
        ("May 2023", "dmy", "2023-05"),
        ("1999-10-07 00:00:00", "words", "1999-10-07"),
        ("2020-01-01T00:00:00Z", "words", "2020-01-01"),
        ("1/2/2020 12:00:00 AM", "mdy", "2020-01-02"),
        ("04/03/2019 - 05/03/2019", "mdy", "2019-04-03/2019-05-03"),
        ("44196", "excel", "2020-12-31"),
        ("42734", "excel_1904", "2020-12-31"),
    ],
)
def test_dates_are_read_in_the_form_of_their_column(text: str, form: str, edtf: str) -> None:
    assert read(text, form) == edtf


@pytest.mark.parametrize(
    ("text", "form", "code"),
    [
        ("31/02/2020", "dmy", "impossible_date"),
        ("45/13/2019", "dmy", "impossible_date"),
        ("10/27/2020", "dmy", "impossible_date"),
        ("29/02/1900", "dmy", "impossible_date"),
        ("0000-01-01", "words", "impossible_date"),
        ("2020-13-01", "words", "impossible_date"),
        ("2020-01-01 14:30", "words", "time_of_day"),
        ("27/10/20", "dmy", "two_digit_year"),
        ("44196", "words", "no_date"),  # a number is a number, unless somebody says otherwise
        ("60", "excel", "impossible_date"),
        ("9999999", "excel", "impossible_date"),
        ("soon", "dmy", "no_date"),
        ("03/04/2019", "words", "no_date"),  # nobody has said which is the month
        ("4 May", "words", "no_date"),
        ("\0", "words", "no_date"),
        ("2" * 5000, "excel", "no_date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, form: str, code: str) -> None:
    with pytest.raises(BadDate) as bad:
        read(text, form)
    assert bad.value.code == code


def test_the_century_of_two_digits_is_said_by_the_clerk() -> None:
    assert read("27/10/20", "dmy", "19") == "1920-10-27"
