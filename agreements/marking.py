"""Words of the archive as a page shows them: escaped, and marked with their language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from agreements import dates


class Named(Protocol):
    """A name or a title."""

    text: str
    language: str


def in_language(text: str, code: str) -> SafeString:
    """Words in a language that is known; none says that it is not."""
    return format_html('<span lang="{}" dir="auto">{}</span>', code, text)


def worded(name: Named) -> SafeString:
    """A name or title, marked with its language where that is not the page's."""
    if name.language == get_language():
        return conditional_escape(name.text)
    return in_language(name.text, name.language)


def worded_list(names: Iterable[Named], separator: str) -> SafeString:
    """Several names with a word between them."""
    return format_html_join(separator, "{}", ((worded(name),) for name in names))


def partial_date(edtf: str | None) -> SafeString:
    """As much of a date as is known, in the reader's words."""
    if not edtf:
        return SafeString("")
    words = dates.words(edtf, get_language())
    iso = dates.iso(edtf)
    return (
        format_html('<time datetime="{}">{}</time>', iso, words)
        if iso
        else conditional_escape(words)
    )
