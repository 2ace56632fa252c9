"""Which encoding a table has, and what told it."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import IO

from agreements.texts.formats import plain
from agreements.texts.formats.problem import Problem, Refused

from .streams import HEAD, UNREADABLE, chunks

WIDE = ("utf-16-le", "utf-16-be")
# In Cyrillic, letters outside ASCII stand beside each other; in Latin, one stands among others.
WORDS = re.compile(rb"[\x80-\xff]{3,}")
HIGH = re.compile(rb"[\x80-\xff]+")
# Letters of UTF-8 for each that is not: another encoding hits one by chance only.
FEW = 10


@dataclass(frozen=True)
class Encoding:
    """``name`` is Python's; ``by`` as in ``Found.encoding_by``."""

    name: str
    by: str
    has_mark: bool = False
    remarks: tuple[Problem, ...] = ()


@dataclass
class Count:
    """Of a file's letters outside ASCII: what UTF-8 makes of them, and their bytes."""

    fit: int = 0
    unfit: int = 0
    high: int = 0
    in_words: Counter[int] = field(default_factory=Counter)
    used: set[int] = field(default_factory=set)


def detect(file: IO[bytes], name: str | None = None) -> Encoding:
    """Reads on to the end where need be, since the one letter that tells may be the last."""
    head = file.read(HEAD)
    return of_start(head, name) or of_letters(count(chain([head], chunks(file))))


def of_start(head: bytes, name: str | None = None) -> Encoding | None:
    """What the first bytes tell, or the clerk."""
    mark = next((encoding for mark, encoding in plain.MARKS if head.startswith(mark)), None)
    if name:
        return Encoding(given(name, mark), "given", has_mark=mark is not None)
    return Encoding(mark, "mark", has_mark=True) if mark else wide(head)


def given(name: str, mark: str | None) -> str:
    """Its name for Python; ``Refused`` where nobody knows it."""
    plainly = name.strip().lower().replace("_", "-")
    if plainly in ("utf-16", "utf16"):
        return mark if mark in WIDE else WIDE[0]
    if known := plainly if plainly in WIDE else plain.known(name):
        return known
    raise Refused("unknown_encoding", encoding=name[:40])


def wide(head: bytes) -> Encoding | None:
    """UTF-16 without a mark: of digits, spaces and line ends, every other byte is NUL."""
    even, odd = (head[start::2].count(0) for start in (0, 1))
    if min(even, odd) * FEW < max(even, odd) and max(even, odd) * FEW > len(head) / 2:
        name = WIDE[even > odd]
        return Encoding(name, "bytes", remarks=(Problem("no_mark", {"encoding": name}),))
    return None


def count(bodies: Iterable[bytes]) -> Count:
    found = Count()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for body in bodies:
        text = decoder.decode(body)
        if not text.isascii():
            unfit = text.count(UNREADABLE)
            found.fit += len(text) - len(text.encode("ascii", "ignore")) - unfit
            found.unfit += unfit
            high = b"".join(HIGH.findall(body))
            found.high += len(high)
            found.used |= set(high)
            found.in_words.update(b"".join(WORDS.findall(body)))
    found.unfit += len(decoder.decode(b"", final=True))
    return found


def of_letters(found: Count) -> Encoding:
    if not found.high:
        return Encoding("utf-8", "ascii")
    if found.fit > found.unfit * FEW:
        damage = (Problem("damaged_letters", {"count": found.unfit}),) if found.unfit else ()
        return Encoding("utf-8", "bytes", remarks=damage)
    name = likeliest(found)
    return Encoding(name, "letters", remarks=(Problem("guessed_encoding", {"encoding": name}),))


def likeliest(found: Count) -> str:
    if found.in_words.total() * 2 > found.high:
        return max(plain.CYRILLIC, key=lambda name: plain.likelihood(found.in_words, name))
    return next(name for name in plain.LATIN if plain.can_be(bytes(found.used), name))
