"""What is written: the records of a list, with what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .about import About
from .records import Record


@dataclass
class Export:
    """``base`` stands before each address; ``bom`` asks for the mark by which Excel knows UTF-8."""

    about: About
    records: Iterator[Record]
    base: str = ""
    bom: bool = False
