from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response

from agreements import search
from agreements.exporting.records import Record, Records
from agreements.exporting.rows import READERS, Rows
from agreements.exporting.shape import DOCUMENTS, LONG_TABLES
from agreements.filters import DocumentFilters
from agreements.models import Document

from . import asking, parameters
from .answers import METHODS, base, beside, one, page, version
from .harvesting import GONE, gone, harvested
from .schema import either, listed, responses, shape_of

TABLES = [table.name for table in LONG_TABLES]
USUAL = ("titles", "parties")
BESIDE_FILTERS = ("after", "before", "limit", "include")
# The status of a record is read out of them.
ALWAYS_READ = "status_periods"

DOCUMENT = shape_of(DOCUMENTS, "Document", LONG_TABLES)
IN_LIST = shape_of(DOCUMENTS, "DocumentInList", LONG_TABLES, of="Document", is_chosen=True)
LIST = listed(
    "Documents",
    either("DocumentOrGone", IN_LIST, GONE),
    count=serializers.IntegerField(
        allow_null=True, help_text="How many there are on all pages. None with updated_since."
    ),
    is_count_exact=serializers.BooleanField(
        allow_null=True, help_text="False where so many were estimated, as the pages say “about”."
    ),
    is_relaxed=serializers.BooleanField(
        help_text="True where no document has all of the words, and these have the most of them."
    ),
    missing_words=serializers.ListField(
        child=serializers.CharField(), help_text="Words that no such document has."
    ),
    complete_until=serializers.DateTimeField(
        allow_null=True,
        help_text="With updated_since: at the last page, all changes before this time were told. "
        "Give it as updated_since the next time.",
    ),
    previous=serializers.URLField(allow_null=True, help_text="The page before this one."),
)


class ChosenRecords(Records):
    """With the rows of some tables only; of others nothing is read."""

    def __init__(self, request: HttpRequest, tables: Iterable[str]) -> None:
        super().__init__(timezone.localdate(), base(request))
        self.chosen = set(tables)

    def rows(self, documents: list[int]) -> dict[str, Rows]:
        wanted = self.chosen | {ALWAYS_READ}
        return {name: read(documents) if name in wanted else () for name, read in READERS.items()}

    def read(self, documents: Iterable[int]) -> list[Record]:
        dropped = set(TABLES) - self.chosen
        return [
            {name: value for name, value in record.items() if name not in dropped}
            for record in super().read(list(documents))
        ]


@extend_schema(
    operation_id="documents",
    summary="Documents that were asked for, or that were changed since a time",
    description="The parameters are those of the page /documents/, and mean the same.",
    parameters=[
        *parameters.of_filters(DocumentFilters),
        parameters.including(TABLES, list(USUAL)),
        parameters.LIMITED,
        parameters.AFTER,
        parameters.BEFORE,
        parameters.UPDATED_SINCE,
    ],
    responses=responses(LIST, "A page of documents."),
    tags=["documents"],
)
@api_view(METHODS)
def document_list(request: HttpRequest) -> Response:
    records = ChosenRecords(request, asking.included(request, LONG_TABLES, USUAL))
    if request.GET.get("updated_since"):
        every: QuerySet = Document.objects.all()
        return harvested(request, every, "api_document", records.read, **NOT_COUNTED)
    today = timezone.localdate()
    filters = DocumentFilters(request.GET, today, version(request))
    asking.checked(request, filters, BESIDE_FILTERS)
    places = {name: asking.place(request, name) for name in ("after", "before")}
    answer = search.answer(
        filters.selection, filters.in_order_of, today, size=asking.limit(request), **places
    )
    rows = answer.listing.rows
    return page(
        records.read(answer.listing.documents),
        count=int(answer.figures.number),
        is_count_exact=not answer.figures.is_about,
        is_relaxed=answer.is_relaxed,
        missing_words=list(answer.missing),
        complete_until=None,
        next=beside(request, after=rows[-1].place) if answer.listing.has_after else None,
        previous=beside(request, before=rows[0].place) if answer.listing.has_before else None,
    )


NOT_COUNTED = {
    "count": None,
    "is_count_exact": None,
    "is_relaxed": False,
    "missing_words": [],
    "previous": None,
}


@extend_schema(
    operation_id="document",
    summary="One document with everything under it",
    responses=responses(DOCUMENT, "The document.", 301, 404, 410),
    tags=["documents"],
)
@api_view(METHODS)
def document(request: HttpRequest, pk: int) -> Response:
    asking.only(request, ())
    found = Document.objects.published().filter(pk=asking.in_range(pk)).first()
    if found is None:
        return gone(Document.objects.all(), pk, "api_document")
    (record,) = ChosenRecords(request, TABLES).read([pk])
    return one(record, found.changed_at)
