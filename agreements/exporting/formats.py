"""The formats in which a list of documents can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .bundle import bundle
from .citing import bibtex, csl, ris
from .delimited import BOM, Lines
from .export import Export
from .flat import wide
from .objects import json_lines, json_object
from .records import Record
from .shape import WIDE
from .workbook import workbook

Writer = Callable[[Export], Iterator[bytes]]


@dataclass(frozen=True)
class Format:
    """``suffix`` ends the address; ``most`` is how many documents it takes, None for any number."""

    suffix: str
    media_type: str
    label: str
    about: str
    write: Writer
    most: int | None = None
    has_bom: bool = False


def csv_file(export: Export) -> Iterator[bytes]:
    lines = Lines()
    yield (BOM if export.bom else b"") + lines.of([WIDE.names])
    for record in export.records:
        yield lines.of([wide(record).values()])


def of_records(write: Callable[[Iterator[Record]], Iterator[bytes]]) -> Writer:
    """A format that says nothing of the export itself."""
    return lambda export: write(export.records)


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
        Format("bib", bibtex.MEDIA_TYPE, "BibTeX", _("to cite"), of_records(bibtex.write)),
        Format("ris", ris.MEDIA_TYPE, "RIS", _("to cite"), of_records(ris.write)),
        Format("csl.json", csl.MEDIA_TYPE, "CSL-JSON", _("to cite"), of_records(csl.write)),
    )
}
