"""CSL-JSON, which Zotero, pandoc and every processor of CSL styles read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from agreements import dates
from agreements.dates import Part
from agreements.exporting.records import Record

from .cited import ARCHIVE, Cited, of_record

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """One list, whose items are not held together."""
    before = "[\n"
    for record in records:
        yield f"{before}{written(of_record(record))}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def entry(cited: Cited) -> str:
    """A list of one, as everybody reads it."""
    return f"[\n{written(cited)}\n]\n"


def written(cited: Cited) -> str:
    return json.dumps(item(cited), ensure_ascii=False)


def item(cited: Cited) -> dict[str, Any]:
    values = {
        "id": cited.key,
        "type": "treaty",
        "title": cited.title,
        "original-title": cited.original_title,
        "author": [{"literal": name} for name in cited.authors],
        "authority": " – ".join(", ".join(side) for side in cited.sides),
        "issued": date(cited.signed_on),
        "event-place": ", ".join(cited.places),
        "status": cited.status,
        "note": "; ".join(cited.identifiers),
        "abstract": cited.summary,
        "keyword": ", ".join(cited.subjects),
        "language": cited.language,
        "archive": ARCHIVE,
        "number": str(cited.number),
        "URL": cited.url,
        "accessed": date(cited.status_on),
    }
    return {name: value for name, value in values.items() if value}


def date(edtf: str | None) -> dict[str, Any] | None:
    """As much as is known, and whether it is approximate; in words where an end is open."""
    ends = dates.ends(edtf or "")
    if not ends:
        return None
    first, last = ends
    if first is None or last is None:
        return {"literal": dates.words(str(edtf))}
    parts = [numbers(first)] if first == last else [numbers(first), numbers(last)]
    circa = {"circa": True} if first.is_approximate or last.is_approximate else {}
    return {"date-parts": parts, **circa}


def numbers(part: Part) -> list[int]:
    return [number for number in part[:3] if number]
