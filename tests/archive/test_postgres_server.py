"""A server of our own, in awkward places and after rough endings."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from archive.postgres import PostgresProblem
from archive.postgres.place import find_place
from archive.postgres.server import Server

StartServer = Callable[..., Server]


def connect(server: Server) -> psycopg.Connection:
    return psycopg.connect(host=str(server.place.socket), user="pacta", dbname="postgres")


def ask(server: Server, sql: str) -> object:
    with connect(server) as connection:
        return connection.execute(sql).fetchone()[0]


def postmaster(server: Server) -> int:
    return int((server.place.data / "postmaster.pid").read_text().split()[0])


def test_letters_of_every_script_work(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout)
    assert ask(server, "SHOW server_encoding") == "UTF8"
    assert ask(server, "SELECT lower('ҚҶӢ')") == "қҷӣ"


def test_there_is_no_network_address(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout)
    assert ask(server, "SHOW listen_addresses") == ""
    assert server.place.socket.stat().st_mode & 0o077 == 0
    assert server.place.data.stat().st_mode & 0o077 == 0


def test_named_settings_are_the_servers(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout, settings={"work_mem": "7MB", "fsync": "on"})
    assert ask(server, "SHOW work_mem") == "7MB"
    assert ask(server, "SHOW fsync") == "on", "also where a server for tests has another"
    assert ask(server, "SHOW full_page_writes") == "off"


@pytest.mark.parametrize("name", ["мой архив", "O'Neill"])
def test_checkout_with_awkward_letters_in_its_path(
    name: str, checkout: Path, server_in: StartServer
) -> None:
    (checkout / name).mkdir()
    assert ask(server_in(checkout / name), "SELECT 1") == 1


@pytest.mark.parametrize("name", ["а" * 60, "Dushanbe, 2026"])  # 120 bytes; a comma
def test_path_that_no_socket_can_have(name: str, checkout: Path, server_in: StartServer) -> None:
    (checkout / name).mkdir()
    server = server_in(checkout / name)
    assert server.place.socket.parent == Path("/tmp")
    assert server.place.socket.stat().st_mode & 0o077 == 0
    assert ask(server, "SELECT 1") == 1
    server.stop()
    shutil.rmtree(server.place.socket)


def test_link_in_the_place_of_the_socket_folder_is_refused(checkout: Path) -> None:
    place = find_place(checkout / ("а" * 60), "kept")
    place.socket.symlink_to(checkout)
    try:
        with pytest.raises(PostgresProblem, match="somebody else's"):
            place.prepare()
    finally:
        place.socket.unlink()
    assert checkout.stat().st_uid == os.geteuid()


def test_data_of_another_major_version_is_refused(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout)
    server.stop()
    (server.place.data / "PG_VERSION").write_text("13\n")
    with pytest.raises(PostgresProblem, match="was made by PostgreSQL 13, but the programs"):
        server.ensure_data()
    assert server.place.data.exists()


def test_acknowledged_row_survives_a_killed_server(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout, durable=True)
    with connect(server) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('сохранено')")
    os.kill(postmaster(server), signal.SIGKILL)
    server.start()
    assert ask(server, "SELECT word FROM kept") == "сохранено"


def test_killed_server_with_busy_backends_starts_again(
    checkout: Path, server_in: StartServer
) -> None:
    """They hold the shared memory for a while, and PostgreSQL refuses to start beside them."""
    server = server_in(checkout)
    with connect(server), connect(server):
        os.kill(postmaster(server), signal.SIGKILL)
        server.start()
    assert ask(server, "SELECT 1") == 1


def test_pid_file_that_now_names_another_process_does_not_block(
    checkout: Path, server_in: StartServer
) -> None:
    server = server_in(checkout)
    kept = (server.place.data / "postmaster.pid").read_text()
    pid = postmaster(server)
    server.stop()
    with subprocess.Popen(["sleep", "60"], **server.place.account.popen_arguments()) as other:
        stale = kept.replace(str(pid), str(other.pid), 1)
        (server.place.data / "postmaster.pid").write_text(stale)
        server.start()
        other.kill()
    assert ask(server, "SELECT 1") == 1


def test_initdb_cut_short_leaves_nothing_behind(checkout: Path, server_in: StartServer) -> None:
    place = find_place(checkout, "kept")
    place.prepare()
    (place.folder / "data.new" / "half").mkdir(parents=True)
    server = server_in(checkout)
    assert ask(server, "SELECT 1") == 1
    assert not (place.folder / "data.new").exists()


def test_server_that_cannot_start_says_why_at_once(checkout: Path, server_in: StartServer) -> None:
    server = server_in(checkout)
    server.stop()
    (server.place.data / "postgresql.conf").write_text("nonsense = yes\n")
    with pytest.raises(PostgresProblem, match='unrecognized configuration parameter "nonsense"'):
        server.start()
