"""One PostgreSQL server of our own: made, started, asked and stopped by its own programs."""

import os
import shlex
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .errors import PostgresProblem
from .place import Place
from .programs import Programs

USER = "pacta"
# A killed postmaster's backends hold on to its shared memory for some seconds.
PATIENCE = 30.0
LOCALE = "C.UTF-8"  # with C alone pg_trgm sees no Cyrillic letters and lower() leaves them be
DURABLE = {"synchronous_commit": "on"}
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Server:
    place: Place
    programs: Programs
    durable: bool

    def is_answering(self) -> bool:
        asked = self._run("pg_isready", "-q", "-h", str(self.place.socket), check=False)
        return asked.returncode == 0

    def ensure_data(self) -> None:
        """Make the cluster if there is none; refuse one of another major version."""
        if not self.place.data.exists():
            self._make_data()
        found = (self.place.data / "PG_VERSION").read_text().strip()
        if found != str(self.programs.major):
            raise PostgresProblem(
                f"{self.place.data} was made by PostgreSQL {found}, but the programs in "
                f"{self.programs.folder} are PostgreSQL {self.programs.major}. Name the folder "
                f"of PostgreSQL {found}'s programs in PACTA_POSTGRES_BIN, or remove "
                f"{self.place.folder} to begin anew (its records go with it)."
            )

    def start(self) -> None:
        """Start and wait until the server answers."""
        deadline = time.monotonic() + PATIENCE
        while self._pg_ctl("start", "-l", str(self.place.log), "-o", self._options()).returncode:
            if time.monotonic() > deadline:
                raise PostgresProblem(f"PostgreSQL does not start:\n{self._end_of_log()}")
            time.sleep(0.5)

    def stop(self) -> None:
        self._pg_ctl("stop", "-m", "fast")

    def _make_data(self) -> None:
        """Into a folder beside it, renamed when whole: an initdb cut short leaves no half."""
        fresh = self.place.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        made = self._run(
            "initdb", "--pgdata", str(fresh), "--username", USER, "--auth=trust",
            "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync", check=False,
        )  # fmt: skip
        if made.returncode:
            raise PostgresProblem(f"PostgreSQL's initdb failed:\n{made.stdout}{made.stderr}")
        fresh.rename(self.place.data)

    def _options(self) -> str:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": '"' + str(self.place.socket) + '"',
            "unix_socket_permissions": "0700",
            **(DURABLE if self.durable else THROWAWAY),
        }
        return shlex.join(f"--{name}={value}" for name, value in settings.items())

    def _pg_ctl(self, action: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run(
            "pg_ctl", action, "-D", str(self.place.data), "-w", "-t", "60", *arguments, check=False
        )

    def _run(
        self, program: str, *arguments: str, check: bool
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's account, in a plain environment."""
        return subprocess.run(
            [self.programs.path(program), *arguments],
            cwd=self.place.folder,
            env={"PATH": os.defpath, "LC_ALL": LOCALE},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=check,
            **self.place.account.popen_arguments(),
        )

    def _end_of_log(self) -> str:
        if not self.place.log.exists():
            return "(it wrote no log)"
        return "\n".join(self.place.log.read_text(errors="replace").splitlines()[-15:])
