from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from agreements.filters import AgencyFilters
from agreements.models import (
    Agency,
    AgencyName,
    AgencyParent,
    AgencySuccession,
    Citation,
    Place,
    PlaceName,
    Source,
    State,
    StateName,
    Text,
)
from agreements.models.agency import FAMILY, AgencyQuerySet
from agreements.models.gathering import Gathering, Rows, Slot, Slots, give, link
from agreements.models.merged_record import LARGEST_NUMBER
from agreements.models.vocabulary import AgencyKind
from agreements.search import Figures, Selection, figures
from agreements.search.names import Names
from agreements.search.numbers import numbers_of_agencies
from agreements.search.rows import named_in, written

from . import tallies
from .downloads import downloads
from .newest import Entry, agency_entry, further, newest
from .pages import leaf_of, moved, replaced_or_404, tidied, version_of

MOST_COUNTERPARTS = 12


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    filters = AgencyFilters(request.GET, Agency.objects.published(), version_of(request))
    some = filters.rows.by_name().values_list("pk", flat=True)
    everything = FirstByName(filters.queryset)
    page = leaf_of(request, some if filters.chips or filters.form.errors else everything, entries)
    context = {"filters": filters, "form": filters.form, "page": page}
    return tidied(request) or render(request, "agency_list.html", context)


@dataclass(frozen=True)
class FirstByName:
    """The keys of all agencies in the order of their names, of which slices are taken."""

    agencies: AgencyQuerySet

    def __getitem__(self, part: slice) -> list[int]:
        return self.agencies.first_by_name(part.stop)[part.start :]


def entries(keys: Iterable[int]) -> list[Entry]:
    """With what each is and how many documents it has."""
    of_keys = dict(Agency.objects.filter(pk__in=list(keys)).values_list("pk", "kind"))
    kinds = {pk: of_keys[pk] for pk in keys}
    numbers = numbers_of_agencies(kinds)
    names = Names(agencies=kinds)
    return [listed(pk, kind, numbers.get(pk, 0), names) for pk, kind in kinds.items()]


def listed(pk: int, kind: str, number: int, names: Names) -> Entry:
    entry = counterpart(pk, number, names)
    documents = ngettext("%(number)s document", "%(number)s documents", number)
    facts = [entry.beside, AgencyKind(kind).label, documents % {"number": entry.written}]
    return replace(entry, beside=format_html_join(" · ", "{}", ((fact,) for fact in facts)))


def parts_of_agency(slots: Slots) -> dict[str, QuerySet]:
    """An agency with what it stands or stood under, what stands under it, what it followed and
    what followed it: of those, what is public. A body above a public one is."""
    pk = slots.one("agency")
    public = Agency.objects.published()
    return {
        "agency": public.filter(pk=pk),
        "names": AgencyName.objects.filter(agency=pk),
        "states": State.objects.filter(agencies=pk),
        "state_names": StateName.objects.filter(state__agencies=pk),
        "places": Place.objects.filter(agencies=pk),
        "place_names": PlaceName.objects.filter(place__agencies=pk),
        "parents": AgencyParent.objects.filter(agency=pk),
        "above": Agency.objects.filter(children__agency=pk),
        "above_names": AgencyName.objects.filter(agency__children__agency=pk),
        "children": AgencyParent.objects.filter(parent=pk),
        "below": public.filter(parents__parent=pk),
        "below_names": AgencyName.objects.filter(agency__parents__parent=pk),
        "precessions": AgencySuccession.objects.filter(successor=pk),
        "before": public.filter(successions__successor=pk),
        "before_names": AgencyName.objects.filter(agency__successions__successor=pk),
        "successions": AgencySuccession.objects.filter(predecessor=pk),
        "after": public.filter(precessions__predecessor=pk),
        "after_names": AgencyName.objects.filter(agency__precessions__predecessor=pk),
        "family": Agency.objects.filter(pk__in=RawSQL(FAMILY, [Slot("agency")])).only("pk"),
        "citations": Citation.objects.filter(agency=pk),
        "sources": Source.objects.defer("kept_text").filter(
            pk__in=slots.of(Citation, "source_id", "agency_id", pk)
        ),
        "texts": Text.objects.defer("body").filter(
            pk__in=slots.of(Citation, "text_id", "agency_id", pk)
        ),
    }


AGENCY = Gathering(parts_of_agency)


@require_safe
def agency(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = AGENCY.read(agency=pk) if pk <= LARGEST_NUMBER else {"agency": []}
    if not found["agency"]:
        return replaced_or_404(request, Agency.objects.published(), pk)
    give(found["agency"], found["names"], "names")
    (record,) = found["agency"]
    if request.path != record.get_absolute_url():
        return moved(request, record.get_absolute_url())
    list_url = tallies.list_url(agency=pk)
    return further(request, list_url) or render(
        request, "agency.html", {**related(record, found), **documents_of(record, found, list_url)}
    )


def related(agency: Agency, found: Rows) -> dict[str, object]:
    for name in ("above", "below", "before", "after", "state", "place"):
        rows = found[name] if name in found else found[f"{name}s"]
        give(rows, found[f"{name}_names"], "names")
    link([agency], "state", found["states"])
    link([agency], "place", found["places"])
    link(found["parents"], "parent", found["above"])
    link(found["children"], "agency", found["below"])
    link(found["precessions"], "predecessor", found["before"])
    link(found["successions"], "successor", found["after"])
    link(found["citations"], "source", found["sources"])
    link(found["citations"], "text", found["texts"])
    return {
        "agency": agency,
        "parents": found["parents"],
        "children": known(found["children"], "agency_id", found["below"]),
        "predecessors": known(found["precessions"], "predecessor_id", found["before"]),
        "successors": known(found["successions"], "successor_id", found["after"]),
        "citations": found["citations"],
    }


def known(rows: list, column: str, others: list[Agency]) -> list:
    """Those whose other end is among these, which are public."""
    keys = {other.pk for other in others}
    return [row for row in rows if getattr(row, column) in keys]


def documents_of(agency: Agency, found: Rows, list_url: str) -> dict[str, object]:
    """Signed by it, by what stands below it, or by what it followed."""
    today = timezone.localdate()
    family = [body.pk for body in found["family"]]
    terms = [f"a{pk}" for pk in family]
    counts = figures(Selection().having(terms), today)
    documents = newest(counts, today, *terms)
    others = counterpart_numbers(family, counts)
    names = Names.together(named_in(documents), tallies.types_in(counts), {"agencies": others})
    return {
        "figures": counts,
        "list_url": list_url,
        "downloads": downloads(list_url, counts.number, is_about=counts.is_about),
        "rows": written(documents, names),
        "by_type": tallies.by_type(counts, names.types, agency=agency.pk),
        "by_year": tallies.by_year(counts, agency=agency.pk),
        "counterparts": [counterpart(pk, number, names) for pk, number in others.items()],
    }


def counterpart_numbers(family: list[int], counts: Figures) -> dict[int, int]:
    """The bodies that signed with it most often."""
    others = [(int(pk), number) for pk, number in counts.of_kind("a") if int(pk) not in family]
    others.sort(key=lambda row: (-row[1], row[0]))
    return dict(others[:MOST_COUNTERPARTS])


def counterpart(pk: int, number: int, names: Names) -> Entry:
    """With its state."""
    state = names.states[names.state_of[pk]].called().marked
    return replace(agency_entry(pk, number, names), beside=state)
