"""The tables of strangers as they are: of the corpus beside the project."""

import csv
import gzip

import pytest

from agreements.importing.tables import reading
from tests.importing.tables import DATA

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="needs the corpus in ../shared/data")


@pytest.mark.parametrize(
    ("name", "delimiter", "columns", "rows"),
    [
        ("central-asia-sample/agreements.csv", ",", 12, 135),
        ("brazil-concordia/bilaterais_brasil.csv.gz", ",", 12, 7_873),
        ("wti/Treaties_Master_List_Treaties.tsv.gz", "\t", 28, 61_365),
        ("all-bilateral/normalised_all.csv.gz", ",", 20, 81_488),
    ],
)
def test_every_row_arrives(name: str, delimiter: str, columns: int, rows: int) -> None:
    """Cell by cell what Python's own reader reads, that was told how."""
    path = DATA / name
    found = reading.examine(path)
    assert (found.kind, found.is_packed) == ("csv", path.suffix == ".gz")
    assert (found.delimiter, found.header_row, len(found.columns)) == (delimiter, 1, columns)
    opened = gzip.open if found.is_packed else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        told = csv.reader(file, delimiter=delimiter)
        next(told)
        count = 0
        for row in reading.rows(path, found):
            assert [*row.cells.values()] == next(told) and row.problems == ()
            count += 1
        assert count == rows and next(told, None) is None


def test_every_object_arrives() -> None:
    path = DATA / "uk-treaties" / "records.jsonl.gz"
    found = reading.examine(path)
    assert (found.kind, len(found.columns), found.columns[:2]) == ("jsonl", 18, ("uuid", "id"))
    rows = [*reading.rows(path, found)]
    assert len(rows) == rows[-1].number == 12_697 and not any(row.problems for row in rows)
    assert rows[0].cells["id"] == "58135" and rows[0].cells["product_size"] == "1 KB"


def test_every_row_of_the_workbook_arrives() -> None:
    (path,) = (DATA / "colombia-treaties").glob("*.xlsx")
    found = reading.examine(path)
    assert (found.kind, found.sheets, found.header_row) == ("xlsx", ("Worksheet",), 1)
    assert found.columns[:2] == ("Numero", "Nombre del Tratado") and len(found.columns) == 8
    rows = [*reading.rows(path, found)]
    assert len(rows) == 61_340 and [row.number for row in rows] == [*range(2, 61_342)]
    assert not any(row.problems for row in rows) and rows[0].cells["Numero"] == "1"
