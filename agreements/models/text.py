from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LanguageField, LineField, NormalizedText
from .triggers import recorded
from .vocabulary import LanguageRole


class TextQuerySet(models.QuerySet):
    def published(self) -> TextQuerySet:
        """A text may be held without being public, even when its document is."""
        return self.filter(is_public=True, document__publication_state="published")

    def for_list(self) -> TextQuerySet:
        """Without the words, which may be many; ``has_words`` where somebody typed them."""
        has_words = models.ExpressionWrapper(~models.Q(body=""), models.BooleanField())
        return self.defer("body").annotate(has_words=has_words)


class Text(models.Model):
    """One language version of a document: its words, or a file of them, or where they stand."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="texts", verbose_name=_("document")
    )
    language = LanguageField()
    role = models.CharField(
        _("role"),
        max_length=22,
        choices=LanguageRole,
        blank=True,
        help_text=_("Empty where it is not known."),
    )
    body = NormalizedText(_("text"), blank=True)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    origin = LineField(_("where it comes from"), blank=True)
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Off: held here, but not shown to the public.")
    )

    objects = TextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["document", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=["", *LanguageRole.values]),
                name="text_role_is_known",
                violation_error_message=_("This value is not in the vocabulary."),
            ),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return f"{self.document_id} {self.language}"

    def get_absolute_url(self) -> str:
        return f"{self.document.get_absolute_url()}texts/{self.pk}/"
