from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from .triggers import AppendOnly, NoteContent, NoteRewriting
from .vocabulary import Operation

# Tables of what stands beside a record: what is said about it, and is no part of it.
BESIDE = ["agreements_remark", "agreements_proposal", "agreements_dismisseddoubt"]
# Tables of which no public page shows anything.
INSIDE = [*BESIDE, "agreements_duplicatemark", "agreements_seed"]


class ChangeQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> ChangeQuerySet:
        """Of the record and of the rows under it."""
        return self.filter(root_kind=record._meta.model_name, root=str(record.pk))

    def once(self) -> ChangeQuerySet:
        """Each change once, also where it stands under two roots."""
        return self.filter(is_echo=False)

    def content(self) -> ChangeQuerySet:
        """Of records themselves, not of what is said beside them."""
        return self.exclude(table__in=BESIDE)

    def latest_of(self, record: models.Model) -> int:
        """The number of the last change of a record's content, 0 where it has none."""
        return self.of(record).content().aggregate(latest=models.Max("pk"))["latest"] or 0

    def version_of(self, record: models.Model) -> str:
        """What a form has seen of a record: any change of it, or of a row under it, is another.

        The number of changes tells where one with a smaller number was committed later.
        """
        seen = (
            self.of(record).content().aggregate(latest=models.Max("pk"), count=models.Count("pk"))
        )
        return version(seen)

    def versions_of(self, records: Sequence[models.Model]) -> dict[Any, str]:
        """``version_of`` by the record's key, of records of one kind, in one query."""
        if not records:
            return {}
        kind = records[0]._meta.model_name
        changes = self.content().filter(root_kind=kind, root__in=[str(r.pk) for r in records])
        rows = changes.order_by().values("root")
        seen = rows.annotate(latest=models.Max("pk"), count=models.Count("pk"))
        known = {row["root"]: version(row) for row in seen}
        return {r.pk: known.get(str(r.pk), version({})) for r in records}


def version(seen: Mapping[str, Any]) -> str:
    return f"{seen.get('latest') or 0}-{seen.get('count', 0)}"


class Change(models.Model):
    """One change of one row, as the triggers wrote it down. Never changed, never deleted.

    ``old`` and ``new`` hold the columns that changed; of a new row ``new`` holds all, of a deleted
    one ``old``. What is computed from other columns is left out. A row that belongs to two records,
    as a relation does, is written twice, the second time as an echo.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.CharField(_("what was done"), max_length=8, choices=Operation)
    table = models.CharField(_("table"), max_length=63)
    row = models.TextField(_("row"))
    root_kind = models.CharField(_("kind of record"), max_length=20)
    root = models.TextField(_("record"))
    is_echo = models.BooleanField(_("also under another record"))
    old = models.JSONField(_("before"), null=True)
    new = models.JSONField(_("after"), null=True)
    actor = models.TextField(_("who"), help_text=_("The name stays when the account goes."))
    actor_id = models.BigIntegerField(null=True)
    reason = models.TextField(_("reason"))
    made_at = models.DateTimeField(_("when"))
    transaction = models.BigIntegerField(_("transaction"))

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        default_permissions = ("view",)
        permissions = [
            ("restore_records", _("Can restore earlier versions and undo changes")),
            ("merge_records", _("Can merge records")),
        ]
        indexes = [
            models.Index("root_kind", "root", models.F("id").desc(), name="change_of_record"),
            models.Index(
                "root_kind",
                "root",
                models.F("id").desc(),
                condition=models.Q(new__publication_state="in_review"),
                name="change_sent_to_review",
            ),
            models.Index(fields=["transaction"], name="change_of_transaction"),
            models.Index("actor", models.F("id").desc(), name="change_by_actor"),
            models.Index(
                models.F("id").desc(),
                condition=~models.Q(operation__in=["insert", "update"]),
                name="change_that_took_away",
            ),
            models.Index(
                fields=["actor_id", "root_kind", "root"],
                condition=models.Q(
                    operation="insert", table__in=["agreements_document", "agreements_event"]
                ),
                name="change_entered_by",
            ),
        ]
        triggers = [AppendOnly(), NoteContent(INSIDE), NoteRewriting()]

    def __str__(self) -> str:
        return f"{self.get_operation_display()} {self.table} {self.row}"


def sign(user: Any = None, reason: str = "") -> None:
    """Say who does what the rest of this transaction does, and why. Needs a transaction.

    ``user`` is an account, or None for a program. What was said before it in the transaction holds
    no longer.
    """
    signed_in = user is not None and user.is_authenticated
    values = (user.get_username(), str(user.pk)) if signed_in else ("", "")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('agreements.actor', %s, true), "
            "set_config('agreements.actor_id', %s, true), "
            "set_config('agreements.reason', %s, true)",
            [*values, reason],
        )


def this_transaction() -> int:
    """Its number, as ``Change.transaction`` has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return cursor.fetchone()[0]
