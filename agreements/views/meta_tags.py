"""What Zotero, Google Scholar and others read in the head of a document's page."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest

from agreements import dates
from agreements.exporting.citing.cited import ARCHIVE, Cited
from agreements.models import Document
from agreements.models.vocabulary import FileKind

from .permanent import permanent

Tags = Iterator[tuple[str, str]]


def meta_tags(request: HttpRequest, document: Document, cited: Cited) -> list[tuple[str, str]]:
    tags = [*of_type(document), *dublin_core(document, cited), *highwire(request, document, cited)]
    return [(name, content) for name, content in tags if content]


def of_type(document: Document) -> Tags:
    """A statute to Zotero, which has no treaties and takes what has a title for an article."""
    yield "bibo.type", "Legislation"
    yield "DC.type", "Text"
    yield "DC.type", str(document.type or "")


def dublin_core(document: Document, cited: Cited) -> Tags:
    yield "DC.title", cited.title
    for title in document.titles.all():
        if title.text != cited.title and not title.is_variant:
            yield "DC.title", title.text
    for name in cited.authors:
        yield "DC.creator", name
    yield "DC.date", cited.signed_on or ""
    yield "DC.identifier", cited.url
    for identifier in cited.identifiers:
        yield "DC.identifier", identifier
    yield "DC.language", cited.language
    for subject in cited.subjects:
        yield "DC.subject", subject
    yield "DC.description", cited.summary or ""
    yield "DC.publisher", ARCHIVE


def highwire(request: HttpRequest, document: Document, cited: Cited) -> Tags:
    yield "citation_title", cited.title
    for name in cited.authors:
        yield "citation_author", f"{name},"  # else its last word would be a family name
    yield "citation_date", written_date(cited.signed_on)
    yield "citation_language", cited.language
    yield "citation_public_url", cited.url
    yield "citation_keywords", "; ".join(cited.subjects)
    yield "citation_pdf_url", only_pdf(request, document)


def open_graph(document: Document, cited: Cited) -> list[tuple[str, str]]:
    """How other sites show a link to it."""
    return [
        ("og:type", "article"),
        ("og:site_name", ARCHIVE),
        ("og:title", cited.title),
        ("og:url", cited.url),
        ("og:description", cited.summary or document.made_label),
    ]


def written_date(edtf: str | None) -> str:
    """2023/05/04, or as much as is known; in words where it is no single day, month or year."""
    if not edtf:
        return ""
    iso = dates.iso(edtf)
    return iso.replace("-", "/") if iso else dates.words(edtf)


def only_pdf(request: HttpRequest, document: Document) -> str:
    """Of several nobody can tell which one would be taken."""
    files = [version.file for text in document.texts.all() for version in text.versions]
    pdfs = [file for file in files if file.kind == FileKind.PDF]
    return permanent(request, "file", pdfs[0].pk) if len(pdfs) == 1 else ""
