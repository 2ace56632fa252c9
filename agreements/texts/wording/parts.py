"""What a text is taken apart into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The word of an anchor, too."""

    TITLE = "title"
    PREAMBLE = "preamble"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    POINT = "point"
    PARAGRAPH = "paragraph"
    ANNEX = "annex"
    APPENDIX = "appendix"
    PROTOCOL = "protocol"
    CLOSING = "closing"


# What has articles and a closing of its own; and what comes between articles.
ADDED = frozenset({Kind.ANNEX, Kind.APPENDIX, Kind.PROTOCOL})
GROUPS = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION})


@dataclass(frozen=True, slots=True)
class Part:
    """From ``start`` to ``end`` in the text's characters; what is to be read begins at ``body``.

    ``number`` is in digits ("5", "5.2", "5-bis", or a letter of an annex) whatever it is written
    as, and empty where there is none; ``heading`` the title that follows it. ``within`` is the
    anchor of the annex (or protocol) that it belongs to. ``paragraphs`` are spans in the text.
    """

    kind: Kind
    number: str
    heading: str
    anchor: str
    start: int
    body: int
    end: int
    within: str = ""
    paragraphs: tuple[tuple[int, int], ...] = ()
