"""What tells one state of a public page from another: its entity tag."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import parse_etags


def etag(request: HttpRequest, version: str) -> str:
    """Of this address, which also says the language, as it is today.

    Weak, since proxies compress. The host may be one that is not ours; then nobody has the tag.
    """
    today = timezone.localdate().isoformat()
    host = request.headers.get("host", "")
    parts = (build(), version, today, request.scheme, host, request.get_full_path())
    return f'W/"{hashlib.sha256(" ".join(parts).encode()).hexdigest()[:32]}"'


def is_known(request: HttpRequest, tag: str) -> bool:
    """Whether the reader, or a proxy, has this state of the page. `*` is no such claim: there may
    be no page."""
    told = parse_etags(request.headers.get("if-none-match", ""))
    return tag.removeprefix("W/") in {one.removeprefix("W/") for one in told}


@cache
def build() -> str:
    """Another one after every deployment that can change a page; the same on every machine."""
    digest = hashlib.sha256(settings.TIME_ZONE.encode())
    for source in settings.BUILT_FROM:
        for path in sorted(files(source)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    return [path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"]
