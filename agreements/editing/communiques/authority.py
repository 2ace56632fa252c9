"""What the archive knows, as the parser looks it up: of the states that a text names."""

from __future__ import annotations

from collections.abc import Iterable

from agreements.communique.authority import Authority, KnownName
from agreements.letters import fold
from agreements.models import AgencyName, PlaceName, StateName
from agreements.models.vocabulary import NameKind

# Names of bodies of the states that a text names: as many as a reading can look through.
MOST_NAMES = 20_000
SHORTEST_NAME = 3
WORDS_OF_A_PLACE = 3


def authority_for(text: str) -> Authority:
    folded = fold(text)
    states = list(StateName.objects.select_related("state").order_by("pk"))
    here = {name.state_id for name in states if is_in(name, folded)}
    return Authority(
        states=tuple(known(name, name.state.code, name.state.code) for name in states),
        places=tuple(places(folded, here)),
        agencies=tuple(agencies(here)),
    )


def is_in(name: StateName, folded: str) -> bool:
    is_word = name.kind != NameKind.ABBREVIATION and len(name.folded) >= SHORTEST_NAME
    return is_word and name.folded in folded


def known(name: StateName | PlaceName | AgencyName, state: str, key: str) -> KnownName:
    return KnownName(name.text, name.language, state, key=key, kind=name.kind)


def places(folded: str, states: Iterable[int]) -> Iterable[KnownName]:
    """Those that the text names, and all of its states: those are few, and words are inflected."""
    names = PlaceName.objects.select_related("place__state")
    rows = names.filter(folded__in=runs(folded)) | names.filter(place__state__in=states)
    for name in rows.order_by("pk")[:MOST_NAMES]:
        state = name.place.state
        yield known(name, state.code if state else "", str(name.place_id))


def runs(folded: str) -> list[str]:
    """Every run of a few words."""
    words = [word.strip(".,;:()«»“”\"'") for word in folded.split()]
    lengths = range(1, WORDS_OF_A_PLACE + 1)
    return list({" ".join(words[n : n + size]) for size in lengths for n in range(len(words))})


def agencies(states: Iterable[int]) -> Iterable[KnownName]:
    names = AgencyName.objects.select_related("agency__state").filter(agency__state__in=states)
    for name in names.order_by("pk")[:MOST_NAMES]:
        yield known(name, name.agency.state.code, str(name.agency_id))
