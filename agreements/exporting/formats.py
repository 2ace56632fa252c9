"""The formats in which a list of documents can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .bundle import bundle
from .delimited import BOM, Lines
from .export import Export
from .flat import wide
from .objects import json_lines, json_object
from .shape import WIDE
from .workbook import workbook


@dataclass(frozen=True)
class Format:
    """``suffix`` ends the address; ``most`` is how many documents it takes, None for any number."""

    suffix: str
    media_type: str
    label: str
    about: str
    write: Callable[[Export], Iterator[bytes]]
    most: int | None = None
    has_bom: bool = False


def csv_file(export: Export) -> Iterator[bytes]:
    lines = Lines()
    yield (BOM if export.bom else b"") + lines.of([WIDE.names])
    for record in export.records:
        yield lines.of([wide(record).values()])


FORMATS = {
    one.suffix: one
    for one in (
        Format(
            "csv",
            "text/csv; charset=utf-8; header=present",
            "CSV",
            _("one row for each document"),
            csv_file,
            has_bom=True,
        ),
        Format(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel (XLSX)",
            _("a workbook with a sheet for each table"),
            workbook,
            most=10_000,
        ),
        Format(
            "zip",
            "application/zip",
            "ZIP",
            _("a CSV file for each table"),
            bundle,
            has_bom=True,
        ),
        Format("json", "application/json", "JSON", _("whole records"), json_object),
        Format(
            "jsonl",
            "application/jsonl; charset=utf-8",
            "JSON Lines",
            _("whole records, one a line"),
            json_lines,
        ),
    )
}
