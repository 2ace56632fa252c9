"""`serve_trial` from nothing and again, in a copy of the project: what `make run` does."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from archive.postgres.place import find_place

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("agreements", "archive", "static", "templates")


def copy_project(checkout: Path) -> None:
    for part in PARTS:
        shutil.copytree(PROJECT / part, checkout / part, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(PROJECT / "manage.py", checkout)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def serve(checkout: Path, port: int) -> subprocess.Popen[str]:
    """Started as from a terminal: in a process group of its own, which Ctrl-C reaches whole."""
    variables = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve_trial", "--port", str(port)],
        cwd=checkout,
        env=variables,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_until_it_serves(server: subprocess.Popen[str]) -> str:
    """Everything that it said up to the address."""
    said = ""
    while "Pacta is at" not in said:
        line = server.stdout.readline()
        assert line, f"it ended with {server.wait()} after saying: {said}"
        said += line
    return said


def interrupt(server: subprocess.Popen[str], signal_: int) -> float:
    """The seconds that it took to end."""
    started = time.monotonic()
    os.killpg(server.pid, signal_)
    server.communicate(timeout=60)
    return time.monotonic() - started


def wait_until_nobody_answers(port: int) -> None:
    """Workers see within a second or two that they have lost their parent."""
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            return
        time.sleep(0.1)
    raise AssertionError("its workers live on")


def fetch(port: int, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.status, answer.read().decode()


RECEIVE = """
import io, time
from django.db import transaction
from agreements.models import FileWords
from agreements.texts.receiving import keep
with transaction.atomic():
    file = keep(io.BytesIO(b"All about the wombat."), "wombat.txt", "text")
end = time.monotonic() + 60
while not FileWords.objects.filter(file=file).exists() and time.monotonic() < end:
    time.sleep(0.2)
print(FileWords.objects.get(file=file).words)
"""


def received_and_read(checkout: Path) -> str:
    """The words that the trial's worker read of a file that came in while it runs."""
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", RECEIVE]
    return subprocess.check_output(command, cwd=checkout, text=True, timeout=120)


def test_serves_from_nothing_stops_whole_and_serves_again(checkout: Path) -> None:
    copy_project(checkout)
    port = free_port()
    postmaster = find_place(checkout, "trial").data / "postmaster.pid"

    server = serve(checkout, port)
    first = wait_until_it_serves(server)
    assert fetch(port, "/ready") == (200, "ready\n")
    status, page = fetch(port, "/")
    assert status == 200
    style = re.search(r'href="(/static/pacta\.[0-9a-f]+\.css)"', page)
    assert fetch(port, style.group(1))[0] == 200
    assert "All about the wombat." in received_and_read(checkout)
    assert interrupt(server, signal.SIGINT) < 25, "its workers had to be killed"
    assert not postmaster.exists()

    server = serve(checkout, port)
    wait_until_it_serves(server)
    server.kill()
    server.communicate(timeout=60)
    wait_until_nobody_answers(port)

    server = serve(checkout, port)
    again = wait_until_it_serves(server)
    sign_in = re.compile(r"Sign in as .*")
    assert sign_in.search(again).group() == sign_in.search(first).group()
    assert fetch(port, "/")[0] == 200
    interrupt(server, signal.SIGHUP)
    assert not postmaster.exists()
