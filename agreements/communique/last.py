"""Languages in which the type stands last: "A bilan B o'rtasida ... to'g'risidagi memorandum"."""

from __future__ import annotations

from .proposal import Span


def sentence(gathering, span: Span) -> None:
    """To be written."""
