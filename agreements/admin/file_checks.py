"""The checks of stored files, and which of these are not as they were received."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from agreements.models import File, FileCheck

from .looking import LookedAt
from .searching import CappedPaginator

SHOWN = 100


@admin.register(FileCheck)
class FileCheckAdmin(LookedAt, admin.ModelAdmin):
    """Written by ``manage.py check_files``; looked at here."""

    list_display = ["began_at", "ended_at", "is_sample", "checked", "missing", "altered", "strays"]
    fields = ["began_at", "ended_at", "is_sample", "checked", "missing", "altered", "stray_names"]
    list_filter = ["is_sample"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    actions = None
    sortable_by: list[str] = []
    change_list_template = "admin/agreements/file_checks.html"

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Of each the number of strays; the names are read where they are shown."""
        number = models.Func("stray", function="cardinality", output_field=models.IntegerField())
        return super().get_queryset(request).annotate(strays=number).defer("stray")

    @admin.display(description=_("stray"))
    def strays(self, check: Any) -> int:
        return check.strays

    @admin.display(description=_("stray"))
    def stray_names(self, check: FileCheck) -> SafeString | str:
        return format_html_join("", "<code>{}</code><br>", ((name,) for name in check.stray)) or "-"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        wrong = File.objects.not_sound().prefetch_related("document__titles").order_by("pk")
        found = list(wrong[: SHOWN + 1])
        context = {"not_sound": found[:SHOWN], "has_more": len(found) > SHOWN}
        return super().changelist_view(request, {**context, **(extra_context or {})})
