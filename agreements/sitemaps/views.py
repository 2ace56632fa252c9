from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from .sections import SECTIONS, Page

CONTENT_TYPE = "application/xml; charset=utf-8"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# The number of a part is not larger.
MOST_PARTS = 10**9
# Pages that are sent at once.
TOGETHER = 500


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The parts that there are."""
    addresses = (
        request.build_absolute_uri(reverse("sitemap_part", args=[section.name, part]))
        for section in SECTIONS.values()
        for part in section.parts()
    )
    lines = [f"<sitemap><loc>{address}</loc></sitemap>\n" for address in addresses]
    index = f'<sitemapindex xmlns="{PROTOCOL}">\n{"".join(lines)}</sitemapindex>\n'
    return HttpResponse(DECLARATION + index, content_type=CONTENT_TYPE)


@require_safe
def sitemap_part(request: HttpRequest, section: str, part: int) -> StreamingHttpResponse:
    """Written while it is read, batch by batch. Raises Http404 where nothing is public."""
    if section not in SECTIONS or not 0 < part < MOST_PARTS:
        raise Http404
    pages = SECTIONS[section].pages(part)
    first = next(pages, None)
    if first is None:
        raise Http404
    lines = written(first, pages, roots(request))
    return StreamingHttpResponse(lines, content_type=CONTENT_TYPE)


def roots(request: HttpRequest) -> dict[str, str]:
    """The address of the front page in each language of the interface."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = request.build_absolute_uri(reverse("home"))
    return found


def written(first: Page, others: Iterator[Page], roots: dict[str, str]) -> Iterator[str]:
    yield f'{DECLARATION}<urlset xmlns="{PROTOCOL}" xmlns:xhtml="{XHTML}">\n'
    yield entries(first, roots)
    while some := list(islice(others, TOGETHER)):
        yield "".join(entries(page, roots) for page in some)
    yield "</urlset>\n"


def entries(page: Page, roots: dict[str, str]) -> str:
    """The page in each language, with its other languages. Paths have letters of ASCII alone."""
    changed = f"<lastmod>{page.changed_at:%Y-%m-%dT%H:%M:%SZ}</lastmod>" if page.changed_at else ""
    others = [*roots.items(), ("x-default", roots[settings.LANGUAGE_CODE])]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{root}{page.path}"/>'
        for code, root in others
    )
    return "".join(
        f"<url><loc>{root}{page.path}</loc>{changed}{links}</url>\n" for root in roots.values()
    )
