"""What others changed while a sheet was open, beside what was typed into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django import forms

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.forms.boxes import BoxField, as_boxed
from agreements.forms.event_sheet import EventSheet

from .stale import SHOWN, Meanwhile, in_words

# A form and its fields by the names of the model's fields.
Typed = tuple[forms.Form, Mapping[str, str]]


def meanwhile(sheet: EventSheet) -> list[Meanwhile]:
    typed = dict(every(sheet))
    return [
        Meanwhile(row.change, row, difference, mine(typed, row.table, row.key, difference.name))
        for record, since in sheet.stale
        for row in differences(history.since(record, since)[:SHOWN])
        for difference in row.fields
    ]


def every(sheet: EventSheet) -> Iterator[tuple[tuple[str, str], Typed]]:
    """By table and key of the row that a form edits."""
    top = {name: name for name in ("kind", "began_on", "ended_on")}
    place = {"place": "where", "state": "where"}
    yield key(sheet.event), (sheet.top, top | place)
    for name in sheet.event.names.all()[:1]:
        yield key(name), (sheet.top, {"text": "name", "language": "language"})
    for rows in (sheet.delegations, sheet.announcements):
        for form in rows.forms:
            if form.saved:
                yield key(form.saved), (form, {field: field for field in form.fields})
    for row in sheet.rows.forms:
        if row.shown is None:
            continue
        yield key(row.shown.document), (row, {field: field for field in row.fields})
        if row.shown.title:
            yield key(row.shown.title), (row, {"text": "text", "language": "language"})
        if row.shown.signing:
            yield key(row.shown.signing), (row, {"signed_on": "signed_on", **place})


def key(record: object) -> tuple[str, str]:
    return record._meta.db_table, str(record.pk)


def mine(typed: Mapping[tuple[str, str], Typed], table: str, row: str, name: str) -> str | None:
    """What this sheet has for a field; None where it has nothing."""
    form, names = typed.get((table, row), (None, {}))
    if form is None or name not in names:
        return None
    field, value = form.fields[names[name]], form[names[name]].value()
    if isinstance(field, BoxField):
        box = as_boxed(value)
        chosen = [field.known[key].short for key in box.keys if key in field.known]
        return "; ".join(filter(None, [*chosen, box.typed]))
    return in_words(field, value)
