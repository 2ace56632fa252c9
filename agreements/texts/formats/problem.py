"""What is wrong with a file, as a code with values: ``problems.py`` has the sentences."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """``values`` are codes of kinds, numbers (sizes in bytes) and names, for the sentence."""

    code: str
    values: dict[str, str | int] = field(default_factory=dict)


class Refused(Exception):
    """The file can't be taken, or not be read; holds why."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.problem = Problem(code, values)
