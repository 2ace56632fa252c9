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
    is_taken_over: bool = False


def meanwhile(
    record: models.Model, since: int, form: forms.ModelForm, formsets: list[forms.BaseFormSet]
) -> list[Meanwhile]:
    """Fields that this form had left as they were are set to what others made of them."""
    typed = {(f.instance._meta.db_table, str(f.instance.pk)): f for f in every(form, formsets)}
    lines = []
    for row in differences(history.since(record, since)[:SHOWN]):
        mine_ = typed.get((row.table, row.key))
        for difference in row.fields:
            is_taken_over = mine_ is not None and taken_over(mine_, row.change, difference.name)
            value = mine(mine_, difference)
            lines.append(Meanwhile(row.change, row, difference, value, is_taken_over))
    return lines


def taken_over(form: forms.ModelForm, change: Change, name: str) -> bool:
    """Whether the form holds what the field was before the change; it is then given the new value.

    Nobody meant to take back what somebody else wrote into a field that he had not touched.
    """
    column = form.instance._meta.get_field(name).column if name in form.fields else None
    if column is None or column not in (change.old or {}) or column not in (change.new or {}):
        return False
    field, bound = form.fields[name], form[name]
    try:
        value = field.clean(bound.value())
    except ValidationError:
        return False
    if plain(value) != plain(change.old[column]):
        return False
    write(form, bound.html_name, change.new[column])
    return True


def plain(value: Any) -> str:
    """A value of a form and one of the history, made alike."""
    if isinstance(value, models.Model):
        value = value.pk
    return "" if value is None else str(value)


def write(form: forms.ModelForm, name: str, value: Any) -> None:
    if value is False:
        form.data.pop(name, None)
    else:
        form.data[name] = "on" if value is True else plain(value)


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
