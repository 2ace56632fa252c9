"""Conditions in SQL over agreements_searchrow, and the one that makes sure of a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """A condition with its parameters."""

    sql: str
    params: tuple = ()

    def and_(self, other: Condition) -> Condition:
        if not (self.sql and other.sql):
            return self if self.sql else other
        return Condition(f"{self.sql} AND {other.sql}", (*self.params, *other.params))


# Texts go on in parts, whose words stand in the document's row without their places.
IN_PART = (
    "EXISTS (SELECT FROM agreements_searchpart p "
    "WHERE p.document_id = agreements_searchrow.document_id AND p.vector @@ %s::tsquery)"
)


def in_row(query: str) -> Condition:
    return Condition("vector @@ %s::tsquery", (query,))


def in_row_or_part(query: str) -> Condition:
    return Condition(f"(vector @@ %s::tsquery OR {IN_PART})", (query, query))


def in_no_part(query: str) -> Condition:
    return Condition(f"NOT {IN_PART}", (query,))


def joined(conditions: Iterable[Condition], how: str) -> Condition:
    parts = list(conditions)
    sql = f" {how} ".join(part.sql for part in parts)
    return Condition(f"({sql})", tuple(value for part in parts for value in part.params))
