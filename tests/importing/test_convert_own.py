"""What the archive has exported comes back as it was, and needs no profile."""

from __future__ import annotations

import csv
import datetime
import io
import json

import pytest

from agreements.exporting.delimited import Lines
from agreements.exporting.flat import wide
from agreements.exporting.inside import InsideRecords
from agreements.exporting.objects import written
from agreements.exporting.shape import WIDE
from agreements.importing.converting import Converted, Converter, settle
from agreements.importing.known import Known
from agreements.importing.own_exports import own_profile
from agreements.importing.sample import load_sample
from agreements.importing.tables import objects
from agreements.importing.tables.found import Row
from agreements.importing.targets import COMPUTED
from agreements.models import Action, Document, DocumentTitle, Party, Signing, State
from tests import builders
from tests.importing.imported import looked_through, outcomes
from tests.importing.tabled import codes

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2024, 1, 1)
# The names of what is known by its number.
NAMES = {"side_1_agency_name", "side_2_agency_name", "place_name"}


def exported() -> list[dict]:
    builders.settle()
    numbers = Document.objects.order_by("pk").values_list("pk", flat=True)
    return list(InsideRecords(TODAY).stream(numbers))


def imported(rows: list[dict[str, str]]) -> list[Converted]:
    profile = own_profile(dict.fromkeys(name for row in rows for name in row))
    assert profile
    table = [Row(number, cells) for number, cells in enumerate(rows, 2)]
    profile, questions = settle(profile, table)
    assert not questions
    converter = Converter(profile, Known())
    return [converter.convert(row) for row in table]


def as_csv(records: list[dict]) -> list[dict[str, str]]:
    lines = Lines().of([WIDE.names, *(wide(record).values() for record in records)])
    return list(csv.DictReader(io.StringIO(lines.decode(), newline="")))


def as_json(records: list[dict]) -> list[dict[str, str]]:
    cells = [objects.parse(written(record))[0] for record in records]
    names = dict.fromkeys(name for row in cells for name in row)
    return [{name: row.get(name, "") for name in names} for row in cells]


def said(record: dict) -> dict[str, str]:
    cells = wide(record)
    return {
        name: cell
        for name, cell in cells.items()
        if cell and name not in COMPUTED and name not in NAMES
    }


@pytest.mark.parametrize("table", [as_csv, as_json])
def test_an_export_says_what_is_in_the_archive(table) -> None:
    load_sample()
    odd = builders.document('=SUM(1|2) "a" \\ b', side_1=builders.agency())
    DocumentTitle.objects.create(document=odd, language="ru", text="-1 | \\| x")
    Party.objects.create(document=odd, side=1, position=1, state=State.objects.get(code="zrcd"))
    Signing.objects.create(document=odd, place=builders.place(), signed_on="2021~")
    Action.objects.create(document=odd, kind="entered_into_force", effective_on="2022-05")
    records = exported()
    rows = imported(table(records))
    assert len(rows) > 5
    for row, record in zip(rows, records, strict=True):
        assert row.record == said(record)
        assert row.key == f"id:{record['id']}"
        assert codes(row) == []
    assert set(outcomes(looked_through(rows))) == {"same"}


def test_a_row_that_a_clerk_adds_may_name_what_is_new() -> None:
    cells = dict.fromkeys(WIDE.names, "") | {
        "title": "Agreement",
        "title_language": "en",
        "side_1_state": "tj | tj",
        "side_1_agency_name": " | Ministry of Tides",
        "side_2_state": "uz",
        "place_name": "Nowhere Bay",
        "place_state": "uz",
    }
    row = imported([cells])[0]
    assert row.key == "" and not row.is_refused
    assert row.record["side_1_agency_name"] == " | Ministry of Tides"
    assert row.record["side_1_agency_kind"] == " | ministry"
    assert row.record["place_name"] == "Nowhere Bay"


def test_a_spreadsheet_that_writes_dates_anew_is_asked() -> None:
    names = ("id", "title", "title_language", "side_1_state", "signing_dates")
    profile = own_profile(names)
    table = [Row(2, dict.fromkeys(names, "") | {"signing_dates": "04/05/2023"})]
    assert [question.code for question in settle(profile, table)[1]] == ["day_or_month"]


def test_of_some_columns_the_others_say_nothing() -> None:
    row = imported([{"id": "7", "title": "A", "title_language": "en", "side_1_state": "tj"}])[0]
    assert row.record == {"title": "A", "title_language": "en", "side_1_state": "tj"}
    assert row.key == "id:7"


def test_what_a_clerk_spoils_is_told() -> None:
    cells = {"id": "x", "title": "A", "title_language": "en", "side_1_state": "tj", "type": "?"}
    assert codes(imported([cells | {"subjects": "visas | all"}])[0]) == [
        *("unknown_word", "unknown_word", "no_number")
    ]


@pytest.mark.parametrize(
    "columns", [[], ["title"], ["Title", "Party 1"], ["title", "doc_type", "party1_code"]]
)
def test_a_table_of_others_is_not_taken_for_ours(columns: list[str]) -> None:
    assert own_profile(columns) is None


def test_lines_of_json_are_told_from_those_of_others() -> None:
    assert own_profile(json.loads('{"title": 1, "parties.1.side": 2}')) is None
