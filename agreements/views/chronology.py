"""The life of a document as a line of dated steps, whatever records they come from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from agreements.models import Action, Document, Party, Signing, State, StateName
from agreements.models.vocabulary import ActionKind


@dataclass(frozen=True)
class Step:
    """Something that happened: a signing, an action, or the period covered.

    ``by`` are the states that took it, none where all did; ``on`` is EDTF text.
    """

    on: str | None
    first: datetime.date | None
    by: list[State]
    signing: Signing | None = None
    action: Action | None = None
    party: Party | None = None
    is_period: bool = False

    @property
    def by_names(self) -> list[StateName]:
        """What they were called on its day."""
        names = (state.name_on(self.first) for state in self.by if state)
        return [name for name in names if name]


def steps(document: Document) -> list[Step]:
    """In the order of their first possible days; those without a date stand last."""
    parties = {party.pk: party for party in document.parties.all()}
    life = [of_signing(signing, parties) for signing in document.signings.all()]
    life += [of_action(document, action, parties) for action in document.actions.all()]
    if document.period:
        life.append(Step(document.period, document.period_first, [], is_period=True))
    return sorted(life, key=lambda step: (step.first is None, step.first or datetime.date.max))


def of_signing(signing: Signing, parties: dict[int, Party]) -> Step:
    party = parties.get(signing.party_id)
    by = [party.state] if party else []
    return Step(signing.signed_on, signing.signed_first, by, signing=signing, party=party)


def of_action(document: Document, action: Action, parties: dict[int, Party]) -> Step:
    """Entry into force is known by the day of its effect, anything else by when it was done."""
    party = parties.get(action.party_id)
    by = [party.state] if party else document.side(action.side).states if action.side else []
    on, first = action.done_on, action.done_first
    if action.kind == ActionKind.ENTERED_INTO_FORCE or not on:
        on, first = action.effective_on or on, action.effective_first or first
    return Step(on, first, by, action=action, party=party)
