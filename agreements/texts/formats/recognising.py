"""What a file is, by its content; its name is only compared with it."""

from __future__ import annotations

import mmap
import re
from pathlib import Path

from . import packages, plain
from .problem import Refused

HEAD = 64 * 1024
MARGIN = 1024  # readers of PDF look for its start that far

MAGIC = (
    (b"%PDF-", "pdf"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (rb"{\rtf", "rtf"),
    (b"AT&TFORM", "djvu"),
    (b"%!PS", "postscript"),
    (b"\xc5\xd0\xd3\xc6", "postscript"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "jp2"),
    (b"\xff\x4f\xff\x51", "jp2"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
)
# So few letters are too few to tell a program or an image from words.
SHORT = {b"BM", b"MZ", b"ID3"}
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"))
BRANDS = {b"hei": "heic", b"hev": "heic", b"mif": "heic", b"avi": "heic", b"M4A": "sound"}
RIFFS = {b"WEBP": "webp", b"WAVE": "sound"}

# As browsers tell a page; a fragment counts. Comments are taken once, whatever follows them.
BEFORE = r"\s*+(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+"
PAGE = re.compile(
    BEFORE + r"<(?:!doctype\s+html|html|head|body|title|meta|script|style|iframe|table|div|font|h1"
    r"|br|p|a|b)[\s/>]",
    re.I | re.S,
)
DRAWING = re.compile(BEFORE + r"(?:<!doctype\s+svg[^>]*>\s*)?<svg[\s>]", re.I | re.S)
XML = re.compile(r"\s*(?:<\?xml\s|<!doctype\s|<[\w-]+:[\w-]+[\s>])", re.I)
MAIL = re.compile(r"(?:From: .*\n(?:.*\n){0,9})?MIME-Version: ", re.I)


def recognise(path: Path) -> str:
    """A code of ``kinds.KINDS`` or ``kinds.OTHERS``; ``Refused`` where it is nothing whole."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    code = recognise_start(head) or recognise_container(path, head)
    if code != "pdf" and (place := head.find(b"%PDF-", 0, MARGIN)) >= 0:
        refuse_late_start(code or written_kind(head[:place]))
    return code or written(head)


def recognise_start(head: bytes) -> str | None:
    """By the first bytes alone."""
    for magic, code in MAGIC:
        if head.startswith(magic) and (magic not in SHORT or is_binary(head)):
            return code
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:11], "video")
    if head[:4] == b"RIFF":
        return RIFFS.get(head[8:12], "video")
    return None


def recognise_container(path: Path, head: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04"):
        return packages.recognise(path)
    return old_office(path) if head.startswith(OLE) else None


def old_office(path: Path) -> str:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as body:
        if body.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise Refused("encrypted")
        for stream, code in OLE_STREAMS:
            if body.find(stream.encode("utf-16-le")) >= 0:
                return code
    return "ole"


def refuse_late_start(other: str | None) -> None:
    if other in (None, "text", "unknown"):
        raise Refused("starts_late")
    raise Refused("two_formats", first=other, second="pdf")


def is_binary(head: bytes) -> bool:
    return plain.CONTROL.search(head.decode("latin-1")) is not None


def written(head: bytes) -> str:
    """Words, a page or a drawing of a browser; anything else is unknown."""
    if b"\0" in head and not plain.has_mark(head) and is_almost_text(head):
        raise Refused("nul_bytes")
    return written_kind(head) or "unknown"


def is_almost_text(head: bytes) -> bool:
    """NUL bytes among letters: UTF-16 without a mark, or fields filled up."""
    return not is_binary(head.replace(b"\0", b""))


def written_kind(head: bytes) -> str | None:
    text = plain.decode(head, is_part=True).text
    if plain.CONTROL.search(text):
        return None
    return marked_up(text) or "text"


def marked_up(text: str) -> str | None:
    """What its first words are marks of, if of anything."""
    patterns = ((DRAWING, "svg"), (PAGE, "html"), (XML, "xml"), (MAIL, "mhtml"))
    return next((code for pattern, code in patterns if pattern.match(text)), None)
