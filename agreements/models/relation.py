from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField, PartialDateField, date_check, day_after, first_day, one_of
from .triggers import recorded
from .vocabulary import RELATION_INVERSE, RelationKind


class RelationQuerySet(models.QuerySet):
    def published(self) -> RelationQuerySet:
        """With both ends public; the other end may be words only."""
        return self.filter(
            models.Q(target=None) | models.Q(target__publication_state="published"),
            document__publication_state="published",
        )


class Relation(models.Model):
    """One document acts on another. Stored once, shown from both."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="relations", verbose_name=_("document")
    )
    kind = models.CharField(_("it"), max_length=11, choices=RelationKind)
    target = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="inverse_relations",
        null=True,
        blank=True,
        verbose_name=_("document of this archive"),
    )
    target_text = LineField(
        _("in words"), blank=True, help_text=_("While this archive does not hold the other one.")
    )
    effective_on = PartialDateField(_("takes effect"))
    effective_first = first_day("effective_on")
    effective_after = day_after("effective_on")
    extent = LineField(_("extent"), blank=True, help_text=_("The articles, where not the whole."))

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["document", "id"]
        constraints = [
            one_of("kind", RelationKind, "relation_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(target__isnull=False) | ~models.Q(target_text=""),
                name="relation_has_another_end",
                violation_error_message=_("Choose the other document, or describe it in words."),
            ),
            models.CheckConstraint(
                condition=models.Q(target=None) | ~models.Q(target=models.F("document")),
                name="relation_is_not_to_itself",
                violation_error_message=_("A document cannot relate to itself."),
            ),
            models.UniqueConstraint(
                fields=["document", "kind", "target"],
                condition=models.Q(target__isnull=False),
                name="relation_stands_once",
                violation_error_message=_("This relation is entered already."),
            ),
            date_check("effective_on", "relation_effective_on_is_a_date"),
        ]
        triggers = recorded("document document_id", "document target_id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target_text or self.target_id}"

    @property
    def inverse(self) -> str:
        """The relation's words as read from the other end."""
        return RELATION_INVERSE[self.kind]
