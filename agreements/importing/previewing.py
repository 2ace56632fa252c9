"""Looks through a table: what every row would do, while nothing of the archive is written.

Rows stand in the database as ``ImportRow`` afterwards, in the place of those of an earlier look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from django.db import connection, transaction
from django.db.models import Count, Q

from agreements.models import Import
from agreements.models.vocabulary import ImportOutcome, ImportState

from .converting import Converted
from .duplicates import Duplicates
from .judging import Judging
from .remarks import warning
from .repeating import Repeats, contradiction, contradictions, merged, of_key
from .said import Origin
from .staging import BATCH, Staged, batches, by_key, rewrite, stage

Progress = Callable[[int], None]
NUMBERS_SHOWN = 5
LOCK = 0x696D7074  # of all locks of the database, those of imports


@transaction.atomic
def preview(
    import_: Import,
    rows: Iterable[Converted],
    origin: Origin,
    progress: Progress = lambda n: None,
    *,
    batch: int = BATCH,
) -> dict[str, int]:
    """Returns the counts, which the import keeps."""
    hold_rows(import_)
    import_.rows.all().delete()
    looking = Looking(import_, origin)
    for some in batches(rows, batch):
        looking.take([Staged.of(row) for row in some])
        progress(len(looking.keys))
    looking.end()
    import_.counts = counted(import_)
    import_.state, import_.problem = ImportState.PREVIEWED, ""
    import_.save(update_fields=["counts", "state", "problem"])
    return import_.counts


def hold_rows(import_: Import) -> None:
    """Nobody else works on them before the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, import_.pk])


class Looking:
    """One look through one table."""

    def __init__(self, import_: Import, origin: Origin) -> None:
        self.import_ = import_
        self.judging = Judging(origin)
        self.by_key = Repeats(self.look_up)
        self.by_document = Repeats(self.look_up)
        self.duplicates = Duplicates(self.judging.directory, self.look_up)
        self.keys: dict[int, int] = {}  # of the rows, by their numbers

    def look_up(self, numbers: Iterable[int]) -> dict[int, Staged]:
        wanted = {self.keys[number] for number in numbers}
        return {row.number: row for row in by_key(wanted)} if wanted else {}

    def take(self, rows: list[Staged]) -> None:
        self.by_key.join(undecided(rows), of_key)
        self.judging.find(undecided(rows))
        known = [row for row in undecided(rows) if row.document]
        self.by_document.join(known, lambda row: f"document {row.document}")
        left = undecided(rows)
        self.judging.decide(left)
        self.point_out([row for row in left if row.outcome == ImportOutcome.NEW])
        stage(self.import_, rows)
        self.keys |= {row.number: row.pk for row in rows}

    def point_out(self, rows: Sequence[Staged]) -> None:
        """New ones that may not be new."""
        features = [self.duplicates.features(row.number, self.judging.said(row)) for row in rows]
        wanted = [one for one in features if one]
        in_file = self.duplicates.in_file(wanted)
        in_archive = self.duplicates.in_archive(wanted)
        for row in rows:
            if others := in_file.get(row.number):
                row.remarks.append(warning("like_rows", rows=others[:NUMBERS_SHOWN]))
            if others := in_archive.get(row.number):
                row.remarks.append(warning("like_documents", documents=others[:NUMBERS_SHOWN]))

    def end(self) -> None:
        """Rows of which later ones say more are looked at once more, with all of it."""
        grown = sorted(self.by_key.grown | self.by_document.grown)
        for numbers in batches(grown):
            firsts = self.look_up(numbers)
            changed = self.grow(firsts)
            left = [row for row in firsts.values() if row.outcome != ImportOutcome.REFUSED]
            for row in left:
                row.remarks = [r for r in row.remarks if r.code not in ANEW]
            self.judging.decide(left)
            rewrite([*changed, *left])

    def grow(self, firsts: dict[int, Staged]) -> list[Staged]:
        """What the joined rows say is theirs, too; rows that contradict it are refused."""
        joined = self.import_.rows.filter(outcome=ImportOutcome.JOINED, same_as__in=firsts)
        changed = []
        for row in map(Staged.of_row, joined.order_by("number").iterator(2000)):
            first = firsts[row.same_as]
            if fields := contradictions(first.record, row.record):
                row.refuse(contradiction(first.number, fields))
                changed.append(row)
            else:
                first.record = merged(first.record, row.record)
        return changed


# Remarks that a second look makes again.
ANEW = ("changes_public", "status_differs")


def undecided(rows: Iterable[Staged]) -> list[Staged]:
    return [row for row in rows if not row.outcome]


def counted(import_: Import) -> dict[str, int]:
    """Rows by outcome: together they are all that were read."""
    rows = import_.rows.order_by().values("outcome").annotate(number=Count("pk"))
    numbers = Counter({row["outcome"]: row["number"] for row in rows})
    warned = import_.rows.filter(Q(is_warned=True)).count()
    outcomes = {str(outcome): numbers[outcome] for outcome in ImportOutcome}
    return {"rows": sum(numbers.values()), **outcomes, "warned": warned}
