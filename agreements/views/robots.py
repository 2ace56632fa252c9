from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from agreements.exporting.formats import FORMATS
from agreements.problems import PROGRAMS

HOURS = 12
# Lists that combine filters without end. Their records are found by way of states and years, too.
PICTURES = "Disallow: /files/*/pages/"  # each may have to be painted
RECORDS = f"Disallow: {PROGRAMS}"  # which are pages, too
FILTERED = ("documents", "agencies", "events")
SUBSCRIBED = ("documents_atom", "events_atom", "calendar_ics")


@require_safe
@transaction.non_atomic_requests
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers are asked to leave alone: the desk, searches, pictures of pages.

    It needs no database.
    """
    closed_ = [line for code, _ in settings.LANGUAGES for line in closed(code)]
    sitemap = f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"
    lines = ["User-agent: *", PICTURES, RECORDS, *closed_, "", sitemap]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={HOURS * 60 * 60}"
    return response


def closed(language: str) -> list[str]:
    """In the addresses of one language. The longest rule holds, so a list can be leafed through,
    but for its filters."""
    with translation.override(language):
        lists = [reverse(name) for name in FILTERED]
        return [
            f"Disallow: {reverse('admin:index')}",
            *(f"Disallow: {path}?" for path in lists),
            *(f"Allow: {path}?{place}=" for path in lists for place in ("page", "after")),
            *(f"Disallow: {path}?page=*&" for path in lists),
            *(f"Disallow: {reverse('export', args=[suffix])}" for suffix in FORMATS),
            *(f"Disallow: {reverse(name)}?" for name in SUBSCRIBED),
            f"Disallow: {reverse('data')}*/",
            f"Disallow: {reverse('suggest')}?",
            f"Disallow: {reverse('states')}*/in-force/?",
            f"Disallow: {reverse('documents')}*/texts/*?",
        ]
