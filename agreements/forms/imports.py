"""A table that is to be brought in, and how its columns are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import ImportProfile

ENDINGS = ".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.json,.gz"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Table"),
        widget=forms.FileInput({"accept": ENDINGS}),
        error_messages={
            "required": _("Choose the file of the table first."),
            "empty": _("The file is empty."),
        },
    )
    profile = forms.ModelChoiceField(
        ImportProfile.objects.all(),
        label=_("Profile"),
        required=False,
        empty_label=_("none: suggest what the columns mean"),
        help_text=_("How the columns of such tables become fields. It can be corrected."),
        error_messages={"invalid_choice": _("This profile was deleted meanwhile.")},
    )


class ProfileForm(forms.ModelForm):
    """``read`` takes the settings; where they are wrong, ValueError with ``sentences``."""

    read: Callable[[Any], Any]

    class Meta:
        model = ImportProfile
        fields = ("name", "about", "settings")
        widgets = {
            "name": forms.TextInput({"class": "vTextField"}),
            "about": forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
            "settings": forms.Textarea({"rows": 30, "class": "vLargeTextField import-settings"}),
        }
        help_texts = {
            "settings": _(
                "As JSON. It is easier to correct them beside a table: bring one in with this "
                "profile, and save it there under the same name."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["settings"].encoder = Indented
        self.fields["settings"].error_messages["invalid"] = _(
            "This is not valid JSON: look at the commas, quotation marks and brackets."
        )

    def clean_settings(self) -> Any:
        settings = self.cleaned_data["settings"]
        if "\\u0000" in json.dumps(settings):
            raise forms.ValidationError(_("There is a NUL character in it, which no text has."))
        try:
            return type(self).read(settings).as_json()
        except ValueError as error:
            raise forms.ValidationError(list(getattr(error, "sentences", [str(error)]))) from error


class Indented(json.JSONEncoder):
    """For people to read."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "indent": 1, "ensure_ascii": False})
