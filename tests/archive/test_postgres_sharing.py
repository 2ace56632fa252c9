"""Several processes, one server, stopped by the last."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from archive.postgres import find_programs
from archive.postgres.copying import within_reach
from archive.postgres.place import find_place
from archive.postgres.server import Server

Holder = Callable[..., subprocess.Popen[str]]

# The parent ends without its own farewell, so that what the server feels is the child's.
FORK = """
import os
import sys
from pathlib import Path
from archive.postgres import hold_private_server
hold_private_server(Path(sys.argv[1]), "kept", durable=False)
child = os.fork()
if child == 0:
    sys.exit()
os.waitpid(child, 0)
os._exit(0)
"""


def server_of(checkout: Path) -> Server:
    place = find_place(checkout, "kept")
    return Server(place, within_reach(find_programs(), place.account, checkout), durable=False)


def wait_until_holding(child: subprocess.Popen[str]) -> None:
    assert child.stdout.readline() == "holding\n", child.stderr.read()


def end(child: subprocess.Popen[str]) -> None:
    child.communicate()
    assert child.returncode == 0


def postmaster(checkout: Path) -> str:
    return (find_place(checkout, "kept").data / "postmaster.pid").read_text().split()[0]


def test_cold_start_by_several_at_once(checkout: Path, holder: Holder) -> None:
    children = [holder(checkout) for _ in range(6)]
    for child in children:
        wait_until_holding(child)
    assert server_of(checkout).is_answering()
    for child in children[:-1]:
        end(child)
    assert server_of(checkout).is_answering()
    end(children[-1])
    assert not server_of(checkout).is_answering()
    assert not (find_place(checkout, "kept").data / "postmaster.pid").exists()


def test_server_left_by_a_killed_process_is_used_and_stopped(
    checkout: Path, holder: Holder
) -> None:
    killed = holder(checkout)
    wait_until_holding(killed)
    first = postmaster(checkout)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert server_of(checkout).is_answering()
    following = holder(checkout)
    wait_until_holding(following)
    assert postmaster(checkout) == first
    end(following)
    assert not server_of(checkout).is_answering()


def test_server_and_its_holder_both_killed(checkout: Path, holder: Holder) -> None:
    killed = holder(checkout)
    wait_until_holding(killed)
    os.kill(int(postmaster(checkout)), signal.SIGKILL)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    following = holder(checkout)
    wait_until_holding(following)
    assert server_of(checkout).is_answering()
    end(following)


def test_forked_child_does_not_stop_its_parents_server(checkout: Path) -> None:
    subprocess.run([sys.executable, "-c", FORK, str(checkout)], check=True)
    assert server_of(checkout).is_answering()
    server_of(checkout).stop()
