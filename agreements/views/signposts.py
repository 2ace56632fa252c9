"""Where machines find what belongs to a document, in the head of the answer (signposting.org)."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from agreements.models import Document

from .document_formats import FORMATS
from .exports import ADDRESS
from .files import CONTENT_TYPES
from .permanent import base, permanent

# Proxies refuse long heads of answers; what belongs to the document stands in the page as well.
LONGEST = 3000


def signposts(request: HttpRequest, document: Document) -> str:
    """The value of ``Link``."""
    told, length = [], 0
    for link in links(request, document):
        length += len(link) + 2
        if length > LONGEST:
            break
        told.append(link)
    return ", ".join(told)


def links(request: HttpRequest, document: Document) -> Iterator[str]:
    yield link(permanent(request, "document", document.pk), "cite-as")
    yield link("https://schema.org/AboutPage", "type")
    yield link("https://schema.org/Legislation", "type")
    for address in ADDRESS.findall(settings.DATA_LICENCE)[:1]:
        yield link(address, "license")
    for name, format in FORMATS.items():
        path = reverse("document_format", args=[document.pk, name])
        yield link(base(request) + path, "describedby", format.media_type)
    for text in document.texts.all():
        for version in text.versions:
            url = permanent(request, "file", version.file.pk)
            yield link(url, "item", CONTENT_TYPES[version.file.kind])
        if text.has_words and not text.versions:
            yield link(permanent(request, "text", document.pk, text.pk), "item", "text/html")
    for version in document.attachments:
        url = permanent(request, "file", version.file.pk)
        yield link(url, "item", CONTENT_TYPES[version.file.kind])


def link(url: str, relation: str, media_type: str = "") -> str:
    return f'<{url}>; rel="{relation}"' + (f'; type="{media_type}"' if media_type else "")
