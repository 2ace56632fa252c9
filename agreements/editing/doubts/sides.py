"""Who stands on the sides of a document, and whether they were there at the time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from agreements import dates
from agreements.models import Agency, Document, Party, State
from agreements.models.vocabulary import PartyRole, Side, StateKind

from .doubt import Doubt


def parties_of(document: Document) -> list[Party]:
    """Without territories to which it applies."""
    return [party for party in document.parties.all() if party.role != PartyRole.TERRITORY]


def states_of(parties: list[Party], side: int) -> dict[int, State]:
    return {p.state_id: p.state for p in parties if p.side == side and p.state_id}


def of_sides(document: Document) -> Iterator[Doubt]:
    parties = parties_of(document)
    yield from on_both_sides(parties)
    mixed = list(several_states(parties))
    yield from mixed or more_than_two(parties)
    yield from not_at_the_event(document, parties)
    for party in parties:
        yield from outside_its_time(document, party)


def on_both_sides(parties: list[Party]) -> Iterator[Doubt]:
    both = states_of(parties, Side.ONE).keys() & states_of(parties, Side.TWO).keys()
    if both:
        states = [party.state for party in parties if party.state_id in both]
        codes = sorted({state.code for state in states})
        yield Doubt("both_sides", " ".join(codes), _("The same state stands on both sides."))


def several_states(parties: list[Party]) -> Iterator[Doubt]:
    """A third state on a side. An organisation brings its members along: nothing odd in that."""
    for side in Side:
        states = list(states_of(parties, side).values())
        if len(states) < 2 or any(state.kind == StateKind.ORGANISATION for state in states):
            continue
        names = ", ".join(str(state) for state in states[:5]) + " …" * (len(states) > 5)
        words = _("On the %(side)s stand parties of several states: %(names)s.")
        codes = " ".join(sorted(state.code for state in states))
        yield Doubt(
            "several_states", f"{side}: {codes}", words % {"side": side.label, "names": names}
        )


def more_than_two(parties: list[Party]) -> Iterator[Doubt]:
    """Of the same states. Members beside their organisation aren't counted."""
    organisations = {p.side for p in parties if p.state and p.state.kind == StateKind.ORGANISATION}
    counted = [p for p in parties if p.side not in organisations]
    if len(counted) > 2:
        words = _("More than two parties are listed: %(count)s.")
        yield Doubt("more_than_two", str(len(counted)), words % {"count": len(counted)})


def not_at_the_event(document: Document, parties: list[Party]) -> Iterator[Doubt]:
    if document.event is None:
        return
    there = {delegation.state_id for delegation in document.event.delegations.all()}
    if len(there) < 2:
        return
    states = {p.state_id: p.state for p in parties if p.state_id and p.state_id not in there}
    if len(states) > 5:
        return  # members of an organisation
    for state in states.values():
        words = _("%(state)s is a party, but was not at the event.")
        yield Doubt(
            "not_at_the_event",
            f"{document.event_id} {state.code}",
            words % {"state": state},
            (document.event,),
        )


def outside_its_time(document: Document, party: Party) -> Iterator[Doubt]:
    """Only where no reading of partial dates puts the body and the signing into one time."""
    body = party.agency or party.state
    if body is None or document.signed_on is None or is_organisation(body):
        return
    first, after = document.signed_first, document.signed_after
    too_early = bool(after and body.since_first and after <= body.since_first)
    gone = last_day_of_ending(body)
    too_late = bool(first and gone and first >= gone)
    if not (too_early or too_late):
        return
    when = dates.words(body.since if too_early else body.until)
    words = (
        _("%(body)s was not there yet: it began in %(when)s.")
        if too_early
        else _("%(body)s was not there any more: it ended in %(when)s.")
    )
    kind = "agency" if party.agency else "state"
    yield Doubt(
        f"{kind}_outside_its_time",
        f"{body.pk} {document.signed_on}",
        words % {"body": body, "when": when},
        (body, *(followers(body) if too_late and party.agency else ())),
    )


def is_organisation(body: Agency | State) -> bool:
    """The European Union is entered as one with what it was before: its dates are a name's."""
    return isinstance(body, State) and body.kind == StateKind.ORGANISATION


def last_day_of_ending(body: Agency | State) -> datetime.date | None:
    """The last day from which it may have been gone."""
    after = dates.bounds(body.until)[1] if body.until else None
    return after and after - datetime.timedelta(days=1)


def followers(agency: Agency) -> list[Agency]:
    after = Agency.objects.with_names().filter(precessions__predecessor=agency)
    return list(after.order_by("pk")[:3])
