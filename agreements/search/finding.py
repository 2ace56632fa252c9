"""What a clerk may mean by the words in a search box: keys of records, the likeliest first.

A key is a kind and a number, "agency-12"; a state that acts by its government or its head is
"state-5:government".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import Case, F, Max, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Concat, Length, StrIndex

from agreements.letters import fold
from agreements.models import (
    Agency,
    AgencyName,
    Place,
    PlaceName,
    Source,
    State,
    StateName,
    Subject,
    SubjectName,
)
from agreements.models.fields import Fold
from agreements.models.name import Name
from agreements.models.vocabulary import ActingAs, StateKind

MOST_WORDS = 12
MOST_APART = 5
LONGEST_TERM = 500
LONGEST_TITLE = 2000
MOST_FOUND = 12
# A name that is sought in a title: an abbreviation of two letters stands in many words.
SHORTEST_NAME = 4
# How like the name of another body must be to be offered: within its own state, and elsewhere.
LIKE_AT_HOME = 0.3
LIKE_ABROAD = "0.6"

CAPACITIES = {
    ActingAs.GOVERNMENT: (
        "government правительство ҳукумат ҳукумати үкімет үкіметі hukumat hukumati"
    ),
    ActingAs.HEAD_OF_STATE: "president king head президент президенти президенті prezident",
}
CAPACITY_OF = {
    word: capacity for capacity, words in CAPACITIES.items() for word in fold(words).split()
}
SMALL_WORDS = {"of", "the", "republic", "республики", "чумхурии"}


def words_of(term: str) -> list[str]:
    """Folded, as the names are that they are compared with."""
    return fold(term.replace("\0", " ")[:LONGEST_TERM]).split()[:MOST_WORDS]


def find(
    kind: str, term: str, first: Sequence[int] = (), title: str = "", limit: int = MOST_FOUND
) -> list[str]:
    """Keys for a box of this kind.

    What is of the states in ``first`` comes first, and of it what the title of the document names.
    """
    words = words_of(term)
    if kind == "body":
        return bodies(term, words, first, title)[:limit]
    if not words:
        return []
    if kind == "where":
        return where(words, first, limit)
    if kind == "state":
        return keys(states(words), limit)
    return keys(subjects(words) if kind == "subject" else sources(words), limit)


def matches(kind: str, term: str, first: Sequence[int] = ()) -> list[str]:
    """What typed words may stand for: one key where they leave no doubt."""
    found = find(kind, term, first)
    exact = exactly(kind, fold(term), first) & set(found)
    return [key for key in found if key in exact] if len(exact) == 1 else found


def keys(records: QuerySet, limit: int) -> list[str]:
    kind = records.model._meta.model_name
    return [f"{kind}-{pk}" for pk in records.values_list("pk", flat=True)[:limit]]


def bodies(term: str, words: list[str], first: Sequence[int], title: str) -> list[str]:
    """States and what they act as, and agencies.

    Those that bear just this name come first, then what is at home and named by the title, what
    is at home, the rest. Where nothing is typed: what the title names, and the first state.
    """
    capacity, rest = capacity_of(words)
    told = named_in(title, first)
    if not words:
        home = [key for pk, key in told if pk in first[:1]]
        others = [key for pk, key in told if pk not in first[:1]]
        return [*home, *acting_states([f"state-{pk}" for pk in first[:1]], ""), *others]
    named = keys(states(rest), 3) if rest else [f"state-{pk}" for pk in first[:1]]
    named.sort(key=lambda key: number_of(key) not in first)
    acting = acting_states(named, capacity)
    at_home = keys(agencies(words, first).filter(state__in=first), MOST_FOUND) if first else []
    found = [
        *[key for key in acting if number_of(key) in first],
        *at_home,
        *acting,
        *keys(agencies(words, first), MOST_FOUND),
    ]
    exact = exactly("body", fold(term), first)
    likely = [key for key in found if key in exact] + [key for _pk, key in told if key in found]
    return list(dict.fromkeys(likely + found))


def named_in(title: str, first: Sequence[int]) -> list[tuple[int, str]]:
    """States and keys of their bodies whose name stands in the title; the longest name first."""
    folded = fold(title.replace("\0", " ")[:LONGEST_TITLE])
    if not folded or not first:
        return []
    at = StrIndex(Value(folded), F("folded"))
    rows = AgencyName.objects.filter(agency__state__in=first).annotate(at=at, size=Length("folded"))
    rank = Case(*(When(agency__state=pk, then=n) for n, pk in enumerate(first)))
    rows = rows.filter(at__gt=0, size__gte=SHORTEST_NAME).order_by(rank, "-size", "agency")
    pairs = rows.values_list("agency__state", "agency")[:20]
    return list(dict.fromkeys((state, f"agency-{pk}") for state, pk in pairs))


def states_first(found: list[str], capacity: str, first: Sequence[int]) -> list[str]:
    """The likeliest state in every capacity, then the others: one at home is the likeliest."""
    found = sorted(found, key=lambda key: number_of(key) not in first)
    return [*acting_states(found[0], capacity), *found[1:]] if found else []


def number_of(key: str) -> int:
    return int(key.partition("-")[2].partition(":")[0])


def where(words: list[str], first: Sequence[int], limit: int) -> list[str]:
    """States of ``first`` themselves, places in them, other places, other states."""
    countries = keys(states(words), limit)
    here = [key for key in countries if number_of(key) in first]
    towns = keys(places(words, first), limit)
    return list(dict.fromkeys([*here, *towns, *countries]))[:limit]


def capacity_of(words: list[str]) -> tuple[str, list[str]]:
    """What a state is said to act as ("government of tajikistan"), and the words without that."""
    acting = [CAPACITY_OF[word] for word in words if word in CAPACITY_OF]
    if not acting:
        return "", words
    return acting[0], [w for w in words if w not in CAPACITY_OF and w not in SMALL_WORDS]


def acting_states(named: list[str], capacity: str) -> list[str]:
    """The likeliest state in every capacity, or in the one that was said, then the others.

    An organisation has neither a government nor a head of state.
    """
    if not named:
        return []
    is_state = State.objects.filter(pk=number_of(named[0]), kind=StateKind.STATE).exists()
    every = {"": named[0]} | {code: f"{named[0]}:{code}" for code in CAPACITIES if is_state}
    return [*([every[capacity]] if capacity in every and capacity else every.values()), *named[1:]]


def states(words: list[str]) -> QuerySet:
    found = holding(StateName, "state", words)
    codes = State.objects.filter(code__in=words if len(words) == 1 else []).values("pk")
    rows = State.objects.filter(pk__in=found.union(codes))
    return shortest_first(rows, StateName, "state", words)


def places(words: list[str], first: Sequence[int]) -> QuerySet:
    rows = Place.objects.filter(pk__in=holding(PlaceName, "place", words))
    return shortest_first(rows, PlaceName, "place", words, state_rank(first))


def subjects(words: list[str]) -> QuerySet:
    rows = Subject.objects.filter(pk__in=holding(SubjectName, "subject", words))
    return shortest_first(rows, SubjectName, "subject", words)


def sources(words: list[str]) -> QuerySet:
    """By title, publisher or address; the last entered first."""
    parts = ("title", Value(" "), "publisher", Value(" "), "url")
    said = Fold(Concat(*parts, output_field=TextField()))
    rows = Source.objects.alias(said=said).order_by("-pk")
    return rows.filter(every(words, "said"))


def agencies(words: list[str], first: Sequence[int]) -> QuerySet:
    """All words stand in one name; where that finds none, each in a name of the agency or of its
    state: "customs tajikistan"."""
    rows = Agency.objects.filter(pk__in=holding(AgencyName, "agency", words))
    if not rows.exists():
        rows = Agency.objects.all()
        for word in [word for word in words if len(word) > 2][:MOST_APART] or words[:1]:
            of_state = Agency.objects.filter(state__in=holding(StateName, "state", [word]))
            own = holding(AgencyName, "agency", [word])
            rows = rows.filter(pk__in=own.union(of_state.order_by().values("pk")))
    return shortest_first(rows, AgencyName, "agency", words, state_rank(first))


def state_rank(first: Sequence[int]) -> Case | Value:
    whens = [When(state=pk, then=rank) for rank, pk in enumerate(first)]
    return Case(*whens, default=len(whens)) if whens else Value(0)


def holding(names: type[Name], owner: str, words: Iterable[str]) -> QuerySet:
    """Keys of the owners in one of whose names every word stands."""
    return names.objects.filter(every(words, "folded")).order_by().values(owner)


def every(words: Iterable[str], field: str) -> Q:
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__contains": word})
    return condition


def shortest_first(
    rows: QuerySet,
    names: type[Name],
    owner: str,
    words: list[str],
    rank: Case | Value | None = None,
) -> QuerySet:
    """Niger before Nigeria: by the shortest name that holds every word."""
    length = Length("folded")
    own = names.objects.filter(every(words, "folded"), **{owner: OuterRef("pk")})
    shortest = Subquery(own.order_by(length).values(length=length)[:1])
    ranked = rows.alias(rank=rank if rank is not None else Value(0), shortest=shortest)
    return ranked.order_by("rank", F("shortest").asc(nulls_last=True), "pk")


def exactly(kind: str, folded: str, first: Sequence[int] = ()) -> set[str]:
    """Keys of those that bear just this name; of several, those of the first state alone."""
    found: set[str] = set()
    if kind in ("body", "where", "state"):
        found |= bearing(StateName, "state", folded)
    if kind == "where":
        found |= bearing(PlaceName, "place", folded)
    if kind == "subject":
        found |= bearing(SubjectName, "subject", folded)
    if kind == "body":
        named = AgencyName.objects.filter(folded=folded).values_list("agency", "agency__state")
        agencies = set(named)
        at_home = {pair for pair in agencies if pair[1] in first[:1]}
        found |= {f"agency-{pk}" for pk, _state in at_home or agencies}
    return found


def bearing(names: type[Name], owner: str, folded: str) -> set[str]:
    pks = names.objects.filter(folded=folded).values_list(owner, flat=True)
    return {f"{owner}-{pk}" for pk in pks}


def like_agencies(name: str, state: int | None, limit: int = 8) -> list[str]:
    """Keys of bodies that this name may be a spelling of: of its own state first."""
    folded = fold(name.replace("\0", " ")[:LONGEST_TERM])
    if not folded:
        return []
    rows = AgencyName.objects.annotate(likeness=TrigramSimilarity("folded", Value(folded)))
    home = rows.filter(agency__state=state, likeness__gte=LIKE_AT_HOME)
    found = likest(home, limit) if state else []
    with connection.cursor() as cursor:  # the index then looks at few
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [LIKE_ABROAD])
    found += likest(rows.filter(folded__trigram_similar=folded), limit)
    return list(dict.fromkeys(found))[:limit]


def likest(names: QuerySet, limit: int) -> list[str]:
    found = names.order_by().values("agency").annotate(best=Max("likeness"))
    pks = found.order_by("-best", "agency").values_list("agency", flat=True)[:limit]
    return [f"agency-{pk}" for pk in pks]
