"""The documents of the archive that rows speak of, by their stable ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection

from agreements.models import Document
from agreements.models.merged_record import LARGEST_NUMBER

from .said import OWN_NUMBER

# As merged_record.WAY, of many numbers at once.
WAYS = """
    WITH RECURSIVE way(old, number) AS (
        SELECT number, kept_number FROM agreements_mergedrecord
        WHERE kind = 'document' AND number = ANY (%(numbers)s) AND undone_at IS NULL
        UNION
        SELECT w.old, m.kept_number FROM way w JOIN agreements_mergedrecord m
        ON m.kind = 'document' AND m.number = w.number AND m.undone_at IS NULL
    ) SELECT old, number FROM way w WHERE NOT EXISTS (
        SELECT FROM agreements_mergedrecord m
        WHERE m.kind = 'document' AND m.number = w.number AND m.undone_at IS NULL)
"""
IDENTIFIED = """
    SELECT i.scheme_id, i.value, i.document_id
    FROM unnest(%(schemes)s::text[], %(values)s::text[]) AS wanted(scheme, value)
    JOIN agreements_identifier i ON i.scheme_id = wanted.scheme AND i.value = wanted.value
    ORDER BY i.document_id
"""


def documents_of(keys: Collection[str]) -> dict[str, list[int]]:
    """By the key, as "id:4821" or "unts:1234"; several where the archive has the number twice."""
    apart = {key: tuple(key.split(":", 1)) for key in keys if ":" in key}
    own = {pair[1] for pair in apart.values() if pair[0] == OWN_NUMBER}
    others = [pair for pair in apart.values() if pair[0] != OWN_NUMBER]
    numbered = standing(own)
    identified = identified_by(others)
    return {
        key: numbered.get(pair[1], []) if pair[0] == OWN_NUMBER else identified[pair]
        for key, pair in apart.items()
    }


def standing(words: Iterable[str]) -> dict[str, list[int]]:
    """Documents by their numbers; for one that was merged, the one that stayed."""
    numbers = {word: int(word) for word in words if is_number(word)}
    ways = dict(rows(WAYS, numbers=list(numbers.values()))) if numbers else {}
    wanted = {word: ways.get(number, number) for word, number in numbers.items()}
    there = set(Document.objects.filter(pk__in=wanted.values()).values_list("pk", flat=True))
    return {word: [number] for word, number in wanted.items() if number in there}


def is_number(word: str) -> bool:
    is_plain = word.isascii() and word.isdigit() and len(word) <= len(str(LARGEST_NUMBER))
    return is_plain and 0 < int(word) <= LARGEST_NUMBER


def identified_by(pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    if pairs:
        schemes, values = zip(*pairs, strict=True)
        for scheme, value, document in rows(IDENTIFIED, schemes=list(schemes), values=list(values)):
            if document not in found[scheme, value]:
                found[scheme, value].append(document)
    return found


def ends_of(words: Collection[str]) -> dict[str, int]:
    """Of relations: documents by a number or an identifier; not where that could be several."""
    keys = {word if ":" in word else f"{OWN_NUMBER}:{word}": word for word in words}
    found = documents_of(keys)
    return {keys[key]: numbers[0] for key, numbers in found.items() if len(numbers) == 1}


def rows(statement: str, **values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
