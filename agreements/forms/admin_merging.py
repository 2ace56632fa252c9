"""Which record is the same as this one, and how one knows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models import (
    Citation,
    Document,
    MergedRecord,
    Party,
    Place,
    Relation,
    Signing,
    Source,
    State,
    Subject,
)
from agreements.models.agency import Agency
from agreements.models.event import Event

from .admin_records import RecordField, RecordSelect

# A column by which such a record is searched for.
COLUMNS = {
    Agency: Party._meta.get_field("agency"),
    State: Party._meta.get_field("state"),
    Place: Signing._meta.get_field("place"),
    Event: Document._meta.get_field("event"),
    Document: Relation._meta.get_field("target"),
    Subject: Document._meta.get_field("subjects"),
    Source: Citation._meta.get_field("source"),
}
LARGEST = 2**63 - 1


class OtherRecordForm(forms.Form):
    """The other record: searched for by name, or, without script, by its number."""

    into = RecordField(queryset=None, required=False)
    number = forms.IntegerField(
        label=_("or its number"),
        min_value=1,
        max_value=LARGEST,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 10}),
    )

    def __init__(self, data: Any, *, record: models.Model, site: Any, label: str) -> None:
        super().__init__(data)
        self.record = record
        self.kind = type(record)
        field = self.fields["into"]
        field.queryset = self.kind._default_manager.all()
        field.label = label
        field.widget = RecordSelect(COLUMNS[self.kind], site)
        field.widget.choices = field.choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        other = cleaned.get("into") or self.numbered(cleaned.get("number"))
        if other is None and not self.errors:
            raise ValidationError(_("Choose the other record, or write its number."))
        if other == self.record:
            raise ValidationError(_("Choose another record: this one is itself."))
        cleaned["other"] = other
        return cleaned

    def numbered(self, number: int | None) -> models.Model | None:
        """The record of that number, or the one into which it was merged."""
        if number is None:
            return None
        records = self.kind._default_manager.all()
        kept = MergedRecord.objects.kept_number(self.kind._meta.model_name, number)
        found = records.filter(pk=kept or number).first()
        if found is None:
            self.add_error("number", _("There is no such record."))
        return found


def reason_field(help_text: str) -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        max_length=1000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
    )


class MergeForm(forms.Form):
    """Agrees to a plan that was shown."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = reason_field(_("How you know that the two are one. It stays in the history."))


class MarkForm(OtherRecordForm):
    reason = reason_field(_("How you know that the two are one. An editor will read it."))


class UndoForm(forms.Form):
    reason = reason_field(_("Why they are two after all. It stays in the history."))
