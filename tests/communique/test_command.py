"""`manage.py parse_communique`: a text in, one JSON object out, and no database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TEXT = "Jordan and Chile signed an Agreement on visas today.\n"
RUSSIAN = "Сегодня в Алматы Казахстан и Монголия подписали Соглашение о визах.\n"


def run(
    *arguments: str, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """The command with these variables and no others: no DATABASE_URL unless it is given."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "parse_communique", *arguments],
        input=stdin,
        capture_output=True,
        cwd=PROJECT,
        env=kept | variables,
        check=False,
    )


def told(done: subprocess.CompletedProcess[bytes]) -> dict:
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return json.loads(done.stdout)


def problem(done: subprocess.CompletedProcess[bytes]) -> str:
    """What it complains of: one line, and no trace of the program."""
    assert done.returncode != 0
    assert done.stdout == b""
    said = done.stderr.decode()
    assert "Traceback" not in said
    return said


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    report = told(run(str(path)))
    assert [document["title"] for document in report["documents"]] == ["Agreement on visas"]
    assert report["event"]["states"] == ["CL", "JO"]


def test_standard_input_is_read_under_the_name_of_a_dash() -> None:
    assert told(run("-", stdin=TEXT.encode()))["language"] == "en"


def test_standard_input_is_read_where_no_file_is_named() -> None:
    assert told(run(stdin=TEXT.encode()))["language"] == "en"


def test_the_date_of_publication_may_come_from_the_environment() -> None:
    report = told(run(stdin=TEXT.encode(), COMMUNIQUE_DATE="2024-05-16"))
    assert report["event"]["date"] == "2024-05-16"


def test_the_date_of_the_command_line_comes_first() -> None:
    done = run("--date", "2024-05-14", stdin=TEXT.encode(), COMMUNIQUE_DATE="2024-05-16")
    assert told(done)["event"]["date"] == "2024-05-14"


def test_without_a_date_today_is_no_day() -> None:
    report = told(run(stdin=TEXT.encode()))
    assert report["event"]["date"] is None


def test_a_date_that_is_none_is_refused() -> None:
    for wrong in ("2024-02-30", "16.05.2024", "today"):
        assert f"{wrong} is no day" in problem(run("--date", wrong, stdin=TEXT.encode()))
    assert "2024-13-01" in problem(run(stdin=TEXT.encode(), COMMUNIQUE_DATE="2024-13-01"))


def test_a_text_that_is_not_in_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    said = problem(run(str(path)))
    assert "UTF-8" in said and "old.txt" in said


def test_a_file_that_is_missing_is_told_so(tmp_path: Path) -> None:
    assert "missing.txt" in problem(run(str(tmp_path / "missing.txt")))


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    assert str(tmp_path) in problem(run(str(tmp_path)))


def test_a_mark_of_byte_order_is_no_part_of_the_text() -> None:
    report = told(run(stdin=b"\xef\xbb\xbf" + TEXT.encode()))
    assert report["documents"][0]["title"] == "Agreement on visas"


def test_letters_of_the_report_are_written_as_they_are() -> None:
    done = run(stdin=RUSSIAN.encode(), PYTHONIOENCODING="utf-8")
    assert "Соглашение о визах" in done.stdout.decode()


def test_the_report_is_utf_8_whatever_the_locale() -> None:
    done = run(stdin=RUSSIAN.encode(), LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert told(done)["documents"][0]["title"] == "Соглашение о визах"


def test_the_language_may_be_given() -> None:
    assert told(run("--language", "ru", stdin=RUSSIAN.encode()))["language"] == "ru"


def test_a_text_in_no_language_is_told_so() -> None:
    report = told(run(stdin=b"1234 5678"))
    assert report["documents"] == []
    assert report["doubts"] == ["This does not look like a text in a language."]


def test_a_text_is_read_though_no_database_answers() -> None:
    unreachable = "postgres://nobody:none@127.0.0.1:1/none"
    done = run(
        stdin=TEXT.encode(),
        DATABASE_URL=unreachable,
        SECRET_KEY="s" * 60,
        ALLOWED_HOSTS="localhost",
    )
    assert told(done)["documents"]


def test_an_empty_input_is_an_error() -> None:
    assert "Standard input holds no text." in problem(run(stdin=b" \n"))
