"""Recorded documents in a few words: those that tell one from the other stand first."""

from __future__ import annotations

import re

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements import dates
from agreements.editing.proposing import TYPES
from agreements.letters import fold
from agreements.likeness import WEIGHTLESS
from agreements.models import Document

SHOWN = 60
MOST_WORDS_OF_TYPE = 5
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def short_label(document: Document) -> str:
    """As "No. 6 · Roadmap · 2023–2025 · expansion of cooperation in …"."""
    place = document.event_position if document.event_id else None
    parts = [
        _("No. %(number)s") % {"number": place} if place else "",
        str(document.type or ""),
        dates.words(document.period) if document.period else "",
        Truncator(without_type(str(document))).chars(SHOWN),
    ]
    return " · ".join(filter(None, parts))


def without_type(title: str) -> str:
    """The title from its first word that says more than what kind of paper it is."""
    found = list(WORD.finditer(title))
    words = [fold(match[0]) for match in found]
    lengths = range(min(MOST_WORDS_OF_TYPE, len(words)), 0, -1)
    first = next((length for length in lengths if tuple(words[:length]) in TYPES), 0)
    while first < len(words) and words[first] in WEIGHTLESS:
        first += 1
    return title[found[first].start() :] if 0 < first < len(words) else title
