from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from agreements.filters import DocumentFilters
from agreements.models import Document, DocumentSubject
from agreements.models.vocabulary import Side
from agreements.search.latest import latest
from agreements.search.names import Names
from agreements.search.rows import Found, Row, Writer, found_of, named_in

from .asking import moment_in, refused, version_of
from .atom import SIZE, Category, Entry, feed, tag


@require_safe
def documents_atom(request: HttpRequest) -> HttpResponse:
    """The documents of the list with the same filters; those that became public last first."""
    filters = DocumentFilters(request.GET, timezone.localdate(), version_of(request))
    if response := refused(filters):
        return response
    found = latest(filters.selection, SIZE + 1, after=moment_in(request))
    shown = found[:SIZE]
    entries = entries_of(request, filters, [moment.pk for moment in shown])
    further = shown[-1] if len(found) > SIZE else None
    return feed(
        request,
        filters,
        gettext("Documents"),
        list_name="documents",
        entries=entries,
        further=further,
    )


def entries_of(request: HttpRequest, filters: DocumentFilters, keys: Sequence[int]) -> list[Entry]:
    found = found_of(keys, filters.status_day)
    writer = Writer(Names(**named_in(found)))
    times = {pk: (at, changed) for pk, at, changed in times_of(keys)}
    categories = categories_of(request, filters, found)
    return [
        entry_of(request, writer, document, times[document.pk], categories[document.pk])
        for document in found
        if document.pk in times
    ]


def times_of(keys: Sequence[int]) -> list[tuple[int, datetime.datetime, datetime.datetime]]:
    rows = Document.objects.published().filter(pk__in=keys)
    return list(rows.values_list("pk", "published_at", "changed_at"))


def entry_of(
    request: HttpRequest,
    writer: Writer,
    document: Found,
    times: tuple[datetime.datetime, datetime.datetime],
    categories: list[Category],
) -> Entry:
    row = writer.row(document)
    published, changed = times
    return Entry(
        tag(request, f"document/{row.pk}"),
        request.build_absolute_uri(row.url),
        row.title,
        row.language,
        published,
        max(published, changed),
        summary_of(row, writer.between(document, [writer.side(document, n) for n in Side.values])),
        categories,
    )


def summary_of(row: Row, between: SafeString) -> SafeString:
    """In the reader's words: what it is, of whom, of when, and where it stands."""
    said = [row.kind, between, row.when, row.status_words]
    return format_html_join("\n", "<p>{}</p>", ([words] for words in said))


def categories_of(
    request: HttpRequest, filters: DocumentFilters, found: list[Found]
) -> dict[int, list[Category]]:
    """The type and the subjects of each."""
    keys = [document.pk for document in found]
    words = dict(filters.vocabulary.types)
    categories: dict[int, list[Category]] = defaultdict(list)
    types = Document.objects.published().filter(pk__in=keys, type__isnull=False)
    for pk, code in types.values_list("pk", "type"):
        label = capfirst(str(words.get(code, code)))
        categories[pk].append(Category(code, label, tag(request, "type")))
    rows = DocumentSubject.objects.filter(document__in=keys).order_by("subject")
    for pk, number in rows.values_list("document", "subject"):
        subject = filters.vocabulary.subject_of_number.get(number)
        if subject:
            label = capfirst(subject.name)
            categories[pk].append(Category(subject.word, label, tag(request, "subject")))
    return categories
