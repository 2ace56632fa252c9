"""The trial's commands: a sign-in for this machine, and what they refuse."""

import re
import socket
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.core.management import CommandError, call_command
from pytest_django import Settings

from archive.management.commands.serve_trial import collect_static_files, free_port


@pytest.fixture
def trial(settings: Settings, tmp_path: Path) -> Settings:
    """A trial whose .data and static files are the test's own."""
    settings.TRIAL = True
    settings.BASE_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "staticfiles"
    (tmp_path / ".data").mkdir()
    return settings


def sign_in(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    call_command("make_clerk")
    said = re.fullmatch(
        r"Sign in as (\S+) or as editor with the password (\S+)\n", capsys.readouterr().out
    )
    return said.groups()


@pytest.mark.django_db
def test_clerk_may_keep_records_and_nothing_else(
    trial: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    name, password = sign_in(capsys)
    clerk = User.objects.get(username=name)
    assert clerk.check_password(password)
    assert (clerk.is_staff, clerk.is_superuser) == (True, False)
    assert clerk.has_perm("agreements.change_document")
    assert not clerk.has_perm("agreements.publish_document")
    assert not clerk.has_module_perms("auth")
    editor = User.objects.get(username="editor")
    assert editor.check_password(password)
    assert editor.has_perm("agreements.publish_document")
    assert not editor.has_module_perms("auth")


@pytest.mark.django_db
def test_clerk_signs_in_the_same_way_next_time(
    trial: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    first = sign_in(capsys)
    User.objects.all().update(password="changed", is_active=False)
    assert sign_in(capsys) == first
    clerk = User.objects.get(username="clerk")
    assert clerk.is_active
    assert clerk.check_password(first[1])


@pytest.mark.django_db
def test_password_is_this_machines_and_its_owners_alone(
    trial: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    _, password = sign_in(capsys)
    kept = trial.BASE_DIR / ".data" / "clerk_password"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert len(password) >= 12
    kept.unlink()
    assert sign_in(capsys)[1] != password


@pytest.mark.parametrize("command", ["make_clerk", "serve_trial"])
def test_trials_commands_are_refused_in_production(settings: Settings, command: str) -> None:
    settings.TRIAL = False
    with pytest.raises(CommandError, match="trial"):
        call_command(command)


def test_busy_port_is_told_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} can't be used .*make run PORT=8001"):
            free_port(str(port))


@pytest.mark.parametrize("port", ["", "x", "0", "65536", "80 00", "-1", "9" * 5000])
def test_port_that_is_none_is_told_in_a_sentence(port: str) -> None:
    with pytest.raises(CommandError, match="PORT is a number from 1 to 65535"):
        free_port(port)


def test_static_files_are_collected_once_and_when_they_change(
    trial: Settings, tmp_path: Path
) -> None:
    source = tmp_path / "static"
    source.mkdir()
    (source / "own.css").write_text("a {}")
    trial.STATICFILES_DIRS = [source]
    trial.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    stamp = tmp_path / "stamp"
    collected = trial.STATIC_ROOT / "own.css"
    collect_static_files(stamp)
    first = collected.stat().st_mtime_ns
    collect_static_files(stamp)
    assert collected.stat().st_mtime_ns == first
    (source / "own.css").write_text("a { color: red }")
    finders.get_finder.cache_clear()
    collect_static_files(stamp)
    assert collected.read_text() == "a { color: red }"
