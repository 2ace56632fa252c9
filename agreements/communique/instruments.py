"""Finds the words that name a type of document, and what stands before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .proposal import Span
from .reading import Reading

BRACKETED = re.compile(r"\s*[(\[]\s*[^()\[\]]{1,45}[)\]]")
LEFTMOST = 6


@dataclass(frozen=True)
class Instrument:
    """Words of a type. ``span`` has the words before that belong to the title, ``core`` not.

    ``start`` counts from the article or number on; ``number`` is what stands before, if a number.
    """

    code: str
    span: Span
    core: Span
    start: int
    is_plural: bool
    number: int | None
    is_definite: bool
    is_again: bool = False
    is_paper: bool = False

    @property
    def end(self) -> int:
        return self.core.end


def instruments(
    reading: Reading, start: int, end: int, known: str = "unspecified"
) -> list[Instrument]:
    """All that are named in the span, in order; ``known`` is the type that "another" repeats."""
    found = [*typed(reading, start, end)]
    taken = [one.core for one in found]
    for name in ("again", "papers"):
        for match in reading.find(name, start, end):
            core = Span(*match.span())
            if any(core.meets(other) for other in taken) or any(
                one.start <= core.start < one.core.start for one in found
            ):
                continue
            if name == "papers" and not is_type(reading, match):
                continue
            found.append(untyped(reading, core, name))
            taken.append(core)
    found.sort(key=lambda one: one.core)
    return resolved([one for one in found if not is_explained(reading, one, found)], known)


def is_explained(reading: Reading, one: Instrument, found: list[Instrument]) -> bool:
    """As in "The second is an MoU": the type that follows says what it is."""
    if not one.is_again:
        return False
    after = next(
        (other for other in found if other.core.start >= one.end and not other.is_paper), None
    )
    joined = reading.grammar.is_
    return bool(
        after and joined and re.compile(joined).fullmatch(reading.plain, one.end, after.start)
    )


def typed(reading: Reading, start: int, end: int) -> list[Instrument]:
    found: list[Instrument] = []
    for match in reading.grammar.type_pattern.finditer(reading.plain, start, end):
        code, is_plural = code_of(reading, match)
        core = with_brackets(reading, Span(*match.span()), end)
        if found and core.start < found[-1].core.end:
            continue
        if not is_type(reading, match):
            continue
        is_plural = is_plural or reads_as_plural(reading, match, start)
        found.append(described(reading, code, core, is_plural, start))
    return found


def code_of(reading: Reading, match: re.Match[str]) -> tuple[str, bool]:
    group = match.lastgroup or "o0"
    return reading.grammar.types[int(group[1:])][0], group[0] == "s"


def is_type(reading: Reading, match: re.Match[str]) -> bool:
    """Not a word of another meaning: "Office of Protocol", "agreement on" with a verb."""
    return not reading.grammar.find("not_types").match(reading.plain, match.start()) and not (
        reading.grammar.find("not_after").search(
            reading.plain[max(0, match.start() - 40) : match.start()] + "¶"
        )
    )


def reads_as_plural(reading: Reading, match: re.Match[str], start: int) -> bool:
    """A form that may be a genitive is plural behind a plural adjective or a verb, or first."""
    word = match[0].split()[0]
    if not reading.grammar.find("ambiguous_plural").fullmatch(word):
        return False
    before = reading.words(max(start, match.start() - 40), match.start())
    return not before or bool(reading.grammar.find("plural_before").fullmatch(before[-1][0]))


def with_brackets(reading: Reading, core: Span, end: int) -> Span:
    """With an abbreviation in brackets: "Memorandum of Understanding (MoU)"."""
    match = BRACKETED.match(reading.plain, core.end, end)
    if match and (
        reading.grammar.type_pattern.search(match[0])
        or re.fullmatch(r"\s*[(\[]\"?[a-z]{2,6}'?s?\"?[)\]]", match[0])
    ):
        return Span(core.start, match.end())
    return core


def described(reading: Reading, code: str, core: Span, is_plural: bool, start: int) -> Instrument:
    begin = with_modifiers(reading, core.start, start)
    outer, number, definite = determined(reading, begin, start)
    is_plural = is_plural or (number is not None and number > 1)
    is_plural = is_plural or (number or 0) > 1
    return Instrument(code, Span(begin, core.end), core, outer, is_plural, number, definite)


def untyped(reading: Reading, core: Span, name: str) -> Instrument:
    begin = core.start
    outer, number, definite = (
        determined(reading, begin, 0) if name == "papers" else (begin, None, False)
    )
    word = reading.plain[core.start : core.end]
    return Instrument(
        "unspecified",
        core,
        core,
        outer,
        name == "papers"
        and (bool(reading.grammar.find("plural_papers").fullmatch(word)) or (number or 0) > 1),
        number,
        definite,
        is_again=name == "again",
        is_paper=name == "papers",
    )


def with_modifiers(reading: Reading, place: int, limit: int) -> int:
    """Back over "Joint Action" of a programme, "Counter-Smuggling Cooperation" of an agreement."""
    begin, uncrossed = place, 0
    for _ in range(LEFTMOST):
        match = re.search(
            r"([^\W_]+(?:['-][^\W_]+)*)([ \n\"]|-)$", reading.plain[max(limit, begin - 40) : begin]
        )
        if match is None:
            break
        word = match[1]
        last = re.split(r"['-]", word)[-1]
        if word == "and" and reading.grammar.has_articles and in_capitals(reading, begin, limit):
            uncrossed = uncrossed or begin
            begin -= len(match[0])
            continue
        if word.isdigit() and is_of_money(reading, begin - len(match[0]), begin):
            begin -= len(match[0])
            begin -= reading.plain[begin - 1 : begin] in tuple("$€£¥₸₽")
            break
        if stops(reading, word) or stops(reading, last) or word.isdigit():
            break
        begin -= len(match[0])
    if uncrossed and not re.search(r"[^\W_][ ]$", reading.plain[max(limit, begin - 3) : begin]):
        return uncrossed
    return begin


def in_capitals(reading: Reading, begin: int, limit: int) -> bool:
    """As in "Trade and Investment Framework Arrangement": capitals on both sides of "and"."""
    before = re.search(r"([^\W_]+) and $", reading.plain[max(limit, begin - 40) : begin])
    if before is None or not reading.text[begin].isupper():
        return False
    place = begin - len(before[0])
    return reading.text[place].isupper() and not stops(reading, before[1])


def stops(reading: Reading, word: str) -> bool:
    return bool(
        reading.grammar.find("stop_left").fullmatch(word)
        or reading.grammar.find("determiners").fullmatch(word)
    )


NUMERAL = re.compile(r"(\d{1,3})(?![\d.,]\d)")


def determined(reading: Reading, begin: int, limit: int) -> tuple[int, int | None, bool]:
    """Where the article and number before the title start, the number, and whether it is "the"."""
    outer, number, definite = begin, None, False
    for _ in range(5):
        match = re.search(
            r"([^\W_]+(?:-[^\W_]+)*)([ \n\"«“]+|(?<=\b[dl])')$",
            reading.plain[max(limit, outer - 30) : outer],
        )
        if match is None:
            break
        word = match[1]
        value = number_of(reading, word)
        if said := number_in_words(reading, outer - len(match[2]), limit):
            number, outer = said if number is None else (number, said[1])
            continue
        if value is None and not reading.grammar.find("determiners").fullmatch(word):
            break
        if value is not None and is_of_money(reading, outer - len(match[0]), outer):
            break
        number = value if value is not None and number is None else number
        definite = definite or bool(reading.grammar.find("definite").fullmatch(word))
        outer -= len(match[0])
    return outer, number, definite


MEASURE = re.compile(
    r"(?:million|billion|thousand|mln|bln|mn|bn|year|month|day|km|mw|млн|млрд|тыс|мил)\w*\b"
)


def is_of_money(reading: Reading, start: int, end: int) -> bool:
    """As in "$50 million loan agreement": a number of something else than documents."""
    return reading.plain[max(0, start - 1) : start] in tuple("$€£¥₸₽") or bool(
        MEASURE.match(reading.plain, end)
    )


def number_of(reading: Reading, word: str) -> int | None:
    """A number in digits or in words, up to 199, without the case ending that it may carry."""
    if reading.grammar.number_suffix and word[:1].isdigit():
        word = re.sub(rf"^(\d+)['-]?(?:{reading.grammar.number_suffix})$", r"\1", word)
    if word.isdigit():
        return int(word) if len(word) < 4 else None
    numbers = reading.grammar.numbers
    if word in numbers:
        return numbers[word]
    parts = re.split(r"[-\s]", word)
    if len(parts) == 2 and all(part in numbers for part in parts) and numbers[parts[0]] >= 20:
        return numbers[parts[0]] + numbers[parts[1]]
    return None


WORDS_OF_NUMBER = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,3}$")


def number_in_words(reading: Reading, end: int, limit: int) -> tuple[int, int] | None:
    """A number of several words that ends here, and where it starts: "vinte e quatro"."""
    match = WORDS_OF_NUMBER.search(reading.plain[max(limit, end - 40) : end])
    if match is None:
        return None
    words = re.split(r"(?<=[ -])", match[0])
    for first in range(max(0, len(words) - 4), len(words) - 1):
        said = "".join(words[first:])
        if said in reading.grammar.numbers:
            return reading.grammar.numbers[said], end - len(said)
    return None


def resolved(found: list[Instrument], known: str) -> list[Instrument]:
    """As "Another", "one more" have the type of the document said before."""
    done: list[Instrument] = []
    for one in found:
        if one.is_again:
            one = replace(one, code=known)
        elif not one.is_paper:
            known = one.code
        done.append(one)
    return done
