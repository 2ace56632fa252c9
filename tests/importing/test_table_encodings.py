"""Which letters the bytes of a table are."""

import codecs
import gzip
from pathlib import Path

import pytest

from agreements.texts.formats.problem import Problem
from tests.importing.tables import RUSSIAN, codes, put, read, refusal

TITLE = "Протокол о внесении изменений"


@pytest.mark.parametrize(
    ("body", "encoding", "by", "has_mark"),
    [
        (RUSSIAN.encode("utf-8"), "utf-8", "bytes", False),
        (RUSSIAN.encode("utf-8-sig"), "utf-8", "mark", True),
        (codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le"), "utf-16-le", "mark", True),
        (codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), "utf-16-be", "mark", True),
        (RUSSIAN.encode("windows-1251"), "windows-1251", "letters", False),
        (RUSSIAN.encode("koi8-r"), "koi8-r", "letters", False),
    ],
)
def test_russian(tmp_path: Path, body: bytes, encoding: str, by: str, has_mark: bool) -> None:
    found, rows = read(put(tmp_path, body))
    assert (found.kind, found.encoding, found.encoding_by) == ("csv", encoding, by)
    assert (found.has_mark, found.delimiter) == (has_mark, ";")
    assert found.columns == ("Номер", "Название", "Место")
    assert [row.cells["Место"] for row in rows] == ["Душанбе", "Ташкент"]
    assert rows[1].cells == {"Номер": "2", "Название": TITLE, "Место": "Ташкент"}
    guessed = [Problem("guessed_encoding", {"encoding": encoding})] if by == "letters" else []
    assert list(found.remarks) == guessed


def test_utf_16_without_a_mark_is_told_by_its_bytes(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, "id,title\r\n1,Treaty\r\n".encode("utf-16-le")))
    assert found.encoding == "utf-16-le" and codes(found.remarks) == ["no_mark"]
    assert rows[0].cells == {"id": "1", "title": "Treaty"}


def test_few_russian_words_among_many_latin_ones_are_russian(tmp_path: Path) -> None:
    """As with addresses and codes in other columns."""
    lines = "".join(
        f"{n};https://example.org/treaties/collection/{n}/index.html;{TITLE}\n" for n in range(9)
    )
    found, rows = read(put(tmp_path, f"id;url;title\n{lines}".encode("windows-1251")))
    assert found.encoding == "windows-1251" and rows[8].cells["title"] == TITLE


def test_tajik_in_the_letters_of_an_old_font_stays_what_it_is(tmp_path: Path) -> None:
    title = "Созишнома байни Їуміурии Тоїикистон ва Федератсияи Россия дар бораи шаірвандони"
    found, rows = read(put(tmp_path, f"id;title\n1;{title}\n".encode("windows-1251")))
    assert found.encoding == "windows-1251" and rows[0].cells["title"] == title


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8"])
def test_western_letters(tmp_path: Path, encoding: str) -> None:
    title = "Convenção entre a República e o Japão – “São Tomé”"
    found, rows = read(put(tmp_path, f"id;title\n1;{title}\n".encode(encoding)))
    assert found.encoding == encoding and rows[0].cells["title"] == title


def test_letter_that_tells_may_be_the_last(tmp_path: Path) -> None:
    body = b"id,title\n" + b"1,Treaty\n" * 60_000 + f"2,{TITLE}\n".encode("windows-1251")
    found, rows = read(put(tmp_path, body))
    assert found.encoding == "windows-1251" and rows[-1].cells["title"] == TITLE


def test_what_the_clerk_says_is_not_guessed(tmp_path: Path) -> None:
    body = "№;Атауы\n1;Қазақстан Республикасы\n".encode("kz1048")
    found, rows = read(put(tmp_path, body), encoding="kz1048")
    assert (found.encoding, found.encoding_by, found.remarks) == ("kz1048", "given", ())
    assert rows[0].cells["Атауы"] == "Қазақстан Республикасы"


def test_unknown_encoding_is_refused(tmp_path: Path) -> None:
    for name in ("klingon", "rot13", "base64", "x\0"):
        assert refusal(put(tmp_path, "a,b\n1,2\n"), encoding=name).code == "unknown_encoding"


def test_few_broken_letters_are_a_problem_of_their_row(tmp_path: Path) -> None:
    body = RUSSIAN.encode() + b"3;\xd0\xff\xd1;x\r\n"
    found, rows = read(put(tmp_path, body))
    assert found.encoding == "utf-8" and codes(found.remarks) == ["damaged_letters"]
    assert [codes(row.problems) for row in rows] == [[], [], ["unreadable_letters"]]


def test_packed_table(tmp_path: Path) -> None:
    found, rows = read(put(tmp_path, gzip.compress(RUSSIAN.encode("windows-1251"))))
    assert found.is_packed and found.encoding == "windows-1251" and len(rows) == 2
