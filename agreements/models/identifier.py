from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField
from .triggers import recorded


class IdentifierScheme(models.Model):
    """A series of numbers or names: the UN Treaty Series, a national register, a gazette."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    url_template = models.CharField(
        _("address"),
        max_length=300,
        blank=True,
        help_text=_("With {value} in the place of the number."),
    )

    class Meta:
        verbose_name = _("identifier scheme")
        verbose_name_plural = _("identifier schemes")
        ordering = ["name"]
        triggers = recorded("identifierscheme code")

    def __str__(self) -> str:
        return gettext(self.name)


class Identifier(models.Model):
    """What another register calls a document."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="identifiers", verbose_name=_("document")
    )
    scheme = models.ForeignKey(
        IdentifierScheme, models.PROTECT, related_name="identifiers", verbose_name=_("scheme")
    )
    value = LineField(_("value"))

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["document", "scheme", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "scheme", "value"],
                name="identifier_stands_once",
                violation_error_message=_("This identifier is entered already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(value=""),
                name="identifier_has_a_value",
                violation_error_message=_("Write the number."),
            ),
        ]
        indexes = [models.Index(fields=["scheme", "value"], name="identifier_value")]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"

    @property
    def url(self) -> str:
        return self.scheme.url_template.replace("{value}", self.value)
