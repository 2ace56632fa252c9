"""Which records the names in a communique mean: certain ones, and near ones to choose from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_labels import named as with_labels
from agreements.forms.boxes import Choice
from agreements.letters import fold
from agreements.likeness import STEM, likest, stems, weighty
from agreements.models import Agency, Place, PlaceName, State, StateName
from agreements.search.forms import nominatives

MOST_NEAR = 5
CANDIDATES = 10
LIKE = 0.45
LONGEST_NAME = 800

# What a body stands under is often left out.
WEIGHTLESS = {"under", "при", "правительстве", "назди", "жанындагы", "huzuridagi"}
# What is said of a territory beside its name: "the city of Khujand", "города Худжанда".
OF_TERRITORIES = re.compile(
    r"^(?:(?:the )?(?:city|cities|town|region|province|oblast|capital)(?: of)?|города?|городами"
    r"|область|области|шаҳри|вилояти) +| +(?:city|region|province|oblast|область|области|қаласы"
    r"|облысы|shahri|viloyati)$",
    re.IGNORECASE,
)
TERRITORIES = ("city", "region")


class How(models.TextChoices):
    """How the words name a record."""

    EXACT = "exact", _("its name")
    VARIANT = "variant", _("another of its names")
    NEAR = "near", _("a name like it")
    RECORDED = "recorded", _("recorded of this event")


@dataclass(frozen=True)
class Sought:
    """A name as written, its state's key, and the kind of body that the text says, if any."""

    name: str
    state: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Match:
    choice: Choice
    how: How


def states_by_code(codes: Iterable[str]) -> dict[str, State]:
    rows = State.objects.filter(code__in=set(filter(None, codes))).prefetch_related("names")
    return {state.code: state for state in rows}


# Of every name, the agencies with a name like it, by the index of trigrams.
LIKE_NAMED = """
    SELECT sought.n, found.agency_id
    FROM unnest(%s::int[], %s::text[], %s::bigint[]) AS sought(n, folded, state)
    CROSS JOIN LATERAL (
        SELECT name.agency_id, max(similarity(name.folded, sought.folded)) AS likeness
        FROM agreements_agencyname name JOIN agreements_agency agency ON agency.id = name.agency_id
        WHERE name.folded %% sought.folded
          AND (sought.state IS NULL OR agency.state_id = sought.state)
        GROUP BY 1 ORDER BY likeness DESC, 1 LIMIT %s
    ) AS found
"""


def bodies(sought: Sequence[Sought]) -> list[list[Match]]:
    """For each name the agencies that it may mean, in a number of queries that does not grow."""
    found = like_named(sought)
    agencies = agencies_by_key({key for keys in found.values() for key in keys})
    of_states = stems_of_states({one.state for one in sought if one.state})
    return [
        ranked(one, [agencies[key] for key in found[n]], of_states.get(one.state, set()))
        for n, one in enumerate(sought)
    ]


def like_named(sought: Sequence[Sought]) -> Mapping[int, list[int]]:
    rows = [
        (n, fold(name), one.state)
        for n, one in enumerate(sought)
        for name in {one.name[:LONGEST_NAME], bare(one)}
        if name.strip()
    ]
    found: dict[int, list[int]] = defaultdict(list)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(LIKE_NAMED, [*map(list, zip(*rows, strict=True)), CANDIDATES])
            for n, key in cursor.fetchall():
                if key not in found[n]:
                    found[n].append(key)
    return found


def bare(sought: Sought) -> str:
    """A city's or a region's name alone."""
    return OF_TERRITORIES.sub("", sought.name[:LONGEST_NAME].strip())


def agencies_by_key(keys: Iterable[int]) -> dict[int, Agency]:
    return {agency.pk: agency for agency in with_labels(Agency.objects.filter(pk__in=keys))}


def stems_of_states(keys: Iterable[int]) -> dict[int, set[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for key, text in StateName.objects.filter(state__in=keys).values_list("state", "text"):
        names[key].append(text)
    return {key: stems(texts) for key, texts in names.items()}


def ranked(sought: Sought, agencies: Iterable[Agency], of_state: set[str]) -> list[Match]:
    scored = []
    for agency in agencies:
        how, likeness = compared(sought, agency, of_state)
        if how:
            scored.append((list(How).index(how), -likeness, agency.pk, Match(Choice(agency), how)))
    scored.sort(key=lambda row: row[:3])
    return [row[3] for row in scored[:MOST_NEAR]]


def compared(sought: Sought, agency: Agency, of_state: set[str]) -> tuple[How | None, float]:
    """Without its state only a whole name tells which body it is."""
    names = [name.text for name in agency.names.all()]
    likeness = likest([sought.name], names, of_state)
    # A region is no city, however alike their names are.
    is_other_kind = sought.kind in TERRITORIES and sought.kind != agency.kind
    own = {fold(sought.name), fold(bare(sought))}
    if not is_other_kind and fold(str(agency)) in own:
        return How.EXACT, likeness
    if not is_other_kind and own & {fold(name) for name in names}:
        return How.VARIANT, likeness
    if sought.state and not is_other_kind and is_same_but_for_the_state(sought, names, of_state):
        return How.VARIANT, likeness
    is_near = sought.state and likeness >= LIKE
    return (How.NEAR, likeness) if is_near else (None, likeness)


def is_same_but_for_the_state(sought: Sought, names: Iterable[str], of_state: set[str]) -> bool:
    """The same words, in whatever case they stand: Министерством финансов."""
    mine = core(bare(sought), of_state)
    return bool(mine) and any(same_words(mine, core(name, of_state)) for name in names)


def core(name: str, of_state: set[str]) -> list[str]:
    return [word for word in weighty(name, of_state) if word not in WEIGHTLESS]


def same_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(mine) == len(theirs) and all(map(is_one_word, mine, theirs))


def is_one_word(one: str, other: str) -> bool:
    """But for its ending: службой is служба. Latin words are long before they may differ."""
    if one.isascii() or other.isascii():
        return one[: STEM + 2] == other[: STEM + 2]
    shorter, longer = sorted((len(one), len(other)))
    shared = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    return one == other or (shared >= max(STEM - 1, shorter - 2) and longer - shared <= 4)


def chosen(matches: Sequence[Match]) -> Match | None:
    """The one that is certain: of several exact ones, or several variants, none is."""
    for how in (How.EXACT, How.VARIANT):
        found = [match for match in matches if match.how == how]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def places(names: Iterable[str], states: Sequence[int]) -> dict[str, Place]:
    """By the name as it was sought; of several the one in the states that come first.

    Of these states also those whose name it is in another case: Астане, Астанада.
    """
    sought = {fold(bare(Sought(name))): name for name in names if name}
    found = places_called(sought, PlaceName.objects.filter(folded__in=sought), states)
    forms = {
        form: name
        for folded, name in sought.items()
        if name not in found
        for form in nominatives(folded)
    }
    here = PlaceName.objects.filter(folded__in=forms, place__state__in=states)
    return places_called(forms, here, states) | found if forms else found


def places_called(
    wanted: Mapping[str, str], rows: models.QuerySet, states: Sequence[int]
) -> dict[str, Place]:
    found: dict[str, tuple[int, Place]] = {}
    rows = rows.select_related("place__state").order_by("pk")
    for row in rows.prefetch_related("place__names", "place__state__names"):
        state = row.place.state_id
        rank = states.index(state) if state in states else len(states)
        name = wanted[row.folded]
        if name not in found or rank < found[name][0]:
            found[name] = (rank, row.place)
    return {name: place for name, (_rank, place) in found.items()}
