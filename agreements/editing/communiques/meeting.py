"""Two clerks wrote into one review: what each wrote, brought together field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .going_back import HIDDEN, TELLING, pairs, rest, value
from .opening import Kept
from .steps import rows_in, with_rows


@dataclass(frozen=True)
class Met:
    """One field, by its name in what is kept and in what was typed; empty where it is not there."""

    theirs: str
    mine: str
    is_taken_over: bool = False


def met(base: Kept | None, theirs: Kept, mine: Kept) -> tuple[Kept, list[Met]]:
    """``mine``, with what they changed and this clerk had not touched; and what differs.

    Both began with ``base``; where that is not known, all that differs is left as it is typed.
    """
    if base is None:
        return mine, list(differing(theirs, mine))
    kept, found = merged(rest(base), rest(theirs), rest(mine), "", "")
    rows: list[Kept] = []
    began, now, typed = rows_in(base), rows_in(theirs), rows_in(mine)
    for n, m in pairs(now, began):
        theirs_at, mine_at = prefix(n), prefix(m)
        if m is None or m >= len(typed):
            rows.append(now[n] if n is not None else began[m])
            found += [Met(f"{theirs_at}text", "", is_taken_over=True)] if theirs_at else []
        elif n is None:
            _row, changed = merged(began[m], {}, typed[m], "", mine_at)
            is_touched = any(not row.is_taken_over for row in changed)
            rows += [typed[m]] if is_touched else []
            found.append(Met("", f"{mine_at}text", is_taken_over=not is_touched))
        else:
            row, changed = merged(began[m], now[n], typed[m], theirs_at, mine_at)
            rows.append(row)
            found += changed
    return with_rows(kept, rows), found


def prefix(number: int | None) -> str:
    return "" if number is None else f"documents-{number}-"


def merged(
    base: Kept, theirs: Kept, mine: Kept, theirs_at: str, mine_at: str
) -> tuple[Kept, list[Met]]:
    """What both changed stands as it is typed, with its place in the text."""
    kept, found, own = dict(mine), [], set()
    for name in sorted({*base, *theirs, *mine}):
        was, is_, typed = (value(fields, name) for fields in (base, theirs, mine))
        if was == is_ or typed == is_:
            continue
        is_taken_over = typed == was and name.removesuffix("_at") not in own
        if is_taken_over:
            kept.pop(name, None)
            kept |= {name: theirs[name]} if name in theirs else {}
        else:
            own.add(name)
        if not name.endswith(HIDDEN):
            found.append(Met(theirs_at + name, mine_at + name, is_taken_over))
    return kept, found


def differing(theirs: Kept, mine: Kept) -> Iterator[Met]:
    """Row by row, as they stand."""
    for name in sorted({*rest(theirs), *rest(mine)}):
        if value(theirs, name) != value(mine, name) and not name.endswith(HIDDEN):
            yield Met(name, name)
    now, typed = rows_in(theirs), rows_in(mine)
    for n in range(max(len(now), len(typed))):
        if n >= len(now) or n >= len(typed):
            name = f"documents-{n}-{TELLING[0]}"
            yield Met(name if n < len(now) else "", name if n < len(typed) else "")
            continue
        for name in sorted({*now[n], *typed[n]}):
            if value(now[n], name) != value(typed[n], name) and not name.endswith(HIDDEN):
                yield Met(prefix(n) + name, prefix(n) + name)
