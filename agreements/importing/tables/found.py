"""What is known of a table before its rows are read, and a row of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from agreements.texts.formats.problem import Problem


@dataclass(frozen=True)
class Row:
    """``number`` is the row's in Excel; in a text file its (first) line's, as an editor counts.

    ``cells`` has every column; what is missing or empty is "". A row with problems has not been
    read as its writer meant it, so that nothing should be made of it.
    """

    number: int
    cells: dict[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Found:
    """How a file is to be read. ``remarks`` are for the clerk; all else ``rows`` needs again.

    ``kind`` is "csv" (whatever parts its cells), "xlsx" or "jsonl"; ``is_packed`` says that it lies
    in a GZIP. Of text: the Python name of the encoding, and what told it (``encoding_by``: "mark"
    for a byte order mark, "ascii", "bytes" where they can be nothing else, "letters" for a guess by
    how frequent they are, "given" by the clerk); delimiter, and ``quote`` ("" where quotation marks
    are letters like others). Of a workbook: its ``sheets``, the chosen one, and its ``epoch``
    (1900 or 1904, the year from which it counts days). JSON lines have no ``header_row``.
    """

    kind: str
    bytes: int
    columns: tuple[str, ...]
    is_packed: bool = False
    header_row: int | None = None
    encoding: str = ""
    encoding_by: str = ""
    has_mark: bool = False
    delimiter: str = ""
    quote: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    epoch: int | None = None
    sample: tuple[Row, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Found:
        lists = {name: tuple(values[name]) for name in ("columns", "sheets")}
        rows = (row | {"problems": problems(row["problems"])} for row in values["sample"])
        sample = tuple(Row(**row) for row in rows)
        return cls(**values | lists | {"sample": sample, "remarks": problems(values["remarks"])})


def problems(values: list[dict[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(**value) for value in values)
