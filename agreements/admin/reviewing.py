"""The review queue, and the page of one review: look, then publish or return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import InvalidPage
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from agreements.editing import reviewing
from agreements.editing.doubts.wording import mixed_letters
from agreements.editing.newcomers import Newcomer, find_doubles, newcomers, token
from agreements.editing.reviewing import Case
from agreements.forms.admin_publication import Refused
from agreements.forms.admin_review import Decision, ReviewForm
from agreements.models import Change, DismissedDoubt, Document, Event, Remark
from agreements.models.lacking import broken
from agreements.models.rules import RULES
from agreements.models.vocabulary import PublicationState

from . import doubts
from .records import last_change, reasons
from .searching import CappedPaginator

PER_PAGE = 25
SHOWN = 5
MOST_COUNTED = 1000
# Each takes some twenty queries. Of what comes after, the record's own page has them.
MOST_DOUBTED = 40
PUBLISH, PUBLISH_NEXT, RETURN_MARKED, RETURN = "publish", "publish_next", "return_marked", "return"


def urls(site: admin.AdminSite) -> list[URLPattern]:
    return [
        path("review/", site.admin_view(queue), name="review"),
        path("review/event/<int:pk>/send/", site.admin_view(send), name="review_send"),
        path("review/<str:kind>/<int:pk>/", site.admin_view(review), name="review_record"),
    ]


def may_publish(request: HttpRequest, model: type[models.Model]) -> bool:
    return request.user.has_perm(f"agreements.publish_{model._meta.model_name}")


def may_review(request: HttpRequest) -> bool:
    return any(may_publish(request, model) for model in reviewing.KINDS.values())


def may_see_queue(request: HttpRequest) -> bool:
    changes = (f"agreements.change_{kind}" for kind in reviewing.KINDS)
    return may_review(request) or any(map(request.user.has_perm, changes))


def address(record: models.Model) -> str:
    """Of the page on which a record is reviewed: a document of an event in review with that."""
    event = getattr(record, "event", None)
    if event and event.publication_state == PublicationState.IN_REVIEW:
        record = event
    return reverse("admin:review_record", args=[record._meta.model_name, record.pk])


def link(record: models.Model) -> str:
    return format_html('<a href="{}">{}</a>', doubts.address(record)[0], record)


# What lists and forms say of it ------------------------------------------------------------------


def why_review(record: Event | Document) -> str:
    """Why a list or a form does not publish a record, with a link to its review; or nothing."""
    is_event = isinstance(record, Event)
    found = newcomers(*((record, []) if is_event else (None, [record])))
    if found:
        words, names = (
            _("It would bring new names before the public: %(names)s."),
            listed(one.record for one in found[:SHOWN]),
        )
        return asks_for_review(record, words % {"names": names})
    event = None if is_event else record.event
    if event and event.publication_state in (PublicationState.DRAFT, PublicationState.IN_REVIEW):
        return asks_for_review(record, _("Its event is not public yet."))
    return ""


def asks_for_review(record: Event | Document, words: str) -> str:
    return format_html('{} <a href="{}">{}</a>', words, address(record), _("Review it"))


def tools(
    request: HttpRequest, desk: admin.ModelAdmin, record: Event | Document
) -> list[tuple[str, str]]:
    found = []
    if record.publication_state == PublicationState.IN_REVIEW and may_publish(
        request, type(record)
    ):
        found.append((address(record), _("Review")))
    if isinstance(record, Event) and desk.has_change_permission(request, record):
        is_draft = record.publication_state == PublicationState.DRAFT
        if is_draft or reviewing.drafts_of(record).exists():
            page = reverse("admin:review_send", args=[record.pk])
            found.append((page, _("Send to review with its documents")))
    return found


def offers(record: Event | Document) -> list[str]:
    """After an event was sent alone: that its documents can be sent, too."""
    if not isinstance(record, Event) or record.publication_state != PublicationState.IN_REVIEW:
        return []
    if not (number := reviewing.drafts_of(record).count()):
        return []
    words = ngettext(
        "%(count)s document of the event is still a draft.",
        "%(count)s documents of the event are still drafts.",
        number,
    )
    page = reverse("admin:review_send", args=[record.pk])
    link = format_html('<a href="{}">{}</a>', page, _("Send them to review, too"))
    return [format_html("{} {}", words % {"count": number}, link)]


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """An event with its documents: what will be sent, and what each one lacks for it."""
    event = get_object_or_404(Event, pk=pk)
    if not admin.site.get_model_admin(Event).has_change_permission(request, event):
        raise PermissionDenied
    if request.method == "POST":
        send_all(request, event)
        return redirect("admin:agreements_event_change", event.pk)
    drafts = reviewing.with_page(reviewing.drafts_of(event))[: reviewing.MOST_DOCUMENTS]
    context = {
        **admin.site.each_context(request),
        "title": _("Send to review: %(name)s") % {"name": event},
        "event": event,
        "event_lacks": gaps(reviewing.event_with_page(pk), PublicationState.IN_REVIEW),
        "drafts": [(draft, gaps(draft, PublicationState.IN_REVIEW)) for draft in drafts],
    }
    return TemplateResponse(request, "admin/review_send.html", context)


def send_all(request: HttpRequest, event: Event) -> None:
    """The event, then each of its drafts that lacks nothing; the others are reported."""
    events, documents = map(admin.site.get_model_admin, (Event, Document))
    if event.publication_state == PublicationState.DRAFT:
        events.move(request, Event.objects.filter(pk=event.pk), PublicationState.IN_REVIEW)
    drafts = reviewing.drafts_of(event).values("pk")[: reviewing.MOST_DOCUMENTS]
    documents.move(request, Document.objects.filter(pk__in=drafts), PublicationState.IN_REVIEW)


# The queue ---------------------------------------------------------------------------------------


class QueuePaginator(CappedPaginator):
    def __init__(self, sent_by: int | None) -> None:
        self.sent_by = sent_by
        super().__init__(reviewing.waiting(sent_by), PER_PAGE)

    @cached_property
    def counted(self) -> int:
        return reviewing.number_waiting(self.sent_by, self.limit + 1)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Everything that waits, for those who may publish; for others what they sent themselves."""
    if not may_see_queue(request):
        raise PermissionDenied
    may = may_review(request)
    is_mine = not may or "mine" in request.GET
    sent_by = request.user.pk if is_mine else None
    try:
        page = QueuePaginator(sent_by).page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404 from error
    context = {
        **admin.site.each_context(request),
        "title": _("Sent by me, waiting for review") if is_mine else _("Waiting for review"),
        "page": page,
        "rows": reviewing.described(list(page.object_list)),
        "may_review": may,
        "is_mine": is_mine,
    }
    return TemplateResponse(request, "admin/review_queue.html", context)


