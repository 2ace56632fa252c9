"""A document in the forms in which machines read it, each at an address of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agreements.exporting.citing import bibtex, csl, ris
from agreements.exporting.citing.cited import Cited, of_document
from agreements.exporting.records import Records
from agreements.models import Document

from .linked_data import legislation
from .pages import gone, replaced
from .permanent import base, permanent
from .whole import whole_document


@dataclass(frozen=True)
class Format:
    """``name`` is what a reader calls it. One that is kept is not shown by a browser."""

    name: str
    media_type: str
    write: Callable[[HttpRequest, Document, Cited], str]
    is_kept: bool = False


def plain_json(request: HttpRequest, document: Document, cited: Cited) -> str:
    (record,) = Records(timezone.localdate(), base(request)).read([document.pk])
    return json.dumps(record, ensure_ascii=False)


def linked(request: HttpRequest, document: Document, cited: Cited) -> str:
    return json.dumps(legislation(request, document, cited), ensure_ascii=False)


FORMATS = {
    "bib": Format("BibTeX", bibtex.MEDIA_TYPE, lambda _r, _d, cited: bibtex.entry(cited), True),
    "ris": Format("RIS", ris.MEDIA_TYPE, lambda _r, _d, cited: ris.entry(cited), True),
    "csl.json": Format("CSL-JSON", csl.MEDIA_TYPE, lambda _r, _d, cited: csl.entry(cited), True),
    "json": Format(_("JSON, all data"), "application/json", plain_json),
    "jsonld": Format("JSON-LD", "application/ld+json", linked),
}


@require_safe
def document_format(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    today = timezone.localdate()
    found = whole_document(pk, today)
    if found is None:
        public = Document.objects.published()
        moved_on = replaced(request, public, pk, lambda kept: path_of(kept, format))
        return moved_on or gone(request, Document.objects.withdrawn().for_list(today), pk)
    url = permanent(request, "document", pk)
    asked = FORMATS[format]
    text = asked.write(request, found, of_document(found, today, url))
    response = HttpResponse(text, content_type=f"{asked.media_type}; charset=utf-8")
    name = f"pacta-{pk}.{format}"
    response["Content-Disposition"] = content_disposition_header(asked.is_kept, name)
    response["Link"] = f'<{url}>; rel="describes"'
    response["X-Robots-Tag"] = "noindex"
    return response


def path_of(document: Document, format: str) -> str:
    return reverse("document_format", args=[document.pk, format])
