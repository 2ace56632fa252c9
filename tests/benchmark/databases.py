"""Databases of each size on one server: filled, with what the plans need, and kept."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from archive import env, postgres

from .problem import BenchmarkProblem

CHECKOUT = Path(__file__).resolve().parents[2]
CORPUS = CHECKOUT.parent / "shared" / "data" / "benchmark"
CLUSTER = "benchmark"
EXPORTS = CHECKOUT / ".data" / "benchmark-exports"
WEB_ACCOUNT = "pacta_web"
HOST = "127.0.0.1"
MIGRATIONS = CHECKOUT / "agreements" / "migrations"
MEGABYTE = 1024 * 1024


def server_settings() -> dict[str, str]:
    """What an archive of a million documents is given on a machine of its own."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE
    return {
        "shared_buffers": f"{memory // 4}MB",
        "effective_cache_size": f"{memory * 6 // 10}MB",
        "work_mem": "64MB",
        "maintenance_work_mem": f"{min(memory // 16, 1024)}MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "max_wal_size": "8GB",
        "checkpoint_timeout": "30min",  # else the filling is written out while pages are timed
    }


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server, reached by an account that may do everything there."""

    host: str
    port: str
    user: str
    is_private: bool

    def connect(self, database: str) -> psycopg.Connection:
        place = {"host": self.host, "port": self.port or None}
        return psycopg.connect(user=self.user, dbname=database, autocommit=True, **place)

    def url(self, database: str, account: str) -> str:
        port = f":{self.port}" if self.port else ""
        return f"postgresql://{account}@{port}/{database}?{urlencode({'host': self.host})}"


def find_server() -> Server:
    """The server that DATABASE_URL names, else a private one, which is started."""
    if env.text("DATABASE_URL"):
        named = env.database("DATABASE_URL")
        return _server(named, is_private=False)
    postgres.hold_private_server(CHECKOUT, CLUSTER, durable=True, settings=server_settings())
    return _server(postgres.connection_settings(CHECKOUT, CLUSTER), is_private=True)


def _server(settings: Mapping[str, object], *, is_private: bool) -> Server:
    return Server(*(str(settings[key]) for key in ("HOST", "PORT", "USER")), is_private)


def filled() -> str:
    """What a database is called that was filled with the migrations as they are now."""
    digest = hashlib.sha256()
    for path in sorted(MIGRATIONS.rglob("*")):
        if path.suffix in (".py", ".sql"):
            digest.update(path.name.encode() + path.read_bytes())
    return f"filled, {digest.hexdigest()[:16]}"


@dataclass(frozen=True)
class Database:
    server: Server
    size: int

    @property
    def name(self) -> str:
        return f"benchmark_{self.size}_texts"

    @property
    def export(self) -> Path:
        """The same published documents for Datasette."""
        return EXPORTS / f"{self.name}.sqlite"

    def variables(self, account: str = WEB_ACCOUNT, database: str = "") -> dict[str, str]:
        """The environment in which production's programs find this database."""
        return os.environ | {
            "DATABASE_URL": self.server.url(database or self.name, account),
            "SECRET_KEY": "of a benchmark, which keeps no session: long enough, and 1 digit",
            "ALLOWED_HOSTS": HOST,
            "BEHIND_HTTPS_PROXY": "yes",
            "SEARCHES_PER_MINUTE": "100000",  # all are one reader's
            "PUBLIC_STATEMENT_SECONDS": "60",  # to say how long, where it is long
            "LOG_LEVEL": "ERROR",
            "PYTHONPATH": str(CHECKOUT),
        }

    def prepare(self, tell: Callable[[str], None]) -> None:
        """Fill it, unless it is there and up to date; then let the web server's account in."""
        if not self.is_ready():
            self.require_room()
            tell(f"Filling {self.name}, which takes an hour for a million documents ...")
            self.manage("load_benchmark", str(self.size), "--texts", "--replace", home=True)
            with self.server.connect("postgres") as connection:
                connection.execute(f"COMMENT ON DATABASE {self.name} IS '{filled()}'")
        self.make_web_account()
        self.manage("grant_application", WEB_ACCOUNT)

    def is_ready(self) -> bool:
        """Whether it is filled, as the migrations are now: where nothing is released yet they
        change in place. What others filled on a server of theirs is taken as it is."""
        with self.server.connect("postgres") as connection:
            found = connection.execute(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
                [self.name],
            ).fetchone()
        if found == (None,) and not self.server.is_private:
            return self.run_manage("migrate", "--check").returncode == 0
        return found == (filled(),)

    def require_room(self) -> None:
        """Raises BenchmarkProblem where it can't be filled, or where something would be lost."""
        if not (CORPUS / "scale_titles.py").exists():
            raise BenchmarkProblem(
                f"There is no corpus at {CORPUS}, from which the databases are filled. It is not "
                "part of this repository."
            )
        with self.server.connect("postgres") as connection:
            known = "SELECT 1 FROM pg_database WHERE datname = %s"
            is_there = connection.execute(known, [self.name]).fetchone()
        if is_there and not self.server.is_private:
            raise BenchmarkProblem(
                f"The database {self.name} was not filled with the migrations as they are now, and "
                "DATABASE_URL names a server that others may use. Drop it there, or unset "
                "DATABASE_URL."
            )

    def make_web_account(self) -> None:
        with self.server.connect("postgres") as connection:
            known = "SELECT 1 FROM pg_roles WHERE rolname = %s"
            if not connection.execute(known, [WEB_ACCOUNT]).fetchone():
                connection.execute(f"CREATE ROLE {WEB_ACCOUNT} LOGIN")

    def manage(self, *arguments: str, home: bool = False) -> None:
        done = self.run_manage(*arguments, home=home)
        if done.returncode != 0:
            raise BenchmarkProblem(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}")

    def run_manage(self, *arguments: str, home: bool = False) -> subprocess.CompletedProcess[str]:
        """As the owner, in this database or in the server's own."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=CHECKOUT,
            env=self.variables(self.server.user, "postgres" if home else self.name),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def identity(self) -> str:
        """Changes when the database is made anew."""
        with self.server.connect(self.name) as connection:
            row = connection.execute(
                "SELECT system_identifier, oid FROM pg_control_system(), pg_database "
                "WHERE datname = current_database()"
            ).fetchone()
        return f"{row[0]}-{row[1]}"
