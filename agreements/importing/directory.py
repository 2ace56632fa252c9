"""The agencies, places and sources that rows name: found by their names, or made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from agreements.models import Agency, AgencyName, Place, PlaceName, Source, State
from agreements.models.vocabulary import NameKind

from .said import AGENCY, Body, Publication


class Directory:
    """Remembers what it has met; of several with one name the oldest counts."""

    def __init__(self) -> None:
        self.states = dict(State.objects.values_list("code", "pk"))
        self.bodies: dict[tuple[str, str, str], int] = {}
        self.sources: dict[Publication, int] = {}
        self.made: Counter[str] = Counter()  # by noun

    def number(self, body: Body | None) -> int | None:
        """None where there is none, or none yet."""
        if body is None:
            return None
        return body.number or self.bodies.get(body.key)

    def meet(self, bodies: Iterable[Body], sources: Iterable[Publication] = ()) -> None:
        """Look for those that are not known, in three statements at most."""
        unknown = {body.key: body for body in bodies if self.number(body) is None}
        for noun, find in FINDERS.items():
            mine = {key for key in unknown if key[0] == noun}
            if mine:
                self.bodies |= {key: pk for key, pk in find(mine).items() if key in mine}
        if new := set(sources) - self.sources.keys():
            self.sources |= {key: pk for key, pk in known_sources(new).items() if key in new}

    def make(self, bodies: Iterable[Body], sources: Iterable[Publication]) -> None:
        """Those that are nowhere to be found."""
        bodies, sources = list(bodies), list(sources)
        self.meet(bodies, sources)
        new = {body.key: body for body in bodies if self.number(body) is None}
        for noun, make in MAKERS.items():
            mine = [body for body in new.values() if body.noun == noun]
            self.bodies |= dict(zip([b.key for b in mine], make(mine, self.states), strict=True))
            self.made[noun] += len(mine)
        publications = [one for one in dict.fromkeys(sources) if one not in self.sources]
        made = Source.objects.bulk_create(Source(**vars(one)) for one in publications)
        self.sources |= dict(zip(publications, [source.pk for source in made], strict=True))
        self.made["source"] += len(made)

    def known(self) -> tuple[dict, dict, Counter[str]]:
        return dict(self.bodies), dict(self.sources), Counter(self.made)

    def forget(self, known: tuple[dict, dict, Counter[str]]) -> None:
        """What was made since ``known()``: it has been undone."""
        self.bodies, self.sources, self.made = known


def known_agencies(keys: set[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
    names = AgencyName.objects.filter(
        folded__in={folded for _noun, _state, folded in keys},
        agency__state__code__in={state for _noun, state, _folded in keys},
    )
    rows = names.order_by("-agency").values_list("agency__state__code", "folded", "agency")
    return {(AGENCY, state, folded): pk for state, folded, pk in rows}


def known_places(keys: set[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
    """A place without a state is any that is called so."""
    names = PlaceName.objects.filter(folded__in={folded for _noun, _state, folded in keys})
    rows = names.order_by("-place").values_list("place__state__code", "folded", "place")
    found = {}
    for state, folded, pk in rows:
        found["place", state or "", folded] = found["place", "", folded] = pk
    return found


def known_sources(publications: set[Publication]) -> dict[Publication, int]:
    with_address = Q(url__in={one.url for one in publications if one.url})
    titles = [Q(title=one.title, publisher=one.publisher) for one in publications if not one.url]
    asked = with_address | (Q(url="") & reduce(or_, titles)) if titles else with_address
    rows = Source.objects.filter(asked).order_by("-pk")
    return {
        Publication(title, publisher, url): pk
        for title, publisher, url, pk in rows.values_list("title", "publisher", "url", "pk")
    }


def make_agencies(bodies: list[Body], states: dict[str, int]) -> list[int]:
    made = Agency.objects.bulk_create(
        Agency(kind=body.kind, state_id=states[body.state]) for body in bodies
    )
    AgencyName.objects.bulk_create(
        AgencyName(agency=agency, language=body.language, text=body.name, kind=NameKind.OFFICIAL)
        for agency, body in zip(made, bodies, strict=True)
    )
    return [agency.pk for agency in made]


def make_places(bodies: list[Body], states: dict[str, int]) -> list[int]:
    made = Place.objects.bulk_create(Place(state_id=states.get(body.state)) for body in bodies)
    PlaceName.objects.bulk_create(
        PlaceName(place=place, language=body.language, text=body.name, kind=NameKind.SHORT)
        for place, body in zip(made, bodies, strict=True)
    )
    return [place.pk for place in made]


FINDERS: dict[str, Callable] = {"agency": known_agencies, "place": known_places}
MAKERS: dict[str, Callable] = {"agency": make_agencies, "place": make_places}
