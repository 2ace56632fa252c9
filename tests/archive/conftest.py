"""Real servers in throwaway checkouts. As root these lie in /tmp itself, not in pytest's own
folder, which only root may enter."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.postgres.copying import within_reach
from archive.postgres.place import elsewhere, find_place
from archive.postgres.programs import find_programs
from archive.postgres.server import Server

HOLD = """
import sys
from pathlib import Path
from archive.postgres import PostgresProblem, hold_private_server
try:
    hold_private_server(Path(sys.argv[1]), "kept", durable=False)
except PostgresProblem as problem:
    sys.exit(str(problem))
print("holding", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def checkout() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pacta-checkout-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
    shutil.rmtree(elsewhere(folder), ignore_errors=True)


@pytest.fixture
def server_in() -> Iterator[Callable[..., Server]]:
    """Makes a started server for a checkout; it is stopped after the test."""
    started = []

    def start(
        checkout: Path, *, durable: bool = False, settings: dict[str, str] | None = None
    ) -> Server:
        place = find_place(checkout, "kept")
        programs = within_reach(find_programs(), place.account, checkout)
        server = Server(place, programs, durable, settings or {})
        server.place.prepare()
        server.ensure_data()
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def holder() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts processes that hold a checkout's server until their input is closed."""
    children = []

    def start(checkout: Path, python: str = sys.executable, **options) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [python, "-c", HOLD, str(checkout)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.communicate()


@pytest.fixture
def root_only() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may start processes of another account")
