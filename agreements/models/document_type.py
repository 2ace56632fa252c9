from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .triggers import recorded


class DocumentType(models.Model):
    """What a document calls itself. The list that archives start with can be extended."""

    code = models.SlugField(_("code"), max_length=60, primary_key=True)
    name = models.CharField(_("name"), max_length=80, help_text=_("In English; shown translated."))
    ends_with_period = models.BooleanField(
        _("ends with its period"),
        default=False,
        help_text=_("A plan or a programme: over when the period that it covers is over."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("document type")
        verbose_name_plural = _("document types")
        ordering = ["position", "code"]
        triggers = recorded("documenttype code")

    def __str__(self) -> str:
        return gettext(self.name)
