"""The event sheet's page, and what its script asks for while a clerk types."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.editing import event_sheets, proposing, reviewing
from agreements.forms.admin_publication import Refused
from agreements.forms.boxes import OFFERED, Choice, choices_of
from agreements.forms.event_sheet import BLANK_ROWS, EventSheet, Rights
from agreements.forms.event_sheet_rows import MOST_ROWS
from agreements.forms.new_agency import NewAgencyForm
from agreements.models import Agency, AgencyName, Document, Event, Source
from agreements.models.rules import check_rules
from agreements.models.vocabulary import PublicationState
from agreements.search import finding

from .doubts import after_saving
from .event_sheet_stale import meanwhile
from .records import last_change, reasons

LONGEST_PASTE = 100_000
MOST_FIRST = 100
MOST_LINKED = 20


def urls(events: admin.ModelAdmin) -> list[URLPattern]:
    """Addresses below that of the events' list."""

    def wrap(view: Any) -> Any:
        def seen(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            return view(request, events, **kwargs)

        return events.admin_site.admin_view(seen)

    return [
        path("sheet/", wrap(sheet), name="agreements_event_sheet"),
        path("sheet/find/", wrap(find), name="agreements_event_sheet_find"),
        path("sheet/propose/", wrap(propose), name="agreements_event_sheet_propose"),
        path("sheet/agency/", wrap(like_agency), name="agreements_event_sheet_like"),
        path("sheet/agency/add/", wrap(add_agency), name="agreements_event_sheet_agency"),
        path("<int:pk>/sheet/", wrap(sheet), name="agreements_event_sheet"),
    ]


def may_enter(request: HttpRequest, events: admin.ModelAdmin) -> bool:
    return events.has_add_permission(request) or events.has_change_permission(request)


def may(request: HttpRequest, events: admin.ModelAdmin, act: str, model: type) -> bool:
    asked = events.admin_site.get_model_admin(model)
    return getattr(asked, f"has_{act}_permission")(request)


# The page --------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, events: admin.ModelAdmin, pk: int | None = None) -> HttpResponse:
    if pk is None and not events.has_add_permission(request):
        raise PermissionDenied
    if request.method == "POST" and "add_rows" not in request.POST:
        return save(request, events, pk)
    event, may_do = event_of(request, events, pk), rights(request, events)
    if request.method == "GET":
        return show(request, events, EventSheet(event, None, may_do))
    data = event_sheets.with_more_rows(request.POST, BLANK_ROWS, MOST_ROWS)
    return show(request, events, EventSheet(event, data, may_do).unchecked())


def event_of(
    request: HttpRequest, events: admin.ModelAdmin, pk: int | None, *, lock: bool = False
) -> Event | None:
    """A draft that this clerk may edit, with what the sheet shows; None for a new event."""
    if pk is None:
        return None
    if lock:
        # The versions that are compared can't move until this save is done.
        list(Event.objects.filter(pk=pk).select_for_update(no_key=True).values_list("pk"))
        documents = Document.objects.filter(event=pk).order_by("pk")
        list(documents.select_for_update(no_key=True).values_list("pk"))
    found = Event.objects.with_names().prefetch_related("place__state__names", "announcements")
    event = get_object_or_404(found, pk=pk)
    # What is no draft is nobody's to edit here: who may edit events is told where.
    is_draft = event.publication_state == PublicationState.DRAFT
    if not events.has_change_permission(request, event if is_draft else None):
        raise PermissionDenied
    return event


def rights(request: HttpRequest, events: admin.ModelAdmin) -> Rights:
    documents = {act: may(request, events, act, Document) for act in ("add", "change", "delete")}
    return Rights(**documents, add_source=may(request, events, "add", Source))


def save(request: HttpRequest, events: admin.ModelAdmin, pk: int | None) -> HttpResponse:
    """All at once or nothing; a sheet that was refused is shown as it was sent."""
    refused: list[str] = []
    try:
        with transaction.atomic():
            form = sent(request, events, pk)
            if form.is_valid():
                saved = event_sheets.save(form)
                check_rules()
                log(request, saved)
                return answer(request, saved)
    except (Refused, IntegrityError) as error:
        refused = [str(words) for _field, words in reasons(error)]
        form = sent(request, events, pk)
        form.is_valid()
        form.refuse(refused)
    return show(request, events, form)


def sent(request: HttpRequest, events: admin.ModelAdmin, pk: int | None) -> EventSheet:
    event = event_of(request, events, pk, lock=True)
    if event and event.publication_state != PublicationState.DRAFT:
        raise PermissionDenied
    who = last_change(event) if event else ""
    return EventSheet(event, request.POST, rights(request, events), who)


def log(request: HttpRequest, saved: event_sheets.Saved) -> None:
    """As the admin's own forms do: who did it is named where a save is refused as stale."""
    added: list[models.Model] = [*saved.added, *filter(None, [saved.source])]
    changed: list[models.Model] = list(saved.changed)
    (added if saved.is_new else changed if saved.is_event_changed else []).append(saved.event)
    for flag, what, records in ((ADDITION, "added", added), (CHANGE, "changed", changed)):
        for model in {type(record) for record in records}:
            LogEntry.objects.log_actions(
                request.user.pk,
                [record for record in records if type(record) is model],
                flag,
                change_message=[{what: {}}],
            )


def answer(request: HttpRequest, saved: event_sheets.Saved) -> HttpResponse:
    counts = {
        "added": len(saved.added),
        "changed": len(saved.changed),
        "deleted": len(saved.deleted),
    }
    words = _("Saved. Documents added: %(added)s, changed: %(changed)s, deleted: %(deleted)s.")
    messages.success(request, format_html("{}: {}", linked(saved.event), words % counts))
    for record in [saved.event, *saved.added, *saved.changed]:
        for doubt in after_saving(request, record):
            messages.warning(request, format_html("{}: {}", linked(record), doubt))
    if "another" in request.POST:
        return redirect("admin:agreements_event_sheet")
    return redirect("admin:agreements_event_sheet", pk=saved.event.pk)


def linked(record: Event | Document) -> str:
    """A link to its full form."""
    url = reverse(f"admin:agreements_{record._meta.model_name}_change", args=[record.pk])
    return format_html('<a href="{}">{}</a>', url, Truncator(record).chars(120))


def elsewhere(request: HttpRequest, event: Event) -> HttpResponse:
    """Drafts that are left at an event which is no draft any more have forms of their own."""
    words = _("Only a draft is edited as a sheet: this event is not one.")
    drafts = event.documents.filter(publication_state=PublicationState.DRAFT)
    rows = drafts.prefetch_related("titles").order_by("event_position", "pk")[:MOST_LINKED]
    links = format_html_join("; ", "{}", ((linked(draft),) for draft in rows))
    if links:
        drafts_words = _("Its drafts are put right in their own forms:")
        words = format_html("{} {} {}", words, drafts_words, links)
    messages.warning(request, words)
    return redirect("admin:agreements_event_change", event.pk)


def show(request: HttpRequest, events: admin.ModelAdmin, form: EventSheet) -> HttpResponse:
    event = form.event
    if event and event.publication_state != PublicationState.DRAFT:
        return elsewhere(request, event)
    title = _("Event with its documents")
    context = {
        **events.admin_site.each_context(request),
        "title": title if event is None else str(event),
        "subtitle": None if event is None else title,
        "opts": events.opts,
        "is_nav_sidebar_enabled": False,  # the sheet is as wide as the screen
        "sheet": form,
        "event": event,
        "meanwhile": meanwhile(form) if form.stale else [],
        "remarks": reviewing.standing_remarks(event) if event else (),
        "most_rows": MOST_ROWS,
        "more_rows": BLANK_ROWS,
        "new_agency": may(request, events, "add", Agency) and NewAgencyForm(prefix="agency"),
    }
    return TemplateResponse(request, "admin/agreements/event_sheet.html", context)


# What the script asks --------------------------------------------------------------------------


def result(choice: Choice) -> dict[str, str]:
    return {"key": choice.key, "text": str(choice), "short": choice.short}


def numbers(texts: list[str]) -> list[int]:
    """What are numbers among them; keys of this length fit a column."""
    return [int(text) for text in texts[:MOST_FIRST] if re.fullmatch("[0-9]{1,18}", text)]


@require_GET
def find(request: HttpRequest, events: admin.ModelAdmin) -> HttpResponse:
    """What the words in a search box may mean: ``kind``, ``term``, ``first`` states, ``title``."""
    kind = request.GET.get("kind", "")
    if kind not in OFFERED:
        raise BadRequest("unknown kind of box")
    if not may_enter(request, events):
        raise PermissionDenied
    term, title = request.GET.get("term", ""), request.GET.get("title", "")
    keys = finding.find(kind, term, numbers(request.GET.getlist("first")), title)
    return JsonResponse({"results": [result(choice) for choice in choices_of(keys).values()]})


@require_POST
def propose(request: HttpRequest, events: admin.ModelAdmin) -> HttpResponse:
    """What pasted text says: its titles, each with type and years."""
    if not may_enter(request, events):
        raise PermissionDenied
    text = request.POST.get("text", "")[:LONGEST_PASTE]
    rows = [row_of(title) for title in proposing.titles_in(text)[:MOST_ROWS]]
    return JsonResponse({"rows": rows})


def row_of(title: str) -> dict[str, str]:
    period = proposing.period_of(title)
    return {
        "title": title,
        "type": proposing.type_of(title),
        "period": event_sheets.written(period),
    }


@require_GET
def like_agency(request: HttpRequest, events: admin.ModelAdmin) -> HttpResponse:
    """Bodies that a new one's name may be a spelling of, with all their names."""
    if not may(request, events, "add", Agency):
        raise PermissionDenied
    name = request.GET.get("name", "")
    state = next(iter(numbers([request.GET.get("state", "")])), None)
    likely = choices_of(finding.like_agencies(name, state))
    return JsonResponse(
        {
            "likely": [likely_result(choice) for choice in likely.values()],
            "kind": proposing.agency_kind_of(name),
        }
    )


def likely_result(choice: Choice) -> dict[str, Any]:
    shown = str(choice.record)
    names = [name.text for name in choice.record.names.all() if name.text != shown]
    return {**result(choice), "names": names[:8]}


@require_POST
def add_agency(request: HttpRequest, events: admin.ModelAdmin) -> HttpResponse:
    agencies = events.admin_site.get_model_admin(Agency)
    if not agencies.has_add_permission(request):
        raise PermissionDenied
    form = NewAgencyForm(request.POST, prefix="agency")
    with transaction.atomic():
        if not form.is_valid():
            doubles = [likely_result(choice) for choice in form.doubles]
            return JsonResponse({"errors": form.errors, "doubles": doubles}, status=422)
        given = form.cleaned_data
        agency = Agency.objects.create(kind=given["kind"], state=form.of_state)
        AgencyName.objects.create(
            agency=agency, text=given["name"], language=given["language"], kind="official"
        )
        agencies.log_addition(request, agency, [{"added": {}}])
    return JsonResponse(result(Choice(agency)), status=201)
