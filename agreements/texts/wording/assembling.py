"""Makes parts of the lines where they begin: titles, anchors, spans."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from agreements.texts.wording.headings import TITLE
from agreements.texts.wording.lines import Line
from agreements.texts.wording.paragraphs import ENDS, MARK, spans
from agreements.texts.wording.parts import ADDED, GROUPS, Kind, Part

LONGEST_TITLE = 400  # of the agreement
TITLED = GROUPS | ADDED  # may have a title and nothing else


@dataclass(slots=True)
class Boundary:
    """A part begins in line ``at``; what follows its heading in line ``after``.

    ``heading`` is what stands after the number in the same line.
    """

    kind: Kind
    number: str
    at: int
    after: int
    heading: str = ""


@dataclass(slots=True)
class Anchors:
    """Unique within the text, and the same whenever the text is."""

    used: Counter[str] = field(default_factory=Counter)
    within: str = ""
    groups: dict[Kind, str] = field(default_factory=dict)

    def name(self, boundary: Boundary) -> str:
        """``article-5``, in an annex ``annex-1-article-5``, the second ``chapter-2-article-5``."""
        if boundary.kind in ADDED:
            self.within, self.groups = "", {}
        word = boundary.kind + (f"-{boundary.number}" if boundary.number else "")
        prefix = self.within and f"{self.within}-"
        names = [prefix + word]
        names += [f"{prefix}{group}-{word}" for group in reversed(self.groups.values())]
        anchor = next((name for name in names if name not in self.used), names[-1])
        while anchor in self.used:
            self.used[names[-1]] += 1
            times = self.used[names[-1]]
            anchor = f"{names[-1]}-again" + (f"-{times}" if times > 1 else "")
        self.used[anchor] = 0
        if boundary.kind in ADDED:
            self.within = anchor
        elif boundary.kind in GROUPS:
            self.enter(boundary.kind, word)
        return anchor

    def enter(self, kind: Kind, word: str) -> None:
        """A chapter ends the section before it."""
        order = [Kind.PART, Kind.CHAPTER, Kind.SECTION]
        above = order[: order.index(kind)]
        self.groups = {k: name for k, name in self.groups.items() if k in above} | {kind: word}


def assembled(text: str, lines: list[Line], boundaries: list[Boundary], width: int) -> list[Part]:
    """The parts, which follow one another without a gap; ``boundaries`` are in order."""
    boundaries = with_beginning(lines, boundaries, width)
    anchors, made = Anchors(), []
    for place, boundary in enumerate(boundaries):
        last = boundaries[place + 1].at if place + 1 < len(boundaries) else len(lines)
        heading, first, body = heading_of(text, lines, boundary, last, width)
        within = "" if boundary.kind in ADDED else anchors.within
        made.append(
            Part(
                kind=boundary.kind,
                number=boundary.number,
                heading=heading,
                anchor=anchors.name(boundary),
                start=lines[boundary.at].start if place else 0,
                body=body,
                end=lines[last - 1].end,
                within=within,
                paragraphs=spans(text, lines, first, last, body, width),
            )
        )
    return made


def with_beginning(lines: list[Line], boundaries: list[Boundary], width: int) -> list[Boundary]:
    """Before the first heading stand the agreement's title and its preamble."""
    last = boundaries[0].at if boundaries else len(lines)
    written = [at for at in range(last) if lines[at].words]
    if not written:
        return boundaries or [Boundary(Kind.PREAMBLE, "", 0, 0)][: len(lines)]
    begun = [Boundary(Kind.PREAMBLE, "", written[0], written[0])]
    end = title_end(lines, written)
    if end is not None:
        begun = [Boundary(Kind.TITLE, "", written[0], written[0])]
        begun += [Boundary(Kind.PREAMBLE, "", at, at) for at in written if at >= end][:1]
    return begun + boundaries


def title_end(lines: list[Line], written: list[int]) -> int | None:
    """The line after the title: capitals, or a first paragraph that does not go on."""
    capitals = 0
    for at in written:
        if not is_capitals(lines[at].words):
            break
        capitals = at + 1
    if capitals:
        return capitals
    length = 0
    for before, at in enumerate(written):
        line = lines[at].words
        length += len(line)
        if length > LONGEST_TITLE or line.endswith((",", ";", ":", ".")):
            return None
        following = written[before + 1] if before + 1 < len(written) else at + 1
        if following > at + 1:
            return following
    return None


def is_capitals(line: str) -> bool:
    """Nearly all letters are; figures and marks don't count."""
    capitals, small = sum(map(str.isupper, line)), sum(map(str.islower, line))
    return capitals > 4 * small or not (capitals or small or any(map(str.isalpha, line)))


def heading_of(
    text: str, lines: list[Line], boundary: Boundary, last: int, width: int
) -> tuple[str, int, int]:
    """The title, the line where the rest begins, and the character."""
    if boundary.after == boundary.at or boundary.kind == Kind.POINT:
        return "", boundary.at, lines[boundary.at].start
    own, after = boundary.heading, boundary.after
    if own:
        is_all = boundary.kind in TITLED and not any(line.words for line in lines[after:last])
        if is_all or is_title(lines, own, after, last, width):
            return own.rstrip(" ."), after, start_of(lines, after, last)
        line = lines[boundary.at]
        return "", boundary.at, text.index(own, line.start, line.end)
    at = after
    while at < last and at < after + 3 and not lines[at].words:
        at += 1
    if at < last and (words := lines[at].words):
        is_all = boundary.kind in TITLED and not any(line.words for line in lines[at + 1 : last])
        if is_all or is_title(lines, words, at + 1, last, width):
            return words, at + 1, start_of(lines, at + 1, last)
    return "", after, start_of(lines, after, last)


def start_of(lines: list[Line], at: int, last: int) -> int:
    return lines[at].start if at < last else lines[last - 1].end


def is_title(lines: list[Line], words: str, after: int, last: int, width: int) -> bool:
    """Short, without an end, and what follows does not go on from it."""
    if len(words) > TITLE or MARK.match(words) or words[0].islower():
        return False
    if words.endswith((*ENDS, ",")) and not words.isupper():
        return False
    following = next((line.words for line in lines[after : min(after + 3, last)] if line.words), "")
    if not following or following[0].islower():
        return False
    is_apart = after < last and not lines[after].words
    return is_apart or not width or words.isupper() or len(words) < 0.75 * width
