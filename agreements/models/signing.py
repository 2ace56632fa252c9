from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .fields import LineField, PartialDateField, date_check, day_after, first_day
from .party import Party
from .place import Place
from .state import State
from .triggers import recorded


class Signing(models.Model):
    """One act of signing. An exchange of notes has two, in two cities on two dates."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="signings", verbose_name=_("document")
    )
    signed_on = PartialDateField(_("date"))
    signed_first = first_day("signed_on")
    signed_after = day_after("signed_on")
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="signings",
        null=True,
        blank=True,
        verbose_name=_("place"),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="signings_held",
        null=True,
        blank=True,
        verbose_name=_("state"),
        help_text=_("Where the place is not known, but the state is."),
    )
    party = models.ForeignKey(
        Party,
        models.CASCADE,
        related_name="signings",
        null=True,
        blank=True,
        verbose_name=_("by"),
        help_text=_("Empty where all signed together."),
    )
    note_number = models.CharField(
        _("note number"), max_length=60, blank=True, help_text=_("In an exchange of notes.")
    )

    class Meta:
        verbose_name = _("signing")
        verbose_name_plural = _("signings")
        ordering = ["document", "signed_first", "id"]
        constraints = [date_check("signed_on", "signing_date_is_a_date")]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return self.signed_on or str(_("date not recorded"))


class Signatory(models.Model):
    """A person who signed, with the office as stated."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="signatories", verbose_name=_("document")
    )
    signing = models.ForeignKey(
        Signing,
        models.CASCADE,
        related_name="signatories",
        null=True,
        blank=True,
        verbose_name=_("signing"),
        help_text=_("Empty where there is only one."),
    )
    party = models.ForeignKey(
        Party,
        models.SET_NULL,
        related_name="signatories",
        null=True,
        blank=True,
        verbose_name=_("for"),
    )
    person = LineField(_("person"))
    office = LineField(_("office as stated"), blank=True)

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["document", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(person=""),
                name="signatory_has_a_name",
                violation_error_message=_("Name the person who signed."),
            )
        ]
        triggers = recorded("document document_id")

    def __str__(self) -> str:
        return ", ".join(part for part in (self.person, self.office) if part)
