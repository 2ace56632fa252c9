"""RIS, as Zotero, EndNote and Mendeley read it. A treaty is a statute to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agreements import dates
from agreements.exporting.records import Record

from .cited import ARCHIVE, Cited, of_record

MEDIA_TYPE = "application/x-research-info-systems"
END = "\r\n"


def write(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield f"{entry(of_record(record))}{END}".encode()


def entry(cited: Cited) -> str:
    lines = [("TY", "STAT"), *((tag, value) for tag, value in tags(cited) if value), ("ER", "")]
    return "".join(f"{tag}  - {value}{END}" for tag, value in lines)


def tags(cited: Cited) -> Iterator[tuple[str, str]]:
    yield "ID", cited.key
    yield "TI", cited.title
    for name in cited.authors:
        yield "AU", f"{name},"  # what stands before a comma is never taken apart
    yield from dated(cited.signed_on)
    yield "LA", cited.language
    yield "AB", cited.summary or ""
    for subject in cited.subjects:
        yield "KW", subject
    for note in (f"{cited.status} ({cited.status_on})", *cited.identifiers, cited.original_title):
        yield "N1", note or ""
    yield "DB", ARCHIVE
    yield "AN", str(cited.number)
    yield "UR", cited.url
    yield "Y2", cited.status_on.replace("-", "/") + "/"


def dated(signed_on: str | None) -> Iterator[tuple[str, str]]:
    """``2023/05/04/``, with empty places for what is not known, then words on it."""
    first, last = dates.ends(signed_on or "") or (None, None)
    known = last or first
    if known is None:
        return
    year, month, day = f"{known.year:04}", f"{known.month or 0:02}", f"{known.day or 0:02}"
    more = "" if first == last else str(signed_on)
    if first == last and known.is_approximate:
        more = "circa"
    yield "PY", year
    yield "DA", "/".join([year, month.replace("00", ""), day.replace("00", ""), more])
