"""Two records that are one: what would move (``plan``), and moving it (``merge``).

Everything that points at the losing record points at the kept one afterwards; what stands there
already is left out, and its blanks are filled; names become variants. Then the losing record is
deleted, and ``MergedRecord`` remembers its number, so that old addresses lead to the kept record.

A document or an event that is or was public is never deleted. Merged away, it is withdrawn as a
duplicate and keeps its number and its titles, no more; its address leads to the kept record while
that is public. Nothing public goes into a record that is not public: readers would lose it. And an
address leads nowhere while the kept record is not public: else it would tell that there is one.
"""

from .merge import Changed, merge
from .plan import Plan, plan
from .relations import HANDLED, MERGEABLE, Way, followed, relations, way
from .undo import changes_of, undo

__all__ = [
    "HANDLED",
    "MERGEABLE",
    "Changed",
    "Plan",
    "Way",
    "changes_of",
    "followed",
    "merge",
    "plan",
    "relations",
    "undo",
    "way",
]
