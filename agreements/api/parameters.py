"""Parameters for the OpenAPI file. Those of a list are the fields of its filters."""

from __future__ import annotations

from typing import Any

from django import forms
from drf_spectacular.utils import OpenApiParameter

from agreements.exporting.shape import SUBJECTS, TYPES
from agreements.filters.base import Asked, Filters
from agreements.filters.fields import PairField, RecordField, YearField

from .asking import LIMIT, MOST, YES_OR_NO

DATE = "As exact as it is known: 2023, 2023-05 or 2023-05-04."
# What the form's own words leave open: of which list codes are, how dates are written.
MORE = {
    "state": "Codes of states; see /api/v1/states/.",
    "between": "Codes of two states; see /api/v1/states/.",
    "type": f"Codes of `{TYPES}`; see /api/v1/vocabularies/.",
    "subject": f"A code of `{SUBJECTS}`; see /api/v1/vocabularies/.",
    "since": DATE,
    "until": DATE,
    "ends_since": DATE,
    "ends_until": DATE,
    "on": "A day: 2023-05-04.",
    "language": "A language in BCP 47, in whatever script or country.",
}
NUMBER = {"type": "integer", "minimum": 1}


def parameter(name: str, about: str, shape: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name, shape, description=about)


def of_filters(filters: type[Filters]) -> list[OpenApiParameter]:
    return [of_filter(name, asked) for name, asked in filters.base_filters.items()]


def of_filter(name: str, asked: Asked) -> OpenApiParameter:
    said = [str(asked.label), str(asked.extra.get("help_text", "")), MORE.get(name, "")]
    about = " ".join(f"{words.rstrip('.')}." for words in said if words)
    known = [code for code, _words in asked.extra.get("choices", ()) if code]
    return parameter(name, about, form_of(asked.field_class, known))


def form_of(field: type[forms.Field], known: list[str]) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string", **({"enum": known} if known else {})}
    if issubclass(field, PairField):
        return {"type": "array", "items": one, "minItems": 2, "maxItems": 2, "uniqueItems": True}
    if issubclass(field, forms.MultipleChoiceField):
        return {"type": "array", "items": one}
    if issubclass(field, forms.BooleanField):
        return {"type": "string", "enum": list(YES_OR_NO)}
    if issubclass(field, YearField):
        return {"type": "integer", "minimum": 1, "maximum": 9998}
    if issubclass(field, RecordField):
        return {"type": "string", "maxLength": 400}
    return one


LIMITED = parameter(
    "limit",
    "How many records a page has, at most.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
)
AFTER = parameter(
    "after", "The place from which a page goes on. `next` has it.", {"type": "string"}
)
BEFORE = parameter(
    "before", "The place up to which a page goes. `previous` has it.", {"type": "string"}
)
AFTER_NUMBER = parameter("after", "The number after which a page goes on. `next` has it.", NUMBER)
UPDATED_SINCE = parameter(
    "updated_since",
    "For those who keep a copy: what was changed at this time or later, the longest unchanged "
    "first, and what is gone since. A time in UTC, or a day. It stands alone: with `after`, "
    "`limit` and `include`, and no other parameter.",
    {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]},
)


def including(tables: list[str], usual: list[str]) -> OpenApiParameter:
    """A list with commas."""
    words = f"Which tables stand in each record, with commas: {', '.join(tables)}; all for all."
    one = "|".join([*tables, "all"])
    form = {"type": "string", "pattern": f"^({one})(,({one}))*$", "default": ",".join(usual)}
    return parameter("include", words, form)
