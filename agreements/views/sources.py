from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.models import Citation, Source

from .pages import leaf_of, replaced_or_404


@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    public = Source.objects.published().defer("kept_text")
    found = public.filter(pk=pk).first()
    if found is None:
        return replaced_or_404(request, public, pk)
    citations = Citation.objects.published().filter(source=found).with_records().order_by("pk")
    context = {"source": found, "page": leaf_of(request, citations)}
    return render(request, "source.html", context)
