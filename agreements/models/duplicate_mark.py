"""A clerk's word that two records are one, until an editor has looked at them."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.db.models.functions import Greatest, Least, Now
from django.utils.translation import gettext_lazy as _

from .fields import one_of
from .triggers import recorded
from .vocabulary import MarkOutcome, RecordKind


class DuplicateMarkQuerySet(models.QuerySet):
    def waiting(self) -> DuplicateMarkQuerySet:
        """Those that no editor has settled, and whose two records are both still there."""
        standing = models.Q()
        for kind in RecordKind.values:
            records = apps.get_model("agreements", kind)._base_manager.order_by()
            standing |= models.Q(
                models.Exists(records.filter(pk=models.OuterRef("number"))),
                models.Exists(records.filter(pk=models.OuterRef("of_number"))),
                kind=kind,
            )
        return self.filter(standing, settled_at=None)

    def on(self, record: models.Model) -> DuplicateMarkQuerySet:
        """Those that name the record, on either side."""
        either = models.Q(number=record.pk) | models.Q(of_number=record.pk)
        return self.filter(either, kind=record._meta.model_name)


class DuplicateMark(models.Model):
    """Asks that one record be merged into another. The merge fulfils it, or an editor declines."""

    kind = models.CharField(_("kind"), max_length=8, choices=RecordKind)
    number = models.BigIntegerField(_("number"))
    of_number = models.BigIntegerField(_("duplicate of number"))
    reason = models.TextField(_("reason"), help_text=_("How you know that the two are one."))
    made_by = models.CharField(_("by"), max_length=150)
    made_at = models.DateTimeField(_("marked"), db_default=Now(), editable=False)
    outcome = models.CharField(_("outcome"), max_length=9, choices=MarkOutcome, blank=True)
    settled_by = models.CharField(_("settled by"), max_length=150, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    objects = DuplicateMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("mark as duplicate")
        verbose_name_plural = _("marks as duplicate")
        ordering = ["-pk"]
        constraints = [
            one_of("kind", RecordKind, "duplicate_mark_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(settled_at=None, outcome="")
                | models.Q(settled_at__isnull=False, outcome__in=MarkOutcome.values),
                name="duplicate_mark_is_settled_by_an_outcome",
                violation_error_message=_("Say how it was settled."),
            ),
            models.UniqueConstraint(
                "kind",
                Least("number", "of_number"),
                Greatest("number", "of_number"),
                condition=models.Q(settled_at=None),
                name="duplicate_mark_waits_once",
                violation_error_message=_("These two are marked already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(number=models.F("of_number")),
                name="record_is_no_duplicate_of_itself",
                violation_error_message=_("Choose another record: this one is itself."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="duplicate_mark_has_a_reason",
                violation_error_message=_("Say how you know that the two are one."),
            ),
        ]
        triggers = recorded()
        indexes = [
            models.Index(fields=["kind", "number"], name="duplicate_mark_number"),
            models.Index(fields=["kind", "of_number"], name="duplicate_mark_of_number"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number} = {self.of_number}"
