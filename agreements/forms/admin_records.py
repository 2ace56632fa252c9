"""Fields that choose one of very many records, and formsets that fetch their choices together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models import Party, Signing, Text
from agreements.models.vocabulary import Side

from .admin_labels import label, named

# Rows of the document itself: a select offers those of this document only.
OWN_ROWS = (Signing, Text)


class RecordSelect(AutocompleteSelect):
    """Offers nothing but the chosen record: the rest is asked for as the clerk types."""

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> list:
        """As the parent's, which asks the database once for every widget."""
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        field = self.choices.field
        options += [
            self.create_option(name, record.pk, field.label_from_instance(record), True, 1)
            for record in field.chosen(value)
        ]
        return [(None, options, 0)]


class RecordField(forms.ModelChoiceField):
    """A choice among records. ``known`` holds those that a formset has fetched, by their key."""

    known: Mapping[str, models.Model] = {}
    default_error_messages = {
        "invalid_choice": _("There is no such record, or it may not be chosen here."),
    }

    def label_from_instance(self, obj: models.Model) -> str:
        return label(obj)

    def chosen(self, values: Iterable[str]) -> list[models.Model]:
        keys = [key for key in values if key not in self.empty_values]
        if all(key in self.known for key in keys):
            return [self.known[key] for key in keys]
        return fetch(self.queryset, keys)

    def to_python(self, value: Any) -> models.Model | None:
        if "\0" in str(value):
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return self.known.get(str(value)) or super().to_python(value)


class RecordsField(forms.ModelMultipleChoiceField):
    """Several records."""

    def label_from_instance(self, obj: models.Model) -> str:
        return label(obj)


def fetch(records: models.QuerySet, keys: Iterable[str]) -> list[models.Model]:
    """The records with these keys, as a form sent them: what is no key is passed over."""
    valid = []
    for key in keys:
        try:
            valid.append(records.model._meta.pk.to_python(key))
        except ValidationError:
            continue
    return list(named(records.filter(pk__in=valid))) if valid else []


class PartyField(forms.ChoiceField):
    """A party of the same document; while a side is not saved, the first party that it will have.

    Gives a Party, which has no key but a side in the latter case, or None.
    """

    parties: Mapping[str, Party] = {}

    def offer(self, parties: Iterable[Party]) -> None:
        saved = list(parties)
        unsaved = [Party(side=side) for side in Side if side not in {p.side for p in saved}]
        names = {str(party.pk): label(party) for party in saved}
        names |= {f"side-{party.side}": party.get_side_display() for party in unsaved}
        self.parties = dict(zip(names, [*saved, *unsaved], strict=True))
        self.choices = [("", "---------"), *names.items()]

    def clean(self, value: Any) -> Party | None:
        return self.parties.get(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "")


class RecordFormSet(forms.BaseInlineFormSet):
    """Rows of one record.

    What their fields may choose is fetched for all rows at once, and a row that nobody changed is
    neither validated nor saved, so that a document with 200 parties costs what one with 2 does.
    """

    @cached_property
    def forms(self) -> list[forms.ModelForm]:
        rows = super().forms
        for form in rows[: self.initial_form_count()]:
            form.empty_permitted = True
        self.share_choices(rows)
        return rows

    @cached_property
    def empty_form(self) -> forms.ModelForm:
        """Made once: the admin asks for it eight times a page."""
        form = super().empty_form
        self.share_choices([form])
        return form

    def share_choices(self, rows: list[forms.ModelForm]) -> None:
        """Give every row's fields the records that some row has chosen, and the short lists."""
        asked = defaultdict(list)
        for form in rows:
            for name, field in form.fields.items():
                if isinstance(field, PartyField):
                    field.offer(self.parties)
                elif isinstance(field, RecordField) and is_searched(field):
                    asked[field.queryset.model].append((field, form[name].value()))
                elif isinstance(field, RecordField):
                    self.offer_list(name, field)
        for model, fields in asked.items():
            keys = {str(value) for _field, value in fields if value}
            known = {str(row.pk): row for row in fetch(model._default_manager.all(), keys)}
            for field, _value in fields:
                field.known = known

    def offer_list(self, name: str, field: RecordField) -> None:
        """A list short enough for a plain select; asked for once, however many rows show it."""
        if field.queryset.model in OWN_ROWS:
            field.queryset = field.queryset.model.objects.filter(document=self.instance.pk)
        if name not in self.lists:
            self.lists[name] = list(field.choices)
        field.choices = self.lists[name]

    @cached_property
    def lists(self) -> dict[str, list]:
        return {}

    @cached_property
    def parties(self) -> list[Party]:
        if self.instance.pk is None:
            return []
        rows = Party.objects.filter(document=self.instance).select_related("state", "agency")
        return list(rows.prefetch_related("state__names", "agency__names"))


def is_searched(field: forms.Field) -> bool:
    widget = getattr(field.widget, "widget", field.widget)
    return isinstance(widget, RecordSelect)
