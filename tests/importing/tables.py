"""Tables as strangers send them, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from agreements.importing.tables import reader
from agreements.importing.tables.found import Found, Row
from agreements.importing.tables.limits import Limits
from agreements.importing.tables.reader import READERS
from agreements.texts.formats.problem import Problem, Refused

DATA = Path(__file__).parents[3] / "shared" / "data"
RUSSIAN = (
    "Номер;Название;Место\r\n"
    "1;Соглашение о сотрудничестве между Правительством Республики Таджикистан и Правительством "
    "Республики Узбекистан;Душанбе\r\n"
    "2;Протокол о внесении изменений;Ташкент\r\n"
)


def put(folder: Path, body: bytes | str, name: str = "table") -> Path:
    path = folder / name
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return path


def workbook(
    rows: Iterable[Sequence[Any]], formats: Mapping[str, str] | None = None, **more: Any
) -> bytes:
    """One sheet of these rows; ``merged`` are references, ``epoch`` is another one."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    if "epoch" in more:
        book.epoch = more["epoch"]
    for row in rows:
        sheet.append(row)
    for ref, number_format in (formats or {}).items():
        sheet[ref].number_format = number_format
    for ref in more.get("merged", ()):
        sheet.merge_cells(ref)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def changed(body: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with other words in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old_zip, zipfile.ZipFile(out, "w", 8) as new_zip:
        for entry in old_zip.infolist():
            content = old_zip.read(entry)
            if entry.filename == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            new_zip.writestr(entry.filename, content)
    return out.getvalue()


def read(path: Path, **given: Any) -> tuple[Found, list[Row]]:
    """In this process: what guards the reading has its own tests."""
    found = examine(path, **given)
    return found, [*READERS[found.kind].rows(path, Limits(), found)]


def examine(path: Path, limits: Limits | None = None, **given: Any) -> Found:
    none = dict.fromkeys(("encoding", "delimiter", "sheet", "header_row"))
    return Found.from_json(next(reader.examine(path, limits or Limits(), none | given)))


def refusal(path: Path, limits: Limits | None = None, **given: Any) -> Problem:
    with pytest.raises(Refused) as refused:
        examine(path, limits, **given)
    return refused.value.problem


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]
