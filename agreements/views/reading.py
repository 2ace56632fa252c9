"""A text as a reader sees it: page by page, in articles, with its contents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from agreements import languages
from agreements.models import Text
from agreements.models.vocabulary import WordsReason
from agreements.texts.blocks import MOST_SHEETS, Block, Levels, blocks, leaf_of, leaves
from agreements.texts.page_images import WIDTHS
from agreements.texts.wording.articles import parts
from agreements.texts.wording.parts import ADDED, GROUPS, Kind, Part
from agreements.texts.words import Sheet, Words

from .marks import Marks

FEWEST_LISTED = 6  # articles of which a list is made
LONGEST_LABEL = 120
SHORT_LABEL = 16
WITH_HEADING = {Kind.ARTICLE, *ADDED, *GROUPS}
PREFIX = "page-"


@dataclass(frozen=True, slots=True)
class Shown:
    """A heading of this level, or a paragraph, of level 0. ``link`` leads to the heading."""

    words: SafeString
    level: int
    anchor: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A page of a file with what stands on it; of words that are in no file, ``sheet`` is None."""

    sheet: Sheet | None
    blocks: list[Shown]

    @property
    def link(self) -> str:
        """To the page in the file, as far as a browser opens files there."""
        return f"{self.sheet.file.get_absolute_url()}#page={self.sheet.page}"

    @property
    def images(self) -> list[tuple[str, int]]:
        """Addresses of its picture, each with its width; the smallest first."""
        url = reverse("page_image", args=[self.sheet.file.pk, self.sheet.page])
        return [(f"{url}?width={width}", width) for width in WIDTHS]


@dataclass(frozen=True, slots=True)
class Entry:
    """Of the contents."""

    label: str
    link: str
    depth: int


@dataclass(frozen=True, slots=True)
class Turn:
    """To a leaf of a long text."""

    number: int
    link: str


