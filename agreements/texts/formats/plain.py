"""Plain text of any encoding that was ever usual where Latin and Cyrillic letters are written."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .limits import Limits
from .problem import Problem, Refused

# Not among them: tab, line ends, new page, and the end mark of DOS.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso-8859-5")
LATIN = ("windows-1252", "iso-8859-1")
# Of those that Python knows by name; some others run, or take no bytes.
USUAL = re.compile(
    r"utf-8|iso8859-\d+|cp\d+|koi8-\w|kz1048|ptcp154|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+"
)
# From the most to the least frequent in Russian.
BY_FREQUENCY = "ъфэщцюшжхйчбгзьыяупдмклврстниаео"
WHOLE_CHARACTERS = 4  # bytes of the longest


@dataclass(frozen=True)
class Decoded:
    """``is_guessed`` where neither the file nor its bytes say which encoding it is."""

    text: str
    encoding: str
    is_guessed: bool = False


def read(path: Path, limits: Limits) -> bytes:
    if path.stat().st_size > limits.characters * WHOLE_CHARACTERS:
        raise Refused("too_much_text", limit=limits.characters)
    return path.read_bytes()


def has_mark(body: bytes) -> bool:
    return any(body.startswith(mark) for mark, _ in MARKS)


def decode(body: bytes, stated: str = "", *, is_part: bool = False) -> Decoded:
    """``stated`` is the encoding that a page names; a part may end amid a character."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return Decoded(taken(body[len(mark) :], encoding, is_part), encoding)
    for encoding in filter(None, (known(stated), "utf-8")):
        try:
            return Decoded(taken(body, encoding, is_part), encoding)
        except UnicodeDecodeError:
            continue
    encoding = guess(body)
    return Decoded(body.decode(encoding, "replace"), encoding, is_guessed=True)


def taken(body: bytes, encoding: str, is_part: bool) -> str:
    return codecs.getincrementaldecoder(encoding)().decode(body, final=not is_part)


def known(encoding: str) -> str:
    """Its name for Python, where it is one that turns bytes into text."""
    try:
        found = codecs.lookup(encoding.strip())
    except (LookupError, ValueError):
        return ""
    if found.name in ("ascii", "iso8859-1"):
        return "cp1252"  # as browsers do
    return found.name if USUAL.fullmatch(found.name) else ""


def guess(body: bytes) -> str:
    """Of one byte a letter: Cyrillic where most letters are outside ASCII, the likeliest of it."""
    counts = Counter(body)
    high = sum(count for byte, count in counts.items() if byte > 0x7F)
    plain = sum(count for byte, count in counts.items() if chr(byte).isalpha() and byte < 0x80)
    if high > plain / 2:
        return max(CYRILLIC, key=lambda encoding: likelihood(counts, encoding))
    used = bytes(counts)
    return next(encoding for encoding in LATIN if can_be(used, encoding))


def likelihood(counts: Counter[int], encoding: str) -> int:
    """How frequent the letters are that its bytes would be; against it, what is no letter."""
    score = 0
    for byte, count in counts.items():
        if byte > 0x7F:
            letter = bytes((byte,)).decode(encoding, "replace").lower()
            score += count * (BY_FREQUENCY.find(letter) if letter.isalpha() else -len(BY_FREQUENCY))
    return score


def can_be(used: bytes, encoding: str) -> bool:
    try:
        used.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def tidy(text: str) -> str:
    """NFC, without NUL bytes and others that nobody sees, lines parted by ``\\n``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def examine(path: Path, limits: Limits) -> dict[str, Any]:
    return {"warnings": check(decode(read(path, limits)))}


def check(decoded: Decoded) -> list[Problem]:
    """Warnings; ``Refused`` where it holds what no text holds."""
    if "\0" in decoded.text:
        raise Refused("nul_bytes")
    if CONTROL.search(decoded.text):
        raise Refused("control_characters")
    return [Problem("guessed_encoding", {"encoding": decoded.encoding})] * decoded.is_guessed


def words(path: Path, limits: Limits) -> str:
    text = tidy(decode(read(path, limits)).text)
    if len(text) > limits.characters:
        raise Refused("too_much_text", limit=limits.characters)
    return text.strip("\n")
