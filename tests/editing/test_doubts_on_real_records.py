"""How often each doubt is raised over real records: one that always is, nobody reads."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.conf import settings

from agreements.editing.doubts import of_document
from agreements.importing.benchmark import load
from agreements.importing.sample import load_sample
from agreements.models import Document
from tests import builders

pytestmark = pytest.mark.django_db
RECORDS = settings.BASE_DIR.parent / "shared" / "data" / "all-bilateral" / "normalised_all.csv.gz"


def raised(documents: Iterable[Document]) -> tuple[int, Counter[str]]:
    """How many of the documents raise any doubt, and how many raise each."""
    found = [{doubt.code for doubt in of_document(document)} for document in documents]
    return sum(map(bool, found)), Counter(code for codes in found for code in codes)


def test_sample_raises_few() -> None:
    """Of 116 documents one: its source writes a Latin "C" into "Самаркандской".

    None of the thirteen agreements of one day in March 2018 is taken for another.
    """
    load_sample()
    builders.settle()
    number, codes = raised(Document.objects.all())
    assert Document.objects.count() == 116
    assert (number, dict(codes)) == (1, {"mixed_letters": 1})


def real_records(path: Path) -> list[dict[str, str]]:
    """Twenty in a row, of each of eleven places in the file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for number, row in enumerate(csv.DictReader(file)) if number % 8000 < 20]
    return [row | {"number": row["citation"].split(";")[0][:80], "amends": ""} for row in rows]


@pytest.mark.skipif(not RECORDS.exists(), reason=f"there is no {RECORDS}")
def test_real_records_raise_few() -> None:
    """A doubt that most records raise would be noise; over all 81,488 one in seven raises any."""
    load(real_records(RECORDS), None, lambda what, number: None)
    total = Document.objects.count()
    number, codes = raised(Document.objects.all())
    assert total > 200
    assert total / 20 < number < total / 3, codes
    assert max(codes.values()) < total / 5, codes