def waiting_for(request: HttpRequest) -> tuple[int, bool] | None:
    """How many entries the queue has for somebody, and whether more; None without a queue."""
    if not may_see_queue(request):
        return None
    sent_by = None if may_review(request) else request.user.pk
    number = reviewing.number_waiting(sent_by, MOST_COUNTED + 1)
    return min(number, MOST_COUNTED), number > MOST_COUNTED


# One review --------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    if kind not in reviewing.KINDS:
        raise Http404
    model = reviewing.KINDS[kind]
    if not may_publish(request, model):
        raise PermissionDenied
    record = get_object_or_404(model, pk=pk)
    if request.method == "POST":
        return decide(request, record)
    case = reviewing.case_of(record)
    return show(request, case, form_of(case)) if case.is_open else closed(request, record)


def closed(request: HttpRequest, record: Event | Document) -> HttpResponse:
    """Somebody else was quicker, or took it back."""
    words = _("“%(name)s” does not wait for review: it is %(state)s. %(who)s") % {
        "name": record,
        "state": record.get_publication_state_display(),
        "who": last_change(record),
    }
    messages.warning(request, words.strip())
    return redirect("admin:review")


def form_of(case: Case, data: Any = None, changed: Iterable[str] = ()) -> ReviewForm:
    return ReviewForm(
        data,
        documents=case.documents if case.event else (),
        newcomers={one.token: str(one.record) for one in case.newcomers},
        is_before_event=case.is_before_event,
        changed=list(changed),
    )


