"""How a text is laid out."""

from __future__ import annotations

from itertools import pairwise

from agreements.texts.blocks import Levels, blocks, leaf_of, leaves
from agreements.texts.wording.articles import parts
from agreements.texts.wording.parts import Kind


def test_every_word_is_in_one_block() -> None:
    begun = "TREATY\n\nThey agree:\n\nArticle 1. Roads\n\n1. Open.\n2. Free."
    text = f"{begun}\n\nArticle 2\nDone.\n\nANNEX\n\nMap."
    levels = Levels()
    found = [b for part in parts(text) for b in blocks(text, part, levels.of(part.kind))]
    written = " ".join(text[block.start : block.end] for block in found)
    assert written.split() == text.split()
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_no_level_is_left_out() -> None:
    levels = Levels()
    kinds = [Kind.SECTION, Kind.ARTICLE, Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION, Kind.ARTICLE]
    assert [levels.of(kind) for kind in kinds] == [2, 3, 2, 3, 3, 4]
    assert levels.of(Kind.PREAMBLE) == 0
    assert [levels.of(kind) for kind in (Kind.ANNEX, Kind.ARTICLE)] == [2, 3]


def test_leaves_begin_at_places_and_are_not_too_long() -> None:
    assert leaves(100, [0, 30, 60, 90], most=50) == [(0, 30), (30, 60), (60, 100)]
    assert leaves(100, [0, 30, 60, 90], most=500) == [(0, 100)]
    assert leaves(100, [10, 90], most=20) == [(0, 10), (10, 90), (90, 100)]
    assert leaves(0, [], most=5) == [(0, 0)]
    assert leaves(6, [0, 1, 2, 3, 4, 5], most=500, most_places=4) == [(0, 4), (4, 6)]


def test_leaf_is_found_by_a_character() -> None:
    found = [(0, 30), (30, 60), (60, 100)]
    assert [leaf_of(found, at) for at in (0, 29, 30, 99, 10**9)] == [0, 0, 1, 2, 2]
