"""Workbooks, as a person sees them."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from agreements.importing.tables.cells import shown
from agreements.importing.tables.merges import scan
from agreements.texts.formats.problem import Problem
from tests.importing.tables import changed, codes, examine, put, read, refusal, saved, workbook

SHEET = "xl/worksheets/sheet1.xml"


def test_rows_of_a_workbook(tmp_path: Path) -> None:
    title = "Созишнома " * 50
    body = workbook([["№", "Title", "Signed"], [1, title, date(2023, 5, 4)], [], [2, "x", None]])
    found, rows = read(put(tmp_path, body, "misnamed.csv"))
    assert (found.kind, found.sheets, found.sheet) == ("xlsx", ("Sheet",), "Sheet")
    assert (found.header_row, found.columns, found.remarks) == (1, ("№", "Title", "Signed"), ())
    assert [(row.number, [*row.cells.values()]) for row in rows] == [
        (2, ["1", title, "2023-05-04"]),
        (4, ["2", "x", ""]),
    ]
    assert found.sample == tuple(rows)


@pytest.mark.parametrize(("epoch", "year"), [(WINDOWS_EPOCH, 1900), (MAC_EPOCH, 1904)])
def test_days_are_counted_from_the_years_of_the_workbook(
    tmp_path: Path, epoch: datetime, year: int
) -> None:
    days = [date(2023, 5, 4), datetime(2023, 5, 4, 9, 30), datetime(1991, 12, 8), time(9, 30, 5)]
    body = workbook([["a", "b", "c", "d"], days], epoch=epoch)
    found, rows = read(put(tmp_path, body))
    assert found.epoch == year
    assert [*rows[0].cells.values()] == ["2023-05-04", "2023-05-04T09:30", "1991-12-08", "09:30:05"]


@pytest.mark.parametrize(
    ("value", "number_format", "seen", "problems"),
    [
        (45050, "dd.mm.yyyy", "2023-05-04", []),
        (45050.9999999999, "dd.mm.yyyy hh:mm", "2023-05-05", []),
        (-10_000, "dd.mm.yyyy", "1872-08-13", []),
        (45050, "yyyy", "2023", []),
        (45050, 'mmmm" "yyyy"d"', "2023-05", []),
        (45050, "[$-419]mmm\\ yyyy;@", "2023-05", []),
        (0, "dd.mm.yyyy", "00:00", ["no_such_day"]),
        (99_999_999, "dd.mm.yyyy", "#VALUE!", ["cell_error"]),
        (1.5, "[h]:mm", "36:00", []),
        (1.0, "General", "1", []),
        (0.1 + 0.2, "General", "0.3", []),
        (1e16, "General", "10000000000000000", []),
        (1e-7, "General", "0.0000001", []),
        (2.5e300, "General", "2.5E+300", []),
        (1234567890123456, "General", "1234567890123456", []),
        (42, "00000", "00042", []),
        (True, "General", "TRUE", []),
        ("#REF!", "General", "#REF!", ["cell_error"]),
        ("a_x000D_b", "General", "a\rb", []),
    ],
)
def test_cell_is_what_is_seen(
    tmp_path: Path, value: object, number_format: str, seen: str, problems: list[str]
) -> None:
    body = workbook([["number", "value"], ["1", value]], {"B2": number_format})
    _, rows = read(put(tmp_path, body))
    assert rows[0].cells["value"] == seen and codes(rows[0].problems) == problems
    assert all(problem.values["cell"] == "B2" for problem in rows[0].problems)


def test_duration_below_zero() -> None:
    assert shown(date(2023, 5, 4) - date(2023, 5, 5), "[h]:mm") == "-24:00"


def test_formula_is_its_last_value_and_told_where_it_has_none(tmp_path: Path) -> None:
    body = workbook([["a", "b"], ["x", "=1+1"], ["y", "=A2"]])
    with_value = changed(body, SHEET, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    found, rows = read(put(tmp_path, with_value))
    assert [row.cells["b"] for row in rows] == ["2", ""]
    assert found.remarks == (Problem("formulas_without_value", {"count": 1}),)


def test_merged_cell_speaks_for_all_its_cells(tmp_path: Path) -> None:
    rows = [
        ["Title", "Side 1", None, "Date"],
        [None, "State", "Body", None],
        ["a", "Tajikistan", "x", "2021"],
        ["b", None, "y", "2022"],
        ["c", "Kazakhstan", None, "2023"],
        [None, None, None, None],
        ["d", "z", "z", "2024"],
    ]
    merged = ["A1:A2", "B1:C1", "D1:D2", "B3:B4", "B5:C6"]
    found, read_rows = read(put(tmp_path, workbook(rows, merged=merged)), header_row=2)
    assert found.columns == ("Title", "State", "Body", "Date")
    assert found.remarks == (Problem("merged_cells", {"count": 5, "first": "A1:A2"}),)
    assert [(row.number, [*row.cells.values()]) for row in read_rows] == [
        (3, ["a", "Tajikistan", "x", "2021"]),
        (4, ["b", "Tajikistan", "y", "2022"]),
        (5, ["c", "Kazakhstan", "Kazakhstan", "2023"]),
        (7, ["d", "z", "z", "2024"]),
    ]


def test_heading_within_the_table_is_no_record(tmp_path: Path) -> None:
    """But where another cell of the row has a value, it is one."""
    rows = [["List"], ["a", "b", "c"], ["Year 2023"], ["1", "2", "3"], ["4", "5"]]
    body = workbook(rows, merged=["A1:C1", "A3:C3", "B5:C5"])
    found, read_rows = read(put(tmp_path, body))
    assert found.header_row == 2 and codes(found.remarks) == ["merged_cells", "header_below"]
    assert [row.problems for row in read_rows] == [
        (Problem("merged_across", {"cells": "A3:C3"}),),
        (),
        (),
    ]
    assert [*read_rows[2].cells.values()] == ["4", "5", "5"]


def test_merge_to_the_end_of_the_sheet_costs_no_more(tmp_path: Path) -> None:
    body = workbook([["a", "b"], ["1", "2"], ["3", None]], merged=["B2:B3"])
    _, rows = read(put(tmp_path, changed(body, SHEET, "B2:B3", "B2:XFD1048576")))
    assert [row.cells["b"] for row in rows] == ["2", "2"]
    assert [*rows[0].cells.values()] == ["1", "2"] and rows[0].problems == ()
    body = changed(body, SHEET, "B2:B3", "B1:XFD1")
    assert refusal(put(tmp_path, body)).code == "too_many_columns"


def test_sheets_are_told_and_chosen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    for name, state in (("Old", "hidden"), ("List", "visible"), ("More", "visible")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(["title", name])
        sheet.append(["x", "y"])
    path = put(tmp_path, saved(book))
    found = examine(path)
    assert (found.sheets, found.sheet) == (("Empty", "Old", "List", "More"), "List")
    assert found.remarks == (Problem("other_sheets", {"sheet": "List", "count": 1}),)
    assert examine(path, sheet="Old").columns == ("title", "Old")
    assert refusal(path, sheet="None") == Problem("no_such_sheet", {"sheet": "None"})
    assert refusal(path, sheet="Empty").code == "no_header"


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], ["1", "2"], ["3", "4"]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    found, rows = read(put(tmp_path, saved(book)))
    assert found.remarks == (Problem("hidden_rows", {"count": 1}),) and len(rows) == 2


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1:A1"])
def test_sheet_that_lies_about_its_size(tmp_path: Path, size: str) -> None:
    body = workbook([["a", "b"], ["1", "2"]])
    path = put(tmp_path, changed(body, SHEET, 'ref="A1:B2"', f'ref="{size}"'))
    found, rows = read(path)
    assert found.columns == ("a", "b") and len(rows) == 1


def test_what_is_sought_in_the_xml_is_never_cut_in_two(tmp_path: Path) -> None:
    """In pieces of a megabyte."""
    cell = b'<c r="B2" t="str"><f>A1</f></c>'
    for shift in (0, 13, 29):
        hidden = b'<row hidden="1" r="2">' + b"<v>" * shift + cell * 100_000 + b"</row>"
        merges = b'<mergeCell ref="A1:B2"/>' * 40_000
        (tmp_path / "xml").write_bytes(hidden + b" " * 3_000_000 + merges)
        with (tmp_path / "xml").open("rb") as file:
            told = scan(file)
        counted = (told.hidden, told.without_value, len(told.merges))
        assert counted == (1, 100_000, 40_000)
