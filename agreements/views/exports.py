"""A list of documents to be taken along: all that its pages show, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from agreements import search
from agreements.exporting.about import ARCHIVE, About
from agreements.exporting.export import Export
from agreements.exporting.formats import FORMATS, Format
from agreements.exporting.records import Records
from agreements.filters import DocumentFilters
from agreements.filters.base import MANNERS, from_first_page
from agreements.letters import slug

from . import permanent
from .downloads import BOM, address_of_list
from .pages import tidied, version_of
from .streams import Busy, Stream
from .tallies import grouped

RETRY_AFTER = 30
PLAIN = "text/plain; charset=utf-8"
ADDRESS = re.compile(r"https?://[^\s,;<>\"]+")


@require_safe
def export(request: HttpRequest, suffix: str) -> HttpResponseBase:
    if response := tidied(request):
        return response
    format = FORMATS[suffix]
    asked = from_first_page(request.GET, BOM)
    filters = DocumentFilters(asked, timezone.localdate(), version_of(request))
    if not filters.is_valid():
        return refused("\n".join(errors(filters)))
    if filters.unknown:  # a slip would take along other rows than were meant
        words = gettext("The address asks for what is not known here: %(names)s.")
        return refused(words % {"names": ", ".join(filters.unknown)})
    every = search.every(filters.selection, filters.in_order_of, filters.today)
    number = len(every.documents)
    if format.most is not None and number > format.most:
        return refused(too_many(format, number))
    about = about_of(request, filters, every)
    headers = headers_of(about, filename(filters, format))
    if request.method == "HEAD":
        return HttpResponse(content_type=format.media_type, headers=headers)
    base = permanent.base(request)
    records = Records(filters.status_day, base).stream(every.documents)
    try:
        written = Stream(format.write(Export(about, records, base, wants_bom(request))))
    except Busy:
        return busy()
    return StreamingHttpResponse(written, content_type=format.media_type, headers=headers)


def wants_bom(request: HttpRequest) -> bool:
    return request.GET.get(BOM, "") not in ("", "0")


def about_of(request: HttpRequest, filters: DocumentFilters, every: search.Every) -> About:
    base = permanent.base(request)
    return About(
        address=f"{base}{address_of_list(filters.data)}",
        code_book=f"{base}{reverse('code_book')}",
        made_at=timezone.now(),
        status_on=filters.status_day,
        number=len(every.documents),
        language=get_language() or settings.LANGUAGE_CODE,
        order=str(filters.in_order_of),
        query=tuple((chip.label, chip.words) for chip in filters.chips),
        remarks=tuple(remarks(filters, every)),
        licence=settings.DATA_LICENCE,
    )


def remarks(filters: DocumentFilters, every: search.Every) -> Iterator[str]:
    """What the page says above its list."""
    if every.missing:
        words = ", ".join(every.missing)
        yield gettext("No document has all of these words. These have all but: %(words)s.") % {
            "words": words
        }
    elif every.is_relaxed:
        yield gettext("No document has all of these words. These have the most of them.")
    if filters.search and filters.search.query.is_cut:
        yield gettext("Your query is very long. Only its beginning was looked for.")


def headers_of(about: About, name: str) -> dict[str, str]:
    links = [
        f'<{about.address}>; rel="canonical"; type="text/html"',
        f'<{about.code_book}>; rel="describedby"; type="text/html"',
        *(f'<{address}>; rel="license"' for address in ADDRESS.findall(about.licence)[:1]),
    ]
    return {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Language": about.language,
        "Link": ", ".join(links),
        "X-Made-At": about.made,
        "X-Status-On": about.status_on.isoformat(),
        "X-Total-Count": str(about.number),
    }


def filename(filters: DocumentFilters, format: Format) -> str:
    """``pacta-documents-2026-11-27-kz-tj.csv``."""
    words = " ".join(words_of(filters))
    parts = [slug(ARCHIVE), "documents", filters.today.isoformat(), slug(words)]
    return f"{'-'.join(filter(None, parts))}.{format.suffix}"


def words_of(filters: DocumentFilters) -> Iterator[str]:
    """Codes and words as they were typed; a number with what it is of."""
    for name in filters.asked:
        if name not in MANNERS:
            for value in filters.data.getlist(name):
                is_bare = value.isdigit() and name != "year"
                yield f"{name} {value}" if is_bare or value == "on" else value


def errors(filters: DocumentFilters) -> Iterator[str]:
    """As the page says them."""
    for name, found in filters.form.errors.items():
        label = filters.form.fields[name].label if name in filters.form.fields else ""
        yield from (f"{label}: {error}".removeprefix(": ") for error in found)


def too_many(format: Format, number: int) -> str:
    others = [other.label for other in FORMATS.values() if other.most is None]
    return gettext(
        "These are %(number)s documents; %(format)s takes %(most)s at most. Narrow the list by a "
        "filter, or take one of these, which take any number: %(others)s."
    ) % {
        "number": grouped(number),
        "format": format.label,
        "most": grouped(format.most or 0),
        "others": ", ".join(others),
    }


def refused(words: str) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=400, content_type=PLAIN)


def busy() -> HttpResponse:
    words = gettext("Others are taking lists along just now. Try again in half a minute.")
    headers = {"Retry-After": str(RETRY_AFTER)}
    return HttpResponse(f"{words}\n", status=503, content_type=PLAIN, headers=headers)
