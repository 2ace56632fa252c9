"""What others changed while a form was open, beside what was typed into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from agreements.editing import history
from agreements.editing.differences import FieldDifference, RowDifference, differences
from agreements.forms.admin_labels import label
from agreements.models import Change

SHOWN = 200


@dataclass
class Meanwhile:
    """One field that somebody changed, and what this form has for it; None where it has nothing."""

    change: Change
    row: RowDifference
    difference: FieldDifference
    mine: str | None


def meanwhile(
    record: models.Model, since: int, form: forms.ModelForm, formsets: list[forms.BaseFormSet]
) -> list[Meanwhile]:
    typed = {(f.instance._meta.db_table, str(f.instance.pk)): f for f in every(form, formsets)}
    return [
        Meanwhile(row.change, row, difference, mine(typed.get((row.table, row.key)), difference))
        for row in differences(history.since(record, since)[:SHOWN])
        for difference in row.fields
    ]


def every(form: forms.ModelForm, formsets: list[forms.BaseFormSet]) -> Iterator[forms.ModelForm]:
    yield form
    for rows in formsets:
        yield from (row for row in rows.forms if row.instance.pk)


def mine(form: forms.ModelForm | None, difference: FieldDifference) -> str | None:
    if form is None or difference.name not in form.fields:
        return None
    return in_words(form.fields[difference.name], form[difference.name].value())


def in_words(field: forms.Field, value: Any) -> str:
    """What was typed or chosen, as the screen showed it."""
    if isinstance(field, forms.ModelChoiceField):
        try:
            chosen = field.clean(value)
        except ValidationError:
            return str(value or "")
        return label(chosen) if chosen else ""
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value or ""))
    return str(field.prepare_value(value) if value is not None else "")
