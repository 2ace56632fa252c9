"""The kinds of files that the archive takes, and names of those that it knows and refuses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Kind:
    """``code`` stands in the database; extensions are without their dot, the usual one first."""

    code: str
    media_type: str
    extensions: tuple[str, ...]
    has_pages: bool = False


PDF = Kind("pdf", "application/pdf", ("pdf",), has_pages=True)
TIFF = Kind("tiff", "image/tiff", ("tif", "tiff"), has_pages=True)
JPEG = Kind("jpeg", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), has_pages=True)
PNG = Kind("png", "image/png", ("png",), has_pages=True)
DOCX = Kind("docx", WORD, ("docx",))
ODT = Kind("odt", "application/vnd.oasis.opendocument.text", ("odt",))
HTML = Kind("html", "text/html", ("html", "htm", "xhtml"))
TEXT = Kind("text", "text/plain", ("txt", "text"))

KINDS = {kind.code: kind for kind in (PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML, TEXT)}

# What clerks try too, by its extensions; ``problems.py`` has their names for people.
OTHERS = {
    "doc": ("doc", "dot"),
    "docm": ("docm", "dotm"),
    "xls": ("xls", "xlt"),
    "ppt": ("ppt", "pps"),
    "ole": ("msg",),
    "xlsx": ("xlsx", "xlsm"),
    "pptx": ("pptx", "pptm", "ppsx"),
    "ods": ("ods",),
    "odp": ("odp",),
    "epub": ("epub",),
    "zip": ("zip",),
    "rar": ("rar",),
    "7z": ("7z",),
    "gzip": ("gz", "tgz"),
    "rtf": ("rtf",),
    "svg": ("svg",),
    "xml": ("xml",),
    "mhtml": ("mht", "mhtml"),
    "djvu": ("djvu", "djv"),
    "postscript": ("ps", "eps"),
    "gif": ("gif",),
    "bmp": ("bmp",),
    "webp": ("webp",),
    "heic": ("heic", "heif", "avif"),
    "jp2": ("jp2", "j2k", "jpx"),
    "video": ("mp4", "mov", "avi", "mkv", "webm"),
    "sound": ("mp3", "wav", "ogg", "m4a"),
    "program": ("exe", "dll", "scr", "com", "msi", "so"),
    "unknown": (),
}

BY_EXTENSION = {
    extension: code
    for code, extensions in [*((k.code, k.extensions) for k in KINDS.values()), *OTHERS.items()]
    for extension in extensions
}


def named_kind(name: str) -> str | None:
    """The code that the name's extension stands for, of a kind or of one of the others."""
    return BY_EXTENSION.get(PurePath(name.strip()).suffix[1:].casefold())
