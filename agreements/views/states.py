from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from agreements.models import Agency, Document, Event, MergedRecord, State, StateName
from agreements.models.document import DocumentQuerySet
from agreements.models.vocabulary import NameKind, StateKind
from agreements.search.event_rows import event_rows_in
from agreements.search.rows import Row, rows_in

from . import tallies
from .pages import moved, page_of

LATEST = 5
MOST_AGENCIES = 24
MOST_EVENTS = 20


@require_safe
def state_list(request: HttpRequest) -> HttpResponse:
    numbers = Document.objects.published().count_by_state()
    states = list(State.objects.published().with_shown_name().by_name())
    for state in states:
        state.number = numbers.get(state.pk, 0)
    active = [state for state in states if state.number]
    kinds = [(kind, [s for s in active if s.kind == kind.value]) for kind in StateKind]
    context = {
        "kinds": [(kind, rows) for kind, rows in kinds if rows],
        "others": [state for state in states if not state.number],
    }
    return render(request, "state_list.html", context)


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    if code != code.lower():
        return moved(request, reverse("state", args=[code.lower()]))
    found = present(code)
    if found.code != code:
        return moved(request, reverse("state", args=[found.code]))
    documents = Document.objects.published().of_state(found)
    page = page_of(request, documents.newest_first())
    partners = partners_of(found, documents)
    agencies = Agency.objects.published().filter(state=found)
    events = Event.objects.published().of_state(found)
    context = {
        "state": found,
        "predecessors": found.precessions.select_related("predecessor").prefetch_related(
            "predecessor__names"
        ),
        "successors": found.successions.select_related("successor").prefetch_related(
            "successor__names"
        ),
        "other_names": other_names(found),
        "list_url": tallies.list_url(state=code),
        "agencies_url": f"{reverse('agencies')}?state={code}",
        "events_url": f"{reverse('events')}?state={code}",
        "by_type": tallies.by_type(documents, state=code),
        "by_level": tallies.by_level(documents, state=code),
        "partners": partners,
        "page": page,
        "rows": rows_in(page.object_list, timezone.localdate()),
        "agencies": agencies.for_list().order_by("-number", "pk")[:MOST_AGENCIES],
        "agencies_number": agencies.count(),
        "events": event_rows_in(events.newest_first()[:LATEST]),
        "events_number": events.count(),
    }
    return render(request, "state.html", context)


def other_names(state: State) -> list[StateName]:
    """Its short name today in other languages, each language and each spelling once."""
    found, seen = [], {get_language(), state.name_text}
    for name in state.names.all():
        if name.kind == NameKind.SHORT and not name.until:
            if seen.isdisjoint([name.language, name.text]):
                found.append(name)
            seen |= {name.language, name.text}
    return found


def partners_of(state: State, documents: DocumentQuerySet) -> list[State]:
    """States on the other side, with ``number`` and ``pair_url``, the busiest first."""
    numbers = documents.count_by_partner(state)
    partners = list(State.objects.published().filter(pk__in=numbers).with_shown_name().by_name())
    for partner in partners:
        partner.number = numbers[partner.pk]
        partner.pair_url = pair_url(state.code, partner.code)
    return sorted(partners, key=lambda partner: -partner.number)


def pair_url(*codes: str) -> str:
    """Of two states, in the order of their codes. A state has no pair with itself."""
    return reverse("pair", args=sorted(codes)) if len(set(codes)) == 2 else ""


@require_safe
def pair(request: HttpRequest, one: str, two: str) -> HttpResponse:
    states = [present(code.lower()) for code in (one, two)]
    if states[0] == states[1]:
        raise Http404
    first, second = sorted(states, key=lambda state: state.code)
    if request.path != pair_url(first.code, second.code):
        return moved(request, pair_url(first.code, second.code))
    return render(request, "pair.html", pair_context(request, first, second))


def present(code: str) -> State:
    """The state with this code, or the one into which it was merged. Raises Http404."""
    states = State.objects.published().with_names()
    found = states.filter(code=code).first()
    if found is None:
        number = MergedRecord.objects.kept_number_of_code("state", code)
        found = get_object_or_404(states, pk=number)
    return found


def pair_context(request: HttpRequest, a: State, b: State) -> dict:
    today = timezone.localdate()
    documents = Document.objects.published().between(a, b)
    events = Event.objects.published().between(a, b).newest_first()
    asked = {"between": [a.code, b.code]}
    page = page_of(request, documents.newest_first())
    return {
        "a": a,
        "b": b,
        "page": page,
        "years": by_year(rows_in(page.object_list, today)),
        "numbers": tallies.by_year(documents, **asked),
        "by_type": tallies.by_type(documents, **asked),
        "by_level": tallies.by_level(documents, **asked),
        "by_status": tallies.by_status(documents, today, **asked),
        "events": event_rows_in(events[:MOST_EVENTS]),
        "list_url": tallies.list_url(**asked),
    }


def by_year(rows: list[Row]) -> list[tuple[int | None, list[Row]]]:
    """Rows that are in the order of their dates, by year; None for those without one."""
    return [(year, list(of_year)) for year, of_year in groupby(rows, lambda row: row.year)]
