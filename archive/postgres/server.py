"""One PostgreSQL server of our own: made, started, asked and stopped by its own programs."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .errors import PostgresProblem
from .place import SOCKET_NAME, Place
from .programs import Programs

USER = "pacta"
LOCALE = "C.UTF-8"  # with plain C, pg_trgm sees no Cyrillic letter and lower() leaves them alone
DURABLE = {"synchronous_commit": "on"}
# Without autovacuum, which would learn from tables that a test has just left empty, and plan for
# the next test as if they were.
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
PATIENCE = 30  # seconds
PROCESSES = Path("/proc")
# What the log says while a killed server's last processes still hold its memory.
NOT_YET = ("pre-existing shared memory block", "FATAL:  lock file")


@dataclass(frozen=True)
class Server:
    place: Place
    programs: Programs
    durable: bool
    settings: Mapping[str, str] = field(default_factory=dict)

    def is_answering(self) -> bool:
        return self._run("pg_isready", "--quiet", "--host", str(self.place.socket)).returncode == 0

    def ensure_data(self) -> None:
        """Make the cluster if there is none; refuse one of another major version."""
        if not self.place.data.exists():
            self._make_data()
        made_by = (self.place.data / "PG_VERSION").read_text().strip()
        if made_by != str(self.programs.major):
            raise PostgresProblem(
                f"{self.place.data} was made by PostgreSQL {made_by}, but the programs in "
                f"{self.programs.folder} are PostgreSQL {self.programs.major}. Name a folder of "
                f"PostgreSQL {made_by} programs in PACTA_POSTGRES_BIN, or remove "
                f"{self.place.folder} to begin anew (its records go with it)."
            )

    def start(self) -> None:
        """Start the server and wait until it answers."""
        deadline = time.monotonic() + PATIENCE
        while (attempt := self._try_to_start()).returncode != 0:
            said = self._end_of_log()
            if time.monotonic() > deadline or not any(words in said for words in NOT_YET):
                raise PostgresProblem(
                    f"PostgreSQL does not start.\n{attempt.stderr}{self.place.log} ends:\n{said}"
                )
            time.sleep(0.5)

    def stop(self) -> None:
        self._pg_ctl("stop", "--mode=fast")

    def _make_data(self) -> None:
        """Into a folder beside it, renamed when whole: an initdb cut short leaves no half."""
        fresh = self.place.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        made = self._run(
            "initdb",
            f"--pgdata={fresh}",
            f"--username={USER}",
            "--auth=trust",
            "--encoding=UTF8",
            f"--locale={LOCALE}",
            *([] if self.durable else ["--no-sync"]),
        )
        if made.returncode:
            raise PostgresProblem(f"PostgreSQL's initdb failed:\n{made.stdout}{made.stderr}")
        fresh.rename(self.place.data)

    def _try_to_start(self) -> subprocess.CompletedProcess[str]:
        self._forget_dead_postmaster()
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{self.place.socket}"',
            "unix_socket_permissions": "0700",
            **(DURABLE if self.durable else THROWAWAY),
            **self.settings,
        }
        options = shlex.join(f"--{name}={value}" for name, value in settings.items())
        return self._pg_ctl("start", f"--log={self.place.log}", f"--options={options}")

    def _forget_dead_postmaster(self) -> None:
        """Drop the lock files of a server that is gone. PostgreSQL would keep them if their number
        now is another process, or a zombie that nobody reaps; beside live processes of the old
        server it refuses to start all the same."""
        pid_file = self.place.data / "postmaster.pid"
        if pid_file.exists() and PROCESSES.exists() and not self._is_postmaster(pid_file):
            pid_file.unlink()
            (self.place.socket / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)

    def _is_postmaster(self, pid_file: Path) -> bool:
        """Whether the process it names works in our data folder, as a server does."""
        pid = pid_file.read_text().partition("\n")[0]
        try:
            return (PROCESSES / pid / "cwd").samefile(self.place.data)
        except OSError:
            return False

    def _end_of_log(self) -> str:
        if not self.place.log.exists():
            return "(nothing)"
        return "\n".join(self.place.log.read_text(errors="replace").splitlines()[-8:])

    def _pg_ctl(self, action: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(
            "pg_ctl", action, f"--pgdata={self.place.data}", "--wait", "--timeout=60", *arguments
        )

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's account, in a plain environment."""
        try:
            return subprocess.run(
                [self.programs.path(program), *arguments],
                cwd=self.place.folder,
                env={"PATH": os.defpath, "LC_ALL": LOCALE},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                **self.place.account.popen_arguments(),
            )
        except PermissionError:
            raise PostgresProblem(
                f"{self.programs.path(program)} can't be run as the account "
                f"{self.place.account.name}. Name a server in DATABASE_URL instead."
            ) from None
