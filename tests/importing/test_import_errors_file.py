"""Refused rows come back as a table of the same kind, and come in again when corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from agreements.importing.converting import Converted
from agreements.importing.errors_file import REASONS, errors_file
from agreements.importing.opening import rows
from agreements.importing.remarks import error, warning
from agreements.importing.tables.found import Found
from agreements.importing.tables.reading import examine
from agreements.models import Import
from tests.importing.imported import looked_through

pytestmark = pytest.mark.django_db
COLUMNS = ("Название", "=Note", "When")
CELLS = [
    {"Название": "Соглашение; о «шерсти»", "=Note": "=1+1", "When": "32.01.1994"},
    {"Название": "Two\nlines", "=Note": "'=quoted", "When": ""},
    {"Название": "Warned", "=Note": "", "When": "1994"},
    {"Название": "Good", "=Note": "", "When": "1994"},
]
REMARKS = [
    (error("impossible_date", "When", value="32.01.1994"), error("no_title")),
    (error("no_date", "When", value="", format="dmy"),),
    (warning("one_side_only"),),
    (),
]


def refused() -> Import:
    pairs = zip(CELLS, REMARKS, strict=True)
    return looked_through(
        [
            Converted(n, cells, {"title": f"T{n}"}, f"import:{n}", r)
            for n, (cells, r) in enumerate(pairs, 2)
        ]
    )


def found(kind: str, **values: object) -> Found:
    return Found(kind, 1, COLUMNS, **values)


@pytest.mark.parametrize(
    "as_found",
    [
        found("csv", encoding="cp1251", delimiter=";"),
        found("csv", encoding="utf-8", delimiter=",", has_mark=True),
        found("csv", encoding="utf-16-le", delimiter="\t", has_mark=True),
        found("jsonl", encoding="utf-8"),
        found("xlsx", sheet="Лист1"),
    ],
)
def test_rows_come_back_as_they_were(as_found: Found, tmp_path: Path) -> None:
    path = tmp_path / "errors"
    path.write_bytes(b"".join(errors_file(refused(), as_found)))
    again = examine(path, encoding=as_found.encoding or None)
    assert again.kind == as_found.kind and again.has_mark == as_found.has_mark
    assert again.encoding.startswith(as_found.encoding.split("-sig")[0])
    assert again.delimiter == as_found.delimiter
    assert set(again.columns) <= {REASONS, *COLUMNS} and again.columns[0] == REASONS
    came = [row.cells for row in rows(path, again)]
    assert [dict.fromkeys(COLUMNS, "") | cells for cells in came] == CELLS[:2]


def test_reasons_are_told(tmp_path: Path) -> None:
    text = b"".join(errors_file(refused(), found("csv", encoding="utf-8", delimiter=","))).decode()
    assert "When: There is no such day as 32.01.1994. The row has no title." in text
    assert ",'=1+1," in text and "Warned" not in text


def test_warned_rows_on_request() -> None:
    file = found("csv", encoding="utf-8", delimiter=",")
    assert b"Warned" in b"".join(errors_file(refused(), file, warned=True))


def test_no_formula_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    path.write_bytes(b"".join(errors_file(refused(), found("xlsx", sheet="Sheet"))))
    cells = [cell for row in load_workbook(path).active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=1+1" in [cell.value for cell in cells]
