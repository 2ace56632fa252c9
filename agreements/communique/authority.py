"""What the archive knows and the parser may look up: names of states, places and agencies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownName:
    """One name of one state, place or agency. ``state`` is its state's code, ``key`` whose name."""

    text: str
    language: str
    state: str
    key: str = ""
    kind: str = ""


@dataclass(frozen=True, eq=False)
class Authority:
    """Plain rows, so that they can come from tables, from files or from a test.

    One is the same as itself only: what is built from it is kept, and comparing rows costs time.
    """

    states: tuple[KnownName, ...] = ()
    places: tuple[KnownName, ...] = ()
    agencies: tuple[KnownName, ...] = ()
