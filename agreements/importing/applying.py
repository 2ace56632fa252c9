"""Brings what a table says into the archive: all of it in one transaction, or nothing.

What the archive says is compared again under locks. A row whose document was changed since the
preview is left, and says so; what only some rows break is refused for these rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.db import DataError, IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from agreements.models import Document, Import, rules, sign
from agreements.models.change import this_transaction
from agreements.models.lacking import READ, broken
from agreements.models.vocabulary import ImportOutcome, ImportState, PublicationState

from .comparing import Plan
from .judging import Judging, status_remarks
from .previewing import LOCK, counted, hold_rows
from .remarks import error, warning
from .said import Origin, Said
from .staging import Staged, batches, name_documents, rewrite, staged
from .writing import Writing

Progress = Callable[[int], None]
APPLIED = (
    "counts", "state", "problem", "transaction", "applied_at", "applied_by", "applied_by_id",
)  # fmt: skip
# What is counted besides the rows: documents, and what they name.
COUNTED = ("made", "published", "kept_as_drafts")
NEW, CHANGED, SAME, JOINED, REFUSED = ImportOutcome


class NotApplied(Exception):
    """Holds a sentence for a clerk."""


def reason_of(import_: Import) -> str:
    return _("Import of %(name)s (no. %(number)s)") % {"name": import_, "number": import_.pk}


@transaction.atomic
def apply(
    import_: Import, origin: Origin, user: Any = None, progress: Progress = lambda n: None
) -> dict[str, int]:
    """Returns the counts, which the import keeps. ``user`` is None for a program."""
    hold(import_)
    import_ = Import.objects.get(pk=import_.pk)
    if import_.state not in (ImportState.PREVIEWED, ImportState.APPLYING):
        raise NotApplied(_("This import is not at the point where it can be applied."))
    if import_.publishes and not may_publish(user):
        raise NotApplied(_("Only who may publish documents lets an import publish them."))
    sign(user, reason_of(import_))
    applying = Applying(import_, origin, may_change_public=may_publish(user))
    applying.run(progress)
    import_.counts = counted(import_) | applying.counts
    import_.state, import_.problem = ImportState.APPLIED, ""
    import_.transaction, import_.applied_at = this_transaction(), TransactionNow()
    import_.applied_by = user.get_username() if user else ""
    import_.applied_by_id = user.pk if user else None
    import_.save(update_fields=APPLIED)
    return import_.counts


def to_do(import_: Import) -> int:
    """How many rows there are to be applied."""
    return import_.rows.filter(outcome__in=(NEW, CHANGED)).count()


def hold(import_: Import) -> None:
    """Nobody else applies or undoes an import, or looks through this one, before the transaction
    ends. The row of the import stays free, so that it can be told how far the work is.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [LOCK])
    hold_rows(import_)


def may_publish(user: Any) -> bool:
    """A program may, as everywhere: who can start it has the database."""
    return user is None or user.has_perm("agreements.publish_document")


