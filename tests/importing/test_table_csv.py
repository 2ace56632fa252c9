"""Text whose cells are parted by a delimiter."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.importing.tables import separated
from agreements.importing.tables.limits import Limits
from agreements.importing.tables.streams import lines
from agreements.texts.formats.problem import Problem
from tests.importing.tables import codes, put, read, refusal


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    """Though titles have commas, and numbers too."""
    rows = [["id", "title", "share"], ["1", "On trade, aid and peace", "1,5"], ["2", "x", "2,5"]]
    body = "".join(delimiter.join(row) + "\n" for row in rows)
    if delimiter == ",":
        body = body.replace("On trade, aid and peace", '"On trade, aid and peace"')
        body = body.replace("1,5", '"1,5"').replace("2,5", '"2,5"')
    found, read_rows = read(put(tmp_path, body))
    assert found.delimiter == delimiter and found.columns == ("id", "title", "share")
    assert [list(row.cells.values()) for row in read_rows] == rows[1:]


def test_joined_values_are_not_columns(tmp_path: Path) -> None:
    """Though one row is broken."""
    body = "id,parties\n1,A | B | C | D\n2,A | B | C | E\n3,A | B | C | D,x\n"
    assert read(put(tmp_path, body))[0].columns == ("id", "parties")


def test_line_for_excel_is_no_row(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "sep=|\r\nid|title\r\n1|a;b,c\r\n"))
    assert (found.delimiter, found.header_row, found.columns) == ("|", 2, ("id", "title"))
    assert [(row.number, row.cells["title"]) for row in rows] == [(3, "a;b,c")]
    assert found.remarks == ()


def test_what_the_clerk_says_is_taken(tmp_path: Path) -> None:
    path = put(tmp_path, "A list\nid:title\n1:x;y\n")
    found, rows = read(path, delimiter=":", header_row=2)
    assert found.columns == ("id", "title") and rows[0].cells == {"id": "1", "title": "x;y"}
    assert refusal(path, delimiter="ab").code == "unknown_delimiter"
    assert refusal(path, header_row=9) == Problem("no_such_row", {"row": 9})


def test_heading_above_the_table_is_passed_over(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "Agreements of 2023;;\n\nid;title;date\n1;x;2023\n"))
    assert (found.header_row, codes(found.remarks)) == (3, ["header_below"])
    assert [row.number for row in rows] == [4]
    found, _ = read(put(tmp_path, "\n;;\nid;title;date\n1;x;2023\n"))
    assert (found.header_row, found.remarks) == (3, ())


def test_columns_get_names_of_their_own(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "Title,,Title (2),Title,Date\na,b,c,d,e\n"))
    assert found.columns == ("Title", "column B", "Title (2)", "Title (3)", "Date")
    assert rows[0].cells == dict(zip(found.columns, "abcde", strict=True))
    assert found.remarks == (
        Problem("unnamed_column", {"letter": "B", "name": "column B"}),
        Problem("repeated_column", {"letter": "D", "column": "Title", "name": "Title (3)"}),
    )


def test_header_of_values_is_doubted(tmp_path: Path) -> None:
    found, _ = read(put(tmp_path, "1,Treaty,2023-05-04\n2,Protocol,2023-05-05\n"))
    assert codes(found.remarks) == ["header_like_data"]


def test_quoted_line_ends_belong_to_the_cell(tmp_path: Path) -> None:
    body = 'id,title\r\n1,"Treaty\r\non ""peace""\nand more"\r\n\r\n2,x\r\n'
    _, rows = read(put(tmp_path, body))
    assert [(row.number, row.cells["title"]) for row in rows] == [
        (2, 'Treaty\r\non "peace"\nand more'),
        (6, "x"),
    ]


def test_ragged_rows_are_problems_of_their_own(tmp_path: Path) -> None:
    _, rows = read(put(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,,\n"))
    assert [row.problems for row in rows] == [
        (),
        (Problem("too_few_cells", {"cells": 2, "columns": 3}),),
        (Problem("too_many_cells", {"cells": 4, "columns": 3}),),
        (),
    ]
    assert rows[1].cells == {"a": "1", "b": "2", "c": ""}


@pytest.mark.parametrize("others", ['"ok";"x"', "ok;x"])
def test_quote_that_runs_away_spoils_one_row(tmp_path: Path, others: str) -> None:
    rows = [f"{n};{others}" for n in range(3, 5_000)]
    rows[997] = '1000;"Treaty on;x'
    _, read_rows = read(put(tmp_path, "\n".join(["id;title;place", "2;a;b", *rows])))
    assert len(read_rows) == 4_998
    spoilt = [row for row in read_rows if row.problems]
    assert [(row.number, codes(row.problems)) for row in spoilt] == [(1000, ["open_quote"])]
    assert spoilt[0].problems[0].values == {"line": 1000}
    assert read_rows[-1].cells["title"] == "ok"


def test_stray_quote_is_told(tmp_path: Path) -> None:
    _, rows = read(put(tmp_path, 'id,title\n1,"Treaty "On Peace" of 1992"\n2,"x"\n3,5" pipe\n'))
    assert [codes(row.problems) for row in rows] == [["stray_quote"], [], []]
    assert rows[2].cells["title"] == '5" pipe'


def test_quotes_are_letters_where_tabs_part_cells_without_any(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, 'id\ttitle\n1\t"On Peace" treaty\n2\tx\n'))
    assert found.quote == "" and rows[0].cells["title"] == '"On Peace" treaty'
    assert rows[0].problems == ()


def test_single_quotes_are_known(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "'id','title'\n'1','Treaty, signed'\n'2','L''Aquila'\n"))
    assert found.quote == "'"
    assert [row.cells["title"] for row in rows] == ["Treaty, signed", "L'Aquila"]


def test_nul_bytes_are_told_and_left_out(tmp_path: Path) -> None:
    _, rows = read(put(tmp_path, b"id,title\n1,Tre\0aty of peace and of friendship\n2,x\n"))
    assert [codes(row.problems) for row in rows] == [["nul_bytes"], []]
    assert rows[0].cells["title"] == "Treaty of peace and of friendship"


def test_long_cells(tmp_path: Path) -> None:
    limits = Limits()
    title, longer, longest = "т" * 500, "x" * (limits.cell + 5), "y" * (limits.line + 5)
    body = f"id,title\n1,{title}\n2,{longer}\n3,{longest}\n4,z\n"
    _, rows = read(put(tmp_path, body))
    told = [codes(row.problems) for row in rows]
    assert told == [[], ["long_cell"], ["long_line", "long_cell"], []]
    assert rows[0].cells["title"] == title and rows[3].number == 5


def test_one_column_and_no_rows_are_remarked(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "title\n"))
    assert (found.columns, rows) == (("title",), [])
    assert codes(found.remarks) == ["one_column", "no_rows"]


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffd"))


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    style=st.sampled_from(
        [("\r\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL)]
    ),
)
def test_what_is_written_is_read_back(
    rows: list[list[str]], delimiter: str, style: tuple[str, int]
) -> None:
    """Where lines end in LF alone, Python's writer leaves a CR without quotation marks."""
    out, (end, quoting) = io.StringIO(newline=""), style
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    body = io.BytesIO(out.getvalue().encode())
    # A byte order mark at the start is none of the cell's.
    rows[0][0] = rows[0][0].removeprefix("\ufeff")
    records = [*separated.parse(lines(body, "utf-8", Limits()), delimiter, '"', Limits())]
    assert [list(record.cells) for record in records] == rows
    assert not any(record.problems for record in records)
