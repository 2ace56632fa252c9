"""What reads a stranger's file is a program of its own, and is ended when it takes too much."""

import fcntl
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from agreements.texts.formats import guard
from agreements.texts.formats.examining import examine, paint, words
from agreements.texts.formats.limits import MEGABYTE, Limits
from agreements.texts.formats.problem import Problem, Refused
from tests.texts import files


def loaded_by(module: str) -> set[str]:
    """What importing it loads, of what does not belong there."""
    strange = {"django", "psycopg", "PIL", "pypdfium2"}
    tell = f"import sys, {module}; print(*{strange} & {{*sys.modules}})"
    told = subprocess.run(
        [sys.executable, "-c", tell], cwd=guard.HOME, capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def test_reader_does_not_load_django() -> None:
    assert loaded_by("agreements.texts.formats.examiner") == {"PIL", "pypdfium2"}


def test_who_asks_does_not_load_the_readers() -> None:
    assert loaded_by("agreements.texts.formats.examining") == set()


def test_reader_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "kept")
    with tempfile.TemporaryFile("w+") as told:
        command = [sys.executable, "-c", "import os; print(*os.environ)"]
        assert guard.wait(command, told, 60) == 0
        told.seek(0)
        assert "SECRET_KEY" not in told.read()


def test_file_that_never_ends_takes_too_long(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless")
    with pytest.raises(Refused) as refused:
        list(words(tmp_path / "endless", "text", Limits(clock=1)))
    assert refused.value.problem == Problem("takes_too_long", {"of": "clock"})


def test_file_that_computes_without_end_takes_too_long(tmp_path: Path) -> None:
    body = files.pdf(["x"], more_content=b" 0 0 m 500 500 l S" * 4_000_000)
    path = files.put(tmp_path, "slow.pdf", body)
    with pytest.raises(Refused) as refused:
        paint(path, "pdf", 1, limits=Limits(processor=1))
    assert refused.value.problem == Problem("takes_too_long", {"of": "processor"})


def test_memory_has_an_end(tmp_path: Path) -> None:
    path = files.put(tmp_path, "a.txt", b"Article 1\n" * 6_000_000)
    few = Limits(memory=150 * MEGABYTE, characters=100_000_000)
    assert examine(path, "a.txt", few).problems == (Problem("breaks_reader"),)
    assert examine(path, "a.txt", Limits(characters=100_000_000)).problems == ()


def test_what_the_program_started_is_ended_with_it(tmp_path: Path) -> None:
    """Its child holds a lock for as long as it lives."""
    held = tmp_path / "held"
    held.touch()
    child = (
        "import fcntl, os, sys, time; lock = open(sys.argv[1]); fcntl.flock(lock, fcntl.LOCK_EX);"
        "os.fork(); time.sleep(1000)"
    )
    with tempfile.TemporaryFile("w+") as told, held.open() as lock:
        assert guard.wait([sys.executable, "-c", child, str(held)], told, 1) < 0
        fcntl.flock(lock, fcntl.LOCK_EX)


def test_child_of_a_program_that_ended_well_is_ended_too(tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.touch()
    child = (
        "import fcntl, os, sys, time; lock = open(sys.argv[1]); fcntl.flock(lock, fcntl.LOCK_EX);"
        "os.fork() or time.sleep(1000)"
    )
    with tempfile.TemporaryFile("w+") as told, held.open() as lock:
        assert guard.wait([sys.executable, "-c", child, str(held)], told, 60) == 0
        fcntl.flock(lock, fcntl.LOCK_EX)


def test_pages_before_a_broken_one_are_kept(tmp_path: Path) -> None:
    path = files.put(tmp_path, "a.pdf", files.pdf().replace(b"/Count 2", b"/Count 3"))
    pages = words(path, "pdf")
    assert [next(pages)[:9], next(pages)[:9]] == ["AGREEMENT", "Article 2"]
    with pytest.raises(Refused) as refused:
        next(pages)
    assert refused.value.problem == Problem("broken_page", {"page": 3})


def test_file_is_never_written(tmp_path: Path) -> None:
    body = files.pdf(is_signed=True)
    path = files.put(tmp_path, "a.pdf", body)
    path.chmod(0o400)
    before = path.stat()
    assert examine(path, "a.pdf").is_signed
    list(words(path, "pdf"))
    paint(path, "pdf", 1)
    assert path.read_bytes() == body
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_language_of_the_machine_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    monkeypatch.setattr(guard, "PASSED_ON", ("PATH", "LC_ALL", "PYTHONCOERCECLOCALE", "PYTHONUTF8"))
    monkeypatch.setenv("PYTHONUTF8", "0")
    path = files.put(tmp_path, "a.pdf", files.pdf(files.RUSSIAN))
    assert list(words(path, "pdf")) == list(files.RUSSIAN)


def test_paths_and_names_of_any_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "Д" * 100 + " «договор» \N{GREEK SMALL LETTER ALPHA}.pdf"
    files.put(tmp_path, name, files.pdf())
    assert examine(name, "Д" * 255 + "\0\udc80.pdf").pages == 2
