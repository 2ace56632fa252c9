"""How many documents the text says were signed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .instruments import number_in_words, number_of
from .layout import Block
from .proposal import Span, Total
from .reading import Reading, tells_of_past_year

NEAR = 45
# "Two-sided" is bilateral, and no number.
SIDED = re.compile(r"тараптуу|тараптык|жакты|томонлама|tomonlama|tarafli|тарафлама")
WORTH = re.compile(
    r"\s*(?:на (?:общую )?сумму|worth|valued at|total?ling \\$|por valor de|im wert)"
)


@dataclass(frozen=True)
class Count:
    number: int
    span: Span
    qualifier: str
    sentence: Span
    is_sum: bool = False
    is_total: bool = False


def total(reading: Reading, blocks: list[Block]) -> Total | None:
    """The largest number of documents that is said of this occasion."""
    counts = [
        count
        for block in blocks
        for sentence in block.sentences
        for count in counted(reading, sentence)
    ]
    if not counts:
        return None
    totals = [count for count in counts if count.is_total] or repeated(counts)
    best = max(totals or counts, key=lambda count: (count.number, -count.span.start))
    if not totals and (added := summed(counts, best)):
        best = added
    return Total(best.number, best.span, best.qualifier, includes_heads(reading, best))


def repeated(counts: list[Count]) -> list[Count]:
    """The number that the text begins with, where it says that one again and no other."""
    first = min(counts, key=lambda count: count.span.start).number
    often = Counter(number for number, _ in {(one.number, one.sentence) for one in counts})
    if often[first] > 1 and all(times == 1 for number, times in often.items() if number > first):
        return [count for count in counts if count.number == first]
    return []


def counted(reading: Reading, sentence: Span) -> list[Count]:
    found: list[Count] = []
    if not in_question(reading, sentence):
        return found
    for noun in reading.find("total_words", sentence.start, sentence.end):
        number = number_before(reading, noun.start(), sentence.start)
        if number is None:
            number = number_after(reading, noun, sentence)
        if number is None:
            continue
        value, place = number
        if value < 2:
            continue
        if reading.grammar.find("these").search(
            reading.plain[max(sentence.start, place - 12) : place] + "¶"
        ):
            continue
        if SIDED.search(reading.plain, place, noun.start()) or is_of_another_day(
            reading, Span(noun.end(), sentence.end)
        ):
            continue
        is_total = bool(reading.search("in_total", sentence.start, sentence.end))
        found.append(
            Count(
                value,
                Span(place, noun.end()),
                qualifier(reading, place, noun.start()),
                sentence,
                is_total=is_total,
            )
        )
    return [*found, *of_pattern(reading, sentence)]


def is_of_another_day(reading: Reading, behind: Span) -> bool:
    """As in "the 11 agreements signed at the 2018 session", "34 contracts worth 86 million"."""
    near = Span(behind.start, min(behind.end, behind.start + NEAR))
    return (
        tells_of_past_year(reading, near)
        or WORTH.match(reading.plain, near.start, near.end) is not None
    )


def of_pattern(reading: Reading, sentence: Span) -> list[Count]:
    """Counts where no spaces part the words: "签署五个合作文件"; a group "more" means more than."""
    found = []
    pattern = re.compile(reading.grammar.total_pattern or r"(?!)")
    for match in pattern.finditer(reading.plain, sentence.start, sentence.end):
        value = number_of(reading, match["n"])
        if value is not None:
            code = "more_than" if match["more"] else qualifier(reading, match.start(), match.end())
            found.append(Count(value, Span(*match.span()), code, sentence))
    return found


def in_question(reading: Reading, sentence: Span) -> bool:
    """Not a number of the past, nor one that is only planned."""
    if reading.search("history", sentence.start, sentence.end) or tells_of_past_year(
        reading, Span(sentence.start, min(sentence.end, sentence.start + 16))
    ):
        return False
    planned = reading.search("planned", sentence.start, sentence.end)
    return planned is None or bool(reading.search("was_signed", sentence.start, planned.start()))


def number_before(reading: Reading, noun: int, limit: int) -> tuple[int, int] | None:
    """As in "20 new documents", "eight bilateral agreements", "twenty-four MoUs"."""
    plain = reading.plain
    place = noun
    for _ in range(5):
        match = re.search(
            r"([^\W_]+(?:[-–'][^\W\d_]+)*)[ \n\"«]+(?:\(\w+\)[ \n]+)?$",
            plain[max(limit, place - 40) : place],
        )
        if match is None:
            return None
        if said := number_in_words(reading, place - len(match[0]) + len(match[1]), limit):
            return said
        place -= len(match[0])
        if pair := number_of_two(reading, match[1], place, limit):
            return pair
        value = number_of(reading, match[1])
        if value is not None:
            two = re.search(
                r"([^\W\d_]+(?:'[^\W\d_]+)?)[ -]$", plain[max(limit, place - 15) : place]
            )
            if two and value < 10 and reading.grammar.numbers.get(two[1], 0) >= 10:
                return reading.grammar.numbers[two[1]] + value, place - len(two[0])
            before = plain[max(0, place - 1) : place]
            if before in "$€£.,/:" and match[1].isdigit():
                return None
            return value, place
        if (
            not reading.grammar.find("adjectives").fullmatch(match[1])
            and not re.match(r"(?:\w+-)+\w+$", match[1])
            and not is_adjective(reading, place, place + len(match[1]))
        ):
            return None
    return None


def number_of_two(reading: Reading, word: str, place: int, limit: int) -> tuple[int, int] | None:
    """As in "on bir", "o'n ikki": a number of two words, the second of which may be none."""
    before = re.search(
        r"([^\W\d_]+(?:'[^\W\d_]+)?)[ -]$", reading.plain[max(limit, place - 15) : place]
    )
    value = reading.grammar.numbers.get(f"{before[1]} {word}") if before else None
    return (value, place - len(before[0])) if before and value else None


def is_adjective(reading: Reading, start: int, end: int) -> bool:
    return any(m.form in ("adjective", "capitalised") for m in reading.mentions_in(start, end))


def number_after(reading: Reading, noun: re.Match[str], sentence: Span) -> tuple[int, int] | None:
    """As in "the number of documents came to 20", "documents: 12"."""
    match = re.compile(reading.grammar.number_after or r"(?!)").match(
        reading.plain, noun.end(), sentence.end
    )
    if match is None:
        return None
    value = number_of(reading, match["n"])
    return (value, match.start("n")) if value is not None else None


def qualifier(reading: Reading, place: int, noun: int) -> str:
    before = reading.plain[max(0, place - 24) : place]
    for code, words in reading.grammar.qualifiers:
        if re.search(rf"(?<!\w)(?:{words})(?:\s+(?:a|the|of|total of))*\s*$", before):
            return code
    for code, words in reading.grammar.qualifiers_after:
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", reading.plain[place:noun]):
            return code
    return "exactly"


def summed(counts: list[Count], best: Count) -> Count | None:
    """As in "Two memoranda and two pacts": numbers of one sentence that nothing sums up."""
    same = [count for count in counts if count.sentence == best.sentence]
    distinct = {count.span.start: count for count in same}
    others = [count for count in counts if count.sentence != best.sentence]
    if len(distinct) < 2 or others or any(count.number > 9 for count in same):
        return None
    number = sum(count.number for count in distinct.values())
    places = sorted(distinct)
    return Count(
        number, Span(places[0], max(c.span.end for c in same)), "exactly", best.sentence, True
    )


def includes_heads(reading: Reading, count: Count) -> str:
    """Whether the heads' own document is among them, where the sentence says so."""
    before = reading.plain[count.sentence.start : count.span.start]
    if reading.grammar.find("besides").match(before.lstrip()):
        return "no"
    if reading.search("by_bodies", count.span.end, count.sentence.end):
        return "no"
    return "not_stated"
