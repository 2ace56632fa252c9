"""The name of the event follows its kind, its states and its day until somebody words another."""

from __future__ import annotations

from django.utils.translation import override

from agreements import dates
from agreements.forms.boxes import choices_of
from agreements.forms.communique_rows import parsed
from agreements.models.vocabulary import DelegationRole, EventKind

Kept = dict[str, list[str]]

LANGUAGE = "en"  # in which names begin
MOST_STATES = 60
ORDER = [DelegationRole.GUEST, DelegationRole.PARTY, DelegationRole.HOST]


def followed(kept: Kept) -> Kept:
    """The fields with the name made anew, if it is still the one that was made."""
    name = value(kept, "event-name")
    is_made = name and name == value(kept, "event-name_made")
    if not is_made or value(kept, "event-language") != LANGUAGE:
        return kept
    return kept | named_so(made_name(kept))


def named_so(name: str) -> Kept:
    return {"event-name": [name], "event-name_made": [name]} if name else {}


def made_name(kept: Kept) -> str:
    """As "State visit, Tajikistan – Kazakhstan, 4 May 2023"; the guest stands first."""
    kind = value(kept, "event-kind")
    day = parsed(value(kept, "event-began_on"))
    with override(LANGUAGE):
        words = EventKind(kind).label.capitalize() if kind in EventKind.values else ""
        states = " – ".join(states_of(kept))
        return ", ".join(filter(None, [words, states, dates.words(day, LANGUAGE) if day else ""]))


def states_of(kept: Kept) -> list[str]:
    rows = []
    for n in range(MOST_STATES):
        key, role = (value(kept, f"delegations-{n}-{name}") for name in ("state", "role"))
        if key and not value(kept, f"delegations-{n}-DELETE"):
            rows.append((ORDER.index(role) if role in ORDER else 1, n, key))
    found = choices_of(key for _role, _n, key in sorted(rows))
    return [str(choice.record) for choice in found.values()]


def value(kept: Kept, name: str) -> str:
    return (kept.get(name) or [""])[0]
