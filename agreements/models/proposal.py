from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .document import Document
from .event import Event
from .fields import of_document_or_event, one_of
from .triggers import recorded
from .vocabulary import ProposalState


class ProposalQuerySet(models.QuerySet):
    def open(self) -> ProposalQuerySet:
        return self.filter(state=ProposalState.OPEN)


class Proposal(models.Model):
    """A clerk's correction of a published record, until an editor has decided.

    ``changes`` is what saving the form would have written, row by row, as the history has it;
    ``form`` is the form as it was sent, to go on from.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="proposals", null=True, blank=True
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="proposals", null=True, blank=True
    )
    changes = models.JSONField(_("changes"))
    form = models.JSONField(_("form"))
    seen_version = models.PositiveIntegerField(_("version that was corrected"))
    reason = models.TextField(_("reason"), blank=True)
    state = models.CharField(
        _("state"), max_length=9, choices=ProposalState, default=ProposalState.OPEN
    )
    made_by = models.CharField(_("proposed by"), max_length=150)
    made_at = models.DateTimeField(_("proposed"), db_default=Now(), editable=False)
    remark = models.TextField(_("remark"), blank=True)
    decided_by = models.CharField(_("decided by"), max_length=150, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-id"]
        constraints = [
            of_document_or_event("proposal_belongs_to_one_record"),
            one_of("state", ProposalState, "proposal_state_is_known"),
            models.CheckConstraint(
                condition=~models.Q(state=ProposalState.RETURNED) | ~models.Q(remark=""),
                name="proposal_is_returned_with_a_remark",
                violation_error_message=_("Say to the clerk why it is returned."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(state=ProposalState.OPEN), name="proposal_open"
            )
        ]
        triggers = recorded("document document_id", "event event_id", derived=("form",))

    def __str__(self) -> str:
        return str(_("proposal %(id)s") % {"id": self.pk})

    @property
    def record(self) -> Document | Event:
        return self.document or self.event
