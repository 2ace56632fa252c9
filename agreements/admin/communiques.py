"""A communique in the admin: paste or upload it, review what it proposes, save the drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.editing.communiques import keeping, matching, naming, saving, second, steps
from agreements.forms.admin_publication import Refused
from agreements.forms.communique import Review, as_data, as_kept
from agreements.forms.communique_rows import At
from agreements.forms.communique_text import LONGEST_TEXT, PasteForm
from agreements.models import Agency, Communique, Document, Event, Source
from agreements.models.rules import check_rules

from . import event_sheet
from .communique_page import Row, Segment, event_doubts, named_only, rows_of, segments
from .doubts import after_saving
from .records import reasons

OPEN_SHOWN = 20
# A step is the name of a button: what to do, and with which document.
STEP = re.compile(r"(split|merge|party|restore|take)-([0-9]{1,4})|add|link")


def urls(events: admin.ModelAdmin) -> list[URLPattern]:
    """Addresses below that of the events' list."""

    def wrap(view: Callable) -> Callable:
        def seen(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not may_enter(request, events):
                raise PermissionDenied
            return view(request, events, **kwargs)

        return events.admin_site.admin_view(seen)

    return [
        path("from-communique/", wrap(paste), name="agreements_communique_paste"),
        path("from-communique/<int:pk>/", wrap(review), name="agreements_communique"),
    ]


def may_enter(request: HttpRequest, events: admin.ModelAdmin) -> bool:
    kinds = (Event, Document, Source)
    return all(event_sheet.may(request, events, "add", kind) for kind in kinds)


def page(
    request: HttpRequest, events: admin.ModelAdmin, template: str, **context: Any
) -> TemplateResponse:
    shared = {**events.admin_site.each_context(request), "opts": events.opts}
    shared["is_nav_sidebar_enabled"] = False  # text and proposals stand side by side
    return TemplateResponse(request, f"admin/agreements/{template}.html", shared | context)


# Paste ------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest, events: admin.ModelAdmin) -> HttpResponse:
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return begin(request, form)
    reviews = Communique.objects.open().select_related("source").defer("form", "steps")
    return page(
        request,
        events,
        "communique_paste",
        title=_("Enter from a communique"),
        form=form,
        reviews=reviews[:OPEN_SHOWN],
        longest=LONGEST_TEXT,
    )


def begin(request: HttpRequest, form: PasteForm) -> HttpResponse:
    """What was pasted once is not pasted again: its review, or its event, is shown."""
    text = form.cleaned_data["text"]
    found = keeping.same(text)
    if found:
        return known_already(request, found)
    try:
        with transaction.atomic():
            communique = keeping.begin(form.cleaned_data, request.user.get_username())
    except IntegrityError:  # somebody else pasted it in this very moment
        found = keeping.same(text)
        if found is None:
            raise
        return known_already(request, found)
    return redirect("admin:agreements_communique", pk=communique.pk)


def known_already(request: HttpRequest, found: keeping.Found) -> HttpResponse:
    if found.event:
        words = _("This text is in the archive already. Here is the event that was made of it.")
        messages.info(request, words)
        return redirect("admin:agreements_event_change", found.event.pk)
    words = _("This text was pasted already by %(who)s. Here is its review, as it stands.")
    messages.info(request, words % {"who": found.communique.made_by})
    return redirect("admin:agreements_communique", pk=found.communique.pk)


# Review -----------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, events: admin.ModelAdmin, pk: int) -> HttpResponse:
    if request.method == "POST":
        with transaction.atomic():
            communique = locked(pk)
            answer = changed(request, events, communique)
            if answer.status_code == 200:  # refused: what was typed is kept, nothing else
                return answer
        return answer
    communique = get_object_or_404(Communique.objects.select_related("source", "event"), pk=pk)
    if communique.event:
        return made_already(request, communique)
    return show(request, events, communique, as_data(communique.form))


def locked(pk: int) -> Communique:
    """Nobody else changes this review until the answer is given.

    Its event is asked for by itself: joined, it would be that of before the wait.
    """
    rows = Communique.objects.select_for_update(of=("self",), no_key=True)
    return get_object_or_404(rows.select_related("source"), pk=pk)


def made_already(request: HttpRequest, communique: Communique) -> HttpResponse:
    messages.info(request, _("The records of this communique are made. Here is its event."))
    return redirect("admin:agreements_event_change", communique.event.pk)


def changed(request: HttpRequest, events: admin.ModelAdmin, communique: Communique) -> HttpResponse:
    if communique.event:
        return made_already(request, communique)
    do = request.POST.get("do", "save")
    if do == "discard":
        return discard(request, communique)
    if is_stale(request, communique):
        return refuse_stale(request, events, communique)
    kept = naming.followed(as_kept(request.POST))
    if do == "save":
        return save(request, events, communique, kept)
    return step(request, communique, kept, do)


def is_stale(request: HttpRequest, communique: Communique) -> bool:
    return request.POST.get("version", "") != str(communique.version)


def refuse_stale(
    request: HttpRequest, events: admin.ModelAdmin, communique: Communique
) -> HttpResponse:
    """Once: the page that says so carries the version that it speaks of."""
    words = _(
        "%(who)s kept this review while you were working on it. What you typed stands below and "
        "is not kept yet: save or keep once more to put it in the place of theirs, or open the "
        "review anew to see it."
    ) % {"who": communique.written_by}
    if is_asked_by_script(request):
        return JsonResponse({"refused": words}, status=409)
    messages.warning(request, words)
    return show(request, events, communique, as_data(as_kept(request.POST)))


def is_asked_by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def discard(request: HttpRequest, communique: Communique) -> HttpResponse:
    keeping.discard(communique)
    messages.success(request, _("The review is discarded. No record was made."))
    return redirect("admin:agreements_communique_paste")


def step(
    request: HttpRequest, communique: Communique, kept: dict[str, list[str]], do: str
) -> HttpResponse:
    """Keep what was typed, and do what was asked; the page then shows the place of it."""
    who, anchor = request.user.get_username(), ""
    if do == "keep":
        keeping.keep(communique, kept, who)
        if is_asked_by_script(request):
            return JsonResponse({"version": communique.version})
        messages.success(request, _("Kept. You can go on whenever you like."))
    elif do == "undo":
        if not keeping.take_back(communique, who):
            messages.info(request, _("There is no step to take back."))
    else:
        kept_after, anchor = stepped(request, communique, kept, do)
        keeping.keep(communique, kept_after, who, is_step=True)
    url = reverse("admin:agreements_communique", kwargs={"pk": communique.pk})
    return redirect(url + anchor)


def stepped(
    request: HttpRequest, communique: Communique, kept: dict[str, list[str]], do: str
) -> tuple[dict[str, list[str]], str]:
    """The fields after the step, and where on the page to look."""
    found = STEP.fullmatch(do)
    if not found:
        raise BadRequest("unknown step")
    text, n = communique.source.kept_text, int(found[2] or 0)
    words = request.POST.get("add_words", "").replace("\0", "")[:2000]
    if do == "add":
        after = steps.add(kept, text, place_asked(request, text), words)
        return after, f"#document-{new_row(kept, after)}"
    if do == "link":
        return second.linked(second.looked_up(kept), communique.source.language), ""
    if found[1] == "take":
        after = steps.add_named(kept, text, n)
        return after, f"#document-{new_row(kept, after)}"
    if found[1] == "split":
        return steps.split(kept, n, text, words), f"#document-{n + 1}"
    if found[1] == "merge":
        return steps.merge(kept, n, text), f"#document-{n}"
    if found[1] == "party":
        return steps.add_party(kept, n), f"#document-{n + 1}"
    return steps.restore(kept, n, keeping.as_proposed(communique)), f"#document-{n + 1}"


def new_row(before: dict[str, list[str]], after: dict[str, list[str]]) -> int:
    old = steps.rows_in(before)
    new = steps.rows_in(after)
    return next((n for n, row in enumerate(new, 1) if row not in old), len(new))


def place_asked(request: HttpRequest, text: str) -> At | None:
    """The words that were selected, in characters of the kept text."""
    values = [request.POST.get(name, "") for name in ("add_start", "add_end")]
    if not all(value.isascii() and value.isdigit() and len(value) < 7 for value in values):
        return None
    start, end = map(int, values)
    return At(start, end) if start < end <= len(text) else None


# Saving -----------------------------------------------------------------------------------------


def save(
    request: HttpRequest,
    events: admin.ModelAdmin,
    communique: Communique,
    kept: dict[str, list[str]],
) -> HttpResponse:
    """All at once or nothing; what was refused is kept and shown as it was sent."""
    found = second.recorded(kept)
    form = second.review_of(kept, found)
    is_valid = form.is_valid()
    refuse_unlawful(request, events, form, found)
    if is_valid and not form.error_count:
        try:
            with transaction.atomic():
                saved = saving.save(form, communique, found)
                check_rules()
                log(request, saved)
            return answer(request, saved)
        except (Refused, IntegrityError) as error:
            communique.event = None
            form.refuse(str(words) for _field, words in reasons(error))
    keeping.keep(communique, kept, request.user.get_username())
    return show(request, events, communique, as_data(kept), form, found)


def refuse_unlawful(
    request: HttpRequest, events: admin.ModelAdmin, form: Review, found: second.Recorded
) -> None:
    """Records that are public are for editors; new bodies are for those who may add some."""
    event = found.event(form.into)
    words = _("You may not change this record: it is published. Ask an editor.")
    if event and not events.has_change_permission(request, event):
        form.top.add_error("into", words)
    documents = events.admin_site.get_model_admin(Document)
    may_add = event_sheet.may(request, events, "add", Agency)
    for row in form.taken:
        document = found.document(row["same_as"].value() or "")
        if document and not documents.has_change_permission(request, document):
            row.add_error("same_as", words)
        for party in row.parties.kept:
            if party["is_new"].value() and not may_add:
                party.add_error("is_new", _("You may not add agencies: choose one."))


def log(request: HttpRequest, saved: saving.Saved) -> None:
    event_sheet.log(request, saved)
    if saved.agencies:
        added = [{"added": {}}]
        LogEntry.objects.log_actions(
            request.user.pk, saved.agencies, ADDITION, change_message=added
        )


def answer(request: HttpRequest, saved: saving.Saved) -> HttpResponse:
    counts = {
        "added": len(saved.added),
        "changed": len(saved.changed),
        "agencies": len(saved.agencies),
    }
    words = _(
        "Saved as drafts. New documents: %(added)s, documents that this source adds to: "
        "%(changed)s, new agencies: %(agencies)s."
    )
    linked = event_sheet.linked(saved.event)
    messages.success(request, format_html("{}: {}", linked, words % counts))
    for record in [saved.event, *saved.added, *saved.changed]:
        for doubt in after_saving(request, record):
            messages.warning(request, format_html("{}: {}", event_sheet.linked(record), doubt))
    if saved.event.publication_state == "draft":
        return redirect("admin:agreements_event_sheet", pk=saved.event.pk)
    return redirect("admin:agreements_event_change", saved.event.pk)


# The page ---------------------------------------------------------------------------------------


def show(
    request: HttpRequest,
    events: admin.ModelAdmin,
    communique: Communique,
    data: QueryDict,
    form: Review | None = None,
    found: second.Recorded | None = None,
) -> HttpResponse:
    kept = as_kept(data)
    found = second.recorded(kept) if found is None else found
    if form is None:
        form = second.review_of(kept, found).unchecked()
    asked = [asked_of(form, party) for party in form.party_forms]
    near, there = matching.bodies(asked), second.bodies_recorded(asked, found)
    form.offer([mine or theirs for mine, theirs in zip(near, there, strict=True)])
    differences, into = second.show_differences(form, found), found.event(form.into)
    language = communique.source.language
    rows: list[Row] = rows_of(form, found, language)
    marked: list[Segment] = segments(communique.source.kept_text, form.places(), form.titles())
    return page(
        request,
        events,
        "communique",
        title=str(communique.source),
        subtitle=_("Review of a communique"),
        communique=communique,
        review=form,
        rows=rows,
        event_doubts=event_doubts(form, language),
        named_only=named_only(form.top),
        segments=marked,
        language=language,
        differences=differences,
        into=into,
        is_for_editors=bool(into and not events.has_change_permission(request, into)),
        may_undo=bool(communique.steps),
    )


def asked_of(form: Review, party: Any) -> matching.Asked:
    """A state is no name of a body; of the rest the name, within its state."""
    said = party["said"].value() or ""
    name = "" if said == "state" else str(party["name"].value() or "")
    state = form.chosen_state(party)
    return matching.Asked(name, state.record.pk if state else None, said)