def decide(request: HttpRequest, record: Event | Document) -> HttpResponse:
    """All at once or nothing; what was refused is shown as it is now, with the decisions kept."""
    refused: list[str] = []
    try:
        with transaction.atomic():
            reviewing.lock(record)
            record.refresh_from_db()
            case = reviewing.case_of(record)
            if not case.is_open:
                return closed(request, record)
            changed = reviewing.changed(case, seen(request))
            form = form_of(case, request.POST, changed)
            if form.is_valid() and (answer := carry_out(request, case, form, changed)):
                return answer
    except (Refused, IntegrityError) as error:
        refused = [str(words) for _field, words in reasons(error)]
        case = reviewing.case_of(get_object_or_404(type(record), pk=record.pk))
        form = form_of(case, request.POST)
        form.is_valid()
    for words in refused:
        form.add_error(None, words)
    return show(request, case, form)


def seen(request: HttpRequest) -> dict[str, str]:
    """The version of each record that the page showed."""
    pairs = (text.partition(":") for text in request.POST.getlist("seen"))
    return {name: version for name, _colon, version in pairs}


def carry_out(
    request: HttpRequest, case: Case, form: ReviewForm, changed: list[str]
) -> HttpResponse | None:
    """The answer after what was asked for is done; None where the form has something to say."""
    act = request.POST.get("act")
    if act in (PUBLISH, PUBLISH_NEXT):
        return publish(request, case, form, changed)
    if act in (RETURN, RETURN_MARKED) and not case.is_again:
        return give_back(request, case, form)
    form.add_error(None, _("Choose one of the buttons at the end."))
    return None


def publish(
    request: HttpRequest, case: Case, form: ReviewForm, changed: list[str]
) -> HttpResponse | None:
    chosen = form.decided(Decision.PUBLISH) if case.event else case.documents
    part = case.part(chosen)
    back = form.decided(Decision.RETURN)
    for model in {type(record) for record in [*part.records, *back]}:
        if not may_publish(request, model):
            raise PermissionDenied
    look_for_changes(form, part, changed)
    look_for_gaps(form, part)
    form.ask_for_ticks(one.token for one in part.newcomers)
    if case.is_before_event and not form.cleaned_data["before_event"]:
        words = _("Its event is not public yet. Publish them together, or tick this.")
        form.add_error("before_event", words)
    if back:
        form.ask_for_remark()
    if form.errors:
        return None
    reviewing.publish(part)
    reviewing.give_back(back, form.cleaned_data["remark"], request.user.get_username())
    log(request, part.records, PublicationState.PUBLISHED)
    log(request, back, PublicationState.DRAFT)
    tell_published(request, part, case)
    return onward(request, case)


def look_for_changes(form: ReviewForm, part: Case, changed: list[str]) -> None:
    now = set(changed) & part.versions.keys()
    named = {token(record): record for record in [*part.records, *part.sources]}
    named |= {one.token: one.record for one in part.newcomers}
    for name in sorted(now):
        words = _(
            "“%(name)s” has been changed since you opened this page (%(who)s). It is shown as it "
            "is now: look at it again."
        )
        form.add_error(None, words % {"name": named[name], "who": last_change(named[name])})


def look_for_gaps(form: ReviewForm, part: Case) -> None:
    for record in part.records:
        for words in lacks(record):
            form.add_error(None, f"“{record}”: {words}")


def lacks(record: Event | Document) -> list[str]:
    """What it needs before it may be published, in words; asked of what was fetched with it."""
    return gaps(record, PublicationState.PUBLISHED)


def gaps(record: Event | Document, state: PublicationState) -> list[str]:
    return [str(RULES[rule]) for rule in broken(record, state)]


def give_back(request: HttpRequest, case: Case, form: ReviewForm) -> HttpResponse | None:
    is_all = request.POST["act"] == RETURN
    records = case.records if is_all else form.decided(Decision.RETURN)
    if any(not may_publish(request, type(record)) for record in records):
        raise PermissionDenied
    if not records:
        form.add_error(None, _("Mark with “Return” which documents go back to their clerk."))
    form.ask_for_remark()
    if form.errors:
        return None
    reviewing.give_back(records, form.cleaned_data["remark"], request.user.get_username())
    log(request, records, PublicationState.DRAFT)
    messages.success(
        request, _("Returned with your remark: %(names)s.") % {"names": listed(records)}
    )
    return redirect("admin:review")


