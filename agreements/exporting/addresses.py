from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation


def address(of: Any, base: str = "") -> str:
    """The permanent one, whatever language the reader's addresses begin with."""
    with translation.override(settings.LANGUAGE_CODE):
        return f"{base}{of.get_absolute_url()}"
