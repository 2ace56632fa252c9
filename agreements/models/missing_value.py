from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import one_of
from .triggers import recorded
from .vocabulary import MissingReason


class MissingValue(models.Model):
    """How a value is missing, said on purpose: not recorded, does not apply, not found."""

    class Field(models.TextChoices):
        SIGNED_ON = "signed_on", _("date of signing")
        PLACE = "place", _("place of signing")
        SIGNATORIES = "signatories", _("signatories")
        ENTRY_INTO_FORCE = "entry_into_force", _("entry into force")
        VALIDITY = "validity", _("validity")
        TEXT = "text", _("text")

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="missing_values", verbose_name=_("document")
    )
    field = models.CharField(_("what"), max_length=16, choices=Field)
    reason = models.CharField(_("how"), max_length=24, choices=MissingReason)
    looked_on = models.DateField(_("looked for on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("missing value")
        verbose_name_plural = _("missing values")
        ordering = ["document", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "field"],
                name="missing_value_stands_once",
                violation_error_message=_("This is said already."),
            ),
            one_of("reason", MissingReason, "missing_reason_is_known"),
            models.CheckConstraint(
                condition=~models.Q(reason=MissingReason.LOOKED_FOR_AND_NOT_FOUND)
                | models.Q(looked_on__isnull=False),
                name="missing_value_says_when_looked_for",
                violation_error_message=_("Say when it was looked for."),
            ),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self.get_reason_display()}"
