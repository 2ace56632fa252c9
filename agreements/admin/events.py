from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_citations import CitationFormSet, EventCitationForm
from agreements.forms.admin_labels import day, label, named
from agreements.forms.admin_publication import DRAFT
from agreements.models import (
    Announcement,
    Citation,
    Delegation,
    Event,
    EventName,
    State,
)

from . import communique_deleting, communiques, event_sheet, reviewing
from .checking import CheckedAdmin
from .filters import QueueFilter, RecordFilter, YearFilter
from .merging import Mergeable
from .names import NameRows
from .publishing import PublishableAdmin
from .records import StackedRows, TabularRows
from .searching import NameSearch, NullsLast

DOCUMENTS_SHOWN = 200


class EventNameRows(NameRows):
    model = EventName


class DelegationRows(TabularRows):
    model = Delegation
    fields = ["state", "role", "head", "office", "is_head_present"]
    autocomplete_fields = ["state"]
    initial = ({"role": "host"}, {"role": "guest"})


class AnnouncementRows(TabularRows):
    model = Announcement
    fields = ["qualifier", "number", "counts", "includes_heads_documents", "listed"]


class CitationRows(StackedRows):
    model = Citation
    form = EventCitationForm
    formset = CitationFormSet
    fk_name = "event"
    fields = ["source", "quote", ("speaks_of", "field"), ("stance", "value")]
    autocomplete_fields = ["source"]
    extra = 1


class StateFilter(RecordFilter):
    title = _("state")
    parameter_name = "state"
    relation = Delegation._meta.get_field("state")

    def narrowed(self, queryset: QuerySet, value: State) -> QuerySet:
        there = Delegation.objects.filter(event=OuterRef("pk"), state=value)
        return queryset.filter(Exists(there))


class EventYearFilter(YearFilter):
    field = "began_first"


@admin.register(Event)
class EventAdmin(Mergeable, CheckedAdmin, NameSearch, PublishableAdmin):
    fieldsets = [
        (_("The occasion"), {"fields": ["kind", ("began_on", "ended_on"), ("place", "state")]}),
        (_("Documents"), {"fields": ["documents_here"]}),
        (_("Notes"), {"fields": ["public_note", "internal_note"]}),
        (
            _("Publication"),
            {
                "fields": [
                    "publication_state",
                    "withdrawal_reason",
                    "is_title_withheld",
                    "change_reason",
                ]
            },
        ),
    ]
    readonly_fields = ["documents_here"]
    autocomplete_fields = ["place", "state"]
    inlines = [EventNameRows, DelegationRows, AnnouncementRows, CitationRows]
    sheet = ("names", 0, "delegations", "announcements", 1, "citations", 2, 3)
    actions = ["send_to_review", "send_with_documents", "publish"]
    list_display = ["shown_name", "began_words", "place", "kind", "publication_state"]
    sortable_by = ["began_words"]
    list_filter = ["publication_state", QueueFilter, "kind", StateFilter, EventYearFilter]

    def tools(self, request: HttpRequest, record: Event) -> list[tuple[str, str]]:
        tools = super().tools(request, record)
        if record.publication_state == DRAFT and self.has_change_permission(request, record):
            url = reverse("admin:agreements_event_sheet", args=[record.pk])
            tools.append((url, _("Sheet with its documents")))
        return tools

    def get_urls(self) -> list[URLPattern]:
        return [*event_sheet.urls(self), *communiques.urls(self), *super().get_urls()]

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With a way to delete what was saved of a communique too early."""
        event = self.get_object(request, unquote(object_id))
        drafts = communique_deleting.drafts_of(request, self, event)
        return super().delete_view(request, object_id, {"drafts": drafts, **(extra_context or {})})

    @admin.action(permissions=["change"], description=_("Send to review with its documents"))
    def send_with_documents(self, request: HttpRequest, events: QuerySet) -> None:
        for event in events.order_by("pk"):
            reviewing.send_all(request, event)

    @admin.display(description=_("name"))
    def shown_name(self, event: Event) -> str:
        return str(event)

    @admin.display(description=_("first day"), ordering=NullsLast("began_first"))
    def began_words(self, event: Event) -> str:
        return day(event.began_on)

    @admin.display(description=_("documents"))
    def documents_here(self, event: Event) -> str:
        """Links to the documents of the event, in its order, and to a form for one more."""
        if event.pk is None:
            return _("Save the event first; then its documents are added from here.")
        listed = format_html_join("", '<li><a href="{}">{}</a></li>', document_links(event))
        add = reverse("admin:agreements_document_add") + f"?event={event.pk}"
        link = format_html('<a href="{}">{}</a>', add, _("Add a document of this event"))
        return format_html("<ol>{}</ol><p>{} · {}</p>", listed, counted(event), link)


def document_links(event: Event) -> Iterator[tuple[str, str]]:
    documents = named(event.documents.order_by("event_position", "pk"))[:DOCUMENTS_SHOWN]
    for document in documents:
        yield reverse("admin:agreements_document_change", args=[document.pk]), label(document)


def counted(event: Event) -> str:
    counts = event.documents.aggregate(
        recorded=Count("pk"), published=Count("pk", filter=Q(publication_state="published"))
    )
    return _("recorded: %(recorded)s, published: %(published)s") % counts
