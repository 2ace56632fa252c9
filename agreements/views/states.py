from __future__ import annotations

from itertools import groupby

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from agreements.models import Event, MergedRecord, State, StateName, StateSuccession
from agreements.models.gathering import Gathering, Rows, Slots, give, link
from agreements.models.vocabulary import NameKind, StateKind
from agreements.search import Selection, figures, pair_term
from agreements.search.event_rows import events_found_in, events_written, named_by_events
from agreements.search.names import Bearer, Names
from agreements.search.numbers import busiest_agencies, capped, numbers_of
from agreements.search.rows import Row, named_in, written

from . import tallies
from .downloads import downloads
from .newest import Entry, agency_entry, further, newest
from .pages import moved

LATEST = 5
MOST_AGENCIES = 24
MOST_EVENTS = 20
# Events of a state are counted no further.
MOST_COUNTED = 300
EVENTS_NUMBER = f"""
    SELECT count(*) FROM (
        SELECT FROM agreements_delegation g
        JOIN agreements_event e ON e.id = g.event_id AND e.publication_state = 'published'
        WHERE g.state_id = agreements_state.id LIMIT {MOST_COUNTED + 1}) counted
"""


@require_safe
def state_list(request: HttpRequest) -> HttpResponse:
    numbers = dict(numbers_of({"*": "s"})["*"].of_kind("s"))
    kind_of = dict(State.objects.published().values_list("pk", "kind"))
    bearers = sorted(Names(states=kind_of).states.items(), key=lambda row: row[1].called().sort_key)
    entries = [
        (kind_of[pk], state_entry(bearer, numbers.get(str(pk), 0))) for pk, bearer in bearers
    ]
    kinds = [
        (kind, [entry for of_kind, entry in entries if entry.number and of_kind == kind.value])
        for kind in StateKind
    ]
    context = {
        "kinds": [(kind, some) for kind, some in kinds if some],
        "others": [entry for _kind, entry in entries if not entry.number],
    }
    return render(request, "state_list.html", context)


def state_entry(bearer: Bearer, number: int) -> Entry:
    return Entry(bearer.called().marked, f"{reverse('states')}{bearer.word}/", number)


def parts_of_state(slots: Slots) -> dict[str, QuerySet]:
    """A state with what it followed and what followed it."""
    code = slots.one("code", "text")
    return {
        "state": State.objects.published()
        .filter(code=code)
        .annotate(events_number=RawSQL(EVENTS_NUMBER, [])),
        "names": StateName.objects.filter(state__code=code),
        "precessions": StateSuccession.objects.filter(successor__code=code),
        "successions": StateSuccession.objects.filter(predecessor__code=code),
        "before": State.objects.filter(successions__successor__code=code),
        "before_names": StateName.objects.filter(state__successions__successor__code=code),
        "after": State.objects.filter(precessions__predecessor__code=code),
        "after_names": StateName.objects.filter(state__precessions__predecessor__code=code),
    }


STATE = Gathering(parts_of_state)
PAIR = Gathering(
    lambda slots: {
        "states": State.objects.published().filter(code__in=slots.all("codes", "text")),
        "names": StateName.objects.filter(state__code__in=slots.all("codes", "text")),
    }
)


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    if code != code.lower():
        return moved(request, reverse("state", args=[code.lower()]))
    found = STATE.read(code=code)
    if not found["state"]:
        return moved(request, reverse("state", args=[present(code).code]))
    list_url = tallies.list_url(state=code)
    return further(request, list_url) or render(
        request, "state.html", state_context(found, list_url)
    )


