from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.filters import AgencyFilters
from agreements.models import Agency, AgencyParent, AgencySuccession, Document
from agreements.models.agency import AgencyQuerySet
from agreements.models.document import DocumentQuerySet
from agreements.search.rows import rows_in

from . import tallies
from .pages import moved, page_of, replaced_or_404, tidied

MOST_COUNTERPARTS = 12


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    filters = AgencyFilters(request.GET, Agency.objects.published())
    page = page_of(request, filters.rows.by_name().for_list())
    context = {"filters": filters, "form": filters.form, "page": page}
    return tidied(request) or render(request, "agency_list.html", context)


@require_safe
def agency(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    public = Agency.objects.published()
    found = public.with_names().select_related("place").filter(pk=pk).first()
    if found is None:
        return replaced_or_404(request, public, pk)
    if request.path != found.get_absolute_url():
        return moved(request, found.get_absolute_url())
    documents = Document.objects.published().of_agency(found)
    page = page_of(request, documents.newest_first())
    context = {
        "agency": found,
        "page": page,
        "rows": rows_in(page.object_list, timezone.localdate()),
        **relatives(found, public),
        "by_type": tallies.by_type(documents, agency=pk),
        "by_year": tallies.by_year(documents, agency=pk),
        "counterparts": counterparts(found, documents),
        "citations": found.citations.select_related("source", "text"),
        "list_url": tallies.list_url(agency=pk),
    }
    return render(request, "agency.html", context)


def relatives(agency: Agency, public: AgencyQuerySet) -> dict[str, object]:
    """What it stands or stood under, what stands under it, what it followed and what followed it.

    A body above a public one is public itself; of the others, those that are.
    """
    parents = agency.parents.select_related("parent__state").prefetch_related("parent__names")
    followed = AgencySuccession.objects.filter(successor=agency, predecessor__in=public)
    followers = AgencySuccession.objects.filter(predecessor=agency, successor__in=public)
    children = AgencyParent.objects.filter(parent=agency, agency__in=public)
    return {
        "parents": parents,
        "children": children.select_related("agency").prefetch_related("agency__names"),
        "predecessors": followed.select_related("predecessor").prefetch_related(
            "predecessor__names"
        ),
        "successors": followers.select_related("successor").prefetch_related("successor__names"),
    }


def counterparts(agency: Agency, documents: DocumentQuerySet) -> AgencyQuerySet:
    """The bodies that signed with it most often, each with ``number``."""
    family = Agency.objects.family_of(agency)
    return (
        Agency.objects.published()
        .with_names()
        .filter(party__document__in=documents.order_by())
        .exclude(pk__in=family)
        .annotate(number=Count("party__document", distinct=True))
        .order_by("-number", "pk")[:MOST_COUNTERPARTS]
    )
