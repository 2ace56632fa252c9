from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_labels import day
from agreements.models import Source
from agreements.models.fields import Fold
from agreements.models.source import SAID

from .filters import QueueFilter
from .merging import Mergeable
from .records import RecordAdmin
from .searching import NullsLast, holds, words_of


@admin.register(Source)
class SourceAdmin(Mergeable, RecordAdmin):
    fieldsets = [
        (None, {"fields": ["publisher", "title", "url", "language"]}),
        (_("Dates"), {"fields": [("published_on", "retrieved_on")]}),
        (_("Text"), {"fields": ["kept_text"]}),
    ]
    list_display = ["__str__", "published_words", "language"]
    list_filter = [QueueFilter]
    sortable_by = ["published_words"]
    search_fields = ["title"]
    ordering = ["-pk"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Title, publisher or address."""
        words = words_of(search_term)
        return queryset.alias(said=Fold(SAID)).filter(holds(words, "said")), False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The kept text may be long, and a list doesn't show it."""
        return super().get_queryset(request).defer("kept_text")

    @admin.display(description=_("published"), ordering=NullsLast("published_on"))
    def published_words(self, source: Source) -> str:
        return day(source.published_on)
