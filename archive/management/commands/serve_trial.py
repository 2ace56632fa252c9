import hashlib
import io
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser, OutputWrapper
from django.core.wsgi import get_wsgi_application
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

HOST = "127.0.0.1"
WEB_ACCOUNT = "pacta_web"


class Command(BaseCommand):
    help = "Prepares the trial's database, sample and files, and serves it on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", default="8000")

    def handle(self, *args, **options) -> None:
        port = free_port(options["port"])
        if not settings.TRIAL:
            raise CommandError(
                "This is for a trial with a database of its own, and DATABASE_URL names another. "
                "Unset it, or see docs/running.md on production."
            )
        call_command("migrate", verbosity=0)
        call_command("load_reference")
        call_command("load_sample")
        collect_static_files(settings.BASE_DIR / ".data" / "static_files_collected")
        call_command("make_clerk")
        let_the_web_server_write_no_history()
        connection.close()
        connection.close_pool()  # its threads would not survive the server's fork
        self.stdout.flush()  # else each worker would inherit what is not written yet, and repeat it
        serve(port, self.stdout)


def let_the_web_server_write_no_history() -> None:
    """What has been prepared by the database's owner is served by an account with fewer rights."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB_ACCOUNT])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {WEB_ACCOUNT} LOGIN")
    call_command("grant_application", WEB_ACCOUNT, verbosity=0, stdout=io.StringIO())
    connection.settings_dict["USER"] = WEB_ACCOUNT


def serve(port: int, out: OutputWrapper) -> None:
    """Granian as production has it. It runs in this process, whose end then ends all."""
    multiprocessing.set_start_method("fork", force=True)  # workers know what was prepared here
    server = Granian(
        "archive.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=20,
    )

    def begin() -> None:
        # A closed terminal ends it; Granian would start its workers anew and stay.
        signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        threading.Thread(target=announce, args=(port, out), daemon=True).start()

    server.on_startup(begin)
    with reading():
        server.serve(target_loader=load, wrap_loader=False)


@contextmanager
def reading() -> Iterator[None]:
    """Beside the server, the worker that reads the words of files, as long as the server is there.

    A job that takes long is given back, and done when the trial runs again.
    """
    worker = multiprocessing.Process(target=work, name="work")
    worker.start()
    try:
        yield
    finally:
        for seconds in (3, 7):
            worker.terminate()
            worker.join(seconds)
            if not worker.is_alive():
                break
        worker.kill()


def work() -> None:
    leave_the_terminal()
    call_command("work")


def load() -> WSGIHandler:
    """In a worker of the server."""
    leave_the_terminal()
    return get_wsgi_application()


def leave_the_terminal() -> None:
    """So that Ctrl-C reaches the parent alone, which lets its workers end what they do; and end
    with the parent, also where that was killed."""
    os.setpgid(0, 0)
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()


def end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def announce(port: int, out: OutputWrapper) -> None:
    """Once somebody answers."""
    while True:
        with suppress(OSError), socket.create_connection((HOST, port)):
            break
        time.sleep(0.1)
    out.write(f"Pacta is at http://{HOST}:{port}/ (Ctrl-C stops it and its database)")
    out.flush()


def free_port(port: str) -> int:
    """The number, if this process may serve there."""
    if not port.isdecimal() or len(port) > 5 or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is a number from 1 to 65535, not {port!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except OSError as error:
            raise CommandError(
                f"Port {port} can't be used ({os.strerror(error.errno).lower()}). "
                "Name another, as in: make run PORT=8001"
            ) from None
    return int(port)


def collect_static_files(stamp: Path) -> None:
    """Collect and compress them, unless they are as they were."""
    state = hashlib.sha256("\n".join(_files()).encode()).hexdigest()
    if settings.STATIC_ROOT.exists() and stamp.exists() and stamp.read_text() == state:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state)


def _files() -> Iterator[str]:
    """Each static file with its size and time of change, which tell whether it is the same."""
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = os.stat(storage.path(path))
            yield f"{path} {status.st_size} {status.st_mtime_ns}"