def state_context(found: Rows, list_url: str) -> dict:
    (state,) = found["state"]
    give([state], found["names"], "names")
    give(found["before"], found["before_names"], "names")
    give(found["after"], found["after_names"], "names")
    link(found["precessions"], "predecessor", found["before"])
    link(found["successions"], "successor", found["after"])
    key, asked = f"s{state.pk}", {"state": state.code}
    counts = numbers_of({key: "tvpy"})[key]
    documents = newest(counts, timezone.localdate(), key)
    events = events_found_in(Event.objects.published().of_state(state).newest_first()[:LATEST])
    partners = dict(counts.partners(state.pk))
    agencies, agencies_number = busiest_agencies(state.pk, MOST_AGENCIES)
    names = Names.together(
        named_in(documents),
        named_by_events(events),
        tallies.types_in(counts),
        {"states": partners, "agencies": agencies},
    )
    return {
        "state": state,
        "predecessors": found["precessions"],
        "successors": found["successions"],
        "other_names": other_names(state),
        "agencies_url": f"{reverse('agencies')}?state={state.code}",
        "list_url": list_url,
        "downloads": downloads(list_url, counts.number, is_about=counts.is_about),
        "events_url": f"{reverse('events')}?state={state.code}",
        "figures": counts,
        "by_type": tallies.by_type(counts, names.types, **asked),
        "by_level": tallies.by_level(counts, **asked),
        "partners": partners_of(state, partners, names),
        "rows": written(documents, names),
        "agencies": [agency_entry(pk, number, names) for pk, number in agencies.items()],
        "agencies_number": agencies_number,
        "events": events_written(events, names),
        "events_number": capped(state.events_number, MOST_COUNTED),
    }


def other_names(state: State) -> list[StateName]:
    """Its short name today in other languages, each language and each spelling once."""
    found, seen = [], {get_language(), state.name_text}
    for name in state.names.all():
        if name.kind == NameKind.SHORT and not name.until:
            if seen.isdisjoint([name.language, name.text]):
                found.append(name)
            seen |= {name.language, name.text}
    return found


def partners_of(state: State, numbers: dict[int, int], names: Names) -> list[Entry]:
    """The busiest first, those with the same number in the order of the reader's alphabet."""
    address = reverse("states")
    partners = []
    for pk, number in numbers.items():
        bearer = names.states[pk]
        called, pair = bearer.called(), pair_path(state.code, bearer.word)
        entry = Entry(called.marked, f"{address}{pair}" if pair else "", number)
        partners.append((-number, called.sort_key, pk, entry))
    return [entry for *_order, entry in sorted(partners)]


def pair_path(*codes: str) -> str:
    """Of two states, in the order of their codes. A state has no pair with itself."""
    one, two = sorted(codes)
    return f"{one}/{two}/" if one != two else ""


@require_safe
def pair(request: HttpRequest, one: str, two: str) -> HttpResponse:
    states = two_states(one.lower(), two.lower())
    if states[0] == states[1]:
        raise Http404
    first, second = sorted(states, key=lambda state: state.code)
    url = reverse("pair", args=[first.code, second.code])
    if request.path != url:
        return moved(request, url)
    list_url = tallies.list_url(between=[first.code, second.code])
    return further(request, list_url) or render(
        request, "pair.html", pair_context(first, second, list_url)
    )


def two_states(*codes: str) -> list[State]:
    found = PAIR.read(codes=list(codes))
    give(found["states"], found["names"], "names")
    known = {state.code: state for state in found["states"]}
    return [known.get(code) or present(code) for code in codes]


def present(code: str) -> State:
    """The state into which the one that had this code was merged. Raises Http404."""
    number = MergedRecord.objects.kept_number_of_code("state", code)
    return get_object_or_404(State.objects.published().with_names(), pk=number)


def pair_context(a: State, b: State, list_url: str) -> dict:
    today = timezone.localdate()
    asked = {"between": [a.code, b.code]}
    term = pair_term(a.pk, b.pk)
    counts = figures(Selection().having([term]), today)
    documents = newest(counts, today, term)
    events = Event.objects.published().between(a, b).newest_first()
    found_events = events_found_in(events[:MOST_EVENTS])
    names = Names.together(
        named_in(documents), named_by_events(found_events), tallies.types_in(counts)
    )
    return {
        "a": a,
        "b": b,
        "figures": counts,
        "list_url": list_url,
        "downloads": downloads(list_url, counts.number, is_about=counts.is_about),
        "years": by_year(written(documents, names)),
        "numbers": tallies.by_year(counts, **asked),
        "by_type": tallies.by_type(counts, names.types, **asked),
        "by_level": tallies.by_level(counts, **asked),
        "by_status": tallies.by_status(counts, **asked),
        "events": events_written(found_events, names),
    }


def by_year(rows: list[Row]) -> list[tuple[int | None, list[Row]]]:
    """Rows that are in the order of their dates, by year; None for those without one."""
    return [(year, list(of_year)) for year, of_year in groupby(rows, lambda row: row.year)]
