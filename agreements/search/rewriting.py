"""A query written anew as a reader would type it, without some of its terms or with other words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from agreements.letters import fold

from .query import Kind, Query, Term
from .understanding import Name, Understanding

WORD = re.compile(r"[^\W_]+(?:['’ʼʻ][^\W_]+)*")


def written(
    query: Query, without: Collection[int] = (), instead: Mapping[str, str] | None = None
) -> str:
    """``without`` are places among ``query.terms``; ``instead`` has folded words and others."""
    instead = instead or {}
    parts: list[str] = []
    place = 0
    for group in query.groups:
        kept = [term for n, term in enumerate(group, start=place) if n not in without]
        place += len(group)
        if kept:
            parts.append(" OR ".join(as_typed(term, instead) for term in kept))
    return " ".join([*parts, *(f"-{as_typed(term, instead)}" for term in query.without)])


def as_typed(term: Term, instead: Mapping[str, str]) -> str:
    text = WORD.sub(lambda found: instead.get(fold(found[0]), found[0]), term.text)
    if term.kind == Kind.PHRASE:
        return f'"{text}"'
    return f"{text}*" if term.kind == Kind.PREFIX else text


def terms_of(found: Understanding, name: Name) -> list[int] | None:
    """Places of the terms that the name is made of; None where one of them says more than that."""
    places = []
    for place, words in found.words.items():
        inside = [name.first <= word.at <= name.last for word in words]
        if any(inside) and not all(inside):
            return None
        if inside and inside[0]:
            places.append(place)
    return places
