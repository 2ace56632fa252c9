"""Where a program begins, and what it learns of the rest."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from agreements.exporting.vocabularies import vocabularies

from . import asking
from .answers import METHODS, one, whole
from .schema import listed, responses, serializer

LISTS = ("documents", "events", "states", "agencies", "places", "subjects", "vocabularies")
VERSION = "1"

ROOT = serializer(
    "Root",
    "The addresses of the lists, of this description, and of the page that explains them.",
    **{name: serializers.URLField() for name in (*LISTS, "openapi", "about")},
)
CODE = serializer(
    "VocabularyCode", "A code.", code=serializers.CharField(), words=serializers.CharField()
)
VOCABULARY = serializer(
    "Vocabulary",
    "A list of codes with their words.",
    name=serializers.CharField(),
    is_closed=serializers.BooleanField(help_text="False where the archive may add to it."),
    codes=CODE(many=True),
)


@extend_schema(
    operation_id="root",
    summary="The addresses of everything",
    responses=responses(ROOT, "The addresses."),
    tags=["about"],
)
@api_view(METHODS)
def root(request: HttpRequest) -> Response:
    asking.only(request, ())
    names = {name: f"api_{name}" for name in (*LISTS, "openapi")} | {"about": "api"}
    return one({key: request.build_absolute_uri(reverse(name)) for key, name in names.items()})


@extend_schema(
    operation_id="vocabularies",
    summary="All lists of codes with their words",
    responses=responses(listed("Vocabularies", VOCABULARY(many=True)), "All of them."),
    tags=["about"],
)
@api_view(METHODS)
def vocabulary_list(request: HttpRequest) -> Response:
    asking.only(request, ())
    return whole(vocabularies())


@extend_schema(exclude=True)
@api_view(METHODS)
def openapi(request: HttpRequest) -> Response:
    asking.only(request, ())
    return one(description())


@cache
def description() -> dict[str, Any]:
    """In OpenAPI 3.1. Made once: it hangs on the program alone."""
    with translation.override("en"):
        return SchemaGenerator(api_version=VERSION).get_schema(public=True)


@extend_schema(exclude=True)
@api_view(METHODS)
def nothing(request: HttpRequest) -> Response:
    """Every other address below that of the interface."""
    raise NotFound("Nothing has this address. /api/v1/ has all of them.")
