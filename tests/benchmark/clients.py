"""Readers: one who waits for each page, and many at once."""

from __future__ import annotations

import asyncio
import http.client
import resource
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .databases import HOST

# As a proxy passes a request on that came by https.
HEADERS = {
    "Host": HOST,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "203.0.113.7",
    "Accept": "text/html",
}
READERS = 16


@dataclass(frozen=True)
class Answer:
    status: int
    milliseconds: float
    body: bytes
    headers: Mapping[str, str]


def ask(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """The time runs from the request on an open connection to the last byte of the answer."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    connection.connect()
    started = time.perf_counter()
    connection.request("GET", path, headers=HEADERS | dict(headers or {}))
    response = connection.getresponse()
    body = response.read()
    milliseconds = (time.perf_counter() - started) * 1000
    connection.close()
    return Answer(response.status, milliseconds, body, response.headers)


@dataclass
class Throughput:
    statuses: Counter = field(default_factory=Counter)
    seconds: float = 0
    own_seconds: float = 0  # of processor time that the readers themselves took

    @property
    def per_second(self) -> float:
        return self.statuses.total() / self.seconds

    @property
    def own_share(self) -> float:
        """Of one processor."""
        return self.own_seconds / self.seconds


def crowd(
    port: int, path: str, headers: Mapping[str, str] | None = None, seconds: float = 4
) -> Throughput:
    """Many readers on connections that stay open, each asking again when it is answered."""
    request = f"GET {path} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in (HEADERS | dict(headers or {})).items()
    )
    return asyncio.run(_crowd(port, f"{request}\r\n".encode(), seconds))


async def _crowd(port: int, request: bytes, seconds: float) -> Throughput:
    found = Throughput()
    before, started = _processor_time(), time.perf_counter()
    until = started + seconds
    await asyncio.gather(*(_reader(port, request, until, found) for _ in range(READERS)))
    found.seconds = time.perf_counter() - started
    found.own_seconds = _processor_time() - before
    return found


async def _reader(port: int, request: bytes, until: float, found: Throughput) -> None:
    reader = writer = None
    while time.perf_counter() < until:
        if writer is None:
            reader, writer = await asyncio.open_connection(HOST, port)
        try:
            writer.write(request)
            status, is_kept = await _answer(reader)
        except (ConnectionError, asyncio.IncompleteReadError):  # the server ended it
            is_kept = False
        else:
            found.statuses[status] += 1
        if not is_kept:
            writer.close()
            writer = None
    if writer:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Its status, and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    lines = head.split("\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith("content-length:")), None)
    if "transfer-encoding: chunked" in head:
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    elif length is not None and status != 304:
        await reader.readexactly(length)
    elif status != 304:
        await reader.read()
        return status, False
    return status, "connection: close" not in head


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
