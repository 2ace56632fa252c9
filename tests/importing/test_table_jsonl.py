"""JSON lines."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.exporting import flat
from agreements.importing.tables.objects import joined
from tests.importing.tables import codes, put, read, refusal


def test_objects_become_rows(tmp_path: Path) -> None:
    first = {"id": 1, "title": "Созишнома", "side": {"code": "tj", "body": {"name": "x"}}}
    second = {"subjects": ["a|b", "c\\d", 3], "signed": True, "parties": [{"n": "x"}, {"n": "y"}]}
    lines = [json.dumps(each, ensure_ascii=False) for each in (first, second)]
    found, rows = read(put(tmp_path, f"{lines[0]}\n\n{lines[1]}\n"))
    assert (found.kind, found.header_row, found.encoding) == ("jsonl", None, "utf-8")
    assert found.columns == (
        *("id", "title", "side.code", "side.body.name"),
        *("subjects", "signed", "parties.1.n", "parties.2.n"),
    )
    assert [row.number for row in rows] == [1, 3]
    assert [*rows[0].cells.values()] == ["1", "Созишнома", "tj", "x", "", "", "", ""]
    assert [*rows[1].cells.values()][4:] == [r"a\|b | c\\d | 3", "true", "x", "y"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"a": 1', "broken_json"),
        ('{"a": NaN}', "broken_json"),
        ("[" * 100_000, "broken_json"),
        ('{"a": ' * 50_000, "broken_json"),
        ('["a"]', "not_an_object"),
        ('{"a": 1, "a": 2}', "repeated_name"),
        ('{"a.b": 1, "a": {"b": 2}}', "repeated_name"),
    ],
)
def test_broken_line_is_a_problem_of_its_own(tmp_path: Path, line: str, code: str) -> None:
    _, rows = read(put(tmp_path, f'{{"a": 1}}\n{line}\n{{"a": 2}}\n'))
    assert [codes(row.problems) for row in rows] == [[], [code], []]
    assert [row.number for row in rows] == [1, 2, 3] and rows[2].cells["a"] == "2"


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    number = "9" * 5_000
    _, rows = read(put(tmp_path, f'{{"a": 1.0, "b": 1e5, "c": {number}, "d": null, "e": 0}}\n'))
    assert [*rows[0].cells.values()] == ["1.0", "1e5", number, "", "0"]


def test_half_a_letter_is_no_error(tmp_path: Path) -> None:
    assert read(put(tmp_path, '{"a": "\\ud800"}\n'))[1][0].problems == ()


def test_other_json_is_refused(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, '[{"a": 1}]')).code == "json_list"
    assert refusal(put(tmp_path, '{\n  "a": 1,\n  "b": 2\n}\n')).code == "json_broken"


def test_too_many_columns(tmp_path: Path) -> None:
    body = json.dumps({f"c{number}": 1 for number in range(501)})
    assert refusal(put(tmp_path, body)).code == "too_many_columns"


@given(st.lists(st.text("ab|\\ ")))
def test_lists_are_joined_as_the_archives_own_tables_join_them(items: list[str]) -> None:
    assert joined(items) == flat.joined(items)
