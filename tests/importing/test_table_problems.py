"""Every problem of a table has its sentence."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from agreements.importing import table_problems, tables
from agreements.texts.formats import guard, markup, packages
from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.problem import Problem

CODE = re.compile(r'(?:Refused|Problem)\(\s*"(\w+)"|else "(stray_quote)"')
VALUE = re.compile(r"%\((\w+)\)s")


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    paths = [*Path(tables.__file__).parent.glob("*.py")]
    paths += [Path(module.__file__) for module in (guard, markup, packages)]
    found = CODE.findall("".join(path.read_text("utf-8") for path in paths))
    used = {first or second for first, second in found} | {"open_quote", "encrypted"}
    assert used == set(table_problems.SENTENCES)


@pytest.mark.parametrize("code", table_problems.SENTENCES)
def test_every_sentence_can_be_said(code: str) -> None:
    names = VALUE.findall(str(table_problems.SENTENCES[code]))
    values = {name: "xls" if name == "kind" else 5 for name in names}
    with translation.override("en"):
        said = table_problems.sentence(Problem(code, values | {"limit": 5 * MEGABYTE}))
    assert "%" not in said and said.endswith(".")


def test_old_workbook_is_told_what_to_do() -> None:
    with translation.override("en"):
        assert table_problems.sentence(Problem("not_a_table", {"kind": "xls"})) == (
            "This is a spreadsheet of the old Excel format (XLS), which is not read as a table. "
            "Open it in Excel or LibreOffice, save it as XLSX or CSV and upload that. The archive "
            "reads tables as CSV, XLSX and JSON lines."
        )
