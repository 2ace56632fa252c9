"""Of lines that look like numbered headings, those whose numbers make a sequence."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from agreements.texts.wording.headings import STRONG, Candidate
from agreements.texts.wording.numerals import Number

Unit = tuple[int, int]

NEXT = 2.0  # the number that is expected
FARTHEST = 8  # numbers left out
RESTART, BACKWARD = -4.0, -6.0
AFTER_BOUNDARY = 3.5  # makes good for most of a restart after an annex or a chapter begins
ACROSS = -2.0  # the sequence goes on in an annex


@dataclass(slots=True)
class Link:
    """The best sequence that ends with this number of this candidate."""

    candidate: Candidate
    number: Number
    score: float
    before: Link | None
    unit: Unit


@dataclass(slots=True)
class Chains:
    """The best sequences so far, by the last number of each."""

    by_number: dict[tuple[int, ...], Link] = field(default_factory=dict)
    by_chapter: dict[int, Link] = field(default_factory=dict)  # of 5.2, the 5; of 502, too
    best: Link | None = None

    def keep(self, link: Link) -> None:
        """Remember it where it is the best for its number."""
        levels = link.number.levels
        chapter = levels[0] if len(levels) > 1 else levels[0] // 100
        for held, key in ((self.by_number, levels), (self.by_chapter, chapter)):
            if key not in held or held[key].score < link.score:  # type: ignore[operator, index]
                held[key] = link  # type: ignore[index]
        if self.best is None or self.best.score < link.score:
            self.best = link


def sequence(candidates: list[Candidate], units: list[Unit]) -> list[tuple[Candidate, Number]]:
    """The likeliest headings with their numbers, in the text's order.

    ``units`` says for each candidate how many annexes, and how many chapters, began before it.
    """
    chains = Chains()
    for candidate, unit in zip(candidates, units, strict=True):
        readings = candidate.readings
        if not readings and candidate.weight >= STRONG:
            readings = (following(chains.best.number) if chains.best else Number((1,)),)
        links = [
            linked(candidate, number, chains, unit, place)
            for place, number in enumerate(readings[:4])
        ]
        for link in links:
            chains.keep(link)
    chosen: list[tuple[Candidate, Number]] = []
    link = chains.best
    while link is not None:
        chosen.append((link.candidate, link.number))
        link = link.before
    return chosen[::-1]


def following(number: Number) -> Number:
    """The number that is expected next."""
    return Number((*number.levels[:-1], number.levels[-1] + 1))


def linked(candidate: Candidate, number: Number, chains: Chains, unit: Unit, place: int) -> Link:
    """Join the number to the sequence that it continues best, or begin one."""
    own = candidate.weight - 0.3 * place
    best = Link(candidate, number, own if is_first(number) else own - STRONG / 2, None, unit)
    for before, gain in befores(number, chains, unit):
        if before.candidate is candidate:
            continue
        score = before.score + own + gain
        if score > best.score:
            best = Link(candidate, number, score, before, unit)
    return best


def befores(number: Number, chains: Chains, unit: Unit) -> list[tuple[Link, float]]:
    """The sequences that the number may continue, each with what this gains."""
    levels, found = number.levels, []
    last = levels[-1]
    if number.suffix and (before := chains.by_number.get(levels)):
        found.append((before, NEXT + across(before, unit)))
    for gap in range(1, min(FARTHEST, last) + 1):
        if before := chains.by_number.get((*levels[:-1], last - gap)):
            gain = NEXT if gap == 1 else -0.5 - gap * 0.5
            found.append((before, gain + across(before, unit)))
    if len(levels) > 1 and last == 1 and (before := chains.by_chapter.get(levels[0] - 1)):
        found.append((before, NEXT))
    if levels[0] > 100 and last % 100 == 1 and (before := chains.by_chapter.get(last // 100 - 1)):
        found.append((before, NEXT))
    if before := chains.best:
        gain = RESTART if is_first(number) else BACKWARD
        found.append((before, gain + (AFTER_BOUNDARY if unit != before.unit else 0.0)))
    return found


def across(before: Link, unit: Unit) -> float:
    """A sequence seldom goes on where an annex has begun."""
    return ACROSS if unit[0] != before.unit[0] else 0.0


def is_first(number: Number) -> bool:
    """1, 3.1 or 301."""
    return number.levels[-1] in (0, 1) or (len(number.levels) == 1 and number.levels[0] % 100 == 1)


def without_contents(
    chosen: list[tuple[Candidate, Number]], ends: list[int]
) -> tuple[list[tuple[Candidate, Number]], int]:
    """Leave out a table of contents: the same numbers as what follows, with next to no words.

    ``ends`` says for each line where it ends in the text. Also answers the line after the table.
    """
    first = next(
        (
            place
            for place, (before, after) in enumerate(pairwise(chosen), start=1)
            if after[1].levels <= chosen[0][1].levels and before[1].levels > after[1].levels
        ),
        0,
    )
    if first < 3:
        return chosen, 0
    table, rest = chosen[:first], chosen[first:]
    lengths = [b[0].at - a[0].at for a, b in pairwise(table)]
    words = [ends[b[0].at] - ends[a[0].at] for a, b in pairwise(table)]
    sizes = sorted(ends[b[0].at] - ends[a[0].at] for a, b in pairwise(rest))
    median = sorted(words)[len(words) // 2]
    is_table = max(lengths) < 30 and median < 160 and sizes and sizes[len(sizes) // 2] > 2 * median
    same = {number.levels for _, number in table} & {number.levels for _, number in rest}
    if is_table and len(same) * 2 >= len(table):
        return rest, rest[0][0].at
    return chosen, 0
