from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField, PartialDateField, date_check, day_after, first_day, one_of
from .source import Source
from .triggers import recorded
from .vocabulary import Status


class Basis(models.TextChoices):
    """What a status rests on. The rules are in docs/status.md."""

    SIGNATURE = "signature", _("signature")
    NOTHING_RECORDED = "nothing_recorded", _("nothing recorded")
    AWAITING_STEP = "awaiting_step", _("a step that has not been recorded yet")
    AGREED_DATE = "agreed_date", _("the agreed date")
    NOTIFICATION = "notification", _("the last notification")
    EXCHANGE = "exchange", _("exchange of instruments")
    RATIFICATION = "ratification", _("ratification")
    ENTRY_INTO_FORCE = "entry_into_force", _("entry into force, as recorded")
    PROVISIONAL_APPLICATION = "provisional_application", _("provisional application")
    SUSPENSION = "suspension", _("suspension")
    RESUMPTION = "resumption", _("resumption")
    END_OF_TERM = "end_of_term", _("the end of its term")
    END_OF_PERIOD = "end_of_period", _("the end of the period covered")
    NOTICE = "notice", _("notice of termination")
    WITHDRAWAL = "withdrawal", _("a party ceased to be one")
    TERMINATED_BY = "terminated_by", _("a document that terminates it")
    SUPERSEDED_BY = "superseded_by", _("a document that supersedes it")
    OVERRIDE = "override", _("an editor's decision, with its source")


class StatusPeriod(models.Model):
    """The status of a document over a range of days, as write_status_periods() found it.

    Where dates are partial, ranges of several rows overlap and ``is_certain`` is false there.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="status_periods")
    status = models.CharField(max_length=24, choices=Status)
    during = DateRangeField()
    basis = models.CharField(max_length=23, choices=Basis)
    is_certain = models.BooleanField()

    class Meta:
        verbose_name = _("status period")
        verbose_name_plural = _("status periods")
        ordering = ["document", "during", "id"]
        constraints = [
            one_of("status", Status, "status_period_status_is_known"),
            one_of("basis", Basis, "status_period_basis_is_known"),
            models.CheckConstraint(
                condition=models.Q(during__isempty=False), name="status_period_is_not_empty"
            ),
        ]
        indexes = [
            GistIndex(fields=["during"], name="status_period_during"),
            models.Index(
                fields=["status", "document"],
                condition=models.Q(
                    during__upper_inf=True,
                    status__in=[Status.SIGNED, Status.PROVISIONALLY_APPLIED, Status.UNKNOWN],
                ),
                name="status_period_open",
            ),
            models.Index(
                models.F("during__startswith"),
                condition=models.Q(
                    status__in=[Status.EXPIRED, Status.TERMINATED, Status.SUPERSEDED]
                ),
                name="status_period_end",
            ),
        ]

    def __str__(self) -> str:
        return self.get_status_display()

    @property
    def words(self) -> str:
        return self.document.status_words(self.status)


class StatusOverride(models.Model):
    """An editor's word on the status, from a date on. Yields to what happens later."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="status_overrides", verbose_name=_("document")
    )
    status = models.CharField(_("status"), max_length=24, choices=Status)
    effective_on = PartialDateField(_("from"), null=False, blank=False)
    effective_first = first_day("effective_on")
    effective_after = day_after("effective_on")
    reason = LineField(_("reason"))
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="status_overrides", verbose_name=_("source")
    )

    class Meta:
        verbose_name = _("status override")
        verbose_name_plural = _("status overrides")
        ordering = ["document", "effective_first", "id"]
        constraints = [
            one_of("status", Status, "status_override_is_known"),
            date_check("effective_on", "status_override_date_is_a_date"),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="status_override_has_a_reason",
                violation_error_message=_("Say why the status is other than computed."),
            ),
            models.UniqueConstraint(
                fields=["document", "effective_on"],
                name="status_override_stands_once",
                violation_error_message=_("There is an override from this date already."),
            ),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.effective_on}"
