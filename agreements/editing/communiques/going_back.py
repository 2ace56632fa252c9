"""A step is taken back, or done again; what was typed since stays where it still has a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .opening import Kept
from .steps import number, rows_in, with_rows

WITHIN = re.compile(r"(parties|delegations|announcements)-([0-9]{1,4})-(.+)")
# What nobody types.
HIDDEN = ("_at", "-said", "_FORMS", "doubts", "again", "not_now", "seen_version")
# What a whole that is gone is named by.
TELLING = ("text", "period", "signatories", "name")


@dataclass(frozen=True)
class Lost:
    """Fields of a document, by its number before; number 0 is the event."""

    number: int
    names: tuple[str, ...]


def gone_back(before: Kept, after: Kept, now: Kept) -> tuple[Kept, list[Lost]]:
    """``now`` as it would be if ``before`` had never become ``after``; and what has no place there.

    The rows of ``now`` are those of ``after``, in its order: a page adds and moves none.
    """
    kept, names = merged(rest(before), rest(after), rest(now))
    lost = [Lost(0, names)] if names else []
    typed = rows_in(now)
    rows: list[Kept] = []
    old, new = rows_in(before), rows_in(after)
    for n, m in pairs(old, new):
        if m is None:
            rows.append(old[n])
            continue
        mine = typed[m] if m < len(typed) else new[m]
        if n is None:
            names = tuple(name for name in TELLING if value(mine, name) != value(new[m], name))
        else:
            row, names = merged(old[n], new[m], mine)
            rows.append(row)
        if names:
            lost.append(Lost(m + 1, names))
    return with_rows(kept, rows), lost


def pairs(old: Sequence[Kept], new: Sequence[Kept]) -> Iterator[tuple[int | None, int | None]]:
    """Which row became which, in order; of two that became one, and of one that became two, one."""
    found = SequenceMatcher(None, list(map(canonical, old)), list(map(canonical, new)), False)
    for _tag, i1, i2, j1, j2 in found.get_opcodes():
        if i2 - i1 == j2 - j1:
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            for i, j in aligned(old[i1:i2], new[j1:j2]):
                yield (None if i is None else i1 + i), (None if j is None else j1 + j)


def aligned(old: Sequence[Kept], new: Sequence[Kept]) -> Iterator[tuple[int | None, int | None]]:
    """In order, so that the pairs have most in common; of equals the first."""
    best = [[0] * (len(new) + 1) for _row in range(len(old) + 1)]
    common = [[in_common(one, other) for other in new] for one in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = best[i + 1][j + 1] + common[i][j]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j + 1] + common[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((n, None) for n in range(i, len(old)))
    yield from ((None, n) for n in range(j, len(new)))


def in_common(one: Kept, other: Kept) -> int:
    return sum(bool(value(one, name)) and value(one, name) == value(other, name) for name in one)


def canonical(row: Kept) -> str:
    return json.dumps({name: value(row, name) for name in row if value(row, name)}, sort_keys=True)


def rest(kept: Kept) -> Kept:
    return {name: values for name, values in kept.items() if not name.startswith("documents-")}


def value(kept: Kept, name: str) -> list[str]:
    """An empty field is sent or not, and a browser ends lines in its own way: it is the same."""
    return [each.replace("\r\n", "\n") for each in kept.get(name, ()) if each]


def merged(before: Kept, after: Kept, now: Kept) -> tuple[Kept, tuple[str, ...]]:
    """What the step did is undone; what was typed over it, or into what it added, is named."""
    kept = dict(now)
    lost = []
    for name in dict.fromkeys([*before, *after, *now]):
        was, is_ = value(before, name), value(after, name)
        is_gone = beyond(before, name)
        if is_gone or was != is_:
            if value(now, name) not in (was, is_) and not name.endswith(HIDDEN):
                lost.append(name)
            put_back(kept, before, name)
    return kept, tuple(lost)


def put_back(kept: Kept, before: Kept, name: str) -> None:
    kept.pop(name, None)
    if name in before:
        kept[name] = before[name]


def beyond(kept: Kept, name: str) -> bool:
    """Whether it is a field of a row that is not there."""
    found = WITHIN.fullmatch(name)
    return bool(found) and int(found[2]) >= number(kept.get(f"{found[1]}-TOTAL_FORMS"))
