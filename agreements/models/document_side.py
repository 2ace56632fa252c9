from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .state import State, StateName

if TYPE_CHECKING:
    from .party import Party


@dataclass(frozen=True)
class DocumentSide:
    """The parties of one side, and the territories to which the document applies there."""

    number: int
    parties: list[Party]
    territories: list[Party]

    @property
    def states(self) -> list[State]:
        """Each once, in the order of the parties; one, where the parties are of one state."""
        return list({party.state_id: party.state for party in self.parties}.values())

    @property
    def state_names(self) -> list[tuple[State, StateName | None]]:
        """The states with what each was called on the day of the document."""
        return list(
            {party.state_id: (party.state, party.state_name) for party in self.parties}.values()
        )

    @property
    def words(self) -> str:
        return ", ".join(str(name or state) for state, name in self.state_names)