class Reading:
    """One text on a page. It is read no further than a page needs."""

    def __init__(
        self,
        request: HttpRequest,
        text: Text,
        words: Words,
        places: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.request = request
        self.text = text
        self.words = words
        self.places = places

    @property
    def direction(self) -> str:
        return languages.direction(self.text.language)

    @cached_property
    def has_words(self) -> bool:
        return bool(self.words.text.strip())

    @property
    def has_images(self) -> bool:
        return any(sheet.number for sheet in self.words.sheets)

    @property
    def why_no_words(self) -> str:
        """For a reader who finds none."""
        if not self.words.files:
            return gettext("The archive does not hold the words of this text.")
        if any(file.words_reason == WordsReason.MACHINE_FAILED for file in self.words.files):
            return gettext("This is a scan. A machine tried to read it, and found no usable words.")
        if any(file.is_scan for file in self.words.files):
            return gettext("This is a scan. Its words have not been read out of it.")
        return gettext("The words of the file have not been read out of it.")

    @cached_property
    def parts(self) -> list[Part]:
        return parts(self.words.text)

    @cached_property
    def blocks_of(self) -> dict[str, list[Block]]:
        """Of each part, by its anchor."""
        levels = Levels()
        return {
            part.anchor: list(blocks(self.words.text, part, levels.of(part.kind)))
            for part in self.parts
        }

    @cached_property
    def blocks(self) -> list[Block]:
        return list(chain.from_iterable(self.blocks_of.values()))

    @cached_property
    def begin(self) -> int:
        return place_of(self.request.GET.get("from", ""), self.parts, self.words.sheets) or 0

    @cached_property
    def leaves(self) -> list[tuple[int, int]]:
        size = len(self.words.text)
        if self.words.sheets:
            starts = [sheet.start for sheet in self.words.sheets]
            return leaves(size, starts, most_places=MOST_SHEETS)
        return leaves(size, [block.start for block in self.blocks])

    @cached_property
    def leaf(self) -> int:
        return leaf_of(self.leaves, self.begin)

    @property
    def number(self) -> int:
        return self.leaf + 1

    @cached_property
    def marks(self) -> Marks:
        start, end = self.leaves[self.leaf]
        return Marks(self.words.text, self.places, start, end, self.begin)

    @cached_property
    def sheets(self) -> list[ShownSheet]:
        """What is to be seen of this leaf."""
        start, end = self.leaves[self.leaf]
        on_leaf = within(self.blocks, start, end)
        if not self.words.sheets:
            return [ShownSheet(None, [self.shown(block) for block in on_leaf])]
        return [
            ShownSheet(sheet, [self.shown(b) for b in cut(within(on_leaf, *ends(sheet)), sheet)])
            for sheet in self.words.sheets
            if start <= sheet.start < end
        ]

    def shown(self, block: Block) -> Shown:
        link = self.permanent(block.anchor) if block.level and block.anchor else ""
        return Shown(self.marks.span(block.start, block.end), block.level, block.anchor, link)

    @cached_property
    def contents(self) -> list[Entry]:
        """Empty where it would be no help."""
        listed = [part for part in self.parts if part.kind in WITH_HEADING]
        if sum(part.kind == Kind.ARTICLE for part in listed) < FEWEST_LISTED:
            return []
        level = {block.anchor: block.level for block in self.blocks if block.level}
        return [
            Entry(self.label(part), self.link(part.anchor, part.start), level[part.anchor] - 2)
            for part in listed
        ]

    @property
    def has_short_labels(self) -> bool:
        """Whether the contents have room for many beside each other."""
        return all(len(entry.label) <= SHORT_LABEL for entry in self.contents)

    def label(self, part: Part) -> str:
        words = " ".join(self.words.text[part.start : part.body].split())
        return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"

    # ---- where things are

    def link(self, anchor: str, at: int) -> str:
        """To a place on this leaf, or on another."""
        is_here = leaf_of(self.leaves, at) == self.leaf
        return f"#{anchor}" if is_here else self.query(**{"from": anchor}) + f"#{anchor}"

    def permanent(self, anchor: str) -> str:
        """To a place whatever else was asked for, to be passed on."""
        leaf = f"{self.request.path}?from={anchor}" if len(self.leaves) > 1 else ""
        return f"{leaf}#{anchor}"

    def query(self, **changes: str | None) -> str:
        """The query of this page with some of its parameters changed; None takes one away."""
        asked = self.request.GET.copy()
        for name, value in changes.items():
            asked.pop(name, None)
            if value:
                asked[name] = value
        return f"{self.request.path}?{asked.urlencode()}".rstrip("?")

    def turn(self, leaf: int) -> Turn | None:
        if not 0 <= leaf < len(self.leaves):
            return None
        start = str(self.leaves[leaf][0]) if leaf else None
        return Turn(leaf + 1, self.query(**{"from": start}) + "#text")

    @property
    def before(self) -> Turn | None:
        return self.turn(self.leaf - 1)

    @property
    def after(self) -> Turn | None:
        return self.turn(self.leaf + 1)

    @property
    def first_place(self) -> str:
        """The address of the first place that was sought, on whatever leaf; there has to be one."""
        return self.place(0)

    @property
    def next_place(self) -> str:
        """Of the first one after those that are marked on this leaf; empty where there is none."""
        return self.place(self.marks.after) if self.marks.after < len(self.places) else ""

    def place(self, n: int) -> str:
        return self.query(**{"from": str(self.places[n][0])}) + "#found"

    @property
    def without_words(self) -> str:
        return self.query(q=None)


def within(found: Sequence[Block], start: int, end: int) -> list[Block]:
    """Those of these blocks, in order, of which something stands from ``start`` to ``end``."""
    first = bisect_right(found, start, key=lambda block: block.end)
    last = bisect_right(found, end - 1, key=lambda block: block.start)
    return list(found[first:last])


def ends(sheet: Sheet) -> tuple[int, int]:
    return sheet.start, sheet.end


def cut(found: Iterable[Block], sheet: Sheet) -> Iterable[Block]:
    """What of them stands on this page. Their anchors stand where they begin."""
    for block in found:
        start, end = max(block.start, sheet.start), min(block.end, sheet.end)
        anchor = block.anchor if start == block.start else ""
        yield Block(start, end, block.level, anchor)


def place_of(asked: str, found: Iterable[Part], sheets: Iterable[Sheet]) -> int | None:
    """The character that an address names: by its number, a part's anchor, or a page's."""
    if asked.isascii() and asked.isdigit() and len(asked) < 10:
        return int(asked)
    if asked.startswith(PREFIX):
        return next((sheet.start for sheet in sheets if sheet.anchor == asked), None)
    return next((part.start for part in found if part.anchor == asked), None) if asked else None
