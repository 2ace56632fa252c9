"""All documents of a list, in its order, by one statement: for what is made of a whole list."""

from __future__ import annotations

import datetime
from array import array
from dataclasses import dataclass

from django.db import connection

from .answering import best
from .condition import Condition
from .listing import NEWEST, OLDEST, UNPACKED, is_few, order_of, ranking
from .order import Order
from .selection import Selection

# One value: the rows of an answer would take ten times the memory.
ALL = "SELECT array_agg(document_id ORDER BY {order}) FROM ({rows}) found"
ROWS = "SELECT document_id, signed_first FROM agreements_searchrow WHERE {condition}"
# Of few, how well each fits is looked up in its vector; see listing.py.
RANKED = """
SELECT document_id, signed_first, {level} AS level, {rank} AS rank
FROM (SELECT document_id, signed_first, {vector} AS held
    FROM agreements_searchrow WHERE {condition} OFFSET 0) held
"""
# Of many, the index is asked by itself which have the words in the title.
TITLED = """
SELECT document_id, signed_first,
    document_id IN (SELECT document_id FROM agreements_searchrow WHERE {titled}) AS in_title
FROM agreements_searchrow WHERE {condition}
"""


@dataclass(frozen=True)
class Every:
    """``is_relaxed`` and ``missing`` as an ``Answer`` has them."""

    documents: array[int]
    is_relaxed: bool = False
    missing: tuple[str, ...] = ()


def every(selection: Selection, order: Order, today: datetime.date) -> Every:
    """What the pages of the list show one after the other; not what they show beside it, which
    only nearly fits."""
    fitting = best(selection, today)
    order = order_of(fitting.selection, order)
    if not fitting.figures.number:
        asked = None
    elif order != Order.RELEVANCE:
        asked = dated(fitting.selection, order)
    elif is_few(fitting.selection, fitting.figures, order):
        asked = ranked(fitting.selection)
    else:
        asked = titled(fitting.selection)
    return Every(read(asked), fitting.is_relaxed, fitting.missing)


def read(asked: Condition | None) -> array[int]:
    if asked is None:
        return array("q")
    with connection.cursor() as cursor:
        cursor.execute(asked.sql, asked.params)
        return array("q", cursor.fetchone()[0] or ())


def dated(selection: Selection, order: Order) -> Condition:
    """Of the whole archive, the index of dates has them in order."""
    is_whole = selection.key == "*"
    found = Condition("true") if is_whole else selection.by_index()
    rows = ROWS.format(condition=found.sql)
    return Condition(
        ALL.format(order=OLDEST if order == Order.OLDEST else NEWEST, rows=rows), found.params
    )


def ranked(selection: Selection) -> Condition:
    found = selection.by_index()
    level, rank = ranking(selection.match)
    rows = RANKED.format(level=level.sql, rank=rank.sql, vector=UNPACKED, condition=found.sql)
    sql = ALL.format(order=f"level DESC, rank DESC, {NEWEST}", rows=rows)
    return Condition(sql, (*level.params, *rank.params, *found.params))


def titled(selection: Selection) -> Condition:
    found = selection.by_index()
    in_title = selection.by_index(selection.match.in_title)
    rows = TITLED.format(titled=in_title.sql, condition=found.sql)
    sql = ALL.format(order=f"in_title DESC, {NEWEST}", rows=rows)
    return Condition(sql, (*in_title.params, *found.params))
