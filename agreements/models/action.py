from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField, PartialDateField, date_check, day_after, first_day, one_of
from .party import Party
from .triggers import recorded
from .vocabulary import ActionKind, Side


class Action(models.Model):
    """A dated step in a document's life, by one party, one side, or all."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="actions", verbose_name=_("document")
    )
    kind = models.CharField(_("step"), max_length=29, choices=ActionKind)
    side = models.PositiveSmallIntegerField(
        _("by side"), choices=Side, null=True, blank=True, help_text=_("Empty where all took it.")
    )
    party = models.ForeignKey(
        Party,
        models.CASCADE,
        related_name="actions",
        null=True,
        blank=True,
        verbose_name=_("by party"),
    )
    done_on = PartialDateField(_("done"))
    received_on = PartialDateField(_("received"))
    effective_on = PartialDateField(_("takes effect"))
    done_first = first_day("done_on")
    done_after = day_after("done_on")
    received_first = first_day("received_on")
    received_after = day_after("received_on")
    effective_first = first_day("effective_on")
    effective_after = day_after("effective_on")
    reference = LineField(
        _("reference"), blank=True, help_text=_("The law, decree or note that it rests on.")
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["document", models.F("done_first").asc(nulls_last=True), "id"]
        constraints = [
            one_of("kind", ActionKind, "action_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(side=None) | models.Q(side__in=Side.values, party=None),
                name="action_is_by_a_side_or_a_party",
                violation_error_message=_("Name the side or the party, not both."),
            ),
            date_check("done_on", "action_done_on_is_a_date"),
            date_check("received_on", "action_received_on_is_a_date"),
            date_check("effective_on", "action_effective_on_is_a_date"),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return self.get_kind_display()
