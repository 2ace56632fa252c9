"""What another clerk kept of a review while it was open, beside what was typed into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.editing.communiques.meeting import Met
from agreements.forms.boxes import BoxField, as_boxed
from agreements.forms.communique import Review

from .stale import in_words

SHOWN = 200
OF_DOCUMENT = re.compile(r"documents-([0-9]+)-")
# A form and the name of its field, by the name that is sent.
Fields = Mapping[str, tuple[forms.Form, str]]


@dataclass(frozen=True)
class Line:
    """A field, and what both have for it; None where one has no such row."""

    field: str
    theirs: str | None
    mine: str | None
    is_taken_over: bool


def lines(found: Iterable[Met], theirs: Review, mine: Review) -> list[Line]:
    """``theirs`` as it is kept, ``mine`` as it was sent."""
    kept, sent = fields_of(theirs), fields_of(mine)
    shown: dict[tuple[str, str], Line] = {}
    for met in found:
        names = (met.theirs.removesuffix("-typed"), met.mine.removesuffix("-typed"))
        field = label(names[0], kept) or label(names[1], sent)
        if field:
            words = (worded(names[0], kept), worded(names[1], sent))
            shown.setdefault(names, Line(field, *words, met.is_taken_over))
    return list(shown.values())[:SHOWN]


def fields_of(review: Review) -> Fields:
    return {
        f"{form.prefix}-{name}": (form, name) for form in review.all_forms() for name in form.fields
    }


def label(name: str, fields: Fields) -> str:
    """Of documents-1-text: Document 2: Title."""
    if name not in fields:
        return ""
    form, own = fields[name]
    words = str(capfirst(form.fields[own].label or own.replace("_", " ")))
    found = OF_DOCUMENT.match(name)
    if not found:
        return words
    number = int(found[1]) + 1
    return _("Document %(number)s: %(field)s") % {"number": number, "field": words}


def worded(name: str, fields: Fields) -> str | None:
    """As the screen shows it."""
    if name not in fields:
        return None
    form, own = fields[name]
    field, value = form.fields[own], form[own].value()
    if isinstance(field, BoxField):
        box = as_boxed(value)
        chosen = [field.known[key].short for key in box.keys if key in field.known]
        return "; ".join(filter(None, [*chosen, box.typed]))
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.MultipleChoiceField):
        return ", ".join(str(int(each) + 1) for each in value or () if str(each).isdecimal())
    return in_words(field, value)
