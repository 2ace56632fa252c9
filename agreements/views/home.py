from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agency, Document, Event, State
from agreements.search.event_rows import event_rows_in
from agreements.search.rows import rows_in

LATEST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    documents = Document.objects.published()
    context = {
        "latest": rows_in(documents.newest_first()[:LATEST], today),
        "events": event_rows_in(Event.objects.published().newest_first()[:LATEST]),
        "documents_number": documents.count(),
        "states_number": State.objects.published().with_documents().count(),
        "agencies_number": Agency.objects.published().count(),
        "events_number": Event.objects.published().count(),
    }
    return render(request, "home.html", context)
