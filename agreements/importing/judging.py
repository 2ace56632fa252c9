"""What rows are to the archive: new, a change of a document, or the same again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agreements.models.vocabulary import ImportOutcome, Status

from .comparing import Comparing, Plan
from .directory import Directory
from .duplicates import titled
from .finding import documents_of, ends_of
from .held import NOTHING, Held, Holdings
from .remarks import error, warning
from .said import OWN_NUMBER, Origin, Said
from .staging import Staged


class Judging:
    """Looks up what a batch of rows names, in a number of statements that does not grow."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.directory = Directory()
        self.holdings = Holdings()

    def said(self, row: Staged) -> Said:
        return Said(row.record, row.key, self.origin)

    def find(self, rows: Sequence[Staged]) -> None:
        """The document of each, by its stable id; a row whose id misleads is refused."""
        found = documents_of({row.key for row in rows if row.key})
        for row in rows:
            numbers = found.get(row.key, [])
            row.document = numbers[0] if len(numbers) == 1 else None
            if len(numbers) > 1:
                row.refuse(error("several_documents", key=row.key, documents=numbers))
            elif not numbers and row.key.startswith(f"{OWN_NUMBER}:"):
                number = row.key.partition(":")[2]
                row.refuse(error("no_such_document", number=number))
        self.find_without_key([row for row in rows if not row.key])

    def find_without_key(self, rows: Sequence[Staged]) -> None:
        """A row without a stable id is known again where one document says all that it says."""
        said = {row.number: self.said(row) for row in rows}
        found = titled(said)
        held = self.holdings.read({n for numbers in found.values() for n in numbers})
        for row in rows:
            documents = [held[n] for n in found.get(row.number, []) if n in held]
            if documents:
                row.document = self.same_as(said[row.number], documents)

    def plans(self, rows: Sequence[Staged]) -> list[Plan]:
        """Of each row, beside its document."""
        said = [self.said(row) for row in rows]
        held = self.holdings.read({row.document for row in rows if row.document})
        comparing = self.comparing(said)
        return [
            comparing.plan(one, held.get(row.document, NOTHING))
            for row, one in zip(rows, said, strict=True)
        ]

    def comparing(self, said: Iterable[Said]) -> Comparing:
        said = list(said)
        self.directory.meet(body for one in said for body in one.bodies)
        return Comparing(self.directory, ends_of({end for s in said for _, end in s.relations}))

    def decide(self, rows: Sequence[Staged]) -> list[Plan]:
        """Outcome and differences of rows that nothing else has decided of."""
        plans = self.plans(rows)
        for row, plan in zip(rows, plans, strict=True):
            row.differences = plan.differences
            if row.document is None:
                row.outcome = ImportOutcome.NEW
            else:
                row.outcome = ImportOutcome.CHANGED if plan else ImportOutcome.SAME
            if row.outcome == ImportOutcome.CHANGED and plan.held.is_public:
                row.remarks.append(warning("changes_public", document=row.document))
            row.remarks += status_remarks(plan.said, plan.held)
        return plans

    def same_as(self, said: Said, documents: Iterable[Held]) -> int | None:
        """The one document that says all that a row says which has no stable id."""
        documents = list(documents)
        comparing = self.comparing([said])
        same = [held.number for held in documents if not comparing.plan(said, held)]
        return same[0] if len(same) == 1 else None


def status_remarks(said: Said, held: Held) -> list:
    """Where too little is recorded to compute it, nothing differs."""
    stated, computed = said.text("status_stated"), held.record.get("status")
    if not stated or computed in (None, stated, Status.UNKNOWN) or said.ending:
        return []
    return [warning("status_differs", stated=stated, computed=computed)]
