"""JSON lines: one object on each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from agreements.texts.formats.problem import Problem, Refused

from . import encodings, headers, streams
from .found import Found, Row
from .limits import Limits
from .records import Record, fit
from .streams import Line

BETWEEN = " | "
Cells = dict[str, str]


class Repeated(ValueError):
    """A name stands twice in one object."""


def examine(path: Path, limits: Limits, is_packed: bool, given: dict[str, Any]) -> Found:
    with streams.opened(path, limits, is_packed) as file:
        encoding = encodings.detect(file, given["encoding"])
    found = Found(
        "jsonl",
        path.stat().st_size,
        (),
        is_packed,
        encoding=encoding.name,
        encoding_by=encoding.by,
        has_mark=encoding.has_mark,
        remarks=encoding.remarks,
    )
    found = replace(found, columns=columns(path, limits, found))
    return replace(found, sample=tuple(islice(rows(path, limits, found), headers.SAMPLE)))


def columns(path: Path, limits: Limits, found: Found) -> tuple[str, ...]:
    """Of all lines, since the last may bring another."""
    names: dict[str, None] = {}
    whole = broken = 0
    for _, cells, problems in read(path, limits, found):
        names |= dict.fromkeys(cells)
        if len(names) > limits.columns:
            raise Refused("too_many_columns", limit=limits.columns)
        whole, broken = whole + (not problems), broken + bool(problems)
    if not names or broken > whole:
        raise Refused("json_broken")
    return tuple(names)


def rows(path: Path, limits: Limits, found: Found) -> Iterator[Row]:
    for line, cells, problems in read(path, limits, found):
        record = Record(line.number, [cells.get(name, "") for name in found.columns], problems)
        yield fit(record, found.columns, limits)


def read(
    path: Path, limits: Limits, found: Found
) -> Iterator[tuple[Line, Cells, tuple[Problem, ...]]]:
    """Every line that is not blank, with its cells or what is wrong with it."""
    with streams.opened(path, limits, found.is_packed) as file:
        for line in streams.lines(file, found.encoding, limits):
            if line.text.strip():
                cells, problems = parse(line.text)
                yield line, cells, (*line.problems, *problems)


def parse(text: str) -> tuple[Cells, tuple[Problem, ...]]:
    """Numbers stay as they are written."""
    try:
        value = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=refuse, object_pairs_hook=once
        )
        if not isinstance(value, dict):
            return {}, (Problem("not_an_object"),)
        return flat(value), ()
    except Repeated as error:
        return {}, (Problem("repeated_name", {"name": str(error)[:100]}),)
    except json.JSONDecodeError as error:
        return {}, (Problem("broken_json", {"place": error.colno}),)
    except (ValueError, RecursionError):
        return {}, (Problem("broken_json", {"place": 1}),)


def refuse(constant: str) -> None:
    raise ValueError(constant)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Repeated(name)
        found[name] = value
    return found


def flat(value: dict[str, Any]) -> Cells:
    """``{"a": {"b": 1}}`` is "a.b"; a list of objects "a.1.b"; one of values is joined."""
    cells: Cells = {}
    for name, cell in pairs(value, ""):
        if name in cells:
            raise Repeated(name)
        cells[name] = cell
    return cells


def pairs(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        yield name, joined([plainly(each) for each in value])
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from pairs(each, f"{name}.{number}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from pairs(each, f"{name}.{key}" if name else key)
    else:
        yield name, plainly(value)


def plainly(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or ""


def joined(values: list[str]) -> str:
    """As the archive's own tables join what stands in one cell."""
    cells = [value.replace("\\", "\\\\").replace("|", "\\|") for value in values]
    return BETWEEN.join(cells) if any(cells) else ""
