"""The shapes of answers for the OpenAPI file, made of the tables of ``exporting.shape``, so that
what is written down is what is sent. Nothing is checked or changed by them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db.models import Choices
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.utils import (
    OpenApiResponse,
    PolymorphicProxySerializer,
    extend_schema_field,
)
from rest_framework import serializers

from agreements.exporting.shape import Field, Kind, Table, codes
from agreements.problems import MEDIA_TYPE

FORMS: dict[Kind, tuple[type[serializers.Field], str]] = {
    Kind.TEXT: (serializers.CharField, ""),
    Kind.NUMBER: (serializers.IntegerField, ""),
    Kind.YES_NO: (serializers.BooleanField, ""),
    Kind.DATE: (
        serializers.CharField,
        "EDTF: 2023, 2023-05, 2023-05-04, each with ~ where approximate; 2023/2025.",
    ),
    Kind.DAY: (serializers.DateField, ""),
    Kind.TIME: (serializers.DateTimeField, ""),
    Kind.LENGTH: (serializers.CharField, "ISO 8601: P5Y, P6M, P90D."),
    Kind.LANGUAGE: (serializers.CharField, "BCP 47."),
    Kind.URL: (serializers.URLField, ""),
}


class CodeField(serializers.CharField):
    """One of the codes of a closed list."""

    def __init__(self, vocabulary: type[Choices], **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        super().__init__(**kwargs)


class CodeFieldExtension(OpenApiSerializerFieldExtension):
    """Each list stands once, under its name, with the words of its codes."""

    target_class = CodeField

    def get_name(self) -> str:
        return self.target.vocabulary.__qualname__.replace(".", "")

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        known = list(codes(self.target.vocabulary))
        words = "\n".join(f"* `{code}`: {label}" for code, label in known)
        return {"type": "string", "enum": [code for code, _label in known], "description": words}


def described(field: Field) -> serializers.Field:
    given: dict[str, Any] = {"allow_null": not field.is_always_there}
    if field.kind == Kind.CODE and not isinstance(field.vocabulary, str):
        return CodeField(field.vocabulary, help_text=field.about, **given)
    if field.kind == Kind.CODE:
        words = f"{field.about} A code of `{field.vocabulary}`; see /api/v1/vocabularies/."
        return serializers.CharField(help_text=words, **given)
    made, form = FORMS[field.kind]
    return made(help_text=f"{field.about} {form}".rstrip(), **given)


def serializer(
    name: str, about: str, /, **fields: serializers.Field
) -> type[serializers.Serializer]:
    return type(name, (serializers.Serializer,), {"__doc__": about, **fields})


@cache
def shape_of(
    table: Table, name: str, under: tuple[Table, ...] = (), *, of: str = "", is_chosen: bool = False
) -> type[serializers.Serializer]:
    """Of a record; ``under`` are the tables whose rows stand in it, all or, where that is_chosen,
    those that were asked for. The rows are named as ``of`` such a record."""
    fields = {field.name: described(field) for field in table.fields}
    for other in under:
        row = shape_of(other, (of or name) + "".join(map(str.title, other.name.split("_"))))
        fields[other.name] = row(many=True, required=not is_chosen, help_text=other.about)
    return serializer(name, table.about, **fields)


def listed(
    name: str, results: serializers.Field, /, **more: serializers.Field
) -> type[serializers.Serializer]:
    """A page of a list."""
    following = serializers.URLField(allow_null=True, help_text="The page after this one.")
    return serializer(name, "A page of a list.", **more, next=following, results=results)


def either(name: str, *shapes: type[serializers.Serializer]) -> serializers.Field:
    """A list of records of several shapes."""
    several = PolymorphicProxySerializer(
        component_name=name, serializers=list(shapes), resource_type_field_name=None, many=False
    )
    one = extend_schema_field(several)(type(name, (serializers.Field,), {}))
    return serializers.ListField(child=one())


ERROR = serializer(
    "Error",
    "What is wrong with one parameter.",
    parameter=serializers.CharField(),
    detail=serializers.CharField(),
)
PROBLEM = serializer(
    "Problem",
    "RFC 9457.",
    type=serializers.CharField(help_text="about:blank: the status says what it is."),
    title=serializers.CharField(help_text="The words of the status."),
    status=serializers.IntegerField(),
    detail=serializers.CharField(help_text="For people."),
    errors=ERROR(many=True, required=False, help_text="Of status 400: each parameter's."),
    gone=serializers.CharField(required=False, help_text="Of status 410: withdrawn."),
    gone_at=serializers.DateTimeField(required=False, help_text="Of status 410."),
    reason=serializers.CharField(required=False, help_text="Of status 410: why."),
)
PROBLEMS = {
    400: "A parameter is not known, or its value is not understood.",
    404: "Nothing public has this address.",
    405: "Records can be read, and nothing else.",
    406: "All answers are JSON.",
    410: "The record was withdrawn.",
    429: "Too many requests from one address; Retry-After says how many seconds to wait.",
    500: "Our fault.",
    503: "The database was too busy; Retry-After says how many seconds to wait.",
}
ANYWHERE = (400, 405, 406, 429, 500, 503)


def responses(answer: Any, about: str, *also: int) -> dict[Any, Any]:
    """Of an endpoint: its answer, and how it says no."""
    said: dict[Any, Any] = {200: OpenApiResponse(answer, about)}
    if 301 in also:
        said[301] = OpenApiResponse(description="Merged: Location has the one that stayed.")
    for status in sorted({*ANYWHERE, *also} - {301}):
        said[status, MEDIA_TYPE] = OpenApiResponse(PROBLEM, PROBLEMS[status])
    return said
