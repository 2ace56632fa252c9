"""The parameters of a list with one more thing asked for."""

from __future__ import annotations

from django.http import QueryDict

from .base import from_first_page


def narrowed(data: QueryDict, name: str, value: str) -> QueryDict | None:
    """None where something else is asked for in its place, so that it would not narrow."""
    query = from_first_page(data)
    if name == "state":
        return with_state(query, value)
    if query.get(name, value) != value:
        return None
    query[name] = value
    return query


def with_state(query: QueryDict, code: str) -> QueryDict | None:
    """Of one state that is asked for already, what it has with the other."""
    codes = [asked for asked in query.getlist("state") if asked]
    if len(codes) > 1 or any(query.getlist("between")):
        return None
    if codes and codes != [code]:
        del query["state"]
        query.setlist("between", [*codes, code])
    else:
        query.setlist("state", [code])
    return query
