"""Which document it may be that a title says is amended, supplemented or extended."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from agreements import dates
from agreements.letters import fold
from agreements.likeness import trigrams, weighty
from agreements.models import Document

from .duplicates import names_of, states_on_both_sides, to_show

# Of a pair of states the documents that are looked for, and those whose titles are compared.
OF_A_PAIR = 2000
LOOKED_AT = 200
SHOWN = 3
ENOUGH = 0.6
DAYS = [
    re.compile(pattern)
    for pattern in (
        r"\b\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)? [^\W\d_]{3,},? \d{4}\b",
        r"\b[^\W\d_]{3,} \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b",
        r"\b\d{4} ?-?(?:жыл\w*|йил\w*|yil\w*) \d{1,2}[ -][^\W\d_]{3,}",
        r"\b\d{1,2} [^\W\d_]{3,} соли \d{4}\b",
        r"\b\d{1,2}[./]\d{1,2}[./]\d{4}\b",
    )
]


def days_named(words: str) -> set[datetime.date]:
    """The days that are written out in some words."""
    found = set()
    for text in (match[0] for pattern in DAYS for match in pattern.finditer(fold(words))):
        try:
            first, after = dates.bounds(dates.parse(text))
        except dates.PartialDateError:
            continue
        if first and after and after - first == datetime.timedelta(days=1):
            found.add(first)
    return found


def likely_targets(document: Document, other: str) -> list[Document]:
    """Earlier documents between the same states that the words may mean, the likeliest first.

    A day that the words name counts most; then what the titles have in common.
    """
    days = days_named(other)
    names = names_of(document)
    scored = []
    for candidate in candidates(document, days):
        on_the_day = candidate.signed_first in days
        likeness = max((covered(other, t.text, names) for t in candidate.titles.all()), default=0)
        if on_the_day or likeness >= ENOUGH:
            scored.append((on_the_day, likeness, candidate))
    scored.sort(key=lambda row: (row[0], row[1], row[2].pk), reverse=True)
    dated = [row for row in scored if row[0]]
    keys = [candidate.pk for _day, _likeness, candidate in (dated or scored)[:SHOWN]]
    shown = to_show(keys)
    return [shown[key] for key in keys]


def candidates(document: Document, days: set[datetime.date]) -> Iterator[Document]:
    pair = states_on_both_sides(document)
    if not pair:
        return
    between = Document.objects.between(*pair).exclude(pk=document.pk).prefetch_related("titles")
    if days:
        on_the_days = list(between.filter(signed_first__in=days).order_by("pk")[:LOOKED_AT])
        if on_the_days:
            yield from on_the_days
            return
    # In two steps: in one the planner walks through the documents of all states by their dates.
    keys = list(Document.objects.between(*pair).order_by().values_list("pk", flat=True)[:OF_A_PAIR])
    between = between.filter(pk__in=keys)
    if document.signed_first:
        between = between.filter(signed_first__lt=document.signed_first)
    yield from between.order_by("-signed_first", "-pk")[:LOOKED_AT]


def covered(other: str, title: str, names: set[str]) -> float:
    """How much of a title is in the words, and how much of the words in the title: the mean."""
    mine, theirs = (trigrams(weighty(text, names)) for text in (other, title))
    shared = len(mine & theirs)
    return shared / 2 * (1 / len(mine) + 1 / len(theirs)) if mine and theirs else 0.0
