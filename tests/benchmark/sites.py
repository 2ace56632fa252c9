"""All that serves one database, side by side: ours within and over HTTP, and Datasette."""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from . import peer, server
from .application import Application
from .clients import Answer, ask
from .databases import Database
from .pages import Kind, Page, choose
from .problem import BenchmarkProblem
from .programs import Program, free_port, serving

NEXT = re.compile(r'<a\b[^>]*\brel="next\b[^>]*>')
HREF = re.compile(r'\bhref="([^"]*)"')
STYLESHEET = re.compile(r'<link[^>]*\brel="stylesheet"[^>]*>')
EMPTY = "/live"
LETTERS = "bdfghjklmnpqrstvwxz"


@dataclass
class Site:
    database: Database
    application: Application
    server: Program
    peer: Program
    pages: list[Page] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # pages that are none, and what they answer
    tags: dict[str, str] = field(default_factory=dict)
    statements: dict[str, list[str]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return self.database.size

    def learn(self) -> None:
        """Find the pages at their final addresses, and how they are made."""
        for chosen in choose(self.database):
            path, status = self.arrive(chosen)
            page = replace(chosen, path=path)
            if status != 200:
                self.missing.append(f"{page.name} ({path}), {self.size:,} documents: {status}")
            elif page.kind != Kind.UNCHANGED:
                self.pages.append(page)
                self.statements[path] = self.application.ask("learn", path=path)
            elif path in self.tags:
                self.pages.append(page)

    def arrive(self, page: Page) -> tuple[str, int]:
        """Where a page is after redirects, and where it begins at a place; and what it answers."""
        path, found = page.path, self.look(page.path)
        if found["status"] in (301, 302):
            path = found["headers"]["location"]
            found = self.look(path)
        if page.after:
            path = further(path, found["body"], page.after)
            found = self.look(path)
        if "etag" in found["headers"]:
            self.tags[path] = found["headers"]["etag"]
        return path, found["status"]

    def look(self, path: str) -> dict:
        return self.application.ask("look", path=path)

    def headers(self, page: Page) -> dict[str, str]:
        """What a reader sends along."""
        return {"If-None-Match": self.tags[page.path]} if page.kind == Kind.UNCHANGED else {}

    @cached_property
    def static_path(self) -> str:
        """Our stylesheet's."""
        body = ask(self.server.port, "/").body.decode()
        return HREF.search(STYLESHEET.search(body)[0])[1]

    def over_http(self, page: Page) -> Answer:
        return ask(self.server.port, page.path, self.headers(page))

    def within(self, page: Page) -> dict:
        return self.application.ask("get", path=page.path, headers=self.headers(page))

    def at_peer(self, page: Page) -> list[Answer]:
        """Each of the pages that show there what one of ours does."""
        return [ask(self.peer.port, path) for path in page.peer]

    def publish(self) -> tuple[float, float, bool]:
        """Milliseconds of the statements that publish a document and of their commit; and whether
        the very next search finds it."""
        word = "".join(secrets.choice(LETTERS) for _ in range(12))
        made = self.application.ask("publish", word=word)
        found = ask(self.server.port, f"/documents/?q={word}").body.decode()
        self.application.ask("withdraw", pk=made["number"])
        return made["statements"], made["commit"], f"/documents/{made['number']}/" in found


def further(path: str, body: str, after: str) -> str:
    """Where a list's link to its next page leads, but to another place."""
    link = NEXT.search(body)
    if link is None:
        raise BenchmarkProblem(f"{path} has no link to a next page.")
    parts = urlsplit(urljoin(path, html.unescape(HREF.search(link[0])[1])))
    asked = dict(parse_qsl(parts.query)) | {"after": after}
    asked.pop("page", None)
    return f"{parts.path}?{urlencode(asked)}"


@contextmanager
def open_site(database: Database) -> Iterator[Site]:
    with ExitStack() as stack:
        application = stack.enter_context(Application(database))
        ours, theirs = free_port(), free_port()
        served = stack.enter_context(
            serving("Our server", server.command(ours), database.variables(), ours, EMPTY)
        )
        beside = stack.enter_context(
            serving("Datasette", peer.command(database.export, theirs), None, theirs, "/")
        )
        site = Site(database, application, served, beside)
        site.learn()
        yield site
