from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document


class Twin(models.Model):
    """Two documents that may be one entered twice, as write_twins() found them.

    Derived, and written at commit; each pair stands both ways.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="twins")
    other = models.ForeignKey(Document, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("likely duplicate")
        verbose_name_plural = _("likely duplicates")
        constraints = [
            models.UniqueConstraint(fields=["document", "other"], name="twin_stands_once"),
            models.CheckConstraint(
                condition=~models.Q(document=models.F("other")), name="twin_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.other_id}"
