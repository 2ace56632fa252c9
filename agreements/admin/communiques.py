"""A communique in the admin: paste or upload it, review what it proposes, save the drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.editing.communiques import (
    asking,
    keeping,
    matching,
    meeting,
    naming,
    saving,
    second,
)
from agreements.editing.communiques.steps import NotDone, WordsRefused
from agreements.forms.admin_publication import Refused
from agreements.forms.communique import Review, as_data, as_kept
from agreements.forms.communique_text import LONGEST_TEXT, PasteForm
from agreements.models import Agency, Communique, Document, Event, Source
from agreements.models.rules import check_rules

from . import communique_stale, communique_steps, event_sheet
from .communique_deleting import delete_with_drafts
from .communique_page import Row, Segment, event_doubts, named_only, rows_of, segments, wrong
from .doubts import after_saving
from .records import reasons

OPEN_SHOWN = 20


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
        path(
            "<int:pk>/delete-with-drafts/",
            wrap(delete_with_drafts),
            name="agreements_event_delete_with_drafts",
        ),
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
    if request.method == "POST" and (answer := pasted(request, form)):
        return answer
    reviews = Communique.objects.open().named().select_related("source").defer("form", "steps")
    passed = Communique.objects.passed().named().select_related("source").defer("form", "steps")
    return page(
        request,
        events,
        "communique_paste",
        title=_("Enter from a communique"),
        form=form,
        reviews=reviews.filter(passed_at=None)[:OPEN_SHOWN],
        passed=passed.order_by("passed_at")[:OPEN_SHOWN],
        longest=LONGEST_TEXT,
    )


def pasted(request: HttpRequest, form: PasteForm) -> HttpResponse | None:
    """None where it is refused, or asked about."""
    is_valid = form.is_valid()
    # Whatever else is wrong: a text that is known needs nothing more.
    if form.one_text and (found := keeping.same(form.one_text)):
        return known_already(request, found)
    answer = begin(request, form) if is_valid else None
    if answer is None:
        form.show_again()
    return answer


def begin(request: HttpRequest, form: PasteForm) -> HttpResponse | None:
    """What was pasted once is not pasted again: its review, or its event, is shown."""
    who, is_sure = request.user.get_username(), "read_anyway" in request.POST
    try:
        with transaction.atomic():
            communique = keeping.begin(form.cleaned_data, who, whatever_it_says=is_sure)
    except keeping.NothingFound:
        form.finds_nothing = True
        return None
    except IntegrityError:  # somebody else pasted it in this very moment
        found = keeping.same(form.one_text)
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
    return step(request, events, communique, kept, do)


def is_stale(request: HttpRequest, communique: Communique) -> bool:
    return request.POST.get("version", "") != str(communique.version)


def refuse_stale(
    request: HttpRequest, events: admin.ModelAdmin, communique: Communique
) -> HttpResponse:
    """Once: the page that says so carries the version that it speaks of, and shows what differs."""
    who = {"who": communique.written_by}
    if is_asked_by_script(request):
        words = _(
            "%(who)s kept this review while you were working on it. What you type is not kept any "
            "more: press “Keep and go on later” to see what both of you wrote."
        )
        return JsonResponse({"refused": words % who}, status=409)
    words = _(
        "%(who)s kept this review while you were working on it. What you typed stands on this page "
        "and is not kept yet. See what differs, then save or keep once more."
    )
    messages.error(request, words % who)
    mine, theirs = as_kept(request.POST), communique.form
    base = keeping.form_of(communique, request.POST.get("version", ""))
    both, differ = meeting.met(base, theirs, mine)
    reviews = (second.review_of(kept, second.recorded(kept)) for kept in (theirs, mine))
    lines = communique_stale.lines(differ, *reviews)
    return show(request, events, communique, as_data(both), meanwhile=lines)


def is_asked_by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def discard(request: HttpRequest, communique: Communique) -> HttpResponse:
    keeping.discard(communique)
    messages.success(request, _("The review is discarded. No record was made."))
    return redirect("admin:agreements_communique_paste")


def step(
    request: HttpRequest,
    events: admin.ModelAdmin,
    communique: Communique,
    kept: dict[str, list[str]],
    do: str,
) -> HttpResponse:
    """Keep what was typed, and do what was asked; the page then shows the place of it."""
    who, anchor = request.user.get_username(), ""
    if do == "keep":
        keeping.keep(communique, kept, who)
        if is_asked_by_script(request):
            return JsonResponse({"version": communique.version})
        messages.success(request, _("Kept. You can go on whenever you like."))
    elif do in ("pass", "unpass"):
        pass_on(request, communique, kept, do)
    elif do in communique_steps.WAYS_BACK:
        communique_steps.go_back(request, communique, kept, do)
    else:
        try:
            anchor = communique_steps.take(request, communique, kept, do)
        except NotDone as error:
            keeping.keep(communique, kept, who)
            messages.error(request, str(error))
            return show(request, events, communique, as_data(kept), refused=error)
    url = reverse("admin:agreements_communique", kwargs={"pk": communique.pk})
    return redirect(url + anchor)


def pass_on(
    request: HttpRequest, communique: Communique, kept: dict[str, list[str]], do: str
) -> None:
    who = request.user.get_username()
    if do == "pass":
        keeping.pass_on(communique, kept, who)
        words = _("Passed to an editor. It stands under “For editors” on the front page now.")
    else:
        keeping.take_over(communique, kept, who)
        words = _("Taken back from the editors.")
    messages.success(request, words)


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
        asked = asking.asked(form, found, communique.source.language)
        if asked and request.POST.get("confirmed") != asked.token:
            keeping.keep(communique, kept, request.user.get_username())
            return show(request, events, communique, as_data(kept), found=found, asked=asked)
        try:
            with transaction.atomic():
                saved = saving.save(form, communique, found)
                check_rules()
                log(request, saved)
            return answer(request, saved, is_public=bool(asked.public))
        except (Refused, IntegrityError) as error:
            communique.event = None
            form.refuse(str(words) for _field, words in reasons(error))
    keeping.keep(communique, kept, request.user.get_username())
    return show(request, events, communique, as_data(kept), form, found)


def refuse_unlawful(
    request: HttpRequest, events: admin.ModelAdmin, form: Review, found: second.Recorded
) -> None:
    """Records that are public are for editors; new bodies are for those who may add some."""
    if closed := for_editors(request, events, form, found):
        words = _(
            "You may not add to these records, they are published: %(number)s. Pass the review to "
            "an editor, with the button below."
        )
        form.top.add_error("into", words % {"number": len(closed)})
    may_add = event_sheet.may(request, events, "add", Agency)
    for row in form.taken:
        for party in row.parties.kept:
            if party["is_new"].value() and not may_add:
                party.add_error("is_new", _("You may not add agencies: choose one."))


def for_editors(
    request: HttpRequest, events: admin.ModelAdmin, form: Review, found: second.Recorded
) -> list[Event | Document]:
    """The published records that the review adds to, and that are closed to this clerk."""
    documents = events.admin_site.get_model_admin(Document)
    desks = {Event: events, Document: documents}
    return [
        record
        for record in asking.published(form, found)
        if not desks[type(record)].has_change_permission(request, record)
    ]


def log(request: HttpRequest, saved: saving.Saved) -> None:
    event_sheet.log(request, saved)
    if saved.agencies:
        added = [{"added": {}}]
        LogEntry.objects.log_actions(
            request.user.pk, saved.agencies, ADDITION, change_message=added
        )


def answer(request: HttpRequest, saved: saving.Saved, *, is_public: bool) -> HttpResponse:
    counts = {
        "added": len(saved.added),
        "changed": len(saved.changed),
        "agencies": len(saved.agencies),
    }
    words = _(
        "New documents: %(added)s, documents that this source adds to: %(changed)s, new agencies: "
        "%(agencies)s."
    )
    how = _("Added to the published records.") if is_public else _("Saved as drafts.")
    linked = event_sheet.linked(saved.event)
    messages.success(request, format_html("{}: {} {}", linked, how, words % counts))
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
    refused: NotDone | None = None,
    asked: asking.Asked | None = None,
    meanwhile: Sequence[communique_stale.Line] = (),
) -> HttpResponse:
    kept = as_kept(data)
    found = second.recorded(kept) if found is None else found
    if form is None:
        form = second.review_of(kept, found).unchecked()
    sought = [sought_of(form, party) for party in form.party_forms]
    near, there = matching.bodies(sought), second.bodies_recorded(sought, found)
    form.offer([mine or theirs for mine, theirs in zip(near, there, strict=True)])
    differences, into = second.show_differences(form, found), found.event(form.into)
    language = communique.source.language
    rows: list[Row] = rows_of(form, found, language)
    marked: list[Segment] = segments(communique.source.kept_text, form.places(), form.titles())
    return page(
        request,
        events,
        "communique",
        title=communique.source.title or form.top["name"].value() or str(communique.source),
        subtitle=_("Review of a communique"),
        communique=communique,
        review=form,
        wrong=wrong(form) if form.is_checked else [],
        rows=rows,
        event_doubts=event_doubts(form, language),
        named_only=named_only(form.top),
        segments=marked,
        language=language,
        differences=differences,
        into=into,
        is_for_editors=bool(for_editors(request, events, form, found)),
        given=request.POST.get("add_words", "") if refused else "",
        refused=refused if isinstance(refused, WordsRefused) else None,
        asked=asked,
        meanwhile=meanwhile,
        is_public=bool(asking.published(form, found)),
        may_undo=keeping.last_step(communique) is not None,
        may_redo=keeping.last_undone(communique) is not None,
    )


def sought_of(form: Review, party: Any) -> matching.Sought:
    """A state is no name of a body; of the rest the name, within its state."""
    said = party["said"].value() or ""
    name = "" if said == "state" else str(party["name"].value() or "")
    state = form.chosen_state(party)
    return matching.Sought(name, state.record.pk if state else None, said)
