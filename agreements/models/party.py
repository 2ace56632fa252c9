from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.letters import fold

from .agency import Agency
from .document import Document
from .fields import LineField, one_of
from .name import DatedName
from .state import State
from .triggers import recorded
from .vocabulary import ActingAs, PartyRole, Side


class Party(models.Model):
    """One body on one side of a document: an agency, or the state itself."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="parties", verbose_name=_("document")
    )
    side = models.PositiveSmallIntegerField(_("side"), choices=Side)
    position = models.PositiveSmallIntegerField(_("order on the side"), default=0)
    state = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="parties",
        null=True,
        blank=True,
        verbose_name=_("state"),
        help_text=_("May stay open in a draft only."),
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("agency"),
        help_text=_("Empty where the state itself is the party."),
    )
    acting_as = models.CharField(
        _("acting as"),
        max_length=13,
        choices=ActingAs,
        blank=True,
        help_text=_("The capacity of a state where no agency is named."),
    )
    name_as_written = LineField(_("name as written"), blank=True)
    role = models.CharField(_("role"), max_length=12, choices=PartyRole, default=PartyRole.PARTY)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["document", "side", "position", "id"]
        constraints = [
            one_of("side", Side, "party_has_a_side"),
            one_of("role", PartyRole, "party_role_is_known"),
            models.CheckConstraint(
                condition=models.Q(acting_as__in=["", *ActingAs.values]),
                name="party_capacity_is_known",
                violation_error_message=_("This value is not in the vocabulary."),
            ),
            models.CheckConstraint(
                condition=models.Q(agency=None) | models.Q(acting_as=""),
                name="party_is_an_agency_or_a_state",
                violation_error_message=_("Where an agency is the party, leave “acting as” empty."),
            ),
            models.CheckConstraint(
                condition=models.Q(agency=None) | models.Q(state__isnull=False),
                name="party_agency_names_its_state",
                violation_error_message=_("Name the state of the agency."),
            ),
            models.UniqueConstraint(
                fields=["document", "side", "state", "agency", "role", "name_as_written"],
                nulls_distinct=False,
                name="party_stands_once_on_a_side",
                violation_error_message=_("This party stands on this side already."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "document", "side"], name="party_state_document"),
            models.Index(fields=["agency", "document"], name="party_agency_document"),
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return str(self.agency or self.state or self.name_as_written or self.get_side_display())

    @property
    def name(self) -> DatedName | None:
        """What its body was called on the day of the document."""
        body = self.agency or self.state
        return body.name_on(self.document.signed_first) if body else None

    @property
    def state_name(self) -> DatedName | None:
        """What its state was called on that day."""
        return self.state.name_on(self.document.signed_first) if self.state else None

    @property
    def is_written_otherwise(self) -> bool:
        """Whether the document calls it something else than the archive does."""
        return bool(self.name_as_written) and self.name_as_written != str(self.name)

    @property
    def is_state_in_name(self) -> bool:
        """Whether an agency's name says already of which state it is."""
        return fold(str(self.state_name)) in fold(str(self.name))
