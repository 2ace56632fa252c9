"""Whether the words that a file brings along are words: or a scan's, or those of a broken font."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agreements.texts.wording import layout, scripts

# Letters of a page of words; a stamp, a page number or a scanner's line has fewer.
FEWEST_LETTERS = 60
FEWEST_CHARACTERS = 200  # of a page that has a layer of signs rather than none
BARE_SHARE = 0.5  # of pages with fewer, above which the file is a scan
UNREADABLE_SHARE = 0.02  # of characters that say nothing
LETTER_SHARE = 0.4  # of what is not blank; tables of tariffs have few
SCRIPT_SHARE = 0.15  # of letters in a script of the language; a bilingual text has a half
MOJIBAKE_SHARE = 0.35  # of letters that cp1251 has where latin-1 has accented ones
PAIR_SHARE = 0.03  # of letters in pairs that UTF-8 makes in other encodings
VOWEL_SHARE = {"Latn": 0.25, "Cyrl": 0.25}  # words of all languages have more
SINGLE_SHARE = 0.5  # of words that are one letter
ENDLESS_SHARE = 0.5  # of letters in words that are longer than any
ENDLESS = 45
SAMPLE = 2_000_000  # characters that are judged

UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0e-\x1f]|\(cid:\d+\)")
ACCENTED = frozenset(map(chr, range(0xC0, 0x100))) | set("¨¸³º¿ª¯²")
# What the second byte of a letter in UTF-8 is in other encodings.
SECOND = {
    name: re.escape("".join(dict.fromkeys(bytes(range(0x80, 0xC0)).decode(name, "ignore"))))
    for name in ("latin-1", "cp1252", "cp1251")
}
PAIRS = re.compile(
    rf"[ÐÑÃ][{SECOND['latin-1']}{SECOND['cp1252']}]|â€|[РС][{SECOND['cp1251']}]",
)
VOWELS = frozenset(
    "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿāēīōūăąęěıœőűơưəạảấầẩậắẵặẹẻẽếềểễệỉịọỏốồổỗộớờởợụủứừửữựỳỹ"
)
VOWELS |= frozenset("аеёиоуыэюяіїєәөүұӣӯўйъѣ")
WORD = re.compile(r"[^\W\d_]+")


class Outcome(StrEnum):
    """What may be done with a file's words."""

    USABLE = "usable"
    NEEDS_OCR = "needs_ocr"  # there are words, and they are wrong
    NO_TEXT_LAYER = "no_text_layer"  # the pages are pictures


class Reason(StrEnum):
    """Why a file's words are of no use; ``Verdict.measured`` says how much of what."""

    FEW_LETTERS = "few_letters"  # share of pages with next to none
    UNREADABLE = "unreadable"  # share of characters that say nothing
    NO_LETTERS = "no_letters"  # share of letters in what is not blank
    OTHER_SCRIPT = "other_script"  # share of letters in the language's scripts
    MOJIBAKE = "mojibake"  # share of letters that another encoding has put there
    NO_VOWELS = "no_vowels"  # share of vowels
    SINGLE_LETTERS = "single_letters"  # share of words of one letter
    NO_SPACES = "no_spaces"  # share of letters in endless words


@dataclass(frozen=True, slots=True)
class Verdict:
    """``measured`` (0 to 1) went past ``limit``; both are 0 where the words are usable.

    ``bare_pages`` (from 0) have next to no letters, in a usable text too: these may be scanned.
    ``script`` is the one that most letters are in (ISO 15924), empty without letters.
    """

    outcome: Outcome
    reason: Reason | None = None
    measured: float = 0.0
    limit: float = 0.0
    bare_pages: tuple[int, ...] = ()
    script: str = ""


def judged(pages: Sequence[str], language: str = "") -> Verdict:
    """Judge the words of a file's pages; ``language`` is a BCP 47 tag, or empty where not known."""
    bare = bare_pages(pages)
    text = "\n".join(pages)[:SAMPLE]
    if len(bare) > BARE_SHARE * len(pages) or not pages:
        wrong = found_wrong(text, "") if len(text) > FEWEST_CHARACTERS * len(pages) else None
        if wrong and wrong[0] in (Reason.UNREADABLE, Reason.NO_LETTERS):
            return Verdict(Outcome.NEEDS_OCR, *wrong, bare)
        share = len(bare) / len(pages) if pages else 1.0
        return Verdict(Outcome.NO_TEXT_LAYER, Reason.FEW_LETTERS, share, BARE_SHARE, bare)
    by_script = scripts.shares(letters_of(text))
    script = max(by_script, key=lambda each: by_script[each]) if by_script else ""
    wrong = found_wrong(text, language)
    if wrong:
        return Verdict(Outcome.NEEDS_OCR, *wrong, bare, script)
    return Verdict(Outcome.USABLE, bare_pages=bare, script=script)


