"""Production as the README says: a named server, the commands in their order, then Granian."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connections

from tests.archive.test_serving import PROJECT, copy_project, free_port

DATABASE = "production_test"
WEB = "production_test_web"
SERVE = "--interface wsgi --workers 2 --blocking-threads 4 archive.wsgi:application"


@pytest.fixture
def database_url(db: None) -> Iterator[str]:
    """An empty database on the tests' server, made as the README says."""
    settings = connections["default"].settings_dict
    server = {"host": settings["HOST"], "user": settings["USER"], "port": settings["PORT"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as connection:
        drop = f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)"
        connection.execute(drop)
        connection.execute(
            f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        )
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB]).fetchone():
            connection.execute(f"CREATE ROLE {WEB} LOGIN")
        yield f"postgresql://{settings['USER']}@{quote(settings['HOST'], safe='')}/{DATABASE}"
        connection.execute(drop)


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Callable[..., subprocess.Popen]:
    """Runs a program of the environment in a copy of the project, with production's variables."""
    copy_project(tmp_path)
    variables = {name: value for name, value in os.environ.items() if "ASYNC" not in name} | {
        "DATABASE_URL": database_url,
        "SECRET_KEY": "nobody guesses this key, which is long and has 12 words and more in it",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BEHIND_HTTPS_PROXY": "yes",
    }
    web = f"postgresql://{WEB}@{database_url.partition('@')[2]}"
    return lambda *command, served=False: subprocess.Popen(
        [sys.executable, *command],
        cwd=tmp_path,
        env=variables | ({"DATABASE_URL": web} if served else {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def fetch(port: int, path: str) -> tuple[int, str]:
    """As the proxy asks that ends https; waits until somebody answers."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"X-Forwarded-Proto": "https"}
    )
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            time.sleep(0.2)
    pytest.fail("nobody answers")


def done(program: subprocess.Popen) -> int:
    """Its exit code; what it says is shown where a test fails."""
    said, _ = program.communicate(timeout=300)
    print(said)
    return program.returncode


def test_commands_of_the_readme_lead_to_a_served_archive(run: Callable) -> None:
    for command in (
        ["migrate"],
        ["load_reference"],
        ["grant_application", WEB],
        ["collectstatic", "--no-input"],
    ):
        assert done(run("manage.py", *command)) == 0
    check = ["check", "--deploy", "--database", "default", "--fail-level", "WARNING"]
    assert done(run("manage.py", *check)) == 1, "the owner could rewrite the history"
    assert done(run("manage.py", *check, served=True)) == 0
    port = free_port()
    server = run("-m", "granian", *SERVE.split(), "--port", str(port), served=True)
    try:
        assert fetch(port, "/ready") == (200, "ready\n")
        for path in ("/", "/states/tj/", "/ru/", "/documents/?q=roads", "/admin/login/"):
            assert fetch(port, path)[0] == 200, path
        status, page = fetch(port, "/documents/1/")
        assert status == 404
        assert "<h1" in page
    finally:
        server.terminate()
        server.communicate(timeout=60)
    assert server.returncode == 0


@pytest.mark.parametrize("page", ["README.md", "docs/running.md"])
def test_the_server_is_started_as_it_is_written(page: str) -> None:
    assert f"granian {SERVE}" in (PROJECT / page).read_text()
