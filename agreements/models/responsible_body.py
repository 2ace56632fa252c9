from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .agency import Agency
from .document import Document
from .fields import one_of
from .triggers import recorded
from .vocabulary import Side


class ResponsibleBody(models.Model):
    """Who answers for a document today, on a side where it isn't the signatory."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="responsible_bodies", verbose_name=_("document")
    )
    side = models.PositiveSmallIntegerField(_("side"), choices=Side)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="responsibilities", verbose_name=_("agency")
    )

    class Meta:
        verbose_name = _("responsible body")
        verbose_name_plural = _("responsible bodies")
        ordering = ["document", "side", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "side", "agency"],
                name="responsible_body_stands_once",
                violation_error_message=_("This body is entered already."),
            ),
            one_of("side", Side, "responsible_body_has_a_side"),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return str(self.agency)
