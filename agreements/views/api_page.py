"""The page that explains the interface for programs. What it lists is read from what is there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.exporting.shape import LONG_TABLES
from agreements.filters import DocumentFilters
from agreements.problems import PROGRAMS


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    asked = DocumentFilters.base_filters.items()
    context = {
        "base": request.build_absolute_uri(PROGRAMS),
        "parameters": [(name, one.label, one.extra.get("help_text", "")) for name, one in asked],
        "tables": LONG_TABLES,
    }
    return render(request, "api.html", context)
