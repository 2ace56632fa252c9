"""Plans that cost more with every record: a large table read whole, rows fetched to be dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

MOST_ROWS = 10_000
READS = ("SELECT", "WITH", "(SELECT")
DISCARDED = ("Rows Removed by Filter", "Rows Removed by Index Recheck")


def complaints(cursor: Any, sql: str, params: object) -> list[str]:
    """What is wrong with the plan by which PostgreSQL answers this, here and now.

    What is no question is done: a setting may say how the next is answered.
    """
    if not sql.lstrip().upper().startswith(READS):
        cursor.execute(sql, params)
        return []
    cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
    (found,) = cursor.fetchone()
    plan = found if isinstance(found, list) else json.loads(found)
    tables = {node["Relation Name"] for node in nodes(plan[0]["Plan"]) if "Relation Name" in node}
    cursor.execute(
        "SELECT relname, greatest(reltuples, 0)::bigint FROM pg_class WHERE relname = ANY(%s)",
        [list(tables)],
    )
    sizes = dict(cursor.fetchall())
    return [words for node in nodes(plan[0]["Plan"]) for words in wrong_with(node, sizes)]


def nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def wrong_with(node: Mapping[str, Any], sizes: Mapping[str, int]) -> Iterator[str]:
    """By the number of rows of each table that it names."""
    loops = node["Actual Loops"]
    table = node.get("Relation Name", "")
    what = f"{node['Node Type']} of {node.get('Index Name') or table or 'what was found before'}"
    if node["Node Type"] == "Seq Scan" and sizes[table] > MOST_ROWS and loops:
        yield f"{what}: reads a table of {sizes[table]:,} rows"
    dropped = sum(node.get(name, 0) for name in DISCARDED) * loops
    if dropped > MOST_ROWS:
        yield f"{what}: drops {dropped:,.0f} rows that it has read"
