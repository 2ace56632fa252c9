"""What the worker asks of those who know how jobs of one kind are done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from agreements.models import Job


class Outcome(Protocol):
    """What came of a job; its ``str`` is for the log."""

    def write(self) -> None:
        """In one transaction with the word that the job is done."""


# Does the work, writes nothing, and raises Failed, Away, or what breaks it.
Handler = Callable[[Job], Outcome]


class Failed(Exception):
    """The work can't be done; holds a sentence for a clerk. Tried again, unless ``for_good``."""

    def __init__(self, sentence: str, *, for_good: bool = False) -> None:
        super().__init__(sentence)
        self.for_good = for_good


class Away(Exception):
    """What many jobs need is out of reach, which no attempt is counted for.

    ``name`` begins a sentence of the log, ``said`` is what it said, and ``lasts`` looks again.
    """

    def __init__(self, name: str, said: object, lasts: Callable[[], bool]) -> None:
        super().__init__(said)
        self.name = name
        self.lasts = lasts
