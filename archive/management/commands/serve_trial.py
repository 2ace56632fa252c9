import hashlib
import io
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser, OutputWrapper
from django.core.wsgi import get_wsgi_application
from django.db import connection
from gunicorn.app.base import BaseApplication

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
        Server(port, self.stdout).run()


def let_the_web_server_write_no_history() -> None:
    """What has been prepared by the database's owner is served by an account with fewer rights."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB_ACCOUNT])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {WEB_ACCOUNT} LOGIN")
    call_command("grant_application", WEB_ACCOUNT, verbosity=0, stdout=io.StringIO())
    connection.settings_dict["USER"] = WEB_ACCOUNT


class Server(BaseApplication):
    """Gunicorn as production has it. It runs in this process, whose end then ends all."""

    def __init__(self, port: int, out: OutputWrapper) -> None:
        self.port = port
        self.out = out
        super().__init__()

    def load_config(self) -> None:
        self.cfg.set("bind", f"{HOST}:{self.port}")
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("workers", 2)
        self.cfg.set("threads", 4)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("control_socket_disable", True)
        self.cfg.set("when_ready", self.announce)
        self.cfg.set("post_fork", leave_the_terminal)

    def load(self):
        return get_wsgi_application()

    def announce(self, arbiter) -> None:
        # A closed terminal ends it; Gunicorn would read its settings anew and stay.
        signal.signal(signal.SIGHUP, lambda number, frame: os.kill(os.getpid(), signal.SIGTERM))
        self.out.write(f"Pacta is at http://{HOST}:{self.port}/ (Ctrl-C stops it and its database)")
        self.out.flush()  # else each worker would inherit what is not written yet, and repeat it


def leave_the_terminal(arbiter, worker) -> None:
    """Let Ctrl-C reach the parent alone, which then ends its workers: told twice at once, a
    threaded worker of Gunicorn waits for itself until it is killed."""
    os.setpgid(0, 0)


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
