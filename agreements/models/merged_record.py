"""What a record that was merged into another leaves behind: its number, and where it went."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .fields import LineField, one_of
from .triggers import recorded
from .vocabulary import RecordKind

# Where the way of a number ends: a record merged twice over is found in two steps. A way that
# leads back to itself has no end.
WAYS = """
    WITH RECURSIVE way(first, number) AS (
        SELECT number, kept_number FROM agreements_mergedrecord
        WHERE kind = %(kind)s AND number = ANY(%(numbers)s) AND undone_at IS NULL
        UNION
        SELECT w.first, m.kept_number FROM way w JOIN agreements_mergedrecord m
        ON m.kind = %(kind)s AND m.number = w.number AND m.undone_at IS NULL
    ) SELECT first, number FROM way w WHERE NOT EXISTS (
        SELECT FROM agreements_mergedrecord m
        WHERE m.kind = %(kind)s AND m.number = w.number AND m.undone_at IS NULL)
"""
LARGEST_NUMBER = 2**63 - 1


class MergedRecordQuerySet(models.QuerySet):
    def in_force(self) -> MergedRecordQuerySet:
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def of(self, record: models.Model) -> MergedRecordQuerySet:
        """The merge that took this record away."""
        return self.in_force().filter(kind=record._meta.model_name, number=record.pk)

    def into(self, records: models.QuerySet) -> MergedRecordQuerySet:
        """The merges that one of these records came out of."""
        kept = records.order_by().values("pk")
        return self.in_force().filter(kind=records.model._meta.model_name, kept_number__in=kept)

    def kept_number(self, kind: str, number: int) -> int | None:
        """The number of the record that stands now for an old one; None if none does."""
        return self.kept_numbers(kind, [number]).get(number)

    def kept_numbers(self, kind: str, numbers: Iterable[int]) -> dict[int, int]:
        """The same for many; those for which none stands now are not in it."""
        asked = [number for number in numbers if 0 < number <= LARGEST_NUMBER]
        if not asked:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(WAYS, {"kind": kind, "numbers": asked})
            return dict(cursor.fetchall())

    def kept_number_of_code(self, kind: str, code: str) -> int | None:
        """The same for a record whose address is a word: a state, a subject."""
        gone = self.in_force().filter(kind=kind, code=code).order_by("-pk").first()
        return self.kept_number(kind, gone.number) if gone else None


class MergedRecord(models.Model):
    """One record was found to be another: addresses of the one lead to the other."""

    kind = models.CharField(_("kind"), max_length=8, choices=RecordKind)
    number = models.BigIntegerField(_("old number"))
    code = models.CharField(_("old code"), max_length=60, blank=True)
    name = LineField(_("name"))
    kept_number = models.BigIntegerField(_("number of the record that was kept"))
    reason = models.TextField(_("reason"))
    made_by = models.CharField(_("by"), max_length=150)
    made_at = models.DateTimeField(_("merged"), db_default=Now(), editable=False)
    # For undoing: the last change of the history before it, and the keys of our data files that
    # meant the old record.
    began_after = models.BigIntegerField(default=0, editable=False)
    seeds = models.JSONField(default=list, editable=False)
    undone_by = models.CharField(_("undone by"), max_length=150, blank=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = MergedRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("merged record")
        verbose_name_plural = _("merged records")
        ordering = ["-pk"]
        constraints = [
            one_of("kind", RecordKind, "merged_record_kind_is_known"),
            models.UniqueConstraint(
                fields=["kind", "number"],
                condition=models.Q(undone_at=None),
                name="merged_record_goes_one_way",
                violation_error_message=_("This record was merged already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(number=models.F("kept_number")),
                name="record_is_not_merged_into_itself",
                violation_error_message=_("A record cannot be merged into itself."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="merging_has_a_reason",
                violation_error_message=_("Say how you know that the two are one."),
            ),
        ]
        triggers = recorded()
        indexes = [
            models.Index(fields=["kind", "kept_number"], name="merged_record_kept"),
            models.Index(fields=["kind", "code"], name="merged_record_code"),
        ]

    def __str__(self) -> str:
        return _("no. %(number)s “%(name)s”") % {"number": self.number, "name": self.name}
