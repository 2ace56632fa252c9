"""The archive's own reference files as an authority: for where there is no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .authority import Authority, KnownName

FOLDER = Path(__file__).parent.parent / "reference"
# Names by which a text of today means the state.
USED = ("short", "official", "other", "abbreviation")


@lru_cache(maxsize=1)
def reference_authority() -> Authority:
    return Authority(states=tuple(state_names()), places=tuple(place_names()))


def state_names() -> Iterator[KnownName]:
    more = read("more_state_names.json")
    for row in read("states.json"):
        code, kind = row["code"], row["kind"]
        if row.get("until") or kind == "organisation":
            continue
        for name in row["names"]:
            if name["kind"] in USED:
                yield KnownName(name["text"], name["language"], code, code, kind)
        for language, kinds in more.get(code, {}).items():
            for texts in kinds.values():
                for text in [texts] if isinstance(texts, str) else texts:
                    yield KnownName(text, language, code, code, kind)


def place_names() -> Iterator[KnownName]:
    for row in read("capitals_and_places.json"):
        for name in row["names"] if row["state"] else ():
            yield KnownName(name["text"], name["language"], row["state"], row["key"], "place")


def read(name: str) -> list | dict:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
