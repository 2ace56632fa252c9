from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.editing.public_history import public_history
from agreements.exporting.citing import words
from agreements.exporting.citing.cited import of_document
from agreements.filters import DocumentFilters
from agreements.models import Citation, Document

from .chronology import steps
from .document_formats import FORMATS
from .downloads import address_of_list, downloads
from .facets import Facets
from .found import orders, page_found
from .linked_data import document_trail, legislation, script
from .meta_tags import meta_tags, open_graph
from .offers import offers, unheld
from .pages import gone, moved, replaced, tidied, version_of
from .permanent import permanent
from .signposts import signposts
from .whole import whole_document


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    if response := tidied(request):
        return response
    today = timezone.localdate()
    filters = DocumentFilters(request.GET, today, version_of(request))
    page = page_found(request, filters, today)
    context = {
        "filters": filters,
        "form": filters.form,
        "page": page,
        "rows": page.rows,
        "facets": Facets(filters, page.figures, page.names),
        "offers": offers(filters, page.figures, page.names),
        "unheld": [] if page.rows else unheld(filters),
        "orders": orders(filters),
        "downloads": downloads(
            address_of_list(request.GET), page.figures.number, is_about=page.figures.is_about
        ),
    }
    return render(request, "document_list.html", context)


@require_safe
def document(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    today = timezone.localdate()
    found = whole_document(pk, today)
    if found is None:
        moved_on = replaced(request, Document.objects.published(), pk)
        return moved_on or gone(request, Document.objects.withdrawn().for_list(today), pk)
    if request.path != found.get_absolute_url():
        return moved(request, found.get_absolute_url())
    cited = of_document(found, today, permanent(request, "document", pk))
    context = {
        "document": found,
        "cited": cited,
        "after_title": words.after_title(cited),
        "after_address": words.after_address(cited),
        "formats": FORMATS,
        "meta": meta_tags(request, found, cited),
        "open_graph": open_graph(found, cited),
        "linked_data": script(legislation(request, found, cited), document_trail(request, found)),
        "steps": steps(found),
        "citations": citations_of(found),
        "event_citations": citations_of_event(found),
        "history": public_history(found, found.changes),
    }
    response = render(request, "document.html", context)
    response["Link"] = signposts(request, found)
    return response


def citations_of(document: Document) -> list[Citation]:
    """What sources say of it, of its parties, of the steps in its life."""
    parts = [document, *document.parties.all(), *document.actions.all()]
    return [citation for part in parts for citation in part.citations.all()]


def citations_of_event(document: Document) -> list[Citation]:
    """What sources say of its event, where it rests on them alone."""
    if document.published_event is None or citations_of(document):
        return []
    return list(document.published_event.citations.all())
