"""Lines that look like headings, judged by their shape and by the lines around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from agreements.texts.wording import heading_words as words
from agreements.texts.wording import numerals
from agreements.texts.wording.lines import Line
from agreements.texts.wording.numerals import Number
from agreements.texts.wording.parts import Kind

LONGEST = 300  # of a line, what is looked at
SHORT = 40  # a heading that is spoilt is looked for in lines up to this
TITLE = 120  # and a title is no longer than this
# How well a line looks like a heading.
STRONG, FAIR, WEAK = 3.0, 2.0, 0.5

BEFORE = r"[\s#*+·•–—|_\-]{0,8}"
CJK = rf"第\s?([0-9{numerals.HAN_NUMERAL}]{{1,6}})\s?"
FIRST_WORD = re.compile(rf"{BEFORE}(?P<word>[^\W\d_][^\W\d_’'ʻ\u200c-]*\.?)_?(?P<rest>.*)", re.S)
AFTER_NUMBER = re.compile(
    r"[\s#*·•–—|_]{0,8}(?P<number>\d{1,3}|[IVX]{1,6})(?P<mark>[-‑–. ]{0,3}"
    r"(?:nji|njy|inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü|дугаар|дүгээр|ші|шi|-шы|чи|й|я)?[-‑–. ]{0,2})"
    r"(?P<word>[^\W\d_][^\W\d_ʻ']*)(?P<rest>.*)",
    re.S,
)
HAN_HEADING = re.compile(rf"[\s#*]{{0,8}}{CJK}(?P<word>[条條章节節部])(?P<rest>.*)", re.S)
KOREAN = re.compile(r"[\s#*]{0,8}제\s?(\d{1,3})\s?(?P<word>[조장절])(?P<rest>.*)", re.S)
HAN_ADDED = re.compile(
    rf"[\s#*]{{0,8}}(?P<word>附件|附录|附錄|议定书|議定書)\s?(?P<number>[{numerals.HAN_NUMERAL}]*)(?P<rest>.*)",
    re.S,
)
HAN_KINDS = {"章": Kind.CHAPTER, "장": Kind.CHAPTER, "部": Kind.PART, "节": Kind.SECTION}
HAN_KINDS |= {"節": Kind.SECTION, "절": Kind.SECTION}
PARAGRAPH_SIGN = re.compile(r"[\s#*]{0,8}§\s?(?P<rest>\d.*)", re.S)
LETTER = re.compile(
    r"(?:No\.?|Nr\.?|№|n[º°]|رقم)?\s*([A-ZА-ЯЁ](?:-\d{1,2})?|\d{1,3}-[A-Z])(?![\w’'])"
)
NUMBER_SIGN = re.compile(
    r"(?:(?:No|Nr|n)\s?[.º°]{1,2}|N[oº°]|№|رقم|شماره)\s*(?=[\dIVXА-ЯA-Z])|[(\[]\s*(?=\w)", re.I
)
DOTS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]*\s*$|…+\s*\d*$|\S\s{4,}\d{1,3}$")
LETTERED = re.compile(r"\((?:\d{1,2}|[a-zа-я])\)\s*[A-ZА-ЯÀ-Þ]|\(\d{1,2}\)$")
BEGUN = re.compile(r"(?P<token>[^\W_]{1,5})(?P<rest>[.:,]?\s+[A-ZÀ-ÞА-ЯЁІЇ][\w’'].*)", re.S)
PARAGRAPH_ONE = re.compile(r"\(?\d{1,2}[.)]\s*\S")
SEPARATOR = re.compile(r"\s*[)\]]?\s*(?:\s?[.:：。、–—―\-])+\s*|\s*[)\]]\s*")
ENDED = re.compile(r"[.;:!?。；：！？؛؟…»”\")\]]$|[_=*·–—-]{2,}$")


@dataclass(slots=True)
class Candidate:
    """A line (the ``at``-th) that may be a heading; what follows it begins in line ``after``."""

    kind: Kind
    at: int
    readings: tuple[Number, ...]
    weight: float
    heading: str = ""
    after: int = 0
    family: str = ""
    letter: str = ""
    is_capitals: bool = False


def words_of(kinds: dict[Kind, str]) -> dict[str, Kind]:
    """Each spelling as a line may have it, in lower case."""
    return {word: kind for kind, listed in kinds.items() for word in listed.split()}


BEFORE_NUMBER = words_of({**words.GROUP, Kind.ARTICLE: words.ARTICLE})
AFTER = words_of({**words.GROUP_AFTER, Kind.ARTICLE: words.ARTICLE_AFTER})
ADDED = words_of(words.ADDED)
ADDED_AFTER = words_of({Kind.ANNEX: words.ANNEX_AFTER})
OPEN_ENDS = frozenset(words.OPEN_ENDS.split())
CONTINUES = OPEN_ENDS | frozenset(words.CONTINUES.split())
SPOILT = ("article", "artículo", "articulo", "artigo", "articolo", "artikel", "статья", "стаття")
FUZZY = tuple((word, frozenset(word)) for word in SPOILT)
LOOKALIKES = str.maketrans("aoecpxyktmhbiACEOPTXHKMB", "аоесрхуктмнвіАСЕОРТХНКМВ")
BARE = str.maketrans("ΙI", "II", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


def lowered(word: str) -> str:
    """For the tables, dotted capitals of Turkish too; Latin letters in a Cyrillic word are not."""
    word = word.translate(BARE).replace("İ", "i").lower()
    if any("\u0400" <= letter <= "\u04ff" for letter in word):
        word = word.translate(LOOKALIKES)
    return word.removesuffix("ی") if word.startswith("ماده") else word


def candidate(lines: list[Line], at: int, width: int) -> Candidate | None:
    """The heading that the line may be; ``width`` is that of a full line, 0 if none is."""
    line = lines[at].words[:LONGEST]
    if len(line) < 2 or DOTS.search(line):
        return None
    found = plain(line) or annex(line) or spoilt(line)
    if found is None:
        return None
    found.at, found.after = at, at + 1
    found.is_capitals = line[:6].isupper()
    rest = found.heading
    if not rest and not found.readings and found.kind == Kind.ARTICLE:
        number_below(found, lines)
    found.weight = min(found.weight, by_rest(rest, found), by_place(lines, found, width, rest))
    separator = SEPARATOR.match(rest)
    found.heading = rest[separator.end() if separator else 0 :].strip()
    return found if found.weight > 0 else None


def plain(line: str) -> Candidate | None:
    """Word and number, or number and word."""
    if found := HAN_HEADING.match(line) or KOREAN.match(line):
        value = int(found[1]) if found[1].isdecimal() else numerals.han(found[1])
        kind = HAN_KINDS.get(found["word"], Kind.ARTICLE)
        return numbered(kind, (Number((value or 0,)),), found["rest"], found["word"])
    if (found := PARAGRAPH_SIGN.match(line)) and (read := numerals.number(found["rest"])):
        return numbered(Kind.ARTICLE, read.readings, found["rest"][read.end :], "§")
    if (found := FIRST_WORD.match(line)) and (kind := BEFORE_NUMBER.get(lowered(found["word"]))):
        if found["word"][0].islower():
            return None
        return with_number(kind, found["rest"], lowered(found["word"]))
    if (found := AFTER_NUMBER.match(line)) and (kind := AFTER.get(lowered(found["word"]))):
        read = numerals.number(found["number"])
        if read:
            return numbered(kind, read.readings, found["rest"], lowered(found["word"]))
    return None


def numbered(kind: Kind, readings: tuple[Number, ...], rest: str, family: str) -> Candidate:
    """``heading`` is what follows the number, as it stands."""
    family = "§" if family == "§" else kind
    return Candidate(kind, 0, readings, STRONG, rest.rstrip(), family=family)


def with_number(kind: Kind, rest: str, family: str) -> Candidate | None:
    """What follows the word; where it is no number, it may be a spoilt one, or in the next line."""
    if rest and rest[0].isalpha():
        return None
    inner = rest.lstrip(" \t\u00a0:.–—-")
    if sign := NUMBER_SIGN.match(inner):
        inner = inner[sign.end() :]
    read = numerals.number(inner)
    token = inner.rstrip(" .:-–*'’")
    if len(token) <= 5 and (readings := (*numerals.guesses(token),)):
        # "II" may be 11, and "1 1" is 11 rather than 1 with a footnote.
        sure = read.readings if read else ()
        is_whole = read is not None and not inner[read.end :].strip(" .:-–)]*'’")
        both = (*sure, *readings) if is_whole else (*readings, *sure)
        return numbered(kind, tuple(dict.fromkeys(both)), "", family)
    if found := BEGUN.match(inner):
        sure = read.readings if read else ()
        if readings := tuple(dict.fromkeys((*sure, *numerals.guesses(found["token"])))):
            return numbered(kind, readings, found["rest"], family)
    if read:
        return numbered(kind, read.readings, inner[read.end :], family)
    if kind == Kind.ARTICLE:
        is_unreadable = not token or (len(token) <= 4 and token.isupper())
        return numbered(kind, (), "", family) if is_unreadable else None
    if letter := LETTER.match(inner):
        made = numbered(kind, (Number((ord(letter[1][0]) % 32,)),), inner[letter.end() :], family)
        made.letter = letter[1].lower()
        return made
    return None


def annex(line: str) -> Candidate | None:
    """An annex, appendix or protocol; many have no number."""
    if found := HAN_ADDED.match(line):
        value = numerals.han(found["number"]) if found["number"] else None
        readings = (Number((value,)),) if value else ()
        return Candidate(ADDED[found["word"]], 0, readings, STRONG, found["rest"].rstrip())
    if (
        (found := AFTER_NUMBER.match(line))
        and (kind := ADDED_AFTER.get(lowered(found["word"])))
        and (read := numerals.number(found["number"]))
    ):
        return Candidate(kind, 0, read.readings, STRONG, found["rest"].rstrip())
    found = FIRST_WORD.match(line)
    if found is None or not (kind := ADDED.get(lowered(found["word"].rstrip(".")))):
        return None
    if found["word"][0].islower():
        return None
    made = Candidate(kind, 0, (), STRONG, found["rest"].rstrip())
    inner = found["rest"].lstrip(" \t\u00a0–-")
    if sign := NUMBER_SIGN.match(inner):
        inner = inner[sign.end() :]
    read = numerals.number(inner)
    if (letter := LETTER.match(inner)) and letter[1] not in ("I", "V", "X"):
        made.letter, made.heading = letter[1].lower(), inner[letter.end() :].rstrip()
    elif read:
        made.readings, made.heading = read.readings, inner[read.end :].rstrip()
    return made


def spoilt(line: str) -> Candidate | None:
    """A short line whose word is misread, or set with spaces between its letters: "ARTI CLE II"."""
    if len(line) > SHORT or not line[0].isalpha():
        return None
    word, _, token = line.rstrip(" .:").rpartition(" ")
    word = "".join(word.split()).lower().replace("1", "l")
    if not 4 <= len(word) <= 10 or line[0].islower():
        return None
    letters = frozenset(word)
    for right, its_letters in FUZZY:
        if len(letters & its_letters) + 2 < len(its_letters) or abs(len(word) - len(right)) > 1:
            continue
        if SequenceMatcher(None, word, right, autojunk=False).ratio() > 0.79:
            read = numerals.number(token)
            whole = read.readings if read and read.end == len(token) else ()
            readings = tuple(dict.fromkeys((*whole, *numerals.guesses(token))))
            if readings:
                return Candidate(Kind.ARTICLE, 0, readings, FAIR, family=Kind.ARTICLE)
    return None


def number_below(found: Candidate, lines: list[Line]) -> None:
    """The word stands alone in its line, the number in the next that is not blank."""
    for below in range(found.at + 1, min(found.at + 3, len(lines))):
        token = lines[below].words.strip(" .:-–")
        if token:
            read = numerals.number(token)
            if read and read.end == len(token):
                found.readings, found.after = read.readings, below + 1
            return


def by_rest(rest: str, found: Candidate) -> float:
    """How well what follows the number lets the line be a heading."""
    if not rest.strip(" .:：–—-)]"):
        return STRONG
    if rest[0] == ",":
        return WEAK if rest[1:].lstrip()[:1].isupper() else 0.0
    separator = SEPARATOR.match(rest)
    tail = rest[separator.end() :] if separator else rest.lstrip()
    first = tail[:1]
    if found.kind in (Kind.ANNEX, Kind.APPENDIX, Kind.PROTOCOL):
        return by_annex_rest(tail, bool(separator))
    if first == "(" and LETTERED.match(tail):
        return FAIR
    if first == "(":
        closed = tail.rstrip(" .").endswith(")") and tail.count("(") == 1 and len(tail) > 5
        return FAIR if closed and not tail[1:2].isdigit() else 0.0
    if first.isdigit():
        return FAIR if PARAGRAPH_ONE.match(tail) and (separator or rest[0] in " \t") else 0.0
    if first.islower():
        if tail.split(None, 1)[0].strip(",.") in CONTINUES:
            return 0.0
        return WEAK if found.is_capitals or (separator and rest[0] != "-") else 0.0
    if first in '"“«„[':
        return FAIR if separator else WEAK
    if not first.isalpha():
        return 0.0
    return STRONG if separator else FAIR


def by_annex_rest(tail: str, is_separated: bool) -> float:
    """ "Annex to the Agreement", "Annex I: Goods", "ANNEX GOODS"; not "Annex I of the …"."""
    if len(tail) > TITLE or tail.endswith((".", ";", ",")):
        return 0.0
    if tail[0].islower():
        return WEAK if re.match(r"(?:to|к|ко|до|à|au|al|a|zu|zum|zur)\b", tail) else 0.0
    if tail[0] in "(,;":
        return FAIR if tail.endswith(")") and tail[0] == "(" else 0.0
    return STRONG if is_separated else FAIR


def by_place(lines: list[Line], found: Candidate, width: int, rest: str) -> float:
    """How well the lines around let it be a heading: running text goes on from line to line."""
    at = found.at
    before = at - 1
    while before >= 0 and not lines[before].words and at - before < 4:
        before -= 1
    if before < 0 or not lines[before].words:
        return STRONG
    previous, has_blank = lines[before].words, before < at - 1
    if previous[-200:].rstrip(" ,").rpartition(" ")[2].lower() in OPEN_ENDS:
        is_capital = previous.isupper() and not previous.endswith(",")
        return FAIR if is_capital else WEAK if has_blank and not previous.endswith(",") else 0.0
    is_alone = not rest.strip(" .:：–—-)]")
    if is_alone and goes_on(lines, found):
        return WEAK if has_blank else 0.0
    if has_blank or ENDED.search(previous) or previous.isupper():
        return STRONG
    if previous.endswith(",") or (width and len(previous) >= 0.6 * width):
        return WEAK if is_alone and not rest.strip() else 0.0
    return STRONG if is_alone else FAIR


def goes_on(lines: list[Line], found: Candidate) -> bool:
    """The next line goes on in small letters, which no body of an article does."""
    for below in range(found.after, min(found.after + 2, len(lines))):
        first = lines[below].words[:2]
        if first:
            return first[0] in ",;" or (first[0].islower() and not first.endswith((")", ".")))
    return False
