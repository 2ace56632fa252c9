"""Rows of the corpus's own files through the profiles that come with the archive."""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from agreements.exporting import flat
from agreements.importing.converting import Converted, Converter, settle
from agreements.importing.known import Known
from agreements.importing.shipped import shipped
from agreements.importing.tables import reading
from agreements.importing.tables.found import Row
from tests.importing.imported import brought_in, looked_through, outcomes

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = {
    "brazil": "brazil-concordia/bilaterais_brasil.csv.gz",
    "central-asia": "central-asia-sample/agreements.csv",
    "colombia": "colombia-treaties/Tratados_internacionales_de_Colombia.xlsx",
    "united-kingdom": "uk-treaties/records.jsonl.gz",
    "world-treaty-index": "wti/Treaties_Master_List_Treaties.tsv.gz",
    "all-bilateral": "all-bilateral/normalised_all.csv.gz",
}
GOLD = DATA / FILES["all-bilateral"]
ROWS = 4000  # of which so many are converted:
SAMPLE = 400
# What the corpus calls otherwise, or files under another state.
OTHER_CODES = {
    "x-vns": "x-south-viet-nam",
    "x-orange": "x-orange-free-state",
    "euu": "x-eu",
    "unk": "x-kosovo",
    "rom": "ro",
}
RIGHT_TOO = {("x-eu", "x-euratom"), ("x-eu", "x-ecsc"), ("tz", "x-tanganyika")}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DATA.exists(), reason="the corpus is not here"),
]


def table(key: str) -> list[Row]:
    """Every tenth of its first rows."""
    path = DATA / FILES[key]
    rows = reading.rows(path, reading.examine(path))
    return list(islice(rows, 0, ROWS, ROWS // SAMPLE))


def converted(key: str, rows: list[Row], known: Known) -> list[Converted]:
    profile, questions = settle(shipped(key).profile, rows)
    assert not questions
    assert not profile.missing_from(rows[0].cells)
    converter = Converter(profile, known)
    return [converter.convert(row) for row in rows]


def gold(keys: set[str]) -> dict[str, dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with gzip.open(GOLD, "rt", encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file) if row["id"] in keys}


def sides(row: Converted, true: dict[str, str], known: Known) -> Iterator[str]:
    """For each side of which the corpus knows the state: whether it was found."""
    codes = [set(flat.items(row.record.get(f"side_{side}_state", ""))) - {""} for side in (1, 2)]
    for side in (1, 2):
        code = true[f"party{side}_code"].lower()
        code = known.states.codes.get(OTHER_CODES.get(code, code), "")
        code = known.states.renamed.get(code, code)
        # The British register names its parties in the order of the alphabet.
        mine = codes[0] | codes[1] if true["source"] == "UKTO" else codes[side - 1]
        if code and (code in mine or any((code, one) in RIGHT_TOO for one in mine)):
            yield "right"
        elif code:
            yield "wrong" if codes[side - 1] else "open"


@pytest.mark.parametrize(
    ("key", "refused"),
    [
        ("brazil", set()),
        ("central-asia", set()),
        ("colombia", {"not_taken", "not_taken_empty"}),
        ("united-kingdom", {"not_taken", "not_taken_empty"}),
        ("world-treaty-index", set()),
        ("all-bilateral", set()),
    ],
)
def test_real_rows_are_converted(key: str, refused: set[str]) -> None:
    known = Known()
    rows = converted(key, table(key), known)
    errors = {remark.code for row in rows for remark in row.remarks if remark.is_error}
    assert errors <= refused
    taken = [row for row in rows if not row.is_refused]
    assert len(taken) > 10
    assert all(row.key.startswith("import:") and row.record["title"] for row in taken)
    true = gold({row.key.removeprefix("import:") for row in taken})
    found: Counter[str] = Counter()
    for row in taken:
        if record := true.get(row.key.removeprefix("import:")):
            dates = flat.items(row.record.get("signing_dates", ""))
            assert dates[:1] == ([record["date_signed"]] if record["date_signed"] else [])
            found.update(sides(row, record, known))
    if key != "colombia":  # whose rows have no number by which to compare
        assert found["right"] > 10
        assert found["wrong"] <= 0.01 * found.total()
        assert found["open"] <= 0.02 * found.total()


@pytest.mark.parametrize("key", ["central-asia", "united-kingdom"])
def test_the_same_table_a_second_time_says_nothing_new(key: str) -> None:
    rows = table(key)[: SAMPLE // 4]
    first = brought_in(converted(key, rows, Known()))
    assert "new" in outcomes(first)
    second = outcomes(looked_through(converted(key, rows, Known())))
    assert set(second) <= {"same", "refused"}
    assert second.count("same") == outcomes(first).count("new")
