"""The rows of a table that were refused, as a table of the same kind, to be corrected.

Its first column says what is wrong, and is passed over when the file comes in again.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.db.models import Q

from agreements.exporting.formulas import decode, encode
from agreements.exporting.workbook import CHUNK, Sheets
from agreements.models import Import, ImportRow
from agreements.models.vocabulary import ImportOutcome

from .remarks import Remark, sentence
from .said import Cells
from .tables.found import Found

REASONS = "pacta_remarks"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
READ = 1000


def errors_file(import_: Import, found: Found, *, warned: bool = False) -> Iterator[bytes]:
    """Refused rows, with ``warned`` those that have warnings too, as ``found`` was written."""
    columns = [name for name in found.columns if name != REASONS]
    return WRITERS[found.kind](rows(import_, columns, warned), columns, found)


def rows(import_: Import, columns: list[str], warned: bool) -> Iterator[list[str]]:
    wanted = Q(outcome=ImportOutcome.REFUSED)
    if warned:
        wanted |= Q(is_warned=True)
    for row in import_.rows.filter(wanted).order_by("number").iterator(READ):
        yield [reasons(row), *(row.cells.get(name, "") for name in columns)]


def reasons(row: ImportRow) -> str:
    """In the language that is active; the column first, where one is meant."""
    remarks = [Remark.from_json(values) for values in row.remarks]
    return " ".join(f"{r.column}: {sentence(r)}" if r.column else sentence(r) for r in remarks)


def without_reasons(cells: Cells, *, is_escaped: bool) -> Cells:
    """Of a row of such a file, what it was before it was written."""
    if REASONS not in cells:
        return cells
    kept = {name: cell for name, cell in cells.items() if name != REASONS}
    return {name: decode(cell) for name, cell in kept.items()} if is_escaped else kept


def text_file(found_rows: Iterable[list[str]], columns: list[str], found: Found) -> Iterator[bytes]:
    """With the encoding and the signs of the original."""
    encoding = codecs.lookup(found.encoding or "utf-8").name.removesuffix("-sig")
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=found.delimiter or ",", quotechar=found.quote or '"')
    yield MARKS.get(encoding, b"") if found.has_mark else b""
    writer.writerow([REASONS, *columns])
    for row in found_rows:
        writer.writerow(map(encode, row))
        if buffer.tell() > CHUNK:
            yield taken(buffer).encode(encoding, "replace")
    yield taken(buffer).encode(encoding, "replace")


def taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def lines(found_rows: Iterable[list[str]], columns: list[str], found: Found) -> Iterator[bytes]:
    for row in found_rows:
        record = dict(zip((REASONS, *columns), row, strict=True))
        said = {name: cell for name, cell in record.items() if cell}
        yield f"{json.dumps(said, ensure_ascii=False)}\n".encode()


def workbook(found_rows: Iterable[list[str]], columns: list[str], found: Found) -> Iterator[bytes]:
    """It is whole on disk before the first byte leaves."""
    sheets, name = Sheets(), found.sheet[:31] or "rows"
    sheets.begin(name, [REASONS, *columns])
    for row in found_rows:
        sheets.write(name, row)
    with tempfile.TemporaryFile() as file:
        sheets.book.save(file)
        file.seek(0)
        yield from iter(partial(file.read, CHUNK), b"")


WRITERS: dict[str, Callable[[Iterable[list[str]], list[str], Found], Iterator[bytes]]] = {
    "csv": text_file,
    "jsonl": lines,
    "xlsx": workbook,
}