def bare_pages(pages: Sequence[str]) -> tuple[int, ...]:
    """Pages with next to no letters of their own: a stamp on each is none."""
    lines = [page.splitlines() for page in pages]
    returning = layout.returning(lines)
    return tuple(
        at for at, page in enumerate(lines) if own_letters(page, returning) < FEWEST_LETTERS
    )


def own_letters(lines: Sequence[str], returning: frozenset[str]) -> int:
    """How many letters a page has that do not return on others; a Chinese one is worth three."""
    count = 0
    for line in lines:
        if count >= FEWEST_LETTERS:
            return count
        if line.strip() and layout.signature(line) not in returning:
            letters = letters_of(line)
            dense = sum(
                n for letter, n in letters.items() if scripts.script_of(letter) in scripts.DENSE
            )
            count += letters.total() + 2 * dense
    return count


def letters_of(text: str) -> Counter[str]:
    """How often each letter stands there."""
    return Counter({letter: count for letter, count in Counter(text).items() if letter.isalpha()})


def found_wrong(text: str, language: str) -> tuple[Reason, float, float] | None:
    """The first measure that goes past its limit, how much, and the limit."""
    characters = Counter(text)
    written = sum(count for each, count in characters.items() if not each.isspace())
    letters = letters_of(text)
    if not written:
        return None
    unreadable = min(len(UNREADABLE.findall(text)) / written, 1.0)
    if unreadable > UNREADABLE_SHARE:
        return Reason.UNREADABLE, unreadable, UNREADABLE_SHARE
    share = letters.total() / written
    if share < LETTER_SHARE:
        return Reason.NO_LETTERS, share, LETTER_SHARE
    return wrong_letters(text, letters, language) or wrong_words(text, letters)


def wrong_letters(
    text: str, letters: Counter[str], language: str
) -> tuple[Reason, float, float] | None:
    """Letters of another encoding, or of another language's script."""
    total = max(letters.total(), 1)
    accented = sum(count for letter, count in letters.items() if letter in ACCENTED) / total
    if accented > MOJIBAKE_SHARE:
        return Reason.MOJIBAKE, accented, MOJIBAKE_SHARE
    pairs = min(2 * len(PAIRS.findall(text)) / total, 1.0)
    if pairs > PAIR_SHARE:
        return Reason.MOJIBAKE, pairs, PAIR_SHARE
    expected = scripts.expected(language)
    found = sum(share for script, share in scripts.shares(letters).items() if script in expected)
    if expected and found < SCRIPT_SHARE:
        return Reason.OTHER_SCRIPT, found, SCRIPT_SHARE
    return None


def wrong_words(text: str, letters: Counter[str]) -> tuple[Reason, float, float] | None:
    """Letters that make no words: too few vowels, no spaces, or one between any two."""
    by_script: dict[str, Counter[str]] = {script: Counter() for script in VOWEL_SHARE}
    for letter, count in letters.items():
        script = scripts.script_of(letter)
        if script in by_script:
            by_script[script][letter.lower() in VOWELS] += count
    for script, counts in by_script.items():
        share = counts[True] / max(counts.total(), 1)
        if counts.total() > letters.total() / 2 and share < VOWEL_SHARE[script]:
            return Reason.NO_VOWELS, share, VOWEL_SHARE[script]
    lengths = Counter(len(found.group()) for found in WORD.finditer(text))
    single = lengths[1] / max(lengths.total(), 1)
    dense = sum(scripts.shares(letters).get(script, 0.0) for script in scripts.DENSE)
    if dense > 0.2:
        return None
    if single > SINGLE_SHARE:
        return Reason.SINGLE_LETTERS, single, SINGLE_SHARE
    endless = sum(length * n for length, n in lengths.items() if length > ENDLESS)
    share = endless / max(letters.total(), 1)
    if share > ENDLESS_SHARE:
        return Reason.NO_SPACES, share, ENDLESS_SHARE
    return None
