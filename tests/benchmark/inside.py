"""The other end of `Application`: Django's whole answer to a request, without a network.

Run as a program it reads questions, one line of JSON each, and answers each with one.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest import mock
from wsgiref.util import setup_testing_defaults

from django.db import connection, transaction
from django.template import loader

from archive.wsgi import application

from . import plans, publishing  # after the one above, which sets Django up
from .clients import HEADERS


@dataclass
class Statements:
    """What is asked of the database, and how long it takes, while this is entered."""

    asked: list[tuple[str, object]] = field(default_factory=list)
    milliseconds: float = 0

    def __call__(
        self, execute: Callable, sql: str, params: object, many: bool, context: dict
    ) -> object:
        self.asked.append((sql, params))
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.milliseconds += (time.perf_counter() - started) * 1000


@contextmanager
def watched() -> Iterator[Statements]:
    statements = Statements()
    with connection.execute_wrapper(statements):
        yield statements


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: str
    milliseconds: float


def respond(path: str, headers: Mapping[str, str]) -> Reply:
    """As a server has it answered: signals, middleware and all."""
    said: list = []
    environ = _environ(path, headers)
    started = time.perf_counter()
    response = application(environ, lambda status, headers: said.extend((status, headers)))
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    milliseconds = (time.perf_counter() - started) * 1000
    status, names = said
    found = {name.lower(): value for name, value in names}
    return Reply(int(status[:3]), found, body.decode(), milliseconds)


def _environ(path: str, headers: Mapping[str, str]) -> dict[str, object]:
    path, _, query = path.partition("?")
    environ: dict[str, object] = {"PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    for name, value in (HEADERS | dict(headers)).items():
        environ["HTTP_" + name.upper().replace("-", "_")] = value
    return environ


@dataclass
class Learned:
    """What a page asked of the database, and what its templates were given."""

    statements: list[tuple[str, object]]
    rendered: list[tuple[tuple, dict]]


class Inside:
    """Each method answers one kind of question, in what JSON can say."""

    def __init__(self) -> None:
        self.learned: dict[str, Learned] = {}

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> dict[str, object]:
        with watched() as statements:
            reply = respond(path, headers or {})
        return vars(reply) | {
            "body": "",
            "statements": len(statements.asked),
            "database": statements.milliseconds,
        }

    def look(self, path: str) -> dict[str, object]:
        """Its status, headers and body, untimed."""
        return vars(respond(path, {}))

    def learn(self, path: str) -> list[str]:
        """Remember how the page is made. Returns its statements as the database reads them."""
        rendered: list[tuple[tuple, dict]] = []
        render = loader.render_to_string

        def remember(*args: object, **kwargs: object) -> str:
            rendered.append((args, kwargs))
            return render(*args, **kwargs)

        with watched() as statements, mock.patch.object(loader, "render_to_string", remember):
            respond(path, {})
        self.learned[path] = Learned(statements.asked, rendered)
        connection.ensure_connection()
        return [connection.ops.compose_sql(sql, params) for sql, params in statements.asked]

    def render(self, path: str) -> float:
        """Milliseconds of the page's templates with the data that they were given before."""
        with watched() as statements:
            started = time.perf_counter()
            for args, kwargs in self.learned[path].rendered:
                loader.render_to_string(*args, **kwargs)
            milliseconds = (time.perf_counter() - started) * 1000
        connection.close()
        return milliseconds - statements.milliseconds

    def examine(self, path: str) -> list[str]:
        """What is wrong with the plans of the page's statements."""
        with transaction.atomic(), connection.cursor() as cursor:
            found = [
                f"statement {number}, {shortened(sql)}: {words}"
                for number, (sql, params) in enumerate(self.learned[path].statements, start=1)
                for words in plans.complaints(cursor, sql, params)
            ]
            transaction.set_rollback(True)
        connection.close()
        return found

    def publish(self, word: str) -> dict[str, object]:
        with watched() as statements:
            made = publishing.publish(word, statements)
        connection.close()
        return made

    def withdraw(self, pk: int) -> None:
        publishing.withdraw(pk)
        connection.close()


def shortened(sql: str) -> str:
    """Enough of it to know it by."""
    return " ".join(sql.split())[:60]


def main() -> None:
    inside = Inside()
    for line in sys.stdin:
        question = json.loads(line)
        try:
            answer = {"answer": getattr(inside, question.pop("do"))(**question)}
        except Exception:
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
