"""What the archive exports comes in again without a single difference."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from agreements.exporting.about import About
from agreements.exporting.export import Export
from agreements.exporting.formats import FORMATS
from agreements.exporting.inside import InsideRecords
from agreements.exporting.records import Record
from agreements.importing import opening, own_exports, previewing
from agreements.importing.real_records import FILE, load_real_records, read_records
from agreements.importing.sample import load_sample
from agreements.importing.tables.reading import examine
from agreements.models import Change, Document, Import
from tests.builders import draft, settle
from tests.importing.imported import brought_in, codes, row
from tests.importing.test_import_apply import ALL

pytestmark = pytest.mark.django_db
CORPUS = settings.BASE_DIR.parent / "shared" / "data"
ONE_IN = 20


def exported(suffix: str, path: Path) -> Path:
    """All documents, drafts too."""
    today = timezone.localdate()
    numbers = list(Document.objects.order_by("pk").values_list("pk", flat=True))
    about = About("/documents/", "/data/", timezone.now(), today, len(numbers), "en")
    records: Iterator[Record] = InsideRecords(today).stream(numbers)
    path.write_bytes(b"".join(FORMATS[suffix].write(Export(about, records))))
    return path


def come_in(path: Path) -> Import:
    profile = own_exports.own_profile(examine(path).columns)
    table = opening.survey(path, profile)
    assert not table.questions
    with path.open("rb") as file:
        made = opening.receive(io.BytesIO(file.read()), path.name)
    previewing.preview(made, table.converted(), opening.origin_of(made, profile))
    return made


def differences(made: Import) -> list[tuple]:
    rows = made.rows.exclude(outcome="same").order_by("number")
    return [(row.outcome, row.key, row.differences, row.remarks) for row in rows[:5]]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "jsonl"])
def test_sample_and_everything_that_a_record_can_hold(suffix: str, tmp_path: Path) -> None:
    load_sample()
    brought_in([row("import:1", **ALL), row("import:2", title="=1+1", summary="- a | b \\ c")])
    draft("No language of ours", language="ru")
    settle()
    before = Change.objects.count()
    made = come_in(exported(suffix, tmp_path / f"documents.{suffix}"))
    assert not differences(made)
    assert made.counts["same"] == Document.objects.count() > 20
    assert Change.objects.count() == before


@pytest.mark.skipif(not (CORPUS / FILE).exists(), reason="there is no corpus")
def test_real_records(tmp_path: Path) -> None:
    """One in twenty of all."""
    load_real_records(every(read_records(CORPUS), ONE_IN), lambda what, number: None)
    made = come_in(exported("csv", tmp_path / "documents.csv"))
    assert not differences(made)
    assert made.counts["same"] == Document.objects.count() > 4000
    assert set(Counter(codes(made))) <= {"state_not_then"}


def every(records: Iterable[dict], number: int) -> Iterator[dict]:
    return islice(records, 0, None, number)
