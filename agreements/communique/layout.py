"""The text in blocks: list items, paragraphs and their sentences, whatever the line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .proposal import Span
from .script import trimmed

LINE = re.compile(r"[^\n]+")
MARKER = re.compile(
    r"[ ]*(?:(?P<sign>[-–•·▪●■*‣◦➢✓])(?![-–])\s*(?=\S)"
    r"|(?P<number>\(?\d{1,2}[.)](?=\s|[^\W\d])\s*|№ ?\d{1,2}[.):]?\s+|\d{1,2}/\s+)"
    r"|(?P<letter>\(?(?:[^\W\d_]|[ivx]{2,5}|[IVX]{2,5})[.)])\s+)"
)
HEADING = re.compile(r"[ ]*(?:[A-Z]|[IVX]{1,5})[.)]\s+\S")
# A line this long, not ending a sentence, was broken by the width of a page.
WIDTH = 55
LONGEST_SENTENCE = 6_000
SENTENCE_END = re.compile(r"[.!?…。؟](?=[\"')\]»”’]*(?:\s|$|[^\W\d_]))")
ENDS = ".!?:;…。"
ABBREVIATED = re.compile(
    r"(?:^|[\s(\".])(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|brig|capt|sgt|h\.?e|hon|st|jr|sr|no|nos|vs|etc|inc"
    r"|ltd|co|corp|oct|nov|dec|jan|feb|mar|apr|jun|jul|aug|sept?|art|u\.s|u\.k|i\.e|e\.g|approx"
    r"|г|ул|им|т\.е|т\.д|т\.п|руб|млн|млрд|ст|пр|см|долл|тыс|акад|проф|м|mme|mm|ca|bzw|nr"
    r"|sra?|dra?|exmo|exma|ing|lic|gral|arq|av|tzv|napr|resp|tj|dkk|dll|drs|tgl|[^\W\d_])$"
)


@dataclass
class Block:
    """``kind``: item, paragraph. An item's ``span`` is without its marker."""

    kind: str
    span: Span
    marker: str = ""
    group: int = 0
    sentences: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    span: Span
    text: str
    after_blank: bool


def blocks(text: str, plain: str) -> list[Block]:
    found: list[Block] = []
    group = 0
    for lines in paragraphs(lines_of(text)):
        marker = MARKER.match(lines[0].text)
        if marker is None or is_dateline(lines[0].text):
            group += 1
            kind, start, sign = "paragraph", lines[0].span.start, ""
        else:
            kind, start, sign = "item", lines[0].span.start + marker.end(), marker.lastgroup or ""
        span = trimmed(text, start, lines[-1].span.end, " \n\t\r")
        if span.start == span.end:
            continue
        block = Block(kind, span, sign, group)
        block.sentences = list(sentences(text, plain, span))
        found.append(block)
    return found


def lines_of(text: str) -> Iterator[Line]:
    end = 0
    for match in LINE.finditer(text):
        if match[0].strip():
            yield Line(Span(*match.span()), match[0], text.count("\n", end, match.start()) > 1)
            end = match.end()


def paragraphs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: what the width of the page has broken is joined."""
    lines = list(lines)
    is_wrapped = wrapped(lines)
    together: list[Line] = []
    for line in lines:
        if together and goes_on(together[-1], line, is_wrapped):
            together.append(line)
        else:
            if together:
                yield together
            together = [line]
    if together:
        yield together


def wrapped(lines: list[Line]) -> bool:
    """Whether the width of a page has broken the lines: most are full, and end in mid-sentence."""
    full = [line for line in lines if WIDTH <= len(line.text.rstrip()) <= 100]
    broken = [line for line in full if line.text.rstrip()[-1] not in ENDS]
    longest = max((len(line.text) for line in lines), default=0)
    return len(broken) >= 4 and len(broken) * 2 >= len(lines) and longest <= 110


def goes_on(before: Line, line: Line, is_wrapped: bool) -> bool:
    if line.after_blank or MARKER.match(line.text):
        return False
    said = before.text.rstrip()
    first = line.text.lstrip()[0]
    if said[-1] in ENDS:
        return is_wrapped and said[-1] == "." and len(said) >= WIDTH and not MARKER.match(line.text)
    if first.islower():
        return said[-1] != "," or is_wrapped or not MARKER.match(before.text)
    return is_wrapped and len(said) >= WIDTH


def is_dateline(line: str) -> bool:
    """A dash before a date, and lines that are lettered headings, are no items."""
    return bool(re.match(r"[ ]*[-–]\s*\d{1,2}\s+\w+\s+\d{4}", line) or HEADING.match(line))


def sentences(text: str, plain: str, span: Span) -> Iterator[Span]:
    """The sentences of a block; what goes on without an end is cut at spaces."""
    for sentence in whole_sentences(text, plain, span):
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start, start + LONGEST_SENTENCE)
            cut = cut if cut > start else start + LONGEST_SENTENCE
            yield Span(start, cut)
            start = cut
        yield trimmed(text, start, sentence.end, " \n\t\r")


def whole_sentences(text: str, plain: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in SENTENCE_END.finditer(plain, span.start, span.end):
        if not ends_sentence(text, plain, match, start, span.end):
            continue
        end = match.end()
        while end < span.end and text[end] in "\"')]»”’":
            end += 1
        yield trimmed(text, start, end, " \n\t\r")
        start = end
    if trimmed(text, start, span.end).start < span.end:
        rest = trimmed(text, start, span.end, " \n\t\r")
        if rest.start < rest.end:
            yield rest


def ends_sentence(text: str, plain: str, match: re.Match[str], start: int, limit: int) -> bool:
    if match[0] == "。":
        return True
    rest = text[match.end() : limit].lstrip("\"')]»”’ \n")
    after = text[match.end() : match.end() + 1]
    if after and not after.isspace() and after not in "\"')]»”’":
        return False
    if not rest:
        return True
    if match[0] != ".":
        return True
    said = plain[max(start, match.start() - 12) : match.start()]
    return not ABBREVIATED.search(said) and not rest[0].islower()
