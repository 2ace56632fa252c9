"""An agency made on the spot, while a document is entered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.letters import fold
from agreements.models import AgencyName, State
from agreements.models.vocabulary import AgencyKind

from .boxes import BoxField, Choice, choices_of
from .event_sheet_rows import Line, language_field

LONGEST_NAME = 800


class NewAgencyForm(forms.Form):
    """Refuses a second body of the same name in a state, until it is said to be another."""

    name = Line(label=_("Name"), max_length=LONGEST_NAME, widget=forms.TextInput({"size": 60}))
    language = language_field(initial="en")
    state = BoxField("state", label=_("State"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", "---------"), *AgencyKind.choices])
    is_another = forms.BooleanField(label=_("It is another body of the same name"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doubles: list[Choice] = []
        box = self.fields["state"]
        if self.is_bound:
            box.known = choices_of(self["state"].value().keys)

    @property
    def of_state(self) -> State | None:
        chosen = getattr(self, "cleaned_data", {}).get("state")
        return chosen[0].record if chosen else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.of_state and cleaned.get("name") and not cleaned.get("is_another"):
            # Of two clerks who enter one body at the same moment, the second waits here.
            State.objects.select_for_update(no_key=True).get(pk=self.of_state.pk)
            same = AgencyName.objects.filter(
                folded=fold(cleaned["name"]), agency__state=self.of_state
            ).values_list("agency", flat=True)
            self.doubles = list(choices_of(f"agency-{pk}" for pk in same).values())
            if self.doubles:
                self.add_error("name", _("This state has a body of this name already."))
        return cleaned