def listed(records: Iterable[models.Model]) -> str:
    return "; ".join(f"“{record}”" for record in records)


def log(request: HttpRequest, records: Iterable[Event | Document], state: PublicationState) -> None:
    for record in records:
        desk = admin.site.get_model_admin(type(record))
        desk.log_change(request, record, [{"changed": {"fields": [str(state.label)]}}])


def tell_published(request: HttpRequest, part: Case, case: Case) -> None:
    words = _("Published: %(names)s.") % {"names": listed(part.records)}
    page = part.record.get_absolute_url()
    seen = format_html('{} <a href="{}">{}</a>', words, page, _("See the public page"))
    messages.success(request, seen)
    if rest := len(case.documents) - len(part.documents):
        messages.info(request, _("Not published: %(count)s of its documents.") % {"count": rest})


def onward(request: HttpRequest, case: Case) -> HttpResponse:
    if request.POST["act"] != PUBLISH_NEXT:
        return redirect("admin:review")
    following = reviewing.next_after(case)
    if following is None:
        messages.info(request, _("That was the last one: nothing waits for review."))
        return redirect("admin:review")
    return redirect("admin:review_record", *following)


# What the page shows -----------------------------------------------------------------------------


@dataclass
class Part:
    """A record under review, with what there is to say about it."""

    record: Event | Document
    decision: forms.BoundField | None
    lacks: list[str]
    doubts: list[str] = field(default_factory=list)
    dismissed: list[tuple[str, DismissedDoubt]] = field(default_factory=list)
    is_doubted: bool = True

    @property
    def remarks(self) -> list[Remark]:
        return list(self.record.remarks.all())[:3]


@dataclass
class NewName:
    newcomer: Newcomer
    tick: forms.BoundField
    tools: list[tuple[str, str]]
    may_merge: bool
    doubts: list[str] = field(default_factory=list)


def show(request: HttpRequest, case: Case, form: ReviewForm) -> HttpResponse:
    find_doubles(case.newcomers)
    names = {document.pk: token(document) for document in case.documents}
    parts = [
        part_of(document, form[names[document.pk]] if case.event else None, number)
        for number, document in enumerate(case.documents)
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("Review: %(name)s") % {"name": case.record},
        "is_nav_sidebar_enabled": False,  # what is read is as wide as the screen
        "case": case,
        "form": form,
        "event_part": case.event and part_of(case.event, None, 0),
        "parts": parts,
        "new_names": [new_name(request, form, one) for one in case.newcomers],
        "sent": case.sent and Change.objects.filter(pk=case.sent).first(),
        "together": None if case.event else together(case.record),
        "may_publish_documents": may_publish(request, Document),
    }
    return TemplateResponse(request, "admin/review.html", context)


def part_of(record: Event | Document, decision: forms.BoundField | None, number: int) -> Part:
    """What is odd about a record, and what of it somebody found to be all right."""
    part = Part(record, decision, lacks(record), is_doubted=number < MOST_DOUBTED)
    if part.is_doubted:
        known = {row.token: row for row in record.dismissed_doubts.all()}
        found = {doubt.token: doubt for doubt in doubts.LOOKS[type(record)](record)}
        left = [doubt for name, doubt in found.items() if name not in known]
        part.doubts = [doubts.message(doubt) for doubt in doubts.few_of_each(left)]
        part.dismissed = [
            (doubts.message(found[name]), row) for name, row in known.items() if name in found
        ]
    return part


def new_name(request: HttpRequest, form: ReviewForm, newcomer: Newcomer) -> NewName:
    desk = admin.site.get_model_admin(type(newcomer.record))
    page = (doubts.address(newcomer.record)[0], _("Correct it"))
    tools = [page, *desk.tools(request, newcomer.record)]
    letters = mixed_letters(name.text for name in newcomer.record.names.all())
    may_merge = desk.has_merge_permission(request, newcomer.record)
    said = list(map(doubts.message, letters))
    return NewName(newcomer, form[newcomer.token], tools, may_merge, said)


def together(document: Document) -> Event | None:
    event = document.event
    return event if event and event.publication_state == PublicationState.IN_REVIEW else None
