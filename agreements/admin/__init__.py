"""The clerks' desk: one module a noun."""

from . import (
    accounts,
    agencies,
    documents,
    events,
    places,
    sources,
    states,
    subjects,
    vocabularies,
)

__all__ = [
    "accounts",
    "agencies",
    "documents",
    "events",
    "places",
    "sources",
    "states",
    "subjects",
    "vocabularies",
]
