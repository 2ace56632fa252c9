"""Files that are ZIP archives inside: DOCX and ODT, and what is made to look like them."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from . import markup
from .limits import MEGABYTE, Limits
from .problem import Refused

MAIN_PARTS = (
    ("wordprocessingml.document.main", "docx"),
    ("ms-word.document.macroEnabled.main", "docm"),
    ("ms-word.template.macroEnabled", "docm"),
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("presentationml", "pptx"),
    ("ms-powerpoint", "pptx"),
)
MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/epub+zip": "epub",
}
SMALL = MEGABYTE
RATIO = 100
RATIO_FROM = 50 * MEGABYTE
NESTED = 50 * MEGABYTE
MACROS = re.compile(r"(?:^|/)vbaproject(?:signature)?\.bin$|^scripts/|^basic/.+/(?!script-l)", re.I)
SIGNATURES = re.compile(r"_xmlsignatures/sig|META-INF/documentsignatures\.xml$")
ODD_NAME = re.compile(r"^/|^[a-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]", re.I)


@contextmanager
def opened(file: Path | IO[bytes]) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Refused("broken_package") from error


def recognise(path: Path) -> str:
    with opened(path) as archive:
        names = set(archive.namelist())
        if "mimetype" in names:
            return MIMETYPES.get(read_small(archive, "mimetype").decode("latin-1").strip(), "zip")
        if "[Content_Types].xml" in names:
            types = " ".join(content_types(archive).values())
            return next((code for mark, code in MAIN_PARTS if mark in types), "zip")
    return "zip"


def content_types(archive: zipfile.ZipFile) -> dict[str, str]:
    """Of the entries that have one of their own."""
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith(":Override"):
            part = attributes.get("PartName", "").lstrip("/")
            found[part] = attributes.get("ContentType", "")

    body = io.BytesIO(read_small(archive, "[Content_Types].xml"))
    markup.parse(body, markup.Handler(start=start))
    return found


def main_part(archive: zipfile.ZipFile) -> str:
    """The entry that holds the words; ``Refused`` where there is none."""
    if "[Content_Types].xml" not in archive.NameToInfo:
        part = "content.xml"
    else:
        types = content_types(archive).items()
        part = next((part for part, type_ in types if MAIN_PARTS[0][0] in type_), "")
    if part not in archive.NameToInfo:
        raise Refused("broken_package")
    return part


def read_small(archive: zipfile.ZipFile, name: str) -> bytes:
    if is_locked(archive.getinfo(name)):
        raise Refused("encrypted")
    with archive.open(name) as entry:
        body = entry.read(SMALL + 1)
    if len(body) > SMALL:
        raise Refused("unpacks_to_much")
    return body


def is_locked(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & 0x1)


def check(path: Path, limits: Limits) -> None:
    """``Refused`` where it is a trap, locked, damaged, or carries programs."""
    with opened(path) as archive:
        check_entries(archive, path.stat().st_size, limits)
        check_contents(archive, limits)
        main_part(archive)
        if is_locked_odt(archive):
            raise Refused("encrypted")


def check_entries(archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    """By the list of entries alone, before anything is unpacked."""
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise Refused("too_many_entries", limit=limits.entries)
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names) or any(map(is_odd, entries)):
        raise Refused("odd_entries")
    if any(map(is_locked, entries)):
        raise Refused("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_dense = unpacked > RATIO_FROM and unpacked > packed * RATIO
    if unpacked > limits.unpacked or is_dense or packed > size:
        raise Refused("unpacks_to_much")
    if any(MACROS.search(entry.filename) for entry in entries):
        raise Refused("macros")


def is_odd(entry: zipfile.ZipInfo) -> bool:
    """A name that leads out of the folder, or a link."""
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or ODD_NAME.search(entry.orig_filename) is not None


def check_contents(archive: zipfile.ZipFile, limits: Limits, depth: int = 0) -> None:
    """Every entry can be read; XML brings no definitions of its own; no archive in an archive's."""
    for entry in archive.infolist():
        with archive.open(entry) as file:
            start = file.read(4)
        if start == b"PK\x03\x04":
            check_nested(archive, entry, limits, depth)
        elif entry.filename.endswith((".xml", ".rels")) and entry.file_size:  # ODT has empty ones
            with archive.open(entry) as file:
                markup.parse(file)
        else:
            read_through(archive, entry)


def check_nested(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits, depth: int
) -> None:
    """A table of Excel in a document of Word is usual; what lies deeper is not."""
    if depth or entry.file_size > NESTED:
        raise Refused("unpacks_to_much")
    with opened(io.BytesIO(archive.read(entry))) as inner:
        check_entries(inner, entry.file_size, limits)
        check_contents(inner, limits, depth + 1)


def read_through(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as file:
        while file.read(MEGABYTE):
            pass


def is_locked_odt(archive: zipfile.ZipFile) -> bool:
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith(":encryption-data"):
            found.append(name)

    if "META-INF/manifest.xml" in archive.NameToInfo:
        with archive.open("META-INF/manifest.xml") as file:
            markup.parse(file, markup.Handler(start=start))
    return bool(found)


def is_signed(path: Path) -> bool:
    with opened(path) as archive:
        return any(SIGNATURES.match(name) for name in archive.namelist())


def stated_title(path: Path, part: str) -> str:
    """The document's own title in this part, or ""."""
    words: list[str] = []
    inside: list[str] = []

    def text(words_of_it: str) -> None:
        if inside and inside[-1] == "dc:title":
            words.append(words_of_it)

    with opened(path) as archive:
        if part in archive.NameToInfo:
            body = io.BytesIO(read_small(archive, part))
            start, end = (lambda name, _: inside.append(name)), (lambda _: inside.pop())
            markup.parse(body, markup.Handler(start, end, text))
    return "".join(words)
