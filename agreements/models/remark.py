from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .document import Document
from .event import Event
from .fields import of_document_or_event
from .triggers import recorded


class Remark(models.Model):
    """What an editor wrote to the clerk when returning a record."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="remarks", null=True, blank=True
    )
    event = models.ForeignKey(Event, models.CASCADE, related_name="remarks", null=True, blank=True)
    text = models.TextField(_("remark"))
    written_by = models.CharField(_("written by"), max_length=150)
    written_at = models.DateTimeField(_("written"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["-id"]
        constraints = [
            of_document_or_event("remark_belongs_to_one_record"),
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="remark_says_something",
                violation_error_message=_("Write what the clerk should mend."),
            ),
        ]
        triggers = recorded("document document_id", "event event_id")

    def __str__(self) -> str:
        return self.text