class Applying:
    def __init__(self, import_: Import, origin: Origin, *, may_change_public: bool) -> None:
        self.import_ = import_
        self.may_change_public = may_change_public
        self.judging = Judging(origin)
        self.writing = Writing(self.judging.directory)
        self.counts = dict.fromkeys(COUNTED, 0)

    def run(self, progress: Progress) -> None:
        done = 0
        for rows in staged(self.import_.rows.filter(outcome__in=(NEW, CHANGED))):
            self.take(rows)
            done += len(rows)
            progress(done)
        self.relate()
        self.compare_statuses()
        self.name_joined()
        made = self.judging.directory.made
        self.counts |= {f"new_{noun}": made[noun] for noun in ("agency", "place", "source")}

    def take(self, rows: list[Staged]) -> None:
        self.write(self.still_to_do(rows))
        rewrite(rows)

    def still_to_do(self, rows: list[Staged]) -> list[Staged]:
        """Without those whose document is otherwise than the preview found it."""
        thought = {row.number: row.document for row in rows}
        self.judging.find(rows)
        locked(row.document for row in rows if row.document)
        for row in open_(rows):
            if row.document != thought[row.number]:
                self.report(row, thought[row.number])
        return open_(rows)

    def report(self, row: Staged, thought: int | None) -> None:
        code = "changed_since" if thought else "entered_since"
        row.refuse(error(code, document=row.document or thought))

    def write(self, rows: list[Staged]) -> None:
        """In halves, and halves of these, where one of the rows breaks a rule."""
        if not rows:
            return
        before, known = [row.document for row in rows], self.judging.directory.known()
        try:
            with transaction.atomic():
                planned = self.planned(rows)
                self.writing.write(planned)
                unpublished = self.publish(planned)
                rules.check_rules()
        except (IntegrityError, DataError) as broken_:
            self.judging.directory.forget(known)
            for row, document in zip(rows, before, strict=True):
                row.document = document
            self.write_in_halves(rows, broken_)
        else:
            self.note(planned, unpublished)

    def write_in_halves(self, rows: list[Staged], broken_: Exception) -> None:
        if len(rows) == 1:
            rows[0].refuse(error("breaks_rule", rule=words_of(broken_)))
            return
        middle = len(rows) // 2
        self.write(rows[:middle])
        self.write(rows[middle:])

    def planned(self, rows: list[Staged]) -> list[tuple[Staged, Plan]]:
        plans = self.judging.plans(rows)
        return [(r, p) for r, p in zip(rows, plans, strict=True) if self.is_as_seen(r, p)]

    def is_as_seen(self, row: Staged, plan: Plan) -> bool:
        if plan.held.number is None:
            return True
        if not plan:
            row.outcome, row.differences = SAME, {}
        elif plan.held.is_public and not self.may_change_public:
            row.refuse(error("not_changed_by_clerk", document=row.document))
        elif was_changed(row, plan):
            self.report(row, row.document)
        else:
            return True
        return False

    def publish(self, planned: Sequence[tuple[Staged, Plan]]) -> dict[int, list[str]]:
        """New documents, as far as they can be; rules that others break, by their number."""
        new = [row.document for row, plan in planned if plan.held.number is None]
        if not self.import_.publishes or not new:
            return {}
        documents = Document.objects.filter(pk__in=new).prefetch_related(*READ[Document])
        lacking = {d.pk: broken(d, PublicationState.PUBLISHED) for d in documents}
        ready = [pk for pk, names in lacking.items() if not names]
        Document.objects.filter(pk__in=ready).bring_to(PublicationState.PUBLISHED)
        return {pk: names for pk, names in lacking.items() if names}

    def note(
        self, planned: Sequence[tuple[Staged, Plan]], unpublished: dict[int, list[str]]
    ) -> None:
        for row, plan in planned:
            if plan.held.number is None:
                self.counts["made"] += 1
            if names := unpublished.get(row.document):
                sentences = [str(rules.RULES[name]) for name in names]
                row.remarks.append(warning("not_published", rules=sentences))
                self.counts["kept_as_drafts"] += 1
            elif self.import_.publishes and plan.held.number is None:
                self.counts["published"] += 1

    def relate(self) -> None:
        """Once all documents are there, since one may name one that comes after it."""
        rows = self.import_.rows.filter(record__has_key="relations", document__isnull=False)
        rows = rows.filter(outcome__in=(NEW, CHANGED)).order_by("number")
        wanted = rows.values_list("document", "record__relations").iterator(2000)
        for batch in batches(wanted):
            said = [(document, Said({"relations": cell}).relations) for document, cell in batch]
            self.writing.relate([(d, kind, end) for d, pairs in said for kind, end in pairs])
            rules.check_rules()

    def compare_statuses(self) -> None:
        """Of new documents: the archive has computed it by now."""
        rows = self.import_.rows.filter(record__has_key="status_stated", document__isnull=False)
        for found in staged(rows.filter(outcome=NEW)):
            held = self.judging.holdings.read([row.document for row in found])
            for row in found:
                row.remarks += status_remarks(self.judging.said(row), held[row.document])
            rewrite([row for row in found if row.is_warned])

    def name_joined(self) -> None:
        """The document of the row with which it was joined."""
        rows = self.import_.rows.order_by("number")
        named = rows.exclude(outcome=JOINED).filter(document__isnull=False)
        documents = dict(named.values_list("number", "document"))
        for batch in batches(rows.filter(outcome=JOINED).values_list("pk", "same_as")):
            found = [(pk, documents[first]) for pk, first in batch if first in documents]
            if found:
                name_documents(found)


def open_(rows: Sequence[Staged]) -> list[Staged]:
    return [row for row in rows if row.outcome in (NEW, CHANGED)]


def locked(numbers: Any) -> None:
    """In one order, as all do that lock several."""
    mine = Document.objects.filter(pk__in=set(numbers)).order_by("pk")
    list(mine.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def was_changed(row: Staged, plan: Plan) -> bool:
    """Whether what is to be replaced is not what the preview has shown."""
    return any(
        name not in row.differences or row.differences[name][0] != before
        for name, (before, _after) in plan.differences.items()
    )


def words_of(error_: Exception) -> str:
    """What the rule says, whichever model it is of."""
    if isinstance(error_, DataError):
        return str(error_).splitlines()[0]
    name = getattr(getattr(error_.__cause__, "diag", None), "table_name", None)
    model = next((m for m in WRITTEN if m._meta.db_table == name), None)
    return rules.words(error_, model)


WRITTEN = [Document, *(r.related_model for r in Document._meta.related_objects)]
