"""JSON: records as they are, in one object or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .export import Export


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_object(export: Export) -> Iterator[bytes]:
    """``{"about": {...}, "documents": [...]}``, each document on a line of its own."""
    yield f'{{"about":{written(export.about.plain)},\n"documents":['.encode()
    before = "\n"
    for record in export.records:
        yield f"{before}{written(record)}".encode()
        before = ",\n"
    yield b"\n]}\n"


def json_lines(export: Export) -> Iterator[bytes]:
    """Records and nothing else; what the export is stands in the headers of the answer."""
    for record in export.records:
        yield f"{written(record)}\n".encode()
