"""XML of strangers: as a stream, without definitions of its own, names with known prefixes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from .limits import MEGABYTE
from .problem import Refused

OOXML = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    OOXML + "wordprocessingml/2006/main": "w",
    STRICT + "wordprocessingml/main": "w",
    OOXML + "officeDocument/2006/math": "m",
    STRICT + "officeDocument/math": "m",
    OOXML + "markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    ODF + "svg-compatible:1.0": "svg",
    **{f"{ODF}{name}:1.0": name for name in ("office", "style", "text", "table")},
}


def nothing(*_: object) -> None:
    pass


@dataclass(frozen=True)
class Handler:
    """What is called for a start with its attributes, an end, and text; names are ``w:p``."""

    start: Callable[[str, dict[str, str]], None] = nothing
    end: Callable[[str], None] = nothing
    text: Callable[[str], None] = nothing


def parse(file: IO[bytes], handler: Handler | None = None) -> None:
    """``Refused`` where it is no XML, or has a DTD: that is how a few bytes become a gigabyte."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    if handler:
        listen(parser, handler)
    try:
        while body := file.read(MEGABYTE):
            parser.Parse(body, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("broken_package") from error


def listen(parser: expat.XMLParserType, handler: Handler) -> None:
    names = Names()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: handler.start(
        names[name], {names[key]: value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: handler.end(names[name])
    parser.CharacterDataHandler = handler.text


def refuse(*_: object) -> None:
    raise Refused("xml_definitions")


class Names(dict[str, str]):
    """Of ``uri name``: ``prefix:name``, ``?`` for what we don't know; a bare name stays so."""

    def __missing__(self, name: str) -> str:
        uri, space, local = name.rpartition(" ")
        short = f"{PREFIXES.get(uri, '?')}:{local}" if space else local
        if len(self) < 10_000:
            self[name] = short
        return short
