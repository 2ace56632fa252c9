"""Real texts of agreements, which don't belong to the project."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "texts"
need_real_texts = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the real texts are not in {FOLDER}"
)


def read(collection: str, every: int) -> Iterator[dict[str, str]]:
    """Each ``every``-th text of collections: id, lang, title, text."""
    for file in sorted(FOLDER.glob(f"{collection}.jsonl.xz")):
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for place, line in enumerate(lines):
                if place % every == 0:
                    yield json.loads(line)


@cache
def sample() -> list[dict[str, str]]:
    """Some texts of every collection; of the 3,100, one in thirty."""
    return list(read("*", 30))


@cache
def cultural() -> dict[str, str]:
    """Cultural agreements by their id, which ends in -en or -fr: corrected by hand."""
    return {row["id"]: row["text"] for row in read("cultural_agreements", 1)}
