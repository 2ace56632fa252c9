"""Takes an import back: what it made is deleted, what it changed is as it was before.

What somebody has worked on since is in the way: then nothing is undone, unless the others are to
be. A document that is or was public can't be deleted; it is withdrawn. Everything is done in parts
of bounded size, in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, ProtectedError
from django.utils.translation import gettext as _

from agreements.importing.applying import NotApplied, hold, may_publish, reason_of
from agreements.importing.staging import batches
from agreements.models import Agency, Change, Document, Import, Place, Relation, Source, sign
from agreements.models.rules import check_rules
from agreements.models.vocabulary import ImportState, Operation, PublicationState

from . import history

Progress = Callable[[int, int], None]
PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
AUTHORITIES: tuple[type[models.Model], ...] = (Agency, Place, Source)


class InTheWay(Exception):
    """These documents were worked on since; holds their numbers."""

    def __init__(self, documents: Collection[int]) -> None:
        super().__init__(f"{len(documents)} documents")
        self.documents = sorted(documents)


@dataclass
class Undone:
    deleted: int = 0
    withdrawn: int = 0
    restored: int = 0
    kept: list[int] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {"deleted": self.deleted, "withdrawn": self.withdrawn, "restored": self.restored} | {
            "kept": len(self.kept)
        }


@transaction.atomic
def undo(
    import_: Import,
    user: Any = None,
    *,
    others: bool = False,
    progress: Progress = lambda done, total: None,
) -> Undone:
    """Raises InTheWay, unless ``others`` says that what stands in the way is to be left.

    Raises NotApplied with a sentence for a clerk, and IntegrityError where a rule is broken.
    """
    hold(import_)
    import_ = Import.objects.get(pk=import_.pk)
    if import_.state not in (ImportState.APPLIED, ImportState.UNDOING) or not import_.transaction:
        raise NotApplied(_("This import is not at the point where it can be undone."))
    sign(user, _("%(import)s undone") % {"import": reason_of(import_)})
    undoing = Undoing(import_, may_change_public=may_publish(user))
    undone = undoing.run(others, progress)
    import_.state, import_.problem = ImportState.UNDONE, ""
    import_.counts |= undone.counts
    import_.save(update_fields=["state", "problem", "counts"])
    return undone


class Undoing:
    def __init__(self, import_: Import, *, may_change_public: bool) -> None:
        # Numbers of transactions begin anew in a database that was restored elsewhere.
        its = {"transaction": import_.transaction, "made_at": import_.applied_at}
        self.its = its
        self.may_change_public = may_change_public
        self.undone = Undone()

    @property
    def mine(self) -> models.QuerySet[Change]:
        return Change.objects.once().filter(**self.its)

    @property
    def by_others(self) -> models.QuerySet[Change]:
        return Change.objects.exclude(**self.its)

    def made(self, model: type[models.Model]) -> list[int]:
        """Keys of the rows that it made."""
        rows = self.mine.filter(table=model._meta.db_table, operation=Operation.INSERT)
        return sorted(map(int, rows.values_list("row", flat=True)))

    def changed(self, made: Iterable[int]) -> list[int]:
        """Documents that were there before it."""
        roots = self.mine.filter(root_kind="document").order_by().values_list("root", flat=True)
        return sorted({int(root) for root in roots.distinct().iterator()}.difference(made))

    def run(self, others: bool, progress: Progress) -> Undone:
        made = self.made(Document)
        changed = self.changed(made)
        left = self.in_the_way(made, changed)
        if left and not others:
            raise InTheWay(left)
        self.undone.kept = sorted(left)
        gone, back = ([pk for pk in pks if pk not in left] for pks in (made, changed))
        self.undo(gone, back, progress)
        return self.undone

    def undo(self, made: list[int], changed: list[int], progress: Progress) -> None:
        total, done = len(made) + len(changed), 0
        self.unrelate({*made, *changed})
        for act, documents in ((self.take_away, made), (self.restore, changed)):
            for batch in batches(documents):
                act(batch)
                check_rules()
                done += len(batch)
                progress(done, total)
        for model in AUTHORITIES:
            for batch in batches(self.made(model)):
                self.delete_unnamed(model, batch)
        check_rules()

    # What is in the way ---------------------------------------------------------------------------

    def in_the_way(self, made: list[int], changed: list[int]) -> set[int]:
        """Of what it made, all that somebody worked on; of the rest, what was changed again."""
        left: set[int] = set()
        for batch in batches(made):
            left |= {
                int(root) for root in self.by_others_under(batch).values_list("root", flat=True)
            }
        for batch in batches(changed):
            mine = self.under(batch)
            touched = history.touched_by(mine)
            later = self.by_others_under(batch).filter(pk__gt=mine[0].pk)
            left |= {int(change.root) for change in later if history.meets(change, touched)}
        return left | self.named_by(left, set(made))

    def under(self, documents: Iterable[int]) -> list[Change]:
        roots = map(str, documents)
        return list(self.mine.filter(root_kind="document", root__in=list(roots)).order_by("pk"))

    def by_others_under(self, documents: Iterable[int]) -> models.QuerySet[Change]:
        roots = list(map(str, documents))
        return self.by_others.filter(root_kind="document", root__in=roots)

    def named_by(self, left: set[int], made: set[int]) -> set[int]:
        """What is left may name others that it made, and these yet others."""
        found: set[int] = set()
        new = left
        while new:
            rows = Relation.objects.filter(document__in=new, target__isnull=False)
            new = (set(rows.values_list("target", flat=True)) & made) - left - found
            found |= new
        return found

    # Undoing --------------------------------------------------------------------------------------

    def unrelate(self, documents: set[int]) -> None:
        """First of all, since a document that another names can't go."""
        for batch in batches(self.made(Relation)):
            rows = Relation.objects.filter(pk__in=batch)
            gone = [pk for pk, root in rows.values_list("pk", "document") if root in documents]
            Relation.objects.filter(pk__in=gone).delete()
            check_rules()

    def take_away(self, numbers: list[int]) -> None:
        documents = Document.objects.filter(pk__in=numbers)
        public = documents.filter(publication_state__in=PUBLIC)
        keep = set(public.values_list("pk", flat=True))
        self.check_public(keep)
        withdrawal = {
            "publication_state": PublicationState.WITHDRAWN,
            "withdrawal_reason": _("The import that entered it was undone."),
        }
        self.undone.withdrawn += public.published().update(**withdrawal)
        try:
            _rows, by_model = documents.exclude(pk__in=keep).delete()
        except ProtectedError as error:
            raise NotApplied(
                _("Something of this import is named elsewhere: %(records)s")
                % {"records": ", ".join(sorted(map(str, error.protected_objects)))}
            ) from error
        self.undone.deleted += by_model.get(Document._meta.label, 0)

    def restore(self, numbers: list[int]) -> None:
        public = Document.objects.filter(pk__in=numbers, publication_state__in=PUBLIC)
        self.check_public(public.values_list("pk", flat=True))
        history.carry_out(history.backwards(self.under(numbers)))
        self.undone.restored += len(numbers)

    def check_public(self, numbers: Collection[int]) -> None:
        if numbers and not self.may_change_public:
            raise NotApplied(
                _("It changed or published records that are or were public: an editor undoes it.")
            )

    def delete_unnamed(self, model: type[models.Model], numbers: list[int]) -> None:
        """Those that nothing names and nobody worked on."""
        kind = model._meta.model_name
        roots = list(map(str, numbers))
        later = self.by_others.filter(root_kind=kind, root__in=roots)
        worked_on = set(map(int, later.values_list("root", flat=True)))
        rows = model._base_manager.filter(pk__in=set(numbers) - worked_on)
        for relation in model._meta.related_objects:
            if relation.on_delete is models.PROTECT:
                name = relation.field.name
                naming = relation.related_model._base_manager.filter(**{name: OuterRef("pk")})
                rows = rows.exclude(Exists(naming))
        rows.delete()
