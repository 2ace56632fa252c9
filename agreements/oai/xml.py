"""XML written element by element; whatever text is put into it, it stays well formed."""

from __future__ import annotations

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

# Our own words.
DECLARATION = mark_safe('<?xml version="1.0" encoding="UTF-8"?>\n')
# All that XML 1.0 has no way of saying.
NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, /, *content: str, **attributes: str) -> SafeString:
    """Content is text, or elements made here. The first underscore in an attribute's name stands
    for a colon; ``lang`` is ``xml:lang``."""
    inner = "".join(escaped(part) for part in content)
    given = "".join(
        f' {NAMES.get(key, key.replace("_", ":", 1))}="{escaped(value)}"'
        for key, value in attributes.items()
    )
    # Whatever came from a record is escaped by now; names are our own.
    return mark_safe(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


NAMES = {"lang": "xml:lang"}


def escaped(text: str) -> str:
    """Elements are left as they are."""
    if isinstance(text, SafeString):
        return text
    return conditional_escape(NO_CHARACTER.sub("", text))


def joined(*elements: SafeString) -> SafeString:
    return mark_safe("".join(elements))  # each is safe itself
