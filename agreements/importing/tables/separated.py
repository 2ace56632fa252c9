"""CSV: text whose cells are parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from agreements.texts.formats.problem import Problem, Refused

from . import encodings, headers, streams
from .encodings import Encoding
from .found import Found, Row
from .limits import Limits
from .records import Record, fitted
from .streams import Line

DELIMITERS = ",;\t|"
STATED = re.compile(r'"?sep=(.)"?[\r\n]*', re.IGNORECASE | re.DOTALL)  # for Excel, in line 1
QUOTES = "\"'"
FIRST = 100


def examine(path: Path, limits: Limits, is_packed: bool, given: dict[str, Any]) -> Found:
    """The header is looked at before the whole file is: too many columns are told soon."""
    with streams.opened(path, limits, is_packed) as file:
        head = file.read(streams.HEAD)
    seeming = encodings.detect(io.BytesIO(head), given["encoding"])
    found = look(path, limits, is_packed, given, head, seeming)
    with streams.opened(path, limits, is_packed) as file:
        encoding = encodings.detect(file, given["encoding"])
    if encoding != seeming:
        found = look(path, limits, is_packed, given, head, encoding)
    sample = tuple(islice(rows(path, limits, found), headers.SAMPLE))
    none = () if sample else (Problem("no_rows"),)
    return replace(found, sample=sample, remarks=found.remarks + none)


def look(
    path: Path,
    limits: Limits,
    is_packed: bool,
    given: dict[str, Any],
    head: bytes,
    encoding: Encoding,
) -> Found:
    first = [*islice(streams.lines(io.BytesIO(head), encoding.name, limits), FIRST)]
    if len(head) == streams.HEAD and len(first) > 1:
        first.pop()  # it may go on
    found = Found(
        "csv",
        path.stat().st_size,
        (),
        is_packed,
        encoding=encoding.name,
        encoding_by=encoding.by,
        has_mark=encoding.has_mark,
        **dialect(first, given["delimiter"], limits),
    )
    with streams.opened(path, limits, is_packed) as file:
        records = read(streams.lines(file, encoding.name, limits), found, limits)
        header = headers.choose(records, given["header_row"])
    columns, remarks = headers.read(header, limits)
    remarks = (*encoding.remarks, *remarks)
    if len(columns) == 1:
        remarks += (Problem("one_column"),)
    return replace(found, header_row=header.number, columns=columns, remarks=remarks)


def rows(path: Path, limits: Limits, found: Found) -> Iterator[Row]:
    with streams.opened(path, limits, found.is_packed) as file:
        records = read(streams.lines(file, found.encoding, limits), found, limits)
        below = (record for record in records if record.number > (found.header_row or 0))
        yield from fitted(below, found.columns, limits)


def dialect(lines: list[Line], given: str | None, limits: Limits) -> dict[str, str]:
    """Delimiter and quote by which the first lines fall into rows of one width."""
    if given is not None and (len(given) != 1 or given.isalnum() or given in QUOTES + "\r\n"):
        raise Refused("unknown_delimiter", delimiter=given[:10])
    stated = STATED.fullmatch(lines[0].text) if lines else None
    one = given or (stated and stated[1])
    lines = lines[1:] if stated else lines
    delimiter = one or max(DELIMITERS, key=lambda each: evenness(lines, each, '"', limits))
    return {"delimiter": delimiter, "quote": quote(lines, delimiter, limits)}


def evenness(lines: list[Line], delimiter: str, quote: str, limits: Limits) -> tuple[float, int]:
    """How many rows have the usual number of cells, half of it where the first has not; and it."""
    records = [each for each in parse(lines, delimiter, quote, limits) if not each.is_blank]
    widths = [len(record.cells) for record in records]
    if max(widths, default=1) == 1:
        return 0, 1
    usual = Counter(width for width in widths if width > 1).most_common(1)[0][0]
    whole = sum(1 for each in records if not each.problems and len(each.cells) == usual)
    return whole / len(records) * (1 if widths[0] == usual else 0.5), usual


def quote(lines: list[Line], delimiter: str, limits: Limits) -> str:
    """Some programs write single ones; where tabs part the cells, many know none."""
    cells = [
        cell.strip()
        for record in parse(lines, delimiter, "", limits)
        for cell in record.cells
        if cell.strip()
    ]
    double, single = (
        sum(1 for cell in cells if len(cell) > 1 and cell[0] == cell[-1] == each) for each in QUOTES
    )
    if single * 2 > len(cells) and not double:
        return "'"
    if delimiter != "\t":
        return '"'
    is_broken = any(record.problems for record in parse(lines, delimiter, '"', limits))
    return "" if is_broken and not double else '"'


def read(lines: Iterator[Line], found: Found, limits: Limits) -> Iterator[Record]:
    """The records of all lines but the one that is for Excel."""
    first = next(lines, None)
    if first and not STATED.fullmatch(first.text):
        lines = chain([first], lines)
    return parse(lines, found.delimiter, found.quote, limits)


def parse(lines: Iterable[Line], delimiter: str, quote: str, limits: Limits) -> Iterator[Record]:
    """A quotation mark that isn't closed spoils the row where it stands, and no other.

    It is known by what follows the next one, which takes itself for an opening one, or by the end
    of the file. Then the reading begins anew with the line below.
    """
    csv.field_size_limit(limits.line * 2)
    source, waiting, held = iter(lines), deque[Line](), list[Line]()
    style = {
        "delimiter": delimiter,
        "quotechar": quote or None,
        "quoting": csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
    }

    def texts() -> Iterator[str]:
        length = 0
        while (length := length if held else 0) < limits.line:
            line = waiting.popleft() if waiting else next(source, None)
            if line is None:
                return
            held.append(line)
            length += len(line.text)
            yield line.text

    while True:
        try:
            for cells in csv.reader(texts(), strict=True, **style):
                yield Record(held[0].number, cells, tuple(told(held)))
                held.clear()
            return
        except csv.Error as error:
            first, *others = held
            is_open = bool(others) or "end of data" in str(error)
            held.clear()
            waiting.extendleft(reversed(others))
            cells = next(csv.reader([first.text], **style), [])
            mark = Problem("open_quote" if is_open else "stray_quote", {"line": first.number})
            yield Record(first.number, cells, (mark, *first.problems))


def told(lines: Iterable[Line]) -> list[Problem]:
    """What their problems are, each once."""
    return [*{problem.code: problem for line in lines for problem in line.problems}.values()]
