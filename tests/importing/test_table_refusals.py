"""What is no table, or a trap."""

import gzip
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.importing.tables import reading
from agreements.importing.tables.limits import Limits
from agreements.texts.formats import guard
from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.problem import Problem, Refused
from tests.importing.tables import changed, put, read, refusal, workbook
from tests.texts import files

SHEET = "xl/worksheets/sheet1.xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PAGE = b"\r\n<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>1</table></html>"
PLAIN = workbook([["a", "b"], ["1", "2"]])
STRICT = changed(PLAIN, "xl/workbook.xml", "main", 'main" x="http://purl.oclc.org/ooxml/')
FAR = changed(PLAIN, SHEET, '<row r="2"', '<row r="99999999999"')
LOST = changed(PLAIN, SHEET, 't="inlineStr"><is><t>a</t></is>', 't="s"><v>999</v>')
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'


def ole(stream: str) -> bytes:
    return OLE + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (files.pdf(), "pdf"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (PAGE, "html"),
        (b'<?xml version="1.0"?><Workbook xmlns:ss="urn:x">', "xml"),
        (files.docx(), "docx"),
        (files.packed({"a.csv": b"a,b\n1,2\n"}), "zip"),
        (gzip.compress(files.packed({"a.csv": b"a,b\n1,2\n"})), "zip"),
        (gzip.compress(files.pdf()), "pdf"),
        (bytes(range(256)) * 40, "unknown"),
    ],
)
def test_not_a_table(tmp_path: Path, body: bytes | str, kind: str) -> None:
    assert refusal(put(tmp_path, body, "list.csv")) == Problem("not_a_table", {"kind": kind})


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b" \r\n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (gzip.compress(b""), "empty"),
        (workbook([]), "empty"),
        (b"1,2,3\n4,5,6\n", "no_header"),
        (b",,\n;;\n", "no_header"),
        (ole("EncryptedPackage"), "encrypted"),
        (workbook([["a", "b"]])[:-40], "broken_package"),
        (gzip.compress(b"a,b\n1,2\n" * 9)[:-9], "broken_gzip"),
        (b"\x1f\x8b\x08\0" + b"x" * 50, "broken_gzip"),
        (STRICT, "strict_workbook"),
        (FAR, "broken_package"),
        (LOST, "broken_package"),
    ],
)
def test_refused(tmp_path: Path, body: bytes, code: str) -> None:
    assert refusal(put(tmp_path, body)).code == code


def test_nothing_at_all(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        reading.examine(put(tmp_path, b""))
    assert refused.value.problem == Problem("empty")


def test_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    path = put(tmp_path, "id,title\n")
    os.truncate(path, 1024 * MEGABYTE)
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        reading.examine(path)
    assert refused.value.problem == Problem("too_large", {"limit": 100 * MEGABYTE})
    assert time.monotonic() - began < 0.1


def test_twenty_thousand_columns_are_refused_before_all_is_read(tmp_path: Path) -> None:
    """Or it would be told that all of it is too much."""
    header = ",".join(f"column number {number}" for number in range(20_000))
    path = put(tmp_path, gzip.compress(f"{header}\n".encode() + b"a,b\n" * MEGABYTE))
    assert refusal(path, Limits(unpacked=MEGABYTE)) == Problem("too_many_columns", {"limit": 500})


def test_workbook_of_too_many_columns(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, workbook([[f"c{n}" for n in range(501)]]))).code == (
        "too_many_columns"
    )


def with_part(body: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(body)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_packed_bombs(tmp_path: Path) -> None:
    zeros = b"\0" * (60 * MEGABYTE)
    body = with_part(workbook([["a", "b"], ["1", "2"]]), "xl/media/a.bin", zeros)
    assert refusal(put(tmp_path, body)).code == "unpacks_to_much"
    small = Limits(unpacked=MEGABYTE)
    packed = put(tmp_path, gzip.compress(b"id,title\n" + b"1,x\n" * MEGABYTE), "packed")
    assert refusal(packed, small).code == "unpacks_to_much"


def test_entry_that_lies_about_its_size(tmp_path: Path) -> None:
    """It says a byte and holds many."""
    body = bytearray(with_part(workbook([["a", "b"]]), "xl/media/a.bin", b"\0" * MEGABYTE))
    place = body.rfind(b"PK\x01\x02")
    body[place + 24 : place + 28] = (1).to_bytes(4, "little")
    assert refusal(put(tmp_path, bytes(body))).code == "broken_package"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_bomb_of_entities(tmp_path: Path, part: str) -> None:
    tag = {"[Content_Types].xml": "<Types", SHEET: "<worksheet", "xl/styles.xml": "<styleSheet"}
    start = tag.get(part, "<workbook")
    body = changed(workbook([["a", "b"], ["1", "2"]]), part, start, BOMB + start)
    assert refusal(put(tmp_path, body)).code == "xml_definitions"


def test_openpyxl_reads_without_lxml() -> None:
    """Whether it is installed or not: with it, openpyxl would expand entities."""
    tell = "import openpyxl; print(openpyxl.LXML, openpyxl.DEFUSEDXML)"
    told = subprocess.run(
        [sys.executable, "-c", tell],
        env={"PATH": os.environ["PATH"], **reading.SAFE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["False", "True"]


def test_too_many_rows(tmp_path: Path) -> None:
    path = put(tmp_path, "id,title\n" + "1,x\n" * 5)
    found = reading.examine(path)
    assert len([*reading.rows(path, found, Limits(rows=5))]) == 5
    with pytest.raises(Refused) as refused:
        list(reading.rows(path, found, Limits(rows=4)))
    assert refused.value.problem == Problem("too_many_rows", {"limit": 4})


def test_reading_is_a_program_of_its_own(tmp_path: Path) -> None:
    """What it found survives being kept as JSON."""
    path = put(tmp_path, "id;title\n1;Созишнома\n2;x;y\n")
    found = reading.examine(path, header_row=1)
    assert found == found.from_json(json.loads(json.dumps(found.as_json())))
    assert found.sample == tuple(reading.rows(path, found))
    assert [row.cells["title"] for row in found.sample] == ["Созишнома", "x"]
    with pytest.raises(Refused) as refused:
        reading.examine(path, limits=Limits(memory=20 * MEGABYTE))
    assert refused.value.problem == Problem("breaks_reader")


def test_who_asks_loads_no_reader() -> None:
    tell = (
        "import sys, agreements.importing.tables.reading;"
        "print(*{'django', 'openpyxl', 'PIL'} & {*sys.modules})"
    )
    told = subprocess.run(
        [sys.executable, "-c", tell], cwd=guard.HOME, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []


@settings(max_examples=300, deadline=None)
@given(
    body=st.one_of(
        st.binary(max_size=400),
        st.text("ab,;\t|\"'\n\r{}[]: \0\ufeffЖ1", max_size=80).map(str.encode),
        st.text("ab;\n ЖқІ\0", max_size=60).map(lambda text: text.encode("utf-16")),
    ),
    header_row=st.sampled_from([None, 1, 2, 2**70]),
    encoding=st.sampled_from([None, "utf-16", "koi8-r", "utf-8"]),
)
def test_whatever_the_bytes_are_they_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, header_row: int | None, encoding: str
) -> None:
    path = put(tmp_path_factory.getbasetemp(), body, "whatever")
    try:
        found, rows = read(path, header_row=header_row, encoding=encoding)
    except Refused:
        return
    assert len(set(found.columns)) == len(found.columns) > 0
    assert all(tuple(row.cells) == found.columns for row in rows)
    assert [row.number for row in rows] == sorted({row.number for row in rows})
