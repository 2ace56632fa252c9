"""Whole addresses that others may keep: by the number alone, whatever the reader’s language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation


def base(request: HttpRequest) -> str:
    """What stands before each path: ``https://archive.example``."""
    return f"{request.scheme}://{request.get_host()}"


def permanent(request: HttpRequest, name: str, *args: object) -> str:
    """The one without a language's prefix, which outlives changes of titles."""
    with translation.override(settings.LANGUAGE_CODE):
        return base(request) + reverse(name, args=args)
