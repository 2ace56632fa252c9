"""Rows of a document: what a form knows that one row's constraints don't."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import Party
from agreements.models.rules import RULES
from agreements.models.vocabulary import ActingAs

from .admin_publication import Refused
from .admin_records import PartyField


class TitleForm(forms.ModelForm):
    class Meta:
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "cols": 60})}


class PartyForm(forms.ModelForm):
    """Fills in what follows: the state of an agency, and that a state acts as the state."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        state, agency = cleaned.get("state"), cleaned.get("agency")
        if agency and not state:
            cleaned["state"] = agency.state
        elif agency and agency.state_id != state.pk:
            self.add_error("agency", RULES["party_agency_is_of_its_state"])
        if state and not agency and not cleaned.get("acting_as"):
            cleaned["acting_as"] = ActingAs.STATE
        if not (state or agency or cleaned.get("name_as_written")):
            self.add_error(None, _("Choose the state or the agency, or write the name as given."))
        return cleaned


class OfPartyForm(forms.ModelForm):
    """A row that may name a party of its document, also one that is saved with it."""

    party = PartyField(label=_("for"), required=False)

    def save(self, commit: bool = True) -> Any:
        party = self.instance.party
        if party and party.pk is None:
            self.instance.party = self.first_party(party)
        return super().save(commit)

    def first_party(self, of: Party) -> Party:
        saved = self.instance.document.parties.filter(side=of.side).first()
        if saved is None:
            words = _("“%(side)s” is chosen, but no party stands on that side.")
            raise Refused([(None, words % {"side": of.get_side_display()})])
        return saved


class SignatoryForm(OfPartyForm):
    pass


class SigningForm(OfPartyForm):
    party = PartyField(
        label=_("by"), required=False, help_text=_("Empty where all signed together.")
    )


class ActionForm(OfPartyForm):
    party = PartyField(label=_("by party"), required=False)


class RelationForm(forms.ModelForm):
    class Meta:
        labels = {"kind": _("This document")}
