"""What the archive knows, as the parser looks it up: of the states that a text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agreements.communique.authority import Authority, KnownName
from agreements.letters import fold
from agreements.models import AgencyName, PlaceName, StateName
from agreements.models.vocabulary import NameKind, StateKind

# Names of bodies of the states that a text names: as many as a reading can look through.
MOST_NAMES = 20_000
SHORTEST_NAME = 4
WORDS_OF_A_PLACE = 3
# By which a text of today means a state that there is today.
USED = (NameKind.SHORT, NameKind.OFFICIAL, NameKind.OTHER, NameKind.ABBREVIATION)


def authority_for(text: str) -> Authority:
    folded = fold(text)
    states = list(names_of_states())
    here = {name.state_id for name in states if is_in(name, folded)}
    return Authority(
        states=tuple(
            KnownName(name.text, name.language, name.state.code, name.state.code, name.state.kind)
            for name in states
        ),
        places=tuple(places(folded, here)),
        agencies=tuple(agencies(here)),
    )


def names_of_states() -> Iterable[StateName]:
    names = StateName.objects.filter(kind__in=USED, until=None, state__until=None)
    names = names.exclude(state__kind=StateKind.ORGANISATION)
    return names.select_related("state").order_by("state", "pk")


def is_in(name: StateName, folded: str) -> bool:
    return len(name.folded) >= SHORTEST_NAME and name.folded in folded


def places(folded: str, states: Iterable[int]) -> Iterator[KnownName]:
    """Those that the text names, and all of its states: those are few, and words are inflected."""
    names = PlaceName.objects.select_related("place__state").exclude(place__state=None)
    rows = names.filter(folded__in=runs(folded)) | names.filter(place__state__in=states)
    for name in rows.order_by("pk")[:MOST_NAMES]:
        code = name.place.state.code
        yield KnownName(name.text, name.language, code, str(name.place_id), "place")


def runs(folded: str) -> list[str]:
    """Every run of a few words."""
    words = [word.strip(".,;:()«»“”\"'") for word in folded.split()]
    lengths = range(1, WORDS_OF_A_PLACE + 1)
    return list({" ".join(words[n : n + size]) for size in lengths for n in range(len(words))})


def agencies(states: Iterable[int]) -> Iterator[KnownName]:
    names = AgencyName.objects.select_related("agency__state").filter(agency__state__in=states)
    for name in names.order_by("pk")[:MOST_NAMES]:
        agency = name.agency
        yield KnownName(name.text, name.language, agency.state.code, str(agency.pk), agency.kind)
